import type { Day } from '../calendar/day.ts';
import { type Answers, isAsked, questionsOf } from '../form/form.ts';
import type { PencePerWeek } from '../money/weekly.ts';
import { PLACEMENT_REQUEST_EVIDENCE } from '../placement-request/evidence.ts';
import { answersInWords } from '../workflow/chronology.ts';
import { kindOfHome } from './kinds-of-home.ts';
import { FITS, type Fit, fitOfKind, fitQuestion, needsIn } from './needs.ts';
import type { Offer } from './offer.ts';
import { costOver, type OfferCost, offerWeeklyOn } from './offer-cost.ts';
import { EXPECTED_OF_OFFER, OFFER_QUESTIONS } from './offer-form.ts';

/** One need of the request, and how far each offer meets it. */
export interface ComparedNeed {
  readonly id: string;
  readonly title: string;
  /** What the request says of it. */
  readonly wanted: string;
  /** In the order of the offers. */
  readonly fits: readonly Fit[];
}

/** What one offer costs, and what it leaves open. */
export interface ComparedOffer {
  readonly offer: Offer;
  /** When the child first lives there. */
  readonly weeklyAtFirst: PencePerWeek;
  /** When the additions that end have ended. */
  readonly weeklyLater: PencePerWeek;
  readonly over: OfferCost;
  /** What it does not say, in words. */
  readonly missing: readonly string[];
}

export interface Comparison {
  readonly needs: readonly ComparedNeed[];
  readonly offers: readonly ComparedOffer[];
}

/** Choices in the middle of a sentence. A day begins with its number, so that its month stays as it is. */
const inSentence = (choices: string): string =>
  choices.replaceAll(/(^|; )\p{Lu}/gu, (begins) => begins.toLowerCase());

/** What the request says, each choice by its question where there are several. */
const wantedOf = (request: Answers, names: readonly string[]): string => {
  const said = answersInWords(
    questionsOf(PLACEMENT_REQUEST_EVIDENCE).filter(({ name }) => names.includes(name)),
    request,
  );
  return said
    .map(({ label, isBrief, paragraphs }) =>
      isBrief && said.length > 1
        ? `${label.replace(/\?$/, '')}: ${inSentence(paragraphs.join(' '))}.`
        : paragraphs.join(' '),
    )
    .join(' ');
};

const isFit = (answer: unknown): answer is keyof typeof FITS =>
  typeof answer === 'string' && Object.hasOwn(FITS, answer);

const fitSaid = ({ said }: Offer, need: string): Fit => {
  const answer = said[fitQuestion(need)];
  return isFit(answer) ? answer : 'unknown';
};

const missingOf = ({ said }: Offer): readonly string[] =>
  OFFER_QUESTIONS.flatMap((question) => {
    const words = EXPECTED_OF_OFFER[question.name];
    return words !== undefined && said[question.name] === undefined && isAsked(question, said) ? [words] : [];
  });

const KINDS = ['suits-foster', 'suits-residential', 'suits-supported', 'suits-why'];

/** Offers side by side: point by point what the request asks and how far each meets it, what each costs, and what each leaves open. */
export const compareOffers = (
  offers: readonly Offer[],
  {
    request,
    neededFrom,
    nights,
  }: { readonly request: Answers; readonly neededFrom: Day; readonly nights: number },
): Comparison => ({
  needs: [
    {
      id: 'kind',
      title: 'Kind of home',
      wanted: wantedOf(request, KINDS),
      fits: offers.map(({ kind }) => fitOfKind(kind && kindOfHome(kind).group, request)),
    },
    {
      id: 'in-time',
      title: 'There when it is needed',
      wanted: wantedOf(request, ['how-soon', 'needed-from']),
      fits: offers.map(({ startsOn }) =>
        startsOn === undefined ? 'unknown' : startsOn <= neededFrom ? 'met' : 'not',
      ),
    },
    ...needsIn(request).map(({ id, title, from }) => ({
      id,
      title,
      wanted: wantedOf(request, from),
      fits: offers.map((offer) => fitSaid(offer, id)),
    })),
  ],
  offers: offers.map((offer) => {
    const from = offer.startsOn ?? neededFrom;
    const lasting = offer.additions.filter(({ ends }) => ends === undefined);
    return {
      offer,
      weeklyAtFirst: offerWeeklyOn(offer, from),
      weeklyLater: offerWeeklyOn(
        { core: offer.core, additions: lasting },
        lasting.reduce((last, { starts }) => (starts > last ? starts : last), from),
      ),
      over: costOver(offer, { from, nights }),
      missing: missingOf(offer),
    };
  }),
});
