import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TablesGiven, validate } from './validate.ts';

const ROW = [{ CHILD: 'A' }];

const whySkipped = (rule: string, tables: TablesGiven, previous?: TablesGiven): string | undefined =>
  validate({
    collectionYear: '2026-27',
    tables,
    ...(previous === undefined ? {} : { previous }),
    rules: [rule],
  }).skipped[0]?.why;

test('a rule is skipped, not passed, without a table that it needs', () => {
  assert.match(whySkipped('1002', { OC3: ROW, Episodes: ROW }) ?? '', /last year’s Episodes/);
  assert.match(whySkipped('1002', { OC3: ROW }, { Episodes: ROW }) ?? '', /needs Episodes/);
});

test('an empty table is one that was given', () => {
  assert.equal(whySkipped('1002', { OC3: ROW, Episodes: [] }, { Episodes: [] }), undefined);
});

test('a rule that needs rows is skipped when a table has none', () => {
  const tables = { OC3: ROW, Episodes: ROW, Header: ROW };
  assert.equal(whySkipped('1001', tables, { Episodes: ROW }), undefined);
  assert.match(whySkipped('1001', tables, { Episodes: [] }) ?? '', /a row in last year’s Episodes/);
  assert.match(whySkipped('1001', { ...tables, Header: [] }, { Episodes: ROW }) ?? '', /a row in Header/);
  assert.match(whySkipped('1001', tables) ?? '', /needs last year’s Episodes, not given/);
});
