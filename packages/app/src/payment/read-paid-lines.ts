import { addDays, type BilledLine, parseDay, parseMoney } from '@rightplace/domain';
import { readWorkbook, UnreadableWorkbook } from '@rightplace/spreadsheet';
import { sheetOfCsv } from '@rightplace/ssda903';

/** The columns of a file of what was paid, however they are written: "First night", "first_night". */
const COLUMNS = {
  reference: 'Reference',
  agreement: 'Agreement',
  first: 'First night',
  last: 'Last night',
  amount: 'Amount',
} as const;

const MOST_LINES = 100_000;

export type PaidLinesRead =
  | { readonly kind: 'lines'; readonly lines: readonly BilledLine[] }
  | { readonly kind: 'unreadable'; readonly sentences: readonly string[] };

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');

type Column = keyof typeof COLUMNS;
type Cells = Readonly<Record<Column, string>>;

/** The first sheet or the only table, as text. */
const rowsOf = async (name: string, bytes: Uint8Array): Promise<readonly (readonly string[])[]> => {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isWorkbook
    ? ((await readWorkbook(bytes, { blankRows: 'kept' }))[0]?.rows ?? [])
    : sheetOfCsv(name, bytes).rows;
};

/** "31/10/2026" as people in England write it, besides the day as the export has it. */
const dayTyped = (text: string) => {
  const english = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return parseDay(
    english === null ? text : `${english[3]}-${english[2]?.padStart(2, '0')}-${english[1]?.padStart(2, '0')}`,
  );
};

const lineOf = (cells: Cells, at: number): BilledLine | string => {
  const { reference, agreement, first, last, amount } = cells;
  const [starts, end, money] = [dayTyped(first), dayTyped(last), parseMoney(amount)];
  if (reference === '') return `Line ${at}: the reference is missing.`;
  if (agreement === '') return `Line ${at}: the number of the agreement is missing.`;
  if (starts === undefined) return `Line ${at}: “${first}” is no day. Write it as 2026-11-09 or 09/11/2026.`;
  if (end === undefined) return `Line ${at}: “${last}” is no day. Write it as 2026-11-09 or 09/11/2026.`;
  if (end < starts) return `Line ${at}: the last night is before the first.`;
  if (money.kind === 'refused') return `Line ${at}: the amount “${amount}” is no amount in pounds.`;
  return { reference, agreement, starts, ends: addDays(end, 1), amount: money.pence };
};

/** Reads a CSV or a workbook of what was paid. Where any line cannot be read nothing is, and each is said. */
export const readPaidLines = async (name: string, bytes: Uint8Array): Promise<PaidLinesRead> => {
  let rows: readonly (readonly string[])[];
  try {
    rows = await rowsOf(name, bytes);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return { kind: 'unreadable', sentences: [error.message] };
    throw error;
  }
  const [header = [], ...body] = rows;
  const places = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, title]) => [
      column,
      header.findIndex((cell) => plain(cell) === plain(title)),
    ]),
  ) as Readonly<Record<Column, number>>;
  const absent = (Object.keys(COLUMNS) as readonly Column[]).filter((column) => places[column] < 0);
  if (absent.length > 0)
    return {
      kind: 'unreadable',
      sentences: [
        `The first line has no column ${absent.map((column) => `“${COLUMNS[column]}”`).join(', ')}. The columns are ${Object.values(COLUMNS).join(', ')}.`,
      ],
    };
  if (body.length > MOST_LINES)
    return {
      kind: 'unreadable',
      sentences: [`There are more than ${MOST_LINES.toLocaleString('en-GB')} lines.`],
    };
  const sentences: string[] = [];
  const lines: BilledLine[] = [];
  const seen = new Map<string, number>();
  for (const [at, row] of body.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const cells = Object.fromEntries(
      Object.entries(places).map(([column, place]) => [column, (row[place] ?? '').trim()]),
    ) as Cells;
    const line = lineOf(cells, at + 2);
    if (typeof line === 'string') sentences.push(line);
    else {
      const before = seen.get(line.reference);
      if (before !== undefined)
        sentences.push(`Line ${at + 2}: the reference “${line.reference}” is on line ${before} already.`);
      seen.set(line.reference, at + 2);
      lines.push(line);
    }
  }
  if (sentences.length > 0) return { kind: 'unreadable', sentences };
  return lines.length === 0
    ? { kind: 'unreadable', sentences: ['There is no line in it besides the first.'] }
    : { kind: 'lines', lines };
};
