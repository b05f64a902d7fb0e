import {
  type Actor,
  addMinutes,
  isRole,
  londonDayOf,
  type Moment,
  type RoleAssignment,
} from '@rightplace/domain';
import {
  asTenant,
  countUnread,
  type FoundRole,
  type FoundSession,
  findSession,
  type SignInMethod,
  type Tx,
  touchSession,
} from '@rightplace/store';
import { stoodInFor } from '../cases/on-desk.ts';
import { loadAccessFacts } from '../child/load-children.ts';
import { actorAt } from '../delegation/acting.ts';
import type { World } from '../world.ts';
import { hashSecret, readKey } from './secrets.ts';

/** After so long without doing anything, a person signs in again. */
export const IDLE_MINUTES = 30;
/** However busy, a person signs in again after a working day. */
export const LONGEST_SESSION_MINUTES = 12 * 60;

export type SignedIn = {
  readonly authority: {
    readonly id: string;
    readonly name: string;
    readonly demonstration: boolean;
    readonly colour: string | undefined;
  };
  readonly person: { readonly id: number; readonly name: string; readonly email: string | undefined };
  /** The person as the access policy sees them. */
  readonly actor: Actor;
  readonly method: SignInMethod;
  readonly startedAt: Moment;
  /** When the session runs out if nothing more is done. */
  readonly endsAt: Moment;
  /** How many notices they have not read. */
  readonly unread: number;
  /** The names of the directors for whom they stand in now: what waits for those waits for them. */
  readonly directorsStoodInFor: readonly string[];
  /** The session's own key, to tell it from the person's others. */
  readonly sessionKey: string;
};

/** Who they were, when the session had run out: enough to keep for them what they had typed. */
export type TimedOut = { readonly authorityId: string; readonly personId: number };

export type Visitor =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'timed-out'; readonly who: TimedOut }
  | { readonly kind: 'signed-in'; readonly signedIn: SignedIn };

const SIGNED_OUT: Visitor = { kind: 'signed-out' };

const earlier = (a: Moment, b: Moment): Moment => (a < b ? a : b);

const runsOutAt = (session: FoundSession): Moment =>
  earlier(addMinutes(session.seenAt, IDLE_MINUTES), session.endsAt);

/** A role this version of the service does not know gives nothing. */
const readAssignment = ({ role, teamId, service, starts, ends }: FoundRole): RoleAssignment[] =>
  isRole(role)
    ? [{ role, teamId: teamId === null ? null : String(teamId), serviceId: service, starts, ends }]
    : [];

interface Described {
  readonly session: FoundSession;
  readonly sessionKey: string;
  readonly now: Moment;
  readonly unread: number;
  readonly directorsStoodInFor: readonly string[];
}

const actorOf = ({ personId, roles }: FoundSession): Actor => ({
  id: String(personId),
  assignments: roles.flatMap(readAssignment),
});

/** Few stand in for anybody, so nobody else waits for it to be looked up. */
const directorsStoodInFor = async (
  tx: Tx,
  session: FoundSession,
  now: Moment,
): Promise<readonly string[]> => {
  if (!session.mayStandIn) return [];
  const { staff } = await loadAccessFacts(tx);
  const actor = await actorAt(
    tx,
    { actor: actorOf(session), person: { id: session.personId } },
    { staff, at: now },
  );
  return stoodInFor(actor, londonDayOf(now)).map(
    (id) => staff.members.get(Number(id))?.name ?? 'the director',
  );
};

const describe = ({ session, sessionKey, now, ...rest }: Described): SignedIn => ({
  authority: {
    id: session.authorityId,
    name: session.authorityName,
    demonstration: session.demonstration,
    colour: session.colour ?? undefined,
  },
  person: { id: session.personId, name: session.personName, email: session.email ?? undefined },
  actor: actorOf(session),
  method: session.method,
  startedAt: session.startedAt,
  endsAt: earlier(addMinutes(now, IDLE_MINUTES), session.endsAt),
  sessionKey,
  ...rest,
});

/**
 * Who holds this cookie. A session is read anew for each request, so a role that has ended, or a person made
 * inactive, counts at once.
 */
export const findVisitor = async ({ db, now: clock }: World, sessionKey: string): Promise<Visitor> => {
  const key = readKey(sessionKey);
  if (key === undefined) return SIGNED_OUT;
  const now = clock();
  const secretHash = hashSecret(key.secret);
  return asTenant(db, { authorityId: key.authorityId }, async (tx) => {
    const session = await findSession(tx, secretHash, now);
    if (session === undefined || !session.active) return SIGNED_OUT;
    if (now >= runsOutAt(session))
      return { kind: 'timed-out', who: { authorityId: session.authorityId, personId: session.personId } };
    // Once a minute is often enough, and spares a write for each of the pages in between.
    if (now >= addMinutes(session.seenAt, 1)) await touchSession(tx, secretHash, now);
    const unread = await countUnread(tx, { to: session.personId, now });
    const forOthers = await directorsStoodInFor(tx, session, now);
    const described = { session, sessionKey, now, unread, directorsStoodInFor: forOthers };
    return { kind: 'signed-in', signedIn: describe(described) };
  });
};
