import { ENGLAND_BANK_HOLIDAYS, holdsBankHolidaysFor } from '../calendar/bank-holidays.ts';
import { addDays, type Day } from '../calendar/day.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { type CareHistory, findChildOnDay } from '../child/care-history.ts';
import { type ChildId, childId } from '../child/record.ts';
import type { AuthorityOnDay, PreparedLedger } from './authority-on-day.ts';
import type { Case, MeasureContext, Verdict } from './measure.ts';
import { onceFor } from './once-for.ts';

/** What measures share that are worked out from records besides children's time in care: see `records/records.ts`. */

/** A child's time in care by identifier: of this authority, or of the part of it that is looked at. */
export const historiesOf = onceFor(
  ({ histories }: PreparedLedger): ReadonlyMap<ChildId, CareHistory> =>
    new Map(histories.map((history) => [history.id, history])),
);

/** A case of a child whose time in care is held here; none of any other. The child is made only when a figure is cut. */
export const caseOfChild = (
  { ledger }: AuthorityOnDay,
  id: ChildId,
  on: Day,
  verdict: Verdict,
  rest: Pick<Case, 'amount' | 'outOf' | 'keys'> = {},
): readonly Case[] => {
  const history = historiesOf(ledger).get(id);
  if (history === undefined) return [];
  const made = {
    id,
    on,
    verdict,
    ...rest,
    get child() {
      return findChildOnDay(history, on);
    },
  };
  return [made];
};

/** A case of what is no child in care: a household, a search, a child in need. */
export const caseOfOther = (
  id: string,
  on: Day,
  verdict: Verdict,
  rest: Pick<Case, 'amount' | 'outOf' | 'keys'> = {},
): Case => ({ id: childId(id), on, verdict, ...rest });

/** Whether a day is in the time that is counted over. */
export const isInWindow = ({ window }: AuthorityOnDay, on: Day): boolean =>
  on >= window.starts && on < window.ends;

/** Whether the day asked about could know of what was recorded of that day. */
export const hasHappened = (on: Day | null, { asOf }: Pick<AuthorityOnDay, 'asOf'>): on is Day =>
  on !== null && on <= asOf;

/** Whether what was agreed stands at the end of a day, as that day could know. */
export const standsOn = (
  { agreedOn, takenBackOn }: { readonly agreedOn: Day; readonly takenBackOn?: Day | null },
  on: Day,
): boolean => agreedOn <= on && (takenBackOn === undefined || takenBackOn === null || takenBackOn > on);

export const yesOrNo = (yes: boolean): Verdict => (yes ? 'counts' : 'does-not-count');

/** The day so many working days later; undefined where bank holidays are not held for all of them. */
export const findWorkingDayAfter = (
  from: Day,
  workingDays: number,
  { bankHolidays = ENGLAND_BANK_HOLIDAYS }: MeasureContext,
): Day | undefined => {
  // Two days for each are enough for its weekends, and two weeks for any run of bank holidays.
  const furthest = addDays(from, workingDays * 2 + 14);
  const isHeld = holdsBankHolidaysFor(bankHolidays, from) && holdsBankHolidaysFor(bankHolidays, furthest);
  return isHeld ? addWorkingDays(from, workingDays, bankHolidays) : undefined;
};

/** Of what is due by a day: done by then, late, or not due yet. What was done is known only once its day has come. */
export const doneBy = (due: Day | undefined, done: Day | null, { asOf }: AuthorityOnDay): Verdict => {
  if (due === undefined) return 'bank-holidays-not-held';
  if (hasHappened(done, { asOf })) return yesOrNo(done <= due);
  return due > asOf ? 'not-due-yet' : 'does-not-count';
};

/** The latest by day of those that a day knows of. */
export const latestBy = <Each extends { readonly on: Day }>(
  all: readonly Each[],
  asOf: Day,
): Each | undefined => {
  let latest: Each | undefined;
  for (const each of all)
    if (each.on <= asOf && (latest === undefined || each.on >= latest.on)) latest = each;
  return latest;
};

const byChild = onceFor(
  (all: readonly { readonly child: ChildId }[]): ReadonlyMap<ChildId, readonly unknown[]> =>
    Map.groupBy(all, ({ child }) => child),
);

/** Records by the child they are of: worked out once for a list, however many days are asked about. */
export const recordsByChild = <Each extends { readonly child: ChildId }>(
  all: readonly Each[],
): ReadonlyMap<ChildId, readonly Each[]> => byChild(all) as ReadonlyMap<ChildId, readonly Each[]>;
