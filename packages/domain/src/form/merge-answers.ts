import type { Answer, Answers } from './form.ts';

export interface Merged {
  readonly answers: Answers;
  /** Questions that both have answered differently since. Theirs is in the answers; mine is for the person to see. */
  readonly both: readonly string[];
}

/** An entry of a list comes back from where it was kept with its fields in another order, and is the same entry. */
const inOrder = (answer: Answer | undefined): unknown =>
  answer === undefined || typeof answer === 'string'
    ? answer
    : answer.map((one) => (typeof one === 'string' ? one : Object.entries(one).toSorted(byName)));

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

export const sameAnswer = (a: Answer | undefined, b: Answer | undefined): boolean =>
  JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

/** Whether every question has the same answer in both. */
export const sameAnswers = (a: Answers, b: Answers): boolean =>
  [...Object.keys(a), ...Object.keys(b)].every((name) => sameAnswer(a[name], b[name]));

/**
 * Puts together what two people wrote at the same time, question by question, from what both began with. Where only one
 * of them has changed a question, theirs stands; where both have, nothing of either is lost: it is said.
 */
export const mergeAnswers = (began: Answers, theirs: Answers, mine: Answers): Merged => {
  const answers: Record<string, Answer> = {};
  const both: string[] = [];
  for (const name of new Set([...Object.keys(began), ...Object.keys(theirs), ...Object.keys(mine)])) {
    const [was, their, my] = [began[name], theirs[name], mine[name]];
    if (!sameAnswer(was, their) && !sameAnswer(was, my) && !sameAnswer(their, my)) both.push(name);
    const stands = sameAnswer(was, their) ? my : their;
    if (stands !== undefined) answers[name] = stands;
  }
  return { answers, both };
};
