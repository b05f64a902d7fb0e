import { ALL_DIMENSIONS } from '../dimensions.ts';

/** What measures of one kind have in common, so that each says only what is its own. */
const common = { version: 1, disclosure: 'suppress-small' } as const;

/** Counts children in care on the day, unless it says that it is a share of them. */
export const asNumber = {
  ...common,
  kind: 'stock',
  unit: 'children',
  denominator: null,
  breakdowns: ALL_DIMENSIONS,
} as const;

export const asShare = {
  ...common,
  kind: 'stock',
  unit: 'percent',
  denominator: 'Looked after',
  breakdowns: ALL_DIMENSIONS,
} as const;

export const asEvents = {
  ...common,
  kind: 'flow',
  unit: 'events',
  denominator: null,
  breakdowns: ALL_DIMENSIONS,
} as const;

export const asShareOfCases = {
  ...common,
  kind: 'cases',
  unit: 'percent',
  takes: 'share',
  over: 'window',
  breakdowns: ALL_DIMENSIONS,
} as const;

export const asCountOfCases = {
  ...common,
  kind: 'cases',
  unit: 'children',
  takes: 'count',
  over: 'window',
  denominator: null,
  breakdowns: [],
} as const;

export const asMeanDays = {
  ...common,
  kind: 'cases',
  unit: 'days',
  takes: 'mean',
  breakdowns: ALL_DIMENSIONS,
} as const;

/** Counts what is no child's in care, or no child's at all: households, children in need. It has no part to be told apart. */
export const ofWholeAuthority = {
  ...common,
  kind: 'cases',
  over: 'window',
  breakdowns: [],
  wholeAuthority: true,
} as const;
