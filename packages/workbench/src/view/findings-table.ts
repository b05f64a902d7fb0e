import type { FindingColumns } from '../work/finding-columns.ts';

/** What is asked of the findings. '' asks for nothing. */
export interface Filter {
  /** Words, each of which a finding has to have somewhere. */
  readonly words: string;
  readonly rule: string;
  readonly table: string;
  readonly severity: string;
  readonly who: string;
  /** Part of a child's identifier. */
  readonly child: string;
}

export const NO_FILTER: Filter = { words: '', rule: '', table: '', severity: '', who: '', child: '' };

export const isFiltering = (filter: Filter): boolean =>
  Object.values(filter).some((asked: string) => asked.trim() !== '');

export type SortKey = 'rule' | 'wrong' | 'child' | 'table' | 'line' | 'who';

export interface Sorting {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** One line as it is shown. */
export interface LineShown {
  readonly at: number;
  readonly rule: FindingColumns['rules'][number];
  readonly child: string;
  readonly table: string;
  readonly file: string;
  readonly line: number;
  readonly fields: readonly string[];
}

const collator = new Intl.Collator('en-GB', { numeric: true });

/** The places that texts would have if they were sorted. */
const ranks = (texts: readonly string[]): Int32Array => {
  const order = Array.from(texts.keys()).sort((a, b) => collator.compare(texts[a] ?? '', texts[b] ?? ''));
  const rank = new Int32Array(texts.length);
  order.forEach((at, place) => {
    rank[at] = place;
  });
  return rank;
};

/** Which of some texts, in small letters, have a part in them. Plain loops: there may be a hundred thousand children. */
const having = (lowered: readonly string[], part: string): Uint8Array => {
  const found = new Uint8Array(lowered.length);
  if (part === '') return found.fill(1);
  for (let i = 0; i < lowered.length; i++) if (lowered[i]?.includes(part) === true) found[i] = 1;
  return found;
};

const lower = (texts: readonly string[]): readonly string[] => texts.map((text) => text.toLowerCase());

/**
 * Findings that can be filtered and sorted while somebody types. What a line says is a few numbers, and what the numbers stand
 * for is looked at once, not once a line.
 */
export class FindingsTable {
  readonly columns: FindingColumns;
  readonly #lowered: Readonly<Record<'rule' | 'child' | 'table' | 'file' | 'fields', readonly string[]>>;
  readonly #ranks = new Map<SortKey, (at: number) => number>();

  constructor(columns: FindingColumns) {
    this.columns = columns;
    this.#lowered = {
      rule: lower(
        columns.rules.map(({ code, title, wrong, todo, severity, who }) =>
          [code, title, wrong, todo, severity, who].join(' '),
        ),
      ),
      child: lower(columns.children),
      table: lower(columns.tables.map(({ title }) => title)),
      file: lower(columns.files),
      fields: lower(columns.fieldSets.map((fields) => fields.join(' '))),
    };
  }

  line(at: number): LineShown {
    const { rules, children, tables, files, fieldSets, rule, child, table, file, fields, line } =
      this.columns;
    const shown = rules[rule[at] ?? 0];
    if (shown === undefined) throw new RangeError(`There is no finding ${at}`);
    return {
      at,
      rule: shown,
      child: children[child[at] ?? 0] ?? '',
      table: tables[table[at] ?? 0]?.title ?? '',
      file: files[file[at] ?? 0] ?? '',
      line: line[at] ?? 0,
      fields: fieldSets[fields[at] ?? 0] ?? [],
    };
  }

  /** The lines that are asked for, in the order of the rules. */
  matching(filter: Filter): Int32Array<ArrayBuffer> {
    const { count, rules, rule, child, table, file, fields } = this.columns;
    const allowed = Uint8Array.from(rules, (one) =>
      (filter.rule === '' || one.code === filter.rule) &&
      (filter.severity === '' || one.severity === filter.severity) &&
      (filter.who === '' || one.who === filter.who)
        ? 1
        : 0,
    );
    const inTable = Uint8Array.from(this.columns.tables, ({ name }) =>
      filter.table === '' || name === filter.table ? 1 : 0,
    );
    const ofChild = having(this.#lowered.child, filter.child.trim().toLowerCase());
    const words = filter.words
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => ({
        rule: having(this.#lowered.rule, word),
        child: having(this.#lowered.child, word),
        table: having(this.#lowered.table, word),
        file: having(this.#lowered.file, word),
        fields: having(this.#lowered.fields, word),
      }));
    const found = new Int32Array(count);
    let n = 0;
    for (let at = 0; at < count; at++) {
      const [r, c, t] = [rule[at] ?? 0, child[at] ?? 0, table[at] ?? 0];
      if (allowed[r] !== 1 || inTable[t] !== 1 || ofChild[c] !== 1) continue;
      let has = true;
      for (const word of words)
        has &&=
          word.rule[r] === 1 ||
          word.child[c] === 1 ||
          word.table[t] === 1 ||
          word.fields[fields[at] ?? 0] === 1 ||
          word.file[file[at] ?? 0] === 1;
      if (has) found[n++] = at;
    }
    return found.slice(0, n);
  }

  /** The same lines in another order; lines that are alike stay as they were. */
  sorted(lines: Int32Array, { by, descending }: Sorting): Int32Array<ArrayBuffer> {
    const rank = this.#rankBy(by);
    const { count } = this.columns;
    // One number says where a line goes and which it is, so that they sort as plain numbers do.
    const keys = Float64Array.from(lines, (at) => (descending ? -1 : 1) * rank(at) * count + at).sort();
    return Int32Array.from(keys, (key) => ((key % count) + count) % count);
  }

  #rankBy(by: SortKey): (at: number) => number {
    const known = this.#ranks.get(by);
    if (known !== undefined) return known;
    const made = this.#makeRank(by);
    this.#ranks.set(by, made);
    return made;
  }

  #makeRank(by: SortKey): (at: number) => number {
    const { rules, children, tables, rule, child, table, line } = this.columns;
    if (by === 'line') return (at) => line[at] ?? 0;
    const [of, texts] = {
      rule: [rule, rules.map(({ code }) => code)] as const,
      wrong: [rule, rules.map(({ wrong }) => wrong)] as const,
      who: [rule, rules.map(({ who }) => who)] as const,
      child: [child, children] as const,
      table: [table, tables.map(({ title }) => title)] as const,
    }[by];
    const placed = ranks(texts);
    return (at) => placed[of[at] ?? 0] ?? 0;
  }
}
