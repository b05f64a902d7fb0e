import { addMinutes, type Delegation, isInForce } from '@rightplace/domain';
import { asTenant, listDelegations, type Tx } from '@rightplace/store';
import { listOpenLines } from '../cases/open-lines.ts';
import { loadAccessFacts } from '../child/load-children.ts';
import { rolesIn } from '../delegation/acting.ts';
import type { World } from '../world.ts';
import { tell } from './tell.ts';

type Reach = Pick<World, 'db' | 'now' | 'ledgers'>;

/** One that began longer ago was told of, or nobody needs to be told any more. */
const BEGAN_MINUTES = 24 * 60;

/** Whether anything waits already for whoever stands in, in the colleague's part. */
const anythingWaits = async (
  tx: Tx,
  world: Reach,
  { standsIn, forPerson, authorityId }: Delegation & { readonly authorityId: string },
): Promise<boolean> => {
  const { staff } = await loadAccessFacts(tx);
  const { lines } = await listOpenLines(tx, world, {
    authority: { id: authorityId },
    person: { id: Number(standsIn) },
    actor: { id: standsIn, assignments: rolesIn(staff)(standsIn) },
  });
  return lines.some(
    ({ waiting, parts }) => waiting.for === 'me' && parts.some(({ actingFor }) => actingFor === forPerson),
  );
};

/**
 * Tells whoever has begun to stand in for a colleague that something waits for them already: they were told of nothing that
 * came before. It names no case. `known` holds those looked at, so that each is looked at once by a process; each is told once.
 */
export const tellOfBegun = (world: Reach, authorityId: string, known: Set<string>): Promise<void> =>
  asTenant(world.db, { authorityId }, async (tx) => {
    const at = world.now();
    const since = addMinutes(at, -BEGAN_MINUTES);
    const begun = (await listDelegations(tx, { since: at })).filter(
      (one) => isInForce(one, at) && one.starts > since && !known.has(`${authorityId} ${one.id}`),
    );
    for (const one of begun) {
      if (await anythingWaits(tx, world, { ...one, authorityId }))
        await tell(
          tx,
          [
            {
              to: one.standsIn,
              kind: 'waits-standing-in',
              urgent: false,
              at,
              key: `delegation ${one.id} begun`,
              delegation: one.id,
            },
          ],
          at,
        );
      known.add(`${authorityId} ${one.id}`);
    }
  });
