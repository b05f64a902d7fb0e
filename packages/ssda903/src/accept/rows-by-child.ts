import { cellsOf, rowCount, type TableRows } from '../tables/table-rows.ts';

/** The row numbers of one table's file, child by child: child `i` has `order[starts[i]]` up to `order[starts[i + 1]]`. */
export interface RowsByChild {
  readonly order: Int32Array;
  readonly starts: Int32Array;
}

/** Numbers the children in the order in which they are first met. Rows with no CHILD belong to none. */
export const numberChildren = (files: readonly TableRows[]): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>();
  for (const rows of files) {
    for (const child of cellsOf(rows, 'CHILD')) {
      if (child !== '' && !numbers.has(child)) numbers.set(child, numbers.size);
    }
  }
  return numbers;
};

export const rowsByChild = (rows: TableRows, numbers: ReadonlyMap<string, number>): RowsByChild => {
  const children = cellsOf(rows, 'CHILD');
  const childOf = new Int32Array(rowCount(rows));
  const starts = new Int32Array(numbers.size + 1);
  children.forEach((child, row) => {
    const number = numbers.get(child) ?? -1;
    childOf[row] = number;
    if (number >= 0) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  });
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(starts[numbers.size] ?? 0);
  childOf.forEach((number, row) => {
    if (number < 0) return;
    const at = next[number] ?? 0;
    order[at] = row;
    next[number] = at + 1;
  });
  return { order, starts };
};
