import { type CollectionYear, collectionYearLabel, refused } from '@rightplace/domain';
import { type HeldChild, recordFromHeld, rowsOfChild, type TableName } from '@rightplace/ssda903';
import {
  appendAudit,
  asTenant,
  holdRecord,
  saveChildren,
  saveEntered,
  saveReported,
  type Tx,
} from '@rightplace/store';
import { enteredFromHeld } from '../import/entered-here.ts';
import { reportedFromHeld } from '../import/held-children.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { findTable, type HeldReturn, loadHeldReturn, NO_SUCH_TABLE } from './held-return.ts';
import { hasLookedLately, recordLook } from './record-look.ts';
import { columnsOfRow, titleOfTable } from './row-columns.ts';
import { type FormMade, findShown, makeForm } from './row-form.ts';
import { besideTheRecord, isSameCells, tidyCells } from './typed-cells.ts';
import type {
  RowAsked,
  RowCells,
  RowChangeKind,
  RowForm,
  RowGone,
  RowProblem,
  RowRefusal,
  RowSaved,
  RowTyped,
} from './views.ts';

export const LONGEST_ROW_REASON = 500;

export const findReasonProblem = (reason: string): RowProblem | undefined => {
  if (reason.trim() === '')
    return refused('reason-needed', 'Say in a few words why you correct it: how you know better.');
  return reason.trim().length > LONGEST_ROW_REASON
    ? refused('reason-too-long', `Your reason must be ${LONGEST_ROW_REASON} characters or fewer.`)
    : undefined;
};

/** The form again, with why nothing was saved. Nothing typed is lost. */
export interface RowNotSaved {
  readonly kind: 'not-saved';
  readonly form: RowForm;
}

/**
 * Puts what was typed of a row into the record, with its reason, in one transaction with the audit. What is found does not
 * stand in the way: the rules of the return are not the record's. What no return would be taken in with does, and so does a
 * record that has changed under the form, until the person has seen it. Sent twice, it is saved once.
 */
export const saveReturnRow = (
  world: World,
  signedIn: SignedIn,
  asked: RowAsked & RowTyped,
): Promise<RowSaved | RowNotSaved | RowGone | RowRefusal> => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) => {
    // From here nobody else changes the record until this is done, so what is decided on stays so.
    await holdRecord(tx);
    const held = await loadHeldReturn(tx, { world, signedIn }, asked);
    if (held.kind === 'refused') return held;
    const table = findTable(held, asked.table);
    if (table === undefined) return NO_SUCH_TABLE;
    const typed = tidyCells(table, asked.cells);
    const { rowKey } = asked;
    const shown = findShown(held, { table, rowKey });
    const isThere = (held.rows.get(table) ?? []).some(({ cells }) =>
      isSameCells(tidyCells(table, cells), typed),
    );
    const isDone = isThere && (shown === undefined || rowKey === undefined);
    if (isDone) return saved(rowKey === undefined ? 'add' : 'change');
    if (shown === undefined) return gone(held, table, typed);
    const now = tidyCells(table, shown);
    const was = tidyCells(table, asked.was);
    // The form as it was opened is behind the record, which says by now what was typed: it was sent twice.
    if (rowKey !== undefined && isSameCells(now, typed) && !isSameCells(was, now)) return saved('change');
    const beside =
      rowKey === undefined ? { cells: typed, changed: [] } : besideTheRecord({ typed, was, now });
    const reasonProblem = findReasonProblem(asked.reason);
    const problems = [
      ...(rowKey !== undefined && isSameCells(now, beside.cells) && beside.changed.length === 0
        ? [SAME]
        : []),
      ...(reasonProblem === undefined ? [] : [reasonProblem]),
    ];
    const made = await makeForm(
      tx,
      { ...held, authority: signedIn.authority.id },
      {
        wanted: { table, rowKey, typed: beside.cells },
        more: { problems, changedMeanwhile: beside.changed, reason: asked.reason },
      },
    );
    if (made === undefined)
      throw new Error('A row that was there is no longer, and nobody else could change it');
    if (problems.length > 0 || beside.changed.length > 0 || made.corrected?.kind !== 'corrected') {
      // It shows the row as the record has it, whether or not the form was ever opened.
      if (!(await hasLookedLately(tx, { world, signedIn }, made.form)))
        await recordLook(tx, { world, signedIn }, made.form);
      return { kind: 'not-saved', form: made.form };
    }
    return save(tx, { world, signedIn, held, now }, { made, after: made.corrected.child });
  });
};

