import {
  type CaseEvent,
  type CaseNow,
  type ChildRecord,
  caseFrom,
  isPanelId,
  kindsUntil,
  londonDayOf,
  noticesOfEvent,
  openWords,
  PLACEMENT_REQUEST,
} from '@rightplace/domain';
import {
  addCaseEvent,
  findCase,
  listDelegations,
  listPanelMeetings,
  listWriters,
  loadChild,
  moveOnFrom,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { caseForAccess } from '../cases/find-case.ts';
import { findWorkflow } from '../cases/workflows.ts';
import { type LoadedChildren, loadAccessFacts } from '../child/load-children.ts';
import { namedInCase, reachedByChairs } from '../panel/panel-facts.ts';
import { PLANS_THE_MOVE } from '../search/planned-moves.ts';
import { colleaguesBy } from './colleagues-of-child.ts';
import { tell } from './tell.ts';
import { endTellingOfPayments, tellOfPayments } from './tell-of-payments.ts';

/** What whoever saves an event has read already. */
interface Known {
  readonly child: ChildRecord;
  readonly access: LoadedChildren['access'];
}

/**
 * Saves what happened to a case, and tells everybody whom it concerns, in one transaction: the one way in which anything
 * happens to a case. False when something else had happened meanwhile: then nothing is saved and nobody is told.
 */
export const saveCaseEvent = async (
  tx: Tx,
  caseId: number,
  event: CaseEvent,
  known?: Known,
): Promise<boolean> => {
  if (!(await addCaseEvent(tx, caseId, event))) return false;
  await tellOfEvent(tx, caseId, event, known);
  return true;
};

/** What was waited for is no longer: of whoever was told of it and has not looked, nothing is asked any more. */
const moveOn = async (tx: Tx, caseId: number, { by, ...event }: CaseEvent, now: CaseNow): Promise<void> => {
  const { at } = event;
  if (event.from !== event.to) await moveOnFrom(tx, { case: caseId, kinds: kindsUntil('case-moves'), at });
  const answers = event.kind === 'confirm' || event.kind === 'deny';
  if (answers && by !== null && !openWords(now.words).some(({ person }) => person === by.person))
    await moveOnFrom(tx, { case: caseId, kinds: kindsUntil('answered'), to: by.person, at });
};

const tellOfEvent = async (
  tx: Tx,
  caseId: number,
  event: CaseEvent,
  known: Known | undefined,
): Promise<void> => {
  const stored = await findCase(tx, caseId);
  const workflow = stored === undefined ? undefined : findWorkflow(stored.workflow);
  if (stored === undefined || workflow === undefined) return;
  const now = caseFrom(
    stored.events,
    (await listWriters(tx, caseId)).map(String),
    stored.openedFrom !== null,
  );
  const { at } = event;
  await moveOn(tx, caseId, event, now);
  const child = known?.child ?? (await loadChild(tx, stored.child));
  if (child === undefined) return;
  const access = known?.access ?? (await loadAccessFacts(tx));
  const colleaguesOf = colleaguesBy({
    action: workflow.access.take,
    staff: access.staff,
    delegations: await listDelegations(tx, { since: at }),
    at,
  });
  const meetings = isPanelId(workflow.id) ? await listPanelMeetings(tx) : [];
  const forAccess = caseForAccess(stored, child, { access, today: londonDayOf(at) });
  const colleagues = colleaguesOf(reachedByChairs(forAccess, { workflow, now }, meetings));
  const key = `case ${caseId} event ${event.number}`;
  const notices = noticesOfEvent(
    namedInCase(workflow, now, { meetings, child, today: londonDayOf(at) }),
    { event, now },
    colleagues,
  );
  await tell(
    tx,
    notices.map((notice) => ({ ...notice, at, key, case: caseId })),
    at,
  );
  if (workflow.id === PLACEMENT_REQUEST.id) await tellPayers(tx, event, { stored, child, access });
};

/** A move that is confirmed is told to those who set up its payments; one that comes to nothing is asked of them no more. */
const tellPayers = async (
  tx: Tx,
  event: CaseEvent,
  { stored, child, access }: Known & { readonly stored: StoredCase },
): Promise<void> => {
  const { at, step, from, to, number, by } = event;
  if (PLANS_THE_MOVE.has(step)) {
    const key = `case ${stored.id} event ${number} payments`;
    await tellOfPayments(tx, { stored, child, access, at, by: by?.person, key });
  } else if (from !== to) await endTellingOfPayments(tx, { stored, child, at });
};
