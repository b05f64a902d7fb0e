import { type Day, day, yearOf } from '@rightplace/domain';
import { bundledRecords, type Records, readRecords } from './published-csv.ts';

/** People aged 0 to 17 in an authority at a mid-year (30 June). */
export interface PopulationFigure {
  /** Nine-character code of the authority. */
  readonly authority: string;
  readonly midYear: number;
  readonly people: number;
  readonly name?: string;
}

/** An authority as the published file names it. */
export interface PublishedAuthority {
  readonly code: string;
  readonly name: string;
}

const figures = (records: Records): readonly PopulationFigure[] =>
  records.flatMap((record) => {
    const midYear = Number(record['mid_year']);
    const people = Number(record['population_0_17']);
    const authority = record['code'] ?? '';
    return Number.isInteger(midYear) && Number.isInteger(people) && people > 0 && authority !== ''
      ? [{ authority, midYear, people, ...(record['name'] ? { name: record['name'] } : {}) }]
      : [];
  });

let bundled: { figures: readonly PopulationFigure[]; authorities: readonly PublishedAuthority[] } | undefined;

const published = () => {
  if (bundled === undefined) {
    const records = bundledRecords('population_0_17_mid_year_2012_2024.csv');
    // The newest row names the authority: names change more often than codes.
    const names = new Map(
      records
        .filter((record) => record['level'] === 'Local authority')
        .toSorted((a, b) => Number(a['mid_year']) - Number(b['mid_year']))
        .map((record) => [record['code'] ?? '', record['name'] ?? '']),
    );
    bundled = {
      figures: figures(records),
      authorities: [...names].map(([code, name]) => ({ code, name })),
    };
  }
  return bundled;
};

/** ONS mid-year estimates that come with the product, 2012 to 2024. */
export const publishedPopulations = (): readonly PopulationFigure[] => published().figures;

/** The authority of that code in the published file. */
export const findPublishedAuthority = (code: string): PublishedAuthority | undefined =>
  published().authorities.find((authority) => authority.code === code.toUpperCase());

/**
 * Reads a population file of the published shape: columns mid_year, code and population_0_17 (others are ignored).
 * A file with none of these comes back empty; the caller says so.
 */
export const readPopulations = (bytes: Uint8Array): readonly PopulationFigure[] =>
  figures(readRecords(bytes));

export interface PopulationUsed {
  readonly count: number;
  readonly midYear: number;
  /** Said beside the figure when the estimate is not the one that DfE would use. */
  readonly note?: string;
}

/**
 * The estimate for a rate at an as-of day: the latest mid-year before it, as DfE does for 31 March (31 March 2024 uses
 * mid-2023). When that is not published yet the latest there is stands in, and the note says so.
 */
export const populationAsOf = (
  all: readonly PopulationFigure[],
  authority: string,
  asOf: Day,
): PopulationUsed | undefined => {
  const year = yearOf(asOf);
  const due = asOf > day(`${asOf.slice(0, 4)}-06-30`) ? year : year - 1;
  const own = all.filter((figure) => figure.authority === authority && figure.midYear <= due);
  const latest = own.toSorted((a, b) => b.midYear - a.midYear)[0];
  if (latest === undefined) return undefined;
  const used = { count: latest.people, midYear: latest.midYear };
  return latest.midYear === due
    ? used
    : { ...used, note: `uses the mid-${latest.midYear} population, the latest held; mid-${due} is not held` };
};
