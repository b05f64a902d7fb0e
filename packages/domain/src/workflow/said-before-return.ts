import type { Answer, Answers, FormQuestion } from '../form/form.ts';
import type { CaseEvent, CaseNow } from './case.ts';
import { findReturn } from './returned.ts';
import type { Step } from './workflow.ts';

/**
 * How a case was sent on the last time from where it has been returned to, for whoever sends it on again by the same step; undefined
 * where it was not returned, or goes on in another way. It is the account that was returned: one after which something else was put
 * before somebody was answered for itself.
 */
export const sentOnBefore = (
  { id, kind }: Pick<Step, 'id' | 'kind'>,
  now: Pick<CaseNow, 'events'>,
): CaseEvent | undefined => {
  const returned = findReturn(now);
  if (returned === undefined || kind !== 'submit') return undefined;
  const moves = now.events.filter(({ number, from, to }) => number < returned.number && to !== from);
  const last = moves.findLast(({ from }) => from === returned.to);
  const sentOn = moves.findLast((event) => event.kind === 'submit');
  return last?.step === id && last.to === sentOn?.to ? last : undefined;
};

/** An answer as far as it can still be given; undefined where nothing of it can. */
const stillThere = (question: FormQuestion, answer: Answer | undefined): Answer | undefined => {
  if (question.kind !== 'one-of' && question.kind !== 'any-of') return answer;
  const isOffered = (one: unknown): boolean =>
    typeof one === 'string' && Object.hasOwn(question.options, one);
  if (typeof answer === 'string') return isOffered(answer) ? answer : undefined;
  const there = answer?.filter(isOffered) as readonly string[] | undefined;
  return there?.length === 0 ? undefined : there;
};

/** What was said in it, of what is asked now; of what can be chosen only what still can. */
export const saidAgain = ({ asks }: Pick<Step, 'asks'>, { said }: Pick<CaseEvent, 'said'>): Answers =>
  Object.fromEntries(
    asks.flatMap((question) => {
      const answer = stillThere(question, said[question.name]);
      return answer === undefined ? [] : [[question.name, answer]];
    }),
  );
