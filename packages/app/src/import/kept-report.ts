import type { SetAside, SetAsideRule } from '@rightplace/ssda903';
import type { AcceptedImport, ImportReport } from './accept-given.ts';

/**
 * Of a file gone wrong from end to end, so many rows are kept to be looked at; the rest are like them, and all are counted.
 * A report without end could not be kept at all.
 */
export const MOST_ROWS_KEPT = 20_000;

export interface ImportCounts
  extends Omit<
    ImportReport,
    'tables' | 'rejected' | 'notes' | 'yearsFromDates' | 'isYearMissing' | 'rulesFound'
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
  isYearMissing,
  rulesFound,
  ...rest
}: ImportReport): ImportCounts => {
  const rejectedByRule: Partial<Record<SetAsideRule, number>> = {};
  for (const { rule } of rejected) rejectedByRule[rule] = (rejectedByRule[rule] ?? 0) + 1;
  return { ...rest, rejected: rejected.length, rejectedByRule, notes: notes.length };
};

/** Whom rows set aside name; what is no identifier a child could be kept under names nobody. */
export const childrenSetAside = ({
  rejected,
}: {
  readonly rejected: readonly Pick<SetAside, 'child' | 'rule'>[];
}): readonly string[] => [
  ...new Set(
    rejected.flatMap(({ child, rule }) =>
      child === null || rule === 'unusable-child' || /\p{C}/u.test(child) ? [] : child,
    ),
  ),
];

export interface KeptReport extends ImportReport {
  readonly digest: string;
}

export const reportToKeep = ({ report, digest }: AcceptedImport): KeptReport => ({
  ...report,
  rejected: report.rejected.slice(0, MOST_ROWS_KEPT),
  digest,
});
