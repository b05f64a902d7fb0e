import {
  type Day,
  type GiveRoleRefusal,
  isRole,
  londonDayOf,
  mayGiveRole,
  type Refusal,
  type Role,
  refused,
} from '@rightplace/domain';
import {
  addToDirectory,
  appendAudit,
  asTenant,
  asTenantReading,
  countHolders,
  type DirectoryPerson,
  deleteSessionsOf,
  endHeldRole,
  findInDirectory,
  giveHeldRole,
  listDirectory,
  listTeams,
  setPersonActive,
  type Team,
  type Tx,
  unbindSingleSignOn,
} from '@rightplace/store';
import { makePasswordLink } from '../sign-in/set-password.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import {
  changePerson,
  NO_SUCH_PERSON,
  type NoSuchPerson,
  type NotAllowed,
  refusalFor,
} from './change-person.ts';
import { placeOfRole } from './place-of-role.ts';
import { type NumberRefusal, numberFault, numberTaken, tidyNumber } from './social-work-number.ts';

export type Directory = {
  readonly kind: 'directory';
  readonly people: readonly DirectoryPerson[];
};

export const listPeople = async (world: World, signedIn: SignedIn): Promise<Directory | NotAllowed> => {
  const refusal = refusalFor(signedIn, londonDayOf(world.now()));
  if (refusal !== undefined) return refusal;
  const people = await asTenantReading(world.db, { authorityId: signedIn.authority.id }, listDirectory);
  return { kind: 'directory', people };
};

export type PersonFile = {
  readonly kind: 'person';
  readonly person: DirectoryPerson;
  readonly teams: readonly Team[];
};

export const openPerson = async (
  world: World,
  signedIn: SignedIn,
  personId: number,
): Promise<PersonFile | NoSuchPerson | NotAllowed> => {
  const refusal = refusalFor(signedIn, londonDayOf(world.now()));
  if (refusal !== undefined) return refusal;
  return asTenantReading(world.db, { authorityId: signedIn.authority.id }, async (tx) => {
    const person = await findInDirectory(tx, personId);
    return person === undefined ? NO_SUCH_PERSON : { kind: 'person', person, teams: await listTeams(tx) };
  });
};

const EMAIL = /^[^\s@<>"'(),:;\\]+@[^\s@<>"'(),:;\\]+\.[^\s@<>"'(),:;\\]+$/;

export const isEmailAddress = (text: string): boolean => EMAIL.test(text) && text.length <= 254;

const LONGEST_NAME = 100;

export type PersonAdded =
  | { readonly kind: 'person-added'; readonly personId: number }
  | Refusal<'name-needed' | 'email-not-right' | 'email-taken'>
  | NumberRefusal;

/** Adds a person. They can do nothing until they are given a role and a way to sign in. */
export const addPerson = async (
  world: World,
  signedIn: SignedIn,
  typed: { readonly name: string; readonly email: string; readonly socialWorkNumber?: string },
): Promise<PersonAdded | NotAllowed> => {
  const now = world.now();
  const refusal = refusalFor(signedIn, londonDayOf(now));
  if (refusal !== undefined) return refusal;
  const name = typed.name.trim().replaceAll(/\s+/g, ' ');
  const email = typed.email.trim();
  if (name === '' || name.length > LONGEST_NAME)
    return refused('name-needed', 'Enter the person’s name, as colleagues write it.');
  if (!isEmailAddress(email))
    return refused('email-not-right', 'Enter their work email address, such as name@council.example.');
  const socialWorkNumber = tidyNumber(typed.socialWorkNumber ?? '');
  const fault = numberFault(socialWorkNumber);
  if (fault !== undefined) return fault;
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) => {
    const taken = await numberTaken(tx, socialWorkNumber);
    if (taken !== undefined) return taken;
    const personId = await addToDirectory(tx, { name, email, socialWorkNumber });
    if (personId === undefined)
      return refused('email-taken', 'Somebody with that email address has been added already.');
    await appendAudit(tx, {
      at: now,
      actor: String(signedIn.person.id),
      action: 'person-added',
      subject: { kind: 'person', id: String(personId) },
      detail: { socialWorkNumber },
    });
    return { kind: 'person-added', personId };
  });
};

export type RoleToGive = {
  readonly role: string;
  readonly teamId: number | null;
  readonly starts: Day;
  readonly ends: Day | null;
};

export type RoleGiven =
  | { readonly kind: 'role-given'; readonly role: Role }
  | Refusal<'role-needed' | 'no-such-team' | 'role-held'>
  | GiveRoleRefusal;

