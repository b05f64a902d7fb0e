import type { Answer, Answers } from './form.ts';

export interface Merged {
  readonly answers: Answers;
  /** Questions that both have answered differently since. Theirs is in the answers; mine is for the person to see. */
  readonly both: readonly string[];
}

const same = (a: Answer | undefined, b: Answer | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Puts together what two people wrote at the same time, question by question, from what both began with. Where only one
 * of them has changed a question, theirs stands; where both have, nothing of either is lost: it is said.
 */
export const mergeAnswers = (began: Answers, theirs: Answers, mine: Answers): Merged => {
  const answers: Record<string, Answer> = {};
  const both: string[] = [];
  for (const name of new Set([...Object.keys(began), ...Object.keys(theirs), ...Object.keys(mine)])) {
    const [was, their, my] = [began[name], theirs[name], mine[name]];
    if (!same(was, their) && !same(was, my) && !same(their, my)) both.push(name);
    const stands = same(was, their) ? my : their;
    if (stands !== undefined) answers[name] = stands;
  }
  return { answers, both };
};
