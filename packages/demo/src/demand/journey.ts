import type { DayNumber } from '@rightplace/domain';
import { dayText, nextWeekday } from '../calendar/days.ts';
import { between, chance, logNormalDays, type Odds, weighted } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';
import { ASSESSMENT_FACTORS, CATEGORIES, CONTACT_FACTORS, EARLIER_PLANS, NEEDS } from './demand-mix.ts';
import type { Teller } from './told-facts.ts';

/** What a child is told of with: chance of its own, and how far through the years told of a day is, from 0 to 1. */
export interface Telling {
  readonly teller: Teller;
  readonly next: Stream;
  readonly through: (on: DayNumber) => number;
}

/** So many different ones, likelier ones likelier, by the weights of that day. */
const severalOf = (
  { next, through }: Telling,
  on: DayNumber,
  weights: readonly (readonly [string, number, number])[],
  count: number,
): readonly string[] => {
  const at = through(on);
  let odds: Odds<string> = weights.map(([name, first, last]) => [name, first + (last - first) * at]);
  const found: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const drawn = weighted(next, odds);
    found.push(drawn);
    odds = odds.filter(([name]) => name !== drawn);
  }
  return found;
};

export const tellContact = (
  telling: Telling,
  { child, on, source, outcome }: { child: string; on: DayNumber; source: string; outcome: string },
): void => {
  const factors = severalOf(telling, on, CONTACT_FACTORS, chance(telling.next, 0.35) ? 2 : 1).join('; ');
  telling.teller.event('contact', child, on, { key: source, detail: { outcome, factors } });
};

/** A contact that became a referral, and the referral. */
export const tellReferral = (
  telling: Telling,
  { child, on, source, isNoMore }: { child: string; on: DayNumber; source: string; isNoMore: boolean },
): void => {
  tellContact(telling, { child, on, source, outcome: 'Referral' });
  telling.teller.event('referral', child, on, {
    key: source,
    detail: { noFurtherAction: isNoMore ? 'yes' : 'no' },
  });
};

/** An assessment from the referral on, with what it found. Gives the day on which it was done. */
export const tellAssessment = (
  telling: Telling,
  { child, on, found }: { child: string; on: DayNumber; found?: readonly string[] },
): DayNumber => {
  const { teller, next } = telling;
  const starts = nextWeekday(on + between(next, 0, 1));
  const ends = nextWeekday(starts + Math.min(110, 8 + logNormalDays(next, 30, 0.55)));
  teller.stretch('assessment', child, starts, { ends });
  for (const factor of found ?? severalOf(telling, ends, ASSESSMENT_FACTORS, between(next, 1, 3)))
    teller.event('factor', child, ends, { key: factor });
  return ends;
};

/** An enquiry, with its conference where there was one. */
export const tellEnquiry = (
  { teller }: Telling,
  { child, on, conference }: { child: string; on: DayNumber; conference?: DayNumber | undefined },
): void => {
  const isHeld = conference !== undefined && teller.isPast(conference);
  teller.event('section-47', child, on, {
    detail: isHeld ? { conferenceOn: dayText(conference) } : {},
  });
};

/** Four in five conferences are within three weeks of the strategy discussion. */
export const conferenceAfter = (next: Stream, enquiry: DayNumber): DayNumber =>
  nextWeekday(enquiry + (chance(next, 0.8) ? between(next, 9, 18) : between(next, 22, 40)));

export const earlierPlans = (next: Stream): number => weighted(next, EARLIER_PLANS);

export const tellPlan = (
  { teller, next }: Telling,
  { child, on, ends, before }: { child: string; on: DayNumber; ends: DayNumber; before: number },
): void => {
  teller.stretch('protection-plan', child, on, {
    ends,
    detail: { category: weighted(next, CATEGORIES), previousPlans: String(before) },
  });
};

export const tellNeed = (
  { teller, next }: Telling,
  { child, on, ends, need }: { child: string; on: DayNumber; ends?: DayNumber | undefined; need?: string },
): void => {
  teller.stretch('in-need', child, on, { ends, detail: { need: need ?? weighted(next, NEEDS) } });
};

export const tellClosure = (
  { teller }: Telling,
  { child, on, outcome }: { child: string; on: DayNumber; outcome: string },
): void => {
  teller.event('edge-of-care', child, nextWeekday(on), { detail: { outcome } });
};
