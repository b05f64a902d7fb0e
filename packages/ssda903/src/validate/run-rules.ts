import type { CollectionYear } from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import { getTable, TABLES } from '../tables/tables.ts';
import { ChildReturn, NO_ROWS, type RowsOfChild } from './child-return.ts';
import { type Children, groupByChild } from './children.ts';
import { type Collection, type CollectionDays, codeTest } from './collection.ts';
import { Geography } from './geography.ts';
import { compactPostcode, type PostcodeDirectory } from './postcodes.ts';
import { type ProviderLine, providerList } from './providers.ts';
import { ReturnTable, type SourceName } from './return-table.ts';
import { type Row, type RowMaker, rowMaker, type WorkedOut } from './rows.ts';
import type { Flag, RowTest, Rule } from './rule.ts';
import { RULESET, type Ruleset } from './ruleset.ts';
import { whyNotRun } from './why-not-run.ts';

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

export interface ValidateResult {
  readonly findings: readonly Finding[];
  /** Codes of the rules that were run, whether they found something or not. */
  readonly ran: readonly string[];
  readonly skipped: readonly { readonly rule: string; readonly why: string }[];
  /** Rules that broke on some child: a fault of ours, by which no other rule and no other child is affected. */
  readonly failed: readonly { readonly rule: string; readonly child: string; readonly why: string }[];
}

/** How many children have been looked at, of how many. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** What is to be checked, made one whichever way it came. */
export interface Checked {
  readonly year: CollectionYear;
  readonly days: CollectionDays;
  readonly format: 'csv' | 'xml';
  readonly tables: readonly ReturnTable[];
  readonly authority: string;
  readonly providers: readonly ProviderLine[] | undefined;
  readonly directory: PostcodeDirectory | undefined;
  readonly rules: readonly string[] | undefined;
  /** Whether our own rules are run besides the Department's. Those asked for by code always are. */
  readonly withOurs: boolean;
  readonly peerCompatible: boolean;
}

const STEP = 500;

/** `ruleset` is given only to try the engine out: on a rule that breaks, for one. */
export const runRules = function* (
  checked: Checked,
  ruleset: Ruleset = RULESET,
): Generator<Progress, ValidateResult> {
  const byName = new Map(checked.tables.map((table) => [table.name, table]));
  const geography = new Geography(checked.directory, checked.authority);
  const collection = collectionOf(checked, byName, geography);
  const asked = rulesAsked(checked, ruleset);
  const skipped = [...asked.unknown];
  const toRun: Rule[] = [];
  for (const rule of asked.rules) {
    const why = whyNotRun(rule, { checked, byName, geography, collection });
    if (why === undefined) toRun.push(rule);
    else skipped.push({ rule: rule.code, why });
  }
  const run = new Run(toRun);
  const children = groupByChild(checked.tables);
  const source = childSource(byName, children, geography);
  for (let i = 0; i < children.ids.length; i++) {
    run.child(new ChildReturn(children.ids[i] ?? '', source.rows(i), source.last(i), collection), collection);
    if (i % STEP === STEP - 1) yield { done: i + 1, of: children.ids.length };
  }
  return { findings: run.findings(), ran: toRun.map(({ code }) => code), skipped, failed: run.failed };
};

const rulesAsked = ({ rules, year, withOurs }: Checked, ruleset: Ruleset) => {
  if (rules === undefined) return { rules: ruleset.of(year, { withOurs }), unknown: [] };
  const found: Rule[] = [];
  const unknown: { readonly rule: string; readonly why: string }[] = [];
  for (const code of new Set(rules)) {
    const rule = ruleset.find(code, year);
    if (rule !== undefined) found.push(rule);
    else
      unknown.push({
        rule: code,
        why: `There is no rule ${code} in the collection year that ends in ${year}.`,
      });
  }
  return { rules: found, unknown };
};

type ByName = ReadonlyMap<SourceName, ReturnTable>;

