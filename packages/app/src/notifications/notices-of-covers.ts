import { listConflicts, listPeople, type NewNotice, type Tx } from '@rightplace/store';
import { findLapsedCover } from '../child/cover.ts';
import { loadChildren } from '../child/load-children.ts';
import { managersFor, waysToChild } from '../conflicts/reach-for-conflict.ts';
import type { World } from '../world.ts';

/**
 * That somebody has a colleague's cases of a child no longer, as they work elsewhere now: told to them, and to whoever sees to the
 * cases, who chooses again. Each is told once of one choice; no notice names anybody.
 */
export const noticesOfCovers = async (
  tx: Tx,
  world: Pick<World, 'now' | 'ledgers'>,
  authorityId: string,
): Promise<readonly NewNotice[]> => {
  const covered = (await listConflicts(tx)).filter(
    ({ endedAt, coveredBy }) => endedAt === null && coveredBy !== null,
  );
  if (covered.length === 0) return [];
  const loaded = await loadChildren(tx, world, authorityId, undefined);
  const at = world.now();
  const working = new Set((await listPeople(tx)).flatMap(({ id, active }) => (active ? [id] : [])));
  const told: NewNotice[] = [];
  for (const { id, child: number, personId } of covered) {
    const child = loaded.present.childById.get(number);
    const lapsed = findLapsedCover(personId, { ...loaded, child: number });
    if (child === undefined || lapsed === undefined) continue;
    const closed = loaded.access.conflicts.get(number) ?? [];
    const about = { urgent: false, at, key: `cover over ${id} ${lapsed.by} ${lapsed.since}`, conflict: id };
    if (working.has(lapsed.by) && !closed.includes(lapsed.by))
      told.push({ ...about, to: String(lapsed.by), kind: 'conflict-cover-over' });
    const ways = await waysToChild(tx, child, loaded);
    for (const to of await managersFor(tx, personId, { ways, loaded, at }))
      told.push({ ...about, to, kind: 'conflict-uncovered' });
  }
  return told;
};
