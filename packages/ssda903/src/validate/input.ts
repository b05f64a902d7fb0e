import { type CollectionYear, dayNumber, parseCollectionYear, parseDay } from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import { TABLES } from '../tables/tables.ts';
import { type CollectionDays, collectionDays } from './collection.ts';
import { DERIVED_COLUMNS } from './geography.ts';
import { type PostcodeDirectory, type PostcodeLine, postcodeDirectory } from './postcodes.ts';
import type { ProviderLine } from './providers.ts';
import { type ReturnTable, type TableObjects, tableFromObjects } from './return-table.ts';
import { FIRST_YEAR } from './rule.ts';
import { LAST_YEAR } from './ruleset.ts';
import type { Checked } from './run-rules.ts';

export type TablesGiven = Readonly<Partial<Record<string, TableObjects | null>>>;

/** What other programs hand in: see `validate`. */
export interface ValidateInput {
  /** "2026-27" or "2026/27". It picks the rules. */
  readonly collectionYear: string;
  /** YYYY-MM-DD, both in it. It picks the dates they are held against; the collection year's own when absent. */
  readonly period?: { readonly start: string; readonly end: string };
  readonly format?: 'csv' | 'xml';
  /** By name. A table that is present, be it empty, counts as given. */
  readonly tables: TablesGiven;
  /** Last year's return. */
  readonly previous?: TablesGiven;
  readonly reference?: {
    /** The reporting authority, nine characters. */
    readonly authority?: string;
    readonly providers?: readonly ProviderLine[];
    readonly postcodes?: readonly PostcodeLine[];
  };
  /** Codes of the rules to run; when absent, all that the Department has for the year. */
  readonly rules?: readonly string[];
  /** Run our own rules too, whose codes begin with RP. One that `rules` names is run in any case. */
  readonly ourRules?: boolean;
  readonly peerCompatible?: boolean;
}

/** An input that no rule can be run on, and why. */
export class UnusableInput extends Error {}

/** Absent and null are one. */
type Given = null | undefined;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectGiven = (name: string, value: unknown): Readonly<Record<string, unknown>> => {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw new UnusableInput(`${name} should be an object.`);
  return value;
};

/** Undefined when there is none. */
const listGiven = (name: string, value: unknown): readonly unknown[] | undefined => {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw new UnusableInput(`${name} should be a list.`);
  return value;
};

const linesGiven = (name: string, value: unknown): readonly Readonly<Record<string, unknown>>[] | undefined =>
  listGiven(name, value)?.map((line, at) => {
    if (!isObject(line)) throw new UnusableInput(`${name} should hold objects; number ${at} is none.`);
    return line;
  });

const textGiven = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** Lists of codes may be given as lists. */
const textsGiven = (value: unknown): string =>
  Array.isArray(value) ? value.map(textGiven).join() : textGiven(value);

const providersGiven = (value: unknown): readonly ProviderLine[] | undefined =>
  linesGiven('providers', value)?.map((line) =>
    Object.fromEntries(Object.entries(line).map(([column, cell]) => [column, textsGiven(cell)])),
  );

const postcodesGiven = (value: unknown): PostcodeDirectory | undefined => {
  const lines = linesGiven('postcodes', value);
  if (lines === undefined) return undefined;
  return postcodeDirectory(
    lines.map(({ pcd, oseast1m, osnrth1m, laua }) => ({
      pcd: textGiven(pcd),
      oseast1m: textGiven(oseast1m),
      osnrth1m: textGiven(osnrth1m),
      laua: textGiven(laua),
    })),
  );
};

const yearGiven = (value: unknown): CollectionYear => {
  const year = typeof value === 'string' ? parseCollectionYear(value) : undefined;
  if (year === undefined)
    throw new UnusableInput(`collectionYear is ${JSON.stringify(value)}; write it as "2026-27".`);
  return knownYear(year);
};

export const knownYear = (year: CollectionYear): CollectionYear => {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  throw new UnusableInput(
    `There are no rules for the collection year that ends in ${year}: they are held for those ending in ${FIRST_YEAR} to ${LAST_YEAR}.`,
  );
};

const periodGiven = (value: unknown, year: CollectionYear): CollectionDays => {
  if (value === undefined || value === null) return collectionDays(year);
  const period = objectGiven('period', value);
  const [start, end] = [parseDay(textGiven(period['start'])), parseDay(textGiven(period['end']))];
  if (start === undefined || end === undefined || start > end)
    throw new UnusableInput('period needs a start and an end, written YYYY-MM-DD, the start first.');
  return { START: dayNumber(start), END: dayNumber(end) };
};

const formatGiven = (value: unknown): 'csv' | 'xml' => {
  if (value === undefined || value === null) return 'csv';
  if (value === 'csv' || value === 'xml') return value;
  throw new UnusableInput('format is "csv" or "xml".');
};

const TABLE_NAMES: ReadonlyMap<string, TableName> = new Map(
  TABLES.map(({ name }) => [name.toUpperCase(), name]),
);

const tablesGiven = (named: string, given: unknown, suffix: '' | '_last'): readonly ReturnTable[] => {
  const tables = new Map<TableName, ReturnTable>();
  for (const [name, rows] of Object.entries(objectGiven(named, given))) {
    const table = TABLE_NAMES.get(name.toUpperCase());
    if (table === undefined)
      throw new UnusableInput(
        `${name} is not a table of the return. They are ${[...TABLE_NAMES.values()].join(', ')}.`,
      );
    if (tables.has(table)) throw new UnusableInput(`${table} is given twice.`);
    const objects = linesGiven(name, rows);
    if (objects !== undefined)
      tables.set(table, tableFromObjects(`${table}${suffix}`, objects as TableObjects));
  }
  return [...tables.values()];
};

/** Rows may leave blank cells out, so where one year's episodes say where placements are, the other's blanks do too. */
const sayingWhere = (tables: readonly ReturnTable[]): readonly ReturnTable[] => {
  const episodes = tables.filter(({ name }) => name.startsWith('Episodes'));
  const columns = DERIVED_COLUMNS.filter((column) => episodes.some((table) => table.has(column)));
  return tables.map((table) => (episodes.includes(table) ? table.withBlank(columns) : table));
};

/** Reads it, whatever it is: other programs are not held to its type. */
export const checkedFromInput = (given: ValidateInput | Given): Checked => {
  if (!isObject(given)) throw new UnusableInput('The input is not an object.');
  const input: Readonly<Record<string, unknown>> = given;
  const year = yearGiven(input['collectionYear']);
  const reference = objectGiven('reference', input['reference']);
  return {
    year,
    days: periodGiven(input['period'], year),
    format: formatGiven(input['format']),
    tables: sayingWhere([
      ...tablesGiven('tables', input['tables'], ''),
      ...tablesGiven('previous', input['previous'], '_last'),
    ]),
    authority: textGiven(reference['authority']).toUpperCase(),
    providers: providersGiven(reference['providers']),
    directory: postcodesGiven(reference['postcodes']),
    rules: listGiven('rules', input['rules'])?.map(textGiven),
    withOurs: input['ourRules'] === true,
    peerCompatible: input['peerCompatible'] === true,
  };
};
