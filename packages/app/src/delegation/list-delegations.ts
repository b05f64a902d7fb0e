import {
  type AttemptRefusal,
  appointsForAll,
  containsDay,
  type Delegation,
  type DelegationPhase,
  endDelegationFault,
  londonDayOf,
  type Moment,
  mayAttempt,
  phaseOf,
  type Role,
  STOOD_IN_FOR,
  whoMayStandInFor,
} from '@rightplace/domain';
import { asTenantReading, listDelegations, listPeople, type Tx } from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import type { Staff } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { rolesIn } from './acting.ts';

/** One who stands in for another, as it is read. */
export interface DelegationLine extends Delegation {
  readonly phase: DelegationPhase;
  readonly forName: string;
  readonly standsInName: string;
  readonly recordedByName: string;
  readonly endedByName: string | undefined;
  /** Whether whoever looks may end it. */
  readonly mayEnd: boolean;
}

export interface Delegations {
  readonly kind: 'delegations';
  /** In force or to come by when they begin; past ones the latest first. */
  readonly lines: readonly DelegationLine[];
  readonly mayMake: boolean;
}

export const linesOf = (
  delegations: readonly Delegation[],
  { staff, actor, at }: { readonly staff: Staff; readonly actor: SignedIn['actor']; readonly at: Moment },
): readonly DelegationLine[] => {
  const nameOf = (person: string): string => staff.members.get(Number(person))?.name ?? 'Somebody';
  return delegations.map((one) => {
    const phase = phaseOf(one, at);
    return {
      ...one,
      phase,
      forName: nameOf(one.forPerson),
      standsInName: nameOf(one.standsIn),
      recordedByName: nameOf(one.recordedBy),
      endedByName: one.ended === null ? undefined : nameOf(one.ended.by),
      mayEnd: phase !== 'past' && endDelegationFault(one, { actor, on: londonDayOf(at) }) === undefined,
    };
  });
};

/** Who stands in for whom: now, from when, and who did. No child is in it. */
export const showDelegations = async (
  world: World,
  { actor, authority, person }: SignedIn,
): Promise<Delegations | AttemptRefusal> => {
  const at = world.now();
  const on = londonDayOf(at);
  const permission = mayAttempt({ actor, action: 'see-delegations', on });
  if (permission.kind === 'refused') return permission;
  return asTenantReading(world.db, { authorityId: authority.id, personId: person.id }, async (tx) => {
    const { staff } = await loadAccessFacts(tx);
    const lines = linesOf(await listDelegations(tx), { staff, actor, at });
    return {
      kind: 'delegations',
      lines: [
        ...lines.filter(({ phase }) => phase !== 'past'),
        ...lines.filter(({ phase }) => phase === 'past').toReversed(),
      ],
      mayMake: mayAttempt({ actor, action: 'make-delegation', on }).kind === 'may',
    };
  });
};

/** Somebody in a role, to choose from. */
export interface InRole {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
}

export interface DelegationForm {
  readonly kind: 'delegation-form';
  /** Whom, and in which role, whoever looks may appoint somebody for. */
  readonly stoodInFor: readonly InRole[];
  /** Everybody who is senior enough for one of these roles, but for whoever looks. */
  readonly standIns: readonly InRole[];
}

/** Everybody in one of the roles today, by name. */
const peopleIn = (staff: Staff, roles: readonly Role[], at: Moment): readonly InRole[] => {
  const rolesOf = rolesIn(staff);
  return [...staff.members.values()]
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .flatMap(({ id, name }) =>
      roles
        .filter((role) =>
          rolesOf(String(id)).some((held) => held.role === role && containsDay(held, londonDayOf(at))),
        )
        .map((role) => ({ person: String(id), name, role })),
    );
};

/** What can be chosen in saying that somebody stands in. */
export const findDelegationForm = async (
  world: World,
  { actor, authority, person }: SignedIn,
): Promise<DelegationForm | AttemptRefusal> => {
  const at = world.now();
  const on = londonDayOf(at);
  const permission = mayAttempt({ actor, action: 'make-delegation', on });
  if (permission.kind === 'refused') return permission;
  return asTenantReading(
    world.db,
    { authorityId: authority.id, personId: person.id },
    async (tx: Tx): Promise<DelegationForm> => {
      const { staff } = await loadAccessFacts(tx);
      const forAll = appointsForAll(actor, on, 'make-delegation');
      const stoodInFor = peopleIn(staff, STOOD_IN_FOR, at).filter((one) => forAll || one.person === actor.id);
      const senior = new Set(stoodInFor.flatMap(({ role }) => whoMayStandInFor(role)));
      const working = new Set(
        (await listPeople(tx)).flatMap(({ id, active }) => (active ? [String(id)] : [])),
      );
      const standIns = peopleIn(staff, [...senior], at).filter(
        (one) => one.person !== actor.id && working.has(one.person),
      );
      return { kind: 'delegation-form', stoodInFor, standIns };
    },
  );
};
