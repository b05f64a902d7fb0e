import type { FormQuestion } from '../form/form.ts';
import {
  INADEQUATE_WHY,
  OFFER_CHOSEN,
  OFFERS_ON_PAGE,
  OTHER_TYPE_BECAUSE,
  OTHER_TYPE_WORDS,
} from '../placement-request/choice-steps.ts';
import { homeNoticeOf, TAKEN_BACK_BY } from '../placement-request/home-notice.ts';
import { MOVED_BEFORE_WHY } from '../placement-request/move-steps.ts';
import { LIVES_ELSEWHERE } from '../placement-request/notice-steps.ts';
import { OFFICER_CHOSEN } from '../placement-request/request-steps.ts';
import { ADDITIONS_KEPT, AGREED_WEEKLY } from '../placement-request/terms-steps.ts';
import { SKIPPED_WHY } from '../placement-request/tier-steps.ts';
import type { CaseNow } from '../workflow/case.ts';
import { answersForWord, type Step, type Workflow } from '../workflow/workflow.ts';
import { fromAfterMove, lookedAtAfterMove } from './approved-after.ts';
import { goesOnIn } from './goes-on.ts';
import { isToChoose, notApprovedBefore } from './lost-choice.ts';
import { asksMovedBefore } from './moved-before.ts';
import type { Offer } from './offer.ts';
import { offerToChoose } from './offer-price-words.ts';
import { notApprovedBy, type WorkedOn } from './opens-gate.ts';
import { additionKeys, coreAsked } from './price-asked.ts';
import { needSentence, type SearchStanding } from './standing.ts';
import { isSearchTier, SEARCH_TIERS, skippedBefore } from './tiers.ts';
import { tiersOpened } from './tiers-opened.ts';
import { DENIES_EARLIER, isOfAnEarlierWord, wordsDenied } from './word-denied.ts';

export interface OfficerToChoose {
  readonly id: string;
  readonly words: string;
}

export interface SearchAsked {
  readonly standing: SearchStanding;
  /** Who may take it on, each with the words by which they are chosen, in the order in which they are shown. */
  readonly officers: readonly OfficerToChoose[];
  /** What was written in its log, by whoever worked on it. */
  readonly entries: WorkedOn['entries'];
  /** Whether the record has the child in care: then the home changes, and care does not begin. */
  readonly isInCare: boolean;
}

/** Whether a step is the director’s alone to take, or writes down a word that is. To answer for one’s own word is no decision. */
const isDirectors = (step: Step): boolean =>
  !answersForWord(step) && (step.word ?? step.who).every((role) => role === 'director');

const skippedBy = (step: Pick<Step, 'to'>, now: CaseNow): string => {
  const tier = step.to ?? '';
  return isSearchTier(tier)
    ? skippedBefore(tier, tiersOpened(now))
        .map((earlier) => `“${SEARCH_TIERS[earlier].toLowerCase()}”`)
        .join(', ')
    : '';
};

/** Each addition of the chosen offer; no question where it has none and the price is being agreed. */
const additionsAsked = (
  question: FormQuestion,
  { state }: CaseNow,
  chosen: Offer | undefined,
): readonly FormQuestion[] => {
  const keys = chosen === undefined ? [] : additionKeys(chosen);
  if (question.kind !== 'any-of' || (keys.length === 0 && state === 'negotiation')) return [];
  const options = { ...Object.fromEntries(keys.map((key) => [key, key])), ...question.options };
  return [{ ...question, options }];
};

