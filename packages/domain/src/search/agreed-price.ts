import type { Day } from '../calendar/day.ts';
import type { Answers } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import { parseMoney } from '../money/parse-money.ts';
import { type PencePerWeek, pencePerWeek } from '../money/weekly.ts';
import { sameLineOfPrice } from '../payment/line-of-price.ts';
import { findPriceFaults } from '../payment/price-faults.ts';
import { OFFER_CHOSEN } from '../placement-request/choice-steps.ts';
import { ADDITIONS_KEPT, ADDITIONS_OTHERWISE, AGREED_WEEKLY } from '../placement-request/terms-steps.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { type Addition, additionsIn, type Offer } from './offer.ts';
import { linesOf } from './offer-cost.ts';
import { wordIn } from './said-in-entry.ts';

/** What was agreed with the provider of a chosen offer. */
export interface AgreedPrice {
  readonly core: PencePerWeek;
  readonly additions: readonly Addition[];
}

type Offered = Pick<Offer, 'key' | 'core' | 'additions'>;

/** "Addition 2: Travel, …" is the second of the offer, however its price and its days are written. */
const placeIn = (key: string): number => Number(/^Addition (\d+):/.exec(key)?.[1] ?? 0);

/** Those that were agreed as offered, and those that were agreed otherwise. Where nobody was asked, the offer's. */
const additionsAgreed = (said: Answers, { additions }: Pick<Offer, 'additions'>): readonly Addition[] => {
  const kept = said[ADDITIONS_KEPT];
  const otherwise = additionsIn(said[ADDITIONS_OTHERWISE]);
  if (kept === undefined) return [...additions, ...otherwise];
  const places = new Set([kept].flat().flatMap((key) => (typeof key === 'string' ? [placeIn(key)] : [])));
  return [...additions.filter((_, at) => places.has(at + 1)), ...otherwise];
};

/** What was agreed of an offer since it was chosen the last time; undefined while nothing is, or another was chosen since. */
export const agreedPrice = (events: readonly CaseEvent[], offer: Offered): AgreedPrice | undefined => {
  const chosen = events.findLast(({ step }) => step === 'choose');
  const agreed = events.findLast(({ step }) => step === 'agree-terms');
  if (chosen === undefined || agreed === undefined || agreed.number < chosen.number) return undefined;
  if (chosen.said[OFFER_CHOSEN] !== offer.key) return undefined;
  const read = parseMoney(wordIn(agreed.said[AGREED_WEEKLY]));
  return {
    core: read.kind === 'money' ? pencePerWeek(read.pence) : offer.core,
    additions: additionsAgreed(agreed.said, offer),
  };
};

/** An offer at the price that was agreed for it; as it was offered while nothing is. */
export const asAgreed = <O extends Offered>(events: readonly CaseEvent[], offer: O): O => ({
  ...offer,
  ...agreedPrice(events, offer),
});

/** Additions of the offer that are not paid as they were offered. */
export const notAgreed = (
  { additions }: Pick<Offer, 'additions'>,
  agreed: Pick<AgreedPrice, 'additions'>,
): readonly Addition[] => additions.filter((addition) => !agreed.additions.includes(addition));

/** Additions that are paid and were not offered so: on other terms, or that the offer does not have at all. */
export const notOffered = (
  { additions }: Pick<Offer, 'additions'>,
  agreed: Pick<AgreedPrice, 'additions'>,
): readonly (Addition & { readonly how: 'otherwise' | 'new' })[] =>
  agreed.additions
    .filter((addition) => !additions.includes(addition))
    .map((addition) => ({
      ...addition,
      how: additions.some(({ what }) => sameLineOfPrice(what, addition.what)) ? 'otherwise' : 'new',
    }));

/** One addition that would be paid twice on a night, as it was offered or entered again; undefined where there is none. */
export const findAgreedTwice = (
  step: string,
  said: Answers,
  { offer, today }: { readonly offer: Offer; readonly today: Day },
): Fault | undefined => {
  if (step !== 'agree-terms') return undefined;
  const from = offer.startsOn ?? today;
  const lines = linesOf({ core: offer.core, additions: additionsAgreed(said, offer) }, from);
  const [sentence] = findPriceFaults(lines, { starts: from, ends: null });
  if (sentence === undefined) return undefined;
  return additionsIn(said[ADDITIONS_OTHERWISE]).length > 0
    ? { question: ADDITIONS_OTHERWISE, sentence }
    : {
        question: ADDITIONS_KEPT,
        sentence: `${sentence} What is agreed otherwise than it was offered is entered under the next question.`,
      };
};
