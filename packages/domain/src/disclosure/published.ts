import type { Printed } from './printed.ts';
import type { Release, ReleaseRatio, ReleaseRelation } from './release.ts';

/**
 * What was published, as the register keeps it: plain values, so that it can be stored as JSON. It holds true counts beside
 * what was printed of them, because a later release has to be attacked together with this one; keep it as the record is
 * kept, and never hand it out.
 */
export interface PublishedRelease {
  readonly format: 1;
  readonly id: string;
  readonly title: string;
  /** A moment, in UTC. */
  readonly publishedAt: string;
  readonly profile: string;
  readonly area: Release['area'];
  readonly revises?: Release['revises'];
  readonly counts: readonly PublishedCount[];
  readonly relations: readonly ReleaseRelation[];
  readonly ratios: readonly PublishedRatio[];
  readonly averages?: Release['averages'];
}

export interface PublishedCount {
  readonly key: string;
  readonly title: string;
  /** As it was then. */
  readonly value: number;
  /** Null for one that was printed nowhere and not to be worked out. */
  readonly printed: Printed | null;
}

export interface PublishedRatio extends ReleaseRatio {
  readonly printed: Printed;
}
