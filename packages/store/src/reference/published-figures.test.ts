import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PublishedFigure } from '@rightplace/domain';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { findPublishedFigures, listPublishedAreas, loadPublishedFigures } from './published-figures.ts';
import { listLoaded } from './reference.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
});
after(() => db.close());

const AREAS = [
  { code: 'E92000001', level: 'national', name: 'England' },
  { code: 'E10000901', level: 'authority', name: 'Northmarsh', region: 'E12000001' },
] as const;

const figure = (
  year: number,
  area: string,
  value: PublishedFigure['value'],
  release = 'First',
): PublishedFigure => ({ series: 'cla-number', year, area, value, release });

const held = async () =>
  (await findPublishedFigures(db.app, { series: ['cla-number'], areas: ['E92000001', 'E10000901'] })).figures
    .map(({ year, area, value, release }) => [year, area, value, release])
    .toSorted((a, b) => (String(a) < String(b) ? -1 : 1));

test('what is loaded of a series and year replaces it whole; other years stay, and loading again changes nothing', async () => {
  const first = [
    figure(2025, 'E92000001', 81_770),
    figure(2025, 'E10000901', 'c'),
    figure(2024, 'E92000001', 83_530),
  ];
  await loadPublishedFigures(db.owner, { areas: AREAS, figures: first }, { source: 'first.csv' });
  const newer = [figure(2025, 'E92000001', 81_800, 'Second'), figure(2026, 'E92000001', 80_000.5, 'Second')];
  for (let i = 0; i < 2; i++)
    await loadPublishedFigures(db.owner, { areas: [], figures: newer }, { source: 'second.csv' });
  assert.deepEqual(await held(), [
    [2024, 'E92000001', 83_530, 'First'],
    [2025, 'E92000001', 81_800, 'Second'],
    [2026, 'E92000001', 80_000.5, 'Second'],
  ]);
  const { tables } = await findPublishedFigures(db.app, { series: ['cla-number', 'other'], areas: [] });
  assert.deepEqual(
    tables.map(({ year }) => year).toSorted((a, b) => a - b),
    [2024, 2025, 2026],
  );
  assert.deepEqual((await listLoaded(db.app)).find(({ name }) => name === 'published')?.source, 'second.csv');
});

test('a mark is kept as a mark, and an area keeps its region when a later table does not tell it', async () => {
  const figures = [figure(2023, 'E10000901', 'c')];
  await loadPublishedFigures(
    db.owner,
    { areas: [{ code: 'E10000901', level: 'authority', name: 'Northmarsh County' }], figures },
    { source: 'third.csv' },
  );
  assert.ok((await held()).some(([year, , value]) => year === 2023 && value === 'c'));
  assert.deepEqual((await listPublishedAreas(db.app))[0], { ...AREAS[1], name: 'Northmarsh County' });
});

test('a load that fails leaves what was there', async () => {
  const before = await held();
  const wrong = [figure(2025, 'E92000001', -1)];
  await assert.rejects(
    loadPublishedFigures(db.owner, { areas: [], figures: wrong }, { source: 'wrong.csv' }),
  );
  assert.deepEqual(await held(), before);
});

test('the application cannot change published figures', async () => {
  await assert.rejects(
    loadPublishedFigures(db.app, { areas: [], figures: [] }, { source: 'x' }),
    /permission denied/,
  );
});
