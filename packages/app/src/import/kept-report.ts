import { type SetAside, type SetAsideRule, troubleWithChild } from '@rightplace/ssda903';
import type { AcceptedImport, ImportReport } from './accept-given.ts';
import type { FoundRowKept } from './rules-found.ts';

/**
 * Of a file gone wrong from end to end, so many rows are kept to be looked at; the rest are like them, and all are counted.
 * A report without end could not be kept at all.
 */
export const MOST_ROWS_KEPT = 20_000;

export interface ImportCounts
  extends Omit<
    ImportReport,
    | 'tables'
    | 'rejected'
    | 'notes'
    | 'yearsFromDates'
    | 'yearDoubts'
    | 'isYearMissing'
    | 'rulesFound'
    | 'corrections'
  > {
  readonly rejected: number;
  readonly rejectedByRule: Readonly<Partial<Record<SetAsideRule, number>>>;
  readonly notes: number;
}

/** An import in figures, for lists. */
export const summaryOf = ({
  rejected,
  notes,
  tables,
  yearsFromDates,
  yearDoubts,
  isYearMissing,
  rulesFound,
  corrections,
  ...rest
}: ImportReport): ImportCounts => {
  const rejectedByRule: Partial<Record<SetAsideRule, number>> = {};
  for (const { rule } of rejected) rejectedByRule[rule] = (rejectedByRule[rule] ?? 0) + 1;
  return { ...rest, rejected: rejected.length, rejectedByRule, notes: notes.length };
};

/** What is no identifier that a child could be kept under names nobody. */
const namesSomebody = (child: string | null): child is string =>
  child !== null && troubleWithChild(child) === undefined && !/\p{C}/u.test(child);

/** Whom rows set aside name. */
export const childrenSetAside = ({
  rejected,
}: {
  readonly rejected: readonly Pick<SetAside, 'child' | 'rule'>[];
}): readonly string[] => [...new Set(rejected.flatMap(({ child }) => (namesSomebody(child) ? child : [])))];

/** Whom the rows name in which the rules found something. */
export const childrenFound = (rows: readonly Pick<FoundRowKept, 'child'>[]): readonly string[] => [
  ...new Set(rows.flatMap(({ child }) => (namesSomebody(child) ? child : []))),
];

export interface KeptReport extends ImportReport {
  /** What the rules found, row by row. */
  readonly foundRows?: readonly FoundRowKept[];
  readonly digest: string;
}

export const reportToKeep = ({
  report,
  digest,
  foundRows,
}: Pick<AcceptedImport, 'report' | 'digest'> & {
  readonly foundRows: readonly FoundRowKept[];
}): KeptReport => ({
  ...report,
  foundRows,
  rejected: report.rejected.slice(0, MOST_ROWS_KEPT),
  digest,
});
