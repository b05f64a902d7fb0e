import { type ApiClientStanding, isApiScope } from '@rightplace/domain';
import type { ApiClientRow } from '@rightplace/store';

/** A client as the rules see it. */
export const standingOf = ({ scope, lastDay, agreedAt, revokedAt }: ApiClientRow): ApiClientStanding => {
  // The database holds it to the scopes there are.
  if (!isApiScope(scope)) throw new Error(`There is no scope ${scope}`);
  return { scope, lastDay, isAgreed: agreedAt !== null, isRevoked: revokedAt !== null };
};
