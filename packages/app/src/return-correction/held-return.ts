import {
  type ChildId,
  type ChildRecord,
  type CollectionYear,
  type Day,
  londonDayOf,
  type Moment,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  type ChildRows,
  cellsOf,
  type HeldChild,
  isInYear,
  type OfYear,
  rowsOfChild,
  TABLES,
  type TableName,
  type TableRows,
  tableRowsFrom,
  tablesOfChild,
  withEarlierEpisodes,
} from '@rightplace/ssda903';
import { loadEntered, loadReportedOf, type Tx } from '@rightplace/store';
import { type FoundChild, findChildFor } from '../child/view-child.ts';
import { heldFromRecords } from '../import/held-children.ts';
import { frozenTables } from '../return-readiness/frozen-tables.ts';
import { findYearRefusal } from '../return-readiness/reach.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { ChildNamed, RowRefusal } from './views.ts';

/** A child's return of a year as the record has it now, to somebody who may correct it. */
export interface HeldReturn {
  readonly kind: 'held-return';
  /** The rules look at a year that is not over as far as it has come. */
  readonly today: Day;
  readonly at: Moment;
  readonly found: FoundChild;
  readonly child: ChildNamed;
  readonly held: HeldChild;
  readonly of: OfYear;
  readonly rows: ChildRows;
}

export const loadHeldReturn = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  { id, collectionYear }: { readonly id: ChildId; readonly collectionYear: CollectionYear },
): Promise<HeldReturn | Exclude<RowRefusal, Refusal<'no-such-table' | 'no-such-row'>>> => {
  const at = world.now();
  const today = londonDayOf(at);
  const asKnown = { asOf: today, knownAt: undefined };
  const found = await findChildFor(tx, { world, signedIn }, { id, action: 'correct-row', asKnown });
  if (found.kind === 'refused') return found;
  const refusal = findYearRefusal(collectionYear, today);
  if (refusal !== undefined) return refusal;
  const { held, of } = await heldOfYear(tx, found.present, collectionYear);
  const { givenName, familyName, dateOfBirth } = found.present.details;
  const named = {
    id,
    ...(givenName === undefined ? {} : { givenName }),
    ...(familyName === undefined ? {} : { familyName }),
    ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
  };
  return { kind: 'held-return', today, at, found, child: named, held, of, rows: rowsOfChild(id, held, of) };
};

const NOTHING_HELD: HeldChild = { details: {}, headerYears: [], episodes: [], facts: [] };

/** What is held of the child, and which of it is of the year. */
export const heldOfYear = async (
  tx: Tx,
  record: ChildRecord,
  year: CollectionYear,
): Promise<{ readonly held: HeldChild; readonly of: OfYear }> => {
  const { reported, isYearHeld } = await loadReportedOf(tx, record.id, year);
  return {
    held:
      heldFromRecords([record], reported, await loadEntered(tx, record.id)).get(record.id) ?? NOTHING_HELD,
    of: { year, choice: isYearHeld ? 'as-reported' : 'by-dates' },
  };
};

/** Last year's rows of a child, as these of this year are compared with them, when this is held of the child. */
export type LastYearOf = (held: HeldChild, rows: ChildRows) => readonly TableRows[];

/**
 * As they were submitted; else as the record has them, which a correction changes too: a date of birth put right is right
 * in every year.
 */
export const loadLastYear = async (
  tx: Tx,
  record: ChildRecord,
  year: CollectionYear,
): Promise<LastYearOf> => {
  const withEarlier = (lastYear: readonly TableRows[], held: HeldChild, rows: ChildRows) =>
    withEarlierEpisodes(lastYear, {
      collectionYear: year,
      tables: tablesOfChild(rows, year),
      held: new Map([[record.id, held]]),
    });
  const frozen = await frozenTables(tx, year - 1);
  if (frozen !== undefined) {
    const own = frozen.tables.map((rows) => onlyOf(record.id, rows));
    const submitted = [
      ...own,
      ...tablesOfChild(new Map(), year - 1).filter(
        (empty) => !own.some(({ table }) => table === empty.table),
      ),
    ];
    return (held, rows) => withEarlier(submitted, held, rows);
  }
  const { of } = await heldOfYear(tx, record, year - 1);
  return (held, rows) => withEarlier(tablesOfChild(rowsOfChild(record.id, held, of), of.year), held, rows);
};

/** Those rows of a whole return's table that are of one child. */
const onlyOf = (id: ChildId, rows: TableRows): TableRows => {
  const children = cellsOf(rows, 'CHILD');
  const places = Array.from(rows.lines.keys()).filter((row) => children.at(row) === id);
  const cells = rows.columns.map((column) => ({ column, cells: cellsOf(rows, column) }));
  return tableRowsFrom(
    rows.table,
    rows.file,
    places.map((row) => Object.fromEntries(cells.map((each) => [each.column, each.cells.at(row)]))),
  );
};

/** A table by its name, if that year's return has it or the child has rows of it all the same. */
export const findTable = ({ rows, of }: HeldReturn, name: string): TableName | undefined =>
  TABLES.find(
    (table) => table.name === name && (isInYear(table, of.year) || (rows.get(table.name)?.length ?? 0) > 0),
  )?.name;

export const NO_SUCH_TABLE: Refusal<'no-such-table'> = refused(
  'no-such-table',
  'The return of that year has no such table.',
);
export const NO_SUCH_ROW: Refusal<'no-such-row'> = refused(
  'no-such-row',
  'There is no such row in the child’s return.',
);
