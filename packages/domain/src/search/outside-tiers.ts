import { londonDayOf, londonTimeOf, momentInWords } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import type { Answers, FormQuestion } from '../form/form.ts';
import { hasWords } from '../form/has-words.ts';
import type { Fault } from '../form/read-answers.ts';
import { TIER_STEPS } from '../placement-request/tier-steps.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { type EntryKind, entryMeaning, OUTSIDE_TIERS_WHY } from './log-entry.ts';
import { dayIn, wordIn } from './said-in-entry.ts';
import { ALL_SEARCH_TIERS, isSearchTier, SEARCH_TIERS, type SearchTier } from './tiers.ts';
import { tiersDenied, tiersOpened } from './tiers-opened.ts';

interface SearchNow {
  readonly state: string;
  readonly events: readonly CaseEvent[];
}

const ON_HOLD = 'on-hold';

const stepThatOpens = (tier: SearchTier, state: string) =>
  TIER_STEPS.find(({ to, from }) => to === tier && from.some((one) => one === state));

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
    (tier) =>
      !opened.has(tier) &&
      (denied.has(tier) || (now.state !== ON_HOLD && stepThatOpens(tier, now.state) === undefined)),
  );
};

/** What an entry of a kind is asked where these tiers want a reason. */
export const asksOfEntry = (kind: EntryKind, forReason: readonly SearchTier[]): readonly FormQuestion[] =>
  entryMeaning(kind).asks.flatMap((question): readonly FormQuestion[] => {
    if (question.name !== OUTSIDE_TIERS_WHY) return [question];
    const { optional: _, ...asked } = question;
    return forReason.length === 0 ? [] : [{ ...asked, when: { question: 'tier', is: forReason } }];
  });

/** That somebody was asked outside the tiers that were opened needs a reason, in words. */
export const findOutsideTiersFault = (kind: EntryKind, said: Answers): readonly Fault[] => {
  const why = wordIn(said[OUTSIDE_TIERS_WHY]);
  return kind !== 'approach' || why === '' || hasWords(why)
    ? []
    : [
        {
          question: OUTSIDE_TIERS_WHY,
          sentence: 'Say in a few words why they were asked in a tier that was not opened',
        },
      ];
};

const isOfReason = (now: SearchNow, tier: SearchTier, said: Answers): boolean => {
  if (!tiersForReason(now).includes(tier) || !hasWords(wordIn(said[OUTSIDE_TIERS_WHY]))) return false;
  const denied = tiersDenied(now).get(tier);
  return denied === undefined || isSentBefore(denied, said) || stepThatOpens(tier, now.state) === undefined;
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

/** Homes are asked tier by tier: whoever passes one over says why when the next is opened, and so before anybody of it is asked. */
export const findTierFault = (now: SearchNow, said: Answers): Refusal<'tier-not-opened'> | undefined => {
  const tier = wordIn(said.tier);
  if (!isSearchTier(tier) || tiersOpened(now).has(tier) || isOfReason(now, tier, said)) return undefined;
  return refused('tier-not-opened', `${notOpened(now, tier)}${untilDenied(now, tier)}`);
};
