import { londonDayOf, londonTimeOf, momentInWords } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import type { Answers, FormQuestion } from '../form/form.ts';
import { hasWords } from '../form/has-words.ts';
import type { Fault } from '../form/read-answers.ts';
import { BEFORE_MOVE } from '../placement-request/states.ts';
import { TIER_STEPS } from '../placement-request/tier-steps.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import type { CaseEvent } from '../workflow/case.ts';
import type { Approach } from './approach.ts';
import { type EntryKind, entryMeaning, LATE_WHY, OUTSIDE_TIERS_WHY, PASSED_OVER_WHY } from './log-entry.ts';
import { dayIn, wordIn } from './said-in-entry.ts';
import { ALL_SEARCH_TIERS, isSearchTier, SEARCH_TIERS, type SearchTier } from './tiers.ts';
import { passedOverUnsaid, tiersDenied, tiersOpened } from './tiers-opened.ts';

interface SearchNow {
  readonly state: string;
  readonly events: readonly CaseEvent[];
}

const ON_HOLD = 'on-hold';

const stepThatOpens = (tier: SearchTier, state: string) =>
  TIER_STEPS.find(({ to, from }) => to === tier && from.some((one) => one === state));

/** Whether a tier cannot be opened any more as a search stands. One that is on hold goes on first, and opens it then. */
const isPastOpening = ({ state }: SearchNow, tier: SearchTier): boolean =>
  state !== ON_HOLD && stepThatOpens(tier, state) === undefined;

/** Whether an approach was made before a moment, by its day, and on the day itself by its time. */
export const isSentBefore = (moment: Moment, said: Answers): boolean => {
  const [on, at, day] = [dayIn(said['sent-on']), wordIn(said['sent-at']), londonDayOf(moment)];
  return on !== undefined && (on < day || (on === day && at !== '' && at < londonTimeOf(moment)));
};

/**
 * Tiers in which an approach is written down for a reason alone: nobody can open them as the search stands, or they were open on a
 * word that the director denied. A search on hold goes on first.
 */
export const tiersForReason = (now: SearchNow): readonly SearchTier[] => {
  const [opened, denied] = [tiersOpened(now), tiersDenied(now)];
  return ALL_SEARCH_TIERS.filter(
    (tier) => !opened.has(tier) && (denied.has(tier) || isPastOpening(now, tier)),
  );
};

/** What an approach is asked in a search beyond what every approach is. */
export interface ApproachAsks {
  /** Tiers in which it is asked why they were asked there. */
  readonly outside: readonly SearchTier[];
  /** Tiers in which it is asked why those before them are passed over. */
  readonly passedOver: readonly SearchTier[];
  /** Whether it is asked why it is logged after the approval: it may be, or it always is, as when the search is over. */
  readonly late: 'never' | 'where-late' | 'always' | 'over';
}

const lateIn = (state: string): ApproachAsks['late'] => {
  if (state === 'moved') return 'always';
  if (state === 'cancelled' || state === 'no-placement-found') return 'over';
  return BEFORE_MOVE.some((one) => one === state) ? 'where-late' : 'never';
};

/** Once an approach has said why the tiers before its own are passed over, the next in that tier are not asked. */
const stillPassedOver = (
  now: SearchNow,
  approaches: readonly Approach[],
): ReturnType<typeof passedOverUnsaid> =>
  new Map(
    [...passedOverUnsaid(now)].filter(
      ([tier]) => !approaches.some((approach) => approach.tier === tier && approach.passedOver !== undefined),
    ),
  );

export const approachAsks = (now: SearchNow, approaches: readonly Approach[]): ApproachAsks => ({
  outside: tiersForReason(now),
  passedOver: [...stillPassedOver(now, approaches).keys()],
  late: lateIn(now.state),
});

const askedWhy = (question: FormQuestion, tiers: readonly SearchTier[]): readonly FormQuestion[] => {
  const { optional: _, ...asked } = question;
  return tiers.length === 0 ? [] : [{ ...asked, when: { question: 'tier', is: tiers } }];
};

const lateAsked = (question: FormQuestion, late: ApproachAsks['late']): readonly FormQuestion[] => {
  const { optional: _, hint: _only, ...asked } = question;
  switch (late) {
    case 'never':
      return [];
    case 'where-late':
      return [question];
    case 'always':
      return [{ ...asked, ...(question.hint === undefined ? {} : { hint: question.hint }) }];
    case 'over':
      return [
        { ...asked, label: 'Why is it logged after the search was over?', hint: 'No provider reads it.' },
      ];
  }
};

