import { type Refusal, refused } from '@rightplace/domain';
import { inThreadOrHere } from '../import/return-thread.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { PackYears } from './demography.ts';
import type { PrepareRefusal, ReleasePreview } from './prepare-release.ts';
import type { PublishAsked, Published } from './publish-release.ts';

type Reach = Pick<World, 'db' | 'now' | 'ledgers' | 'returnThread'>;

/** What publishing would print, worked out beside the pages: whoever asked waits for it, and nobody else does. */
export const previewRelease = async (
  world: Reach,
  signedIn: SignedIn,
  asked: PackYears,
): Promise<ReleasePreview | PrepareRefusal | Refusal<'too-large'>> => {
  const outcome = await inThreadOrHere(world, { kind: 'preview-release', signedIn, asked });
  return outcome.kind === 'refused' && outcome.name === 'too-large' ? TOO_LARGE : outcome;
};

/** Publishes what was looked at, once, beside the pages. */
export const publishRelease = async (
  world: Reach,
  signedIn: SignedIn,
  asked: PublishAsked,
): Promise<Published | Refusal<'too-large'>> => {
  const outcome = await inThreadOrHere(world, { kind: 'publish-release', signedIn, asked });
  return outcome.kind === 'refused' && outcome.name === 'too-large' ? TOO_LARGE : outcome;
};

const TOO_LARGE = refused(
  'too-large',
  'The record holds more than can be made ready for publication here. Choose fewer years.',
);
