import { inThreadOrHere } from '../import/return-thread.ts';
import type { World } from '../world.ts';
import type { UpstreamJob, UpstreamOutcome } from './upstream-job.ts';

/** In the thread for returns when there is one, so that pages stay quick while a large census is read; or else here. */
export const runUpstreamJob = async (world: World, job: UpstreamJob): Promise<UpstreamOutcome> => {
  const outcome = await inThreadOrHere(world, job);
  return outcome.kind === 'refused' && outcome.name === 'too-large' ? TOO_LARGE : outcome;
};

const TOO_LARGE = {
  kind: 'refused',
  name: 'too-large',
  sentence:
    'These files hold more than can be read at once here, so nothing was done. Load them where Rightplace runs, with the command “rightplace upstream”.',
} as const;
