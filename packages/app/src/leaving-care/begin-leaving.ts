import {
  type AttemptRefusal,
  ageOn,
  type ChildId,
  type ChildRecord,
  type ChildRefusal,
  containsDay,
  type Day,
  EXIT_PLAN,
  mayAttempt,
  mayDoTo,
  RETURN_HOME,
  type Refusal,
  refused,
  SELF_DISCHARGE,
  STAYING_PUT,
  type Workflow,
} from '@rightplace/domain';
import { appendAudit, asTenant, holdRecord } from '@rightplace/store';
import { beginCase, findOpenCase } from '../cases/begin-case.ts';
import { type BegunOtherwise, begunBefore } from '../cases/begun-before.ts';
import { findOpenGlass } from '../child/break-glass.ts';
import { loadChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

export const LEAVING_BEGUN = 'leaving-care-begun';

/** The processes by which a child leaves care, in the order in which they are offered. */
export const LEAVING: readonly Workflow[] = [EXIT_PLAN, RETURN_HOME, SELF_DISCHARGE, STAYING_PUT];

/** From which age, and before which, each of them is for somebody. */
const AGES: Readonly<Record<string, { readonly from: number; readonly before: number }>> = {
  [SELF_DISCHARGE.id]: { from: 16, before: 18 },
  [STAYING_PUT.id]: { from: 16, before: 21 },
};

export interface LeavingToBegin {
  readonly key: string;
  readonly child: ChildId;
  /** The process's. */
  readonly workflow: string;
}

export type LeavingRefusal =
  | Refusal<'no-such-process' | 'not-in-care' | 'not-of-that-age'>
  | BegunOtherwise
  /** One is open already, which can be gone on with. */
  | (Refusal<'begun-already'> & { readonly id: number });

export type LeavingBegun = { readonly kind: 'leaving-begun'; readonly id: number };

/** Why a process is not one for this child today; undefined when it is. */
export const findNotFor = (
  { details: { dateOfBirth }, periodsOfCare }: Pick<ChildRecord, 'details' | 'periodsOfCare'>,
  { id }: Pick<Workflow, 'id'>,
  today: Day,
): Refusal<'not-in-care' | 'not-of-that-age'> | undefined => {
  const stayedOn = id === STAYING_PUT.id && periodsOfCare.some(({ endReason }) => endReason === 'E17');
  if (!stayedOn && !periodsOfCare.some((period) => containsDay(period, today)))
    return refused('not-in-care', 'The record does not say that this child is looked after.');
  const ages = AGES[id];
  if (ages === undefined) return undefined;
  if (dateOfBirth === undefined)
    return refused('not-of-that-age', 'The record has no date of birth for this child. Record that first.');
  const age = ageOn(dateOfBirth, today);
  return age >= ages.from && age < ages.before
    ? undefined
    : refused('not-of-that-age', `This is for young people from ${ages.from} up to ${ages.before}.`);
};

/** Begins a plan, a return home, an asking to leave or an arrangement for a child in care; sent twice, it is begun once. */
export const beginLeaving = (
  world: World,
  signedIn: SignedIn,
  { key, child: id, workflow: name }: LeavingToBegin,
): Promise<LeavingBegun | LeavingRefusal | ChildRefusal | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const begunBy = signedIn.person.id;
    const at = world.now();
    await holdRecord(tx);
    const before = await begunBefore(tx, { begunBy, key, workflow: name, child: { kind: 'known', id } });
    if (before !== undefined)
      return before.kind === 'same' ? { kind: 'leaving-begun', id: before.id } : before;
    const workflow = LEAVING.find((one) => one.id === name);
    if (workflow === undefined) return refused('no-such-process', 'There is no such way to leave care.');
    const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
    const permission = mayAttempt({
      actor: signedIn.actor,
      action: workflow.access.begin,
      on: loaded.today,
    });
    if (permission.kind === 'refused') return permission;
    const child = loaded.present.childById.get(id);
    if (child === undefined)
      return refused('out-of-reach', 'There is no such child among those you work with.');
    const glass = child.restricted === true ? await findOpenGlass(tx, { signedIn, id, now: at }) : undefined;
    const reach = mayDoTo({
      actor: signedIn.actor,
      action: workflow.access.take,
      on: loaded.today,
      child: childForAccess(child, loaded.access, loaded.today),
      ...(glass === undefined ? {} : { breakGlass: { reason: glass.reason } }),
    });
    if (reach.kind === 'refused') return reach;
    const notFor = findNotFor(child, workflow, loaded.today);
    if (notFor !== undefined) return notFor;
    const open = await findOpenCase(tx, { child: id, of: [workflow], today: loaded.today, at });
    if (open !== undefined)
      return { ...refused('begun-already', `“${workflow.title}” is open already.`), id: open.id };
    const { assignment } = permission.grants[0];
    const opened = await beginCase(tx, workflow, { child: id, begunBy, assignment, key, at });
    await appendAudit(tx, {
      at,
      actor: String(begunBy),
      action: LEAVING_BEGUN,
      subject: { kind: 'child', id },
      detail: { case: opened, workflow: workflow.id },
    });
    return { kind: 'leaving-begun', id: opened };
  });