const gone = ({ child, of: { year } }: HeldReturn, table: TableName, typed: RowCells): RowGone => ({
  kind: 'row-gone',
  child,
  collectionYear: year,
  table,
  tableTitle: titleOfTable(table),
  columns: columnsOfRow(table, year),
  typed,
});

const SAME: RowProblem = refused(
  'nothing-changed',
  'Nothing is different from what the record says. Change what is wrong, or go back.',
);

const saved = (what: RowChangeKind, more: Partial<RowSaved> = {}): RowSaved => ({
  kind: 'saved',
  what,
  cleared: 0,
  found: 0,
  isOfYear: true,
  ...more,
});

interface Saving {
  readonly world: World;
  readonly signedIn: SignedIn;
  readonly held: HeldReturn;
  readonly now: RowCells;
}

const save = async (
  tx: Tx,
  { world, signedIn, held, now }: Saving,
  { made: { form }, after }: { readonly made: FormMade; readonly after: HeldChild },
): Promise<RowSaved> => {
  const { child, of } = held;
  const what = form.rowKey === undefined ? 'add' : 'change';
  await saveHeld(tx, { world, signedIn, held }, after, {
    what,
    reason: form.reason,
    detail: {
      table: form.table,
      row: form.rowKey ?? null,
      cells: cellsChanged(what === 'add' ? {} : now, form.typed),
    },
  });
  // Counted, as the year may write what was typed in codes or words of its own.
  const rowsIn = (all: HeldChild): number => rowsOfChild(child.id, all, of).get(form.table)?.length ?? 0;
  const { here, elsewhere, cleared } = form.looked;
  return saved(what, {
    cleared: cleared.length,
    found: [...here, ...elsewhere].filter(({ change }) => change === 'new').length,
    isOfYear: rowsIn(after) === rowsIn(held.held) + (what === 'add' ? 1 : 0),
  });
};

/** Each cell that is said otherwise: what it was, and what it is. */
const cellsChanged = (
  before: RowCells,
  after: RowCells,
): Readonly<Record<string, readonly [was: string, is: string]>> =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .map((column) => [column, [before[column] ?? '', after[column] ?? '']] as const)
      .filter(([, [was, is]]) => was !== is),
  );

const WHY: Readonly<Record<RowChangeKind, (year: CollectionYear) => string>> = {
  change: (year) => `A row of the return for ${collectionYearLabel(year)} corrected`,
  add: (year) => `A row of the return for ${collectionYearLabel(year)} added`,
  remove: (year) => `A row of the return for ${collectionYearLabel(year)} removed`,
};

const DONE: Readonly<Record<RowChangeKind, string>> = {
  change: 'return-row-corrected',
  add: 'return-row-added',
  remove: 'return-row-removed',
};

/** The child's record from now on, what returns are known to have said of it, and the audit with the reason. */
export const saveHeld = async (
  tx: Tx,
  { world, signedIn, held }: Omit<Saving, 'now'>,
  after: HeldChild,
  about: {
    readonly what: RowChangeKind;
    readonly reason: string;
    readonly detail: Readonly<Record<string, unknown>>;
  },
): Promise<void> => {
  const { child, of } = held;
  // The clock is read only in there: until then the record was as it was, and whoever looked meanwhile was told so.
  const { at } = await saveChildren(tx, {
    clock: world.now,
    why: WHY[about.what](of.year),
    byPerson: signedIn.person.id,
    children: [recordFromHeld(child.id, after)],
  });
  const [was, is] = [new Map([[child.id, held.held]]), new Map([[child.id, after]])];
  await saveReported(tx, { before: reportedFromHeld(was), after: reportedFromHeld(is) });
  await saveEntered(tx, { before: enteredFromHeld(was), after: enteredFromHeld(is) });
  await appendAudit(tx, {
    at,
    actor: String(signedIn.person.id),
    action: DONE[about.what],
    subject: { kind: 'child', id: child.id },
    why: about.reason.trim(),
    detail: { collectionYear: of.year, ...about.detail },
  });
};
