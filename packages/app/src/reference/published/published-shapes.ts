import type { AreaLevel, PublishedArea, SeriesId } from '@rightplace/domain';
import type { Records } from '../published-csv.ts';
import {
  AGE_PARTS,
  OTHER_PLACEMENTS,
  otherPlacements,
  PLACEMENT_SERIES,
  PROVIDER_SERIES,
  REASON_SERIES,
  UASC_PARTS,
} from './published-parts.ts';

type Row = Records[number];

/** A cell of a published table, still as text. */
export interface Cell {
  readonly series: SeriesId;
  readonly text: string;
}

/** A table as it is published: told by its headings, and what each of its rows gives. */
export interface Shape {
  readonly title: string;
  readonly headings: readonly string[];
  /** Undefined when the rows do not tell what the table is of. */
  readonly cellsOf: (rows: Records) => ((row: Row, year: number) => readonly Cell[]) | undefined;
  readonly areaOf: (row: Row) => PublishedArea | undefined;
  readonly yearOf: (row: Row) => number;
}

const LEVELS: Readonly<Record<string, AreaLevel>> = {
  National: 'national',
  Regional: 'regional',
  'Local authority': 'authority',
};

const areaOf = (level: string | undefined, area: Omit<PublishedArea, 'level'>): PublishedArea | undefined => {
  const found = LEVELS[level ?? ''];
  return found === undefined || !/^E\d{8}$/.test(area.code) ? undefined : { ...area, level: found };
};

/** Tables brought together over many years, a row an area and year. */
const together = {
  areaOf: (row: Row) => areaOf(row['level'], { code: row['code'] ?? '', name: row['name'] ?? '' }),
  yearOf: (row: Row) => Number(row['year']),
} as const;

/** Files as "Explore education statistics" gives them, headed the same since 2019. */
const explored = {
  areaOf: (row: Row) => {
    switch (row['geographic_level']) {
      case 'National':
        return areaOf('National', { code: row['country_code'] ?? '', name: row['country_name'] ?? '' });
      case 'Regional':
        return areaOf('Regional', { code: row['region_code'] ?? '', name: row['region_name'] ?? '' });
      default:
        return areaOf(row['geographic_level'], {
          code: row['new_la_code'] ?? '',
          name: row['la_name'] ?? '',
          region: row['region_code'] || undefined,
        });
    }
  },
  // "2024", or "202324" for a year that ends in 2024.
  yearOf: (row: Row) => {
    const text = row['time_period'] ?? '';
    return text.length === 6 ? Number(text.slice(0, 4)) + 1 : Number(text);
  },
} as const;

const EXPLORED = ['time_period', 'geographic_level', 'country_code', 'region_code', 'new_la_code'] as const;

const cell = (series: SeriesId | undefined, text: string | undefined): readonly Cell[] =>
  series === undefined || text === undefined ? [] : [{ series, text }];

/** Parts of a part are made of names that are series: `cla-number/age/0`. */
const part = (of: 'cla-number' | 'cla-started', by: 'age' | 'uasc', key: string | undefined) =>
  key === undefined ? undefined : (`${of}/${by}/${key}` as SeriesId);

const COUNTS: Readonly<Record<string, SeriesId>> = {
  'Children looked after at 31 March each year': 'cla-number',
  'Children starting to be looked after each year': 'cla-started',
  'Children ceasing to be looked after each year': 'cla-ceased',
};

const STABILITY: Readonly<Record<string, SeriesId>> = {
  'CLA on 31 March/With 3 or more placements during the year': 'stability-3plus',
  'CLA 2 years on 31 March/With 3 or more placements during the previous 2 years': 'stability-3plus-2yr',
  'CLA 2 years on 31 March/Total children': 'stability-3plus-2yr/of',
  'Children looked after continuously for at least 2.5 years on 31 March aged under 16 years/Living with the same carer for at least 2 years':
    'stability-2yr',
  'Children looked after continuously for at least 2.5 years on 31 March aged under 16 years/Total children':
    'stability-2yr/of',
};

const UASC_GROUP = /^unaccompanied/i;

