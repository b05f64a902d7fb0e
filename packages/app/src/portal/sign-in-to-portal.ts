import { addMinutes, type Refusal, refused } from '@rightplace/domain';
import {
  addAttempt,
  appendAudit,
  asTenant,
  countFailures,
  deleteAttemptsBefore,
  deletePortalInvitation,
  deletePortalSessionsOf,
  findAuthority,
  findPortalAccount,
  findPortalInvitation,
  findPortalPerson,
  listAuthorities,
  listPortalPeople,
  listProviders,
  markSucceeded,
  type PortalAccount,
  putPortalPassword,
  queueAttempts,
} from '@rightplace/store';
import { checkPassword, hashPassword, spendTheTimeOfACheck } from '../sign-in/password-hash.ts';
import { type PasswordProblem, problemWithPassword } from '../sign-in/password-rules.ts';
import { hashSecret, readKey } from '../sign-in/secrets.ts';
import { hashOfName, placeOf } from '../sign-in/sign-in-with-password.ts';
import { secondsToWait, WINDOW_MINUTES } from '../sign-in/throttle.ts';
import type { World } from '../world.ts';
import { beginPortalSession, portalActor } from './portal-session.ts';

export interface PortalSignIn {
  readonly authorityId: string;
  readonly email: string;
  readonly password: string;
  readonly networkAddress: string;
}

export type PortalSignedIn =
  | { readonly kind: 'signed-in'; readonly session: string }
  /** Wrong password, nobody of that address, not yet accepted, access ended: the stranger is not told which. */
  | { readonly kind: 'not-recognised' }
  | { readonly kind: 'wait'; readonly seconds: number };

const ATTEMPTS_KEPT_MINUTES = 60;
const NEVER = Number.POSITIVE_INFINITY;

interface Going {
  readonly kind: 'go';
  readonly attemptId: number;
  readonly account: PortalAccount | undefined;
}

/** Counted before it is looked at, beside those of staff and never together with theirs. */
const reserve = (
  world: World,
  { authorityId, email, networkAddress }: PortalSignIn,
): Promise<Going | Exclude<PortalSignedIn, { kind: 'signed-in' }>> =>
  asTenant(world.db, { authorityId }, async (tx) => {
    const now = world.now();
    if ((await findAuthority(tx)) === undefined) return { kind: 'not-recognised' };
    await queueAttempts(tx);
    const attempt = {
      accountHash: hashOfName(`portal ${email.trim()}`),
      address: placeOf(networkAddress),
      browserHash: undefined,
    };
    const failures = await countFailures(tx, attempt, addMinutes(now, -WINDOW_MINUTES));
    const since = ({ count, latest }: (typeof failures)['pair']) => ({
      count,
      secondsSinceLatest:
        latest === null ? NEVER : Math.max(0, (Date.parse(now) - Date.parse(latest)) / 1000),
    });
    const seconds = secondsToWait({
      isKnownBrowser: false,
      pair: since(failures.pair),
      account: since(failures.account),
      address: since(failures.address),
    });
    if (seconds > 0) return { kind: 'wait', seconds };
    await deleteAttemptsBefore(tx, addMinutes(now, -ATTEMPTS_KEPT_MINUTES));
    return {
      kind: 'go',
      attemptId: await addAttempt(tx, attempt, now),
      account: await findPortalAccount(tx, email.trim()),
    };
  });

const refuse = async (
  world: World,
  { authorityId, networkAddress }: PortalSignIn,
  account?: PortalAccount,
) => {
  await asTenant(world.db, { authorityId }, (tx) =>
    appendAudit(tx, {
      at: world.now(),
      actor: 'somebody not signed in',
      action: 'portal-sign-in-failed',
      ...(account === undefined ? {} : { subject: { kind: 'portal-person', id: String(account.personId) } }),
      detail: { networkAddress },
    }),
  );
  return { kind: 'not-recognised' } as const;
};

export const signInToPortal = async (world: World, input: PortalSignIn): Promise<PortalSignedIn> => {
  const { authorityId, password, networkAddress } = input;
  const reserved = await reserve(world, input);
  if (reserved.kind !== 'go') return reserved;
  const { account, attemptId } = reserved;
  const hash = account?.passwordHash ?? null;
  if (account === undefined || hash === null) {
    await spendTheTimeOfACheck(password);
    return refuse(world, input, account);
  }
  if (!(await checkPassword(password, hash)).matches) return refuse(world, input, account);
  return asTenant(world.db, { authorityId }, async (tx) => {
    // Asked again: their access may have been ended while the password was looked at.
    const person = await findPortalPerson(tx, account.personId);
    if (person === undefined || person.endedAt !== null) return { kind: 'not-recognised' } as const;
    await markSucceeded(tx, attemptId);
    const begun = { authorityId, personId: account.personId, now: world.now() };
    return {
      kind: 'signed-in',
      session: await beginPortalSession(tx, begun, { method: 'password', networkAddress }),
    } as const;
  });
};

