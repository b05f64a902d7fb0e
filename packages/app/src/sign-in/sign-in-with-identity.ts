import { type Moment, type Refusal, refused } from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  bindSingleSignOn,
  findAccountByEmail,
  findAccountOf,
  findAuthority,
  findSingleSignOn,
  type Tx,
} from '@rightplace/store';
import type { World } from '../world.ts';
import type { Identity } from './identity-provider.ts';
import { beginSession } from './sessions.ts';

export type IdentitySignedIn =
  | { readonly kind: 'signed-in'; readonly session: string }
  | Refusal<'not-one-of-us'>;

const refusal = (sentence: string): Refusal<'not-one-of-us'> => refused('not-one-of-us', sentence);

const UNKNOWN =
  'You signed in to your organisation, but nobody with your email address has been added to this service. Ask an administrator of the service to add you.';
const UNVERIFIED =
  'Your organisation has not confirmed your email address, so you cannot be found here. Ask those who look after its sign-in service.';
const ANOTHER_ACCOUNT =
  'Somebody with your email address signs in here with another account of your organisation. Ask an administrator of the service to look into it.';
const INACTIVE =
  'Your access to this service has ended. Ask an administrator of the service if you need it again.';

/**
 * The person is the one bound to the provider's account, or, the first time, the one an administrator has added
 * with that email. Nobody is added by signing in.
 */
const findWho = async (
  tx: Tx,
  identity: Identity,
  now: Moment,
): Promise<number | Refusal<'not-one-of-us'>> => {
  const bound = await findSingleSignOn(tx, identity);
  if (bound !== undefined) return bound;
  if (identity.email === undefined) return refusal(UNKNOWN);
  if (identity.emailVerified === false) return refusal(UNVERIFIED);
  const holder = await findAccountByEmail(tx, identity.email);
  if (holder === undefined) return refusal(UNKNOWN);
  if (!holder.active) return refusal(INACTIVE);
  const { issuer, subject } = identity;
  const isFirst = await bindSingleSignOn(tx, { issuer, subject, personId: holder.personId, at: now });
  return isFirst ? holder.personId : refusal(ANOTHER_ACCOUNT);
};

export const signInWithIdentity = async (
  world: World,
  {
    authorityId,
    identity,
    networkAddress,
    replaces,
  }: {
    readonly authorityId: string;
    readonly identity: Identity;
    readonly networkAddress: string;
    readonly replaces: string | undefined;
  },
): Promise<IdentitySignedIn> => {
  const now = world.now();
  return asTenant(world.db, { authorityId }, async (tx) => {
    if ((await findAuthority(tx)) === undefined) return refusal(UNKNOWN);
    const who = await findWho(tx, identity, now);
    const holder = typeof who === 'number' ? await findAccountOf(tx, who) : undefined;
    const refused = typeof who === 'number' ? (holder?.active === true ? undefined : refusal(INACTIVE)) : who;
    if (refused !== undefined || holder === undefined) {
      await appendAudit(tx, {
        at: now,
        actor: 'somebody not signed in',
        action: 'sign-in-failed',
        detail: { method: 'single-sign-on', networkAddress, subject: identity.subject },
      });
      return refused ?? refusal(UNKNOWN);
    }
    const session = await beginSession(tx, {
      authorityId,
      personId: holder.personId,
      method: 'single-sign-on',
      now,
      replaces,
      detail: { networkAddress },
    });
    return { kind: 'signed-in', session };
  });
};
