import { type ConditionTold, conditionsTold, PLACEMENT_REQUEST } from '@rightplace/domain';
import { findCase, type Tx } from '@rightplace/store';
import { caseNow, type FoundCase, namesIn } from './find-case.ts';
import { findWorkflow } from './workflows.ts';

type Following = Pick<FoundCase, 'workflow' | 'stored' | 'isReached' | 'seesToo' | 'clock' | 'at' | 'loaded'>;

const conditionsIn = async (
  tx: Tx,
  openedFrom: number | null,
  found: Following,
): Promise<readonly ConditionTold[]> => {
  const from = openedFrom === null ? undefined : await findCase(tx, openedFrom);
  const workflow = from === undefined ? undefined : findWorkflow(from.workflow);
  if (from === undefined || workflow === undefined) return [];
  const earlier = await conditionsIn(tx, from.openedFrom, found);
  if (!found.seesToo(from, workflow)) return earlier;
  const { clock, at, loaded } = found;
  return [
    ...earlier,
    ...conditionsTold(workflow, caseNow(workflow, from, [], { clock, at }), namesIn(loaded)),
  ];
};

/**
 * On what conditions care was approved that a request for a home follows, the first first, for those who may see the case in which it was.
 * It stands beside the request and never in it: what a request says goes to providers.
 */
export const conditionsBefore = async (tx: Tx, found: Following): Promise<readonly ConditionTold[]> =>
  found.isReached && found.workflow.id === PLACEMENT_REQUEST.id
    ? conditionsIn(tx, found.stored.openedFrom, found)
    : [];
