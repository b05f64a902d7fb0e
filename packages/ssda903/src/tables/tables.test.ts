import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsIn } from '../../test/files.ts';
import { sampleFiles } from '../../test/sample.ts';
import { CODE_SETS, codesIn, codesInAnyYear, meaningOfCode } from '../codes/codes.ts';
import { sexCode, sexFromCode } from '../codes/sex.ts';
import { readReturn } from '../read/read-return.ts';
import { recognise } from './recognise.ts';
import { columnNames, getTable, isInYear, TABLES } from './tables.ts';

/** Whether a file's name is that of the table or, as here and there in the sample, begins with it or is its short one. */
const isNamedFor = (table: string, fileName: string): boolean => {
  const known = TABLES.find(({ name }) => name === table)?.fileName.replace('.csv', '');
  return known !== undefined && (fileName.startsWith(known) || fileName === `${table}.csv`);
};

/** The first row of a file, by splitting its text: no cell of the sample is quoted. */
const firstRowOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes).split(/\r?\n/)[1]?.replaceAll(',', '|') ?? '';

test('every file of the sample is told by its columns, and its first row read', () => {
  const seen = new Set<string>();
  for (const file of sampleFiles('.csv')) {
    const [first] = rowsIn(readReturn([file]));
    const [table = '', ...cells] = first?.text.split('|') ?? [];
    seen.add(table);
    assert.equal(cells.join('|'), firstRowOf(file.bytes), file.name);
    assert.ok(isNamedFor(table, file.name), `${file.name} was taken for ${table}`);
  }
  assert.deepEqual([...seen].sort(), TABLES.map(({ name }) => name).sort());
});

test('each table is recognised by its own columns, shuffled, and no two tables have the same', () => {
  for (const table of TABLES) {
    const names = [...columnNames(table)].reverse();
    const recognised = recognise(names);
    assert.ok(recognised.kind === 'table');
    assert.equal(recognised.table.name, table.name);
    assert.deepEqual(
      recognised.positions.map((position) => columnNames(table)[position]),
      names,
    );
  }
  const columns = TABLES.map((table) => [...columnNames(table)].sort().join());
  assert.equal(new Set(columns).size, TABLES.length);
});

test('every column of codes has codes in every year', () => {
  for (const table of TABLES) {
    for (const { name, kind } of [...table.columns, ...(table.derived ?? [])]) {
      if (kind !== 'code') continue;
      for (const year of [2023, 2024, 2025, 2026, 2027, 2028]) {
        const codes = Object.keys(codesIn(name, year));
        assert.ok(codes.length >= 2, `${name} in ${year}`);
        assert.ok(codes.every((code) => meaningOfCode(name, code) !== undefined));
      }
    }
  }
});

test('social workers are returned since 2023-24, deprivation of liberty since 2026-27, all else always', () => {
  const since = (year: number): readonly string[] =>
    TABLES.filter((table) => !isInYear(table, year)).map(({ name }) => name);
  assert.deepEqual(since(2023), ['SWEpisodes', 'DoLo']);
  assert.deepEqual(since(2026), ['DoLo']);
  assert.deepEqual(since(2027), []);
  assert.equal(getTable('Episodes').columns.length, 13);
});

test('each year has its own placements and sexes', () => {
  const has = (column: string, year: number, code: string): boolean =>
    Object.hasOwn(codesIn(column, year), code);
  const table = [
    ['PLACE', 'H5', [true, true, true, false, false]],
    ['PLACE', 'Z1', [true, true, true, false, false]],
    ['PLACE', 'K3', [false, false, true, true, true]],
    ['PLACE', 'Z11', [false, false, false, true, true]],
    ['PLACE', 'U1', [true, true, true, true, true]],
    ['SEX', '1', [true, true, false, false, false]],
    ['SEX', 'U', [false, false, true, true, true]],
  ] as const;
  for (const [column, code, years] of table) {
    assert.deepEqual(
      [2023, 2024, 2025, 2026, 2027].map((year) => has(column, year, code)),
      years,
      `${column} ${code}`,
    );
  }
  // A year before or after those listed has the nearest list.
  assert.equal(has('SEX', 2015, '1'), true);
  assert.equal(has('PLACE', 2040, 'Z14'), true);
});

test('codes of any year, and those of older returns, have a meaning', () => {
  for (const code of ['H5', 'K3', 'Z1', 'Z14', 'A1'])
    assert.ok(meaningOfCode('PLACE', code) !== undefined, code);
  assert.equal(meaningOfCode('REC', 'E43'), CODE_SETS.REC_HISTORIC['E43']);
  assert.equal(meaningOfCode('LA_PERM', '941'), 'West Northamptonshire (from April 2021)');
  assert.equal(meaningOfCode('PLACE', 'XX'), undefined);
  assert.equal(meaningOfCode('PLACE', 'constructor'), undefined);
  assert.equal(Object.keys(codesInAnyYear('SEX')).length, 5);
});

test('SEX has one meaning inside, and each year its own code for it', () => {
  assert.deepEqual(['1', '2', 'M', 'F', 'U', '3'].map(sexFromCode), ['M', 'F', 'M', 'F', 'U', undefined]);
  assert.deepEqual([sexCode('M', 2024), sexCode('F', 2023), sexCode('U', 2024)], ['1', '2', '']);
  assert.deepEqual([sexCode('M', 2025), sexCode('F', 2027)], ['M', 'F']);
});
