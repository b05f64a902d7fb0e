import {
  addDays,
  type BilledLine,
  daysIn,
  type MoneyRefusal,
  type Pence,
  parseDay,
  parseMoney,
  pence,
} from '@rightplace/domain';
import { readWorkbook, UnreadableWorkbook } from '@rightplace/spreadsheet';
import { csvRows, type Separator, withoutNeutralising } from '@rightplace/ssda903';

/** The columns of a file of what was paid, however they are written: "First night", "first_night". */
const COLUMNS = {
  reference: 'Reference',
  agreement: 'Agreement',
  first: 'First night',
  last: 'Last night',
  amount: 'Amount',
} as const;
/** As the file for the finance system has it; where a file has none, a line is of everything that is payable for its nights. */
const LINE = 'Line';

const MOST_LINES = 100_000;
/** A payment for longer is a day that was mistyped. */
const MOST_NIGHTS = 366;

export type PaidLinesRead =
  | { readonly kind: 'lines'; readonly lines: readonly BilledLine[] }
  | { readonly kind: 'unreadable'; readonly sentences: readonly string[] };

type Column = keyof typeof COLUMNS | 'of';
type Cells = Readonly<Record<Column, string>>;
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}
type Unread = string;

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');
const isBlank = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '');

/** Spreadsheets write "Unicode text" as UTF-16, with its mark before it. */
const asUtf8 = (bytes: Uint8Array): Uint8Array => {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined;
  return encoding === undefined ? bytes : Buffer.from(new TextDecoder(encoding).decode(bytes));
};

/** Whatever divides the first line into the most cells. */
const separatorIn = (bytes: Uint8Array): Separator => {
  const [first = ''] = Buffer.from(bytes.subarray(0, 4096))
    .toString('latin1')
    .trimStart()
    .split(/[\r\n]/);
  const separators: readonly Separator[] = [',', ';', '\t'];
  const cells = (separator: Separator): number => first.split(separator).length;
  return separators.reduce((best, one) => (cells(one) > cells(best) ? one : best));
};

/** The first sheet or the only table, as text; or why it cannot be read. */
const rowsOf = async (bytes: Uint8Array): Promise<readonly Row[] | Unread> => {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isWorkbook) {
    const rows = (await readWorkbook(bytes, { blankRows: 'kept' }))[0]?.rows ?? [];
    return rows.map((cells, at) => ({ line: at + 1, cells }));
  }
  const text = asUtf8(bytes);
  const { rows, openQuote } = csvRows(text, separatorIn(text));
  return openQuote === undefined
    ? rows
    : `Line ${openQuote}: a quotation mark is opened and never closed. Nothing after it can be read.`;
};

/** "31/10/2026" as people in England write it, besides the day as the export has it. */
const dayTyped = (text: string) => {
  const english = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return parseDay(
    english === null ? text : `${english[3]}-${english[2]?.padStart(2, '0')}-${english[1]?.padStart(2, '0')}`,
  );
};

const CREDIT = /^(?:\(([^-−]+)\)|([^-−]+)[-−]|£\s*[-−]([^-−]+))$/;
/** A credit in brackets, with its sign after it or after the pound sign, as finance systems write it, besides what people type. */
const amountTyped = (text: string): Pence | MoneyRefusal => {
  const credit = CREDIT.exec(text);
  const digits = credit?.[1] ?? credit?.[2] ?? credit?.[3];
  const read = parseMoney(digits ?? text);
  if (read.kind === 'refused') return read;
  return digits === undefined ? read.pence : pence(-Number(read.pence));
};

const wrongDay = (at: string, title: string, typed: string): Unread =>
  typed === ''
    ? `${at}: “${title}” is empty. Write a day as 2026-11-09 or 09/11/2026.`
    : `${at}: “${typed}” is no day. Write it as 2026-11-09 or 09/11/2026.`;

const MORE_ABOUT: Partial<Record<MoneyRefusal['name'], string>> = {
  'money-not-an-amount': 'Write it as 1234.50, and a credit as -1234.50.',
  'money-badly-separated': 'Commas go before every three digits.',
  'money-below-a-penny': 'It has parts of a penny.',
  'money-too-large': 'It is more than can be held.',
};

