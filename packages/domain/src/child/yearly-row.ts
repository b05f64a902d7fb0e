import type { CollectionYear } from '../calendar/reporting-year.ts';
import { findFactYear } from './fact-days.ts';
import { readOnce } from './read-once.ts';
import type { ChildFact } from './record.ts';

/** What the return asks once a year of a child: a row of one collection year. */
export interface YearlyRow {
  readonly year: CollectionYear;
  readonly fields: ChildFact['fields'];
}

const rowsOf = (kind: 'oc2' | 'oc3') =>
  readOnce(
    kind,
    (fact): YearlyRow | undefined => {
      const year = findFactYear(fact);
      return year === undefined ? undefined : { year, fields: fact.fields };
    },
    (a, b) => a.year - b.year,
  );

const ROWS = { oc2: rowsOf('oc2'), oc3: rowsOf('oc3') } as const;

/** All that the returns of years said of a child in rows of one kind, earliest year first. */
export const yearlyRows = (facts: readonly ChildFact[], kind: keyof typeof ROWS): readonly YearlyRow[] =>
  ROWS[kind](facts);

/** The columns of a child's row of a year; undefined when that year's return has none. */
export const findYearlyRow = (
  facts: readonly ChildFact[],
  kind: keyof typeof ROWS,
  year: CollectionYear,
): YearlyRow['fields'] | undefined => yearlyRows(facts, kind).findLast((row) => row.year === year)?.fields;
