import type { Refusal } from '@rightplace/domain';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { PackYears } from './demography.ts';
import { makePreview, type PrepareRefusal, type ReleasePreview } from './prepare-release.ts';
import { makeRelease, type PublishAsked, type Published } from './publish-release.ts';

/** Making a release safe takes seconds of solving: plain data, so that it can be handed to another thread. */
export interface PreviewJob {
  readonly kind: 'preview-release';
  readonly signedIn: SignedIn;
  readonly asked: PackYears;
}
export interface PublishJob {
  readonly kind: 'publish-release';
  readonly signedIn: SignedIn;
  readonly asked: PublishAsked;
}
export type ReleaseJob = PreviewJob | PublishJob;

type TooLarge = Refusal<'too-large'>;
export type PreviewOutcome = ReleasePreview | PrepareRefusal | TooLarge;
export type PublishOutcome = Published | TooLarge;

export const isOfReleases = (job: { readonly kind: string }): job is ReleaseJob =>
  job.kind === 'preview-release' || job.kind === 'publish-release';

export const doReleaseJob = (
  world: Pick<World, 'db' | 'now' | 'ledgers'>,
  job: ReleaseJob,
): Promise<PreviewOutcome | PublishOutcome> =>
  job.kind === 'preview-release'
    ? makePreview(world, job.signedIn, job.asked)
    : makeRelease(world, job.signedIn, job.asked);