const lineOf = (cells: Cells, line: number): BilledLine | Unread => {
  const { reference, agreement, first, last, amount, of } = cells;
  const at = `Line ${line}`;
  if (
    (reference === '' || agreement === '') &&
    Object.values(cells).some((cell) => /\btotals?\b/i.test(cell))
  )
    return `${at}: this is a total. Take totals out of the file.`;
  if (reference === '') return `${at}: the reference is missing.`;
  if (agreement === '') return `${at}: the number of the agreement is missing.`;
  if (!/^\d+$/.test(agreement))
    return `${at}: “${agreement}” is no number of an agreement. Write it in figures, such as 7, as the agreement’s page and the file of payments to download have it.`;
  const [starts, end, money] = [dayTyped(first), dayTyped(last), amountTyped(amount)];
  if (starts === undefined) return wrongDay(at, COLUMNS.first, first);
  if (end === undefined) return wrongDay(at, COLUMNS.last, last);
  if (end < starts) return `${at}: the last night is before the first.`;
  const nights = { starts, ends: addDays(end, 1) };
  if (daysIn(nights) > MOST_NIGHTS)
    return `${at}: ${first} to ${last} is more than a year. Look at the days, or write a line for each year.`;
  if (typeof money !== 'number')
    return amount === ''
      ? `${at}: the amount is missing.`
      : `${at}: the amount “${amount}” cannot be read. ${MORE_ABOUT[money.name] ?? ''}`.trim();
  return { reference, agreement, of: of === '' ? null : of, ...nights, amount: money };
};

/** What makes a line the same line: a reference may be of many children and weeks, and of each once. */
export const sameLineKey = ({ reference, agreement, of, starts, ends }: BilledLine): string =>
  JSON.stringify([reference, agreement, of, starts, ends]);

/** Reads a CSV or a workbook of what was paid. Where any line cannot be read nothing is, and each is said. */
export const readPaidLines = async (bytes: Uint8Array): Promise<PaidLinesRead> => {
  const unreadable = (...sentences: readonly string[]): PaidLinesRead => ({ kind: 'unreadable', sentences });
  let read: readonly Row[] | Unread;
  try {
    read = await rowsOf(bytes);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return unreadable(error.message);
    throw error;
  }
  if (typeof read === 'string') return unreadable(read);
  const [header, ...body] = read.filter((row) => !isBlank(row));
  if (header === undefined) return unreadable('The file is empty.');
  const placeOf = (title: string): number => header.cells.findIndex((cell) => plain(cell) === plain(title));
  const absent = Object.values(COLUMNS).filter((title) => placeOf(title) < 0);
  if (absent.length > 0)
    return unreadable(
      `The first line has no column ${absent.map((title) => `“${title}”`).join(', ')}. The columns are ${Object.values(COLUMNS).join(', ')}, and ${LINE} where a payment is of one line of the price.`,
    );
  if (body.length === 0) return unreadable('There is no line in it besides the first.');
  if (body.length > MOST_LINES)
    return unreadable(`There are more than ${MOST_LINES.toLocaleString('en-GB')} lines.`);
  return linesIn(body, (row) => {
    const cellOf = (title: string): string => withoutNeutralising((row.cells[placeOf(title)] ?? '').trim());
    return {
      reference: cellOf(COLUMNS.reference),
      agreement: cellOf(COLUMNS.agreement),
      first: cellOf(COLUMNS.first),
      last: cellOf(COLUMNS.last),
      amount: cellOf(COLUMNS.amount),
      of: cellOf(LINE),
    };
  });
};

const linesIn = (rows: readonly Row[], cellsOf: (row: Row) => Cells): PaidLinesRead => {
  const sentences: Unread[] = [];
  const lines: BilledLine[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const line = lineOf(cellsOf(row), row.line);
    if (typeof line === 'string') {
      sentences.push(line);
      continue;
    }
    const before = seen.get(sameLineKey(line));
    if (before === undefined) seen.set(sameLineKey(line), row.line);
    else
      sentences.push(
        `Line ${row.line}: the reference “${line.reference}” for these nights of agreement ${line.agreement} is on line ${before} already.`,
      );
    lines.push(line);
  }
  return sentences.length > 0 ? { kind: 'unreadable', sentences } : { kind: 'lines', lines };
};