const NOT_VALID = refused(
  'link-not-valid',
  'This invitation has been used, replaced or withdrawn, or has run out. Ask the authority’s placements team for a new one.',
);

/** Whose invitation it is, for showing before it is followed. Looking does not use it up. */
export const findInvited = async (
  { db, now }: World,
  linkKey: string,
): Promise<{ readonly name: string; readonly email: string; readonly authority: string } | undefined> => {
  const key = readKey(linkKey);
  if (key === undefined) return undefined;
  return asTenant(db, { authorityId: key.authorityId }, async (tx) => {
    const personId = await findPortalInvitation(tx, hashSecret(key.secret), now());
    const person = personId === undefined ? undefined : await findPortalPerson(tx, personId);
    const authority = await findAuthority(tx);
    return person === undefined || person.endedAt !== null || authority === undefined
      ? undefined
      : { name: person.name, email: person.email, authority: authority.name };
  });
};

/** Chooses the password an invitation is for. It works once. */
export const acceptInvitation = async (
  world: World,
  { linkKey, wanted }: { readonly linkKey: string; readonly wanted: string },
): Promise<{ readonly kind: 'invitation-accepted' } | PasswordProblem | Refusal<'link-not-valid'>> => {
  const key = readKey(linkKey);
  const invited = key === undefined ? undefined : await findInvited(world, linkKey);
  if (key === undefined || invited === undefined) return NOT_VALID;
  const problem = problemWithPassword(wanted, [invited.name, invited.email]);
  if (problem !== undefined) return problem;
  const hash = await hashPassword(wanted);
  return asTenant(world.db, { authorityId: key.authorityId }, async (tx) => {
    const now = world.now();
    const personId = await findPortalInvitation(tx, hashSecret(key.secret), now);
    if (personId === undefined) return NOT_VALID;
    await putPortalPassword(tx, personId, hash);
    await deletePortalInvitation(tx, personId);
    await deletePortalSessionsOf(tx, personId);
    await appendAudit(tx, {
      at: now,
      actor: portalActor(personId),
      action: 'portal-invitation-accepted',
      subject: { kind: 'portal-person', id: String(personId) },
    });
    return { kind: 'invitation-accepted' } as const;
  });
};

/** Somebody of a provider to sign in as, in demonstration mode. */
export interface ProviderPersonToTry {
  readonly id: number;
  readonly name: string;
  readonly provider: string;
}

export interface ProviderPeopleOfAuthority {
  readonly authority: { readonly id: string; readonly name: string };
  readonly people: readonly ProviderPersonToTry[];
}

/** Nobody at all when the service is live. */
export const listProviderPeopleToTry = async ({
  db,
  mode,
}: World): Promise<readonly ProviderPeopleOfAuthority[]> => {
  if (mode !== 'demo') return [];
  return Promise.all(
    (await listAuthorities(db)).map(({ code: id, name }) =>
      asTenant(db, { authorityId: id }, async (tx) => {
        const providers = new Map((await listProviders(tx)).map((provider) => [provider.id, provider.name]));
        return {
          authority: { id, name },
          people: (await listPortalPeople(tx))
            .filter(({ endedAt }) => endedAt === null)
            .map((person) => ({
              id: person.id,
              name: person.name,
              provider: providers.get(person.providerId) ?? '',
            })),
        };
      }),
    ),
  );
};

export const signInAsProviderToTry = async (
  { db, now, mode }: World,
  { authorityId, personId }: { readonly authorityId: string; readonly personId: number },
): Promise<
  { readonly kind: 'signed-in'; readonly session: string } | Refusal<'not-here' | 'no-such-person'>
> => {
  if (mode !== 'demo')
    return refused('not-here', 'This is not a demonstration: people sign in with accounts of their own.');
  return asTenant(db, { authorityId }, async (tx) => {
    const person = await findPortalPerson(tx, personId);
    if (person === undefined || person.endedAt !== null)
      return refused('no-such-person', 'Choose somebody from the list.');
    const begun = { authorityId, personId, now: now() };
    return {
      kind: 'signed-in',
      session: await beginPortalSession(tx, begun, { method: 'demonstration' }),
    } as const;
  });
};
