import { addDays, type Day, minDay } from '../calendar/day.ts';
import {
  type ClosedPeriod,
  daysIn,
  intersectPeriods,
  type Period,
  periodsOverlap,
} from '../calendar/period.ts';
import { clipPeriods, subtractPeriods } from '../calendar/period-union.ts';
import { collectionYearOf, collectionYearPeriod } from '../calendar/reporting-year.ts';
import { dayInWords } from '../calendar/words.ts';
import { AVOIDANCE_FORUMS } from '../measure/records/money.ts';
import { type Pence, pence } from '../money/pence.ts';
import { formatWeekly, type PencePerWeek, pencePerWeek } from '../money/weekly.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import { sameLineOfPrice } from './line-of-price.ts';
import type { PriceLine } from './payable.ts';

export type AvoidanceForum = keyof typeof AVOIDANCE_FORUMS;

/** What about the price was brought down. */
export const AVOIDANCE_CATEGORIES = {
  rate: 'The rate',
  staffing: 'Staffing',
  duration: 'How long something is paid',
  extras: 'Other extras',
  type: 'The type of home',
} as const;

/** How a line stands: only what finance has verified counts in figures. */
export const AVOIDANCE_STANDINGS = {
  drafted: 'To be verified',
  verified: 'Verified',
  'sent-back': 'Sent back',
  'taken-back': 'Taken back',
} as const;
export type AvoidanceStanding = keyof typeof AVOIDANCE_STANDINGS;

/** One reduction of a weekly price, and for which nights it is claimed. It is no saving, and never added to one. */
export interface AvoidedCost {
  readonly forum: AvoidanceForum;
  readonly category: keyof typeof AVOIDANCE_CATEGORIES;
  /** Of which line of the price: the core fee, or an addition by its name. */
  readonly of: string;
  readonly agreedOn: Day;
  readonly before: PencePerWeek;
  readonly after: PencePerWeek;
  readonly nights: ClosedPeriod;
  readonly whyWeeks: string;
  readonly evidence: string;
}

type Priced = Pick<AvoidedCost, 'before' | 'after'>;

/** In fifty-two weeks: a year of weeks, and the most that one line claims. */
export const MOST_NIGHTS_CLAIMED = 364;

export const avoidedAWeek = ({ before, after }: Priced): PencePerWeek => pencePerWeek(before - after);

/** Weeks as measures take them: a night is a seventh. */
export const weeksOfNights = (nights: number): number => nights / 7;

/** The reduction times the weeks, to a whole penny once. No number of sevenths is half a penny, so nothing hangs on how halves go. */
const avoidedFor = (line: Priced, nights: number): Pence =>
  pence(Math.round((avoidedAWeek(line) * nights) / 7));

export interface ClaimedNights {
  readonly nights: number;
  readonly amount: Pence;
}

export const avoidedInFull = (line: AvoidedCost): ClaimedNights => {
  const nights = daysIn(line.nights);
  return { nights, amount: avoidedFor(line, nights) };
};

/** Of the nights claimed those of the financial year in which it was agreed. */
export const avoidedInYear = (line: AvoidedCost): ClaimedNights => {
  const within = intersectPeriods(line.nights, collectionYearPeriod(collectionYearOf(line.agreedOn)));
  const nights = within === undefined ? 0 : daysIn(within);
  return { nights, amount: avoidedFor(line, nights) };
};

/** Nights claimed up to a day on which the child did not live there after all. Finance weighs them; nothing is changed by itself. */
export const nightsNotLived = (
  { nights }: Pick<AvoidedCost, 'nights'>,
  stay: Period | null,
  on: Day,
): number => {
  const gone = { starts: nights.starts, ends: minDay(nights.ends, addDays(on, 1)) };
  if (gone.starts >= gone.ends) return 0;
  const lived = stay === null ? undefined : intersectPeriods(gone, stay);
  return daysIn(gone) - (lived === undefined ? 0 : daysIn(lived));
};

/** Nights of a claim at another price than it says was agreed: the agreement's own, nought where it has no such line then. */
export const pricedOtherwise = (
  { of, after, nights }: Pick<AvoidedCost, 'of' | 'after' | 'nights'>,
  lines: readonly PriceLine[],
): readonly (ClosedPeriod & { readonly weekly: PencePerWeek })[] => {
  const own = clipPeriods(
    lines.filter(({ name }) => sameLineOfPrice(name, of)),
    nights,
  );
  return [
    ...own.map(({ starts, ends, weekly }) => ({ starts, ends, weekly })),
    ...subtractPeriods({ starts: nights.starts, ends: nights.ends }, own).map((rest) => ({
      ...rest,
      weekly: pencePerWeek(0),
    })),
  ]
    .filter(({ weekly }) => weekly !== after)
    .toSorted((a, b) => (a.starts < b.starts ? -1 : 1));
};

export const isCounted = (standing: AvoidanceStanding): boolean =>
  standing === 'drafted' || standing === 'verified';

/** Whether a reduction is claimed already, in whichever forum, for any of the same nights of the same line of the price. */
export const findCountedAlready = (
  line: Pick<AvoidedCost, 'of' | 'nights'>,
  others: readonly (AvoidedCost & { readonly standing: AvoidanceStanding })[],
): Refusal<'counted-already'> | undefined => {
  const same = others.find(
    (other) =>
      isCounted(other.standing) &&
      sameLineOfPrice(other.of, line.of) &&
      periodsOverlap(other.nights, line.nights),
  );
  return (
    same &&
    refused(
      'counted-already',
      `Already counted in ${forumInWords(same.forum)}: ${formatWeekly(avoidedAWeek(same))} of “${same.of}” from ${dayInWords(same.nights.starts)} to ${dayInWords(addDays(same.nights.ends, -1))}, agreed on ${dayInWords(same.agreedOn)}. No two lines claim the same nights of one price.`,
    )
  );
};

const FORUM_WORDS = { 'placements-forum': 'the Placements forum', panel: 'the Placement Panel' } as const;
/** "the Placements forum", within a sentence. */
export const forumInWords = (forum: AvoidanceForum): string => FORUM_WORDS[forum];
