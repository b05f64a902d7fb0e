import { correctRow } from '@rightplace/ssda903';
import { asTenant, asTenantReading, holdRecord, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { findTable, type HeldReturn, loadHeldReturn, NO_SUCH_ROW, NO_SUCH_TABLE } from './held-return.ts';
import { openReturnRow } from './open-return-row.ts';
import { findShown } from './row-form.ts';
import { findReasonProblem, saveHeld } from './save-return-row.ts';
import { tidyCells } from './typed-cells.ts';
import type {
  RowAsked,
  RowCells,
  RowForm,
  RowProblem,
  RowRefusal,
  RowSaved,
  RowsLookedAt,
  RowTroubleSaid,
} from './views.ts';
import { weighChange } from './weigh-change.ts';
import { troubleWithoutDirector } from './without-director.ts';

/** What removing a row would do, before it is done. */
export interface RowRemoval {
  readonly kind: 'row-removal';
  readonly form: RowForm;
  readonly looked: RowsLookedAt;
  readonly troubles: readonly RowTroubleSaid[];
  readonly problem: RowProblem | undefined;
}

type RemovalAsked = RowAsked & { readonly rowKey: string };

/** The row, and what the child's return is without it. */
export const openRowRemoval = async (
  world: World,
  signedIn: SignedIn,
  asked: RemovalAsked,
): Promise<RowRemoval | RowRefusal> => {
  const form = await openReturnRow(world, signedIn, asked);
  if (form.kind === 'refused') return form;
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenantReading(world.db, tenant, async (tx) => {
    const held = await loadHeldReturn(tx, { world, signedIn }, asked);
    if (held.kind === 'refused') return held;
    const removal = await withoutRow(tx, held, { form, authority: tenant.authorityId });
    return removal ?? NO_SUCH_ROW;
  });
};

const withoutRow = async (
  tx: Tx,
  held: HeldReturn,
  { form, authority }: { readonly form: RowForm; readonly authority: string },
): Promise<RowRemoval | undefined> => {
  const { child, of } = held;
  const { table, rowKey = '' } = form;
  const corrected = correctRow({
    id: child.id,
    held: held.held,
    of,
    change: { kind: 'remove', table, key: rowKey },
  });
  if (corrected.kind === 'no-such-row') return undefined;
  const looked = await weighChange(tx, { ...held, authority }, { table, rowKey, change: corrected });
  const troubles =
    (await troubleWithoutDirector(tx, held, corrected)) ??
    (corrected.kind === 'not-taken-in' ? corrected.troubles : []);
  return { kind: 'row-removal', form, looked, troubles, problem: undefined };
};

/** Takes a row's thing out of the record from now on. What was believed before stays told of the time before. */
export const removeReturnRow = async (
  world: World,
  signedIn: SignedIn,
  asked: RemovalAsked & { readonly reason: string; readonly was: RowCells },
): Promise<RowSaved | RowRemoval | RowRefusal> => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  const done = await asTenant(
    world.db,
    tenant,
    async (tx): Promise<RowSaved | RowProblem | RowRefusal | 'look-again'> => {
      await holdRecord(tx);
      const held = await loadHeldReturn(tx, { world, signedIn }, asked);
      if (held.kind === 'refused') return held;
      const table = findTable(held, asked.table);
      if (table === undefined) return NO_SUCH_TABLE;
      const shown = findShown(held, { table, rowKey: asked.rowKey });
      // Sent twice: it is gone already.
      if (shown === undefined) return { ...REMOVED };
      const now = tidyCells(table, shown);
      const isAsSeen = Object.entries(now).every(([column, cell]) => (asked.was[column] ?? '') === cell);
      const problem = findReasonProblem(asked.reason);
      if (problem !== undefined) return problem;
      const change = { kind: 'remove', table, key: asked.rowKey } as const;
      const corrected = correctRow({ id: held.child.id, held: held.held, of: held.of, change });
      if (!isAsSeen || corrected.kind !== 'corrected') return 'look-again';
      if ((await troubleWithoutDirector(tx, held, corrected)) !== undefined) return 'look-again';
      await saveHeld(tx, { world, signedIn, held }, corrected.child, {
        what: 'remove',
        reason: asked.reason,
        detail: { table, row: asked.rowKey, cells: now },
      });
      return { ...REMOVED };
    },
  );
  if (done !== 'look-again' && (done.kind === 'saved' || !isProblem(done))) return done;
  const removal = await openRowRemoval(world, signedIn, asked);
  if (removal.kind === 'refused') return removal;
  return {
    ...removal,
    form: { ...removal.form, reason: asked.reason },
    problem: done === 'look-again' ? undefined : done,
  };
};

const REMOVED: RowSaved = { kind: 'saved', what: 'remove', cleared: 0, found: 0, isOfYear: true };

const isProblem = (refusal: RowProblem | RowRefusal): refusal is RowProblem =>
  refusal.name === 'reason-needed' ||
  refusal.name === 'reason-too-long' ||
  refusal.name === 'nothing-changed';
