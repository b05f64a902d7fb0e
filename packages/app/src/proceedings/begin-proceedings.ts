import {
  type AttemptRefusal,
  type ChildId,
  type ChildRecord,
  type ChildRefusal,
  mayAttempt,
  mayDoTo,
  PRE_PROCEEDINGS,
  type Refusal,
  refused,
  SECTION_20,
  type Workflow,
} from '@rightplace/domain';
import { appendAudit, asTenant, holdRecord, type Tx } from '@rightplace/store';
import { beginCase, findOpenCase } from '../cases/begin-case.ts';
import { type BegunOtherwise, begunBefore } from '../cases/begun-before.ts';
import { findOpenGlass } from '../child/break-glass.ts';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import {
  addChild,
  findNewChildFault,
  type NewChild,
  type NewChildRefusal,
  NUMBER_NEEDED,
} from '../child/new-child.ts';
import { reachOfChild } from '../clocks/clock-cases.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

export const PROCEEDINGS_BEGUN = 'proceedings-begun';

/** What is begun by itself. Care proceedings are not: they are opened from a decision at the legal gateway. */
export const PROCEEDINGS_TO_BEGIN: readonly Workflow[] = [PRE_PROCEEDINGS, SECTION_20];

export interface ProceedingsToBegin {
  readonly key: string;
  readonly workflow: string;
  readonly child: NewChild | { readonly kind: 'known'; readonly id: ChildId };
}

export type ProceedingsBegun = { readonly kind: 'proceedings-begun'; readonly id: number };

type BeginningRefusal =
  | NewChildRefusal
  | Refusal<'no-such-process'>
  | BegunOtherwise
  /** One is open already, which can be gone on with. */
  | (Refusal<'begun-already'> & { readonly id: number });

/** A child of the record whom they reach, or why they cannot begin anything for them. */
const findKnown = async (
  tx: Tx,
  {
    world,
    signedIn,
    loaded,
  }: { readonly world: World; readonly signedIn: SignedIn; readonly loaded: LoadedChildren },
  id: ChildId,
): Promise<{ readonly kind: 'known'; readonly child: ChildRecord } | ChildRefusal> => {
  const child = loaded.present.childById.get(id);
  if (child === undefined)
    return refused('out-of-reach', 'There is no such child among those you work with.');
  const now = world.now();
  const glass = child.restricted === true ? await findOpenGlass(tx, { signedIn, id, now }) : undefined;
  const answer = mayDoTo({
    actor: signedIn.actor,
    action: PRE_PROCEEDINGS.access.take,
    on: loaded.today,
    child: await reachOfChild(tx, child, loaded),
    ...(glass === undefined ? {} : { breakGlass: { reason: glass.reason } }),
  });
  return answer.kind === 'refused' ? answer : { kind: 'known', child };
};

/** Begins the papers for the legal gateway, or the record of an agreement under section 20; sent twice, it is begun once. */
export const beginProceedings = (
  world: World,
  signedIn: SignedIn,
  { key, workflow: name, child: asked }: ProceedingsToBegin,
): Promise<ProceedingsBegun | BeginningRefusal | ChildRefusal | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const begunBy = signedIn.person.id;
    const at = world.now();
    // Whoever adds a child or begins a case must find it still so when saving.
    await holdRecord(tx);
    const before = await begunBefore(tx, { begunBy, key, workflow: name, child: asked });
    if (before !== undefined)
      return before.kind === 'same' ? { kind: 'proceedings-begun', id: before.id } : before;
    const workflow = PROCEEDINGS_TO_BEGIN.find(({ id }) => id === name);
    if (workflow === undefined) return refused('no-such-process', 'Choose what you want to begin.');
    const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
    const action = workflow.access.begin;
    const permission = mayAttempt({ actor: signedIn.actor, action, on: loaded.today });
    if (permission.kind === 'refused') return permission;
    if (asked.kind === 'new') {
      const fault = findNewChildFault(asked, loaded);
      if (fault !== undefined) return fault;
    } else {
      if (asked.id === '') return NUMBER_NEEDED;
      const found = await findKnown(tx, { world, signedIn, loaded }, asked.id);
      if (found.kind === 'refused') return found;
      const open = await findOpenCase(tx, { child: asked.id, of: [workflow], today: loaded.today, at });
      if (open !== undefined)
        return { ...refused('begun-already', 'This is begun for this child already.'), id: open.id };
    }
    const id =
      asked.kind === 'new'
        ? await addChild(tx, { world, signedIn }, asked, `${workflow.title} was begun`)
        : asked.id;
    const { assignment } = permission.grants[0];
    const caseId = await beginCase(tx, workflow, { child: id, begunBy, assignment, key, at });
    await appendAudit(tx, {
      at,
      actor: String(begunBy),
      action: PROCEEDINGS_BEGUN,
      subject: { kind: 'child', id },
      detail: { case: caseId, workflow: workflow.id, new: asked.kind === 'new' },
    });
    return { kind: 'proceedings-begun', id: caseId };
  });
