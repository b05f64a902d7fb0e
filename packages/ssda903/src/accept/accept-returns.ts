import { type ChildId, type CollectionYear, childId, collectionYearLabel } from '@rightplace/domain';
import type { ReadReturn } from '../read/read-return.ts';
import { counted, type SetAside } from '../set-aside.ts';
import type { TableName } from '../tables/table.ts';
import { cellsOf, rowCount, type TableRows } from '../tables/table-rows.ts';
import { absentNotes, leftOpenAndAbsent } from './absent-children.ts';
import { acceptChild } from './accept-child.ts';
import { troubleWithChild } from './child-identifier.ts';
import { type YearFromDates, yearFromDates } from './collection-year.ts';
import { Days } from './days.ts';
import type { HeldChild, Outcomes } from './held.ts';
import { prepareReturn } from './prepared-return.ts';
import { numberChildren } from './rows-by-child.ts';
import { type RowCounts, Tally } from './tally.ts';

export interface ReturnOfYear extends ReadReturn {
  /** The year that its folder or the person importing it says; null when it is to be told from its dates. */
  readonly collectionYear: CollectionYear | null;
}

export interface Acceptance {
  /** Every child held or given. One about whom nothing has changed is the very object that was held. */
  readonly children: ReadonlyMap<ChildId, HeldChild>;
  /** Files and rows not taken in, in the order of the returns, files and lines. */
  readonly rejected: readonly SetAside[];
  readonly notes: readonly string[];
  readonly counts: ReadonlyMap<TableName, RowCounts>;
  readonly outcomes: Outcomes;
  /** The years of the returns, in the order given, told or inferred. */
  readonly collectionYears: readonly CollectionYear[];
}

const NO_ONE: ReadonlyMap<ChildId, HeldChild> = new Map();

/** When a return holds no date at all; it then has nothing for which its year would matter. */
const ANY_YEAR: CollectionYear = 2000;

/**
 * Takes in what returns say, beside what is held: for every row, either the record says it, or a newer return says
 * otherwise, or it is set aside with a reason. Nothing is dropped in silence: `counts` adds up.
 */
export const acceptReturns = ({
  returns,
  held = NO_ONE,
}: {
  readonly returns: readonly ReturnOfYear[];
  readonly held?: ReadonlyMap<ChildId, HeldChild>;
}): Acceptance => {
  const tally = new Tally();
  const days = new Days();
  const fromDates = returns.map((one) =>
    one.collectionYear === null ? yearFromDates(one.tables) : undefined,
  );
  const years = returns.map((one, i) => one.collectionYear ?? fromDates[i]?.year ?? ANY_YEAR);
  const tables = returns.flatMap((one) => one.tables);
  const numbers = numberChildren(tables);
  const prepared = returns
    .map((one, i) => ({
      tables: one.tables,
      setAside: one.setAside,
      year: years[i] ?? ANY_YEAR,
      isLabelled: one.collectionYear !== null,
    }))
    .sort((a, b) => a.year - b.year)
    .map((one) => prepareReturn(one, numbers, days));

  rejectRowsOfNoChild(tables, tally);
  const children = new Map(held);
  for (const [id, number] of numbers) {
    const child = childId(id);
    const accepted = acceptChild({ id, number, held: held.get(child) }, prepared, tally);
    if (held.has(child) || saysAnything(accepted)) children.set(child, accepted);
  }
  for (const id of leftOpenAndAbsent(children, prepared, numbers)) tally.notice('left-open-and-absent', id);
  return {
    children,
    rejected: inOrder(returns, tally),
    notes: [
      ...returns.flatMap((one, i) => yearNotes(one, fromDates[i])),
      ...returns.flatMap((one) => one.notes),
      ...tally.notes(),
      ...gaveWayNotes(tally),
      ...absentNotes(prepared, held, numbers),
    ],
    counts: countsOf(returns, tally),
    outcomes: tally.outcomes,
    collectionYears: years,
  };
};

const rejectRowsOfNoChild = (tables: readonly TableRows[], tally: Tally): void => {
  for (const rows of tables) {
    const children = cellsOf(rows, 'CHILD');
    rows.lines.forEach((line, row) => {
      const trouble = troubleWithChild(children.at(row));
      if (trouble !== undefined) tally.reject(rows.table, null, { file: rows.file, line }, trouble);
    });
  }
};

/** A child all of whose rows were set aside is not in the record. */
const saysAnything = ({ headerYears, episodes, facts }: HeldChild): boolean =>
  headerYears.length > 0 || episodes.length > 0 || facts.length > 0;

const inOrder = (returns: readonly ReturnOfYear[], tally: Tally): readonly SetAside[] => {
  const places = new Map<string, number>();
  const place = (file: string): void => {
    if (!places.has(file)) places.set(file, places.size);
  };
  for (const one of returns) {
    for (const { file } of one.tables) place(file);
    for (const { file } of one.setAside) place(file);
  }
  return [...returns.flatMap((one) => one.setAside), ...tally.rejected].sort(
    (a, b) => (places.get(a.file) ?? 0) - (places.get(b.file) ?? 0) || a.line - b.line,
  );
};

const countsOf = (returns: readonly ReturnOfYear[], tally: Tally): ReadonlyMap<TableName, RowCounts> => {
  for (const one of returns) {
    for (const rows of one.tables) tally.counts(rows.table).read += rowCount(rows);
    for (const { table } of one.setAside) {
      if (table === null) continue;
      tally.counts(table).read++;
      tally.counts(table).rejected++;
    }
  }
  return tally.byTable;
};

const yearNotes = (one: ReturnOfYear, told: YearFromDates | undefined): readonly string[] => {
  if (one.collectionYear !== null || one.tables.length === 0) return [];
  if (told === undefined) return ['No collection year was given, and no date in these files tells it.'];
  const { year, datesAfter } = told;
  const few =
    datesAfter === 0
      ? ''
      : `; ${counted(datesAfter, 'date')} after it ${datesAfter === 1 ? 'is' : 'are'} too few to tell of a later year`;
  return [
    `No collection year was given; from its latest dates this return was taken as ${collectionYearLabel(year)}${few}.`,
  ];
};

const gaveWayNotes = (tally: Tally): readonly string[] => {
  const gaveWay = [...tally.byTable.values()].reduce((sum, counts) => sum + counts.gaveWay, 0);
  return gaveWay === 0
    ? []
    : [`${counted(gaveWay, 'row')} of older returns gave way to what a newer one says of the same thing.`];
};
