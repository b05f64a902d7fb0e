import { addMinutes, type Moment } from '@rightplace/domain';
import {
  addPortalSession,
  appendAudit,
  asTenant,
  deletePortalSession,
  findPortalSession,
  type Tx,
  touchPortalSession,
} from '@rightplace/store';
import { hashSecret, newSecret, readKey, writeKey } from '../sign-in/secrets.ts';
import { IDLE_MINUTES, LONGEST_SESSION_MINUTES } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

/** Somebody of a provider who is signed in to the portal. They are nobody’s colleague here: no role, no policy, one provider. */
export interface PortalVisitor {
  readonly authority: {
    readonly id: string;
    readonly name: string;
    readonly demonstration: boolean;
    readonly colour: string | undefined;
  };
  readonly provider: { readonly id: number; readonly name: string };
  readonly person: { readonly id: number; readonly name: string };
  readonly sessionKey: string;
}

/** As whom the audit knows somebody of a provider: never to be taken for a member of staff of the same number. */
export const portalActor = (personId: number): string => `provider’s person ${personId}`;

/** Begins a session under a new secret, whatever the browser brought. Returns the cookie. */
export const beginPortalSession = async (
  tx: Tx,
  begun: { readonly authorityId: string; readonly personId: number; readonly now: Moment },
  detail: Readonly<Record<string, string>>,
): Promise<string> => {
  const { authorityId, personId, now } = begun;
  const secret = newSecret();
  await addPortalSession(tx, {
    secretHash: hashSecret(secret),
    personId,
    at: now,
    endsAt: addMinutes(now, LONGEST_SESSION_MINUTES),
  });
  await appendAudit(tx, { at: now, actor: portalActor(personId), action: 'portal-signed-in', detail });
  return writeKey({ authorityId, secret });
};

/** Who holds this cookie; undefined for nobody. Read anew for each request, so that access that was ended is over at once. */
export const findPortalVisitor = async (
  { db, now: clock }: World,
  sessionKey: string,
): Promise<PortalVisitor | undefined> => {
  const key = readKey(sessionKey);
  if (key === undefined) return undefined;
  const now = clock();
  const secretHash = hashSecret(key.secret);
  return asTenant(db, { authorityId: key.authorityId }, async (tx) => {
    const found = await findPortalSession(tx, secretHash);
    if (found === undefined || now >= found.endsAt || now >= addMinutes(found.seenAt, IDLE_MINUTES))
      return undefined;
    if (now >= addMinutes(found.seenAt, 1)) await touchPortalSession(tx, secretHash, now);
    return {
      authority: {
        id: found.authorityId,
        name: found.authorityName,
        demonstration: found.demonstration,
        colour: found.colour ?? undefined,
      },
      provider: { id: found.providerId, name: found.providerName },
      person: { id: found.personId, name: found.name },
      sessionKey,
    };
  });
};

export const signOutOfPortal = async (
  { db, now }: World,
  { authority, person, sessionKey }: PortalVisitor,
): Promise<void> => {
  const key = readKey(sessionKey);
  if (key === undefined) return;
  await asTenant(db, { authorityId: authority.id }, async (tx) => {
    await deletePortalSession(tx, hashSecret(key.secret));
    await appendAudit(tx, { at: now(), actor: portalActor(person.id), action: 'portal-signed-out' });
  });
};
