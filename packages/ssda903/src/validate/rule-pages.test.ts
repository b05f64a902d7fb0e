import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { COMMAND, departuresPage, PAGES, rulesPage } from '../../scripts/rule-pages.ts';
import { eachRow } from './rule.ts';

for (const { path, text } of PAGES)
  test(`docs/${basename(path)} says what the rules say of themselves`, () => {
    assert.equal(readFileSync(path, 'utf8'), text(), `run: ${COMMAND}`);
  });

const invented = {
  code: '9999',
  from: 2026,
  title: 'Invented',
  fields: ['UPN'],
  needs: ['Episodes_last'],
  reference: ['providers'],
  severity: 'query',
  wrong: 'UPN is a | or so.',
  todo: 'Leave it.',
  departs: 'It likes | and we do not.',
  fails: () => false,
} as const;

const inventedRule = eachRow('Header', invented);

test('a rule has all that it says of itself on the page of rules', () => {
  const page = rulesPage([inventedRule]);
  assert.match(page, /### 9999: Invented\n\nUPN is a \| or so\. Leave it\./);
  assert.match(page, /\*Query\. Marks UPN in Header\./);
  assert.match(page, /Also needs last year’s Episodes and Ofsted’s lists of providers\. Since 2025-26\.\*/);
});

test('what a rule departs in is one row of the table, whatever it is written with', () => {
  assert.match(
    departuresPage([inventedRule]),
    /\n\| 9999 \| since 2025-26 \| It likes \\\| and we do not\. \|\n/,
  );
});

test('versions that depart in the same words are one row, and a rule no longer in force is said to be', () => {
  const old = eachRow('Header', { ...invented, from: 2024, to: 2025, departs: 'It does.' });
  const older = eachRow('Header', { ...invented, from: 2023, to: 2023, departs: 'It does.' });
  assert.match(departuresPage([old, older]), /\n\| 9999 \| 2022-23 to 2024-25 \| It does\. \|\n$/);
  assert.match(rulesPage([old]), /\n\| 9999 \| 2023-24 to 2024-25 \| \*\*Invented\.\*\* /);
});

test('a rule of our own is not counted among the Department’s', () => {
  const page = rulesPage([inventedRule, eachRow('Header', { ...invented, code: 'RP01', ours: true })]);
  assert.match(page, /against 1 rules in/);
  assert.match(page, /## Rules of our own, run when asked for\n\n### RP01: /);
});
