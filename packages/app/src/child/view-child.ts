import {
  ageOn,
  type ChildAction,
  type ChildDetails,
  type ChildFact,
  type ChildId,
  type ChildRecord,
  type ChildRefusal,
  findUascStatus,
  mayDoTo,
  recordAsOf,
  refused,
  reviewingOfficerOn,
  type UascStatus,
} from '@rightplace/domain';
import { appendAudit, asTenantLooking, asTenantReading, type Tenant, type Tx } from '@rightplace/store';
import { reachOfChild } from '../clocks/clock-cases.ts';
import { actorAt } from '../delegation/acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { findOpenGlass, type OpenGlass } from './break-glass.ts';
import { type CareJourney, journeyOf, type Situation, situationOn } from './journey.ts';
import { type AsKnown, type LoadedChildren, loadChildren } from './load-children.ts';
import { type FindSetting, loadSettingFinder } from './named-setting.ts';
import { type AccessFacts, type CaseHolding, caseHoldingOn, type Staff } from './scope.ts';
import { type Siblings, siblingsOf } from './siblings.ts';

/** A child's record as a day could have told it, to somebody who may see it. */
export interface ChildView {
  readonly kind: 'child';
  readonly id: ChildId;
  readonly details: ChildDetails;
  readonly age: number | undefined;
  readonly uasc: UascStatus | undefined;
  readonly situation: Situation;
  readonly journey: CareJourney;
  readonly holding: CaseHolding;
  /** Who their reviewing officer was on that day, as known now. */
  readonly reviewingOfficer: string | undefined;
  readonly siblings: Siblings;
  /** What the returns say besides, as they said it. */
  readonly facts: readonly ChildFact[];
  readonly staff: Staff;
  readonly asKnown: AsKnown;
  /** Set when the record is restricted: the reason it is open with, and until when. */
  readonly glass: OpenGlass | undefined;
}

/** The child is there, and nothing was known of them at the moment looked at. */
export interface NotKnownThen {
  readonly kind: 'not-known-then';
  readonly id: ChildId;
}

const NO_SUCH_CHILD = refused('out-of-reach', 'There is no such child among those you work with.');

/** A child somebody may act on, found and allowed in one place for every page of the record. */
export interface FoundChild {
  readonly kind: 'found';
  readonly loaded: LoadedChildren;
  readonly present: ChildRecord;
  readonly glass: OpenGlass | undefined;
}

export const findChildFor = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  asked: { readonly id: ChildId; readonly action: ChildAction; readonly asKnown: AsKnown },
): Promise<FoundChild | ChildRefusal> => {
  const { id, action, asKnown } = asked;
  const loaded = await loadChildren(tx, world, signedIn.authority.id, asKnown.knownAt);
  const present = loaded.present.childById.get(id);
  if (present === undefined) return NO_SUCH_CHILD;
  const glass =
    present.restricted === true ? await findOpenGlass(tx, { signedIn, id, now: world.now() }) : undefined;
  const actor = await actorAt(tx, signedIn, { staff: loaded.access.staff, at: world.now() });
  const answer = mayDoTo({
    actor,
    action,
    on: loaded.today,
    child: await reachOfChild(tx, present, loaded),
    ...(glass === undefined ? {} : { breakGlass: { reason: glass.reason } }),
  });
  return answer.kind === 'refused' ? answer : { kind: 'found', loaded, present, glass };
};

interface ChildAsked {
  readonly id: ChildId;
  readonly asKnown: AsKnown;
}

const tenantOf = ({ authority, person }: SignedIn, { asKnown }: ChildAsked): Tenant => ({
  authorityId: authority.id,
  personId: person.id,
  knownAt: asKnown.knownAt,
});

/** For pages that tell of this child alone, whose view the shell records. */
export const viewChild = async (
  world: World,
  signedIn: SignedIn,
  asked: ChildAsked,
): Promise<ChildView | NotKnownThen | ChildRefusal> =>
  asTenantReading(world.db, tenantOf(signedIn, asked), (tx) => readChild(tx, { world, signedIn, asked }));

/** For the overview, which names brothers and sisters: each of them is recorded as seen there. */
export const openOverview = async (
  world: World,
  signedIn: SignedIn,
  asked: ChildAsked,
): Promise<ChildView | NotKnownThen | ChildRefusal> =>
  asTenantLooking(world.db, tenantOf(signedIn, asked), async (tx) => {
    const view = await readChild(tx, { world, signedIn, asked });
    if (view.kind === 'refused') return view;
    const siblings = view.kind === 'child' ? view.siblings.open.map(({ id }) => id) : [];
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: 'child-viewed',
      subject: { kind: 'child', id: view.id },
      ...(siblings.length === 0 ? {} : { detail: { children: siblings } }),
    });
    return view;
  });

const readChild = async (
  tx: Tx,
  {
    world,
    signedIn,
    asked: { id, asKnown },
  }: { readonly world: World; readonly signedIn: SignedIn; readonly asked: ChildAsked },
): Promise<ChildView | NotKnownThen | ChildRefusal> => {
  const found = await findChildFor(tx, { world, signedIn }, { id, action: 'view-child', asKnown });
  if (found.kind === 'refused') return found;
  const then = found.loaded.held.childById.get(id);
  if (then === undefined) return { kind: 'not-known-then', id };
  const { siblingGroup } = then.details;
  const family =
    siblingGroup === undefined
      ? [then]
      : found.loaded.held.ledger.children.filter(({ details }) => details.siblingGroup === siblingGroup);
  const findSetting = await loadSettingFinder(
    tx,
    family.flatMap(({ placements }) => placements),
  );
  return describeChild(then, { found, signedIn, asKnown, findSetting });
};

const officerName = ({ staff }: AccessFacts, person: string | undefined): string | undefined =>
  person === undefined ? undefined : (staff.members.get(Number(person))?.name ?? 'Somebody');

const describeChild = (
  then: ChildRecord,
  {
    found: { loaded, glass },
    signedIn,
    asKnown,
    findSetting,
  }: {
    readonly found: FoundChild;
    readonly signedIn: SignedIn;
    readonly asKnown: AsKnown;
    readonly findSetting: FindSetting;
  },
): ChildView => {
  const { held, access, today } = loaded;
  const { asOf } = asKnown;
  const child = recordAsOf(then, asOf);
  const journey = journeyOf(child, {
    context: held.context,
    findSetting,
    counting: held.prepared.settings,
  });
  const { dateOfBirth } = child.details;
  return {
    kind: 'child',
    id: child.id,
    details: child.details,
    age: dateOfBirth === undefined ? undefined : ageOn(dateOfBirth, asOf),
    uasc: findUascStatus(child.facts),
    situation: situationOn(journey, asOf),
    journey,
    holding: caseHoldingOn(child, access.staff, asOf),
    reviewingOfficer: officerName(access, reviewingOfficerOn(access.reviewing.get(child.id) ?? [], asOf)),
    siblings: siblingsOf(then, loaded, {
      question: { actor: signedIn.actor, action: 'list-children', access, today },
      asOf,
      findSetting,
    }),
    facts: child.facts,
    staff: access.staff,
    asKnown,
    glass,
  };
};
