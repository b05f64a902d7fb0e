import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { about, dirtyInput, found, POSTCODES, returnOf, YEAR } from '../../test/validating.ts';
import type { TableName } from '../tables/table.ts';
import { TABLES } from '../tables/tables.ts';
import type { EpisodeRow, HeaderRow, Row } from './rows.ts';
import { eachRow } from './rule.ts';
import { RULESET, Ruleset } from './ruleset.ts';
import { UnusableInput, type ValidateInput, validate, validateWith } from './validate.ts';

/** What a rule sees of each row of a table. */
const seen = <R>(table: TableName, see: (row: Row) => R, input: ValidateInput): readonly R[] => {
  const values: R[] = [];
  const look = eachRow(table, {
    ...about('LOOK'),
    fails: (row) => {
      values.push(see(row));
      return false;
    },
  });
  const { failed } = validateWith(new Ruleset([look]), { ...input, rules: ['LOOK'] });
  assert.deepEqual(failed, []);
  return values;
};

const unusable = (input: unknown): string => {
  try {
    validate(input as ValidateInput);
  } catch (error) {
    if (error instanceof UnusableInput) return error.message;
    throw error;
  }
  return 'It was used.';
};

test('a collection year is written 2026-27 or 2026/27', () => {
  const input = returnOf({ Episodes: [{ CHILD: 'A', RNE: 'X' }] });
  assert.deepEqual(validate({ ...input, collectionYear: '2026/27' }), validate(input));
});

test('a year without rules is refused', () => {
  assert.match(unusable({ collectionYear: '2021-22', tables: {} }), /no rules for .* ends in 2022/);
  assert.match(unusable({ collectionYear: '2027-28', tables: {} }), /no rules for .* ends in 2028/);
  for (const collectionYear of ['2026-28', '2026', 2027, null, undefined])
    assert.match(unusable({ collectionYear, tables: {} }), /^collectionYear is .*; write it as "2026-27"\.$/);
});

test('an unknown table is refused, with the names of those there are', () => {
  assert.match(
    unusable(returnOf({ Epsiodes: [] })),
    /^Epsiodes is not a table of the return\. They are Header, /,
  );
  assert.match(
    unusable({ ...returnOf({}), previous: { Episodes_last: [] } }),
    /^Episodes_last is not a table/,
  );
});

test('what is not a list of rows is refused', () => {
  const withTables = (tables: unknown) => unusable({ collectionYear: YEAR, tables });
  assert.equal(withTables({ Episodes: { CHILD: 'A' } }), 'Episodes should be a list.');
  assert.equal(withTables({ Episodes: [{}, null] }), 'Episodes should hold objects; number 1 is none.');
  assert.equal(withTables({ Episodes: ['A'] }), 'Episodes should hold objects; number 0 is none.');
  assert.equal(withTables({ Episodes: [], EPISODES: [] }), 'Episodes is given twice.');
  assert.equal(withTables([]), 'tables should be an object.');
});

test('a period that is none is refused', () => {
  const needs = 'period needs a start and an end, written YYYY-MM-DD, the start first.';
  for (const period of [
    { start: '01/04/2026', end: '31/03/2027' },
    { start: '2026-04-01' },
    { start: '2027-03-31', end: '2026-04-01' },
    { start: '2026-02-30', end: '2027-03-31' },
    { start: 2026, end: 2027 },
  ])
    assert.equal(unusable({ ...returnOf({}), period }), needs);
});

test('whatever else is not what it should be is refused in a sentence', () => {
  for (const input of [
    null,
    'return',
    [],
    { ...returnOf({}), rules: '432' },
    { ...returnOf({}), format: 'pdf' },
    { ...returnOf({}), reference: 'E10000016' },
    { ...returnOf({}), reference: { providers: {} } },
    { ...returnOf({}), reference: { postcodes: [null] } },
  ])
    assert.match(unusable(input), /^[A-Za-z].*\.$/);
});

