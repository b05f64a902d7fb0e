import type { Day } from '../../calendar/day.ts';
import { collectionYearEnd } from '../../calendar/reporting-year.ts';

/** England as a whole, as published statistics name it. */
export const ENGLAND = 'E92000001';

export const AREA_LEVELS = ['national', 'regional', 'authority'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** A place that figures are published of. */
export interface PublishedArea {
  /** Nine characters. */
  readonly code: string;
  readonly level: AreaLevel;
  readonly name: string;
  /** Code of the region an authority is in, where that is known. */
  readonly region?: string | undefined;
}

/** What stands in published tables where there is no number. Never to be guessed at. */
export const MARKS = {
  c: 'suppressed so that no child can be told from it',
  x: 'not available in what was published',
  z: 'not applicable',
  k: 'more than nought, but rounds to nought',
} as const;
export type Mark = keyof typeof MARKS;

export const isMark = (text: string): text is Mark => Object.hasOwn(MARKS, text);

/** One published figure. */
export interface PublishedFigure {
  /** What it counts: an entry of `PUBLISHED_SERIES`. */
  readonly series: string;
  /** Of 31 March of this year, or of the reporting year that ended then. */
  readonly year: number;
  readonly area: string;
  readonly value: number | Mark;
  /** Which publication it is from. */
  readonly release: string;
}

/** Published statistics of children looked after all speak of a 31 March or of the year to it. */
export const publishedDay = (year: number): Day => collectionYearEnd(year);

/** England and the regions are published to the nearest ten, authorities as counted. */
export const roundingNote = (level: AreaLevel): string | undefined =>
  level === 'authority' ? undefined : 'published to the nearest 10';
