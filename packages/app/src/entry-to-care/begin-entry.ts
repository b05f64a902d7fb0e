import {
  type AttemptRefusal,
  type ChildId,
  type ChildRecord,
  type ChildRefusal,
  EMERGENCY,
  mayAttempt,
  mayDoTo,
  PALAC,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { appendAudit, asTenant, holdRecord, listCasesOf, type StoredCase } from '@rightplace/store';
import { beginCase, findOpenCase } from '../cases/begin-case.ts';
import { type BegunOtherwise, begunBefore } from '../cases/begun-before.ts';
import { caseForAccess } from '../cases/find-case.ts';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import {
  addChild,
  findNewChildFault,
  type NewChild,
  type NewChildRefusal,
  NUMBER_NEEDED,
} from '../child/new-child.ts';
import { childForAccess } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

export const ENTRY_BEGUN = 'entry-to-care-begun';

export interface EntryToBegin {
  readonly key: string;
  /** Whether there is no time to ask first; the usual request unless said. */
  readonly emergency?: boolean;
  readonly child: NewChild | { readonly kind: 'known'; readonly id: ChildId };
}

export type EntryBegun = { readonly kind: 'entry-begun'; readonly id: number };

export type EntryRefusal =
  | NewChildRefusal
  | Refusal<'in-care'>
  | BegunOtherwise
  /** A request is open already, which can be gone on with. */
  | (Refusal<'asked-already'> & { readonly id: number });

/** As the access rules see a child: by the record, and where it says nothing, by whoever asked for them last. */
const asAsked = (
  child: ChildRecord,
  loaded: LoadedChildren,
  cases: readonly StoredCase[],
): ReturnType<typeof childForAccess> => {
  const last = cases.findLast((stored) => stored.child === child.id);
  return last === undefined
    ? childForAccess(child, loaded.access, loaded.today)
    : caseForAccess(last, child, loaded);
};

/** A child of the record whom they reach, and who is not in care; or why they cannot be asked for. */
const findKnown = (
  signedIn: SignedIn,
  id: ChildId,
  loaded: LoadedChildren,
  cases: readonly StoredCase[],
): { readonly kind: 'child'; readonly child: ChildRecord } | ChildRefusal | Refusal<'in-care'> => {
  const child = loaded.present.childById.get(id);
  if (child === undefined)
    return refused('out-of-reach', 'There is no such child among those you work with.');
  const answer = mayDoTo({
    actor: signedIn.actor,
    action: PALAC.access.take,
    on: loaded.today,
    child: asAsked(child, loaded, cases),
  });
  if (answer.kind === 'refused') return answer;
  return child.periodsOfCare.some(
    ({ starts, ends }) => starts <= loaded.today && (ends === null || loaded.today < ends),
  )
    ? refused('in-care', 'This child is looked after already.')
    : { kind: 'child', child };
};

/** Begins a request that a child come into care: of one in the record who is not in care now, or of one new to it. */
export const beginEntry = async (
  world: World,
  signedIn: SignedIn,
  { key, child: asked, emergency = false }: EntryToBegin,
): Promise<EntryBegun | EntryRefusal | ChildRefusal | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const begunBy = signedIn.person.id;
    const at = world.now();
    // Whoever adds a child or opens a request must find it still so when saving.
    await holdRecord(tx);
    const workflow = emergency ? EMERGENCY : PALAC;
    const before = await begunBefore(tx, { begunBy, key, workflow: workflow.id, child: asked });
    if (before !== undefined) return before.kind === 'same' ? { kind: 'entry-begun', id: before.id } : before;
    const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
    const permission = mayAttempt({ actor: signedIn.actor, action: PALAC.access.begin, on: loaded.today });
    if (permission.kind === 'refused') return permission;
    if (asked.kind === 'new') {
      const fault = findNewChildFault(asked, loaded);
      if (fault !== undefined) return fault;
    } else {
      if (asked.id === '') return NUMBER_NEEDED;
      const found = findKnown(signedIn, asked.id, loaded, await listCasesOf(tx, asked.id));
      if (found.kind === 'refused') return found;
      // An emergency may befall a child for whom a request is being written: that one is then the full request.
      const besides = emergency ? [EMERGENCY] : [PALAC, EMERGENCY];
      const open = await findOpenCase(tx, { child: asked.id, of: besides, today: loaded.today, at });
      if (open !== undefined)
        return { ...refused('asked-already', 'A request for this child is open already.'), id: open.id };
    }
    const id =
      asked.kind === 'new'
        ? await addChild(tx, { world, signedIn }, asked, 'A request for care was begun')
        : asked.id;
    const { assignment } = permission.grants[0];
    const caseId = await beginCase(tx, workflow, { child: id, begunBy, assignment, key, at });
    await appendAudit(tx, {
      at,
      actor: String(begunBy),
      action: ENTRY_BEGUN,
      subject: { kind: 'child', id },
      detail: { case: caseId, workflow: workflow.id, new: asked.kind === 'new' },
    });
    return { kind: 'entry-begun', id: caseId };
  });
