import { asTenant, asTenantReading, listAuthorities, neverHadBoards } from '@rightplace/store';
import type { World } from '../world.ts';
import { addReadyBoards } from './ready-boards.ts';

/**
 * A demonstration that an earlier version made came without boards: it gets them when a server next starts. One whose boards
 * somebody took away keeps none, and no real authority is given any.
 */
export const giveBoards = async ({ db, now }: Pick<World, 'db' | 'now'>): Promise<void> => {
  for (const { code: authorityId, demonstration } of await listAuthorities(db)) {
    if (!demonstration || !(await asTenantReading(db, { authorityId }, neverHadBoards))) continue;
    await asTenant(db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds them there.
      if (await neverHadBoards(tx, { alone: true })) await addReadyBoards(tx, now());
    });
  }
};
