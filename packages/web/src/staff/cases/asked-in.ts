import { EVERY_WORKFLOW, type FormQuestion } from '@rightplace/domain';

/** Where on a case something was typed: a part of its request, or a step. */
export interface TypedIn {
  readonly sectionId?: string;
  readonly stepId?: string;
}

const fits = (questions: readonly FormQuestion[], sent: URLSearchParams): number =>
  questions.filter(({ name, kind }) =>
    kind === 'list'
      ? [...sent.keys()].some((key) => key.startsWith(`${name}.`))
      : sent.has(kind === 'day' ? `${name}-day` : name),
  ).length;

/**
 * The questions to which something was sent, without the case: it may be out of reach by now. Of processes that call a part or a
 * step the same, the one whose questions fit what was sent.
 */
export const askedIn = ({ sectionId, stepId }: TypedIn, sent: URLSearchParams): readonly FormQuestion[] => {
  const found = EVERY_WORKFLOW.flatMap(({ evidence, steps }) => [
    ...evidence.sections.filter(({ id }) => id === sectionId).map(({ questions }) => questions),
    ...steps.filter(({ id }) => id === stepId).map(({ asks }) => asks),
  ]);
  return found.reduce<readonly FormQuestion[]>(
    (best, one) => (fits(one, sent) > fits(best, sent) ? one : best),
    [],
  );
};
