import { collectionYearLabel, londonDayOf, mayAttempt, refused } from '@rightplace/domain';
import { appendAudit, asTenant, findFreeze, removeRehearsal as removeHeld } from '@rightplace/store';
import type { RemoveRehearsal } from './use-cases.ts';

/** Takes a rehearsal away with its files: it has served. What it was stays in the audit. */
export const removeRehearsal: RemoveRehearsal = (world, signedIn, { id }) => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) => {
    const at = world.now();
    const permission = mayAttempt({ actor: signedIn.actor, action: 'freeze-return', on: londonDayOf(at) });
    if (permission.kind === 'refused') return permission;
    const freeze = await findFreeze(tx, id);
    if (freeze === undefined) return refused('no-such-freeze', 'There is no such rehearsal.');
    if (freeze.kind !== 'rehearsal')
      return refused('is-submitted', 'This return was submitted, and is kept for good.');
    await removeHeld(tx, id);
    const { collectionYear, version, note, open, answered } = freeze;
    await appendAudit(tx, {
      at,
      actor: String(signedIn.person.id),
      action: 'rehearsal-removed',
      subject: { kind: 'return', id: collectionYearLabel(collectionYear) },
      detail: { freeze: id, version, note, open, answered },
    });
    return { kind: 'removed', collectionYear };
  });
};
