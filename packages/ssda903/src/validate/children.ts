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
  const numbering = new Numbering();
  const numbered = tables.map((table) => ({ table, childOf: numbering.childOfEachRow(table) }));
  const { ids } = numbering;
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
        for (let row = 0; row < childOf.length; row++) {
          const child = childOf[row] ?? 0;
          tables[child] = (tables[child] ?? 0) | bit;
        }
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

/** Numbers children as they are met. */
class Numbering {
  readonly ids: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** By the number of a text, one more than the child's: tables that were read together share it, and 0 is not met. */
  readonly #ofTexts = new Map<readonly string[], Int32Array>();

  childOfEachRow(table: ReturnTable): Int32Array {
    const childOf = new Int32Array(table.count);
    const cells = table.cells('CHILD');
    const ofText = cells === undefined ? NO_TEXTS : this.#ofTextsIn(cells.texts);
    for (let row = 0; row < childOf.length; row++) {
      const text = cells?.numberAt(row) ?? 0;
      const known = ofText[text] ?? 0;
      childOf[row] = (known === 0 ? this.#meet(cells?.texts[text] ?? '', text, ofText) : known) - 1;
    }
    return childOf;
  }

  #ofTextsIn(texts: readonly string[]): Int32Array {
    const known = this.#ofTexts.get(texts);
    if (known !== undefined) return known;
    const made = new Int32Array(texts.length);
    this.#ofTexts.set(texts, made);
    return made;
  }

  /** One more than the number of the child. One without a CHILD is met anew each time. */
  #meet(id: string, text: number, ofText: Int32Array): number {
    if (id === '') return this.ids.push('');
    const known = this.#numbers.get(id) ?? this.ids.push(id);
    this.#numbers.set(id, known);
    ofText[text] = known;
    return known;
  }
}

const NO_TEXTS = new Int32Array();

/** A counting sort: rows keep the order of the file within each child. */
const inGroups = (childOf: Int32Array, children: number): Grouped => {
  const starts = new Int32Array(children + 1);
  for (let row = 0; row < childOf.length; row++) {
    const after = (childOf[row] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let i = 1; i <= children; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(childOf.length);
  for (let row = 0; row < childOf.length; row++) {
    const child = childOf[row] ?? 0;
    const at = next[child] ?? 0;
    order[at] = row;
    next[child] = at + 1;
  }
  return { order, starts };
};
