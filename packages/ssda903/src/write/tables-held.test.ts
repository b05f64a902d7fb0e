import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChildFact, childId, day } from '@rightplace/domain';
import type { HeldChild } from '../accept/held.ts';
import { tableRowsFrom } from '../tables/table-rows.ts';
import { withTablesHeld } from './tables-held.ts';

const fact = (kind: ChildFact['kind'], key: string): HeldChild['facts'][number] => ({
  fact: { kind, key, fields: {} },
  years: [],
});
const held = new Map([
  [
    childId('A1'),
    {
      details: {},
      headerYears: [],
      episodes: [],
      facts: [fact('missing', '2019-05-01'), fact('oc2', '2020-03-31')],
    },
  ],
]);
const given = [tableRowsFrom('Header', 'header.csv', [{ CHILD: 'A1' }])];

const tablesOn = (today: string, collectionYear = 2027) =>
  withTablesHeld(given, { collectionYear, today: day(today), held }).map(
    ({ table, lines }) => `${table} ${lines.length}`,
  );

test('a table of which the record has rows in any year is there in every year, if only empty', () => {
  assert.deepEqual(tablesOn('2026-11-22'), ['Header 1', 'Episodes 0', 'Missing 0']);
});

test('what is gathered at the end of a year is not there before, and then it is', () => {
  assert.ok(!tablesOn('2027-03-31').includes('OC2 0'));
  assert.ok(tablesOn('2027-04-01').includes('OC2 0'));
});

test('a table that the record has never had a row of, or that the year does not have, is not there', () => {
  assert.ok(!tablesOn('2027-04-01').some((table) => table.startsWith('Reviews')));
  const workers = new Map([
    [childId('A1'), { details: {}, headerYears: [], episodes: [], facts: [fact('social-worker', 'x')] }],
  ]);
  const years = [2023, 2024].map((collectionYear) =>
    withTablesHeld([], { collectionYear, today: day('2026-11-22'), held: workers }).map(({ table }) => table),
  );
  assert.deepEqual(years, [
    ['Header', 'Episodes'],
    ['Header', 'Episodes', 'SWEpisodes'],
  ]);
});
