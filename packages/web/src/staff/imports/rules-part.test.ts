import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesPart } from './import-parts.ts';

const tally = (rule: string, rows: number) => ({
  rule,
  title: `Rule ${rule}`,
  severity: 'error',
  rows,
  children: rows,
});

/** What was found by two rules, of which only rows of the first were kept. */
const shown = (rows: number, kept: number) =>
  ({
    id: 7,
    status: 'previewed',
    foundRows: Array.from({ length: kept }, () => ({ rule: '101' })),
    report: {
      rulesFound: {
        collectionYear: 2026,
        lastYear: 'nothing',
        rulesRun: 2,
        rows,
        children: rows,
        byRule: [tally('101', rows - 1), tally('102', 1)],
      },
    },
  }) as unknown as Parameters<typeof rulesPart>[0];

test('where not every row found was kept, the list says how many it has, and no rule leads to a page of none', () => {
  const part = String(rulesPart(shown(90, 3), true));
  assert.match(part, /Download the first 3 rows/);
  assert.match(part, /href="[^"]*rule=101"/);
  assert.doesNotMatch(part, /rule=102/);
  assert.match(String(rulesPart(shown(3, 3), true)), /Download every row/);
});
