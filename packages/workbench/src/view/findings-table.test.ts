import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingColumns, RuleShown } from '../work/finding-columns.ts';
import { type Filter, FindingsTable, isFiltering, NO_FILTER } from './findings-table.ts';

const rule = (code: string, more: Partial<RuleShown> = {}): RuleShown => ({
  code,
  title: `About ${code}`,
  severity: 'error',
  wrong: 'Something is wrong.',
  todo: 'Put it right.',
  who: 'Social worker',
  rows: 1,
  children: 1,
  ...more,
});

/** A line says: which rule, which child, which table, which line of its file. */
const columnsOf = (lines: readonly (readonly [number, number, number, number])[]): FindingColumns => ({
  rules: [
    rule('1001'),
    rule('101', { severity: 'query', who: 'Virtual school' }),
    rule('102', { wrong: 'The day of birth is no day.' }),
  ],
  children: ['KID10', 'KID9', ''],
  tables: [
    { name: 'Header', title: 'Header' },
    { name: 'Episodes_last', title: 'Episodes, last year' },
  ],
  files: ['one.csv'],
  fieldSets: [['DOB', 'SEX']],
  count: lines.length,
  rule: Int32Array.from(lines, ([of]) => of),
  child: Int32Array.from(lines, ([, of]) => of),
  table: Int32Array.from(lines, ([, , of]) => of),
  file: new Int32Array(lines.length),
  fields: new Int32Array(lines.length),
  row: new Int32Array(lines.length),
  line: Int32Array.from(lines, ([, , , of]) => of),
});

const table = new FindingsTable(
  columnsOf([
    [0, 0, 0, 5],
    [1, 1, 1, 3],
    [2, 0, 1, 4],
    [1, 2, 0, 4],
  ]),
);

const matching = (asked: Partial<Filter>): readonly number[] => [
  ...table.matching({ ...NO_FILTER, ...asked }),
];

const FILTERS: readonly (readonly [what: string, asked: Partial<Filter>, found: readonly number[]])[] = [
  ['nothing', {}, [0, 1, 2, 3]],
  ['a rule, whole', { rule: '101' }, [1, 3]],
  ['a table', { table: 'Episodes_last' }, [1, 2]],
  ['a severity', { severity: 'query' }, [1, 3]],
  ['who can fix it', { who: 'Social worker' }, [0, 2]],
  ['part of a child’s identifier, in any letters', { child: ' kid1 ' }, [0, 2]],
  ['a word of the sentence', { words: 'birth' }, [2]],
  ['a word of a column', { words: 'dob' }, [0, 1, 2, 3]],
  ['several words, each of which must be somewhere', { words: 'kid9 last  year' }, [1]],
  ['words that are nowhere', { words: 'zebra' }, []],
  ['several things at once', { rule: '101', child: 'kid' }, [1]],
];

for (const [what, asked, found] of FILTERS)
  test(`findings are narrowed by ${what}`, () => assert.deepEqual(matching(asked), found));

test('an empty form asks for nothing, and spaces are empty', () => {
  assert.equal(isFiltering(NO_FILTER), false);
  assert.equal(isFiltering({ ...NO_FILTER, words: '  ' }), false);
  assert.equal(isFiltering({ ...NO_FILTER, rule: '101' }), true);
});

test('numbers within codes and identifiers sort as numbers', () => {
  const all = table.matching(NO_FILTER);
  assert.deepEqual([...table.sorted(all, { by: 'rule', descending: false })], [1, 3, 2, 0]);
  assert.deepEqual([...table.sorted(all, { by: 'child', descending: false })], [3, 1, 0, 2]);
});

test('lines that are alike stay in their order, whichever way they are sorted', () => {
  const all = table.matching(NO_FILTER);
  assert.deepEqual([...table.sorted(all, { by: 'line', descending: false })], [1, 2, 3, 0]);
  assert.deepEqual([...table.sorted(all, { by: 'line', descending: true })], [0, 2, 3, 1]);
});

test('only what was found is sorted', () => {
  const some = table.matching({ ...NO_FILTER, table: 'Header' });
  assert.deepEqual([...table.sorted(some, { by: 'who', descending: true })], [3, 0]);
});

test('a line says everything about itself', () => {
  const { rule: of, child, table: title, file, line, fields } = table.line(2);
  assert.deepEqual(
    [of.code, child, title, file, line, fields],
    ['102', 'KID10', 'Episodes, last year', 'one.csv', 4, ['DOB', 'SEX']],
  );
});

test('a hundred thousand findings are narrowed and sorted while somebody types', () => {
  const many = new FindingsTable(columnsOf(Array.from({ length: 100_000 }, (_, i) => [i % 3, i % 2, 1, i])));
  const started = performance.now();
  const found = many.matching({ ...NO_FILTER, words: 'kid10 wrong' });
  many.sorted(found, { by: 'line', descending: true });
  const took = performance.now() - started;
  assert.ok(found.length > 30_000);
  // An eye notices a tenth of a second; this takes a tenth of that on an idle machine.
  assert.ok(took < 500, `${took} ms`);
});
