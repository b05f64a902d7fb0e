import { cellsOf, rowCount, type TableRows } from '../tables/table-rows.ts';
import { troubleWithChild } from './child-identifier.ts';

/** The row numbers of one table's file, child by child: child `i` has `order[starts[i]]` up to `order[starts[i + 1]]`. */
export interface RowsByChild {
  readonly order: Int32Array;
  readonly starts: Int32Array;
}

/** Numbers the children in the order in which they are first met. Rows whose CHILD no child can have belong to none. */
export const numberChildren = (files: readonly TableRows[]): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>();
  for (const rows of files) {
    const children = cellsOf(rows, 'CHILD');
    for (const text of children.numbersHeld()) {
      const child = children.texts[text] ?? '';
      if (!numbers.has(child) && troubleWithChild(child) === undefined) numbers.set(child, numbers.size);
    }
  }
  return numbers;
};

const NO_ONE = -1;

export const rowsByChild = (rows: TableRows, numbers: ReadonlyMap<string, number>): RowsByChild => {
  const children = cellsOf(rows, 'CHILD');
  const childOfText = new Int32Array(children.texts.length).fill(NO_ONE);
  for (const text of children.numbersHeld())
    childOfText[text] = numbers.get(children.texts[text] ?? '') ?? NO_ONE;
  const starts = new Int32Array(numbers.size + 1);
  const childOf = new Int32Array(rowCount(rows));
  for (let row = 0; row < childOf.length; row++) {
    const child = childOfText[children.numberAt(row)] ?? NO_ONE;
    childOf[row] = child;
    if (child !== NO_ONE) starts[child + 1] = (starts[child + 1] ?? 0) + 1;
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(starts[numbers.size] ?? 0);
  childOf.forEach((child, row) => {
    if (child === NO_ONE) return;
    const at = next[child] ?? 0;
    order[at] = row;
    next[child] = at + 1;
  });
  return { order, starts };
};
