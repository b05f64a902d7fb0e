import { type BankHolidays, ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import type { Day } from '../calendar/day.ts';
import type { CareHistory } from '../child/care-history.ts';
import { type Review, reviewsOf } from '../child/review.ts';
import type { AuthorityOnDay, PreparedLedger } from '../measure/authority-on-day.ts';
import { onceFor } from '../measure/case-of.ts';
import { inOrderOfDay } from '../measure/in-order-of-day.ts';
import type { MeasureContext } from '../measure/measure.ts';
import { type ReviewDue, reviewsDueOf, reviewsHeldFrom } from './reviews-due.ts';

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
  readonly byChild: ReadonlyMap<CareHistory, readonly ReviewDue[]>;
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
}

const duesFound = onceFor((_: CareHistory): { last: DuesFound | undefined } => ({ last: undefined }));

/** Kept with the child's history, which the next ledger shares with this one where nothing of the child changed. */
const duesOf = (history: CareHistory, heldFrom: Day, calendar: BankHolidays): readonly ReviewDue[] => {
  const kept = duesFound(history);
  if (kept.last?.heldFrom !== heldFrom || kept.last.calendar !== calendar)
    kept.last = { heldFrom, calendar, dues: reviewsDueOf(history, heldFrom, calendar) };
  return kept.last.dues;
};

const findReviewsDue = ({ histories }: PreparedLedger, heldFrom: Day, calendar: BankHolidays): ReviewsDue => {
  const byChild = new Map<CareHistory, readonly ReviewDue[]>();
  const all: ReviewDue[] = [];
  for (const history of histories) {
    const dues = duesOf(history, heldFrom, calendar);
    byChild.set(history, dues);
    for (const due of dues) all.push(due);
  }
  return { all: inOrderOfDay(all), byChild };
};
