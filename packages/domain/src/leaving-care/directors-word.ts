import { ageOn } from '../calendar/age.ts';
import type { Day } from '../calendar/day.ts';
import { periodsOverlap } from '../calendar/period.ts';
import { isShortBreaks } from '../child/legal-status.ts';
import type { ChildRecord, PeriodOfCare } from '../child/record.ts';

/**
 * Reasons for which a young person of 16 or 17 leaves care by their own wish, or because the authority decided so: home not by
 * plan, to somebody without parental responsibility, to live independently, or for another reason. The return has no code for
 * a self-discharge.
 */
export const REASONS_BY_DECISION: readonly string[] = ['E4B', 'E13', 'E5', 'E6', 'E8'];
/** Home as planned is by a court where there was a care order, and by decision where there was none. */
const PLANNED_HOME = 'E4A';
const ACCOMMODATED = 'V2';

/** A time in care that has ended. */
export type EndedCare = PeriodOfCare & { readonly ends: Day };

const statusAtEnd = ({ legalStatuses }: ChildRecord, { starts, ends }: PeriodOfCare): string | undefined =>
  legalStatuses.findLast((one) => one.starts >= starts && one.ends === ends)?.status;

/** Of somebody whose date of birth is not recorded, nobody can say that they were not 16 or 17. */
const isOfThatAge = (born: Day | undefined, on: Day): boolean => {
  const age = born === undefined ? 16 : ageOn(born, on);
  return age === 16 || age === 17;
};

/**
 * Endings of care at 16 or 17 that only the director of children's services may authorise (Care Planning, Placement and Case
 * Review (England) Regulations 2010, regulation 39; Worcestershire Children First, September 2023: "all").
 */
export const endingsForDirector = (record: ChildRecord): readonly EndedCare[] =>
  record.periodsOfCare.flatMap((period): readonly EndedCare[] => {
    const { ends, endReason } = period;
    if (ends === null || endReason === null || !isOfThatAge(record.details.dateOfBirth, ends)) return [];
    const status = statusAtEnd(record, period);
    if (status !== undefined && isShortBreaks(status)) return [];
    const isTheirs =
      REASONS_BY_DECISION.includes(endReason) || (endReason === PLANNED_HOME && status === ACCOMMODATED);
    return isTheirs ? [{ ...period, ends }] : [];
  });

/** Whether the director authorised an ending: on a day of that same time in care, and not after it was over. */
export const isAuthorised = ({ starts, ends }: EndedCare, authorised: readonly Day[]): boolean =>
  authorised.some((on) => starts <= on && on <= ends);

/**
 * An ending that a change would put into the record and that nobody authorised; undefined when there is none. One that the
 * record had before is history, and its day may be put right.
 */
export const findUnauthorisedEnding = (
  { before, after }: { readonly before: ChildRecord | undefined; readonly after: ChildRecord },
  authorised: readonly Day[],
): EndedCare | undefined => {
  const known = before === undefined ? [] : endingsForDirector(before);
  return endingsForDirector(after).find(
    (ending) =>
      !isAuthorised(ending, authorised) &&
      !known.some((one) => one.starts === ending.starts || periodsOverlap(one, ending)),
  );
};

export const DIRECTOR_FIRST =
  'At 16 or 17 care ends this way only once the director of children’s services has authorised it. Ask for that under “Leaving care at 16 or 17” on the child’s page; care does not end before the day it is authorised';
