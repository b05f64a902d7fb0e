import {
  CARE_PROCEEDINGS,
  type ChildRecord,
  caseFrom,
  type Day,
  findFollow,
  londonDayOf,
  PRE_PROCEEDINGS,
  recordWriterOf,
  SECTION_20,
} from '@rightplace/domain';
import {
  addCaseLink,
  appendAudit,
  asTenant,
  asTenantReading,
  holdRecord,
  listAuthorities,
  listCases,
  loadLedger,
  saveChildren,
  type Tx,
} from '@rightplace/store';
import { findWorkflow } from '../cases/workflows.ts';
import { loadAccessFacts } from '../child/load-children.ts';
import { saveCaseEvent } from '../notifications/save-case-event.ts';
import type { World } from '../world.ts';
import { colleaguesIn, type InventedRequest, type InventRequests, keepCase } from './give-requests.ts';

/** Proceedings, what comes before them, or an agreement: what the demonstration package makes. */
export interface InventedProceedings extends InventedRequest {
  /** Whether it was opened from the case of the same child that stands before it. */
  readonly isFromBefore: boolean;
}

type InventProceedings = (asked: Parameters<InventRequests>[0]) => readonly InventedProceedings[];

const KINDS: readonly string[] = [PRE_PROCEEDINGS.id, CARE_PROCEEDINGS.id, SECTION_20.id];

/**
 * Gives a demonstration that has none proceedings in every stage, by what its record says of orders; where an emergency order
 * was never followed by anything, what followed is recorded with them. No real authority is given any.
 */
export const giveProceedings = async (
  { db, now }: Pick<World, 'db' | 'now'>,
  invent: InventProceedings,
): Promise<void> => {
  for (const { code: authorityId, demonstration } of await listAuthorities(db)) {
    if (!demonstration || !(await asTenantReading(db, { authorityId }, hasNone))) continue;
    await asTenant(db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds them there.
      await holdRecord(tx);
      if (await hasNone(tx)) await give(tx, now, invent);
    });
  }
};

const hasNone = async (tx: Tx): Promise<boolean> =>
  (await listCases(tx)).every(({ workflow }) => !KINDS.includes(workflow));

/** The record as the steps of a case leave it: what an order says that the record does not have yet. */
const recordAfter = (
  child: ChildRecord,
  { workflow: { id }, events }: InventedProceedings,
  today: Day,
): ChildRecord => {
  const workflow = findWorkflow(id);
  let record = child;
  for (const { step, said } of events) {
    const written = (workflow && recordWriterOf(workflow, step))?.({
      child: record,
      said,
      evidence: {},
      today,
    });
    // What the record says otherwise by now it keeps.
    if (written?.kind === 'written') record = written.child;
  }
  return record;
};

const give = async (tx: Tx, now: World['now'], invent: InventProceedings): Promise<void> => {
  const { staff } = await loadAccessFacts(tx);
  const { children } = await loadLedger(tx);
  const today = londonDayOf(now());
  const teams = [...staff.teams.values()];
  const invented = invent({
    staff: colleaguesIn(staff, today),
    services: new Map(teams.map(({ name, service }) => [name, service ?? ''])),
    children,
    asOf: today,
  });
  if (invented.length === 0) return;
  const byId = new Map(children.map((child) => [child.id, child]));
  const changed = new Map<string, ChildRecord>();
  for (const each of invented) {
    const child = each.newChild ?? byId.get(each.child);
    if (child === undefined) continue;
    const after = recordAfter(child, each, today);
    if (each.newChild !== undefined || after !== child) changed.set(child.id, after);
  }
  await saveChildren(tx, {
    clock: now,
    why: 'Proceedings were recorded',
    event: 'demonstration',
    children: [...changed.values()],
  });
  let before: { readonly id: number; readonly of: InventedProceedings } | undefined;
  for (const each of invented) {
    const id = await keepCase(tx, each, teams.find(({ name }) => name === each.team)?.id ?? null);
    if (each.isFromBefore && before !== undefined) await follow(tx, before, { id, of: each });
    before = { id, of: each };
  }
  await appendAudit(tx, {
    at: now(),
    actor: 'command line',
    action: 'demonstration-proceedings-given',
    detail: { cases: invented.length },
  });
};

interface Kept {
  readonly id: number;
  readonly of: InventedProceedings;
}

/** The decision at the gateway, and the application that came of it. */
const follow = async (tx: Tx, before: Kept, opened: Kept): Promise<void> => {
  const [first] = opened.of.events;
  if (first === undefined || first.by === null) return;
  await addCaseLink(tx, { case: opened.id, from: before.id, by: Number(first.by.person), at: first.at });
  const issued = opened.of.events.find(({ from, to }) => from !== to && from !== null);
  if (issued === undefined || issued.by === null) return;
  const event = findFollow(PRE_PROCEEDINGS, caseFrom(before.of.events), {
    case: opened.id,
    workflow: opened.of.workflow.id,
    state: issued.to,
    by: issued.by,
    at: issued.at,
  });
  if (event !== undefined) await saveCaseEvent(tx, before.id, event);
};
