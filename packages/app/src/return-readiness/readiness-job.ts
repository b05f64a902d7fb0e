import type { World } from '../world.ts';
import { type CheckAsked, type Checked, checkReturn, type NotNeeded } from './check-return.ts';
import { type FreezeAsked, type FreezeOutcome, freezeNow } from './freeze-now.ts';

/** Work on the whole return for its readiness: plain data, so that it can be handed to another thread. */
export type ReadinessJob =
  | { readonly kind: 'check'; readonly asked: CheckAsked }
  | { readonly kind: 'freeze'; readonly asked: FreezeAsked };

export type ReadinessOutcome =
  | Checked
  | NotNeeded
  | FreezeOutcome
  | { readonly kind: 'refused'; readonly name: 'too-large'; readonly sentence: string };

export const doReadinessJob = (
  world: Pick<World, 'db' | 'now'>,
  job: ReadinessJob,
): Promise<ReadinessOutcome> =>
  job.kind === 'check' ? checkReturn(world, job.asked) : freezeNow(world, job.asked);
