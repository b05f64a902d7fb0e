import type { Table, TableName } from './table.ts';
import { columnNames, getTable } from './tables.ts';

/**
 * The cells of one column: for each row the number of its text, and the texts by number. A return has millions of
 * cells and some thousands of different texts, so a cell costs four bytes, and what holds of a text (is it a day? is it
 * a code?) is found out once.
 */
export class Cells {
  readonly texts: readonly string[];
  #numbers = new Int32Array(16);
  length = 0;

  constructor(texts: readonly string[]) {
    this.texts = texts;
  }

  /** The text of a row's cell, '' when blank. */
  at(row: number): string {
    return this.texts[this.#numbers[row] ?? 0] ?? '';
  }

  numberAt(row: number): number {
    return this.#numbers[row] ?? 0;
  }

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = number;
  }

  pop(): void {
    this.length--;
  }

  /** The numbers of the texts that some cell of the column holds. */
  numbersHeld(): ReadonlySet<number> {
    return new Set(this.#numbers.subarray(0, this.length));
  }
}

/** Rows of one table from one file, column by column: `cells[i]` are those of `columns[i]`, trimmed and in capitals. */
export interface TableRows {
  readonly file: string;
  readonly table: TableName;
  /** The table's columns, in its own order. */
  readonly columns: readonly string[];
  readonly cells: readonly Cells[];
  /** The line of the file on which each row begins, from 1. */
  readonly lines: readonly number[];
}

export const rowCount = (rows: TableRows): number => rows.lines.length;

/** The cells of one column; every column of the table has some, blank if the file had none. */
export const cellsOf = (rows: TableRows, column: string): Cells => {
  const cells = rows.cells[rows.columns.indexOf(column)];
  if (cells === undefined) throw new RangeError(`${rows.table} has no column ${column}`);
  return cells;
};

export interface TableRowsBuilder extends TableRows {
  readonly lines: number[];
}

/** `texts` are those that the numbers to be pushed are of; text 0 is the blank. */
export const buildTableRows = (table: Table, file: string, texts: readonly string[]): TableRowsBuilder => {
  const columns = columnNames(table);
  return { file, table: table.name, columns, cells: columns.map(() => new Cells(texts)), lines: [] };
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
  const builder = buildTableRows(getTable(name), file, numbers.texts);
  objects.forEach((object, row) => {
    builder.columns.forEach((column, i) => {
      builder.cells[i]?.push(numbers.numberOf((object[column] ?? '').trim().toUpperCase()));
    });
    builder.lines.push(row + 2);
  });
  return builder;
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
