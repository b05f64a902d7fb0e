import { type BankHolidays, ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { type Day, type DayNumber, dayNumber } from '../calendar/day.ts';
import type { CareHistory } from '../child/care-history.ts';
import { type Review, reviewsOf } from '../child/review.ts';
import type { AuthorityOnDay, PreparedLedger } from '../measure/authority-on-day.ts';
import { inOrderOfDay } from '../measure/in-order-of-day.ts';
import type { MeasureContext } from '../measure/measure.ts';
import { onceFor } from '../measure/once-for.ts';
import { outstandingUntil, type ReviewDue, reviewsDueOf, reviewsHeldFrom, wasOnTime } from './reviews-due.ts';

export interface ReviewOfChild extends Review {
  readonly history: CareHistory;
}

const heldIn = onceFor(({ histories }: PreparedLedger): readonly ReviewOfChild[] => {
  const held: ReviewOfChild[] = [];
  for (const history of histories)
    for (const { on, takingPart } of reviewsOf(history.facts)) held.push({ on, takingPart, history });
  return inOrderOfDay(held);
});

/** Every review held, by day, and of one day by child. */
export const reviewsHeld = ({ ledger }: AuthorityOnDay): readonly ReviewOfChild[] => heldIn(ledger);

/** What was due of everybody. */
export interface ReviewsDue {
  /** By the day they were due, and of one day by child. */
  readonly all: readonly ReviewDue[];
  readonly byChild: ReadonlyMap<CareHistory, readonly DueInNumbers[]>;
}

/** A review due, in numbers: on each day of a series everyone in care is asked about theirs. */
export interface DueInNumbers {
  readonly on: DayNumber;
  /** The first day that did not find it due and not yet held: see `outstandingUntil`. */
  readonly until: DayNumber;
  readonly onTime: boolean;
}

const NONE: ReviewsDue = { all: [], byChild: new Map() };

/** By the calendar that working days were counted with. */
const dueIn = onceFor((_: PreparedLedger) => new Map<BankHolidays, ReviewsDue>());

/** Worked out once: what was due, and whether it was held in time, is the same for every later day. */
export const reviewsDue = (authority: AuthorityOnDay, context: MeasureContext): ReviewsDue => {
  const [first] = reviewsHeld(authority);
  if (first === undefined || first.on > authority.asOf) return NONE;
  const calendar = context.bankHolidays ?? ENGLAND_BANK_HOLIDAYS;
  const kept = dueIn(authority.ledger);
  const found = kept.get(calendar) ?? findReviewsDue(authority.ledger, reviewsHeldFrom(first), calendar);
  kept.set(calendar, found);
  return found;
};

interface DuesFound {
  readonly heldFrom: Day;
  readonly calendar: BankHolidays;
  readonly dues: readonly ReviewDue[];
  readonly inNumbers: readonly DueInNumbers[];
}

const duesFound = onceFor((_: CareHistory): { last: DuesFound | undefined } => ({ last: undefined }));

/** Kept with the child's history, which the next ledger shares with this one where nothing of the child changed. */
const duesOf = (history: CareHistory, heldFrom: Day, calendar: BankHolidays): DuesFound => {
  const kept = duesFound(history);
  if (kept.last?.heldFrom !== heldFrom || kept.last.calendar !== calendar) {
    const dues = reviewsDueOf(history, heldFrom, calendar);
    kept.last = { heldFrom, calendar, dues, inNumbers: dues.map(numbersOf) };
  }
  return kept.last;
};

const findReviewsDue = ({ histories }: PreparedLedger, heldFrom: Day, calendar: BankHolidays): ReviewsDue => {
  const byChild = new Map<CareHistory, readonly DueInNumbers[]>();
  const all: ReviewDue[] = [];
  for (const history of histories) {
    const { dues, inNumbers } = duesOf(history, heldFrom, calendar);
    byChild.set(history, inNumbers);
    for (const due of dues) all.push(due);
  }
  return { all: inOrderOfDay(all), byChild };
};

const numbersOf = (due: ReviewDue): DueInNumbers => {
  const until = outstandingUntil(due);
  return {
    on: dayNumber(due.on),
    until: until === null ? Number.POSITIVE_INFINITY : dayNumber(until),
    onTime: wasOnTime(due),
  };
};
