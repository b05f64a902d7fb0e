import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TableName } from '../tables/table.ts';
import { type TableRows, tableRowsFrom } from '../tables/table-rows.ts';
import { getTable } from '../tables/tables.ts';
import { yearDoubts, yearNotices } from './year-notices.ts';

type Cells = Readonly<Record<string, string>>;

const aTable = (table: TableName, rows: readonly Cells[]): TableRows =>
  tableRowsFrom(table, getTable(table).fileName, rows);

const episodes = (DECOM: string): TableRows => aTable('Episodes', [{ CHILD: 'A', DECOM }]);

const notices = (year: number, thisYear: readonly TableRows[], lastYear: readonly TableRows[] = []) =>
  yearNotices({ year, thisYear, lastYear });

test('returns of the years they were given as need no notice', () => {
  assert.deepEqual(notices(2027, [episodes('01/06/2026')], [episodes('01/06/2025')]), []);
});

test('returns the wrong way round are noticed, and can be swapped', () => {
  const [notice, ...more] = notices(2026, [episodes('01/06/2025')], [episodes('01/06/2026')]);
  assert.match(notice?.text ?? '', /wrong way round/);
  assert.equal(notice?.remedy, 'swap');
  assert.deepEqual(more, []);
});

test('this year’s files given as last year’s too are noticed', () => {
  const [notice] = notices(2027, [episodes('01/06/2026')], [episodes('05/07/2026')]);
  assert.match(notice?.text ?? '', /last year’s are of 2026-27, the same as this year’s/);
});

test('a return checked by another year’s rules than its dates say is noticed', () => {
  const [notice] = notices(2027, [episodes('01/06/2024')]);
  assert.match(notice?.text ?? '', /are of 2024-25, and they are checked by the rules of 2026-27/);
});

test('one file of another year among the right ones is named', () => {
  const reviews = aTable('Reviews', [
    { CHILD: 'A', DOB: '04/05/2014', REVIEW: '02/05/2024', REVIEW_CODE: 'PN1' },
  ]);
  const [notice] = notices(2027, [episodes('01/06/2026'), reviews]);
  assert.match(notice?.text ?? '', /^reviews\.csv \(Reviews\) seems to be of 2024-25/);
});

test('old dates in a table that may hold old ones only are no reason for a notice', () => {
  const decided = aTable('PlacedAdoption', [{ CHILD: 'A', DOB: '04/05/2014', DATE_PLACED: '02/05/2024' }]);
  assert.deepEqual(notices(2027, [episodes('01/06/2026'), decided]), []);
});

test('whoever is about to load a return of another year than they say is told so', () => {
  const [doubt, ...more] = yearDoubts([episodes('01/06/2026')], 2026);
  assert.match(doubt ?? '', /^By their dates these files are of 2026-27, and they were given as .* 2025-26/);
  assert.deepEqual(more, []);
  assert.deepEqual(yearDoubts([episodes('01/06/2026')], 2027), []);
});

test('one file of another year in a return about to be loaded is named', () => {
  const reviews = aTable('Reviews', [
    { CHILD: 'A', DOB: '04/05/2014', REVIEW: '02/05/2024', REVIEW_CODE: 'PN1' },
  ]);
  const [doubt] = yearDoubts([episodes('01/06/2026'), reviews], 2027);
  assert.match(doubt ?? '', /^reviews\.csv \(Reviews\) seems to be of 2024-25/);
});
