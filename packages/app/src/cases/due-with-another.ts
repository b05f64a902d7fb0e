import { type Day, dueOfOpened } from '@rightplace/domain';
import { findCase, type Tx } from '@rightplace/store';
import { caseNow, type FoundCase } from './find-case.ts';
import { findWorkflow } from './workflows.ts';

/** Until when the case that this one was opened from waits for it; undefined where none does. */
export const dueWithAnother = async (
  tx: Tx,
  { stored, workflow, clock, at }: Pick<FoundCase, 'stored' | 'workflow' | 'clock' | 'at'>,
): Promise<Day | undefined> => {
  const other = stored.openedFrom === null ? undefined : await findCase(tx, stored.openedFrom);
  const process = other === undefined ? undefined : findWorkflow(other.workflow);
  if (other === undefined || process === undefined) return undefined;
  return dueOfOpened(process, caseNow(process, other, [], { clock, at }), { ...clock, opened: workflow.id });
};