test('a period other than the year’s picks the dates that rows are held against', () => {
  const input = returnOf({ Episodes: [{ CHILD: 'A', DECOM: '01/07/2026' }] }, ['354']);
  assert.deepEqual(found(validate(input)), []);
  const quarter = { ...input, period: { start: '2026-04-01', end: '2026-06-30' } };
  assert.deepEqual(found(validate(quarter)), [['354', 'Episodes', [0]]]);
});

test('null, absent and empty are all blank', () => {
  fc.assert(
    fc.property(dirtyInput, fc.boolean(), (input, asNull) => {
      const without = (tables: ValidateInput['tables'] = {}) =>
        Object.fromEntries(
          Object.entries(tables).map(([name, rows]) => [
            name,
            (rows ?? []).map((row) =>
              Object.fromEntries(
                Object.entries(row).flatMap(([column, cell]): [string, typeof cell][] =>
                  cell !== '' ? [[column, cell]] : asNull ? [[column, null]] : [],
                ),
              ),
            ),
          ]),
        );
      const bare = { ...input, tables: without(input.tables), previous: without(input.previous) };
      assert.deepEqual(validate(bare), validate(input));
    }),
    { numRuns: 25 },
  );
});

test('small letters and spaces around a cell are never a finding', () => {
  fc.assert(
    fc.property(dirtyInput, (input) => {
      const sloppy = (tables: ValidateInput['tables'] = {}) =>
        Object.fromEntries(
          Object.entries(tables).map(([name, rows]) => [
            name,
            (rows ?? []).map((row) =>
              Object.fromEntries(
                Object.entries(row).map(([column, cell]) => [column, `  ${String(cell).toLowerCase()}\t`]),
              ),
            ),
          ]),
        );
      const given = { ...input, tables: sloppy(input.tables), previous: sloppy(input.previous) };
      assert.deepEqual(validate(given), validate(input));
    }),
    { numRuns: 25 },
  );
});

test('a number is a cell as its text is', () => {
  const input = returnOf(
    {
      Header: [{ CHILD: 7, DOB: '02/04/2026' }],
      Episodes: [{ CHILD: '7', DECOM: '01/04/2026', URN: 1_234_567 }],
    },
    ['302'],
  );
  assert.deepEqual(found(validate(input)), [
    ['302', 'Episodes', [0]],
    ['302', 'Header', [0]],
  ]);
  assert.deepEqual(
    seen('Episodes', (row) => (row as EpisodeRow).URN, input),
    ['1234567'],
  );
});

test('columns that the return does not have are ignored', () => {
  const rows = [{ CHILD: 'A', RNE: 'X', NOTES: 'as agreed', toString: 'X' }];
  const plain = [{ CHILD: 'A', RNE: 'X' }];
  assert.deepEqual(validate(returnOf({ Episodes: rows })), validate(returnOf({ Episodes: plain })));
});

test('a table that is there and empty is given; one that is absent has its rules skipped, by name', () => {
  const withEmpty = validate(returnOf({ Episodes: [], Header: [] }, ['302']));
  assert.deepEqual([withEmpty.ran, withEmpty.skipped], [['302'], []]);
  for (const tables of [{ Episodes: [] }, { Episodes: [], Header: null }]) {
    const { ran, skipped } = validate(returnOf(tables, ['302']));
    assert.deepEqual(ran, []);
    assert.deepEqual(skipped, [{ rule: '302', why: 'It needs Header, not given.' }]);
  }
  const { skipped } = validate(returnOf({ Episodes: [{ CHILD: 'A' }] }, ['503H']));
  assert.match(skipped[0]?.why ?? '', /last year’s Episodes.*postcode directory/);
});

