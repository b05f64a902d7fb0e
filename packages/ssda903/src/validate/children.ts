import type { ReturnTable, SourceName } from './return-table.ts';

/** Which rows of each table are whose. Child `i` of `ids` has, of a table, `order[starts[i]]` up to `order[starts[i + 1]]`. */
export interface Children {
  /** CHILD of each, in the order in which they are first met. '' for a row that gives none: it is nobody else's. */
  readonly ids: readonly string[];
  /** How the rows of a table that are a child's are found: each made from its place in the table. */
  readonly rowsIn: <R>(table: ReturnTable, make: (at: number) => R) => (child: number) => readonly R[];
  /** For each child the bits of the tables in which they have rows. */
  readonly tablesOf: (bitOf: (table: SourceName) => number) => Int32Array;
}

interface Grouped {
  readonly order: Int32Array;
  readonly starts: Int32Array;
}

export const groupByChild = (tables: readonly ReturnTable[]): Children => {
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const numbered = tables.map((table) => {
    const cells = table.cells('CHILD');
    const childOf = new Int32Array(table.count);
    /** By the number of the text, so that each is looked up once. -1 until then. */
    const ofText = new Int32Array(cells?.texts.length ?? 0).fill(-1);
    for (let row = 0; row < table.count; row++) {
      const text = cells?.numberAt(row) ?? 0;
      const id = cells?.texts[text] ?? '';
      const known = id === '' ? -1 : (ofText[text] ?? -1);
      const child = known >= 0 ? known : id === '' ? ids.push('') - 1 : numberOf(id, ids, numbers);
      if (id !== '') ofText[text] = child;
      childOf[row] = child;
    }
    return { table, childOf };
  });
  const grouped = new Map(numbered.map(({ table, childOf }) => [table, inGroups(childOf, ids.length)]));
  return {
    ids,
    rowsIn: (table, make) => {
      const group = grouped.get(table);
      return group === undefined ? () => NONE : (child) => rowsOf(group, child, make);
    },
    tablesOf: (bitOf) => {
      const tables = new Int32Array(ids.length);
      for (const { table, childOf } of numbered) {
        const bit = bitOf(table.name);
        for (const child of childOf) tables[child] = (tables[child] ?? 0) | bit;
      }
      return tables;
    },
  };
};

const NONE: readonly never[] = Object.freeze([]);

const rowsOf = <R>({ order, starts }: Grouped, child: number, make: (at: number) => R): readonly R[] => {
  const [from, to] = [starts[child] ?? 0, starts[child + 1] ?? 0];
  if (from === to) return NONE;
  const rows: R[] = [];
  for (let i = from; i < to; i++) rows.push(make(order[i] ?? 0));
  return rows;
};

const numberOf = (id: string, ids: string[], numbers: Map<string, number>): number => {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  const made = ids.push(id) - 1;
  numbers.set(id, made);
  return made;
};

/** A counting sort: rows keep the order of the file within each child. */
const inGroups = (childOf: Int32Array, children: number): Grouped => {
  const starts = new Int32Array(children + 1);
  for (const child of childOf) starts[child + 1] = (starts[child + 1] ?? 0) + 1;
  for (let i = 1; i <= children; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(childOf.length);
  childOf.forEach((child, row) => {
    const at = next[child] ?? 0;
    order[at] = row;
    next[child] = at + 1;
  });
  return { order, starts };
};
