import type { Day } from '../calendar/day.ts';
import { londonDayOf, momentInWords } from '../calendar/london-time.ts';
import { type Answer, type FormQuestion, isAsked } from '../form/form.ts';
import { sameAnswer } from '../form/merge-answers.ts';
import { readAnswers } from '../form/read-answers.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import type { CaseEvent } from './case.ts';
import { WORD_OF } from './word.ts';
import type { Step, Workflow } from './workflow.ts';

type Typed = Readonly<Record<string, unknown>>;

const chosen = (given: unknown): readonly string[] =>
  [...new Set((Array.isArray(given) ? given : [given ?? '']).map((one) => String(one).trim()))]
    .filter((one) => one !== '')
    .toSorted();

/** Read as on the day on which it was recorded: the same words are the same answer then, and a fault is of other words. */
const isOther = (question: FormQuestion, was: Answer | undefined, typed: Typed, on: Day): boolean => {
  const { when: _, ...always } = question;
  const given = typed[question.name];
  if (given === undefined) return false;
  if (question.kind === 'one-of' || question.kind === 'any-of')
    return JSON.stringify(chosen(was)) !== JSON.stringify(chosen(given));
  const { answers, faults } = readAnswers([{ ...always, optional: true }], typed, on);
  return faults.length > 0 || !sameAnswer(was, answers[question.name]);
};

const isOtherWord = ({ wordOf }: CaseEvent, typed: Typed): boolean => {
  const given = typed[WORD_OF];
  return wordOf !== undefined && typeof given === 'string' && given !== wordOf.person;
};

/**
 * That a step was recorded by a form before, and the form says something else now: of what was asked then, each answer that is typed
 * again, also one that was left open. Undefined where it is the same form sent twice.
 */
export const findStepSaidOtherwise = (
  { steps }: Pick<Workflow, 'steps'>,
  event: CaseEvent,
  { step, said }: { readonly step: string; readonly said: Typed },
): Refusal<'said-otherwise'> | undefined => {
  const taken: Pick<Step, 'asks' | 'asked'> = steps.find(({ id }) => id === event.step) ?? { asks: [] };
  const on = londonDayOf(event.at);
  const isSame =
    step === event.step &&
    !isOtherWord(event, said) &&
    (taken.asked ?? taken.asks).every((question) => {
      const was = event.said[question.name];
      const wasAsked = was !== undefined || isAsked(question, event.said);
      return !wasAsked || !isOther(question, was, said, on);
    });
  return isSame
    ? undefined
    : refused(
        'said-otherwise',
        `This form was sent before, on ${momentInWords(event.at)}, and what it said then is recorded. What it says now is not. Where this can be done still, open its form anew and say it there.`,
      );
};
