import type { FindingColumns } from '../work/finding-columns.ts';

/** A check, as far as it is compared. */
export interface Compared {
  readonly findings: FindingColumns;
  readonly foundNothing: readonly { readonly code: string }[];
}

export interface Changed {
  readonly cleared: number;
  readonly fresh: number;
  /** Whether both checks ran the same rules. */
  readonly isSameRules: boolean;
}

const rulesRun = ({ findings, foundNothing }: Compared): ReadonlySet<string> =>
  new Set([...findings.rules, ...foundNothing].map(({ code }) => code));

/** A key for each finding of these rules. It has no line: lines move when a row is put in before them. */
const eachKey = (columns: FindingColumns, rules: ReadonlySet<string>, act: (key: string) => void): void => {
  const byRule = columns.rules.map(({ code }) => (rules.has(code) ? code : ''));
  const byTable = columns.tables.map(({ name }) => name);
  const byFields = columns.fieldSets.map((fields) => fields.join());
  for (let at = 0; at < columns.count; at++) {
    const rule = byRule[columns.rule[at] ?? 0];
    if (rule === '') continue;
    const [table, fields] = [byTable[columns.table[at] ?? 0], byFields[columns.fields[at] ?? 0]];
    act(`${rule}|${table}|${fields}|${columns.children[columns.child[at] ?? 0]}`);
  }
};

/**
 * What has gone and what has come from one check to the next, by the rules that both ran: what a rule finds that ran in one of
 * them only is neither put right nor new.
 */
export const changedSince = (before: Compared, now: Compared): Changed => {
  const [ranBefore, ranNow] = [rulesRun(before), rulesRun(now)];
  const both = new Set([...ranBefore].filter((code) => ranNow.has(code)));
  const left = new Map<string, number>();
  eachKey(before.findings, both, (key) => left.set(key, (left.get(key) ?? 0) + 1));
  let fresh = 0;
  eachKey(now.findings, both, (key) => {
    const known = left.get(key) ?? 0;
    if (known === 0) fresh += 1;
    else left.set(key, known - 1);
  });
  let cleared = 0;
  for (const count of left.values()) cleared += count;
  return { cleared, fresh, isSameRules: both.size === ranBefore.size && both.size === ranNow.size };
};
