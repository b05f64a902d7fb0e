import { ageOn } from '../calendar/age.ts';
import type { Day } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import { periodsOverlap } from '../calendar/period.ts';
import { dayInWords } from '../calendar/words.ts';
import { isShortBreaks } from '../child/legal-status.ts';
import type { ChildRecord, PeriodOfCare } from '../child/record.ts';
import type { FormQuestion } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import { LEFT_WHY } from './ending.ts';

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

/** An authorisation of the director's, with the days of the one ending that it has served; none while it has served none. */
export interface LeavingAuthorisation {
  readonly on: Day;
  readonly served: readonly Day[];
}

/**
 * Whether the director authorised an ending: on a day of that same time in care, not after it was over, and for that ending
 * alone. Somebody who stays after all and leaves another day is authorised anew.
 */
export const isAuthorised = (
  { starts, ends }: EndedCare,
  authorised: readonly LeavingAuthorisation[],
): boolean =>
  authorised.some(
    ({ on, served }) => starts <= on && on <= ends && (served.length === 0 || served.includes(ends)),
  );

/** A time in care as the record had it from one moment to another, or still has it. */
export interface CareBelieved extends Pick<PeriodOfCare, 'starts' | 'ends' | 'endReason'> {
  readonly from: Moment;
  readonly until: Moment | undefined;
}

const isByDecision = ({ endReason }: CareBelieved): boolean =>
  endReason === PLANNED_HOME || (endReason !== null && REASONS_BY_DECISION.includes(endReason));

/**
 * The days of the ending that an authorisation has served: the first that the record learned of after it was given, on
 * whichever way, with every day to which that one was put right without care going on in between.
 */
export const daysServed = (
  believed: readonly CareBelieved[],
  { on, at }: { readonly on: Day; readonly at: Moment },
): readonly Day[] => {
  const inOrder = believed
    .filter(({ starts, ends, from }) => starts <= on && (ends === null || on <= ends) && from >= at)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const first = inOrder.findIndex((each) => each.ends !== null && isByDecision(each));
  if (first < 0) return [];
  const served: Day[] = [];
  let until: Moment | undefined;
  for (const each of inOrder.slice(first)) {
    if (each.ends === null || (until !== undefined && each.from !== until)) break;
    served.push(each.ends);
    until = each.until;
    if (until === undefined) break;
  }
  return served;
};

/**
 * An ending that a change would put into the record and that nobody authorised; undefined when there is none. One that the
 * record had before is history, and its day may be put right.
 */
export const findUnauthorisedEnding = (
  { before, after }: { readonly before: ChildRecord | undefined; readonly after: ChildRecord },
  authorised: readonly LeavingAuthorisation[],
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

/** Under which names a step asks for the day from which what it writes holds. */
const DAYS_WRITTEN: readonly string[] = ['made-on', 'status-from', 'placed-on'];

/**
 * Said of a step that would put such an ending into the record, at a question that it asks. A step that ends care itself can wait
 * for the director; one that says something else of an earlier day cannot, as nobody authorises what is over.
 */
export const faultWithoutDirector = (
  asks: readonly Pick<FormQuestion, 'name'>[],
  { ends }: EndedCare,
): Fault => {
  if (asks.some(({ name }) => name === LEFT_WHY)) return { question: LEFT_WHY, sentence: DIRECTOR_FIRST };
  const day = asks.find(({ name }) => DAYS_WRITTEN.includes(name)) ?? asks[0];
  return {
    question: day?.name ?? LEFT_WHY,
    sentence: `By the record care ended on ${dayInWords(ends)}, at 16 or 17. With this it would have ended by agreement, which only the director of children’s services authorises, and before it happens. Check the day, and what you chose. If both are right, tell whoever prepares the return: the record takes it from there, and the director is shown it under “Leaving care”`,
  };
};
