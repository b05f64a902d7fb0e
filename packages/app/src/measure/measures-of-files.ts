import {
  CATALOGUE,
  collectionYearOf,
  type Day,
  dayInWords,
  ENGLAND_BANK_HOLIDAYS,
  evaluateAll,
  type Ledger,
  type MeasureContext,
  type MeasuresJson,
  measuresAsJson,
  monthEnds,
  prepare,
  yearEndBy,
} from '@rightplace/domain';
import {
  acceptReturns,
  ledgerFromHeld,
  type ReadReturn,
  type ReturnFile,
  readReturn,
  type SetAside,
  tablesToldBy,
} from '@rightplace/ssda903';
import { type Given, notReadNotes } from '../import/given-files.ts';
import { namesIn } from '../ledger/names-in-records.ts';
import { placesContext } from '../ledger/places-context.ts';
import { recordsOfReturn } from '../ledger/records-of-return.ts';
import { locator } from '../reference/locator.ts';
import { type PopulationFigure, populationAsOf, publishedPopulations } from '../reference/population.ts';
import { type PostcodePlace, placesOf } from '../reference/postcode-directory.ts';

export interface MeasuresOfFilesRequest {
  readonly given: Given;
  readonly asOf: Day;
  /** Number of month-ends up to the as-of day; undefined for the as-of day alone. */
  readonly months: number | undefined;
  readonly withChildren: boolean;
  /** Nine-character code, for the rate per 10,000; without it that figure is blank with the reason. */
  readonly authority: string | undefined;
  readonly populations?: readonly PopulationFigure[];
  /** The full directory, gone through once for the postcodes that occur. */
  readonly postcodes?: Iterable<PostcodePlace>;
}

export interface MeasuresOfFiles {
  readonly json: MeasuresJson | readonly { readonly asOf: Day; readonly measures: MeasuresJson }[];
  readonly rejected: readonly SetAside[];
  readonly notes: readonly string[];
  /** No file given could be read as part of a return. */
  readonly nothingRead: boolean;
}

const contextFor = (
  { authority, populations, postcodes }: MeasuresOfFilesRequest,
  ledger: Ledger,
): MeasureContext => {
  const directory =
    postcodes === undefined ? undefined : placesOf(postcodes, namesIn(ledger.children).postcodes);
  return {
    ...(authority === undefined
      ? {}
      : {
          population: (asOf: Day) => populationAsOf(populations ?? publishedPopulations(), authority, asOf),
        }),
    locate: locator(directory),
    bankHolidays: ENGLAND_BANK_HOLIDAYS,
    ...placesContext(ledger),
    records: recordsOfReturn(ledger),
  };
};

/** The tables that measures are worked out from. The others are recognised, and not gone through. */
const COUNTED = tablesToldBy(CATALOGUE.flatMap(({ fields }) => fields));

const readCounted = (files: readonly ReturnFile[]): ReadReturn => {
  const read = readReturn(files);
  return { ...read, tables: read.tables.filter(({ table }) => COUNTED.has(table)) };
};

/**
 * The last day of the year that a lone return which says none is of. Asked about a day, it is of the year that day looks
 * back on: its dates cannot tell, for nothing may have happened since an earlier year, and later ones are dropped.
 */
const yearEndByDay = ({ returns }: Given, asOf: Day): Day | undefined => {
  const [only, ...others] = returns;
  return only !== undefined && others.length === 0 && only.collectionYear === undefined
    ? yearEndBy(asOf)
    : undefined;
};

type LedgerOfFiles = Omit<MeasuresOfFiles, 'json'> & { readonly ledger: Ledger };

/** Return files as an authority's children, by the same rules of acceptance as an import, with no database. */
export const ledgerOfFiles = (
  given: Given,
  authority: string | undefined,
  asOf: Day,
  read = given.returns.map(({ files }) => readCounted(files)),
): LedgerOfFiles => {
  const yearEnd = yearEndByDay(given, asOf);
  const year = yearEnd === undefined ? null : collectionYearOf(yearEnd);
  const returns = given.returns.map(({ collectionYear = year }, i) => ({
    ...(read[i] as ReadReturn),
    collectionYear,
  }));
  const { children, rejected, notes } = acceptReturns({ returns });
  const nothingRead = returns.every(({ tables }) => tables.length === 0);
  return {
    ledger: { authority: authority ?? '', children: ledgerFromHeld(children) },
    rejected,
    nothingRead,
    notes: [...notReadNotes(given.notRead), ...(nothingRead ? [] : yearNotes(yearEnd)), ...notes],
  };
};

const yearNotes = (yearEnd: Day | undefined): readonly string[] =>
  yearEnd === undefined
    ? []
    : [
        'No collection year was given; what the return says once a year (OC2, OC3, AD1) was taken as of the year that ' +
          `each day looks back on: for the as-of day, the year to ${dayInWords(yearEnd)}.`,
      ];

/** Every measure and breakdown straight from return files. A day of a series says what it would say by itself. */
export const measuresOfFiles = (request: MeasuresOfFilesRequest): MeasuresOfFiles => {
  const { given, authority, asOf, months, withChildren } = request;
  const read = given.returns.map(({ files }) => readCounted(files));
  const askable = (found: LedgerOfFiles) => ({
    ...found,
    prepared: prepare(found.ledger),
    context: contextFor(request, found.ledger),
  });
  const last = askable(ledgerOfFiles(given, authority, asOf, read));
  const { rejected, notes, nothingRead } = last;
  let earlier = last;
  let yearEnd = yearEndByDay(given, asOf);
  const measuresOn = (day: Day): MeasuresJson => {
    if (yearEndByDay(given, day) !== yearEnd) {
      yearEnd = yearEndByDay(given, day);
      earlier = askable(ledgerOfFiles(given, authority, day, read));
    }
    const results = evaluateAll(earlier.prepared, day, earlier.context);
    return measuresAsJson(results, { children: withChildren });
  };
  // Day by day: the lists of children behind ten years of figures are not kept while they are counted.
  const json =
    months === undefined
      ? measuresOn(asOf)
      : monthEnds(months, asOf).map((monthEnd) => ({ asOf: monthEnd, measures: measuresOn(monthEnd) }));
  return { json, rejected, notes, nothingRead };
};
