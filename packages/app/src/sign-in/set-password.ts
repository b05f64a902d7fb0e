import { addMinutes, type Moment, type Refusal, refused } from '@rightplace/domain';
import {
  type AccountHolder,
  appendAudit,
  asTenant,
  asTenantReading,
  deletePasswordLink,
  deleteSessionsOf,
  findAccountOf,
  findPasswordLink,
  forgetBrowsersOf,
  putPassword,
  putPasswordLink,
  type Tx,
} from '@rightplace/store';
import type { World } from '../world.ts';
import { checkPassword, hashPassword } from './password-hash.ts';
import { type PasswordProblem, problemWithPassword } from './password-rules.ts';
import { hashSecret, newSecret, readKey, writeKey } from './secrets.ts';
import type { SignedIn } from './visitor.ts';

export type PasswordSet =
  | { readonly kind: 'password-set' }
  | PasswordProblem
  | Refusal<'wrong-password' | 'link-not-valid'>;

const LINK_NOT_VALID = refused(
  'link-not-valid',
  'This link has been used, replaced or has run out. Ask an administrator for a new one.',
);
const WRONG_PASSWORD = refused('wrong-password', 'That is not the password you use now.');

const personalTo = ({ name, email }: Pick<AccountHolder, 'name' | 'email'>): string[] => [name, email ?? ''];

/** Whoever else held the old password is out: other sessions end, and no browser is known any more. */
const store = async (
  tx: Tx,
  { personId, hash, now, keep }: { personId: number; hash: string; now: Moment; keep?: string | undefined },
): Promise<number> => {
  await putPassword(tx, { personId, hash, at: now });
  await deletePasswordLink(tx, personId);
  await forgetBrowsersOf(tx, personId);
  const key = keep === undefined ? undefined : readKey(keep);
  return deleteSessionsOf(tx, personId, key && hashSecret(key.secret));
};

/** A person changes their own password; they stay signed in here and nowhere else. */
export const changePassword = async (
  { db, now: clock }: World,
  signedIn: SignedIn,
  { current, wanted }: { readonly current: string; readonly wanted: string },
): Promise<PasswordSet> => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  const { personId } = tenant;
  const holder = await asTenantReading(db, tenant, (tx) => findAccountOf(tx, personId));
  if (holder?.passwordHash === undefined || holder.passwordHash === null) return WRONG_PASSWORD;
  const problem = problemWithPassword(wanted, personalTo(holder));
  if (problem !== undefined) return problem;
  if (!(await checkPassword(current, holder.passwordHash)).matches) return WRONG_PASSWORD;
  const hash = await hashPassword(wanted);
  return asTenant(db, tenant, async (tx) => {
    const now = clock();
    const ended = await store(tx, { personId, hash, now, keep: signedIn.sessionKey });
    await appendAudit(tx, {
      at: now,
      actor: String(personId),
      action: 'password-changed',
      subject: { kind: 'person', id: String(personId) },
      detail: { otherSessionsEnded: ended },
    });
    return { kind: 'password-set' };
  });
};

/** For a new person or a forgotten password, handed over by an administrator. */
export const LINK_MINUTES = 24 * 60;

/** Makes the link's key within a transaction that records why it was made. Any earlier link stops working. */
export const makePasswordLink = async (
  tx: Tx,
  { authorityId, personId, now }: { authorityId: string; personId: number; now: Moment },
): Promise<string> => {
  const secret = newSecret();
  await putPasswordLink(tx, {
    personId,
    secretHash: hashSecret(secret),
    at: now,
    endsAt: addMinutes(now, LINK_MINUTES),
  });
  return writeKey({ authorityId, secret });
};

/** Whose password a link sets, for showing before it is followed. Looking does not use it up. */
export const findLinkHolder = async (
  { db, now }: World,
  linkKey: string,
): Promise<{ readonly name: string; readonly email: string } | undefined> => {
  const key = readKey(linkKey);
  if (key === undefined) return undefined;
  return asTenant(db, { authorityId: key.authorityId }, async (tx) => {
    const personId = await findPasswordLink(tx, hashSecret(key.secret), now());
    const holder = personId === undefined ? undefined : await findAccountOf(tx, personId);
    return holder?.active === true ? { name: holder.name, email: holder.email ?? '' } : undefined;
  });
};

/** Sets the password a link is for. It works once; every session of the person ends. */
export const setPasswordWithLink = async (
  world: World,
  { linkKey, wanted }: { readonly linkKey: string; readonly wanted: string },
): Promise<PasswordSet> => {
  const key = readKey(linkKey);
  if (key === undefined) return LINK_NOT_VALID;
  const holder = await findLinkHolder(world, linkKey);
  if (holder === undefined) return LINK_NOT_VALID;
  const problem = problemWithPassword(wanted, personalTo(holder));
  if (problem !== undefined) return problem;
  const hash = await hashPassword(wanted);
  return asTenant(world.db, { authorityId: key.authorityId }, async (tx) => {
    const now = world.now();
    // Looked for again, locked this time: another may have followed the link while the hash was made.
    const personId = await findPasswordLink(tx, hashSecret(key.secret), now);
    if (personId === undefined) return LINK_NOT_VALID;
    const ended = await store(tx, { personId, hash, now });
    await appendAudit(tx, {
      at: now,
      actor: String(personId),
      action: 'password-set-with-link',
      subject: { kind: 'person', id: String(personId) },
      detail: { sessionsEnded: ended },
    });
    return { kind: 'password-set' };
  });
};
