import {
  type Answers,
  type ChildRefusal,
  changeAgreement,
  type Fault,
  isAgreementChange,
  londonDayOf,
  mayDoTo,
  type Refusal,
  readAgreement,
  refused,
  searchFrom,
  type UnlikeApproved,
} from '@rightplace/domain';
import {
  addAgreement,
  addAgreementVersion,
  appendAudit,
  asTenant,
  holdAgreements,
  listAgreements,
  listSearchEntries,
  type Tx,
  type VersionToAdd,
} from '@rightplace/store';
import { type CaseChild, caseChild, caseForAccess, findCaseFor } from '../cases/find-case.ts';
import { tellOfAgreement } from '../notifications/tell-of-payments.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { reachedAgreement } from './agreed-placements.ts';
import { isOpenTo, isUnchanged } from './agreement-view.ts';
import { givenByContractOf } from './contract-given.ts';
import { conditionsOfApproval, givenBySearch, homeIn, offerChosen } from './given-by-search.ts';
import { offerAgreed } from './offer-agreed.ts';
import { isSameForm } from './same-form.ts';
import { unlikeApprovedOf } from './unlike-approved-of.ts';

const AGREEMENT_MADE = 'placement-agreement-made';
const AGREEMENT_CHANGED = 'placement-agreement-changed';

/** From the director's approval on: before it there is nothing to agree to. */
export const APPROVED: ReadonlySet<string> = new Set([
  'approved',
  'notified',
  'contract',
  'move-date-confirmed',
  'moved',
  'closed',
]);

type Wrong = Refusal<'not-agreed'> & { readonly faults: readonly Fault[] };
export type AgreementRefusal =
  | ChildRefusal
  | Wrong
  | Refusal<
      'not-agreed-yet' | 'not-approved' | 'agreed-already' | 'changed-meanwhile' | 'no-such-change' | 'no-key'
    >;

export interface AgreementSaved {
  readonly kind: 'agreement-saved';
  readonly id: number;
  /** Where its price is now not the one that was agreed last and approved in the search. */
  readonly unlikeApproved?: UnlikeApproved;
}

const wrong = (faults: readonly Fault[]): Wrong => ({
  ...refused('not-agreed', 'Something that you are asked here is missing or cannot be.'),
  faults,
});

/** The search, with the home that was chosen in it and approved. */
export interface ToAgree {
  readonly kind: 'to-agree';
  readonly caseId: number;
  readonly child: CaseChild;
  readonly offer: string;
  /** What the search and the framework’s terms say already, offered again. */
  readonly given: Answers;
  /** On which conditions the director approved it; undefined where on none. */
  readonly approvedOn: string | undefined;
  /** The agreement there is of it. */
  readonly existing: number | undefined;
}

const toAgree = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  caseId: number,
): Promise<ToAgree | AgreementRefusal> => {
  const found = await findCaseFor(tx, { world, signedIn }, { id: caseId, to: 'see' });
  if (found.kind === 'refused') return found;
  const { child, stored, now, loaded } = found;
  const mayDo = (action: 'see-agreement' | 'make-agreement') =>
    mayDoTo({
      actor: signedIn.actor,
      action,
      on: loaded.today,
      child: caseForAccess(stored, child, loaded),
    });
  const sees = mayDo('see-agreement');
  if (sees.kind === 'refused') return sees;
  const offer = offerChosen(now.events);
  if (stored.workflow !== 'placement-request' || offer === undefined || !APPROVED.has(now.state))
    return refused('not-approved', 'There is nothing to agree yet: the director has not approved a home.');
  const [existing] = (await listAgreements(tx, { case: caseId })).filter((one) => one.offer === offer);
  const makes = mayDo('make-agreement');
  if (existing === undefined && makes.kind === 'refused')
    return makes.name === 'not-your-role'
      ? refused('not-agreed-yet', 'The placements team has not made the agreement of this placement yet.')
      : makes;
  const search = searchFrom(await listSearchEntries(tx, caseId));
  const given = givenBySearch(now.events, search, offer);
  const chosen = search.offers.find(({ key }) => key === offer);
  return {
    kind: 'to-agree',
    caseId,
    child: caseChild(child, loaded.today),
    offer,
    given: { ...given, ...(await givenByContractOf(tx, chosen, { given, today: loaded.today })) },
    approvedOn: conditionsOfApproval(now.events),
    existing: existing?.id,
  };
};

/** What the form of an agreement begins with. */
export const beginAgreement = (
  world: World,
  signedIn: SignedIn,
  caseId: number,
): Promise<ToAgree | AgreementRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, (tx) =>
    toAgree(tx, { world, signedIn }, caseId),
  );

const recorded = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
  { child, ...detail }: { readonly child: string; readonly agreement: number; readonly what: string },
): Promise<AgreementSaved> => {
  await appendAudit(tx, {
    at: world.now(),
    actor: String(signedIn.person.id),
    action: detail.what === 'made' ? AGREEMENT_MADE : AGREEMENT_CHANGED,
    subject: { kind: 'child', id: child },
    detail,
  });
  return savedAs(tx, { world, signedIn }, detail.agreement);
};

