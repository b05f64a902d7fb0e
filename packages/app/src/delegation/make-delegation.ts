import {
  type AttemptRefusal,
  type DelegationReason,
  delegationFault,
  endDelegationFault,
  isDelegationReason,
  isRole,
  londonDayOf,
  type MakeDelegationRefusal,
  type Moment,
  momentInWords,
  overFrom,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  addDelegation,
  addDelegationEnd,
  appendAudit,
  asTenant,
  findPerson,
  holdDelegations,
  listDelegations,
} from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import { tellOfDelegation } from '../notifications/tell-of-delegation.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { rolesIn } from './acting.ts';

export const DELEGATION_MADE = 'delegation-made';
export const DELEGATION_ENDED = 'delegation-ended';

export interface DelegationToMake {
  readonly forPerson: string;
  readonly role: string;
  readonly standsIn: string;
  readonly reason: string;
  /** Undefined: from now on. */
  readonly starts: Moment | undefined;
  readonly ends: Moment;
}

export type DelegationMade =
  | { readonly kind: 'delegation-made'; readonly id: number; readonly standsInName: string }
  | AttemptRefusal
  | MakeDelegationRefusal
  | Refusal<'stood-in-for-needed' | 'stand-in-needed' | 'reason-needed'>;

/** Records that somebody stands in for a colleague for a time. What is recorded and its audit entry are one transaction. */
export const makeDelegation = async (
  world: World,
  { actor, authority, person }: SignedIn,
  { starts, ...typed }: DelegationToMake,
): Promise<DelegationMade> =>
  asTenant(world.db, { authorityId: authority.id, personId: person.id }, async (tx) => {
    await holdDelegations(tx);
    const { staff } = await loadAccessFacts(tx);
    const at = world.now();
    const memberOf = (id: string) => staff.members.get(Number(id));
    const { forPerson, standsIn, role, reason, ends } = typed;
    if (memberOf(forPerson) === undefined || !isRole(role))
      return refused('stood-in-for-needed', 'Choose who is stood in for.');
    if (memberOf(standsIn) === undefined || (await findPerson(tx, Number(standsIn)))?.active !== true)
      return refused('stand-in-needed', 'Choose who stands in, from those who work here.');
    if (!isDelegationReason(reason)) return refused('reason-needed', 'Choose why.');
    const wanted = {
      forPerson,
      standsIn,
      role,
      reason: reason satisfies DelegationReason,
      starts: starts ?? at,
      ends,
    };
    const fault = delegationFault(wanted, {
      actor,
      at,
      rolesOf: rolesIn(staff),
      others: await listDelegations(tx, { of: Number(forPerson), since: at }),
      nameOf: (id) => memberOf(id)?.name ?? 'Somebody',
    });
    if (fault !== undefined) return fault;
    const id = await addDelegation(tx, { ...wanted, recordedBy: actor.id, recordedAt: at });
    await appendAudit(tx, {
      at,
      actor: actor.id,
      action: DELEGATION_MADE,
      subject: { kind: 'person', id: standsIn },
      detail: { delegation: id, for: forPerson, role, reason, starts: wanted.starts, ends },
    });
    await tellOfDelegation(tx, { id, standsIn, forPerson }, { what: 'made', by: actor.id, at });
    return { kind: 'delegation-made', id, standsInName: memberOf(standsIn)?.name ?? 'Somebody' };
  });

export type DelegationEnded =
  | { readonly kind: 'delegation-ended'; readonly id: number }
  | AttemptRefusal
  | Refusal<'no-such-delegation' | 'not-yours-to-end' | 'over-already'>;

/** Ends one now, before its time, or before it has begun. It counts from the next thing that is asked or sent. */
export const endDelegation = async (
  world: World,
  { actor, authority, person }: SignedIn,
  id: number,
): Promise<DelegationEnded> =>
  asTenant(world.db, { authorityId: authority.id, personId: person.id }, async (tx) => {
    await holdDelegations(tx);
    const at = world.now();
    const found = (await listDelegations(tx)).find((one) => one.id === id);
    if (found === undefined) return refused('no-such-delegation', 'There is no such standing in.');
    const fault = endDelegationFault(found, { actor, on: londonDayOf(at) });
    if (fault !== undefined) return fault;
    if (overFrom(found) <= at || !(await addDelegationEnd(tx, { id, by: person.id, at })))
      return refused('over-already', `It was over already, on ${momentInWords(overFrom(found))}.`);
    await appendAudit(tx, {
      at,
      actor: actor.id,
      action: DELEGATION_ENDED,
      subject: { kind: 'person', id: found.standsIn },
      detail: { delegation: id, for: found.forPerson, role: found.role },
    });
    await tellOfDelegation(tx, found, { what: 'ended', by: actor.id, at });
    return { kind: 'delegation-ended', id };
  });
