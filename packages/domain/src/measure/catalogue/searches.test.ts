import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../../test/figures.ts';
import { aLedger } from '../../../test/ledgers.ts';
import { at, on, onOrNull, who, withRecords } from '../../../test/records.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import type { OtherTypeReason, PlacementSearch, SearchApproach } from '../records/search.ts';
import { offerRate } from './search-approaches.ts';

const DAY = '2024-03-31';

const search = (name: string, rest: Partial<PlacementSearch> = {}): PlacementSearch => ({
  search: name,
  child: who(name),
  readyAt: at('2024-01-08T09:00'),
  wanted: 'fostering',
  approaches: [],
  offeredOn: [],
  allTiersOn: null,
  closedOn: null,
  movedAt: null,
  placed: null,
  chosenOfferOn: null,
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

test('a move before its request was ready is of that day at the latest, and took no hours', () => {
  const before = search('S', { movedAt: at('2024-01-07T09:00') });
  assert.equal(figure('same-day-placements', before).value, 100);
  assert.equal(figure('time-to-place', before).value, 0);
});

const movedAt = at('2024-01-10T10:00');
const found = (name: string, placed: PlacementSearch['placed'], wanted: PlacementSearch['wanted']) =>
  search(name, { wanted, placed, movedAt });
const notAchieved = (searches: readonly PlacementSearch[], reasons: readonly OtherTypeReason[]) =>
  withRecords('desired-type-not-achieved', { placementSearches: searches, otherTypeReasons: reasons }, DAY);
const because = (name: string, why: OtherTypeReason['because'], day = '2024-01-10') => ({
  search: name,
  on: on(day),
  because: why,
});

test('not the type wanted: one of three for want of it, a choice is none, and no reason is not known', () => {
  const three = [
    found('A', 'fostering', 'fostering'),
    found('B', 'residential', 'fostering'),
    found('C', 'residential', 'residential'),
  ];
  assert.equal(read(notAchieved(three, [because('B', 'availability')])), 'B of A B C');
  const others = [
    found('D', 'residential', 'fostering'),
    found('E', 'residential', 'fostering'),
    found('F', 'residential', null),
  ];
  const reasons = [because('D', 'needs'), because('E', 'availability', '2024-04-01')];
  const told = notAchieved(others, reasons);
  assert.deepEqual([told.numerator, told.denominator, told.notRecorded], [0, 3, ['E', 'F']]);
});

test('while no reason for another type is kept there is no figure of those wanting', () => {
  assert.equal(figure('desired-type-not-achieved', found('A', 'residential', 'fostering')).value, null);
});

test('the type wanted was found for one of two; no one type preferred, or a home of none, is not recorded', () => {
  const told = figure(
    'type-wanted-found',
    found('A', 'fostering', 'fostering'),
    found('B', 'residential', 'fostering'),
    found('C', 'residential', null),
    found('D', null, 'fostering'),
  );
  assert.deepEqual([told.numerator, told.denominator, told.notRecorded], [1, 4, ['C', 'D']]);
});

const sent = (tier: SearchApproach['tier'], day: string, offered: string | null = null, provider = '') => ({
  tier,
  provider,
  sentOn: on(day),
  offeredOn: onOrNull(offered),
});
const over = (name: string, ...approaches: readonly SearchApproach[]) =>
  search(name, { closedOn: on('2024-01-20'), approaches });

test('approaches for a search: of none, two and four the average is 2, and one after it was over is not of it', () => {
  const two = [sent('in-house', '2024-01-08'), sent('framework', '2024-01-09')];
  const four = [...two, ...two, sent('spot', '2024-01-21')];
  assert.equal(figure('approaches-per-search', over('A'), over('B', ...two), over('C', ...four)).value, 2);
});

test('an offer to one of four approaches is 25%, told by tier, and by provider where one is named', () => {
  const placementSearches = [
    over(
      'A',
      sent('in-house', '2024-01-08'),
      sent('framework', '2024-01-09', '2024-01-10', 'Saltings Homes'),
      sent('framework', '2024-01-09', null, 'Harbour Fostering'),
      sent('spot', '2024-01-09', '2024-01-25', 'Saltings Homes'),
    ),
  ];
  const told = figure('offer-rate', ...placementSearches);
  assert.equal(told.value, 25);
  const parts = (by: 'search-tier' | 'provider-asked') =>
    breakDown(offerRate, by, authorityOnDay(prepare(aLedger()), on(DAY)), {
      records: { placementSearches },
    }).map(({ key, value }) => [key, value]);
  assert.deepEqual(parts('search-tier'), [
    ['in-house', 0],
    ['framework', 50],
    ['spot', 0],
  ]);
  assert.deepEqual(Object.fromEntries(parts('provider-asked')), {
    'Saltings Homes': 50,
    'Harbour Fostering': 0,
    unknown: 0,
  });
});

test('in house first: on the first day, with others or alone; a search that asked nobody has no part in it', () => {
  const told = figure(
    'in-house-first',
    over('A', sent('in-house', '2024-01-08'), sent('spot', '2024-01-08')),
    over('B', sent('in-house', '2024-01-09'), sent('spot', '2024-01-08')),
    over('C'),
  );
  assert.equal(read(told), 'A of A B');
});

test('all tiers asked at once in one of two searches; once it was asked after the day, that day does not know', () => {
  const begun = (name: string, day: string | null) => search(name, { allTiersOn: onOrNull(day) });
  const told = figure('emergency-searches', begun('A', '2024-01-08'), begun('B', '2024-04-01'));
  assert.equal(read(told), 'A of A B');
});

test('days from request to first offer: of 1, 3 and 12 the middle one is 3, a search without an offer apart', () => {
  const offered = ['2024-01-09', '2024-01-11', '2024-01-20'].map((day, i) =>
    search(`S${i}`, { offeredOn: [on('2024-02-20'), on(day)] }),
  );
  const told = figure('days-to-first-offer', ...offered, search('none'));
  assert.deepEqual([told.value, told.denominator], [3, 3]);
});

test('days from the offer the child moved by to the move: of 0 and 4 the middle is 2, one without an offer apart', () => {
  const from = (name: string, day: string | null) => search(name, { movedAt, chosenOfferOn: onOrNull(day) });
  const told = figure(
    'days-offer-to-move',
    from('A', '2024-01-06'),
    from('B', '2024-01-11'),
    from('C', null),
    from('D', '2024-04-01'),
  );
  assert.deepEqual([told.value, told.denominator], [2, 2]);
});
