import { addMinutes, type Moment } from '@rightplace/domain';
import {
  addSession,
  appendAudit,
  asTenant,
  deleteForgotten,
  deleteSessionsOf,
  endSession,
  type SignInMethod,
  type Tx,
} from '@rightplace/store';
import type { World } from '../world.ts';
import { FORM_KEPT_MINUTES } from './pending-forms.ts';
import { hashSecret, newSecret, readKey, writeKey } from './secrets.ts';
import { LONGEST_SESSION_MINUTES, type SignedIn } from './visitor.ts';

/** A form left open on the last afternoon before a long weekend is still known on the first morning after. */
const SESSION_REMEMBERED_MINUTES = 4 * 24 * 60;

/**
 * Begins a session under a new secret, whatever the browser sent before: a secret planted in somebody's browser
 * never becomes the key to their session. Returns the cookie.
 */
export const beginSession = async (
  tx: Tx,
  begun: {
    readonly authorityId: string;
    readonly personId: number;
    readonly method: SignInMethod;
    readonly now: Moment;
    /** The session this browser had, if any: it ends here. */
    readonly replaces: string | undefined;
    readonly detail?: Readonly<Record<string, string>>;
  },
): Promise<string> => {
  const { authorityId, personId, method, now, replaces, detail } = begun;
  const old = replaces === undefined ? undefined : readKey(replaces);
  if (old?.authorityId === authorityId) await endSession(tx, hashSecret(old.secret), now);
  await deleteForgotten(tx, {
    sessionsSeen: addMinutes(now, -SESSION_REMEMBERED_MINUTES),
    formsKept: addMinutes(now, -FORM_KEPT_MINUTES),
  });
  const secret = newSecret();
  const endsAt = addMinutes(now, LONGEST_SESSION_MINUTES);
  await addSession(tx, { secretHash: hashSecret(secret), personId, method, at: now, endsAt });
  await appendAudit(tx, {
    at: now,
    actor: String(personId),
    action: 'signed-in',
    detail: { method, ...detail },
  });
  return writeKey({ authorityId, secret });
};

export const signOut = async ({ db, now }: World, signedIn: SignedIn): Promise<void> => {
  const key = readKey(signedIn.sessionKey);
  if (key === undefined) return;
  await asTenant(db, { authorityId: signedIn.authority.id }, async (tx) => {
    await endSession(tx, hashSecret(key.secret), now());
    await appendAudit(tx, { at: now(), actor: String(signedIn.person.id), action: 'signed-out' });
  });
};

/** Ends every session of the person, this one too. Returns how many. */
export const signOutEverywhere = async ({ db, now }: World, signedIn: SignedIn): Promise<number> =>
  asTenant(db, { authorityId: signedIn.authority.id }, async (tx) => {
    const sessions = await deleteSessionsOf(tx, signedIn.person.id);
    await appendAudit(tx, {
      at: now(),
      actor: String(signedIn.person.id),
      action: 'signed-out-everywhere',
      detail: { sessions },
    });
    return sessions;
  });
