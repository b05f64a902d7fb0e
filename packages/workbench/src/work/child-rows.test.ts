import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHeader, anEpisode, aTable, checkedOf } from '../../test/returns.ts';
import { childShown } from './child-rows.ts';

const shownOf = (child: string, files: Parameters<typeof checkedOf>[0], rules: readonly string[]) => {
  const { result, thisYear, lastYear, year, place } = checkedOf(files, { rules, collectionYear: 2027 });
  return childShown(child, result.findings, {
    thisYear: thisYear.tables,
    lastYear: lastYear.tables,
    year,
    place,
  });
};

const header = aTable('Header', [aHeader('A'), aHeader('B', { SEX: '', DOB: '30/02/2014' })]);

test('a child’s rows of every table are shown, with the cells at fault marked by number', () => {
  const shown = shownOf('B', [header, aTable('Episodes', [anEpisode('A'), anEpisode('B')])], ['101', '102']);
  assert.deepEqual(
    shown.tables.map(({ name }) => name),
    ['Header', 'Episodes'],
  );
  const [top] = shown.tables;
  const row = top?.rows[0];
  assert.equal(row?.line, 3);
  assert.deepEqual(
    top?.columns.map((column, i) => [column, row?.marks[i]]).filter(([, marks]) => marks?.length !== 0),
    [
      ['SEX', [1]],
      ['DOB', [2]],
    ],
  );
  assert.deepEqual(
    top?.findings.map(({ number, rule, lines }) => [number, rule, lines]),
    [
      [1, '101', [3]],
      [2, '102', [3]],
    ],
  );
  assert.equal(shown.findings, 2);
});

test('last year’s rows stand under this year’s of the same table', () => {
  const shown = shownOf(
    'A',
    [header, aTable('Episodes', [anEpisode('A')]), aTable('Header', [aHeader('A')], 'last-year')],
    ['101'],
  );
  assert.deepEqual(
    shown.tables.map(({ title }) => title),
    ['Header', 'Header, last year', 'Episodes'],
  );
});

test('rows of two files of one table are told by their own lines', () => {
  const second = aTable('Header', [aHeader('C', { SEX: '' })]);
  const [table] = shownOf('C', [header, second], ['101']).tables;
  assert.equal(table?.rows[0]?.line, 2);
  assert.deepEqual(table?.findings[0]?.lines, [2]);
});

test('rows without an identifier can be looked at together, and a child who is not there has none', () => {
  const nobody = aTable('Header', [aHeader(''), aHeader('', { SEX: '' })]);
  assert.equal(shownOf('', [nobody], ['101']).tables[0]?.rows.length, 2);
  assert.deepEqual(shownOf('Z', [header], ['101']).tables, []);
});

test('a finding about a column that the table does not show marks the row', () => {
  const { thisYear, year, place } = checkedOf([aTable('Episodes', [anEpisode('A')])], { rules: ['101'] });
  const distance = {
    rule: '392c',
    table: 'Episodes',
    rows: [0],
    fields: ['PL_DISTANCE'],
    child: 'A',
    message: '',
  } as const;
  const shown = childShown('A', [distance], { thisYear: thisYear.tables, lastYear: [], year, place });
  const row = shown.tables[0]?.rows[0];
  assert.deepEqual(row?.rowMarks, [1]);
  assert.ok(row?.marks.every((marks) => marks.length === 0));
});