const asksFor = (step: Step, now: CaseNow, { standing, officers }: SearchAsked): readonly FormQuestion[] =>
  step.asks.flatMap((question): readonly FormQuestion[] => {
    switch (question.name) {
      case SKIPPED_WHY: {
        const skipped = skippedBy(step, now);
        return skipped === '' ? [] : [{ ...question, label: `Why is ${skipped} passed over?` }];
      }
      case OFFICER_CHOSEN:
        return question.kind === 'one-of'
          ? [
              {
                ...question,
                options: Object.fromEntries(officers.map(({ id, words }) => [id, words])),
                order: officers.map(({ id }) => id),
              },
            ]
          : [];
      case OFFER_CHOSEN: {
        const open = standing.search.offers
          .filter((offer) => isToChoose(offer, standing))
          .map((offer) => [offer.key, offerToChoose(offer)]);
        const hint = notApprovedBefore(standing.search.offers, standing.lost);
        return question.kind === 'one-of'
          ? [{ ...question, options: Object.fromEntries(open), ...(hint === undefined ? {} : { hint }) }]
          : [];
      }
      case OFFERS_ON_PAGE:
        return question.kind === 'any-of'
          ? [
              {
                ...question,
                options: {
                  ...Object.fromEntries(standing.search.offers.map(({ key }) => [key, key])),
                  ...question.options,
                },
              },
            ]
          : [];
      case AGREED_WEEKLY:
        return [standing.chosen === undefined ? question : { ...question, hint: coreAsked(standing.chosen) }];
      case ADDITIONS_KEPT:
        return additionsAsked(question, now, standing.chosen);
      case MOVED_BEFORE_WHY: {
        const label = asksMovedBefore(now.events);
        return [label === undefined ? question : { ...question, label }];
      }
      case INADEQUATE_WHY:
        return standing.isInadequate ? [question] : [];
      case OTHER_TYPE_BECAUSE:
      case OTHER_TYPE_WORDS:
        return standing.isOtherType ? [question] : [];
      default:
        return [question];
    }
  });

/** Of the two ways in which a move is recorded the one that is not this child’s; one that was taken stays to be told. */
const otherMove = ({ isInCare }: SearchAsked): string => (isInCare ? 'moved-in' : 'moved-home');

/**
 * From where a step goes on in this case. A denial goes on from where it is of a word that is open. Notice is taken back while it stands,
 * and only a child in care has a home that ends.
 */
const fromOf = (step: Step, now: CaseNow, { isInCare, standing }: SearchAsked): readonly string[] => {
  if (TAKEN_BACK_BY.has(step.id) && homeNoticeOf(now) === undefined) return [];
  if (step.id === LIVES_ELSEWHERE && !isInCare) return [];
  const afterMove = fromAfterMove(step, standing.deniedHome);
  return afterMove ?? (wordsDenied(step, now)?.length === 0 ? [] : step.from);
};

/** What is decided on is the home that is chosen, and where none is the search itself. */
const workedOn = (now: CaseNow, { entries, standing }: SearchAsked): WorkedOn => ({
  now,
  entries,
  offer: standing.chosen?.number,
});

const askedOf = (workflow: Workflow, now: CaseNow, asked: SearchAsked): Workflow => ({
  ...workflow,
  needs: Object.fromEntries(
    Object.entries(workflow.needs).map(([need, sentence]) => [
      need,
      needSentence(need, asked.standing) ?? sentence,
    ]),
  ),
  steps: workflow.steps
    .filter(({ id }) => id !== otherMove(asked) || now.events.some(({ step }) => step === id))
    .map((step): Step => {
      const asks = asksFor(step, now, asked);
      const answersFor = wordsDenied(step, now);
      const to = step.id === 'go-on' ? (goesOnIn(now) ?? step.to) : step.to;
      return {
        ...step,
        ...(to === undefined ? {} : { to }),
        ...(answersFor === undefined ? {} : { answersFor }),
        ...(isDirectors(step) ? { notBy: notApprovedBy(step, workedOn(now, asked)) } : {}),
        ...(isOfAnEarlierWord(step, now) ? { button: DENIES_EARLIER } : {}),
        from: fromOf(step, now, asked),
        asks,
        asked: step.asks.map((question) => asks.find(({ name }) => name === question.name) ?? question),
      };
    }),
});

/**
 * The process of finding a home as it asks of one search: which offers and officers there are, whether tiers are passed over, what
 * keeps a home from being approved. The table of the process cannot say these, and asks the most where it does not know.
 */
export const askedOfSearch = (workflow: Workflow, now: CaseNow, asked: SearchAsked): Workflow =>
  askedOf(lookedAtAfterMove(workflow, now, asked.standing.deniedHome === 'left'), now, asked);
