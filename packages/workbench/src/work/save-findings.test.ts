import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWorkbook } from '@rightplace/spreadsheet';
import { aHeader, aTable, checkedOf } from '../../test/returns.ts';
import { findingsToSave } from './save-findings.ts';

const checked = checkedOf(
  [aTable('Header', [aHeader('A', { SEX: '' }), aHeader('=1+1', { SEX: '' }), aHeader('C', { SEX: '' })])],
  { rules: ['101', '202'], collectionYear: 2027 },
);

test('a CSV has every finding, and no cell that a spreadsheet would run', async () => {
  const { name, content } = await findingsToSave(checked, 'csv', undefined);
  assert.equal(name, 'findings-2026-27.csv');
  const lines = String(content).trim().split('\r\n');
  assert.equal(lines.length, 4);
  assert.match(lines[2] ?? '', /,'=1\+1,/);
  assert.ok(String(content).startsWith('\uFEFF'));
});

test('only the findings shown are saved, in the order shown', async () => {
  const { content } = await findingsToSave(checked, 'csv', Int32Array.of(2, 0));
  const children = String(content)
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[6]);
  assert.deepEqual(children, ['C', 'A']);
});

test('a spreadsheet has the findings, the rules and what was not run', async () => {
  const { name, content } = await findingsToSave(checked, 'xlsx', undefined);
  assert.equal(name, 'findings-2026-27.xlsx');
  const sheets = await readWorkbook(content as Uint8Array);
  assert.deepEqual(
    sheets.map(({ name: title, rows }) => [title, rows.length]),
    [
      ['Findings 2026-27', 4],
      ['By rule', 2],
      ['Not run', 2],
    ],
  );
});
