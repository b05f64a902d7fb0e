import type { Day } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import type { Doer } from '../workflow/part.ts';
import { type Disclosure, disclosuresIn } from './disclosure.ts';
import { LATE_WHY, OUTSIDE_TIERS_WHY, PASSED_OVER_WHY, type SearchEntry } from './log-entry.ts';
import { type ReplyBy, replyByIn } from './reply-by.ts';
import { type ByAbout, dayIn, reasoned, wordIn } from './said-in-entry.ts';
import { isSearchTier, type SearchTier } from './tiers.ts';

/** What was asked of whoever looks for a home, and what was answered. */
export interface ProviderQuestion {
  readonly number: number;
  readonly asked: string;
  readonly answer: string | undefined;
}

/** What a provider made of an approach: the last thing they said. */
export type Reply =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'no-reply' }
  | { readonly kind: 'declined'; readonly reason: string; readonly words: string; readonly at: Moment }
  | { readonly kind: 'offer'; readonly offer: number };

/** What a provider was told of what became of an approach. */
export interface ToldOutcome {
  readonly outcome: string;
  readonly words: string;
  readonly at: Moment;
}

/** One provider asked once. */
export interface Approach {
  readonly number: number;
  readonly at: Moment;
  readonly by: Doer;
  readonly tier: SearchTier;
  /** Why they were asked in it though it was not opened; undefined where it was. */
  readonly outsideTiers: string | undefined;
  /** Why the tiers before it are passed over, where it was said here. */
  readonly passedOver: string | undefined;
  /** Why it was logged after the approval of a home, where that was asked. */
  readonly late: string | undefined;
  readonly provider: string;
  readonly home: string | undefined;
  /** Of the register; undefined for somebody who is not in it. */
  readonly providerId: number | undefined;
  readonly settingId: number | undefined;
  /** The approved version of the profile that was sent. */
  readonly profileVersion: number | undefined;
  readonly channel: string;
  readonly sentOn: Day | undefined;
  readonly sentAt: string | undefined;
  /** By when they were asked to answer; undefined where nothing was said of it. */
  readonly replyBy: ReplyBy | undefined;
  /** What was said or sent with it; empty where nothing was. */
  readonly words: string;
  readonly openedOn: Day | undefined;
  readonly questions: readonly ProviderQuestion[];
  readonly reply: Reply;
  /** As they were told last; undefined while they were not. */
  readonly outcome: ToldOutcome | undefined;
  /** What was sent of later stages of the profile, the first first. */
  readonly disclosed: readonly Disclosure[];
}

const replyFrom = (about: readonly SearchEntry[]): Reply => {
  const last = about.findLast(({ kind }) => kind === 'offer' || kind === 'declined' || kind === 'no-reply');
  if (last === undefined) return { kind: 'waiting' };
  if (last.kind === 'offer') return { kind: 'offer', offer: last.number };
  if (last.kind === 'no-reply') return { kind: 'no-reply' };
  const { reason, words, at } = reasoned(last);
  return { kind: 'declined', reason: reason ?? 'other', words, at };
};

const outcomeFrom = (about: readonly SearchEntry[]): ToldOutcome | undefined => {
  const told = about.findLast(({ kind }) => kind === 'outcome');
  if (told === undefined) return undefined;
  const { outcome, words, more } = told.said;
  return { outcome: wordIn(outcome), words: wordIn(words) || wordIn(more), at: told.at };
};

/** An approach, with what was written about it. */
export const approachFrom = (entry: SearchEntry, of: ByAbout): Approach => {
  const { number, at, by, said, register } = entry;
  const about = of.get(number) ?? [];
  const tier = wordIn(said.tier);
  if (!isSearchTier(tier)) throw new Error(`Approach ${number} is in no tier`);
  return {
    number,
    at,
    by,
    tier,
    outsideTiers: wordIn(said[OUTSIDE_TIERS_WHY]) || undefined,
    passedOver: wordIn(said[PASSED_OVER_WHY]) || undefined,
    late: wordIn(said[LATE_WHY]) || undefined,
    provider: wordIn(said.provider),
    home: wordIn(said['about-home']) || undefined,
    providerId: register?.providerId ?? undefined,
    settingId: register?.settingId ?? undefined,
    profileVersion: register?.profileVersion ?? undefined,
    channel: wordIn(said.channel),
    sentOn: dayIn(said['sent-on']),
    sentAt: wordIn(said['sent-at']) || undefined,
    replyBy: replyByIn(said),
    words: wordIn(said.words),
    openedOn: dayIn(
      about.find(({ kind, said: { sent } }) => kind === 'opened' && sent === undefined)?.said.on,
    ),
    questions: about
      .filter(({ kind }) => kind === 'question')
      .map((question) => ({
        number: question.number,
        asked: wordIn(question.said.words),
        answer:
          wordIn((of.get(question.number) ?? []).findLast(({ kind }) => kind === 'answer')?.said.words) ||
          undefined,
      })),
    reply: replyFrom(about),
    outcome: outcomeFrom(about),
    disclosed: disclosuresIn(entry, of),
  };
};
