import {
  type ApiClientStanding,
  type ApiRefusal,
  londonDayOf,
  type Moment,
  mayClient,
} from '@rightplace/domain';
import { appendAudit, asTenant, countApiRequest, findApiClient } from '@rightplace/store';
import type { World } from '../world.ts';
import { standingOf } from './client-standing.ts';
import { isTokenOf, readToken } from './client-token.ts';

/** A client whose token is good, while it asks. */
export interface ApiCaller {
  readonly authorityId: string;
  readonly clientId: number;
  /** As the audit names it. */
  readonly actor: string;
  /** What it reads figures for, as said when it was made: the reason of every entry in the audit. */
  readonly purpose: string;
  readonly standing: ApiClientStanding;
}

export type RecognisedClient =
  | { readonly kind: 'caller'; readonly caller: ApiCaller }
  | { readonly kind: 'unknown-token' }
  | { readonly kind: 'too-many'; readonly seconds: number }
  | ApiRefusal;

/** Two a second, for as long as it likes: a report of fifty figures refreshes in well under a minute. */
export const REQUESTS_A_MINUTE = 120;

/**
 * Whose token that is. It is read anew with every request, so that one revoked is refused from the next on. The request
 * counts before anything is worked out for it, in a transaction of its own that stays whatever becomes of the rest.
 */
export const recogniseClient = async (
  { db, now: clock }: Pick<World, 'db' | 'now'>,
  text: string,
): Promise<RecognisedClient> => {
  const token = readToken(text);
  if (token === undefined) return { kind: 'unknown-token' };
  const { authorityId, clientId } = token;
  const now = clock();
  return asTenant(db, { authorityId }, async (tx): Promise<RecognisedClient> => {
    const row = await findApiClient(tx, clientId);
    if (!isTokenOf(token, row?.secretHash) || row === undefined) return { kind: 'unknown-token' };
    const caller: ApiCaller = {
      authorityId,
      clientId,
      actor: `API client ${clientId}: ${row.name}`,
      purpose: row.purpose,
      standing: standingOf(row),
    };
    const refuse = (why: string): Promise<unknown> =>
      appendAudit(tx, {
        at: now,
        actor: caller.actor,
        action: 'api-client-refused',
        subject: { kind: 'api-client', id: String(clientId) },
        detail: { why },
      });
    const counted = await countApiRequest(tx, clientId, now);
    if (counted > REQUESTS_A_MINUTE) {
      // Said once a minute: a client that does not listen must not fill the audit.
      if (counted === REQUESTS_A_MINUTE + 1) await refuse('too-many-requests');
      return { kind: 'too-many', seconds: secondsLeft(now) };
    }
    const answer = mayClient(caller.standing, 'read-catalogue', londonDayOf(now));
    if (answer.kind === 'may') return { kind: 'caller', caller };
    await refuse(answer.name);
    return answer;
  });
};

/** Until the minute is over. */
const secondsLeft = (now: Moment): number => 60 - Number(now.slice(17, 19));
