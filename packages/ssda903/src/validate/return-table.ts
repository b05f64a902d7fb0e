import { type DayNumber, dayFromNumber, dayNumber, findDay } from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import { Cells, type TableRows, TextNumbers } from '../tables/table-rows.ts';

/** A table of this year's return, or of last year's (`Episodes_last`). */
export type SourceName = TableName | `${TableName}_last`;

/** A table as other programs hold it: a row is its cells by column. What is absent or null is blank. */
export type TableObjects = readonly Readonly<Record<string, string | number | null | undefined>>[];

const WRITTEN_DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * The day that a text writes, DD/MM/YYYY (a leading nought may be missing); NaN for anything else. Not a number rather
 * than undefined, as every comparison with it is false: a missing date then passes the rules that compare with it,
 * which is what they mean by it.
 */
export const dayWritten = (text: string): DayNumber => {
  const match = WRITTEN_DAY.exec(text);
  if (match === null) return Number.NaN;
  const found = findDay(Number(match[3]), Number(match[2]), Number(match[1]));
  return found === undefined ? Number.NaN : dayNumber(found);
};

export const dayOfNumber = (n: DayNumber): string => (Number.isNaN(n) ? 'no date' : dayFromNumber(n));

const NOT_READ = 0;
const NO_DAY = 1;
/** Added to the numbers of days, so that the two above are none of them. */
const KEPT_FROM = 1_000_000;

/** Days by the number of their text, each text read once however many cells, of however many tables, hold it. */
class WrittenDays {
  readonly #texts: readonly string[];
  readonly #kept: Int32Array;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    this.#kept = new Int32Array(texts.length);
  }

  of(text: number): DayNumber {
    const kept = this.#kept[text] ?? NOT_READ;
    if (kept > NO_DAY) return kept - KEPT_FROM;
    if (kept === NO_DAY) return Number.NaN;
    const read = dayWritten(this.#texts[text] ?? '');
    this.#kept[text] = Number.isNaN(read) ? NO_DAY : read + KEPT_FROM;
    return read;
  }
}

/** Tables that were read together share their texts. */
const daysOfTexts = new WeakMap<readonly string[], WrittenDays>();

const writtenDays = (texts: readonly string[]): WrittenDays => {
  const known = daysOfTexts.get(texts);
  if (known !== undefined) return known;
  const made = new WrittenDays(texts);
  daysOfTexts.set(texts, made);
  return made;
};

const blank = (): string => '';
const noDay = (): DayNumber => Number.NaN;

/** One table of a return, wherever its rows came from, asked column by column. */
export class ReturnTable {
  readonly name: SourceName;
  readonly count: number;
  readonly #cells: ReadonlyMap<string, Cells>;

  constructor(name: SourceName, count: number, cells: ReadonlyMap<string, Cells>) {
    this.name = name;
    this.count = count;
    this.#cells = cells;
  }

  has(column: string): boolean {
    return this.#cells.has(column);
  }

  /** Whether some row has something in that column. */
  holds(column: string): boolean {
    const cells = this.#cells.get(column);
    return cells !== undefined && [...cells.numbersHeld()].some((text) => cells.texts[text] !== '');
  }

  /** With these columns besides its own, blank. */
  withBlank(columns: readonly string[]): ReturnTable {
    const none = new Cells([''], new Int32Array(this.count));
    const cells = new Map([...columns.map((column): [string, Cells] => [column, none]), ...this.#cells]);
    return new ReturnTable(this.name, this.count, cells);
  }

  cells(column: string): Cells | undefined {
    return this.#cells.get(column);
  }

  text(column: string): (row: number) => string {
    const cells = this.#cells.get(column);
    return cells === undefined ? blank : (row) => cells.at(row);
  }

  day(column: string): (row: number) => DayNumber {
    const cells = this.#cells.get(column);
    if (cells === undefined) return noDay;
    const days = writtenDays(cells.texts);
    return (row) => days.of(cells.numberAt(row));
  }
}

export const tableFromRows = (name: SourceName, files: readonly TableRows[]): ReturnTable => {
  const [only, ...others] = files;
  if (only !== undefined && others.length === 0)
    return new ReturnTable(name, only.lines.length, cellsByColumn(only));
  return joined(name, files);
};

/** Its own columns, and those worked out from others that the file gave. */
const cellsByColumn = ({ columns, cells, derived }: TableRows): ReadonlyMap<string, Cells> =>
  new Map([...columns.map((column, i): [string, Cells] => [column, cells[i] ?? NO_CELLS]), ...derived]);

const NO_CELLS = new Cells([''], new Int32Array());

/** Files of one kind, one after the other. */
const joined = (name: SourceName, files: readonly TableRows[]): ReturnTable => {
  const count = files.reduce((sum, { lines }) => sum + lines.length, 0);
  const texts = new TextNumbers();
  const byFile = files.map((file) => ({ count: file.lines.length, cells: cellsByColumn(file) }));
  const columns = new Set(byFile.flatMap(({ cells }) => [...cells.keys()]));
  const cells = Array.from(columns, (column): [string, Cells] => {
    const numbers = new Int32Array(count);
    let row = 0;
    for (const file of byFile) {
      const from = file.cells.get(column);
      for (let at = 0; at < file.count; at++) numbers[row++] = texts.numberOf(from?.at(at) ?? '');
    }
    return [column, new Cells(texts.texts, numbers)];
  });
  return new ReturnTable(name, count, new Map(cells));
};

/** Trimmed and put in capitals: neither is ever a finding by itself. What is no cell at all is text that means nothing. */
const asRead = (cell: unknown): string => {
  if (typeof cell === 'string') return cell.trim().toUpperCase();
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).toUpperCase() : '?';
};

export const tableFromObjects = (name: SourceName, objects: TableObjects): ReturnTable => {
  const columns = new Set(objects.flatMap((row) => Object.keys(row)));
  const texts = new TextNumbers();
  const cells = new Map(
    [...columns].map((column): [string, Cells] => {
      const numbers = Int32Array.from(objects, (row) => texts.numberOf(asRead(row[column])));
      return [column.trim().toUpperCase(), new Cells(texts.texts, numbers)];
    }),
  );
  return new ReturnTable(name, objects.length, cells);
};
