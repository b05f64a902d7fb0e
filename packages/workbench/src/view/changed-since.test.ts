import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingColumns } from '../work/finding-columns.ts';
import { type Compared, changedSince } from './changed-since.ts';

type Line = readonly [rule: string, child: string, row: number, fields?: string];

/** Numbers go by the order of the names turned round, so that the two checks number things otherwise. */
const columnsOf = (lines: readonly Line[], isTurned = false): FindingColumns => {
  const names = (at: 0 | 1 | 3): string[] => {
    const all = [...new Set(lines.map((line) => line[at] ?? 'DOB'))];
    return isTurned ? all.reverse() : all;
  };
  const [rules, children, fields] = [names(0), names(1), names(3)];
  const numbers = (of: (line: Line) => number) => Int32Array.from(lines, of);
  return {
    rules: rules.map((code) => ({ code }) as FindingColumns['rules'][number]),
    children,
    tables: [{ name: 'Header', title: 'Header' }],
    files: ['header.csv'],
    fieldSets: fields.map((name) => [name]),
    count: lines.length,
    rule: numbers((line) => rules.indexOf(line[0])),
    child: numbers((line) => children.indexOf(line[1])),
    table: numbers(() => 0),
    file: numbers(() => 0),
    fields: numbers((line) => fields.indexOf(line[3] ?? 'DOB')),
    row: numbers((line) => line[2]),
    line: numbers((line) => line[2] + 2),
  };
};

/** A check by three rules, unless said. */
const checkOf = (lines: readonly Line[], isTurned = false, ran = ['101', '102', '143']): Compared => ({
  findings: columnsOf(lines, isTurned),
  foundNothing: ran.filter((code) => lines.every(([rule]) => rule !== code)).map((code) => ({ code })),
});

const BEFORE: readonly Line[] = [
  ['101', 'KID1', 0],
  ['101', 'KID2', 1],
  ['102', 'KID1', 0],
  ['143', 'KID1', 4],
  ['143', 'KID1', 7],
];

test('the same findings have not changed, on whatever lines they stand by now', () => {
  const moved = BEFORE.map(([rule, child, row]): Line => [rule, child, row + 3]);
  assert.deepEqual(changedSince(checkOf(BEFORE), checkOf(moved, true)), {
    cleared: 0,
    fresh: 0,
    isSameRules: true,
  });
});

test('what was put right is cleared, and what came is new, each of several alike by itself', () => {
  const now: readonly Line[] = [
    ['101', 'KID2', 1],
    ['143', 'KID1', 4],
    ['143', 'KID1', 4, 'RNE'],
    ['102', 'KID3', 0],
  ];
  assert.deepEqual(changedSince(checkOf(BEFORE), checkOf(now, true)), {
    cleared: 3,
    fresh: 2,
    isSameRules: true,
  });
  assert.deepEqual(changedSince(checkOf(now), checkOf([])), { cleared: 4, fresh: 0, isSameRules: true });
  assert.deepEqual(changedSince(checkOf([]), checkOf(now)), { cleared: 0, fresh: 4, isSameRules: true });
});

test('what is found by a rule that only one of the checks ran is neither cleared nor new', () => {
  const fewer = checkOf([['101', 'KID1', 0]], false, ['101']);
  assert.deepEqual(changedSince(checkOf(BEFORE), fewer), { cleared: 1, fresh: 0, isSameRules: false });
  assert.deepEqual(changedSince(fewer, checkOf(BEFORE)), { cleared: 0, fresh: 1, isSameRules: false });
});
