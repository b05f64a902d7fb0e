import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../../test/figures.ts';
import { at, on, onOrNull, who, withRecords } from '../../../test/records.ts';
import type { PlacementSearch } from '../records/search.ts';

const DAY = '2024-03-31';

const search = (name: string, rest: Partial<PlacementSearch> = {}): PlacementSearch => ({
  search: name,
  child: who('C1'),
  readyAt: at('2024-01-08T09:00'),
  wanted: 'fostering',
  offeredOn: [],
  closedOn: null,
  movedAt: null,
  placed: null,
  otherBecause: null,
  ...rest,
});

const figure = (id: string, ...placementSearches: readonly PlacementSearch[]) =>
  withRecords(id, { placementSearches }, DAY);

test('placements made on the day they were asked for: four of sixteen is 25%', () => {
  const searches = Array.from({ length: 16 }, (_, i) =>
    search(`S${i}`, { movedAt: at(i < 4 ? '2024-01-08T22:00' : '2024-01-09T09:00') }),
  );
  assert.equal(figure('same-day-placements', ...searches).value, 25);
});

test('a day is one of London: in summer, half past eleven at night UTC is the next day', () => {
  const summer = search('S', { readyAt: at('2023-06-01T23:30'), movedAt: at('2023-06-02T09:00') });
  assert.equal(figure('same-day-placements', summer).value, 100);
});

test('hours to a placement: of 2, 30 and 76 the middle one is 30', () => {
  const moved = ['2024-01-08T11:00', '2024-01-09T15:00', '2024-01-11T13:00'];
  const searches = moved.map((time, i) => search(`S${i}`, { movedAt: at(time) }));
  assert.equal(figure('time-to-place', ...searches).value, 30);
});

test('a move after the day asked about is not known, and one before the time shown is not in it', () => {
  const searches = ['2024-03-31T22:30', '2024-03-31T23:30', '2023-03-31T09:00'].map((time, i) =>
    search(`S${i}`, { readyAt: at('2023-03-30T09:00'), movedAt: at(time) }),
  );
  assert.equal(figure('time-to-place', ...searches).denominator, 1);
});

const offers = (counts: readonly number[]) =>
  counts.map((count, i) =>
    search(`S${i}`, {
      closedOn: on('2024-01-20'),
      offeredOn: Array.from({ length: count }, () => on('2024-01-15')),
    }),
  );

test('offers for a search: of none, one and five the average is 2, and one of three had none', () => {
  assert.equal(figure('offers-per-search', ...offers([0, 1, 5])).value, 2);
  const none = figure('no-offer-searches', ...offers([0, 1, 5]));
  assert.deepEqual([Math.round(none.value ?? 0), none.denominator], [33, 3]);
});

test('a search that goes on is not asked about', () => {
  const closed = ['2024-03-31', '2024-04-01', null].map((day, i) =>
    search(`S${i}`, { closedOn: onOrNull(day) }),
  );
  assert.equal(read(figure('no-offer-searches', ...closed)), 'S0 of S0');
});

test('not the type wanted: one of three for want of it, a choice is none, and no reason is not known', () => {
  const movedAt = at('2024-01-10T10:00');
  const found = (name: string, placed: PlacementSearch['placed'], wanted: PlacementSearch['wanted']) =>
    search(name, { wanted, placed, movedAt, otherBecause: placed === wanted ? null : 'availability' });
  const three = [
    found('A', 'fostering', 'fostering'),
    found('B', 'residential', 'fostering'),
    found('C', 'residential', 'residential'),
  ];
  assert.equal(read(figure('desired-type-not-achieved', ...three)), 'B of A B C');
  const others = [
    { ...found('D', 'residential', 'fostering'), otherBecause: 'needs' as const },
    { ...found('E', 'residential', 'fostering'), otherBecause: null },
  ];
  const told = figure('desired-type-not-achieved', ...others);
  assert.deepEqual([told.numerator, told.denominator, told.notRecorded], [0, 2, ['E']]);
});
