import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '@rightplace/domain';
import {
  findPublishedAuthority,
  populationAsOf,
  publishedPopulations,
  readPopulations,
} from './population.ts';
import { findSector, locateBySector } from './sectors.ts';

const figures = [
  { authority: 'E10000999', midYear: 2022, people: 100 },
  { authority: 'E10000999', midYear: 2023, people: 110 },
];

test('a rate at 31 March uses the mid-year before it', () => {
  assert.deepEqual(populationAsOf(figures, 'E10000999', day('2024-03-31')), { count: 110, midYear: 2023 });
  assert.deepEqual(populationAsOf(figures, 'E10000999', day('2023-03-31')), { count: 100, midYear: 2022 });
});

test('a mid-year counts from the day after it', () => {
  assert.equal(populationAsOf(figures, 'E10000999', day('2023-06-30'))?.midYear, 2022);
  assert.equal(populationAsOf(figures, 'E10000999', day('2023-07-01'))?.midYear, 2023);
});

test('when the estimate is not out yet the latest one stands in and says so', () => {
  const used = populationAsOf(figures, 'E10000999', day('2026-03-31'));
  assert.equal(used?.midYear, 2023);
  assert.match(used?.note ?? '', /mid-2025 is not held/);
});

test('an authority without an estimate has no population, rather than a made-up one', () => {
  assert.equal(populationAsOf(figures, 'E10000998', day('2024-03-31')), undefined);
  assert.equal(populationAsOf(figures, 'E10000999', day('2021-03-31')), undefined);
});

test('the published file names authorities, quoted names included', () => {
  assert.equal(findPublishedAuthority('E06000010')?.name, 'Kingston upon Hull, City of');
  assert.equal(findPublishedAuthority('e10000016')?.name, 'Kent');
  assert.equal(findPublishedAuthority('X'), undefined);
});

test('published populations reproduce a published rate: West Sussex, 31 March 2023, 50 per 10,000', () => {
  const used = populationAsOf(publishedPopulations(), 'E10000032', day('2023-03-31'));
  assert.equal(Math.round((886 / (used?.count ?? 0)) * 10_000), 50);
});

test('a replacement population file needs only its three columns, in any order', () => {
  const file = new TextEncoder().encode('code,population_0_17,mid_year\nE10000999,123,2025\n');
  assert.deepEqual(readPopulations(file), [{ authority: 'E10000999', midYear: 2025, people: 123 }]);
});

test('a postcode is located by its sector, however it is spaced', () => {
  for (const postcode of ['WR1 1AA', 'wr11aa', ' WR1  1AA'])
    assert.equal(findSector(postcode)?.district, 'Worcester');
  assert.equal(locateBySector('ZZ99 9ZZ'), undefined);
  assert.equal(locateBySector(''), undefined);
});
