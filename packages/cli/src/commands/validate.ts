import { findingsAsCsv, findingsAsWorkbook, type ValidatedFiles, validateFiles } from '@rightplace/app/files';
import {
  type CollectionYear,
  collectionYearEnd,
  collectionYearLabel,
  londonDayOf,
  momentFromMilliseconds,
} from '@rightplace/domain';
import { type Command, flag, type Invocation, type Terminal, textOption, UsageError } from '../command.ts';
import { givenTogether, writeTo } from '../files.ts';
import { reportRejected } from '../import-report.ts';
import { authorityCodeOption, collectionYearOption, dayOption } from '../options.ts';
import { postcodesIn } from '../postcode-file.ts';
import { providersIn } from '../provider-files.ts';
import { findingsAsText } from './findings-as-text.ts';
import { validateBatch } from './validate-batch.ts';

const FORMATS = ['text', 'json', 'csv', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

const formatAsked = (invocation: Invocation): Format => {
  const asked = textOption(invocation, 'format') ?? 'text';
  const format = FORMATS.find((each) => each === asked);
  if (format === undefined)
    throw new UsageError(`--format is text, json, csv or xlsx; this is none of them: ${asked}`);
  return format;
};

/** Codes after one another, with commas or spaces. */
const rulesAsked = (invocation: Invocation): readonly string[] | undefined =>
  textOption(invocation, 'rules')
    ?.split(/[\s,]+/)
    .filter((code) => code !== '');

const isWorkbook = (path: string): boolean => /\.xlsx$/i.test(path);

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** Says how far it is, of a return that takes a while. */
const progressNotes = (terminal: Terminal) => {
  let told = 0;
  return ({ done, of }: { readonly done: number; readonly of: number }): void => {
    const tenth = Math.floor((done * 10) / of);
    if (of < 20_000 || tenth === told) return;
    told = tenth;
    terminal.note(`${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} children…`);
  };
};

/** Held against a 31 March to come, a birthday to come is found to be past. The same files give the same findings on any day. */
const sayIfRunning = (terminal: Terminal, year: CollectionYear): void => {
  const today = londonDayOf(terminal.now?.() ?? momentFromMilliseconds(Date.now()));
  if (today >= collectionYearEnd(year)) return;
  terminal.note(
    `${collectionYearLabel(year)} is not over, and was looked at as if it were. To look at it as far as it has come: --up-to ${today}`,
  );
};

const asAsked = async (format: Format, validated: ValidatedFiles): Promise<string | Uint8Array> => {
  if (format === 'json') return JSON.stringify(validated.result);
  if (format === 'csv') return findingsAsCsv(validated);
  if (format === 'xlsx') return findingsAsWorkbook(validated);
  return findingsAsText(validated);
};

export const validate: Command = {
  usage:
    'validate DIR|FILES [--previous DIR] [--collection-year 2026-27] [--providers FILE…] [--postcodes FILE] [--authority CODE] ' +
    '[--up-to DAY] [--rules CODES] [--format text|json|csv|xlsx] [--out FILE] [--peer-compatible], or validate --batch',
  about:
    'Runs the rules of the return on its files, with no database. A folder of several years is checked for the newest, against the year before. ' +
    'Rules that need what was not given (last year, Ofsted’s lists, postcodes) are skipped and said so. ' +
    'A year is looked at to its end, or while it runs up to the day given by --up-to. ' +
    '--batch reads inputs as JSON from standard input, one a line, and writes one result a line. ' +
    'Ends with 0 when nothing was found, 1 when something was, 2 when there was nothing to check.',
  examples: [
    'validate returns/2027 --previous returns/2026',
    'validate returns --providers childrens-homes.xlsx social-care-providers.xlsx --postcodes ONSPD_MAY_2026_UK.csv --authority E10000016 --format xlsx --out findings.xlsx',
  ],
  options: {
    previous: { type: 'string' },
    'collection-year': { type: 'string' },
    providers: { type: 'string', multiple: true },
    postcodes: { type: 'string' },
    authority: { type: 'string' },
    'up-to': { type: 'string' },
    rules: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    'peer-compatible': { type: 'boolean' },
    batch: { type: 'boolean' },
  },
  run: async (invocation, terminal) => {
    if (flag(invocation, 'batch')) return validateBatch(terminal);
    // Workbooks are lists of providers, wherever on the line they stand.
    const paths = invocation.positionals.filter((path) => !isWorkbook(path));
    const lists = [...texts(invocation.options['providers']), ...invocation.positionals.filter(isWorkbook)];
    if (paths.length === 0)
      throw new UsageError('validate takes the return’s folder or files: rightplace validate DIR');
    const format = formatAsked(invocation);
    const out = textOption(invocation, 'out');
    if (format === 'xlsx' && out === undefined)
      throw new UsageError('A workbook needs a file to go to: --out findings.xlsx');
    const previous = textOption(invocation, 'previous');
    const postcodes = textOption(invocation, 'postcodes');
    const upTo = dayOption(invocation, 'up-to');
    const given = await givenTogether(terminal, paths);
    const validated = validateFiles({
      given,
      previous: previous === undefined ? undefined : await givenTogether(terminal, [previous]),
      collectionYear: collectionYearOption(invocation),
      authority: authorityCodeOption(invocation),
      upTo,
      providers: lists.length === 0 ? undefined : await providersIn(terminal, lists),
      postcodes: postcodes === undefined ? undefined : postcodesIn(terminal, postcodes),
      rules: rulesAsked(invocation),
      peerCompatible: flag(invocation, 'peer-compatible'),
      onProgress: progressNotes(terminal),
    });
    if (validated.kind === 'unusable') throw new UsageError(validated.sentence);
    reportRejected(terminal, validated.unread, validated.notes, 'put these right, and check again');
    if (upTo === undefined) sayIfRunning(terminal, validated.collectionYear);
    for (const { rule, child, why } of validated.result.failed)
      terminal.note(`Rule ${rule} broke on child ${child}, a fault of Rightplace: ${why}`);
    const answer = await asAsked(format, validated);
    if (out !== undefined) {
      // A spreadsheet takes a file without the mark for another alphabet, and spoils every apostrophe.
      writeTo(terminal, out, format === 'csv' ? `\uFEFF${String(answer)}` : answer);
      terminal.note(`Written to ${out}.`);
    } else terminal.print(String(answer).replace(/\r?\n$/, ''));
    // A misspelt rule must not pass for a return in which nothing is wrong.
    if (validated.result.ran.length === 0) return 2;
    return validated.result.findings.length > 0 || validated.unread.length > 0 ? 1 : 0;
  },
};
