import { checkPastNights } from '../demonstration/check-past-nights.ts';
import type { World } from '../world.ts';
import { type CheckAsked, type Checked, checkReturn, type NotNeeded } from './check-return.ts';
import { type FreezeAsked, type FreezeOutcome, freezeNow } from './freeze-now.ts';

/** Work on the whole return for its readiness: plain data, so that it can be handed to another thread. */
export type ReadinessJob =
  | { readonly kind: 'check'; readonly asked: CheckAsked }
  | { readonly kind: 'freeze'; readonly asked: FreezeAsked }
  | { readonly kind: 'past-nights'; readonly authorityId: string };

export type ReadinessOutcome =
  | Checked
  | NotNeeded
  | FreezeOutcome
  | { readonly kind: 'refused'; readonly name: 'too-large'; readonly sentence: string };

export const doReadinessJob = (
  world: Pick<World, 'db' | 'now' | 'tell'>,
  job: ReadinessJob,
): Promise<ReadinessOutcome> => {
  switch (job.kind) {
    case 'check':
      return checkReturn(world, job.asked);
    case 'freeze':
      return freezeNow(world, job.asked);
    case 'past-nights':
      return checkPastNights(world, job.authorityId);
  }
};