/** Gives a person a role. A team carries its service, for the roles that reach that far. */
export const giveRole = (
  world: World,
  who: { readonly signedIn: SignedIn; readonly personId: number },
  { role, teamId, starts, ends }: RoleToGive,
): Promise<RoleGiven | NoSuchPerson | NotAllowed> =>
  changePerson(world, who, async ({ tx, today, record }): Promise<RoleGiven> => {
    if (!isRole(role)) return refused('role-needed', 'Choose a role.');
    const team = teamId === null ? undefined : (await listTeams(tx)).find(({ id }) => id === teamId);
    if (teamId !== null && team === undefined) return refused('no-such-team', 'Choose a team from the list.');
    const place = placeOfRole(role, team);
    const permission = mayGiveRole({
      actor: who.signedIn.actor,
      personId: String(who.personId),
      assignment: {
        role,
        starts,
        ends,
        teamId: place.teamId === null ? null : String(place.teamId),
        serviceId: place.service,
      },
      on: today,
    });
    if (permission.kind === 'refused') return permission;
    if (!(await giveHeldRole(tx, { personId: who.personId, role, ...place, starts, ends })))
      return refused('role-held', 'They hold that role for some of that time already.');
    await record('role-given', { role, ...place, starts, ends });
    return { kind: 'role-given', role };
  });

export type RoleEnded = { readonly kind: 'role-ended' } | Refusal<'no-such-role' | 'last-administrator'>;

const LAST_ADMINISTRATOR = refused(
  'last-administrator',
  'They are the only administrator. Make somebody else an administrator first.',
);

/** Ends a role today. It counts from the person's next request. */
export const endRoleOf = (
  world: World,
  who: { readonly signedIn: SignedIn; readonly personId: number },
  assignmentId: number,
): Promise<RoleEnded | NoSuchPerson | NotAllowed> =>
  changePerson(world, who, async ({ tx, person, today, record }): Promise<RoleEnded> => {
    const held = person.roles.find(({ id }) => id === assignmentId);
    if (held === undefined) return refused('no-such-role', 'They do not hold that role.');
    if (held.role === 'administrator' && (await isLastAdministrator(tx, who.personId, today)))
      return LAST_ADMINISTRATOR;
    if (!(await endHeldRole(tx, { personId: who.personId, assignmentId, on: today })))
      return refused('no-such-role', 'That role has ended already.');
    await record('role-ended', { role: held.role, assignmentId });
    return { kind: 'role-ended' };
  });

/** Locked out of its own house, an authority could only get back in from the command line. */
const isLastAdministrator = async (tx: Tx, personId: number, today: Day): Promise<boolean> =>
  (await countHolders(tx, { role: 'administrator', on: today, except: personId })) === 0;

export type AccessSet =
  | { readonly kind: 'access-set'; readonly active: boolean }
  | Refusal<'last-administrator'>;

/** Lets a person in, or keeps them out: then every session of theirs ends at once. */
export const setAccess = (
  world: World,
  who: { readonly signedIn: SignedIn; readonly personId: number },
  active: boolean,
): Promise<AccessSet | NoSuchPerson | NotAllowed> =>
  changePerson(world, who, async ({ tx, person, today, record }): Promise<AccessSet> => {
    const isAdministrator = person.roles.some(({ role }) => role === 'administrator');
    if (!active && isAdministrator && (await isLastAdministrator(tx, who.personId, today)))
      return LAST_ADMINISTRATOR;
    await setPersonActive(tx, who.personId, active);
    const sessionsEnded = active ? 0 : await deleteSessionsOf(tx, who.personId);
    await record(active ? 'access-restored' : 'access-ended', { sessionsEnded });
    return { kind: 'access-set', active };
  });

export type LinkMade =
  | { readonly kind: 'link-made'; readonly linkKey: string }
  | Refusal<'not-active' | 'email-needed'>;

/** A link for a person to choose a password. It is shown to the administrator once and kept nowhere. */
export const makeLinkFor = (
  world: World,
  who: { readonly signedIn: SignedIn; readonly personId: number },
): Promise<LinkMade | NoSuchPerson | NotAllowed> =>
  changePerson(world, who, async ({ tx, person, record }): Promise<LinkMade> => {
    if (!person.active) return refused('not-active', 'Their access has ended. Restore it first.');
    if (person.email === null)
      return refused('email-needed', 'They have no email address, which is the name people sign in with.');
    const now = world.now();
    const authorityId = who.signedIn.authority.id;
    const linkKey = await makePasswordLink(tx, { authorityId, personId: who.personId, now });
    // Somebody whose account at the provider was replaced can be bound to the new one.
    await unbindSingleSignOn(tx, who.personId);
    await record('password-link-made', {});
    return { kind: 'link-made', linkKey };
  });
