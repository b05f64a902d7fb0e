import { type Day, parseDay } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import type { Answer } from '../form/form.ts';
import { parseMoney } from '../money/parse-money.ts';
import { type PencePerWeek, pencePerWeek } from '../money/weekly.ts';
import type { Doer } from '../workflow/part.ts';
import type { SearchEntry } from './log-entry.ts';

/** What is written about each entry, by the number of that, in the order in which it was written. */
export type ByAbout = ReadonlyMap<number, readonly SearchEntry[]>;

export const wordIn = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '');
export const dayIn = (answer: Answer | undefined): Day | undefined => parseDay(wordIn(answer));
export const weeklyIn = (answer: Answer | undefined): PencePerWeek => {
  const read = parseMoney(wordIn(answer));
  return pencePerWeek(read.kind === 'money' ? read.pence : 0);
};

/** What was decided of something, and why. */
export interface Reasoned {
  readonly reason: string | undefined;
  readonly words: string;
  readonly by: Doer;
  readonly at: Moment;
}

export const reasoned = ({ said, by, at }: SearchEntry): Reasoned => ({
  reason: typeof said.reason === 'string' ? said.reason : undefined,
  words: wordIn(said.words),
  by,
  at,
});
