import type { TableName } from './tables/table.ts';

/** Why a row, or a whole file, was not taken in. Short, stable names: reports and tests are written against them. */
export type SetAsideRule =
  // A whole file.
  | 'empty-file'
  | 'not-a-return-file'
  | 'not-text'
  | 'utf-16'
  | 'columns-not-recognised'
  | 'xml-broken'
  | 'xml-doctype'
  | 'xml-and-csv'
  | 'same-file-twice'
  // A row as it is written.
  | 'wrong-number-of-cells'
  | 'stray-quote'
  | 'unreadable-characters'
  // A row as what it says.
  | 'no-child'
  | 'unusable-child'
  | 'too-long-to-keep'
  | 'blank-required'
  | 'bad-date'
  | 'unknown-code'
  | 'ends-before-start'
  | 'duplicate'
  | 'second-row-for-key'
  | 'two-homes-at-once'
  | 'superseded-by-newer-return'
  | 'removed-here';

/** A row or a file that was not taken in: never silently. */
export interface SetAside {
  readonly file: string;
  /** The first line of the row; 1 for a whole file. */
  readonly line: number;
  /** Null for a whole file. */
  readonly table: TableName | null;
  readonly child: string | null;
  readonly rule: SetAsideRule;
  /** One plain sentence. */
  readonly reason: string;
  /** What to do about it. */
  readonly todo: string;
}

/** Counts with a noun: "1 row", "2 rows", "2 children". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${String(n).replace(/\B(?=(\d{3})+$)/g, ',')} ${n === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
