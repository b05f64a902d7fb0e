import {
  type CaseEvent,
  type ChildRecord,
  type Day,
  isRole,
  londonDayOf,
  type Role,
} from '@rightplace/domain';
import {
  addCase,
  addEvidence,
  appendAudit,
  asTenant,
  asTenantReading,
  type Evidence,
  hasCases,
  holdRecord,
  listAuthorities,
  loadLedger,
  saveChildren,
  type Tx,
} from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import type { Staff, StaffMember } from '../child/scope.ts';
import { saveCaseEvent } from '../notifications/save-case-event.ts';
import type { World } from '../world.ts';

/** A request for care with all that happened to it: what the demonstration package makes. */
export interface InventedRequest {
  readonly workflow: { readonly id: string; readonly version: number };
  readonly newChild: ChildRecord | undefined;
  readonly child: ChildRecord['id'];
  readonly begunBy: string;
  readonly team: string;
  readonly events: readonly CaseEvent[];
  readonly evidence: readonly (Omit<Evidence, 'savedBy'> & { readonly savedBy: string })[];
}

export type InventRequests = (asked: {
  readonly staff: readonly {
    readonly id: string;
    readonly role: Role;
    readonly team: string | null;
    readonly service: string | null;
    readonly socialWorkNumber: string | null;
  }[];
  readonly services: ReadonlyMap<string, string>;
  readonly children: readonly ChildRecord[];
  readonly asOf: Day;
}) => readonly InventedRequest[];

/**
 * Gives a demonstration in which nobody ever asked for care some requests, in every place a request can be, so that there is
 * work waiting. One that has a case keeps what it has, and no real authority is given any.
 */
export const giveRequests = async (
  { db, now }: Pick<World, 'db' | 'now'>,
  invent: InventRequests,
): Promise<void> => {
  for (const { code: authorityId, demonstration } of await listAuthorities(db)) {
    if (!demonstration || !(await asTenantReading(db, { authorityId }, neverHadCases))) continue;
    await asTenant(db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds them there.
      await holdRecord(tx);
      if (await neverHadCases(tx)) await give(tx, now, invent);
    });
  }
};

const neverHadCases = async (tx: Tx): Promise<boolean> => !(await hasCases(tx));

const give = async (tx: Tx, now: World['now'], invent: InventRequests): Promise<void> => {
  const { staff } = await loadAccessFacts(tx);
  const { children } = await loadLedger(tx);
  const asOf = londonDayOf(now());
  const teams = [...staff.teams.values()];
  const requests = invent({
    staff: colleaguesIn(staff, asOf),
    services: new Map(teams.map(({ name, service }) => [name, service ?? ''])),
    children,
    asOf,
  });
  if (requests.length === 0) return;
  await saveChildren(tx, {
    clock: now,
    why: 'Requests for care were begun',
    event: 'demonstration',
    children: requests.flatMap(({ newChild }) => newChild ?? []),
  });
  for (const request of requests) {
    const teamId = teams.find(({ name }) => name === request.team)?.id ?? null;
    await keepCase(tx, request, teamId);
  }
  await appendAudit(tx, {
    at: now(),
    actor: 'command line',
    action: 'demonstration-requests-given',
    detail: { requests: requests.length },
  });
};

/** Keeps a case with all that happened to it, and gives its number. */
export const keepCase = async (tx: Tx, request: InventedRequest, teamId: number | null): Promise<number> => {
  const { workflow, child, events, evidence } = request;
  const { id } = await addCase(tx, {
    workflow: workflow.id,
    version: workflow.version,
    child,
    begunBy: Number(request.begunBy),
    teamId,
    key: `invented ${workflow.id} ${child}`,
  });
  for (const saved of evidence) await addEvidence(tx, id, { ...saved, savedBy: Number(saved.savedBy) });
  for (const event of events) await saveCaseEvent(tx, id, event);
  return id;
};

type Colleagues = Parameters<InventRequests>[0]['staff'];

/** Everybody once for each role they have on a day, in the order in which they were added. */
export const colleaguesIn = ({ members, teams }: Staff, on: Day): Colleagues =>
  [...members.values()].toSorted((a, b) => a.id - b.id).flatMap((member) => rolesOf(member, teams, on));

const rolesOf = ({ id, socialWorkNumber, roles }: StaffMember, teams: Staff['teams'], on: Day): Colleagues =>
  roles.flatMap(({ role, teamId, service, starts, ends }) =>
    isRole(role) && starts <= on && (ends === null || on < ends)
      ? [
          {
            id: String(id),
            role,
            team: teamId === null ? null : (teams.get(teamId)?.name ?? null),
            service,
            socialWorkNumber,
          },
        ]
      : [],
  );
