import assert from 'node:assert/strict';
import { listMyWork, type MyWorkLine } from '../src/cases/list-my-work.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import type { World } from '../src/world.ts';

type Part = 'mine' | 'others' | 'team';

/** All pages of somebody’s list of work. */
export const allMyWork = async (
  world: World,
  who: SignedIn,
): Promise<Readonly<Record<Part, readonly MyWorkLine[]>>> => {
  const all: Record<Part, MyWorkLine[]> = { mine: [], others: [], team: [] };
  for (let page = 1; ; page += 1) {
    const work = await listMyWork(world, who, { yours: page, part: page, team: page });
    assert.ok(work.kind === 'my-work');
    const parts = (['mine', 'others', 'team'] as const).map((part) => [part, work[part]] as const);
    for (const [part, shown] of parts) if (shown.page === page) all[part].push(...shown.lines);
    if (parts.every(([, { pages }]) => page >= pages)) return all;
  }
};
