import { addMonths, type Day } from '../calendar/day.ts';
import { isShortBreaks } from '../child/legal-status.ts';
import { type LeftFor, leftFor } from '../child/reason-ceased.ts';
import type { ChildRecord, PeriodOfCare } from '../child/record.ts';

/** To family or people who know the child: where a return to care says that it did not hold. */
const TO_FAMILY: readonly (LeftFor | undefined)[] = [
  'returned-home',
  'special-guardianship',
  'child-arrangements',
];

/** How long it is watched whether somebody comes back, in months: the first, and to the end. */
export const WATCHED_MONTHS = { first: 12, last: 24 } as const;

/** Somebody who went to their family, for as long as it is watched whether they come back. */
export interface Watched {
  readonly left: Day;
  readonly reason: string;
  /** The last day of the first twelve months, and of the twenty-four. */
  readonly until: { readonly first: Day; readonly last: Day };
  /** The day on which they came back into care; undefined while they have not. */
  readonly back: Day | undefined;
  /** Within how many months they came back. */
  readonly within: 12 | 24 | undefined;
}

const isCare = ({ legalStatuses }: ChildRecord, { starts, ends }: PeriodOfCare): boolean =>
  !legalStatuses.some(
    (one) => one.starts >= starts && (ends === null || one.starts <= ends) && isShortBreaks(one.status),
  );

/** What becomes of somebody who went to their family, as a day could know it; undefined when it is not watched then. */
export const findWatched = (record: ChildRecord, asOf: Day): Watched | undefined => {
  const times = record.periodsOfCare.filter((period) => period.starts <= asOf && isCare(record, period));
  return times
    .flatMap(({ ends: left, endReason: reason }, i): readonly Watched[] => {
      if (left === null || reason === null || left > asOf || !TO_FAMILY.includes(leftFor(reason))) return [];
      const until = {
        first: addMonths(left, WATCHED_MONTHS.first),
        last: addMonths(left, WATCHED_MONTHS.last),
      };
      if (until.last < asOf) return [];
      const back = times[i + 1]?.starts;
      const counts = back !== undefined && back <= until.last;
      return [
        {
          left,
          reason,
          until,
          back: counts ? back : undefined,
          within: counts ? (back <= until.first ? 12 : 24) : undefined,
        },
      ];
    })
    .at(-1);
};
