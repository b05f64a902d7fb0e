import assert from 'node:assert/strict';
import { test } from 'node:test';
import { on, onOrNull, withRecords } from '../../../test/records.ts';
import type { BedsOfHome } from '../records/homes.ts';

const APRIL = '2024-04-30';
const home = (rest: Partial<BedsOfHome> = {}): BedsOfHome => ({
  home: 'Alder House',
  kind: 'childrens-home',
  starts: on('2023-01-01'),
  ends: null,
  registered: 4,
  commissioned: 3,
  staffed: 2,
  ...rest,
});
const stay = (starts: string, ends: string | null = null, where = 'Alder House') => ({
  home: where,
  starts: on(starts),
  ends: onOrNull(ends),
});

test('four beds registered, two children all April: 60 of 120 bed-nights, and all of those staffed', () => {
  const records = { bedsOfHomes: [home()], bedStays: [stay('2024-01-10'), stay('2024-04-01')] };
  const figure = withRecords('occupancy-homes', records, APRIL);
  assert.deepEqual([figure.value, figure.numerator, figure.denominator], [50, 60, 120]);
  assert.equal(withRecords('occupancy-homes-staffed', records, APRIL).value, 100);
  assert.equal(withRecords('occupancy-homes-commissioned', records, APRIL).numerator, 60);
  assert.equal(withRecords('occupancy-homes-commissioned', records, APRIL).denominator, 90);
});

test('the night of the day a stay ends is not in it, and nights outside the time shown are not', () => {
  const bedStays = [stay('2024-04-10', '2024-04-12'), stay('2024-03-01', '2024-04-02'), stay('2024-05-01')];
  const figure = withRecords('occupancy-homes', { bedsOfHomes: [home()], bedStays }, APRIL);
  assert.equal(figure.numerator, 3);
});

test('beds that came or went count for the nights they were there', () => {
  const bedsOfHomes = [home({ ends: on('2024-04-16') }), home({ starts: on('2024-04-16'), registered: 2 })];
  const figure = withRecords('occupancy-homes', { bedsOfHomes, bedStays: [stay('2024-04-01')] }, APRIL);
  assert.deepEqual([figure.numerator, figure.denominator], [30, 15 * 4 + 15 * 2]);
});

test('supported accommodation: 1,404 of 1,560 bed-nights of 52 beds is 90%', () => {
  const bedsOfHomes = [
    home({ home: 'Birch Court', kind: 'supported-accommodation', commissioned: 52 }),
    home(),
  ];
  const bedStays = [
    ...Array.from({ length: 46 }, () => stay('2024-01-10', null, 'Birch Court')),
    stay('2024-04-01', '2024-04-25', 'Birch Court'),
  ];
  const figure = withRecords('occupancy-beds', { bedsOfHomes, bedStays }, APRIL);
  assert.deepEqual([figure.numerator, figure.denominator, figure.value], [1404, 1560, 90]);
  assert.equal(withRecords('cl-supported-beds', { bedsOfHomes }, APRIL).value, 52);
});

test('without any beds there is no occupancy', () => {
  const figure = withRecords('occupancy-homes', { bedsOfHomes: [], bedStays: [] }, APRIL);
  assert.deepEqual([figure.value, figure.noValue], [null, 'nobody-to-count']);
});

test('other authorities’ children living here: 31, as had been notified by the day', () => {
  const placedHere = Array.from({ length: 34 }, (_, i) => ({
    notification: `N${i}`,
    by: 'Southmarsh',
    starts: on('2024-01-10'),
    ends: onOrNull(i === 31 ? APRIL : null),
    notifiedOn: on(i >= 32 ? '2024-05-01' : '2024-01-12'),
  }));
  assert.equal(withRecords('placed-in-area-by-others', { placedHere }, APRIL).value, 31);
});
