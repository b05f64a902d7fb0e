import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SheetRead } from '@rightplace/spreadsheet';
import { NotAProviderList, providerListDoubts, readProviders } from './read-providers.ts';

const sheet = (name: string, ...rows: readonly (readonly string[])[]): SheetRead => ({ name, rows });

const homes = sheet(
  'Provider information',
  [
    'Local Authority',
    'URN',
    'Provider Code',
    'Provider Placement Code',
    'Closed Date',
    'Setting Address Postcode',
  ],
  ['Northmarsh', 'SC123', 'PR4', 'K2/K1', '-', 'zz1 1zz'],
  ['Northmarsh', '2001', 'K2', 'PR5', '2026-05-01', 'ZZ2 2ZZ'],
  ['Northmarsh', '', 'K2', 'PR5', '', 'ZZ2 2ZZ'],
);

test('children’s homes: codes are told by what they are, whichever column they are in', () => {
  assert.deepEqual(readProviders([homes]), [
    {
      URN: 'SC123',
      PLACE_CODES: 'K2,K1',
      PROVIDER_CODES: 'PR4',
      REG_END: '',
      POSTCODE: 'ZZ11ZZ',
    },
    {
      URN: '2001',
      PLACE_CODES: 'K2',
      PROVIDER_CODES: 'PR5',
      REG_END: '2026-05-01',
      POSTCODE: 'ZZ22ZZ',
    },
  ]);
});

test('homes whose addresses are on a sheet of their own have them by URN', () => {
  const [row, ...others] = readProviders([
    sheet(
      'Settings and Inspection Info',
      ['URN', 'Provider Code', 'Provider Placement Code'],
      ['SC1', 'K2', 'PR4'],
    ),
    sheet('Address Details', ['URN', 'Setting Postcode'], ['SC1', 'ZZ3 3ZZ']),
  ]);
  assert.deepEqual([row?.POSTCODE, row?.PLACE_CODES, others.length], ['ZZ33ZZ', 'K2', 0]);
});

test('social care providers, those closed too', () => {
  const columns = ['URN', 'Local authority', 'Placement code', 'Placement provider code', 'Setting postcode'];
  const rows = readProviders([
    sheet('Current', columns, ['3001', 'Northmarsh', 'U1,U2', 'PR4', 'ZZ4 4ZZ']),
    sheet(
      'Closed',
      [...columns, 'Deregistration date'],
      ['3002', 'Northmarsh', 'U1', 'PR4', 'ZZ5 5ZZ', '2024-12-31'],
    ),
  ]);
  assert.deepEqual(
    rows.map(({ URN, REG_END }) => [URN, REG_END]),
    [
      ['3001', ''],
      ['3002', '2024-12-31'],
    ],
  );
});

test('supported accommodation is K3, private where it does not say, at its own premises, once for each of them', () => {
  const rows = readProviders([
    sheet(
      'SA Providers',
      ['Provider Local Authority', 'URN', 'Closed date', 'Setting address postcode'],
      ['Northmarsh', '4001', '', 'ZZ6 6ZZ'],
      ['Northmarsh', '4001', '2025-01-31', 'ZZ7 7ZZ'],
    ),
  ]);
  assert.deepEqual(
    rows.map(({ URN, PLACE_CODES, PROVIDER_CODES, POSTCODE, REG_END }) => [
      URN,
      PLACE_CODES,
      PROVIDER_CODES,
      POSTCODE,
      REG_END,
    ]),
    [
      ['4001', 'K3', 'PR4', 'ZZ66ZZ', ''],
      ['4001', 'K3', 'PR4', 'ZZ77ZZ', '2025-01-31'],
    ],
  );
});

test('a number that a workbook keeps as 5001.0 is the URN 5001; a title above the columns does no harm', () => {
  const [row] = readProviders([
    sheet('Any', ['Published by nobody'], ['urn', 'PLACE_CODES', 'PROVIDER_CODES'], ['5001.0', 'k2', 'pr4']),
  ]);
  assert.deepEqual([row?.URN, row?.PLACE_CODES], ['5001', 'K2']);
});

