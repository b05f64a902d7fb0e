import type { Day } from '@rightplace/domain';
import type { BirthTold } from './doubts.ts';

/** Where facts of children not (or not yet) looked after come from. Each source is replaced by itself. */
export const UPSTREAM_SOURCES = {
  'annex-a': 'Child-level lists (Ofsted’s Annex A)',
  'cin-census': 'Children in need census',
} as const;
export type UpstreamSource = keyof typeof UPSTREAM_SOURCES;

export const UPSTREAM_KINDS = {
  child: 'Children',
  contact: 'Contacts',
  referral: 'Referrals',
  assessment: 'Assessments',
  factor: 'Factors found in assessments',
  'section-47': 'Section 47 enquiries',
  'in-need': 'Episodes of need',
  'protection-plan': 'Child protection plans',
  'edge-of-care': 'Edge-of-care cases closed',
} as const;
export type UpstreamKind = keyof typeof UPSTREAM_KINDS;

/**
 * One thing that a list or census says of a child: a contact, an enquiry, a plan. What it is besides its days is in
 * `detail`. No name, address or worker is ever taken in.
 */
export interface UpstreamFact {
  readonly kind: UpstreamKind;
  /** The authority's own identifier: the same as in the return, so that a child is known again in care. */
  readonly child: string;
  /** The day it happened or began; null for who the child is. */
  readonly starts: Day | null;
  /** The day it ended; null while it goes on, and for what takes no time. */
  readonly ends: Day | null;
  /** Tells apart two of a kind of one child on one day: the source of a contact, the factor. Otherwise ''. */
  readonly key: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** What tells one fact from every other of its source. */
export const identityOf = ({ kind, child, starts, key }: UpstreamFact): string =>
  JSON.stringify([kind, child, starts, key]);

/** Something that was not taken in: a row, an element or a whole file. */
export interface NotTaken {
  /** The file, and the sheet of a workbook. */
  readonly file: string;
  /** The row or line; null for a whole file or sheet. */
  readonly line: number | null;
  readonly child: string | null;
  /** The heading or element that it is about; undefined for a whole row or file. */
  readonly column?: string | undefined;
  readonly reason: string;
  readonly todo: string;
}

/** What one file says. */
export interface UpstreamRead {
  /** Undefined: nothing in it was recognised, and `notTaken` says so. */
  readonly source: UpstreamSource | undefined;
  /** Kinds it tells of, with or without any row: an empty list is a list of none. */
  readonly kinds: readonly UpstreamKind[];
  readonly facts: readonly UpstreamFact[];
  /** Rows or elements read, so that taken and not taken add up. */
  readonly rows: number;
  /** Rows or elements that became facts. */
  readonly taken: number;
  readonly notTaken: readonly NotTaken[];
  /** What was taken in and may be wrong, with where and what to do. */
  readonly doubts: readonly NotTaken[];
  /** Days of birth, to be held against those in other files. */
  readonly births: readonly BirthTold[];
  readonly notes: readonly string[];
  /** The last day of the year it is for, where it says so (the census does). */
  readonly referenceDay?: Day | undefined;
}

export const nothingRead = (file: string, reason: string, todo: string): UpstreamRead => ({
  source: undefined,
  kinds: [],
  facts: [],
  rows: 0,
  taken: 0,
  notTaken: [{ file, line: null, child: null, reason, todo }],
  doubts: [],
  births: [],
  notes: [],
});
