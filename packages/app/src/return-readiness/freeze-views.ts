/** What the pages of submitted returns show. */
import type { CollectionYear, Moment } from '@rightplace/domain';
import type { FreezeKind } from '@rightplace/store';
import type { Behind } from './behind.ts';

export type { FreezeKind } from '@rightplace/store';

/** A return as it was submitted, or as it would have been. */
export interface FreezeLine {
  readonly id: number;
  readonly kind: FreezeKind;
  readonly collectionYear: CollectionYear;
  /** From 1, of its kind; a resubmission is the next. */
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

/** What came to be otherwise between two frozen returns of a year. */
export interface FreezeComparison {
  readonly kind: 'comparison';
  readonly collectionYear: CollectionYear;
  readonly before: FreezeLine;
  readonly after: FreezeLine;
  /** Children of the one that the other does not tell of. */
  readonly joined: number;
  readonly left: number;
  /** Of every table that either has. */
  readonly tables: readonly TableComparison[];
  /** The other frozen returns of the year, newest first, to compare with instead. */
  readonly others: readonly FreezeLine[];
}

export interface TableComparison {
  readonly title: string;
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly removed: number;
  /** Rows of the same key that hold something else. */
  readonly changed: number;
  /** Children with a row added, removed or changed. */
  readonly children: number;
}

export interface FreezeList {
  readonly kind: 'freezes';
  readonly collectionYear: CollectionYear;
  readonly years: readonly CollectionYear[];
  /** What was submitted, newest first. */
  readonly freezes: readonly FreezeView[];
  readonly rehearsals: readonly FreezeView[];
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
