import { londonDayOf } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import { dayInWords } from '../calendar/words.ts';
import { OFFER_CHOSEN } from '../placement-request/choice-steps.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { isOpenToChoose, type Offer } from './offer.ts';
import { wordIn } from './said-in-entry.ts';

/** Steps by which a chosen offer is chosen no more, and what each says of it. */
const LOST_BY = {
  'return-choice': { title: 'Choice given back', told: 'The team manager gave the choice of it back' },
  'terms-failed': { title: 'Nothing was agreed', told: 'Nothing was agreed with the provider' },
  'checks-failed': { title: 'A check failed', told: 'A check before placement failed' },
  'look-on': { title: 'Not approved by the director', told: 'The director did not approve it' },
  'fell-through': { title: 'Came to nothing', told: 'It was approved and came to nothing' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly told: string }>>;

export type LostBy = keyof typeof LOST_BY;

const isLostBy = (step: string): step is LostBy => Object.hasOwn(LOST_BY, step);

/** That an offer was chosen, and what became of the choice. */
export interface LostChoice {
  /** Of the offer’s entry. */
  readonly offer: number;
  /** Of the step of the case. */
  readonly event: number;
  readonly how: LostBy;
  readonly at: Moment;
  /** As it was written down. */
  readonly why: string;
}

export const lostChoiceTitle = ({ how }: Pick<LostChoice, 'how'>): string => LOST_BY[how].title;

/** "The director did not approve it on 3 March 2026: too far from her school." */
export const lostChoiceInWords = ({ how, at, why }: Pick<LostChoice, 'how' | 'at' | 'why'>): string =>
  `${LOST_BY[how].told} on ${dayInWords(londonDayOf(at))}${why === '' ? '.' : `: ${why}`}`;

/** Every choice that came to nothing, the first first. */
export const lostChoices = (
  { events }: { readonly events: readonly CaseEvent[] },
  offers: readonly Pick<Offer, 'number' | 'key'>[],
): readonly LostChoice[] => {
  const keyBefore = (number: number): unknown =>
    events.findLast((event) => event.step === 'choose' && event.number < number)?.said[OFFER_CHOSEN];
  return events.flatMap(({ number: event, step, at, said }): readonly LostChoice[] => {
    if (!isLostBy(step)) return [];
    const key = keyBefore(event);
    const offer = offers.find((one) => one.key === key)?.number;
    return offer === undefined ? [] : [{ offer, event, how: step, at, why: wordIn(said.reason) }];
  });
};

export const MAY_BE_CHOSEN_AGAIN =
  'The social worker may choose it again once that is dealt with: it goes to the director anew.';

/** Of offers that may be chosen: which of them a director did not approve, and what that asks of whoever chooses. */
export const notApprovedBefore = (
  offers: readonly Offer[],
  lost: readonly LostChoice[],
): string | undefined => {
  const told = offers.filter(isOpenToChoose).flatMap(({ number, key }) => {
    const last = lost.findLast(({ offer }) => offer === number);
    return last?.how === 'look-on' ? [`${key}. ${lostChoiceInWords(last)}`] : [];
  });
  return told.length === 0
    ? undefined
    : `${told.join(' ')} Choose it again only if that is dealt with, and say how.`;
};
