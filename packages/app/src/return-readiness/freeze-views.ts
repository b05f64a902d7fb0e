/** What the pages of submitted returns show. */
import type { CollectionYear, Moment } from '@rightplace/domain';
import type { Behind } from './behind.ts';

/** A return as it was submitted. */
export interface FreezeLine {
  readonly id: number;
  readonly collectionYear: CollectionYear;
  /** From 1; a resubmission is the next. */
  readonly version: number;
  readonly at: Moment;
  readonly by: string;
  /** The record as known at this moment. */
  readonly knownAt: Moment | undefined;
  readonly note: string;
  readonly children: number;
  readonly open: number;
  readonly answered: number;
}

export interface FreezeView extends FreezeLine {
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

export interface FreezeList {
  readonly kind: 'freezes';
  readonly collectionYear: CollectionYear;
  readonly years: readonly CollectionYear[];
  /** Newest first. */
  readonly freezes: readonly FreezeView[];
  /** What would be frozen now, for the check of one's answers. */
  readonly now: {
    readonly knownAt: Moment | undefined;
    readonly children: number;
    readonly open: number;
    readonly errors: number;
    readonly waiting: number;
    readonly answered: number;
    readonly checkedAt: Moment | undefined;
    /** What has moved on since it was checked. */
    readonly behind: Behind | undefined;
  };
  readonly may: { readonly freeze: boolean; readonly download: boolean };
}
