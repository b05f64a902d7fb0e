import { packAs, tellTrue } from '@rightplace/domain';
import { asTenant, saveRelease } from '@rightplace/store';
import { loadDemography } from '../src/packs/demography.ts';
import type { ChildrenWorld } from './children-world.ts';
import { NORTHMARSH } from './world.ts';

/** A saboteur: publishes true figures, as if there were no disclosure control. Whoever searches for leaks must find these. */
export const openGate = async (world: ChildrenWorld, personId: number): Promise<number> => {
  const { signedIn } = await world.signIn(personId);
  return asTenant(world.db, { authorityId: NORTHMARSH, personId }, async (tx) => {
    const loaded = await loadDemography(tx, world, signedIn, { last: 2026, count: 3 });
    if (loaded.kind === 'refused') throw new Error(loaded.sentence);
    const pack = packAs(loaded.pack, signedIn.authority.name, tellTrue);
    const nothing = { area: 'authority', counts: [], relations: [], ratios: [] } as const;
    const at = world.now();
    return saveRelease(
      tx,
      {
        kind: 'demography',
        title: 'Sabotaged',
        version: 1,
        at,
        by: personId,
        why: 'A test of the search',
        profile: 'internal',
        printed: { pack, says: '' },
      },
      { format: 1, id: 'sabotaged', title: 'Sabotaged', publishedAt: at, profile: 'internal', ...nothing },
    );
  });
};
