import type { CaseEvent } from './case.ts';
import { type Part, peopleOf } from './part.ts';
import type { Workflow } from './workflow.ts';

/** Whose case it is: whoever took it on last, or was given it. Undefined where nobody was. */
export const holderOf = (
  { givenTo }: Pick<Workflow, 'givenTo'>,
  { events }: { readonly events: readonly CaseEvent[] },
): string | undefined => {
  if (givenTo === undefined) return undefined;
  const last = events.findLast(({ step }) => step === givenTo.taken || step === givenTo.given);
  if (last?.step === givenTo.taken) return last.by?.person;
  const chosen = last?.said[givenTo.question];
  return typeof chosen === 'string' ? chosen : undefined;
};

/** Whether somebody acts in a part in which the case is a colleague's: not theirs, nor of whom they stand in for. */
export const isAnothers = (
  { givenTo }: Pick<Workflow, 'givenTo'>,
  holder: string | undefined,
  { by, part }: { readonly by: string; readonly part: Part },
): boolean => holder !== undefined && part.role === givenTo?.role && !peopleOf(by, part).includes(holder);
