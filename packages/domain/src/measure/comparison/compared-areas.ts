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

/** Why an area has no figure of some years, each reason once. */
export interface MissingYears {
  readonly area: Pick<ComparedArea, 'code' | 'name' | 'is'>;
  readonly gaps: readonly { readonly reason: string; readonly years: readonly number[] }[];
  /** Of none of the years is there a figure. */
  readonly isWhole: boolean;
}

/** Every blank of the comparison with its reason, area by area in its order. */
export const missingYears = ({ areas, years }: ComparedAreas): readonly MissingYears[] =>
  areas.flatMap(({ code, name, is, values }): readonly MissingYears[] => {
    const blank = values.flatMap((value, i) =>
      value.kind === 'value' ? [] : [{ reason: value.reason, year: years[i] ?? 0 }],
    );
    if (blank.length === 0) return [];
    const gaps = [...Map.groupBy(blank, ({ reason }) => reason)].map(([reason, each]) => ({
      reason,
      years: each.map(({ year }) => year),
    }));
    return [{ area: { code, name, is }, gaps, isWhole: blank.length === years.length }];
  });

/** Years between the first and the last of which nothing is held of anybody. */
export const yearsLeftOut = ({ years }: Pick<ComparedAreas, 'years'>): readonly number[] => {
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i).filter(
    (year) => !years.includes(year),
  );
};

/** "2012 to 2014, 2017": years that follow one another are told by the first and last. */
export const yearsInWords = (years: readonly number[]): string => {
  const stretches: { from: number; to: number }[] = [];
  for (const year of years) {
    const last = stretches.at(-1);
    if (last?.to === year - 1) last.to = year;
    else stretches.push({ from: year, to: year });
  }
  return stretches.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ');
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
