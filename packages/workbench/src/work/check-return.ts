import { type CollectionYear, collectionYearLabel, type Day } from '@rightplace/domain';
import {
  cellsOf,
  collectionDaysSoFar,
  dayLookedUpTo,
  FIRST_YEAR,
  type FindPlace,
  findRule,
  type GridPlace,
  inferCollectionYear,
  joinFiles,
  LAST_YEAR,
  type Progress,
  placesOfRows,
  postcodesWanted,
  type ReadReturn,
  type ValidateResult,
  validatingReturn,
} from '@rightplace/ssda903';
import { type FileGiven, sortFiles } from './given.ts';

/** What the analyst chose. */
export interface CheckOptions {
  /** Undefined when it is to be told from the dates. */
  readonly collectionYear: CollectionYear | undefined;
  /** While the year runs, the day it has come to: rules about the end of the year are held against it. */
  readonly upTo: Day | undefined;
  /** The reporting authority, nine characters; '' when not given. */
  readonly authority: string;
  /** Codes of the only rules to run; empty for all. */
  readonly rules: readonly string[];
  readonly ourRules: boolean;
  readonly peerCompatible: boolean;
}

/** A return that was checked, with everything that later questions are answered from. */
export interface CheckedReturn {
  readonly kind: 'checked';
  readonly year: CollectionYear;
  readonly isYearTold: boolean;
  /** The day up to which a year that is not over was looked at. */
  readonly upTo: Day | undefined;
  readonly thisYear: ReadReturn;
  readonly lastYear: ReadReturn;
  readonly place: FindPlace;
  /** Of the postcode directory, those that occur; none when no directory was given. */
  readonly places: Places;
  readonly result: ValidateResult;
}

type Places = ReadonlyMap<string, GridPlace>;

export interface NotChecked {
  readonly kind: 'not-checked';
  /** What is wrong and what to do. */
  readonly sentence: string;
  /** What the analyst can do about it on the page. */
  readonly remedy: 'give-files' | 'choose-year';
}

const YEARS = `${collectionYearLabel(FIRST_YEAR)} to ${collectionYearLabel(LAST_YEAR)}`;

const yearToCheck = (told: CollectionYear | undefined): CollectionYear | NotChecked => {
  const remedy = 'choose-year';
  if (told === undefined)
    return {
      kind: 'not-checked',
      remedy,
      sentence: 'No date in these files tells which collection year they are of. Choose it.',
    };
  if (told >= FIRST_YEAR && told <= LAST_YEAR) return told;
  const sentence = `These files are of ${collectionYearLabel(told)} by their dates, and rules are held for ${YEARS}. If that is not their year, choose the one that is.`;
  return { kind: 'not-checked', remedy, sentence };
};

/** Checks a return a piece at a time: yields how far it is. `findPlaces` goes through the postcode directory once. */
export const checkingReturn = function* (
  files: readonly FileGiven[],
  options: CheckOptions,
  findPlaces: (wanted: ReadonlySet<string>) => Places,
): Generator<Progress, CheckedReturn | NotChecked> {
  const given = sortFiles(files);
  const [thisYear, lastYear] = [joinFiles(given.thisYear), joinFiles(given.lastYear)];
  if (thisYear.tables.length === 0) {
    const sentence =
      lastYear.tables.length === 0
        ? 'No file given could be read as one of the return’s.'
        : 'Only last year’s files could be read. Add this year’s.';
    return { kind: 'not-checked', remedy: 'give-files', sentence };
  }
  const year = yearToCheck(options.collectionYear ?? inferCollectionYear(thisYear.tables));
  if (typeof year !== 'number') return year;
  const occurring = [...thisYear.tables, ...lastYear.tables];
  const places = given.hasPostcodes ? findPlaces(postcodesWanted(occurring, given.providers)) : undefined;
  const period = options.upTo && collectionDaysSoFar(year, options.upTo);
  const result = yield* validatingReturn({
    collectionYear: year,
    // Told from what is in it, whatever the file is called; tables that XML has no place for come as CSV beside it.
    format: given.thisYear.some(
      ({ tables, format }) => format === 'xml' && tables.some(({ table }) => table === 'Header'),
    )
      ? 'xml'
      : 'csv',
    tables: thisYear.tables,
    ...(lastYear.tables.length === 0 ? {} : { previous: lastYear.tables }),
    ...(period === undefined ? {} : { period }),
    ...(options.authority === '' ? {} : { authority: options.authority }),
    ...(given.providers === undefined ? {} : { providers: given.providers }),
    ...(places === undefined ? {} : { postcodes: (compact: string) => places.get(compact) }),
    ...(options.rules.length === 0 ? {} : { rules: options.rules }),
    ourRules: options.ourRules,
    peerCompatible: options.peerCompatible,
  });
  return {
    kind: 'checked',
    year,
    isYearTold: options.collectionYear === undefined,
    upTo: period && dayLookedUpTo(year, period.END),
    thisYear,
    lastYear,
    place: placesOfRows(thisYear.tables, lastYear.tables),
    places: places ?? new Map(),
    result,
  };
};

/** How many different children a return has rows of. */
export const childrenIn = ({ tables }: ReadReturn): number => {
  const children = new Set<string>();
  for (const rows of tables) {
    const ids = cellsOf(rows, 'CHILD');
    for (const text of ids.numbersHeld()) children.add(ids.texts[text] ?? '');
  }
  children.delete('');
  return children.size;
};

/** Rules that were not run, put together by why. */
export interface NotRun {
  readonly why: string;
  readonly rules: readonly { readonly code: string; readonly title: string }[];
}

export const notRun = ({ year, result }: CheckedReturn): readonly NotRun[] =>
  [...Map.groupBy(result.skipped, ({ why }) => why)]
    .map(([why, same]) => ({
      why,
      rules: same.map(({ rule }) => ({ code: rule, title: findRule(rule, year)?.title ?? '' })),
    }))
    .toSorted((a, b) => b.rules.length - a.rules.length);

/** Rules that were run and found nothing. */
export const foundNothing = ({ year, result }: CheckedReturn): NotRun['rules'] => {
  const found = new Set(result.findings.map(({ rule }) => rule));
  return result.ran
    .filter((code) => !found.has(code))
    .map((code) => ({ code, title: findRule(code, year)?.title ?? '' }));
};
