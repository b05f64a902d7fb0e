import { doThreadJob } from '../src/import/return-job.ts';
import type { ReturnThread } from '../src/import/return-thread.ts';
import type { World } from '../src/world.ts';

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
