import { collectionYearOf } from '../calendar/reporting-year.ts';
import type { ChildOnDay } from '../child/care-history.ts';
import { findYearlyRow, type YearlyRow } from '../child/yearly-row.ts';
import type { ExclusionReason } from '../measure/exclusion.ts';
import { oncePerYear } from '../measure/year-end.ts';
import { isContinuouslyLookedAfter } from './continuously-looked-after.ts';

/** A child in care on 31 March, with what the return's OC2 says of them. */
export interface OutcomeChild {
  readonly child: ChildOnDay;
  /** Why OC2 does not ask of them; undefined for those it asks of, who were looked after all the year. */
  readonly notAsked: ExclusionReason | undefined;
  /** Undefined when that year's return has no row of them. */
  readonly row: YearlyRow['fields'] | undefined;
}

/** Everyone in care on the last 31 March. OC2 is asked of those looked after continuously for the twelve months to it. */
export const outcomeChildren = oncePerYear((yearEnd): readonly OutcomeChild[] => {
  const year = collectionYearOf(yearEnd.asOf);
  return yearEnd.inCare.map((child) => ({
    child,
    notAsked: child.shortBreaks
      ? 'short-breaks'
      : isContinuouslyLookedAfter(child, year)
        ? undefined
        : 'in-care-under-12-months',
    row: findYearlyRow(child.history.facts, 'oc2', year),
  }));
});
