import type { Day } from '../../calendar/day.ts';
import { type PublishedAs, type PublishedUnit, publishedAs, type Work, yearsOf } from './published-as.ts';
import { ENGLAND, type PublishedArea, publishedDay, roundingNote } from './published-figure.ts';
import type { SeriesId } from './published-series.ts';
import { type FindPublished, type PublishedValue, publishedValue } from './published-value.ts';

/** Whom a figure is held against. The year before and the target are told beside these: they are of our own making. */
export const COMPARATORS = {
  published: 'This authority, as published',
  neighbours: 'Statistical neighbours',
  region: 'Region',
  england: 'England',
} as const;
export type ComparatorId = keyof typeof COMPARATORS;

export type Comparator = ComparatorValue | ComparatorBlank;

export interface ComparatorValue {
  readonly kind: 'value';
  readonly id: ComparatorId;
  /** "South East", "Statistical neighbours". */
  readonly title: string;
  /** Not rounded. */
  readonly value: number;
  readonly unit: PublishedUnit;
  /** 31 March, or the last day of the year it is of. */
  readonly asAt: Day;
  readonly of: 'day' | 'year';
  /** The publication. */
  readonly source: string;
  readonly notes: readonly string[];
}

/** None, and why, in a sentence. */
export interface ComparatorBlank {
  readonly kind: 'blank';
  readonly id: ComparatorId;
  readonly title: string;
  readonly reason: string;
}

/** Who is compared with whom. */
export interface ComparedPlaces {
  readonly own: string;
  /** Undefined for an authority that no published region has, as an invented one. */
  readonly region: PublishedArea | undefined;
  /** Undefined until the authority has said which. */
  readonly neighbours: NeighbourSet | undefined;
}

export interface NeighbourSet {
  readonly areas: readonly Pick<PublishedArea, 'code' | 'name'>[];
  /** By whose model, in the words of whoever chose them. */
  readonly source: string;
}

export interface Published {
  readonly find: FindPublished;
  /** The years that any area has a figure of, for each series. */
  readonly years: (series: SeriesId) => readonly number[];
}

export interface ComparisonAsked {
  readonly measure: { readonly id: string; readonly unit: string };
  readonly asOf: Day;
  readonly places: ComparedPlaces;
  readonly published: Published;
}

/** Everything a figure is held against on a day: the latest published by then, each with where it is from, or why there is none. */
export const comparatorsOf = (asked: ComparisonAsked): readonly Comparator[] =>
  comparatorsAs(publishedAs(asked.measure.id), asked.measure.unit, asked);

/** The same of anything that is had from published figures in such a way, in this unit. */
export const comparatorsAs = (
  as: PublishedAs | undefined,
  unit: string,
  asked: ComparisonAsked,
): readonly Comparator[] => {
  const { places } = asked;
  if (as === undefined || !isOurs(as.work, unit))
    return blanks(places, 'No published figure counts this as the measure does.');
  const year = latestYear(asked, as);
  if (year === undefined)
    return blanks(places, 'Nothing of it was published for a day by then, or none that is held.');
  const between = as.comparedBy ?? as.work;
  const of = (id: ComparatorId, area: PublishedArea, work: Work): Comparator =>
    areaComparator({ id, area, work, as, year, asked });
  const own: PublishedArea = { code: places.own, level: 'authority', name: COMPARATORS.published };
  const counted = of('published', own, as.work);
  // Where nothing is published of an authority, once is enough to say so.
  const publishedToo = as.comparedBy !== undefined && counted.kind === 'value';
  return [
    ...(publishedToo ? [counted, of('published', own, between)] : [counted]),
    neighboursComparator({ as, work: between, year, asked }),
    places.region === undefined
      ? blank('region', COMPARATORS.region, 'This authority is in no region that is published.')
      : of('region', places.region, between),
    of('england', { code: ENGLAND, level: 'national', name: COMPARATORS.england }, between),
  ];
};

/** A measure that came to count something else than what is published has no comparator. */
const isOurs = (work: Work, unit: string): boolean => work.unit === unit;

const blank = (id: ComparatorId, title: string, reason: string): ComparatorBlank => ({
  kind: 'blank',
  id,
  title,
  reason,
});

const blanks = ({ region }: ComparedPlaces, reason: string): readonly Comparator[] => [
  blank('neighbours', COMPARATORS.neighbours, reason),
  blank('region', region?.name ?? COMPARATORS.region, reason),
  blank('england', COMPARATORS.england, reason),
];

/** The latest year whose 31 March is not after the day, of the years that somebody has a figure of. */
const latestYear = ({ asOf, published }: ComparisonAsked, { work, from }: PublishedAs): number | undefined =>
  yearsOf(work, published.years)
    .filter((year) => publishedDay(year) <= asOf && year >= (from ?? year))
    .reduce<number | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);

