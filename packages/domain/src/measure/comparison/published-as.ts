import type { SeriesId } from './published-series.ts';

/** A published figure as it stands, or one worked out from published counts: for every hundred, or for every 10,000. */
export type Work =
  | {
      readonly kind: 'as-published';
      readonly series: SeriesId;
      readonly unit: PublishedUnit;
      /** For years in which it was not published itself, but its parts were. */
      readonly before?: WorkedOut;
    }
  | WorkedOut;

export interface WorkedOut {
  readonly kind: 'worked-out';
  /** Added up. */
  readonly parts: readonly SeriesId[];
  readonly of: SeriesId;
  readonly unit: 'percent' | 'per-10000';
}

export type PublishedUnit = 'children' | 'percent' | 'per-10000';

/** How a measure of ours is had from published figures, and where the two part ways. */
export interface PublishedAs {
  /** Of 31 March, or of the reporting year that ended then. */
  readonly of: 'day' | 'year';
  readonly work: Work;
  /** What areas of different size are compared by, for a count: a number of children is no comparator of another. */
  readonly comparedBy?: Work;
  /** The first year whose definition is ours; for earlier ones there is no comparator. */
  readonly from?: number;
  /** Said with every figure: what is not the same. */
  readonly notes: readonly string[];
}

const asPublished = (series: SeriesId): Work => ({ kind: 'as-published', series, unit: 'children' });
const shareOf = (of: SeriesId, ...parts: readonly SeriesId[]): WorkedOut => ({
  kind: 'worked-out',
  parts,
  of,
  unit: 'percent',
});
const rateOf = (part: SeriesId): WorkedOut => ({
  kind: 'worked-out',
  parts: [part],
  of: 'population-0-17',
  unit: 'per-10000',
});

const EACH_CHILD_ONCE = 'Each child is counted once a year.';
const RATE: Work = {
  kind: 'as-published',
  series: 'cla-rate-10k',
  unit: 'per-10000',
  before: rateOf('cla-number'),
};
const UASC_SHARE = shareOf('cla-number', 'uasc-number');

/**
 * Measures that are published with the same meaning, and no others. The share in children’s homes has no figure before 2021,
 * when the published group also held semi-independent accommodation; nor have unaccompanied children, of whom earlier tables
 * count those who had been so at any time in the year. Starts and endings that count a child each time are published nowhere.
 */
export const PUBLISHED_AS: Readonly<Record<string, PublishedAs>> = {
  'cla-number': { of: 'day', work: asPublished('cla-number'), comparedBy: RATE, notes: [] },
  'cla-rate-10k': { of: 'day', work: RATE, notes: [] },
  'cla-started': {
    of: 'year',
    work: asPublished('cla-started'),
    comparedBy: rateOf('cla-started'),
    notes: [EACH_CHILD_ONCE],
  },
  'cla-ceased': {
    of: 'year',
    work: asPublished('cla-ceased'),
    comparedBy: rateOf('cla-ceased'),
    notes: [EACH_CHILD_ONCE],
  },
  'cla-started-10k': { of: 'year', work: rateOf('cla-started'), notes: [EACH_CHILD_ONCE] },
  'cla-ceased-10k': { of: 'year', work: rateOf('cla-ceased'), notes: [EACH_CHILD_ONCE] },
  'uasc-number': {
    of: 'day',
    work: asPublished('uasc-number'),
    comparedBy: UASC_SHARE,
    from: 2021,
    notes: [],
  },
  'uasc-share': { of: 'day', work: UASC_SHARE, from: 2021, notes: [] },
  'foster-share': { of: 'day', work: shareOf('cla-number', 'cla-number/placement/foster'), notes: [] },
  'family-based-share': {
    of: 'day',
    work: shareOf(
      'cla-number',
      'cla-number/placement/foster',
      'cla-number/placement/adoption',
      'cla-number/placement/parents',
    ),
    notes: [],
  },
  'residential-share': {
    of: 'day',
    work: shareOf('cla-number', 'cla-number/placement/secure-and-homes'),
    from: 2021,
    notes: [
      'Published tables put secure homes with children’s homes, so this is a little higher than children’s homes alone.',
    ],
  },
  'stability-3plus': { of: 'day', work: shareOf('cla-number', 'stability-3plus'), notes: [] },
  'stability-2yr': { of: 'day', work: shareOf('stability-2yr/of', 'stability-2yr'), notes: [] },
  'stability-3plus-2yr': {
    of: 'day',
    work: shareOf('stability-3plus-2yr/of', 'stability-3plus-2yr'),
    notes: [],
  },
  'adoption-number': {
    of: 'year',
    work: asPublished('cla-ceased/reason/adopted'),
    comparedBy: shareOf('cla-ceased', 'cla-ceased/reason/adopted'),
    notes: [],
  },
  'adoption-share-leavers': {
    of: 'year',
    work: shareOf('cla-ceased', 'cla-ceased/reason/adopted'),
    notes: [],
  },
  'sgo-exits': {
    of: 'year',
    work: shareOf('cla-ceased', 'cla-ceased/reason/special-guardianship'),
    notes: [],
  },
};

export const publishedAs = (measureId: string): PublishedAs | undefined =>
  Object.hasOwn(PUBLISHED_AS, measureId) ? PUBLISHED_AS[measureId] : undefined;

const seriesIn = (work: Work): readonly SeriesId[] => {
  if (work.kind === 'worked-out') return [...work.parts, work.of];
  return work.before === undefined ? [work.series] : [work.series, ...seriesIn(work.before)];
};

/** Every published series that the comparators of a measure need. */
export const seriesOf = ({ work, comparedBy }: PublishedAs): readonly SeriesId[] => [
  ...new Set([work, ...(comparedBy === undefined ? [] : [comparedBy])].flatMap(seriesIn)),
];

/** The years that a figure can be had for at all: of these series every one has to have been published. */
export const yearsOf = (work: Work, years: (series: SeriesId) => readonly number[]): readonly number[] => {
  if (work.kind === 'worked-out') {
    const [first = [], ...rest] = [work.of, ...work.parts].map(years);
    return first.filter((year) => rest.every((each) => each.includes(year)));
  }
  const before = work.before === undefined ? [] : yearsOf(work.before, years);
  return [...new Set([...years(work.series), ...before])];
};
