import type { Answer, HeldFinding } from '@rightplace/store';

/** Of findings, how many have an answer that was agreed, and how many one that waits. */
export interface AnswersCounted {
  readonly agreed: number;
  readonly waiting: number;
}

/** Only answers to these findings count: what was answered and has since been put right needs no answer any more. */
export const countAnswers = (
  findings: readonly HeldFinding[],
  standing: readonly Answer[],
): AnswersCounted => {
  const ids = new Set(findings.map(({ id }) => id));
  const own = standing.filter(({ finding }) => ids.has(finding));
  const agreed = own.filter(({ decision }) => decision?.how === 'agreed').length;
  return { agreed, waiting: own.length - agreed };
};
