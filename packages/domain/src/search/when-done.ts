import type { Day } from '../calendar/day.ts';
import { londonDayOf, londonTimeOf, momentOnLondonClock } from '../calendar/london-time.ts';
import { addMinutes, type Moment } from '../calendar/moment.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Answers } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import { ASKED_BEFORE_MINUTES } from '../workflow/word.ts';
import type { Approach } from './approach.ts';
import type { EntryKind } from './log-entry.ts';
import { dayIn, wordIn } from './said-in-entry.ts';

/** Where an entry says on which day, and at what time of it, something was done. */
const DONE_ON: Partial<Record<EntryKind, readonly [day: string, time: string]>> = {
  approach: ['sent-on', 'sent-at'],
  opened: ['on', 'at'],
};

/** What an entry is written on. */
export interface WrittenOn {
  readonly now: Moment;
  /** When the request was begun. */
  readonly begun: Moment;
  /** When the first of the requests that it follows was begun: homes may have been asked since; undefined where it follows none. */
  readonly followsFrom?: Moment | undefined;
  /** What it is about, where that is an approach. */
  readonly approach: Pick<Approach, 'sentOn' | 'sentAt'> | undefined;
}

/** Whoever asks at night asks first and types the request afterwards: such a call is logged with its time, as a word is. */
const isOfNightBefore = (on: Day, at: string, begun: Moment): boolean => {
  const asked = at === '' ? undefined : momentOnLondonClock(on, at);
  return asked !== undefined && asked >= addMinutes(begun, -ASKED_BEFORE_MINUTES);
};

const beforeRequest = (first: Moment, request: string): string => {
  const earliest = addMinutes(first, -ASKED_BEFORE_MINUTES);
  const night =
    londonDayOf(earliest) < londonDayOf(first)
      ? `. A call of the night before, from ${londonTimeOf(earliest)} on, is logged with its time`
      : '';
  return `Enter ${dayInWords(londonDayOf(first))} or a day after it: ${request} was begun then, and no home was asked for before${night}`;
};

/** Why it cannot have been done then, by its day or its time; undefined where it can. */
const findFault = (
  kind: EntryKind,
  { on, at }: { readonly on: Day; readonly at: string },
  { now, begun, followsFrom, approach }: WrittenOn,
): readonly [of: 'day' | 'time', sentence: string] | undefined => {
  if (on === londonDayOf(now) && at > londonTimeOf(now)) return ['time', 'Enter a time that has passed'];
  if (kind === 'approach') {
    const isFollowing = followsFrom !== undefined && followsFrom < begun;
    const first = isFollowing ? followsFrom : begun;
    return on < londonDayOf(first) && !isOfNightBefore(on, at, first)
      ? ['day', beforeRequest(first, isFollowing ? 'the request that this one follows' : 'this request')]
      : undefined;
  }
  const { sentOn, sentAt } = approach ?? {};
  if (sentOn !== undefined && on < sentOn)
    return ['day', `Enter ${dayInWords(sentOn)} or a day after it: it was sent to them then`];
  return sentOn === on && sentAt !== undefined && at !== '' && at < sentAt
    ? ['time', `Enter ${sentAt} or a time after it: it was sent to them then`]
    : undefined;
};

/**
 * What is said to have been done when it cannot have been: at a time that has not come yet, by London’s clock, before there was a
 * request, or one that it follows, or before it was sent. A day to come is refused before.
 */
export const findWhenDoneFault = (kind: EntryKind, said: Answers, written: WrittenOn): readonly Fault[] => {
  const [day, time] = DONE_ON[kind] ?? [];
  const on = day === undefined ? undefined : dayIn(said[day]);
  if (day === undefined || time === undefined || on === undefined) return [];
  const fault = findFault(kind, { on, at: wordIn(said[time]) }, written);
  return fault === undefined ? [] : [{ question: fault[0] === 'day' ? day : time, sentence: fault[1] }];
};
