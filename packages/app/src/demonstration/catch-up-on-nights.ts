import { collectionYearOf, londonDayOf } from '@rightplace/domain';
import { asTenantReading, lastChangeAt, listAuthorities, listCheckMoments } from '@rightplace/store';
import { inThreadOrHere } from '../import/return-thread.ts';
import type { World } from '../world.ts';

/** Gives a demonstration that has not been checked yet the checks of nights that are past, behind everybody's back. */
export const catchUpOnNights = async (world: Pick<World, 'db' | 'now' | 'returnThread'>): Promise<void> => {
  const year = collectionYearOf(londonDayOf(world.now()));
  for (const { code: authorityId, demonstration } of await listAuthorities(world.db)) {
    if (!demonstration) continue;
    const isNew = await asTenantReading(
      world.db,
      { authorityId },
      async (tx) => (await lastChangeAt(tx)) !== undefined && (await listCheckMoments(tx, year)).length === 0,
    );
    if (isNew) await inThreadOrHere(world, { kind: 'past-nights', authorityId });
  }
};
