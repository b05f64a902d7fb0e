import type { Answers } from '../form/form.ts';
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

/** What was said in it, of what is asked now; of what can be chosen only what still can. */
export const saidAgain = ({ asks }: Pick<Step, 'asks'>, { said }: Pick<CaseEvent, 'said'>): Answers =>
  Object.fromEntries(
    asks.flatMap((question) => {
      const answer = said[question.name];
      const isThere =
        answer !== undefined &&
        (question.kind !== 'one-of' ||
          (typeof answer === 'string' && Object.hasOwn(question.options, answer)));
      return isThere ? [[question.name, answer]] : [];
    }),
  );