interface OfYear {
  readonly as: PublishedAs;
  readonly work: Work;
  readonly year: number;
  readonly asked: ComparisonAsked;
}

const areaComparator = ({
  id,
  area,
  ...ofYear
}: OfYear & { readonly id: ComparatorId; readonly area: PublishedArea }): Comparator => {
  const { work, year, asked } = ofYear;
  const found = publishedValue(work, area.code, year, asked.published.find);
  if (found.kind === 'not-published') return blank(id, area.name, `${dated(ofYear)}: ${found.reason}.`);
  return {
    ...common(ofYear, found),
    id,
    title: area.name,
    value: found.value,
    notes: [...notesOf(ofYear, found), ...rounded(work, area)],
  };
};

const dated = ({ as, year }: OfYear): string =>
  as.of === 'day' ? `31 March ${year}` : `Year to 31 March ${year}`;

type Found = Extract<PublishedValue, { kind: 'value' }>;

const common = ({ as, work, year }: OfYear, { release }: Found) =>
  ({ kind: 'value', unit: work.unit, asAt: publishedDay(year), of: as.of, source: release }) as const;

const notesOf = ({ as }: OfYear, { isWorkedOut }: Found): readonly string[] => [
  ...(isWorkedOut ? ['Worked out from the published numbers.'] : []),
  ...(as.of === 'year' ? ['Of the whole year to that day.'] : []),
  ...as.notes,
];

const rounded = ({ unit }: Work, { level }: PublishedArea): readonly string[] => {
  const note = roundingNote(level);
  return note === undefined || unit === 'per-10000' ? [] : [`Numbers are ${note}.`];
};

/** Half of the neighbours at least: a mean of the few that are not suppressed would be of the larger ones only. */
const FEWEST = 0.5;

const neighboursComparator = (ofYear: OfYear): Comparator => {
  const { work, year, asked } = ofYear;
  const set = asked.places.neighbours;
  const [id, title] = ['neighbours', COMPARATORS.neighbours] as const;
  if (set === undefined || set.areas.length === 0)
    return blank(id, title, 'No statistical neighbours have been chosen.');
  const all = set.areas.map((area) => ({
    area,
    found: publishedValue(work, area.code, year, asked.published.find),
  }));
  const known = all.flatMap(({ found }) => (found.kind === 'value' ? [found] : []));
  const without = all.flatMap(({ area, found }) =>
    found.kind === 'value' ? [] : [{ name: area.name, isHidden: found.mark !== undefined }],
  );
  const missing = withoutInWords(without);
  const [first] = known;
  if (first === undefined || known.length < all.length * FEWEST)
    return blank(
      id,
      title,
      `${dated(ofYear)}: fewer than half of the ${all.length} have a figure. ${missing}`.trim(),
    );
  const values = known.map(({ value }) => value);
  return {
    ...common(ofYear, first),
    id,
    title,
    value: values.reduce((a, b) => a + b, 0) / values.length,
    notes: [
      `Mean of ${known.length} of ${all.length}: ${set.areas.map(({ name }) => name).join(', ')}.`,
      ...(missing === '' ? [] : [missing]),
      set.source,
      ...notesOf(ofYear, first),
    ],
  };
};

const withoutInWords = (
  without: readonly { readonly name: string; readonly isHidden: boolean }[],
): string => {
  const named = (isHidden: boolean): string =>
    without
      .filter((each) => each.isHidden === isHidden)
      .map(({ name }) => name)
      .join(', ');
  return [
    named(true) === '' ? '' : `Suppressed or not available: ${named(true)}.`,
    named(false) === '' ? '' : `Not held: ${named(false)}.`,
  ]
    .filter((text) => text !== '')
    .join(' ');
};

type PointId = Exclude<ComparatorId, 'published'>;

/** The same comparators at each published 31 March within days, for a chart. Only of what the measure itself is counted in. */
export const comparatorPoints = (
  asked: ComparisonAsked,
  within: { readonly from: Day; readonly to: Day },
): ((id: PointId) => readonly { readonly on: Day; readonly value: number }[]) => {
  const as = publishedAs(asked.measure.id);
  if (as === undefined || as.comparedBy !== undefined || as.of !== 'day') return () => [];
  const days = yearsOf(as.work, asked.published.years)
    .map(publishedDay)
    .filter((on) => on >= within.from && on <= within.to)
    .toSorted();
  const published = days.map((on) => ({ on, all: comparatorsOf({ ...asked, asOf: on }) }));
  return (id) =>
    published.flatMap(({ on, all }) => {
      const found = all.find((each) => each.id === id);
      return found?.kind === 'value' ? [{ on, value: found.value }] : [];
    });
};
