import { type BankHolidays, ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import type { CareHistory } from '../child/care-history.ts';
import { type Review, reviewsOf } from '../child/review.ts';
import type { AuthorityOnDay, PreparedLedger } from '../measure/authority-on-day.ts';
import { inOrderOfDay } from '../measure/in-order-of-day.ts';
import type { MeasureContext } from '../measure/measure.ts';
import { type ReviewDue, reviewsDueOf, reviewsHeldFrom } from './reviews-due.ts';

export interface ReviewOfChild extends Review {
  readonly history: CareHistory;
}

const held = new WeakMap<PreparedLedger, readonly ReviewOfChild[]>();

/** Every review held, by day, and of one day by child. */
export const reviewsHeld = ({ ledger }: AuthorityOnDay): readonly ReviewOfChild[] => {
  const found =
    held.get(ledger) ??
    inOrderOfDay(
      ledger.histories.flatMap((history) =>
        reviewsOf(history.facts).map((review) => ({ ...review, history })),
      ),
    );
  held.set(ledger, found);
  return found;
};

/** What was due of everybody. */
export interface ReviewsDue {
  /** By the day they were due, and of one day by child. */
  readonly all: readonly ReviewDue[];
  readonly byChild: ReadonlyMap<CareHistory, readonly ReviewDue[]>;
}

const NONE: ReviewsDue = { all: [], byChild: new Map() };

interface Kept extends ReviewsDue {
  readonly calendar: BankHolidays;
}

const due = new WeakMap<PreparedLedger, Kept>();

/** Worked out once: what was due, and whether it was held in time, is the same for every later day. */
export const reviewsDue = (authority: AuthorityOnDay, context: MeasureContext): ReviewsDue => {
  const [first] = reviewsHeld(authority);
  if (first === undefined || first.on > authority.asOf) return NONE;
  const calendar = context.bankHolidays ?? ENGLAND_BANK_HOLIDAYS;
  const before = due.get(authority.ledger);
  if (before?.calendar === calendar) return before;
  const heldFrom = reviewsHeldFrom(first);
  const byChild = new Map(
    authority.ledger.histories.map((history) => [history, reviewsDueOf(history, heldFrom, calendar)]),
  );
  const found = { all: inOrderOfDay([...byChild.values()].flat()), byChild, calendar };
  due.set(authority.ledger, found);
  return found;
};
