import type { Day } from '../../calendar/day.ts';
import type { ComparedPlaces, Published } from './comparators.ts';
import { type PublishedAs, type PublishedUnit, publishedAs, yearsOf } from './published-as.ts';
import { ENGLAND, type PublishedArea, publishedDay } from './published-figure.ts';
import { type PublishedValue, publishedValue } from './published-value.ts';

/** An area with what was published of it, year by year. */
export interface ComparedArea {
  readonly code: string;
  readonly name: string;
  readonly is: 'own' | 'neighbour' | 'region' | 'england';
  readonly values: readonly PublishedValue[];
}

/** A measure as it is published, area by area and year by year. */
export interface ComparedAreas {
  readonly unit: PublishedUnit;
  readonly of: PublishedAs['of'];
  /** Earliest first. */
  readonly years: readonly number[];
  /** The highest of the latest year first; those without a figure then last, by name. */
  readonly areas: readonly ComparedArea[];
  readonly notes: readonly string[];
}

/** Undefined where nothing published counts what the measure does, or nothing was by the day. */
export const comparedAreas = ({
  measure,
  asOf,
  places,
  ownName,
  published,
}: {
  readonly measure: { readonly id: string; readonly unit: string };
  readonly asOf: Day;
  readonly places: ComparedPlaces;
  readonly ownName: string;
  readonly published: Published;
}): ComparedAreas | undefined => {
  const as = publishedAs(measure.id);
  if (as === undefined || as.work.unit !== measure.unit) return undefined;
  const work = as.comparedBy ?? as.work;
  const years = yearsOf(work, published.years)
    .filter((year) => publishedDay(year) <= asOf && year >= (as.from ?? year))
    .toSorted((a, b) => a - b);
  if (years.length === 0) return undefined;
  const areaOf = (
    is: ComparedArea['is'],
    { code, name }: Pick<PublishedArea, 'code' | 'name'>,
  ): ComparedArea => ({
    code,
    name,
    is,
    values: years.map((year) => publishedValue(work, code, year, published.find)),
  });
  const areas = [
    areaOf('own', { code: places.own, name: ownName }),
    ...(places.neighbours?.areas ?? []).map((area) => areaOf('neighbour', area)),
    ...(places.region === undefined ? [] : [areaOf('region', places.region)]),
    areaOf('england', { code: ENGLAND, name: 'England' }),
  ];
  return { unit: work.unit, of: as.of, years, areas: areas.toSorted(byLatest), notes: as.notes };
};

const latestOf = ({ values }: ComparedArea): number => {
  const last = values.at(-1);
  return last?.kind === 'value' ? last.value : Number.NEGATIVE_INFINITY;
};

const byLatest = (a: ComparedArea, b: ComparedArea): number => {
  const [one, other] = [latestOf(a), latestOf(b)];
  if (one === other) return a.name < b.name ? -1 : 1;
  return other > one ? 1 : -1;
};
