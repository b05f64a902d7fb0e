import {
  DEFAULT_PUBLIC_PROFILE,
  type Disclosed,
  type DisclosureProfileId,
  type Moment,
  type NotDisclosable,
  type PublishedRelease,
  type Release,
} from '@rightplace/domain';
import { discloseInThread } from './disclosure-thread.ts';

export interface ReleaseToDisclose {
  readonly release: Release;
  /** Public pages and members’ papers, unless another is asked for. */
  readonly profile?: DisclosureProfileId;
  /** Where the authority hides larger counts than the profile does. */
  readonly hidesUpTo?: number;
  /** Everything in the register, the newest first; what has nothing to do with the release costs nothing. */
  readonly published: readonly PublishedRelease[];
  readonly now: Moment;
}

/**
 * The one way from true figures to figures for others: pages, files and the API print what this gives and nothing else. Keep
 * `toRegister` in the same transaction as the publication, or the next release will not know of it.
 */
export const discloseRelease = ({
  release,
  profile = DEFAULT_PUBLIC_PROFILE,
  hidesUpTo,
  published,
  now,
}: ReleaseToDisclose): Promise<Disclosed | NotDisclosable> =>
  discloseInThread({ release, profile, hidesUpTo, earlier: published, publishedAt: now });
