import { addDays, type Day } from '../calendar/day.ts';
import { londonDayOf, londonTimeOf } from '../calendar/london-time.ts';
import { addMinutes, type Moment } from '../calendar/moment.ts';
import type { Answer, Answers, FormQuestion } from '../form/form.ts';
import { dayIn, wordIn } from './said-in-entry.ts';

/** By when whoever was asked is to answer: a day, and perhaps a time of it. */
export interface ReplyBy {
  readonly on: Day;
  readonly at: string | undefined;
}

const DAY = 'reply-by';
const TIME = 'reply-by-at';

/** Asked of an approach that sends something. */
export const REPLY_BY_QUESTIONS: readonly FormQuestion[] = [
  { kind: 'day', name: DAY, label: 'By which day should they answer?', optional: true, notBefore: 'sent-on' },
  { kind: 'time', name: TIME, label: 'By what time on that day?', optional: true },
];

/** The same where it is sent now, so that no day before today is asked for. */
export const REPLY_BY_TO_COME: readonly FormQuestion[] = REPLY_BY_QUESTIONS.map((question) => {
  if (question.kind !== 'day') return question;
  const { notBefore: _, ...rest } = question;
  return { ...rest, notBeforeToday: true };
});

export const replyByIn = (said: Answers): ReplyBy | undefined => {
  const on = dayIn(said[DAY]);
  return on && { on, at: wordIn(said[TIME]) || undefined };
};

/** By how soon the home is needed: for tonight within hours, within days by the next noon, otherwise in a few days. */
const MINUTES_FOR_TODAY = 120;
const DAYS_FOR_LATER = 3;

/** What a form begins with; whoever asks may say otherwise. */
export const usualReplyBy = (howSoon: Answer | undefined, now: Moment): Readonly<Record<string, string>> => {
  const today = londonDayOf(now);
  switch (howSoon) {
    case 'today': {
      const then = addMinutes(now, MINUTES_FOR_TODAY);
      return { [DAY]: londonDayOf(then), [TIME]: londonTimeOf(then) };
    }
    case 'days':
      return { [DAY]: addDays(today, 1), [TIME]: '12:00' };
    default:
      return { [DAY]: addDays(today, DAYS_FOR_LATER), [TIME]: '17:00' };
  }
};

/** As text that sorts by time: without a time the day is theirs to its end, and without a day it comes last. */
export const replyByOrder = (by: ReplyBy | undefined): string =>
  by === undefined ? '9999' : `${by.on} ${by.at ?? '24:00'}`;

/** Whether it is past, by London's clock. */
export const isPastReplyBy = (by: ReplyBy | undefined, now: Moment): boolean =>
  by !== undefined && replyByOrder(by) < `${londonDayOf(now)} ${londonTimeOf(now)}`;
