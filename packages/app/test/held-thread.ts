import { asTenant, endWork, listWorkOf, startWork } from '@rightplace/store';
import { doThreadJob } from '../src/import/return-job.ts';
import type { ReturnThread } from '../src/import/return-thread.ts';
import type { World } from '../src/world.ts';
import { NORTHMARSH } from './world.ts';

/** A thread for returns that is as slow as a test wants it: what it is given waits until it is let go. */
export interface HeldThread extends ReturnThread {
  readonly hold: () => void;
  readonly letGo: () => void;
  /** How many jobs it was given. */
  readonly begun: () => number;
}

export const aHeldThread = (world: Pick<World, 'db' | 'now'>): HeldThread => {
  let held: Promise<void> = Promise.resolve();
  let letGo = (): void => undefined;
  let begun = 0;
  return {
    hold: () => {
      held = new Promise((resolve) => {
        letGo = resolve;
      });
    },
    letGo: () => letGo(),
    begun: () => begun,
    run: (async (job, _at, tell) => {
      begun += 1;
      tell?.({ words: 'Running the rules', share: 0.42 });
      await held;
      return doThreadJob(world, job);
    }) as ReturnThread['run'],
  };
};

/** Work of somebody in Northmarsh, as a process that ended would have left it. */
export const workLeft = (world: Pick<World, 'db' | 'now'>, by: number) => {
  const inNorthmarsh = { authorityId: NORTHMARSH };
  const work = {
    by,
    at: world.now(),
    action: 'export-return',
    title: 'Writing',
    sameness: 'left behind',
  };
  return asTenant(world.db, inNorthmarsh, (tx) => startWork(tx, work));
};

export const breakWork = (world: Pick<World, 'db' | 'now'>, id: number): Promise<void> =>
  asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    endWork(tx, id, { at: world.now(), outcome: { kind: 'broke' } }),
  );

/** A person's work whose file is still there. */
export const workWithFile = async (world: Pick<World, 'db'>, by: number): Promise<number | undefined> =>
  (await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => listWorkOf(tx, by))).find(
    ({ hasFile }) => hasFile,
  )?.id;
