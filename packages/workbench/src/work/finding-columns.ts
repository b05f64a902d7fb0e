import { type CollectionYear, type Day, roleTitle } from '@rightplace/domain';
import {
  type Finding,
  type FindPlace,
  findRule,
  getTable,
  ruleWords,
  type Severity,
  type SourceName,
  type TableName,
  whoCanFix,
} from '@rightplace/ssda903';

/** A rule as the page shows it. */
export interface RuleShown {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly wrong: string;
  readonly todo: string;
  /** Who can put it right. */
  readonly who: string;
  /** Rows it found, and children they are of. */
  readonly rows: number;
  readonly children: number;
}

/**
 * Findings column by column, a line for each row at fault. A hundred thousand of them are a few whole arrays, which go from
 * thread to thread without being copied and are gone through in milliseconds.
 */
export interface FindingColumns {
  readonly rules: readonly RuleShown[];
  readonly children: readonly string[];
  readonly tables: readonly { readonly name: SourceName; readonly title: string }[];
  readonly files: readonly string[];
  readonly fieldSets: readonly (readonly string[])[];
  readonly count: number;
  /** For each line the place of its rule in `rules`, and so on. */
  readonly rule: Int32Array;
  readonly child: Int32Array;
  readonly table: Int32Array;
  readonly file: Int32Array;
  readonly fields: Int32Array;
  /** The row's place in its table, from 0, and its line in its file, from 1. */
  readonly row: Int32Array;
  readonly line: Int32Array;
}

/** Numbers things as they come. */
class Numbered {
  readonly keys: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.keys.length);
    return this.keys.push(key) - 1;
  }
}

/** "Episodes", "Episodes, last year". */
export const titleOfSource = (name: SourceName): string => {
  const isLast = name.endsWith('_last');
  const { title } = getTable(name.replace('_last', '') as TableName);
  return isLast ? `${title}, last year` : title;
};

const shown = (
  code: string,
  { year, upTo }: { readonly year: CollectionYear; readonly upTo: Day | undefined },
  { rows, children }: { readonly rows: number; readonly children: number },
): RuleShown => {
  const rule = findRule(code, year);
  const said = rule && ruleWords(rule, upTo);
  return {
    code,
    title: said?.title ?? '',
    severity: rule?.severity ?? 'error',
    wrong: said?.wrong ?? '',
    todo: said?.todo ?? '',
    who: rule === undefined ? '' : roleTitle(whoCanFix(rule)),
    rows,
    children,
  };
};

export const findingColumns = (
  findings: readonly Finding[],
  year: CollectionYear,
  place: FindPlace,
  upTo?: Day,
): FindingColumns => {
  const count = findings.reduce((sum, { rows }) => sum + rows.length, 0);
  const made = () => new Int32Array(count);
  const columns = {
    rule: made(),
    child: made(),
    table: made(),
    file: made(),
    fields: made(),
    row: made(),
    line: made(),
  };
  const [rules, children, tables, files] = [new Numbered(), new Numbered(), new Numbered(), new Numbered()];
  const fieldSets = new Numbered();
  const fieldLists: (readonly string[])[] = [];
  const rowsOf: number[] = [];
  const childrenOf: Set<string>[] = [];
  let at = 0;
  for (const finding of findings) {
    const rule = rules.of(finding.rule);
    const [child, table] = [children.of(finding.child), tables.of(finding.table)];
    const fields = fieldSets.of(finding.fields.join());
    fieldLists[fields] ??= finding.fields;
    rowsOf[rule] = (rowsOf[rule] ?? 0) + finding.rows.length;
    (childrenOf[rule] ??= new Set()).add(finding.child);
    for (const row of finding.rows) {
      const { file, line } = place(finding.table, row);
      columns.rule[at] = rule;
      columns.child[at] = child;
      columns.table[at] = table;
      columns.file[at] = files.of(file);
      columns.fields[at] = fields;
      columns.row[at] = row;
      columns.line[at] = line;
      at += 1;
    }
  }
  return {
    ...columns,
    count,
    rules: rules.keys.map((code, i) =>
      shown(code, { year, upTo }, { rows: rowsOf[i] ?? 0, children: childrenOf[i]?.size ?? 0 }),
    ),
    children: children.keys,
    tables: tables.keys.map((name) => ({
      name: name as SourceName,
      title: titleOfSource(name as SourceName),
    })),
    files: files.keys,
    fieldSets: fieldLists,
  };
};
