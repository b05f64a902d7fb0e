import { type CollectionYear, type Day, type DayNumber, dayFromNumber, dayInWords } from '@rightplace/domain';
import { collectionDays } from './collection.ts';
import { LAST_DAY, type Rule } from './rule.ts';

/** What a rule says of what it finds. */
export interface RuleWords {
  readonly title: string;
  readonly wrong: string;
  readonly todo: string;
}

/** While a year runs, the day up to which it is looked at; undefined of a year that is looked at to its end. */
export const dayLookedUpTo = (year: CollectionYear, END: DayNumber): Day | undefined =>
  END < collectionDays(year).END ? dayFromNumber(END) : undefined;

/** In words that are true on that day: of 31 March they speak only once it has come. */
export const ruleWords = (
  { title, wrong, todo, soFar }: Pick<Rule, 'title' | 'wrong' | 'todo' | 'soFar'>,
  upTo: Day | undefined,
): RuleWords => {
  if (upTo === undefined || soFar === undefined) return { title, wrong, todo };
  const said = { title, wrong, todo, ...soFar };
  const onDay = (text: string): string => text.replaceAll(LAST_DAY, dayInWords(upTo));
  return { title: onDay(said.title), wrong: onDay(said.wrong), todo: onDay(said.todo) };
};
