import { ageOn } from '../calendar/age.ts';
import type { Day } from '../calendar/day.ts';
import { type CollectionYear, collectionYearOf } from '../calendar/reporting-year.ts';
import type { CareHistory, Stage } from '../child/care-history.ts';
import { readReturnDay } from '../child/fact-days.ts';
import { isShortBreaks } from '../child/legal-status.ts';
import { type YearlyRow, yearlyRows } from '../child/yearly-row.ts';
import type { PreparedLedger } from '../measure/authority-on-day.ts';
import type { ExclusionReason } from '../measure/exclusion.ts';
import { onceFor } from '../measure/once-for.ts';
import { oncePerYear } from '../measure/year-end.ts';

/** A young person of the year's OC3: how they were around their birthday, as the return tells it. */
export interface CareLeaver {
  readonly history: CareHistory;
  readonly row: YearlyRow['fields'];
  /** Completed years on 31 March; undefined when the date of birth is not recorded. */
  readonly age: number | undefined;
  /** When they last left care by that 31 March, and the episode it ended; undefined when the record does not hold it. */
  readonly left: { readonly on: Day; readonly stage: Stage } | undefined;
  /** Why percentages leave them out. */
  readonly leftOut: ExclusionReason | undefined;
}

/** Everyone of whom the return of the year that ended on the last 31 March has a row of OC3, in order of identifier. */
export const careLeavers = oncePerYear(({ ledger, asOf }): readonly CareLeaver[] => {
  const told = toldOf(ledger).get(collectionYearOf(asOf)) ?? [];
  return told.map(({ history, row }) => careLeaver(history, row, asOf));
});

interface Told {
  readonly history: CareHistory;
  readonly row: YearlyRow['fields'];
}

/** Of each year whom its return tells as a care leaver: few of all who ever were in care. */
const toldOf = onceFor(({ histories }: PreparedLedger): ReadonlyMap<CollectionYear, readonly Told[]> => {
  const byYear = new Map<CollectionYear, Told[]>();
  for (const history of histories)
    for (const { year, fields } of yearlyRows(history.facts, 'oc3')) {
      const told = byYear.get(year) ?? [];
      byYear.set(year, told);
      // Of two rows of one year the later stands.
      if (told.at(-1)?.history === history) told.pop();
      told.push({ history, row: fields });
    }
  return byYear;
});

const careLeaver = (history: CareHistory, row: YearlyRow['fields'], yearEnd: Day): CareLeaver => {
  const born = history.dateOfBirth ?? readReturnDay(row['DOB'] ?? '');
  const stages = history.stages.filter(({ episode }) => episode.decom <= yearEnd);
  return {
    history,
    row,
    age: born === undefined ? undefined : ageOn(born, yearEnd),
    left: lastLeft(stages.at(-1), yearEnd),
    leftOut: whyLeftOut(row, stages, yearEnd),
  };
};

const lastLeft = (stage: Stage | undefined, yearEnd: Day): CareLeaver['left'] => {
  const on = stage?.episode.dec ?? null;
  return stage === undefined || on === null || on > yearEnd ? undefined : { on, stage };
};

/** Care taken over by another authority. */
const TAKEN_OVER = 'E3';

const whyLeftOut = (
  row: YearlyRow['fields'],
  stages: readonly Stage[],
  yearEnd: Day,
): ExclusionReason | undefined => {
  if (row['IN_TOUCH'] === 'DIED') return 'died';
  if (row['IN_TOUCH'] === 'RHOM') return 'returned-home';
  if (lastLeft(stages.at(-1), yearEnd)?.stage.episode.rec === TAKEN_OVER) return 'care-taken-over';
  if (stages.length > 0 && stages.every(({ episode }) => isShortBreaks(episode.ls))) return 'short-breaks';
  return undefined;
};
