import { readFileSync } from 'node:fs';
import {
  AREA_LEVELS,
  isMark,
  isSeries,
  type PublishedArea,
  type PublishedFigure,
  type SeriesId,
} from '@rightplace/domain';
import { csvLines } from '@rightplace/ssda903';
import { bundledFile, bundledRecords } from '../published-csv.ts';

/**
 * The published figures that come with the product: a line a series and year, a column an area, which is a tenth of the size
 * of a line a figure. `scripts/make-published.ts` writes it from the published tables.
 */
const FIGURES = 'published_children_looked_after.csv';
const AREAS = 'published_areas.csv';

type Value = PublishedFigure['value'];
interface Line {
  readonly release: string;
  readonly values: ReadonlyMap<string, Value>;
}

export interface PublishedBundle {
  readonly areas: ReadonlyMap<string, PublishedArea>;
  /** By series, then year. */
  readonly lines: ReadonlyMap<SeriesId, ReadonlyMap<number, Line>>;
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (lines: readonly (readonly (string | number)[])[]): string =>
  `${lines.map((line) => line.map(String).map(quoted).join(',')).join('\n')}\n`;

/** The two files, from figures and areas: what the script writes, and what is read below. */
export const writeBundle = (
  areas: readonly PublishedArea[],
  figures: readonly PublishedFigure[],
): { readonly [FIGURES]: string; readonly [AREAS]: string } => {
  const inOrder = areas.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const lines = Map.groupBy(figures, ({ series, year, release }) => `${series}\n${year}\n${release}`);
  const rows = [...lines].map(([key, each]) => {
    const values = new Map(each.map(({ area, value }) => [area, value]));
    return [...key.split('\n'), ...inOrder.map(({ code }) => values.get(code) ?? '')];
  });
  return {
    [FIGURES]: csv([
      ['series', 'year', 'release', ...inOrder.map(({ code }) => code)],
      ...rows.toSorted((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1)),
    ]),
    [AREAS]: csv([
      ['code', 'level', 'name', 'region'],
      ...inOrder.map(({ code, level, name, region }) => [code, level, name, region ?? '']),
    ]),
  };
};

export const readBundledAreas = (): readonly PublishedArea[] =>
  bundledRecords(AREAS).flatMap((row) => {
    const level = AREA_LEVELS.find((each) => each === row['level']);
    const [code = '', name = '', region = ''] = [row['code'], row['name'], row['region']];
    return level === undefined ? [] : [{ code, level, name, ...(region === '' ? {} : { region }) }];
  });

const readLines = (): PublishedBundle['lines'] => {
  const [header = [], ...rows] = csvLines([readFileSync(bundledFile(FIGURES))]);
  const codes = header.slice(3);
  const lines = new Map<SeriesId, Map<number, Line>>();
  for (const [series = '', year = '', release = '', ...cells] of rows) {
    if (!isSeries(series)) continue;
    const values = new Map<string, Value>();
    for (const [index, code] of codes.entries()) {
      const text = cells[index] ?? '';
      if (text !== '') values.set(code, isMark(text) ? text : Number(text));
    }
    const years = lines.get(series) ?? new Map<number, Line>();
    lines.set(series, years.set(Number(year), { release, values }));
  }
  return lines;
};

let bundled: PublishedBundle | undefined;

/** Read once, when it is first asked for. */
export const publishedBundle = (): PublishedBundle => {
  bundled ??= {
    areas: new Map(readBundledAreas().map((area) => [area.code, area])),
    lines: readLines(),
  };
  return bundled;
};
