import type { Table, TableName } from './table.ts';
import { columnNames, getTable } from './tables.ts';

/**
 * The cells of one column: for each row the number of its text, and the texts by number. A return has millions of
 * cells and some thousands of different texts, so a cell costs four bytes, and what holds of a text (is it a day? is it
 * a code?) is found out once.
 */
export class Cells {
  readonly texts: readonly string[];
  readonly #numbers: Int32Array;

  constructor(texts: readonly string[], numbers: Int32Array) {
    this.texts = texts;
    this.#numbers = numbers;
  }

  /** The text of a row's cell, '' when blank. */
  at(row: number): string {
    return this.texts[this.#numbers[row] ?? 0] ?? '';
  }

  numberAt(row: number): number {
    return this.#numbers[row] ?? 0;
  }

  /** The numbers of the texts that some cell of the column holds. */
  numbersHeld(): ReadonlySet<number> {
    return new Set(this.#numbers);
  }
}

/** Rows of one table from one file, column by column: `cells[i]` are those of `columns[i]`, trimmed and in capitals. */
export interface TableRows {
  readonly file: string;
  readonly table: TableName;
  /** The table's columns, in its own order. */
  readonly columns: readonly string[];
  readonly cells: readonly Cells[];
  /** Columns that are worked out from others, where the file gave them all the same. Only the rules look at them. */
  readonly derived: ReadonlyMap<string, Cells>;
  /** The line of the file on which each row begins, from 1. */
  readonly lines: Int32Array;
}

export const rowCount = (rows: TableRows): number => rows.lines.length;

/** The cells of one column; every column of the table has some, blank if the file had none. */
export const cellsOf = (rows: TableRows, column: string): Cells => {
  const cells = rows.cells[rows.columns.indexOf(column)];
  if (cells === undefined) throw new RangeError(`${rows.table} has no column ${column}`);
  return cells;
};

/** Gathers rows. Room for all columns is made at once and doubled when it is full, as there may be millions. */
export class TableRowsBuilder {
  readonly table: Table;
  /** The table's own, and after them those worked out that the file gives. */
  readonly columns: readonly string[];
  count = 0;
  readonly #file: string;
  readonly #texts: readonly string[];
  #lines = new Int32Array(FIRST_ROOM);
  readonly #numbers: Int32Array[];

  /** `texts` are those that the numbers to be set are of; text 0 is the blank. */
  constructor(table: Table, file: string, texts: readonly string[], derived: readonly string[] = []) {
    this.table = table;
    this.columns = [...columnNames(table), ...derived];
    this.#file = file;
    this.#texts = texts;
    this.#numbers = this.columns.map(() => new Int32Array(FIRST_ROOM));
  }

  /** Begins a row, blank so far. */
  addRow(line: number): void {
    if (this.count === this.#lines.length) {
      this.#lines = withMoreRoom(this.#lines);
      this.#numbers.forEach((numbers, i) => {
        this.#numbers[i] = withMoreRoom(numbers);
      });
    }
    this.#lines[this.count++] = line;
  }

  /** Sets a cell of the row begun last. */
  set(column: number, text: number): void {
    const numbers = this.#numbers[column];
    if (numbers !== undefined) numbers[this.count - 1] = text;
  }

  /** Takes back the row begun last. */
  dropRow(): void {
    this.count--;
    for (const numbers of this.#numbers) numbers[this.count] = 0;
  }

  rows(): TableRows {
    const { columns, count } = this;
    const cells = this.#numbers.map((numbers) => new Cells(this.#texts, numbers.subarray(0, count)));
    const own = this.table.columns.length;
    return {
      file: this.#file,
      table: this.table.name,
      columns: columns.slice(0, own),
      cells: cells.slice(0, own),
      derived: new Map(columns.slice(own).map((column, i) => [column, cells[own + i] ?? NO_CELLS])),
      lines: this.#lines.subarray(0, count),
    };
  }
}

const NO_CELLS = new Cells([''], new Int32Array());

const FIRST_ROOM = 64;

const withMoreRoom = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
};

/** Numbers texts as they come, the blank 0. */
export class TextNumbers {
  readonly texts: string[] = [''];
  readonly #numbers = new Map<string, number>([['', 0]]);

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}

/** Rows given as objects, as other programs hold them. What is absent or null is blank; lines count from 2. */
export const tableRowsFrom = (
  name: TableName,
  file: string,
  objects: readonly Readonly<Record<string, string | null | undefined>>[],
): TableRows => {
  const numbers = new TextNumbers();
  const builder = new TableRowsBuilder(getTable(name), file, numbers.texts);
  objects.forEach((object, row) => {
    builder.addRow(row + 2);
    builder.columns.forEach((column, i) => {
      builder.set(i, numbers.numberOf((object[column] ?? '').trim().toUpperCase()));
    });
  });
  return builder.rows();
};

/** Whether two files of one table hold the same rows, in any order. */
export const sameRows = (a: TableRows, b: TableRows): boolean => {
  if (a.table !== b.table || rowCount(a) !== rowCount(b)) return false;
  const counts = new Map<string, number>();
  for (const text of rowTexts(a)) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const text of rowTexts(b)) {
    const left = counts.get(text) ?? 0;
    if (left === 0) return false;
    counts.set(text, left - 1);
  }
  return true;
};

const rowTexts = function* (rows: TableRows): Generator<string> {
  for (let row = 0; row < rowCount(rows); row++)
    yield rows.cells.map((cells) => cells.at(row)).join('\u0000');
};
