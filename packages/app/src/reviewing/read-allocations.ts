import { type Day, parseDay } from '@rightplace/domain';
import { readWorkbook, UnreadableWorkbook } from '@rightplace/spreadsheet';
import { sheetOfCsv } from '@rightplace/ssda903';

/** The columns of a list of reviewing officers, each with the names it goes by, however they are written. */
export const ALLOCATION_COLUMNS = {
  child: { title: 'Child', names: ['child', 'childnumber', 'childid', 'number'] },
  officer: {
    title: 'Reviewing officer',
    names: ['reviewingofficer', 'reviewingofficeremail', 'email', 'emailaddress', 'iro'],
  },
  from: { title: 'From', names: ['from', 'fromday', 'starts', 'start', 'startdate'] },
} as const;

export const MOST_ALLOCATIONS = 1000;

/** A line as it is in the file. */
export interface AllocationLine {
  /** Which line of the file, the first being its heads. */
  readonly at: number;
  readonly child: string;
  /** Their e-mail address. */
  readonly officer: string;
  readonly from: string;
}

export type AllocationsRead =
  | { readonly kind: 'lines'; readonly lines: readonly AllocationLine[] }
  | { readonly kind: 'unreadable'; readonly sentence: string };

type Column = keyof typeof ALLOCATION_COLUMNS;
const COLUMNS = Object.keys(ALLOCATION_COLUMNS) as readonly Column[];

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');

const unreadable = (sentence: string): AllocationsRead => ({ kind: 'unreadable', sentence });

/** The first sheet or the only table, as text. */
const rowsOf = async (name: string, bytes: Uint8Array): Promise<readonly (readonly string[])[]> => {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isWorkbook
    ? ((await readWorkbook(bytes, { blankRows: 'kept' }))[0]?.rows ?? [])
    : sheetOfCsv(name, bytes).rows;
};

/** "9/11/2026" as people in England write it, besides 2026-11-09. */
export const dayWritten = (text: string): Day | undefined => {
  const english = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return parseDay(
    english === null ? text : `${english[3]}-${english[2]?.padStart(2, '0')}-${english[1]?.padStart(2, '0')}`,
  );
};

/** Reads a CSV or a workbook of whose reviewing officer somebody is. What its lines say is looked at one by one afterwards. */
export const readAllocations = async (name: string, bytes: Uint8Array): Promise<AllocationsRead> => {
  let rows: readonly (readonly string[])[];
  try {
    rows = await rowsOf(name, bytes);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return unreadable(error.message);
    throw error;
  }
  const [heads = [], ...body] = rows;
  const placeOf = (column: Column): number =>
    heads.findIndex((cell) => (ALLOCATION_COLUMNS[column].names as readonly string[]).includes(plain(cell)));
  const absent = COLUMNS.filter((column) => placeOf(column) < 0);
  if (absent.length > 0)
    return unreadable(
      `The first line has no column ${absent.map((column) => `“${ALLOCATION_COLUMNS[column].title}”`).join(', ')}. The columns are ${COLUMNS.map((column) => ALLOCATION_COLUMNS[column].title).join(', ')}.`,
    );
  const lines = body.flatMap((row, i): readonly AllocationLine[] => {
    const cell = (column: Column): string => (row[placeOf(column)] ?? '').trim();
    const line = { at: i + 2, child: cell('child'), officer: cell('officer'), from: cell('from') };
    return line.child === '' && line.officer === '' && line.from === '' ? [] : [line];
  });
  if (lines.length === 0) return unreadable('There is no line in it besides the first.');
  return lines.length > MOST_ALLOCATIONS
    ? unreadable(`There are more than ${MOST_ALLOCATIONS.toLocaleString('en-GB')} lines. Split the file.`)
    : { kind: 'lines', lines };
};
