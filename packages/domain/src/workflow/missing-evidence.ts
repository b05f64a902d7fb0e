import type { Day } from '../calendar/day.ts';
import type { Answers } from '../form/form.ts';
import { whatIsMissing } from '../form/read-answers.ts';
import type { Workflow } from './workflow.ts';

/** What a case's form still needs, and what of it cannot stand beside what the record says of the child, by section. */
export const missingEvidence = (
  { evidence, besideRecord }: Pick<Workflow, 'evidence' | 'besideRecord'>,
  answers: Answers,
  known: { readonly born: Day | undefined; readonly today: Day },
): ReturnType<typeof whatIsMissing> => {
  const missing = new Map(
    whatIsMissing(evidence, answers, known.today).map(({ section, faults }) => [section.id, faults]),
  );
  const against = besideRecord?.(answers, known) ?? [];
  return evidence.sections.flatMap((section) => {
    const own = against.filter(({ question }) => section.questions.some(({ name }) => name === question));
    const faults = [...(missing.get(section.id) ?? []), ...own];
    return faults.length === 0 ? [] : [{ section, faults }];
  });
};
