import { type CollectionYear, collectionYearLabel, type Day } from '@rightplace/domain';
import {
  collectionDaysSoFar,
  dayLookedUpTo,
  FIRST_YEAR,
  type FindPlace,
  formatOf,
  type GridPlace,
  gridOf,
  inferCollectionYear,
  LAST_YEAR,
  type Progress,
  type ProviderLine,
  placesOfRows,
  postcodesWanted,
  type ReadReturn,
  readReturn,
  type SetAside,
  type TableRows,
  type ValidateResult,
  validatingReturn,
  yearNotices,
} from '@rightplace/ssda903';
import { fileSetAside } from '../import/file-set-aside.ts';
import { type Given, type GivenReturn, notReadNotes } from '../import/given-files.ts';

export interface ValidateFilesRequest {
  readonly given: Given;
  /** Last year's; when absent, the year before among those given. */
  readonly previous?: Given | undefined;
  readonly collectionYear?: CollectionYear | undefined;
  /** The reporting authority, nine characters. */
  readonly authority?: string | undefined;
  /** The day that a year not over has come to; without it, a year is looked at to its end. */
  readonly upTo?: Day | undefined;
  readonly providers?: readonly ProviderLine[] | undefined;
  /** A postcode directory, read once through. */
  readonly postcodes?: Iterable<GridPlace> | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly peerCompatible?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

/** What the rules found in a return's files. */
export interface ValidatedFiles {
  readonly kind: 'validated';
  readonly collectionYear: CollectionYear;
  /** The day up to which a year that is not over was looked at. */
  readonly upTo: Day | undefined;
  readonly result: ValidateResult;
  readonly tables: readonly TableRows[];
  readonly place: FindPlace;
  /** Files and rows that could not be read, and so were not checked. */
  readonly unread: readonly SetAside[];
  readonly notes: readonly string[];
}

export interface NotValidated {
  readonly kind: 'unusable';
  /** What is wrong and what to do. */
  readonly sentence: string;
}

const NOTHING: ReadReturn = { tables: [], setAside: [], notes: [] };

/** The newest of those given, or that of the year asked for. */
const chosen = (
  returns: readonly GivenReturn[],
  year: CollectionYear | undefined,
): GivenReturn | undefined => {
  const ofYear = returns.find(({ collectionYear }) => collectionYear === year);
  if (year !== undefined && ofYear !== undefined) return ofYear;
  const labelled = returns.filter(({ collectionYear }) => collectionYear !== undefined);
  if (labelled.length === 0) return returns[0];
  if (year !== undefined) return returns.find(({ collectionYear }) => collectionYear === undefined);
  return labelled.toSorted((a, b) => (b.collectionYear ?? 0) - (a.collectionYear ?? 0))[0];
};

const lastYears = (request: ValidateFilesRequest, year: CollectionYear): GivenReturn | undefined => {
  const { previous, given } = request;
  if (previous === undefined) return given.returns.find(({ collectionYear }) => collectionYear === year - 1);
  return previous.returns.find(({ collectionYear }) => collectionYear === year - 1) ?? previous.returns[0];
};

/** What was given and is no file of a return that could be opened: set aside if it may have held one, else only named. */
const notOpened = (given: Given | undefined): Pick<ReadReturn, 'setAside' | 'notes'> => {
  const all = given?.notRead ?? [];
  return {
    setAside: all.filter(({ kind }) => kind === 'unreadable').map(fileSetAside),
    notes: notReadNotes(all.filter(({ kind }) => kind === 'beside')),
  };
};

/** Told apart from this year's, whose files have the same names. */
const asLastYears = ({ setAside, notes }: Pick<ReadReturn, 'setAside' | 'notes'>): typeof NOTHING => ({
  tables: [],
  setAside: setAside.map((one) => ({ ...one, file: `last year’s ${one.file}` })),
  notes: notes.map((note) => `Last year’s files: ${note}`),
});

const unusable = (sentence: string): NotValidated => ({ kind: 'unusable', sentence });

const AND = new Intl.ListFormat('en-GB');

/** Folders say their years, and are not taken for another's. */
const noneOfYear = (returns: readonly GivenReturn[], year: CollectionYear): string => {
  const labels = returns.flatMap(({ collectionYear }) =>
    collectionYear === undefined ? [] : [collectionYearLabel(collectionYear)],
  );
  return `There is no return for ${collectionYearLabel(year)} among what was given: by the names of their folders the files are of ${AND.format(labels.toSorted())}. Leave out --collection-year, or name the files by themselves.`;
};

const years = `${collectionYearLabel(FIRST_YEAR)} to ${collectionYearLabel(LAST_YEAR)}`;

/** Runs the rules of the return on its files, straight from them: nothing is stored and nothing is looked up. */
export const validateFiles = (request: ValidateFilesRequest): ValidatedFiles | NotValidated => {
  const { given, previous } = request;
  const current = chosen(given.returns, request.collectionYear);
  const read = current === undefined ? NOTHING : readReturn(current.files);
  const closed = notOpened(given);
  const unread = [...closed.setAside, ...read.setAside];
  if (current === undefined || read.tables.length === 0)
    return unusable(
      [
        current === undefined && given.returns.length > 0 && request.collectionYear !== undefined
          ? noneOfYear(given.returns, request.collectionYear)
          : 'No file given could be read as one of the return’s.',
        ...unread.map(({ file, reason, todo }) => `${file}: ${reason} ${todo}`),
        ...closed.notes,
      ].join('\n'),
    );
  const year = request.collectionYear ?? current.collectionYear ?? inferCollectionYear(read.tables);
  if (year === undefined)
    return unusable(
      'The return has no dates to tell its collection year from. Say it: --collection-year 2026-27.',
    );
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return unusable(
      `This is a return for ${collectionYearLabel(year)}, and rules are held for ${years}. If that is not its year, say which is: --collection-year 2026-27.`,
    );
  const last = lastYears(request, year);
  const readLast = last === undefined ? undefined : readReturn(last.files);
  const ofLast = asLastYears(readLast ?? NOTHING);
  const closedLast = asLastYears(notOpened(previous));
  const nothingOfLast =
    previous !== undefined && (readLast?.tables ?? []).length === 0
      ? ['None of the files given as last year’s could be read, so no rule compares the two years.']
      : [];
  const period = request.upTo && collectionDaysSoFar(year, request.upTo);
  const running = validatingReturn({
    collectionYear: year,
    format: formatOf(read.tables),
    tables: read.tables,
    ...(readLast === undefined ? {} : { previous: readLast.tables }),
    ...(request.authority === undefined ? {} : { authority: request.authority }),
    ...(period === undefined ? {} : { period }),
    ...(request.providers === undefined ? {} : { providers: request.providers }),
    ...(request.postcodes === undefined
      ? {}
      : {
          postcodes: gridOf(
            request.postcodes,
            postcodesWanted([...read.tables, ...(readLast?.tables ?? [])], request.providers),
          ),
        }),
    ...(request.rules === undefined ? {} : { rules: request.rules }),
    peerCompatible: request.peerCompatible === true,
  });
  for (;;) {
    const step = running.next();
    if (step.done === true)
      return {
        kind: 'validated',
        collectionYear: year,
        upTo: period && dayLookedUpTo(year, period.END),
        result: step.value,
        tables: read.tables,
        place: placesOfRows(read.tables, readLast?.tables),
        unread: [...unread, ...closedLast.setAside, ...ofLast.setAside],
        notes: [
          ...yearNotices({ year, thisYear: read.tables, lastYear: readLast?.tables ?? [] }).map(
            ({ text }) => text,
          ),
          ...nothingOfLast,
          ...closed.notes,
          ...read.notes,
          ...closedLast.notes,
          ...ofLast.notes,
        ],
      };
    request.onProgress?.(step.value);
  }
};