/** What is told of an agreement that is made or changed, also where the same form comes a second time. */
const savedAs = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  id: number,
): Promise<AgreementSaved> => {
  const reached = await reachedAgreement(tx, { world, signedIn }, id, 'make-agreement');
  const unlike =
    reached?.kind === 'agreement' &&
    unlikeApprovedOf(reached.placement, await offerAgreed(tx, reached.placement));
  return { kind: 'agreement-saved', id, ...(unlike && { unlikeApproved: unlike }) };
};

const versionBy = (
  { now }: World,
  { person }: SignedIn,
  version: Pick<VersionToAdd, 'what' | 'said' | 'terms' | 'key'>,
): VersionToAdd => ({ ...version, at: now(), by: person.id });

const SAID_OTHERWISE =
  'This form was sent before, and what it said then is recorded. What it says now is not recorded: look at the agreement as it is, and change it there.';

/** Makes the agreement of the home that the director approved. The same form sent twice makes one. */
export const makeAgreement = (
  world: World,
  signedIn: SignedIn,
  asked: { readonly caseId: number; readonly key: string; readonly typed: Readonly<Record<string, unknown>> },
): Promise<AgreementSaved | AgreementRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    await holdAgreements(tx, asked.caseId);
    const found = await toAgree(tx, { world, signedIn }, asked.caseId);
    if (found.kind === 'refused') return found;
    if (asked.key === '') return refused('no-key', 'Open the form again: it was sent without its number.');
    if (found.existing !== undefined) {
      const [before] = await listAgreements(tx, { id: found.existing });
      if (before?.versions[0].key === asked.key) {
        const [first] = before.versions;
        return isSameForm([], first, { what: 'made', typed: asked.typed }, londonDayOf(world.now()))
          ? savedAs(tx, { world, signedIn }, before.id)
          : refused('agreed-already', SAID_OTHERWISE);
      }
      return refused(
        'agreed-already',
        'There is an agreement of this home already. Nothing of yours was recorded: change that one.',
      );
    }
    const read = readAgreement(asked.typed, londonDayOf(world.now()));
    if (read.kind === 'faulty') return wrong(read.faults);
    const version = versionBy(world, signedIn, { what: 'made', said: {}, terms: read.terms, key: asked.key });
    const made = { caseId: asked.caseId, offer: found.offer, home: homeIn(found.offer) };
    const id = await addAgreement(tx, made, version);
    if (id === undefined)
      throw new Error(`The agreement of case ${asked.caseId} came into being while it was held`);
    await tellOfAgreement(tx, asked.caseId, { agreement: id, at: world.now(), by: signedIn.person.id });
    return recorded(tx, world, signedIn, { child: found.child.id, agreement: id, what: 'made' });
  });

/** Changes an agreement, or puts it right as a whole ('corrected'). Of two who do at once the second is told. */
export const saveAgreementChange = (
  world: World,
  signedIn: SignedIn,
  asked: {
    readonly id: number;
    readonly what: string;
    readonly basedOn: number;
    readonly key: string;
    readonly typed: Readonly<Record<string, unknown>>;
  },
): Promise<AgreementSaved | AgreementRefusal | undefined> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const reached = await reachedAgreement(tx, { world, signedIn }, asked.id, 'make-agreement');
    if (reached === undefined || reached.kind === 'refused') return reached;
    await holdAgreements(tx, reached.placement.agreement.caseId);
    const again = await reachedAgreement(tx, { world, signedIn }, asked.id, 'make-agreement');
    if (again === undefined || again.kind === 'refused') return again;
    const { agreement, terms, child, standing } = again.placement;
    const { versions } = agreement;
    const sent = versions.find(({ key }) => key === asked.key);
    if (sent !== undefined)
      return isSameForm(versions, sent, asked, londonDayOf(world.now()))
        ? savedAs(tx, { world, signedIn }, asked.id)
        : refused('changed-meanwhile', SAID_OTHERWISE);
    const isCorrection = asked.what === 'corrected';
    if (asked.key === '') return refused('no-key', 'Open the form again: it was sent without its number.');
    if (!isCorrection && !isAgreementChange(asked.what))
      return refused('no-such-change', 'There is no such change of an agreement.');
    if (
      standing === 'came-to-nothing' ||
      (isCorrection && !isUnchanged(agreement)) ||
      !isOpenTo(again.placement, asked.what)
    )
      return refused('no-such-change', 'This agreement can no longer be changed in this way.');
    if (versions.length !== asked.basedOn)
      return refused(
        'changed-meanwhile',
        'Somebody else has changed this agreement since you opened the page. Nothing of yours was recorded: look at it as it is now.',
      );
    const today = londonDayOf(world.now());
    const read = isAgreementChange(asked.what)
      ? changeAgreement(terms, asked.what, asked.typed, today)
      : { ...readAgreement(asked.typed, today), said: undefined };
    if (read.kind === 'faulty') return wrong(read.faults);
    // Nights away were recorded of the child, and stay.
    const kept = isCorrection ? { ...read.terms, absences: terms.absences } : read.terms;
    const version = versionBy(world, signedIn, {
      what: asked.what,
      said: read.said ?? {},
      terms: kept,
      key: asked.key,
    });
    const added = await addAgreementVersion(tx, asked.id, { ...version, number: versions.length + 1 });
    if (!added) throw new Error(`Agreement ${asked.id} was changed while it was held`);
    return recorded(tx, world, signedIn, { child: child.id, agreement: asked.id, what: asked.what });
  });
