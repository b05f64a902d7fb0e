import { type BankHolidays, holdsBankHolidaysFor } from '../calendar/bank-holidays.ts';
import { addDays, addMonths, type Day, maxDay, minDay } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { collectionYearOf, collectionYearPeriod } from '../calendar/reporting-year.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { CareHistory } from '../child/care-history.ts';
import { type Review, reviewsOf } from '../child/review.ts';

/**
 * When a looked-after child's case must be reviewed (Care Planning, Placement and Case Review (England) Regulations 2010,
 * regulation 33): within 20 working days of coming into care, within three months of that review, and then within six
 * months of the one before. Each counts from the review that was held, and not from the day on which it was due.
 */
const FIRST_WORKING_DAYS = 20;
const MONTHS_TO_SECOND = 3;
const MONTHS_BETWEEN = 6;

export interface ReviewDue {
  readonly history: CareHistory;
  /** The day by which it was due. */
  readonly on: Day;
  /** The day on which it was held, as is now known; null when it was not. */
  readonly held: Day | null;
  /** The day the child's care ended; null while it goes on. */
  readonly careEnds: Day | null;
}

/** Undefined where bank holidays are not held for all of those days. */
export const firstReviewDue = (careStarts: Day, calendar: BankHolidays): Day | undefined => {
  // Twenty working days are four weeks and the bank holidays in them.
  const isHeld =
    holdsBankHolidaysFor(calendar, careStarts) && holdsBankHolidaysFor(calendar, addDays(careStarts, 45));
  return isHeld ? addWorkingDays(careStarts, FIRST_WORKING_DAYS, calendar) : undefined;
};

/** The first day from which a record that holds this review can be taken to hold them all: returns are of whole years. */
export const reviewsHeldFrom = ({ on }: Review): Day => collectionYearPeriod(collectionYearOf(on)).starts;

/** A time without a break in care; short breaks are not care in this sense. */
export interface TimeInCare extends Period {
  readonly startKnown: boolean;
}

export const timesInCare = ({ stages }: CareHistory): readonly TimeInCare[] => {
  const times: TimeInCare[] = [];
  let since: Day | undefined;
  for (const { shortBreaks, inCareSince, startKnown, episode } of stages) {
    if (shortBreaks) {
      since = undefined;
      continue;
    }
    const time = { starts: inCareSince, ends: episode.dec, startKnown };
    if (inCareSince === since && times.length > 0) times[times.length - 1] = time;
    else times.push(time);
    since = inCareSince;
  }
  return times;
};

/**
 * Every review that was due of a child, in order, whether or not it was held: those of whose day the record can tell.
 * `heldFrom` is the first day from which reviews are recorded. Of a child whose care began before it, nobody knows when
 * the first review recorded was due, unless it came later than it could have been due if one had been held the day before.
 */
export const reviewsDueOf = (
  history: CareHistory,
  heldFrom: Day,
  calendar: BankHolidays,
): readonly ReviewDue[] => {
  const reviews = reviewsOf(history.facts);
  const dues: ReviewDue[] = [];
  for (const time of timesInCare(history)) {
    const { starts, ends } = time;
    const own = reviews.filter(({ on }) => on >= starts && (ends === null || on <= ends));
    for (const { on, held } of chainOf(time, own, heldFrom, calendar))
      if (ends === null || on < ends) dues.push({ on, held, history, careEnds: ends });
  }
  return dues;
};

type Due = Pick<ReviewDue, 'on' | 'held'>;

const chainOf = (
  { starts, startKnown }: TimeInCare,
  reviews: readonly Review[],
  heldFrom: Day,
  calendar: BankHolidays,
): readonly Due[] => {
  const dues: Due[] = [];
  const first = startKnown ? firstReviewDue(starts, calendar) : undefined;
  const isWhole = first !== undefined && starts >= heldFrom;
  const earliest = reviews[0]?.on;
  let due: Day | undefined = first;
  if (!isWhole) {
    const latest = addMonths(addDays(maxDay(starts, heldFrom), -1), MONTHS_BETWEEN);
    due = earliest !== undefined && earliest <= latest ? undefined : latest;
  }
  // The review that is the child's first has the next one due sooner.
  let isFirst = isWhole || (first !== undefined && earliest !== undefined && earliest <= first);
  for (const { on } of reviews) {
    if (due !== undefined) dues.push({ on: due, held: on });
    due = addMonths(on, isFirst ? MONTHS_TO_SECOND : MONTHS_BETWEEN);
    isFirst = false;
  }
  if (due !== undefined) dues.push({ on: due, held: null });
  return dues;
};

/** Whether the review was held by the day it was due. */
export const wasOnTime = ({ on, held }: ReviewDue): boolean => held !== null && held <= on;

/** The first day that does not find a review due and not yet held: it was held, or care had ended. Null while neither is so. */
export const outstandingUntil = ({ held, careEnds }: ReviewDue): Day | null => {
  if (held === null || careEnds === null) return held ?? careEnds;
  return minDay(held, careEnds);
};

/** Whether a day found the review due and not yet held, the child still being in care. */
export const isOutstandingOn = (due: ReviewDue, asOf: Day): boolean => {
  const until = outstandingUntil(due);
  return due.on <= asOf && (until === null || until > asOf);
};
