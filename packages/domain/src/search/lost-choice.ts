import { londonDayOf } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Answers } from '../form/form.ts';
import { hasWords } from '../form/has-words.ts';
import type { Fault } from '../form/read-answers.ts';
import {
  NO_OFFER_ON_PAGE,
  NOT_WANTED_BECAUSE,
  OFFER_CHOSEN,
  OFFERS_ON_PAGE,
} from '../placement-request/choice-steps.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { isOpenToChoose, type Offer } from './offer.ts';
import { wordIn } from './said-in-entry.ts';

/** Steps by which an offer that was before the social worker is so no more, and what each says of it. */
const LOST_BY = {
  'decline-all': {
    title: 'Declined by the social worker',
    told: 'The social worker chose none of the offers',
  },
  'return-choice': { title: 'Choice given back', told: 'The team manager gave the choice of it back' },
  'terms-failed': { title: 'Nothing was agreed', told: 'Nothing was agreed with the provider' },
  'checks-failed': { title: 'A check failed', told: 'A check before placement failed' },
  'look-on': { title: 'Not approved by the director', told: 'The director did not approve it' },
  'fell-through': { title: 'Came to nothing', told: 'It was approved and came to nothing' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly told: string }>>;

export type LostBy = keyof typeof LOST_BY;

/** Whether a step says of one offer or several that they are not wanted. */
export const isLostBy = (step: string): step is LostBy => Object.hasOwn(LOST_BY, step);

/** That an offer was chosen, or put with others to be chosen from, and what became of it. */
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

/** Why, as it was said: one reason, or some of those that are counted with words of one's own. */
const whyIn = ({ reason, reasons, words }: CaseEvent['said']): string =>
  [
    wordIn(reason),
    ...[reasons ?? []]
      .flat()
      .flatMap((one) => (typeof one === 'string' ? (NOT_WANTED_BECAUSE[one] ?? []) : [])),
    wordIn(words),
  ]
    .filter((said) => said !== '')
    .join('. ');

/** Of which offers it was said that none is wanted: of those on the page, and where that was not kept of all that were shared by then. */
const declinedIn = (
  { at, said: { [OFFERS_ON_PAGE]: onPage } }: CaseEvent,
  offers: readonly OfOffer[],
): readonly OfOffer[] => {
  const keys = onPage === undefined ? undefined : new Set<unknown>([onPage].flat());
  return offers.filter(
    ({ key, sharedFirst, withdrawn }) =>
      sharedFirst !== undefined &&
      sharedFirst <= at &&
      !(withdrawn !== undefined && withdrawn.at <= at) &&
      (keys === undefined || keys.has(key)),
  );
};

/** Of which offers a step says that they are not wanted: of the one that was chosen, or of all that could be. */
const lostIn = (
  event: CaseEvent,
  events: readonly CaseEvent[],
  offers: readonly OfOffer[],
): readonly OfOffer[] => {
  const { step, number } = event;
  if (step === 'decline-all') return declinedIn(event, offers);
  const key = events.findLast((one) => one.step === 'choose' && one.number < number)?.said[OFFER_CHOSEN];
  return offers.filter((offer) => offer.key === key);
};

type OfOffer = Pick<Offer, 'number' | 'key' | 'sharedFirst' | 'withdrawn'>;

/** Every choice that came to nothing, the first first. */
export const lostChoices = (
  { events }: { readonly events: readonly CaseEvent[] },
  offers: readonly OfOffer[],
): readonly LostChoice[] =>
  events.flatMap((event): readonly LostChoice[] => {
    const { number, step: how, at, said } = event;
    return isLostBy(how)
      ? lostIn(event, events, offers).map((offer) => ({
          offer: offer.number,
          event: number,
          how,
          at,
          why: whyIn(said),
        }))
      : [];
  });

/** How the choice of an offer came to nothing the last time; undefined where it did not. */
export const lostLast = (
  { number }: Pick<Offer, 'number'>,
  { lost }: { readonly lost: readonly LostChoice[] },
): LostChoice | undefined => lost.findLast(({ offer }) => offer === number);

/** Whether it was shared, for the first time or again, since it came back the last time. */
export const isSharedSince = (offer: Offer, of: { readonly lost: readonly LostChoice[] }): boolean => {
  const last = lostLast(offer, of);
  return isOpenToChoose(offer) && (last === undefined || last.at < (offer.shared?.at ?? last.at));
};

/** Whether it is shared again for a reason alone: the social worker chose none of the offers, this one among them, and it was not shared since. */
export const asksWhyAgain = (offer: Offer, of: { readonly lost: readonly LostChoice[] }): boolean => {
  const last = lostLast(offer, of);
  return last?.how === 'decline-all' && (offer.sharedLast === undefined || offer.sharedLast <= last.at);
};

/** Whether the social worker chose none of the offers, this one among them, and it was not shared again since. */
export const isDeclinedWithOthers = (offer: Offer, of: { readonly lost: readonly LostChoice[] }): boolean =>
  isOpenToChoose(offer) && asksWhyAgain(offer, of);

/** Whether it is before the social worker to be chosen. */
export const isToChoose = (offer: Offer, of: { readonly lost: readonly LostChoice[] }): boolean =>
  isOpenToChoose(offer) && !isDeclinedWithOthers(offer, of);

/** That an offer is shared again needs a reason, where the social worker chose none of those that they were shown. */
export const findSharedAgainFault = (
  offer: Offer,
  said: Answers,
  of: { readonly lost: readonly LostChoice[] },
): readonly Fault[] => {
  const last = lostLast(offer, of);
  return last === undefined || !asksWhyAgain(offer, of) || hasWords(wordIn(said.words))
    ? []
    : [
        {
          question: 'words',
          sentence: `Say why it is put to the social worker again, in a few words: they chose none of the offers on ${dayInWords(londonDayOf(last.at))}`,
        },
      ];
};

export const MAY_BE_CHOSEN_AGAIN =
  'The social worker may choose it again once that is dealt with: it goes to the director anew.';

/** Of offers that may be chosen: which of them a director did not approve, and what that asks of whoever chooses. */
export const notApprovedBefore = (
  offers: readonly Offer[],
  lost: readonly LostChoice[],
): string | undefined => {
  const told = offers
    .filter((offer) => isToChoose(offer, { lost }))
    .flatMap(({ number, key }) => {
      const last = lostLast({ number }, { lost });
      return last?.how === 'look-on' ? [`${key}. ${lostChoiceInWords(last)}`] : [];
    });
  return told.length === 0
    ? undefined
    : `${told.join(' ')} Choose it again only if that is dealt with, and say how.`;
};

/** What the form by which none is chosen sends along: the offers that are on its page. */
export const offersOnPage = (
  { id }: { readonly id: string },
  { offers }: { readonly offers: readonly Offer[] },
  lost: readonly LostChoice[],
): Answers => {
  if (id !== 'decline-all') return {};
  const keys = offers.filter((offer) => isToChoose(offer, { lost })).map(({ key }) => key);
  return { [OFFERS_ON_PAGE]: keys.length === 0 ? [NO_OFFER_ON_PAGE] : keys };
};