test('every rule asked for is either run or skipped, once', () => {
  const codes = RULESET.of(2027).map(({ code }) => code);
  const asked = fc.subarray([...codes, 'NONE', '445', '__proto__']);
  const tables = fc.subarray(TABLES.map(({ name }) => name));
  fc.assert(
    fc.property(asked, tables, tables, (rules, given, givenLast) => {
      const empty = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, []]));
      const { ran, skipped, findings } = validate({
        ...returnOf(empty(given), [...rules, ...rules]),
        previous: empty(givenLast),
      });
      assert.deepEqual([...ran, ...skipped.map(({ rule }) => rule)].sort(), [...rules].sort());
      assert.deepEqual(findings, []);
      for (const { why } of skipped) assert.match(why, /^[A-Z].*\.$/);
    }),
  );
  const all = validate(returnOf({}));
  assert.deepEqual([...all.ran, ...all.skipped.map(({ rule }) => rule)].sort(), codes.toSorted());
});

test('a code of no rule, and one of another year’s, is skipped with the reason', () => {
  const { ran, skipped } = validate(returnOf({ Episodes: [] }, ['445', 'X1', '446']));
  assert.deepEqual(ran, ['446']);
  assert.deepEqual(skipped, [
    { rule: '445', why: 'There is no rule 445 in the collection year that ends in 2027.' },
    { rule: 'X1', why: 'There is no rule X1 in the collection year that ends in 2027.' },
  ]);
});

const where = (row: Row) => {
  const { PL_LA, PL_LOCATION, PL_DISTANCE } = row as EpisodeRow;
  return [PL_LA, PL_LOCATION, PL_DISTANCE];
};

test('where placements are is worked out from postcodes, or taken as given', () => {
  const bare = { CHILD: 'A', HOME_POST: 'ab1 2cd', PL_POST: 'AB1 2CE' };
  const given = { ...bare, PL_LA: 'con', PL_LOCATION: 'OUT', PL_DISTANCE: 3.5 };
  const reference = { authority: 'E10000016', postcodes: POSTCODES };
  const look = (episode: typeof bare, knowing = {}) =>
    seen('Episodes', where, { ...returnOf({ Episodes: [episode] }), reference: knowing })[0];
  assert.deepEqual(look(bare, reference), ['WAL', 'OUT', 1]);
  assert.deepEqual(look({ ...bare, PL_POST: 'AB1 2CD' }, reference), ['E10000016', 'IN', 0]);
  assert.deepEqual(look({ ...bare, PL_POST: 'ZZ1 1ZZ' }, reference), ['', '', Number.NaN]);
  assert.deepEqual(look(given, reference), ['CON', 'OUT', 3.5]);
  assert.deepEqual(look(given), ['CON', 'OUT', 3.5]);
  assert.deepEqual(look(bare), ['', '', Number.NaN]);
});

test('who is unaccompanied is worked out from the UASC file, or taken as the Header gives it', () => {
  const flags = (tables: ValidateInput['tables'], format: 'csv' | 'xml' = 'csv') =>
    seen('Header', (row) => (row as HeaderRow).UASC, { ...returnOf(tables), format });
  const Header = [{ CHILD: 'A' }, { CHILD: 'b' }];
  assert.deepEqual(flags({ Header, UASC: [{ CHILD: 'B' }] }), ['0', '1']);
  assert.deepEqual(flags({ Header, UASC: [] }), ['0', '0']);
  assert.deepEqual(flags({ Header }), ['', '']);
  const said = Header.map((row, i) => ({ ...row, UASC: i === 0 ? '1' : '0' }));
  assert.deepEqual(flags({ Header: said, UASC: [{ CHILD: 'B' }] }), ['1', '0']);
  const leftBlank = Header.map((row) => ({ ...row, UASC: null }));
  assert.deepEqual(flags({ Header: leftBlank, UASC: [{ CHILD: 'B' }] }), ['0', '1']);
  assert.deepEqual(flags({ Header: leftBlank, UASC: [{ CHILD: 'B' }] }, 'xml'), ['', '']);
  assert.deepEqual(flags({ Header: leftBlank }), ['', '']);
});
