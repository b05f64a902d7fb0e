import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatOf } from './format-of.ts';

test('a return in XML is one still with CSV beside it for the tables that XML has no place for', () => {
  const header = { table: 'Header', file: '2027/ssda903.XML' } as const;
  const beside = { table: 'SWEpisodes', file: '2027/sw_episodes.csv' } as const;
  assert.equal(formatOf([header]), 'xml');
  assert.equal(formatOf([header, beside]), 'xml');
  assert.equal(
    formatOf([
      { ...header, file: 'header.csv' },
      { ...beside, file: 'more.xml' },
    ]),
    'csv',
  );
  assert.equal(formatOf([]), 'csv');
});
