import type { Day } from '../calendar/day.ts';
import { momentInWords } from '../calendar/london-time.ts';
import type { Answer, FormQuestion } from '../form/form.ts';
import { sameAnswer } from '../form/merge-answers.ts';
import { readAnswers } from '../form/read-answers.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import type { CaseEvent } from './case.ts';
import { WORD_OF } from './word.ts';
import type { Step, Workflow } from './workflow.ts';

type Typed = Readonly<Record<string, unknown>>;

const chosen = (given: unknown): readonly string[] =>
  (Array.isArray(given) ? given : [given]).map(String).toSorted();

/** What can no longer be answered so, as the case stands now, is taken for the same. */
const isOther = (question: FormQuestion, was: Answer, typed: Typed, today: Day): boolean => {
  const { when: _, ...always } = question;
  const given = typed[question.name];
  if (given === undefined) return false;
  if (question.kind === 'one-of' || question.kind === 'any-of')
    return JSON.stringify(chosen(was)) !== JSON.stringify(chosen(given));
  const { answers, faults } = readAnswers([always], typed, today);
  return faults.length === 0 && !sameAnswer(was, answers[question.name]);
};

const isOtherWord = ({ wordOf }: CaseEvent, typed: Typed): boolean => {
  const given = typed[WORD_OF];
  return wordOf !== undefined && typeof given === 'string' && given !== '' && given !== wordOf.person;
};

/**
 * That a step was recorded by a form before, and the form says something else now: of what was recorded, each answer that is typed
 * again. Undefined where it is the same form sent twice.
 */
export const findStepSaidOtherwise = (
  { steps }: Pick<Workflow, 'steps'>,
  event: CaseEvent,
  { step, said, today }: { readonly step: string; readonly said: Typed; readonly today: Day },
): Refusal<'said-otherwise'> | undefined => {
  const taken: Pick<Step, 'asks' | 'asked'> = steps.find(({ id }) => id === event.step) ?? { asks: [] };
  const isSame =
    step === event.step &&
    !isOtherWord(event, said) &&
    (taken.asked ?? taken.asks).every((question) => {
      const was = event.said[question.name];
      return was === undefined || !isOther(question, was, said, today);
    });
  return isSame
    ? undefined
    : refused(
        'said-otherwise',
        `This form was sent before, on ${momentInWords(event.at)}, and what it said then is recorded. What it says now is not. Where this can be done still, open its form anew and say it there.`,
      );
};
