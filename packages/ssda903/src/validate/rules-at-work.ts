import type { TableName } from '../tables/table.ts';
import { getTable, TABLES } from '../tables/tables.ts';
import type { ChildReturn } from './child-return.ts';
import type { Collection } from './collection.ts';
import type { SourceName } from './return-table.ts';
import type { Row } from './rows.ts';
import type { Flag, RowTest, Rule } from './rule.ts';

export interface Finding {
  /** The rule's code. */
  readonly rule: string;
  readonly table: SourceName;
  /** The places of the rows at fault in their table, from 0. */
  readonly rows: readonly number[];
  /** The columns at fault. */
  readonly fields: readonly string[];
  /** CHILD of those rows; '' when they give none. */
  readonly child: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

const baseName = (table: SourceName): TableName => table.replace('_last', '') as TableName;

/** Of the columns at fault, those of one table; all of them when it has none. */
const fieldsIn = (rule: Rule, table: SourceName): readonly string[] => {
  const { columns, derived = [] } = getTable(baseName(table));
  const own = new Set([...columns, ...derived].map(({ name }) => name));
  const here = rule.fields.filter((field) => own.has(field));
  return here.length === 0 ? rule.fields : here;
};

/** What one rule has found so far. */
class Found {
  readonly rule: Rule;
  readonly findings: Finding[] = [];
  readonly #fields = new Map<SourceName, readonly string[]>();

  constructor(rule: Rule) {
    this.rule = rule;
  }

  add(table: SourceName, rows: readonly number[], child: string): void {
    const known = this.#fields.get(table);
    const fields = known ?? fieldsIn(this.rule, table);
    if (known === undefined) this.#fields.set(table, fields);
    const { code, message } = this.rule;
    this.findings.push({ rule: code, table, rows, fields, child, message });
  }
}

interface Shared {
  readonly found: Found;
  readonly rows: Map<string, { readonly row: Row; readonly child: string }[]>;
}

/** A child's whole return is looked at by a rule only when a table that it flags has a row: told by a bit for each table. */
const BITS: ReadonlyMap<SourceName, number> = new Map(
  TABLES.flatMap(({ name }, i): [SourceName, number][] => [
    [name, 1 << i],
    [`${name}_last`, 1 << (i + TABLES.length)],
  ]),
);

const bitsOf = (tables: readonly SourceName[]): number =>
  tables.reduce((bits, table) => bits | bitOfTable(table), 0);

/** The bit that stands for a table. */
export const bitOfTable = (table: SourceName): number => BITS.get(table) ?? 0;

interface ChildRule {
  readonly found: Found;
  readonly fails: (child: ChildReturn, flag: Flag, collection: Collection) => void;
  readonly bits: number;
}

interface RowRule {
  readonly found: Found;
  readonly fails: RowTest<Row>;
}

/** Turns the rows that a rule flags of one child into findings. One serves all rules: there are millions of calls. */
class Flagger {
  readonly #flagged = new Set<Row>();
  #found: Found | undefined;
  #child = '';

  for(found: Found, { id }: ChildReturn): Flag {
    this.#found = found;
    this.#child = id;
    if (this.#flagged.size > 0) this.#flagged.clear();
    return this.#flag;
  }

  readonly #flag: Flag = (row, ...others) => {
    const together = [row, ...others].filter((one) => !this.#flagged.has(one));
    for (const one of together) this.#flagged.add(one);
    for (const [table, rows] of Map.groupBy(new Set(together), (one) => one.table)) {
      const places = rows.map(({ at }) => at).sort((a, b) => a - b);
      this.#found?.add(table, places, this.#child);
    }
  };
}

/** Rules at work on one child after another. A rule that breaks on one child hides nothing of the others. */
export class RulesAtWork {
  readonly failed: { readonly rule: string; readonly child: string; readonly why: string }[] = [];
  readonly #all: readonly Found[];
  readonly #rowRules: readonly {
    readonly table: TableName;
    readonly bit: number;
    readonly rules: readonly RowRule[];
  }[];
  readonly #childRules: readonly ChildRule[];
  readonly #shared: readonly Shared[];
  readonly #flagger = new Flagger();

  constructor(rules: readonly Rule[]) {
    this.#all = rules.map((rule) => new Found(rule));
    const ofRows = this.#all.flatMap((found) => {
      const { check } = found.rule;
      return check.kind === 'row' ? [{ table: check.table, found, fails: check.fails }] : [];
    });
    this.#rowRules = [...Map.groupBy(ofRows, ({ table }) => table)].map(([table, same]) => ({
      table,
      bit: bitOfTable(table),
      rules: same,
    }));
    this.#childRules = this.#all.flatMap((found) => {
      const { check } = found.rule;
      return check.kind === 'child' ? [{ found, fails: check.fails, bits: bitsOf(check.tables) }] : [];
    });
    this.#shared = this.#all
      .filter(({ rule }) => rule.check.kind === 'shared')
      .map((found) => ({ found, rows: new Map() }));
  }

  /** `withRows` has the bits of the tables in which the child has rows. */
  child(child: ChildReturn, withRows: number, collection: Collection): void {
    for (const { bit, table, rules } of this.#rowRules)
      if ((bit & withRows) !== 0) this.#eachRow(rules, child.rows[table], child, collection);
    this.#whole(child, withRows, collection);
    for (const shared of this.#shared) this.#gather(shared, child);
  }

  findings(): readonly Finding[] {
    for (const { found, rows } of this.#shared) {
      for (const sharing of rows.values()) {
        if (sharing.length < 2) continue;
        for (const { row, child } of sharing) found.add(row.table, [row.at], child);
      }
    }
    return this.#all.flatMap(({ findings }) => findings);
  }

  /** After a rule breaks on a row, goes on with the next: to begin trying anew for each would cost as much as the rules. */
  #eachRow(
    rules: readonly RowRule[],
    rows: readonly Row[],
    child: ChildReturn,
    collection: Collection,
  ): void {
    const pairs = rules.length * rows.length;
    let pair = 0;
    while (pair < pairs) {
      try {
        for (; pair < pairs; pair++) {
          const rule = rules[(pair / rows.length) | 0];
          const row = rows[pair % rows.length];
          if (rule === undefined || row === undefined) continue;
          if (rule.fails(row, child, collection)) rule.found.add(row.table, [row.at], child.id);
        }
      } catch (error) {
        this.#broke(rules[(pair / rows.length) | 0]?.found, child, error);
        pair += 1;
      }
    }
  }

  #whole(child: ChildReturn, withRows: number, collection: Collection): void {
    const rules = this.#childRules;
    let i = 0;
    while (i < rules.length) {
      try {
        for (; i < rules.length; i++) {
          const rule = rules[i];
          if (rule === undefined || (rule.bits & withRows) === 0) continue;
          rule.fails(child, this.#flagger.for(rule.found, child), collection);
        }
      } catch (error) {
        this.#broke(rules[i]?.found, child, error);
        i += 1;
      }
    }
  }

  #gather({ found, rows }: Shared, child: ChildReturn): void {
    const { check } = found.rule;
    if (check.kind !== 'shared') return;
    for (const row of child.rows[check.table]) {
      const key = check.key(row);
      if (key === '') continue;
      const held = rows.get(key);
      if (held === undefined) rows.set(key, [{ row, child: child.id }]);
      else held.push({ row, child: child.id });
    }
  }

  #broke(found: Found | undefined, child: ChildReturn, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.failed.push({ rule: found?.rule.code ?? '', child: child.id, why });
  }
}
