import { type CaseEvent, type ChildRecord, type Clock, findFollow, type Workflow } from '@rightplace/domain';
import { appendAudit, findCase, listCaseLinks, listWriters, type Tx } from '@rightplace/store';
import { saveCaseEvent } from '../notifications/save-case-event.ts';
import { caseNow } from './find-case.ts';
import { findWorkflow } from './workflows.ts';

export const CASE_FOLLOWED = 'case-followed';

/** Something happened to the case that this one was opened from: nothing is saved, and all is read anew. */
export class MovedMeanwhile extends Error {}

/**
 * What a decision makes of the case that this one was opened from, in the same transaction: once the full request is
 * authorised the emergency is, by the same person at the same moment, or neither.
 */
export const followOn = async (
  tx: Tx,
  {
    id,
    workflow,
    event,
    child,
    clock,
  }: {
    readonly id: number;
    readonly workflow: Workflow;
    readonly event: CaseEvent;
    readonly child: Pick<ChildRecord, 'id'>;
    readonly clock: Clock;
  },
): Promise<void> => {
  const from = (await listCaseLinks(tx)).find((link) => link.case === id)?.from;
  const stored = from === undefined ? undefined : await findCase(tx, from);
  const before = stored === undefined ? undefined : findWorkflow(stored.workflow);
  if (stored === undefined || before === undefined || event.by === null) return;
  const { by, at, to: state } = event;
  const now = caseNow(before, stored, await listWriters(tx, stored.id), { clock, at });
  const follow = findFollow(before, now, { case: id, workflow: workflow.id, state, by, at });
  if (follow === undefined) return;
  if (!(await saveCaseEvent(tx, stored.id, follow))) throw new MovedMeanwhile();
  await appendAudit(tx, {
    at,
    actor: by.person,
    action: CASE_FOLLOWED,
    subject: { kind: 'child', id: child.id },
    detail: { case: stored.id, workflow: before.id, to: follow.to, number: follow.number, after: id },
  });
};
