import { containsDay, type Day, londonDayOf, type Refusal, refused } from '@rightplace/domain';
import {
  addToDirectory,
  appendAudit,
  asTenant,
  countHolders,
  createAuthority,
  findAccountByEmail,
  findAuthority,
  findInDirectory,
  giveHeldRole,
  type Tx,
} from '@rightplace/store';
import { isEmailAddress } from '../people/manage-people.ts';
import type { World } from '../world.ts';
import { makePasswordLink } from './set-password.ts';

export type FirstAdministrator = {
  readonly authorityId: string;
  /** To make the authority when it is not there yet; otherwise left as it is. */
  readonly authorityName: string | undefined;
  readonly name: string;
  readonly email: string;
};

export type FirstAdministratorMade =
  /** The key of a link to choose a password: printed once, kept nowhere. */
  | { readonly kind: 'administrator-made'; readonly linkKey: string }
  | Refusal<'authority-needed' | 'name-needed' | 'email-not-right' | 'administrator-exists' | 'email-taken'>;

/**
 * The way in to a new service: whoever can run commands on the server makes the first administrator, who makes
 * the others. Refused as soon as an authority has one, so it is no way round those who look after people.
 */
export const createFirstAdministrator = async (
  { db, now: clock }: Pick<World, 'db' | 'now'>,
  wanted: FirstAdministrator,
): Promise<FirstAdministratorMade> => {
  const { authorityId, authorityName } = wanted;
  const [name, email] = [wanted.name.trim(), wanted.email.trim()];
  if (name === '') return refused('name-needed', 'Say the administrator’s name.');
  if (!isEmailAddress(email))
    return refused('email-not-right', 'Give their email address, such as name@council.example.');
  const now = clock();
  const today = londonDayOf(now);
  const linkFor = async (tx: Tx, personId: number): Promise<string> => {
    const linkKey = await makePasswordLink(tx, { authorityId, personId, now });
    await appendAudit(tx, {
      at: now,
      actor: 'rightplace administrator',
      action: 'first-administrator-made',
      subject: { kind: 'person', id: String(personId) },
    });
    return linkKey;
  };
  return asTenant(db, { authorityId }, async (tx): Promise<FirstAdministratorMade> => {
    if (authorityName !== undefined) await createAuthority(tx, { name: authorityName });
    if ((await findAuthority(tx)) === undefined)
      return refused('authority-needed', `There is no authority ${authorityId}. Say its name to make it.`);
    const unused = await findUnused(tx, email, today);
    if (unused === undefined && (await countHolders(tx, { role: 'administrator', on: today })) > 0)
      return refused(
        'administrator-exists',
        'This authority has an administrator already, who can add others under People.',
      );
    if (unused !== undefined) return { kind: 'administrator-made', linkKey: await linkFor(tx, unused) };
    const personId = await addToDirectory(tx, { name, email });
    if (personId === undefined)
      return refused('email-taken', 'Somebody with that email address has been added already.');
    await giveHeldRole(tx, {
      personId,
      role: 'administrator',
      teamId: null,
      service: null,
      starts: today,
      ends: null,
    });
    return { kind: 'administrator-made', linkKey: await linkFor(tx, personId) };
  });
};

/** The only administrator, when they never came in: their link was lost or ran out, and they need another. */
const findUnused = async (tx: Tx, email: string, today: Day): Promise<number | undefined> => {
  const holder = await findAccountByEmail(tx, email);
  const person = holder && (await findInDirectory(tx, holder.personId));
  if (person === undefined || person.hasPassword || person.hasSingleSignOn || !person.active)
    return undefined;
  const isAdministrator = person.roles.some(
    (held) => held.role === 'administrator' && containsDay(held, today),
  );
  const others = await countHolders(tx, { role: 'administrator', on: today, except: person.id });
  return isAdministrator && others === 0 ? person.id : undefined;
};