test('a workbook without a column URN is refused with what to use', () => {
  assert.throws(
    () => readProviders([sheet('Any', ['Name', 'Town'], ['A', 'B'])]),
    (error) => error instanceof NotAProviderList && /as downloaded/.test(error.message),
  );
});

test('an authority is given only by our own columns', () => {
  const [row] = readProviders([
    sheet('Any', ['URN', 'PLACE_CODES', 'LA_CODE_INFERRED'], ['1', 'K2', 'e10000016']),
  ]);
  assert.equal(row?.LA_CODE_INFERRED, 'E10000016');
});

const HOME_COLUMNS = ['URN', 'Provider Code', 'Provider Placement Code', 'Closed Date', 'Setting Postcode'];
const home = (urn: string): readonly string[] => [urn, 'K2', 'PR4', '', 'ZZ1 1ZZ'];
const renamed = (...names: readonly string[]): readonly string[] =>
  HOME_COLUMNS.map((name) => (names.includes(name) ? `New ${name}` : name));
const refusedFor = (said: RegExp) => (error: unknown) =>
  error instanceof NotAProviderList && said.test(error.message);

test('a list whose columns of codes were renamed is refused, as every placement would look wrong', () => {
  const columns = renamed('Provider Code', 'Provider Placement Code');
  assert.throws(() => readProviders([sheet('Any', columns, home('1'))]), refusedFor(/may have been renamed/));
});

test('a list whose codes are none that we know is read, and it is said what comes of it', () => {
  const strange = [
    sheet(
      'Current providers',
      ['URN', 'Placement code', 'Placement provider code', 'Setting postcode'],
      ['3001', 'cod35', 'cod3c0d5', 'ZZ4 4ZZ'],
      ['3001', 'cod36', 'cod3c0d5', 'ZZ4 4ZZ'],
    ),
  ];
  assert.deepEqual(
    readProviders(strange).map(({ URN, PLACE_CODES, PROVIDER_CODES }) => [URN, PLACE_CODES, PROVIDER_CODES]),
    [['3001', '', '']],
  );
  assert.match(
    providerListDoubts(strange).join('\n'),
    /No provider has a placement code.*\nNo provider has a provider code/,
  );
  const [doubt] = providerListDoubts([...strange, homes]);
  assert.match(
    doubt ?? '',
    /“Current providers” lists 1 provider, and none of their .* is one that the return knows/,
  );
});

test('a list without a provider is refused', () => {
  assert.throws(() => readProviders([sheet('Any', HOME_COLUMNS)]), refusedFor(/no provider below it/));
});

test('names of columns that a workbook breaks over lines, or spaces out, are the same names', () => {
  const [row] = readProviders([
    sheet(
      'Any',
      HOME_COLUMNS.map((name) => `${name.replace(' ', '\n ')} `),
      home('1'),
    ),
  ]);
  assert.deepEqual([row?.PLACE_CODES, row?.PROVIDER_CODES, row?.POSTCODE], ['K2', 'PR4', 'ZZ11ZZ']);
});

test('what a list does not tell, because one of its columns was renamed, is said with what comes of it', () => {
  for (const [column, said] of [
    ['Provider Code', /no provider has a placement code[^]*219/i],
    ['Provider Placement Code', /no provider has a provider code[^]*224/i],
    ['Closed Date', /no sheet has the day on which a registration ended[^]*227 and 228/i],
    ['Setting Postcode', /no provider has a postcode[^]*221/i],
  ] as const) {
    const doubts = providerListDoubts([sheet('Any', renamed(column), home('1'))]);
    assert.equal(doubts.length, 1, column);
    assert.match(doubts[0] ?? '', said);
  }
  const whole = [homes, sheet('Registration Conditions', ['URN', 'Conditions'], ['2001', 'Two at most'])];
  assert.deepEqual(providerListDoubts(whole), [], 'another sheet of the same homes needs no codes');
});

test('a sheet whose codes cannot be found, beside one whose can, is named', () => {
  const other = sheet('More', renamed('Provider Code', 'Provider Placement Code'), home('8'), home('9'));
  const [doubt, ...more] = providerListDoubts([homes, other]);
  assert.match(doubt ?? '', /sheet “More” lists 2 providers/);
  assert.deepEqual(more, []);
});
