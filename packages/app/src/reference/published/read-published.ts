import { ENGLAND, isMark, type PublishedArea, type PublishedFigure } from '@rightplace/domain';
import { readRecords } from '../published-csv.ts';
import { SHAPES, type Shape } from './published-shapes.ts';

/** What a file of published figures holds, in our own names. */
export interface PublishedTable {
  readonly kind: 'published';
  /** Which of the known tables it is. */
  readonly title: string;
  readonly areas: readonly PublishedArea[];
  readonly figures: readonly PublishedFigure[];
  /** First and last. */
  readonly years: readonly [number, number];
}

/** A file that is no table we know, or not a whole one, and what to do. */
export interface NotPublished {
  readonly kind: 'not-published';
  readonly sentence: string;
}

const refuse = (sentence: string): NotPublished => ({ kind: 'not-published', sentence });

const NOT_KNOWN =
  'it is none of the tables of children looked after that are known by their headings. Download the data files of ' +
  '“Children looked after in England including adoptions” as they are published, and do not change their first line.';

/** Reads one table. `release` names the publication that its figures of a year are from. */
export const readPublished = (
  bytes: Uint8Array,
  release: (year: number) => string,
): PublishedTable | NotPublished => {
  const rows = readRecords(bytes);
  const [first] = rows;
  if (first === undefined) return refuse('it has no rows.');
  const shape = SHAPES.find(({ headings }) => headings.every((heading) => Object.hasOwn(first, heading)));
  const cellsOf = shape?.cellsOf(rows);
  if (shape === undefined || cellsOf === undefined) return refuse(NOT_KNOWN);
  const areas = new Map<string, PublishedArea & { readonly year: number }>();
  const figures = new Map<string, PublishedFigure>();
  for (const [index, row] of rows.entries()) {
    const [area, year] = [shape.areaOf(row), shape.yearOf(row)];
    // Some files have rows of things that are no area, as of authorities grouped otherwise.
    if (area === undefined) continue;
    if (!Number.isInteger(year) || year < 1990 || year > 2200)
      return refuse(`line ${index + 2} has no year that can be read.`);
    const newest = areas.get(area.code);
    if (newest === undefined || newest.year <= year) areas.set(area.code, { ...area, year });
    for (const { series, text } of cellsOf(row, year)) {
      if (text === '') continue;
      const value = valueOf(text);
      if (value === undefined)
        return refuse(`line ${index + 2} has “${text.slice(0, 20)}” where a number is due.`);
      figures.set(`${series} ${year} ${area.code}`, {
        series,
        year,
        area: area.code,
        value,
        release: release(year),
      });
    }
  }
  return whole(shape, [...areas.values()], [...figures.values()]);
};

/** As some earlier files write them. */
const OLDER_MARKS: Readonly<Record<string, string>> = { low: 'k', ':': 'x' };

const valueOf = (text: string): PublishedFigure['value'] | undefined => {
  const mark = OLDER_MARKS[text] ?? text;
  if (isMark(mark)) return mark;
  const value = Number(text.replaceAll(',', ''));
  return Number.isFinite(value) && value >= 0 ? value : undefined;
};

/** A table somebody has cut down would take England’s figures away when it is loaded. */
const whole = (
  { title }: Shape,
  areas: readonly (PublishedArea & { readonly year: number })[],
  figures: readonly PublishedFigure[],
): PublishedTable | NotPublished => {
  const years = [...new Set(figures.map(({ year }) => year))].toSorted((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return refuse(NOT_KNOWN);
  const ofEngland = new Set(figures.flatMap(({ area, year }) => (area === ENGLAND ? [year] : [])));
  const without = years.find((year) => !ofEngland.has(year));
  if (without !== undefined)
    return refuse(`it has no row of England for ${without}. Load the whole table as it is published.`);
  return {
    kind: 'published',
    title,
    areas: areas.map(({ year: _, ...area }) => area),
    figures,
    years: [first, last],
  };
};

/** Several tables as one: where two give the same figure the later one holds. */
export const publishedTogether = (
  tables: readonly PublishedTable[],
): Pick<PublishedTable, 'areas' | 'figures'> => {
  const areas = new Map<string, PublishedArea>();
  const figures = new Map<string, PublishedFigure>();
  for (const table of tables) {
    for (const area of table.areas) {
      const region = area.region ?? areas.get(area.code)?.region;
      areas.set(area.code, { ...area, ...(region === undefined ? {} : { region }) });
    }
    for (const figure of table.figures) figures.set(`${figure.series} ${figure.year} ${figure.area}`, figure);
  }
  return { areas: [...areas.values()], figures: [...figures.values()] };
};
