import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_PLACEMENT_COUNTING, day, recordAsOf } from '@rightplace/domain';
import { aChild, anEpisode } from '../../test/children-world.ts';
import { type CareJourney, journeyOf, situationOn } from './journey.ts';
import { settingFinder } from './named-setting.ts';

const findSetting = settingFinder([
  { urn: null, name: 'Mr and Mrs Lowe', type: 'U6', postcode: 'PE11 1ZZ', providerName: null, inHouse: true },
  {
    urn: 'SC990003',
    name: 'Lane House',
    type: 'K2',
    postcode: 'LE13 0ZZ',
    providerName: null,
    inHouse: false,
  },
]);
const question = { context: {}, findSetting, counting: DEFAULT_PLACEMENT_COUNTING };
const journey = (...episodes: readonly ReturnType<typeof anEpisode>[]): CareJourney =>
  journeyOf(aChild('T1', { episodes }), question);

const homes = (of: CareJourney) =>
  of.periods.flatMap((period) => period.homes.map(({ starts, move, since }) => [starts, move, since]));

test('coming into care is not a move, and a new home is', () => {
  const of = journey(
    anEpisode({ decom: '2025-01-01', dec: '2025-03-01', reasonPlaceChange: 'CREQB' }),
    anEpisode({ decom: '2025-03-01', rne: 'P', place: 'K2', urn: 'SC990003', postcode: 'LE13 0ZZ' }),
  );
  assert.deepEqual(homes(of), [
    ['2025-01-01', undefined, '2025-01-01'],
    ['2025-03-01', 1, '2025-03-01'],
  ]);
  assert.equal(of.moves, 1);
  assert.equal(of.periods[0]?.homes[1]?.movedBecause, 'CREQB');
  assert.equal(of.periods[0]?.homes[1]?.setting?.name, 'Lane House');
});

test('a stay in hospital and the way back are no moves, and the child has lived at home all along', () => {
  const of = journey(
    anEpisode({ decom: '2025-01-01', dec: '2025-03-01' }),
    anEpisode({ decom: '2025-03-01', dec: '2025-03-09', rne: 'P', place: 'T1', postcode: null }),
    anEpisode({ decom: '2025-03-09', rne: 'P' }),
  );
  assert.equal(of.moves, 0);
  assert.equal(of.periods[0]?.homes[2]?.since, '2025-01-01');
  const away = situationOn(of, day('2025-03-05'));
  assert.ok(away.kind === 'in-care');
  assert.deepEqual([away.home?.code, away.away?.code], ['U6', 'T1']);
});

test('a placement made long term with the same carer is no move', () => {
  const of = journey(
    anEpisode({ decom: '2025-01-01', dec: '2025-06-01' }),
    anEpisode({ decom: '2025-06-01', rne: 'T', place: 'U4' }),
  );
  assert.deepEqual(homes(of).at(-1), ['2025-06-01', undefined, '2025-01-01']);
  assert.equal(of.periods[0]?.homes[1]?.sameCarer, true);
});

test('a change of legal status shows in the legal lane alone', () => {
  const of = journey(
    anEpisode({ decom: '2025-01-01', dec: '2025-02-01', ls: 'V2' }),
    anEpisode({ decom: '2025-02-01', rne: 'L', ls: 'C1' }),
  );
  assert.deepEqual(
    of.periods[0]?.legalStatuses.map(({ code, starts }) => [code, starts]),
    [
      ['V2', '2025-01-01'],
      ['C1', '2025-02-01'],
    ],
  );
  assert.equal(homes(of).length, 1);
});

test('a second time in care is a period of its own, and the homes of the first stay with it', () => {
  const of = journey(
    anEpisode({ decom: '2020-01-01', dec: '2021-01-01', rec: 'E4A' }),
    anEpisode({ decom: '2025-01-01' }),
  );
  assert.deepEqual(
    of.periods.map((period) => [period.starts, period.ends, period.homes.length]),
    [
      ['2020-01-01', '2021-01-01', 1],
      ['2025-01-01', null, 1],
    ],
  );
  assert.equal(of.moves, 0);
});

test('a stay of no length is kept', () => {
  const of = journey(
    anEpisode({ decom: '2025-01-01', dec: '2025-01-01', place: 'K2' }),
    anEpisode({ decom: '2025-01-01', rne: 'P' }),
  );
  assert.deepEqual(
    of.periods[0]?.homes.map(({ code, starts, ends }) => [code, starts, ends]),
    [
      ['K2', '2025-01-01', '2025-01-01'],
      ['U6', '2025-01-01', null],
    ],
  );
});

test('each day tells where the child was, as that day could know', () => {
  const child = aChild('T1', {
    episodes: [anEpisode({ decom: '2025-01-01', dec: '2026-01-01', rec: 'E4A' })],
  });
  const on = (text: string) => situationOn(journeyOf(recordAsOf(child, day(text)), question), day(text)).kind;
  assert.equal(on('2024-12-31'), 'never');
  assert.equal(on('2025-01-01'), 'in-care');
  assert.equal(on('2025-12-31'), 'in-care');
  assert.equal(on('2026-01-01'), 'left');
});

test('a home is named only where the record can tell which it is', () => {
  const two = settingFinder([
    { urn: null, name: 'One household', type: 'U6', postcode: 'PE11 1ZZ', providerName: null, inHouse: true },
    { urn: null, name: 'Next door', type: 'U4', postcode: 'PE11 1ZZ', providerName: null, inHouse: true },
    {
      urn: '9900001',
      name: 'An agency',
      type: 'U6',
      postcode: 'PE30 1ZZ',
      providerName: null,
      inHouse: false,
    },
    {
      urn: 'SC990003',
      name: 'Lane House',
      type: 'K2',
      postcode: 'LE13 0ZZ',
      providerName: null,
      inHouse: false,
    },
  ]);
  assert.equal(two({ urn: null, postcode: 'PE11 1ZZ', type: 'U6' }), undefined);
  assert.equal(two({ urn: '9900001', postcode: 'PE12 9ZZ', type: 'U6' }), undefined, 'an agency is no home');
  assert.equal(two({ urn: 'SC990003', postcode: null, type: 'K2' })?.name, 'Lane House');
  assert.equal(two({ urn: 'SC990003', postcode: 'LE130ZZ', type: 'K2' })?.name, 'Lane House');
  assert.equal(two({ urn: null, postcode: 'LE13 0ZZ', type: 'U6' }), undefined, 'carers do not live in it');
});
