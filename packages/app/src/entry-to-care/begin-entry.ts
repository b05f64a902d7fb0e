import {
  type AttemptRefusal,
  type ChildDetails,
  type ChildId,
  type ChildRecord,
  type ChildRefusal,
  childId,
  type Day,
  mayAttempt,
  mayDoTo,
  PALAC,
  type Refusal,
  refused,
  type Sex,
  stateMeaning,
} from '@rightplace/domain';
import {
  addCase,
  addCaseEvent,
  appendAudit,
  asTenant,
  findCaseBegunBy,
  holdRecord,
  listAllWriters,
  listCases,
  saveChildren,
  type Tx,
} from '@rightplace/store';
import { caseNow, clockOf } from '../cases/find-case.ts';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

export const ENTRY_BEGUN = 'entry-to-care-begun';

/** A child who is not in the record: has never been looked after here. */
export interface NewChild {
  readonly kind: 'new';
  /** The authority's own number for the child, as in its case system and later the return. */
  readonly number: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Of a child not yet born, when they are expected. */
  readonly dateOfBirth: Day | undefined;
  readonly expectedOn: Day | undefined;
  readonly sex: Sex | undefined;
}

export interface EntryToBegin {
  readonly key: string;
  readonly child: NewChild | { readonly kind: 'known'; readonly id: ChildId };
}

export type EntryBegun = { readonly kind: 'entry-begun'; readonly id: number };

export type EntryRefusal =
  | Refusal<'number-needed' | 'name-needed' | 'birth-needed' | 'birth-to-come' | 'number-in-use' | 'in-care'>
  /** A request is open already, which can be gone on with. */
  | (Refusal<'asked-already'> & { readonly id: number });

const LONGEST = 100;

const findFault = (child: NewChild, today: Day): EntryRefusal | undefined => {
  if (child.number === '' || child.number.length > LONGEST)
    return refused(
      'number-needed',
      'Enter the child’s number in your case system, of at most 100 characters.',
    );
  if (child.givenName === '' && child.familyName === '')
    return refused('name-needed', 'Enter the child’s name. For a baby without one, the family name.');
  if (child.dateOfBirth === undefined && child.expectedOn === undefined)
    return refused(
      'birth-needed',
      'Enter the child’s date of birth or, before birth, the day they are expected.',
    );
  return child.dateOfBirth !== undefined && child.dateOfBirth > today
    ? refused(
        'birth-to-come',
        'A date of birth cannot be after today. For a child not yet born, enter when they are expected.',
      )
    : undefined;
};

/** Adds a child who has never been looked after here; undefined when the number is somebody's already. */
const addChild = async (tx: Tx, world: World, signedIn: SignedIn, child: NewChild): Promise<ChildRecord> => {
  const details: ChildDetails = {
    ...(child.givenName === '' ? {} : { givenName: child.givenName }),
    ...(child.familyName === '' ? {} : { familyName: child.familyName }),
    ...(child.dateOfBirth === undefined ? {} : { dateOfBirth: child.dateOfBirth }),
    ...(child.expectedOn === undefined ? {} : { expectedOn: child.expectedOn }),
    ...(child.sex === undefined ? {} : { sex: child.sex }),
  };
  const record: ChildRecord = {
    id: childId(child.number),
    details,
    facts: [],
    periodsOfCare: [],
    needs: [],
    legalStatuses: [],
    placements: [],
  };
  await saveChildren(tx, {
    children: [record],
    clock: world.now,
    why: 'A request for care was begun',
    byPerson: signedIn.person.id,
  });
  return record;
};

/** A child of the record whom they reach, and who is not in care; or why they cannot be asked for. */
const findKnown = (
  signedIn: SignedIn,
  id: ChildId,
  loaded: LoadedChildren,
): { readonly kind: 'child'; readonly child: ChildRecord } | ChildRefusal | Refusal<'in-care'> => {
  const child = loaded.present.childById.get(id);
  if (child === undefined)
    return refused('out-of-reach', 'There is no such child among those you work with.');
  const answer = mayDoTo({
    actor: signedIn.actor,
    action: 'take-entry-step',
    on: loaded.today,
    child: childForAccess(child, loaded.access, loaded.today),
  });
  if (answer.kind === 'refused') return answer;
  return child.periodsOfCare.some(
    ({ starts, ends }) => starts <= loaded.today && (ends === null || loaded.today < ends),
  )
    ? refused('in-care', 'This child is looked after already.')
    : { kind: 'child', child };
};

/** The request for this child that is not over, if there is one. */
const findOpenRequest = async (
  tx: Tx,
  world: World,
  id: ChildId,
  today: Day,
): Promise<number | undefined> => {
  const clock = await clockOf(tx, today);
  const writers = await listAllWriters(tx);
  return (await listCases(tx)).find(
    (stored) =>
      stored.workflow === PALAC.id &&
      stored.child === id &&
      stateMeaning(
        PALAC,
        caseNow(PALAC, stored, writers.get(stored.id) ?? [], { clock, at: world.now() }).state,
      ).ended !== true,
  )?.id;
};

/** Begins a request that a child come into care: of one in the record who is not in care now, or of one new to it. */
export const beginEntry = async (
  world: World,
  signedIn: SignedIn,
  { key, child: asked }: EntryToBegin,
): Promise<EntryBegun | EntryRefusal | ChildRefusal | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const begunBy = signedIn.person.id;
    // Whoever adds a child or opens a request must find it still so when saving.
    await holdRecord(tx);
    const before = await findCaseBegunBy(tx, { begunBy, key });
    if (before !== undefined) return { kind: 'entry-begun', id: before };
    const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
    const permission = mayAttempt({ actor: signedIn.actor, action: 'begin-entry-to-care', on: loaded.today });
    if (permission.kind === 'refused') return permission;
    if (asked.kind === 'new') {
      const fault = findFault(asked, loaded.today);
      if (fault !== undefined) return fault;
      if (loaded.present.childById.has(childId(asked.number)))
        return refused(
          'number-in-use',
          'This number is that of a child who is in the record. If you work with them, begin from their page; if not, ask your manager.',
        );
    } else {
      const found = findKnown(signedIn, asked.id, loaded);
      if (found.kind === 'refused') return found;
      const open = await findOpenRequest(tx, world, asked.id, loaded.today);
      if (open !== undefined)
        return { ...refused('asked-already', 'A request for this child is open already.'), id: open };
    }
    const id = asked.kind === 'new' ? (await addChild(tx, world, signedIn, asked)).id : asked.id;
    const { assignment } = permission.grants[0];
    const { id: caseId } = await addCase(tx, {
      workflow: PALAC.id,
      version: PALAC.version,
      child: id,
      begunBy,
      teamId: assignment.teamId ? Number(assignment.teamId) : null,
      key,
    });
    const at = world.now();
    await addCaseEvent(tx, caseId, {
      number: 1,
      at,
      step: 'begin',
      kind: 'begin',
      by: { person: String(begunBy), part: { role: assignment.role } },
      from: null,
      to: PALAC.begins.in,
      said: {},
      evidence: null,
      key: 'begin',
    });
    await appendAudit(tx, {
      at,
      actor: String(begunBy),
      action: ENTRY_BEGUN,
      subject: { kind: 'child', id },
      detail: { case: caseId, new: asked.kind === 'new' },
    });
    return { kind: 'entry-begun', id: caseId };
  });
