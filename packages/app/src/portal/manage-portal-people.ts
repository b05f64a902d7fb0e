import {
  addDays,
  addMinutes,
  londonDayOf,
  type Moment,
  mayAttempt,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  addPortalPerson,
  appendAudit,
  asTenant,
  deletePortalInvitation,
  endPortalPerson,
  findPortalPerson,
  listPortalPeople,
  listProviders,
  type PortalPerson,
  type Provider,
  putPortalInvitation,
  type Tx,
} from '@rightplace/store';
import { hashSecret, newSecret, writeKey } from '../sign-in/secrets.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { mailInvitation } from './tell-providers.ts';

/** Days for which an invitation can be followed. */
export const INVITATION_DAYS = 7;

const LONGEST = 200;

export interface PeopleOfProvider {
  readonly kind: 'people-of-provider';
  readonly provider: Pick<Provider, 'id' | 'name'>;
  readonly people: readonly PortalPerson[];
  readonly now: Moment;
}

type NotHere = Refusal<'not-your-role' | 'no-such-provider'>;

interface Here {
  readonly kind: 'here';
  readonly tx: Tx;
  readonly provider: Provider;
  readonly now: Moment;
}

/** The provider whose people these are, for somebody who may look after them. The authority’s own homes have no portal. */
const onProvider = <T>(
  { db, now: clock }: World,
  signedIn: SignedIn,
  providerId: number,
  work: (here: Here) => Promise<T>,
): Promise<T | NotHere> =>
  asTenant(db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const now = clock();
    const may = mayAttempt({ actor: signedIn.actor, action: 'keep-portal-people', on: londonDayOf(now) });
    if (may.kind === 'refused') return refused('not-your-role', may.sentence);
    const provider = (await listProviders(tx)).find(({ id }) => id === providerId);
    if (provider === undefined || provider.inHouse)
      return refused('no-such-provider', 'There is no such provider in the register.');
    return work({ kind: 'here', tx, provider, now });
  });

export const showPortalPeople = (
  world: World,
  signedIn: SignedIn,
  providerId: number,
): Promise<PeopleOfProvider | NotHere> =>
  onProvider(world, signedIn, providerId, async ({ tx, provider, now }) => ({
    kind: 'people-of-provider',
    provider,
    people: await listPortalPeople(tx, { providerId }),
    now,
  }));

const audit = (
  { tx, now, provider }: Here,
  signedIn: SignedIn,
  { action, personId }: { readonly action: string; readonly personId: number },
) =>
  appendAudit(tx, {
    at: now,
    actor: String(signedIn.person.id),
    action,
    subject: { kind: 'portal-person', id: String(personId) },
    detail: { provider: provider.id },
  });

const makeInvitation = async (here: Here, authorityId: string, personId: number): Promise<string> => {
  const secret = newSecret();
  await putPortalInvitation(here.tx, {
    personId,
    secretHash: hashSecret(secret),
    at: here.now,
    endsAt: addMinutes(here.now, INVITATION_DAYS * 24 * 60),
  });
  await mailInvitation(here.tx, personId, here.now);
  return writeKey({ authorityId, secret });
};

/** The key of the link is told this once: only its hash is kept. */
export interface Invited {
  readonly kind: 'invited';
  readonly linkKey: string;
  readonly name: string;
  readonly lastDay: string;
}

export type InviteFault = { readonly field: 'name' | 'email'; readonly sentence: string };

export const invitePortalPerson = (
  world: World,
  signedIn: SignedIn,
  typed: { readonly providerId: number; readonly name: string; readonly email: string },
): Promise<Invited | NotHere | (Refusal<'not-said'> & { readonly faults: readonly InviteFault[] })> =>
  onProvider(world, signedIn, typed.providerId, async (here) => {
    const [name, email] = [typed.name.trim().replaceAll(/\s+/g, ' '), typed.email.trim()];
    const wrong = (...faults: readonly InviteFault[]) => ({
      ...refused('not-said', 'Something that you are asked here is missing.'),
      faults,
    });
    const faults: InviteFault[] = [];
    if (name === '' || name.length > LONGEST)
      faults.push({ field: 'name', sentence: 'Enter the person’s name.' });
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > LONGEST)
      faults.push({ field: 'email', sentence: 'Enter an email address, like name@example.com.' });
    if (faults.length > 0) return wrong(...faults);
    const { id: providerId } = here.provider;
    const invitedBy = signedIn.person.id;
    const personId = await addPortalPerson(here.tx, { providerId, name, email, invitedBy, at: here.now });
    if (personId === undefined)
      return wrong({ field: 'email', sentence: 'Somebody with this email address has access already.' });
    const linkKey = await makeInvitation(here, signedIn.authority.id, personId);
    await audit(here, signedIn, { action: 'portal-person-invited', personId });
    return { kind: 'invited', linkKey, name, lastDay: addDays(londonDayOf(here.now), INVITATION_DAYS) };
  });

type OnPerson = { readonly providerId: number; readonly personId: number };

const onPerson = <T>(
  world: World,
  signedIn: SignedIn,
  { providerId, personId }: OnPerson,
  work: (here: Here, person: PortalPerson) => Promise<T>,
): Promise<T | NotHere | Refusal<'no-such-person'>> =>
  onProvider(world, signedIn, providerId, async (here) => {
    const person = await findPortalPerson(here.tx, personId);
    return person === undefined || person.providerId !== providerId || person.endedAt !== null
      ? refused('no-such-person', 'They have no access any longer.')
      : work(here, person);
  });

/** Invites somebody again: the link before it works no longer. Also for a forgotten password. */
export const inviteAgain = (world: World, signedIn: SignedIn, on: OnPerson) =>
  onPerson(world, signedIn, on, async (here, { id, name }): Promise<Invited> => {
    const linkKey = await makeInvitation(here, signedIn.authority.id, id);
    await audit(here, signedIn, { action: 'portal-person-invited', personId: id });
    return { kind: 'invited', linkKey, name, lastDay: addDays(londonDayOf(here.now), INVITATION_DAYS) };
  });

export const withdrawInvitation = (world: World, signedIn: SignedIn, on: OnPerson) =>
  onPerson(world, signedIn, on, async (here, { id }) => {
    if (await deletePortalInvitation(here.tx, id))
      await audit(here, signedIn, { action: 'portal-invitation-withdrawn', personId: id });
    return { kind: 'invitation-withdrawn' } as const;
  });

/** Ends somebody’s access at once: the page they ask for next is refused. */
export const endPortalAccess = (world: World, signedIn: SignedIn, on: OnPerson) =>
  onPerson(world, signedIn, on, async (here, { id }) => {
    await endPortalPerson(here.tx, id, { at: here.now, by: signedIn.person.id });
    await audit(here, signedIn, { action: 'portal-access-ended', personId: id });
    return { kind: 'access-ended' } as const;
  });
