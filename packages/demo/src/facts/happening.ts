import type { DayNumber, FactKind } from '@rightplace/domain';

/** The return's tables other than Header and Episodes, by their names in the return. */
export type FactTable =
  | 'Reviews'
  | 'Missing'
  | 'OC2'
  | 'OC3'
  | 'AD1'
  | 'PlacedAdoption'
  | 'PrevPerm'
  | 'UASC'
  | 'SWEpisodes'
  | 'DoLo';

export const FACT_KINDS: Readonly<Record<FactTable, FactKind>> = {
  Reviews: 'review',
  Missing: 'missing',
  OC2: 'oc2',
  OC3: 'oc3',
  AD1: 'ad1',
  PlacedAdoption: 'placed-for-adoption',
  PrevPerm: 'previous-permanence',
  UASC: 'uasc',
  SWEpisodes: 'social-worker',
  DoLo: 'deprivation-of-liberty',
};

/** Something to be told of a child besides where they lived and under which law: a row of the return in the making. */
export interface Happening {
  readonly table: FactTable;
  /** The day from which it can be told. */
  readonly from: DayNumber;
  /** The day it was over; null for what happens on one day, or goes on. */
  readonly to: DayNumber | null;
  /** Columns and text, without CHILD, DOB and SEX, which are the child's. */
  readonly cells: Readonly<Record<string, string>>;
  /** Columns that can be told only once it is over. */
  readonly endCells?: Readonly<Record<string, string>>;
}

/** The row as it could be told at the end of that day; undefined before there was anything to tell. */
export const cellsAsAt = (
  happening: Happening,
  asAt: DayNumber,
): Readonly<Record<string, string>> | undefined => {
  if (happening.from > asAt) return undefined;
  const over = happening.to !== null && happening.to <= asAt;
  return over && happening.endCells !== undefined
    ? { ...happening.cells, ...happening.endCells }
    : happening.cells;
};