const collectionOf = (checked: Checked, byName: ByName, geography: Geography): Collection => ({
  ...checked.days,
  year: checked.year,
  authority: checked.authority,
  format: checked.format,
  providers: providerList(checked.providers ?? [], (postcode) => geography.authorityOf(postcode)),
  isKnownPostcode: (postcode) => checked.directory?.(compactPostcode(postcode)) !== undefined,
  isGiven: (table) => byName.has(table as SourceName),
  isFlagged: (suffix) => byName.get(`Header${suffix}`)?.has('UASC') === true || byName.has(`UASC${suffix}`),
  isCode: codeTest(checked.year),
  peerCompatible: checked.peerCompatible,
});

/** In CSV the Header has no UASC: a child is in that year's UASC file, or is not. */
const headerWorkedOut = (header: ReturnTable, uasc: ReturnTable | undefined): WorkedOut => {
  if (header.has('UASC') || uasc === undefined) return {};
  const inFile = new Set(Array.from({ length: uasc.count }, (_, row) => uasc.text('CHILD')(row)));
  const child = header.text('CHILD');
  return { UASC: (at) => (inFile.has(child(at)) ? '1' : '0') };
};

const makerFor = (
  table: ReturnTable,
  name: TableName,
  byName: ByName,
  geography: Geography,
): RowMaker<TableName> => {
  const suffix = table.name.endsWith('_last') ? '_last' : '';
  if (name === 'Episodes') return rowMaker(name, table, geography.of(table));
  if (name === 'Header') return rowMaker(name, table, headerWorkedOut(table, byName.get(`UASC${suffix}`)));
  return rowMaker(name, table);
};

const childSource = (byName: ByName, children: Children, geography: Geography) => {
  const source = (suffix: '' | '_last') => {
    const parts = TABLES.flatMap(({ name }) => {
      const table = byName.get(`${name}${suffix}`);
      return table === undefined || table.count === 0
        ? []
        : [{ name, table, make: makerFor(table, name, byName, geography) }];
    });
    return (child: number): RowsOfChild => {
      const rows: Record<string, readonly Row[]> = { ...NO_ROWS };
      for (const { name, table, make } of parts) {
        const places = children.rowsIn(table, child);
        if (places.length > 0) rows[name] = Array.from(places, make);
      }
      return rows as unknown as RowsOfChild;
    };
  };
  const hasLast = [...byName.keys()].some((name) => name.endsWith('_last'));
  return { rows: source(''), last: hasLast ? source('_last') : () => NO_ROWS };
};

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
  tables.reduce((bits, table) => bits | (BITS.get(table) ?? 0), 0);

const tablesWithRows = ({ rows, last }: ChildReturn): number => {
  let bits = 0;
  for (let i = 0; i < TABLES.length; i++) {
    const name = TABLES[i]?.name;
    if (name === undefined) continue;
    if (rows[name].length > 0) bits |= 1 << i;
    if (last[name].length > 0) bits |= 1 << (i + TABLES.length);
  }
  return bits;
};

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

class Run {
  readonly failed: { readonly rule: string; readonly child: string; readonly why: string }[] = [];
  readonly #all: readonly Found[];
  readonly #rowRules: readonly { readonly table: TableName; readonly rules: readonly RowRule[] }[];
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

  child(child: ChildReturn, collection: Collection): void {
    for (const { table, rules } of this.#rowRules) {
      const rows = child.rows[table];
      if (rows.length === 0) continue;
      for (const rule of rules) this.#each(rule, rows, child, collection);
    }
    const withRows = tablesWithRows(child);
    for (const rule of this.#childRules)
      if ((rule.bits & withRows) !== 0) this.#whole(rule, child, collection);
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

  #each({ found, fails }: RowRule, rows: readonly Row[], child: ChildReturn, collection: Collection): void {
    for (const row of rows) {
      try {
        if (fails(row, child, collection)) found.add(row.table, [row.at], child.id);
      } catch (error) {
        this.#broke(found.rule, child, error);
      }
    }
  }

  #whole({ found, fails }: ChildRule, child: ChildReturn, collection: Collection): void {
    try {
      fails(child, this.#flagger.for(found, child), collection);
    } catch (error) {
      this.#broke(found.rule, child, error);
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

  #broke({ code }: Rule, child: ChildReturn, error: unknown): void {
    this.failed.push({
      rule: code,
      child: child.id,
      why: error instanceof Error ? error.message : String(error),
    });
  }
}
