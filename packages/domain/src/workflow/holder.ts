import type { CaseEvent } from './case.ts';
import { type Part, peopleOf } from './part.ts';
import type { Step, Workflow } from './workflow.ts';

/** Whose case it is: whoever took it on last, or was given it. Undefined where nobody was. */
export const holderOf = (
  { givenTo }: Pick<Workflow, 'givenTo'>,
  { events }: { readonly events: readonly CaseEvent[] },
): string | undefined => {
  if (givenTo === undefined) return undefined;
  const { taken, given, question = '' } = givenTo;
  const last = events.findLast(({ step }) => step === taken || step === given);
  if (last?.step === taken) return last.by?.person;
  const chosen = last?.said[question];
  return typeof chosen === 'string' ? chosen : undefined;
};

/**
 * Whether somebody acts in a part in which the case is a colleague's: not theirs, nor of whom they stand in for. A step that is for
 * somebody named is theirs, whoever has the case.
 */
export const isAnothers = (
  { givenTo }: Pick<Workflow, 'givenTo'>,
  holder: string | undefined,
  { by, part, step }: { readonly by: string; readonly part: Part; readonly step?: Pick<Step, 'only'> },
): boolean =>
  holder !== undefined &&
  step?.only === undefined &&
  givenTo?.roles.includes(part.role) === true &&
  !peopleOf(by, part).includes(holder);
