import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'node-html-parser';
import { type DistrictShapes, districtMap, type MapOptions } from './map.ts';
import { levelsFor, mapView } from './map-view.ts';
import { areaOf, boxOf, clipRing, labelPlace, type Ring, simplifyRing } from './plane.ts';

/** Squares of one degree, in a row from west to east. */
const squares = (names: readonly string[]): DistrictShapes => ({
  features: names.map((district, i) => ({
    properties: { district, authority: district },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [i, 53],
          [i + 1, 53],
          [i + 1, 54],
          [i, 54],
          [i, 53],
        ],
      ],
    },
  })),
});

const options = (more: Partial<MapOptions>): MapOptions => ({
  id: 'map',
  finding: 'Most live here',
  subtitle: 'Children by district',
  districts: squares(['Ashford End', 'Brook', 'Caldmere', 'Dunwick', 'Eastmere', 'Farholt', 'Gravelly']),
  ownDistricts: ['Brook'],
  counts: [],
  format: String,
  ...more,
});

test('the authority and the districts about it where children live are in the picture', () => {
  const view = mapView(options({ counts: [{ district: 'Brook', livingNow: 9, from: 12 }] }));
  assert.ok(view.shapes.find((shape) => shape.district === 'Brook')?.isOwn);
  assert.equal(
    view.shapes.find((shape) => shape.district === 'Gravelly'),
    undefined,
  );
});

test('a child placed far away does not shrink the county: the child is counted as beyond and is in the table', () => {
  const counts = [
    { district: 'Brook', livingNow: 9, from: 12 },
    { district: 'Gravelly', livingNow: 2, from: 0 },
  ];
  assert.equal(mapView(options({ counts })).beyond, 2);
  assert.deepEqual(
    mapView(options({ counts })).shapes,
    mapView(options({ counts: counts.slice(0, 1) })).shapes,
  );
  const cells = parse(districtMap(options({ counts })).toString()).querySelectorAll('tbody th');
  assert.deepEqual(
    cells.map((cell) => cell.textContent),
    ['Brook', 'Gravelly'],
  );
});

test('the number is written on its district, so that shade is never the only sign', () => {
  const counts = [{ district: 'Brook', livingNow: 61, from: 4 }];
  assert.ok(mapView(options({ counts })).labels.some((each) => each.count === '61'));
  assert.ok(mapView(options({ counts, show: 'from' })).labels.some((each) => each.count === '4'));
});

test('levels fit the largest number, and nought has none', () => {
  assert.deepEqual(levelsFor(4), [1, 2, 3, 4]);
  assert.deepEqual(levelsFor(40), [1, 5, 10, 20]);
  assert.deepEqual(levelsFor(900), [1, 100, 250, 500]);
  const view = mapView(options({ counts: [{ district: 'Brook', livingNow: 0, from: 0 }] }));
  assert.ok(view.shapes.every((shape) => shape.level === 0));
});

test('a shape is cut at the edge of the paper, loses points that cannot be seen, and keeps its area', () => {
  const circle: Ring = Array.from({ length: 400 }, (_, i) => [
    100 * Math.cos((i * Math.PI) / 200),
    100 * Math.sin((i * Math.PI) / 200),
  ]);
  const simple = simplifyRing(circle, 0.5);
  assert.ok(simple.length < 60, `${simple.length} points`);
  assert.ok(Math.abs(areaOf(simple)) / Math.abs(areaOf(circle)) > 0.98);
  const cut = clipRing(circle, { left: 0, right: 200, top: -50, bottom: 50 });
  const box = boxOf([cut]);
  assert.ok(box.left >= 0 && box.top >= -50 && box.bottom <= 50);
  assert.deepEqual(clipRing(circle, { left: 300, right: 400, top: 300, bottom: 400 }), []);
});

test('a label stands on its shape, even when the middle of the shape is outside it', () => {
  const bay: Ring = [
    [0, 0],
    [100, 0],
    [100, 100],
    [60, 100],
    [60, 10],
    [40, 10],
    [40, 100],
    [0, 100],
  ];
  const { at, width } = labelPlace(bay);
  assert.ok(at[0] < 40 || at[0] > 60, at.join(', '));
  assert.ok(width >= 40);
});

const file = join(import.meta.dirname, '../../../app/data/reference/england_districts_2024.geojson');
test('a real county’s map is light enough for any page', { skip: !existsSync(file) }, () => {
  const districts = JSON.parse(readFileSync(file, 'utf8')) as DistrictShapes;
  for (const own of ['East Lindsey', 'Bolton', 'Camden', 'Cornwall']) {
    const drawn = districtMap(
      options({ districts, ownDistricts: [own], counts: [{ district: own, livingNow: 7, from: 9 }] }),
    ).toString();
    assert.ok(drawn.length < 60_000, `${own}: ${drawn.length} characters`);
    assert.doesNotMatch(drawn, /NaN|Infinity/);
  }
});
