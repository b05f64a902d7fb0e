import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Provider, type ProviderLine, providerList } from './providers.ts';
import { dayOfNumber } from './return-table.ts';

const MEDWAY = 'E06000035';
const inMedway = (postcode: string): string => (postcode === 'ZZ22BB' ? MEDWAY : '');

const of = (urn: string, ...lines: readonly ProviderLine[]): readonly Provider[] =>
  providerList(lines, inMedway)(urn);

const ended = (REG_END: string | null): string | undefined => {
  const [found] = of('1', { URN: '1', REG_END });
  return found && dayOfNumber(found.registrationEnded);
};

test('a URN has all of its lines, in their order, and no other’s', () => {
  const lines = of(
    '1234567',
    { URN: '1234567', PLACE_CODES: 'K2' },
    { URN: '7654321', PLACE_CODES: 'K1' },
    { URN: '1234567', PLACE_CODES: 'R3' },
  );
  assert.deepEqual(
    lines.map(({ placeCodes }) => placeCodes),
    [['K2'], ['R3']],
  );
});

test('a URN that is not listed has no line, nor has a line without one', () => {
  assert.deepEqual(of('7654321', { URN: '1234567' }), []);
  assert.deepEqual(of('', { URN: '' }, { URN: null }, {}), []);
});

test('a URN is one whether text, number, spaced, or a number with its decimals, and in a list of both', () => {
  const list = providerList(
    [{ URN: 1_234_567 }, { URN: '1234567.0' }, { URN: ' 1234567 ' }, { URN: '1234567' }, { URN: 'sc045407' }],
    inMedway,
  );
  assert.equal(list('1234567').length, 4);
  assert.equal(list('SC045407').length, 1);
});

test('a number is not taken for one that it only starts like', () => {
  assert.equal(of('123', { URN: '1230' }, { URN: '123.5' }).length, 0);
});

test('codes are parted by commas or strokes, spaced or not, in capitals', () => {
  const [line] = of('1', { URN: '1', PLACE_CODES: 'k2, R3 ,,S1', PROVIDER_CODES: 'PR1/PR4' });
  assert.deepEqual(line?.placeCodes, ['K2', 'R3', 'S1']);
  assert.deepEqual(line?.providerCodes, ['PR1', 'PR4']);
});

test('a provider without codes, postcode or authority has none', () => {
  const bare = {
    placeCodes: [],
    providerCodes: [],
    registrationEnded: Number.NaN,
    postcode: '',
    authority: '',
  };
  assert.deepEqual(of('1', { URN: '1' }), [bare]);
  assert.deepEqual(
    of('1', {
      URN: '1',
      PLACE_CODES: null,
      PROVIDER_CODES: '',
      REG_END: null,
      POSTCODE: null,
      LA_CODE_INFERRED: ' ',
    }),
    [bare],
  );
});

test('a registration ends on the day written, as in a return or as in a workbook', () => {
  assert.equal(ended('01/06/2026'), '2026-06-01');
  assert.equal(ended('1/6/2026'), '2026-06-01');
  assert.equal(ended('2026-06-01'), '2026-06-01');
  assert.equal(ended('2026-06-01 00:00:00'), '2026-06-01');
  assert.equal(ended(' 2026-06-01T00:00:00 '), '2026-06-01');
});

test('a registration goes on when no day is written, or none that is', () => {
  for (const text of ['', null, '31/06/2026', '2026-06-31', 'closed']) assert.equal(ended(text), 'no date');
});

test('a postcode is held in capitals without spaces', () => {
  assert.equal(of('1', { URN: '1', POSTCODE: ' zz1 1aa ' })[0]?.postcode, 'ZZ11AA');
});

test('a provider is in the authority that its line gives, otherwise in that of its postcode', () => {
  const authority = (line: ProviderLine) => of('1', { URN: '1', ...line })[0]?.authority;
  assert.equal(authority({ POSTCODE: 'ZZ2 2BB', LA_CODE_INFERRED: ' e10000016 ' }), 'E10000016');
  assert.equal(authority({ POSTCODE: 'zz2 2bb' }), MEDWAY);
  assert.equal(authority({ POSTCODE: 'ZZ9 9ZZ' }), '');
});
