import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SheetRead } from '@rightplace/spreadsheet';
import { NotAProviderList, readProviders } from './read-providers.ts';

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
