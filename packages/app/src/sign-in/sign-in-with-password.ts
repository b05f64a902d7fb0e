import { createHash } from 'node:crypto';
import { addMinutes, type Moment } from '@rightplace/domain';
import {
  type AccountHolder,
  type Attempt,
  addAttempt,
  appendAudit,
  asTenant,
  type CountedFailures,
  countFailures,
  deleteAttemptsBefore,
  findAccountByEmail,
  findAuthority,
  isKnownBrowser,
  markSucceeded,
  putKnownBrowser,
  queueAttempts,
  replaceHash,
} from '@rightplace/store';
import type { World } from '../world.ts';
import { checkPassword, hashPassword, spendTheTimeOfACheck } from './password-hash.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { beginSession } from './sessions.ts';
import { secondsToWait, secondsToWaitAfterFailing, WINDOW_MINUTES } from './throttle.ts';

export type PasswordSignIn = {
  readonly authorityId: string;
  readonly email: string;
  readonly password: string;
  readonly networkAddress: string;
  /** The browser's own lasting cookie, if it has one. */
  readonly knownAs: string | undefined;
  /** The session cookie it had, which ends. */
  readonly replaces: string | undefined;
};

export type PasswordSignedIn =
  | { readonly kind: 'signed-in'; readonly session: string; readonly knownAs: string }
  /** Wrong password, no such account, no password yet, no longer active: the stranger is not told which. */
  | { readonly kind: 'not-recognised' }
  | { readonly kind: 'wait'; readonly seconds: number };

const ATTEMPTS_KEPT_MINUTES = 60;

/** The name as typed is never kept: people type their password there. */
export const hashOfName = (email: string): Buffer =>
  createHash('sha256').update(email.trim().toLowerCase()).digest();

/** A household has billions of IPv6 addresses of its own; the first half says whose they are. */
export const placeOf = (address: string): string => {
  if (!address.includes(':') || address.includes('.')) return address;
  const [before = '', after] = address.split('::');
  const first = before === '' ? [] : before.split(':');
  const last = after === undefined || after === '' ? [] : after.split(':');
  const gap = after === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array<string>(Math.max(0, gap)).fill('0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
};

const sinceThen = ({ count, latest }: CountedFailures, now: Moment) => ({
  count,
  secondsSinceLatest:
    latest === null ? Number.POSITIVE_INFINITY : Math.max(0, (Date.parse(now) - Date.parse(latest)) / 1000),
});

type Reserved =
  /** The form named an authority that there is not: nobody's form of ours does. */
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | {
      readonly kind: 'go';
      readonly attemptId: number;
      readonly holder: AccountHolder | undefined;
      /** How long the next guess waits if this one fails. */
      readonly waitAfterFailing: number;
    };

/** Counts this guess before looking at it, so that a hundred sent at once are a hundred guesses. */
const reserveAttempt = async (world: World, input: PasswordSignIn, now: Moment): Promise<Reserved> =>
  asTenant(world.db, { authorityId: input.authorityId }, async (tx) => {
    if ((await findAuthority(tx)) === undefined) return { kind: 'nowhere' };
    await queueAttempts(tx);
    const browserHash = input.knownAs === undefined ? undefined : hashSecret(input.knownAs);
    const isKnown = browserHash !== undefined && (await isKnownBrowser(tx, input.email, browserHash));
    const attempt: Attempt = {
      accountHash: hashOfName(input.email),
      address: placeOf(input.networkAddress),
      browserHash: isKnown ? browserHash : undefined,
    };
    const failures = await countFailures(tx, attempt, addMinutes(now, -WINDOW_MINUTES));
    const recent = {
      isKnownBrowser: isKnown,
      pair: sinceThen(failures.pair, now),
      account: sinceThen(failures.account, now),
      address: sinceThen(failures.address, now),
    };
    const seconds = secondsToWait(recent);
    if (seconds > 0) return { kind: 'wait', seconds };
    await deleteAttemptsBefore(tx, addMinutes(now, -ATTEMPTS_KEPT_MINUTES));
    return {
      kind: 'go',
      attemptId: await addAttempt(tx, attempt, now),
      holder: await findAccountByEmail(tx, input.email),
      waitAfterFailing: secondsToWaitAfterFailing(recent),
    };
  });

type Going = Extract<Reserved, { readonly kind: 'go' }>;

const refuse = async (
  world: World,
  input: PasswordSignIn,
  { holder, waitAfterFailing }: Going,
): Promise<PasswordSignedIn> => {
  await asTenant(world.db, { authorityId: input.authorityId }, (tx) =>
    appendAudit(tx, {
      at: world.now(),
      actor: 'somebody not signed in',
      action: 'sign-in-failed',
      ...(holder === undefined ? {} : { subject: { kind: 'person', id: String(holder.personId) } }),
      detail: {
        method: 'password',
        networkAddress: input.networkAddress,
        ...(waitAfterFailing > 0 ? { slowedForSeconds: waitAfterFailing } : {}),
      },
    }),
  );
  return { kind: 'not-recognised' };
};

const succeed = (
  world: World,
  input: PasswordSignIn,
  { holder, attemptId, newHash }: { holder: AccountHolder; attemptId: number; newHash: string | undefined },
): Promise<PasswordSignedIn> => {
  const now = world.now();
  const { authorityId } = input;
  const { personId, passwordHash } = holder;
  return asTenant(world.db, { authorityId, personId }, async (tx) => {
    if (newHash !== undefined && passwordHash !== null)
      await replaceHash(tx, { personId, from: passwordHash, to: newHash });
    await markSucceeded(tx, attemptId);
    const knownAs = input.knownAs ?? newSecret();
    await putKnownBrowser(tx, { personId, browserHash: hashSecret(knownAs), at: now });
    const session = await beginSession(tx, {
      authorityId,
      personId,
      method: 'password',
      now,
      replaces: input.replaces,
      detail: { networkAddress: input.networkAddress },
    });
    return { kind: 'signed-in', session, knownAs };
  });
};

export const signInWithPassword = async (world: World, input: PasswordSignIn): Promise<PasswordSignedIn> => {
  const reserved = await reserveAttempt(world, input, world.now());
  if (reserved.kind === 'wait') return reserved;
  if (reserved.kind === 'nowhere') return { kind: 'not-recognised' };
  const { holder, attemptId } = reserved;
  const stored = holder?.active === true ? holder.passwordHash : null;
  if (holder === undefined || stored === null) {
    await spendTheTimeOfACheck(input.password);
    return refuse(world, input, reserved);
  }
  const { matches, shouldRehash } = await checkPassword(input.password, stored);
  if (!matches) return refuse(world, input, reserved);
  const newHash = shouldRehash ? await hashPassword(input.password) : undefined;
  return succeed(world, input, { holder, attemptId, newHash });
};