/** What a table of characteristics is of, by how it names its ages. */
const ofCharacteristics = (rows: Records): ReturnType<Shape['cellsOf']> => {
  const groups = new Set(rows.map((row) => row['cla_group']));
  if (groups.has('Age on starting'))
    return (row) => {
      const { cla_group: group = '', characteristic = '', number } = row;
      if (group === 'Age on starting')
        return cell(part('cla-started', 'age', AGE_PARTS[characteristic]), number);
      return UASC_GROUP.test(group)
        ? cell(part('cla-started', 'uasc', UASC_PARTS[characteristic]), number)
        : [];
    };
  if (groups.has('Age on ceasing'))
    return ({ cla_group: group, characteristic = '', number }) =>
      group === 'Reason episode ceased' ? cell(REASON_SERIES[characteristic], number) : [];
  if (groups.has('Age group')) return onThe31st;
  return undefined;
};

const onThe31st = (row: Row, year: number): readonly Cell[] => {
  const { cla_group: group = '', characteristic = '', number } = row;
  if (group === 'Age group') return cell(part('cla-number', 'age', AGE_PARTS[characteristic]), number);
  if (UASC_GROUP.test(group)) return UASC_PARTS[characteristic] === 'uasc' ? cell('uasc-number', number) : [];
  if (/^placement provider/i.test(group)) return cell(PROVIDER_SERIES[characteristic], number);
  return group === 'Placement' ? cell(placementSeries(characteristic, year), number) : [];
};

const placementSeries = (text: string, year: number): SeriesId | undefined =>
  text === OTHER_PLACEMENTS ? otherPlacements(year) : PLACEMENT_SERIES[text];

/** Every table that is known, the one with most headings of its own first. */
export const SHAPES: readonly Shape[] = [
  {
    ...together,
    title: 'children looked after, started and ceased, year by year',
    headings: ['year', 'level', 'code', 'name', 'cla_31_march', 'started', 'ceased', 'rate_per_10000'],
    cellsOf: () => (row, year) => [
      ...cell('cla-number', row['cla_31_march']),
      ...cell('cla-started', row['started']),
      ...cell('cla-ceased', row['ceased']),
      ...cell('cla-ceased/reason/adopted', row['adopted']),
      ...cell('cla-ceased/reason/special-guardianship', row['sgo']),
      ...cell('population-0-17', row['population_0_17']),
      ...cell('cla-rate-10k', row['rate_per_10000']),
      // To 2017 these were the children who had been so at any time in the year.
      ...cell(year <= 2017 ? 'uasc-in-year' : 'uasc-number', row['uasc_31_march']),
    ],
  },
  {
    ...together,
    title: 'children looked after on 31 March by placement',
    headings: ['year', 'level', 'code', 'name', 'placement', 'number'],
    cellsOf: () => (row, year) => cell(placementSeries(row['placement'] ?? '', year), row['number']),
  },
  {
    ...together,
    title: 'children looked after on 31 March by provider',
    headings: ['year', 'level', 'code', 'name', 'provider', 'number'],
    cellsOf: () => (row) => cell(PROVIDER_SERIES[row['provider'] ?? ''], row['number']),
  },
  {
    ...together,
    title: 'children looked after on 31 March by age',
    headings: ['year', 'level', 'code', 'name', 'age_group', 'number'],
    cellsOf: () => (row) => cell(part('cla-number', 'age', AGE_PARTS[row['age_group'] ?? '']), row['number']),
  },
  {
    ...together,
    title: 'children who started, by age and unaccompanied or not',
    headings: ['year', 'level', 'code', 'name', 'cla_group', 'characteristic', 'number'],
    cellsOf: ofCharacteristics,
  },
  {
    ...explored,
    title: 'numbers and rates per 10,000',
    headings: [...EXPLORED, 'population_count', 'population_estimate', 'number', 'rate_per_10000'],
    cellsOf: () => (row) => {
      const series = COUNTS[row['population_count'] ?? ''];
      return [
        ...cell(series, row['number']),
        ...(series === 'cla-number'
          ? [
              ...cell('cla-rate-10k', row['rate_per_10000']),
              ...cell('population-0-17', row['population_estimate']),
            ]
          : []),
      ];
    },
  },
  {
    ...explored,
    title: 'stability of placements',
    headings: [...EXPLORED, 'cla_group', 'placement_stability', 'children_count'],
    cellsOf: () => (row) =>
      cell(STABILITY[`${row['cla_group']}/${row['placement_stability']}`], row['children_count']),
  },
  {
    ...explored,
    title: 'characteristics of children',
    headings: [...EXPLORED, 'cla_group', 'characteristic', 'number'],
    cellsOf: ofCharacteristics,
  },
];
