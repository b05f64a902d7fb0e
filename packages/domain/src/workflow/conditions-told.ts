import type { Moment } from '../calendar/moment.ts';
import type { Answer } from '../form/form.ts';
import type { CaseEvent, CaseNow } from './case.ts';
import { chronologyOf } from './chronology.ts';
import type { Workflow } from './workflow.ts';

/** A condition on which something was approved. */
export interface ConditionTold {
  /** "Ada Osei, director, authorised entry to care". */
  readonly sentence: string;
  readonly at: Moment;
  readonly words: string;
}

const wordsOf = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer.trim() : '');

/** What was said in deciding; of a word of mouth what whoever wrote it down was told. */
const conditionIn = ({ said, wordOf }: CaseEvent): string =>
  wordsOf(said['conditions']) || (wordOf === undefined ? '' : wordsOf(said['words']));

/** On what conditions a case was approved, the first first. A word that was denied set none. */
export const conditionsTold = (
  workflow: Workflow,
  now: CaseNow,
  nameOf: (person: string) => string,
): readonly ConditionTold[] => {
  const denied = new Set(
    now.words.flatMap(({ number, answer }) => (answer?.kind === 'deny' ? [number] : [])),
  );
  const lines = new Map(chronologyOf(workflow, now, nameOf).map((line) => [line.number, line]));
  return now.events.flatMap((event): readonly ConditionTold[] => {
    const [words, line] = [conditionIn(event), lines.get(event.number)];
    return words === '' || line === undefined || denied.has(event.number)
      ? []
      : [{ sentence: line.sentence, at: event.at, words }];
  });
};