/** What an entry of a kind is asked in a search in which an approach is asked these. */
export const asksOfEntry = (
  kind: EntryKind,
  { outside, passedOver, late }: ApproachAsks,
): readonly FormQuestion[] =>
  entryMeaning(kind).asks.flatMap((question): readonly FormQuestion[] => {
    switch (question.name) {
      case OUTSIDE_TIERS_WHY:
        return askedWhy(question, outside);
      case PASSED_OVER_WHY:
        return askedWhy(question, passedOver);
      case LATE_WHY:
        return lateAsked(question, late);
      default:
        return [question];
    }
  });

const IN_WORDS: Readonly<Record<string, string>> = {
  [OUTSIDE_TIERS_WHY]: 'Say in a few words why they were asked in a tier that was not opened',
  [PASSED_OVER_WHY]: 'Say in a few words why the tiers before it are passed over',
  [LATE_WHY]: 'Say in a few words why it is logged only now',
};

/** That somebody was asked outside the tiers that were opened, past others, or late needs a reason, in words. */
export const findReasonFaults = (kind: EntryKind, said: Answers): readonly Fault[] =>
  kind !== 'approach'
    ? []
    : Object.entries(IN_WORDS).flatMap(([question, sentence]) => {
        const why = wordIn(said[question]);
        return why === '' || hasWords(why) ? [] : [{ question, sentence }];
      });

const isOfReason = (now: SearchNow, tier: SearchTier, said: Answers): boolean => {
  if (!tiersForReason(now).includes(tier) || !hasWords(wordIn(said[OUTSIDE_TIERS_WHY]))) return false;
  const denied = tiersDenied(now).get(tier);
  return denied === undefined || isSentBefore(denied, said) || isPastOpening(now, tier);
};

const notOpened = (now: SearchNow, tier: SearchTier): string => {
  const title = SEARCH_TIERS[tier].toLowerCase();
  const opens = stepThatOpens(tier, now.state);
  if (opens !== undefined)
    return `The tier “${title}” is not opened in this search, so nobody of it is asked yet. Open it first: “${opens.button}”, on the page of the search, where you say why any tier before it is passed over. Then log the approach.`;
  return now.state === ON_HOLD
    ? `The tier “${title}” is not opened in this search, and the search is on hold. Go on with the search first, on its page, and open the tier there. Then log the approach with the day on which it was made: it is not lost, and what you typed is here still.`
    : `The tier “${title}” was never opened in this search. Say why they were asked in it, and the approach is logged with that.`;
};

const untilDenied = (now: SearchNow, tier: SearchTier): string => {
  const denied = tiersDenied(now).get(tier);
  return denied === undefined
    ? ''
    : ` Whom you asked before ${momentInWords(denied)}, when the approval was denied, is logged with the day, on that day with the time as well, and why.`;
};

const namesOf = (tiers: readonly SearchTier[]): string =>
  tiers.map((tier) => `“${SEARCH_TIERS[tier].toLowerCase()}”`).join(', ');

const findPassedOver = (tier: SearchTier, skipped: readonly SearchTier[], said: Answers) =>
  hasWords(wordIn(said[PASSED_OVER_WHY]))
    ? undefined
    : refused(
        'tier-not-opened',
        `When ${namesOf([tier])} was opened, ${namesOf(skipped)} ${skipped.length === 1 ? 'was' : 'were'} open on an approval that was denied since, so nobody has said why ${skipped.length === 1 ? 'it is' : 'they are'} passed over. Say it with an approach that you log; or open what is passed over on the page of the search and then this tier again, where it is asked.`,
      );

/** Homes are asked tier by tier: whoever passes one over says why when the next is opened, and so before anybody of it is asked. */
export const findTierFault = (
  now: SearchNow,
  said: Answers,
  approaches: readonly Approach[] = [],
): Refusal<'tier-not-opened'> | undefined => {
  const tier = wordIn(said.tier);
  if (!isSearchTier(tier)) return undefined;
  const skipped = stillPassedOver(now, approaches).get(tier);
  if (skipped !== undefined) return findPassedOver(tier, skipped, said);
  if (tiersOpened(now).has(tier) || isOfReason(now, tier, said)) return undefined;
  return refused('tier-not-opened', `${notOpened(now, tier)}${untilDenied(now, tier)}`);
};
