import type { Day } from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import { getTable, TABLES } from '../tables/tables.ts';
import type { ChildReturn } from './child-return.ts';
import type { Collection } from './collection.ts';
import type { SourceName } from './return-table.ts';
import type { Row } from './rows.ts';
import type { Flag, RowTest, Rule } from './rule.ts';
import { ruleWords } from './rule-words.ts';

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
  readonly #message: string;

  constructor(rule: Rule, upTo: Day | undefined) {
    this.rule = rule;
    const { wrong, todo } = ruleWords(rule, upTo);
    this.#message = `${wrong} ${todo}`;
  }

  add(table: SourceName, rows: readonly number[], child: string): Finding {
    const known = this.#fields.get(table);
    const fields = known ?? fieldsIn(this.rule, table);
    if (known === undefined) this.#fields.set(table, fields);
    const found = { rule: this.rule.code, table, rows, fields, child, message: this.#message };
    this.findings.push(found);
    return found;
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

/** Rules about whole children that flag rows of the same tables. */
interface ChildRules {
  readonly bits: number;
  readonly rules: readonly ChildRule[];
}

interface ChildRule {
  readonly found: Found;
  readonly fails: (child: ChildReturn, flag: Flag, collection: Collection) => void;
}

/** Rules about the rows of a table. */
interface RowRules {
  readonly table: TableName;
  readonly bit: number;
  readonly rules: readonly RowRule[];
}

interface RowRule {
  readonly found: Found;
  readonly fails: RowTest<Row>;
}

/** A rule that broke on a child, and why: a fault of ours. */
export interface Failed {
  readonly rule: string;
  readonly child: string;
  readonly why: string;
}

interface Broken {
  readonly rule: Rule;
  readonly child: ChildReturn;
  readonly why: string;
}

/** A child, and the bits of the tables in which the child has rows. */
export interface ChildAtHand {
  readonly child: ChildReturn;
  readonly withRows: number;
}

/** Turns the rows that a rule flags of one child into findings. One serves all rules: there are millions of calls. */
class Flagger {
  readonly #flagged = new Set<Row>();
  readonly #onTogether: OnTogether | undefined;
  #found: Found | undefined;
  #child = '';

  constructor(onTogether: OnTogether | undefined) {
    this.#onTogether = onTogether;
  }

  begin(found: Found, { id }: ChildReturn): void {
    this.#found = found;
    this.#child = id;
    if (this.#flagged.size > 0) this.#flagged.clear();
  }

  readonly flag: Flag = (row, ...others) => {
    const flagged = this.#flagged;
    // Where thousands of rows are held against thousands, nearly all have been flagged before.
    if (flagged.has(row) && others.every((one) => flagged.has(one))) return;
    const together = [row, ...others].filter((one) => !flagged.has(one));
    for (const one of together) flagged.add(one);
    const made: Finding[] = [];
    for (const [table, rows] of Map.groupBy(new Set(together), (one) => one.table)) {
      const places = rows.map(({ at }) => at).sort((a, b) => a - b);
      const finding = this.#found?.add(table, places, this.#child);
      if (finding !== undefined) made.push(finding);
    }
    if (made.length > 1) this.#onTogether?.(made);
  };
}

/** Told of findings that are one thing at fault: rows of several tables that a rule flagged together. */
export type OnTogether = (findings: readonly Finding[]) => void;

interface AtWork {
  /** The day up to which a year that is not over is looked at. */
  readonly upTo?: Day | undefined;
  readonly onTogether?: OnTogether | undefined;
}

/**
 * Rules at work on some children after others. Each rule in turn goes through all of those at hand: its code is then
 * still hot for the next, as it is not when hundreds of rules take turns on each child, and that saves a third of the
 * time. A rule that breaks on one child hides nothing of the others.
 */
export class RulesAtWork {
  readonly failed: Failed[] = [];
  readonly #all: readonly Found[];
  readonly #rowRules: readonly RowRules[];
  readonly #childRules: readonly ChildRules[];
  readonly #shared: readonly Shared[];
  readonly #flagger: Flagger;
  #broken: Broken[] = [];

  constructor(rules: readonly Rule[], { upTo, onTogether }: AtWork = {}) {
    this.#flagger = new Flagger(onTogether);
    this.#all = rules.map((rule) => new Found(rule, upTo));
    const ofRows = this.#all.flatMap((found) => {
      const { check } = found.rule;
      return check.kind === 'row' ? [{ table: check.table, found, fails: check.fails }] : [];
    });
    this.#rowRules = [...Map.groupBy(ofRows, ({ table }) => table)].map(([table, same]) => ({
      table,
      bit: bitOfTable(table),
      rules: same,
    }));
    const ofChildren = this.#all.flatMap((found) => {
      const { check } = found.rule;
      return check.kind === 'child' ? [{ bits: bitsOf(check.tables), found, fails: check.fails }] : [];
    });
    this.#childRules = [...Map.groupBy(ofChildren, ({ bits }) => bits)].map(([bits, same]) => ({
      bits,
      rules: same,
    }));
    this.#shared = this.#all
      .filter(({ rule }) => rule.check.kind === 'shared')
      .map((found) => ({ found, rows: new Map() }));
  }

  /** Looks at some children, after those it has looked at already. */
  children(some: readonly ChildAtHand[], collection: Collection): void {
    for (const { bit, table, rules } of this.#rowRules) {
      const rows: Row[] = [];
      const whose: ChildReturn[] = [];
      for (const { child } of some.filter(({ withRows }) => (withRows & bit) !== 0)) {
        for (const row of child.rows[table]) {
          rows.push(row);
          whose.push(child);
        }
      }
      for (const rule of rules) this.#eachRow(rule, rows, whose, collection);
    }
    for (const { bits, rules } of this.#childRules) {
      const children = some.flatMap(({ child, withRows }) => ((withRows & bits) === 0 ? [] : child));
      for (const rule of rules) this.#eachChild(rule, children, collection);
    }
    for (const shared of this.#shared) for (const { child } of some) this.#gather(shared, child);
    if (this.#broken.length > 0) this.#tellBroken(some);
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
    { found, fails }: RowRule,
    rows: readonly Row[],
    whose: readonly ChildReturn[],
    collection: Collection,
  ): void {
    let i = 0;
    while (i < rows.length) {
      try {
        for (; i < rows.length; i++) {
          const row = rows[i];
          const child = whose[i];
          if (row === undefined || child === undefined) continue;
          if (fails(row, child, collection)) found.add(row.table, [row.at], child.id);
        }
      } catch (error) {
        this.#broke(found, whose[i], error);
        i += 1;
      }
    }
  }

  #eachChild({ found, fails }: ChildRule, children: readonly ChildReturn[], collection: Collection): void {
    const flagger = this.#flagger;
    let i = 0;
    while (i < children.length) {
      try {
        for (; i < children.length; i++) {
          const child = children[i];
          if (child === undefined) continue;
          flagger.begin(found, child);
          fails(child, flagger.flag, collection);
        }
      } catch (error) {
        this.#broke(found, children[i], error);
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

  #broke({ rule }: Found, child: ChildReturn | undefined, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    if (child !== undefined) this.#broken.push({ rule, child, why });
  }

  /** Child by child, and of each in the order of the rules. */
  #tellBroken(some: readonly ChildAtHand[]): void {
    const places = new Map(some.map(({ child }, place) => [child, place]));
    const order = new Map(this.#all.map(({ rule }, place) => [rule, place]));
    const placeOf = ({ child, rule }: Broken): number =>
      (places.get(child) ?? 0) * order.size + (order.get(rule) ?? 0);
    for (const { rule, child, why } of this.#broken.toSorted((a, b) => placeOf(a) - placeOf(b)))
      this.failed.push({ rule: rule.code, child: child.id, why });
    this.#broken = [];
  }
}
