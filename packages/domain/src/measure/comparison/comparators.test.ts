import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../calendar/day.ts';
import { type ComparedPlaces, comparatorPoints, comparatorsOf, type Published } from './comparators.ts';
import { ENGLAND, type Mark, type PublishedArea } from './published-figure.ts';
import { isSeries, type SeriesId } from './published-series.ts';

const OWN = 'E10000901';
const SOUTH: PublishedArea = { code: 'E12000099', level: 'regional', name: 'Southern Shires' };

/** "foster 2025 own 40" a line. */
const published = (...lines: readonly string[]): Published => {
  const held = new Map<string, number | Mark>();
  const years = new Map<string, Set<number>>();
  for (const line of lines) {
    const [series = '', year = '', area = '', value = ''] = line.split(' ');
    assert.ok(isSeries(series), series);
    held.set(`${series} ${year} ${area}`, Number.isNaN(Number(value)) ? (value as Mark) : Number(value));
    years.set(series, (years.get(series) ?? new Set()).add(Number(year)));
  }
  return {
    find: (series: SeriesId, area: string, year: number) => {
      const value = held.get(`${series} ${year} ${area}`);
      return value === undefined ? undefined : { value, release: `Release of ${year}` };
    },
    years: (series) => [...(years.get(series) ?? [])],
  };
};

const neighbours = (...codes: readonly string[]): ComparedPlaces['neighbours'] => ({
  areas: codes.map((code) => ({ code, name: `Area ${code}` })),
  source: 'Chosen by us.',
});

const asked = (id: string, unit: string, figures: Published, places: Partial<ComparedPlaces> = {}) => ({
  measure: { id, unit },
  asOf: day('2026-11-23'),
  places: { own: OWN, region: SOUTH, neighbours: undefined, ...places },
  published: figures,
});

const find = (all: ReturnType<typeof comparatorsOf>, id: string) => {
  const found = all.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};

test('a rate is held against the latest published by then, each with its day and publication', () => {
  const figures = published(
    `cla-rate-10k 2024 ${ENGLAND} 70`,
    `cla-rate-10k 2025 ${ENGLAND} 67`,
    `cla-rate-10k 2027 ${ENGLAND} 60`,
    `cla-rate-10k 2025 ${SOUTH.code} 55`,
    `cla-rate-10k 2025 ${OWN} 58`,
  );
  const all = comparatorsOf(asked('cla-rate-10k', 'per-10000', figures));
  const england = find(all, 'england');
  assert.ok(england.kind === 'value');
  assert.deepEqual([england.value, england.asAt, england.source], [67, '2025-03-31', 'Release of 2025']);
  const [region, own] = [find(all, 'region'), find(all, 'published')];
  assert.ok(region.kind === 'value' && own.kind === 'value');
  assert.deepEqual([region.title, region.value, own.value], ['Southern Shires', 55, 58]);
});

test('a share is worked out from published numbers, and says so and how they are rounded', () => {
  const figures = published(
    `cla-number/placement/foster 2025 ${ENGLAND} 5400`,
    `cla-number 2025 ${ENGLAND} 8000`,
  );
  const england = find(comparatorsOf(asked('foster-share', 'percent', figures)), 'england');
  assert.ok(england.kind === 'value');
  assert.equal(england.value, 67.5);
  assert.match(england.notes.join(' '), /Worked out from the published numbers.*nearest 10/);
});

test('a share of several parts is blank when one of them is suppressed or missing', () => {
  const parts = ['foster', 'adoption', 'parents'].map(
    (part, i) => `cla-number/placement/${part} 2025 ${ENGLAND} ${i === 0 ? 50 : 10}`,
  );
  const at = (...lines: readonly string[]) =>
    find(comparatorsOf(asked('family-based-share', 'percent', published(...lines))), 'england');
  const whole = at(...parts, `cla-number 2025 ${ENGLAND} 100`);
  assert.ok(whole.kind === 'value' && whole.value === 70);
  const hidden = `cla-number/placement/parents 2025 ${ENGLAND} c`;
  assert.equal(at(...parts, hidden, `cla-number 2025 ${ENGLAND} 100`).kind, 'blank');
  assert.equal(at(...parts.slice(1), `cla-number 2025 ${ENGLAND} 100`).kind, 'blank');
});

test('no figure is filled in for one that is suppressed: the blank says why', () => {
  const figures = published(
    `cla-number/placement/foster 2025 ${OWN} c`,
    `cla-number 2025 ${OWN} 30`,
    `cla-number/placement/foster 2025 ${ENGLAND} 5400`,
    `cla-number 2025 ${ENGLAND} 8000`,
  );
  const own = find(comparatorsOf(asked('foster-share', 'percent', figures)), 'published');
  assert.ok(own.kind === 'blank');
  assert.match(own.reason, /31 March 2025: suppressed/);
});

test('an earlier year does not stand in for a latest one that is suppressed', () => {
  const figures = published(
    `cla-rate-10k 2024 ${OWN} 50`,
    `cla-rate-10k 2025 ${OWN} c`,
    `cla-rate-10k 2025 ${ENGLAND} 67`,
  );
  assert.equal(find(comparatorsOf(asked('cla-rate-10k', 'per-10000', figures)), 'published').kind, 'blank');
});

test('neighbours are the mean of those with a figure, and name those without', () => {
  const figures = published(
    'cla-rate-10k 2025 A 50',
    'cla-rate-10k 2025 B 61',
    'cla-rate-10k 2025 C c',
    `cla-rate-10k 2025 ${ENGLAND} 67`,
  );
  const set = { neighbours: neighbours('A', 'B', 'C', 'D') };
  const found = find(comparatorsOf(asked('cla-rate-10k', 'per-10000', figures, set)), 'neighbours');
  assert.ok(found.kind === 'value');
  assert.equal(found.value, 55.5);
  assert.deepEqual(found.notes, [
    'Mean of 2 of 4: Area A, Area B, Area C, Area D.',
    'Suppressed or not available: Area C. Not held: Area D.',
    'Chosen by us.',
  ]);
});

test('where fewer than half of the neighbours have a figure there is no mean', () => {
  const figures = published('cla-rate-10k 2025 A 50', 'cla-rate-10k 2025 B c', 'cla-rate-10k 2025 C x');
  const set = { neighbours: neighbours('A', 'B', 'C') };
  const found = find(comparatorsOf(asked('cla-rate-10k', 'per-10000', figures, set)), 'neighbours');
  assert.ok(found.kind === 'blank');
  assert.match(found.reason, /fewer than half of the 3/);
});

test('a count is published as it is, and areas of other sizes are compared by the rate', () => {
  const figures = published(
    `cla-started 2025 ${OWN} 300`,
    `population-0-17 2025 ${OWN} 100000`,
    `cla-started 2025 ${ENGLAND} 32270`,
    `population-0-17 2025 ${ENGLAND} 12000000`,
  );
  const all = comparatorsOf(asked('cla-started', 'children', figures));
  const own = all.filter(({ id }) => id === 'published');
  assert.deepEqual(
    own.map((each) => each.kind === 'value' && [each.value, each.unit, each.of]),
    [
      [300, 'children', 'year'],
      [30, 'per-10000', 'year'],
    ],
  );
  const england = find(all, 'england');
  assert.ok(england.kind === 'value' && england.unit === 'per-10000');
  assert.equal(Math.round(england.value * 10) / 10, 26.9);
});

test('that nothing is published of an authority is said once', () => {
  const figures = published(`cla-started 2025 ${ENGLAND} 32270`, `population-0-17 2025 ${ENGLAND} 12000000`);
  const own = comparatorsOf(asked('cla-started', 'children', figures)).filter(({ id }) => id === 'published');
  assert.deepEqual(
    own.map(({ kind }) => kind),
    ['blank'],
  );
});

test('grouping of before 2021 is no comparator of children’s homes, even for a day before 2021', () => {
  const figures = published(
    `cla-number/placement/secure-and-homes 2025 ${ENGLAND} 900`,
    `cla-number/placement/secure-homes-and-semi-independent 2017 ${ENGLAND} 800`,
    `cla-number 2017 ${ENGLAND} 8000`,
    `cla-number 2025 ${ENGLAND} 8000`,
  );
  const before = { ...asked('residential-share', 'percent', figures), asOf: day('2018-03-31') };
  assert.equal(find(comparatorsOf(before), 'england').kind, 'blank');
  assert.equal(find(comparatorsOf({ ...before, asOf: day('2025-03-31') }), 'england').kind, 'value');
  assert.equal(find(comparatorsOf({ ...before, asOf: day('2025-03-30') }), 'england').kind, 'blank');
});

test('whatever is loaded of earlier years, a measure has no comparator before its definition is the same', () => {
  const figures = published(`uasc-number 2017 ${ENGLAND} 4000`, `cla-number 2017 ${ENGLAND} 72000`);
  const then = { ...asked('uasc-share', 'percent', figures), asOf: day('2018-03-30') };
  assert.equal(find(comparatorsOf(then), 'england').kind, 'blank');
});

test('a rate that was not yet published is worked out from what was', () => {
  const figures = published(`cla-number 2015 ${ENGLAND} 600`, `population-0-17 2015 ${ENGLAND} 100000`);
  const england = find(
    comparatorsOf({ ...asked('cla-rate-10k', 'per-10000', figures), asOf: day('2016-01-01') }),
    'england',
  );
  assert.ok(england.kind === 'value' && england.value === 60);
  assert.match(england.notes.join(' '), /Worked out/);
});

test('a measure that nothing published means, or that came to count otherwise, has blanks with a reason', () => {
  const figures = published(`cla-rate-10k 2025 ${ENGLAND} 67`);
  for (const each of [
    asked('within-20-miles', 'percent', figures),
    asked('cla-rate-10k', 'percent', figures),
  ])
    for (const comparator of comparatorsOf(each)) {
      assert.ok(comparator.kind === 'blank');
      assert.match(comparator.reason, /No published figure counts this/);
    }
});

test('an authority in no region and without neighbours is told so', () => {
  const figures = published(`cla-rate-10k 2025 ${ENGLAND} 67`);
  const all = comparatorsOf(asked('cla-rate-10k', 'per-10000', figures, { region: undefined }));
  const reasons = all.map((each) => (each.kind === 'blank' ? each.reason : ''));
  assert.ok(reasons.includes('This authority is in no region that is published.'));
  assert.ok(reasons.includes('No statistical neighbours have been chosen.'));
});

test('for a chart a comparator stands at its own days only: nothing between them is made up', () => {
  const figures = published(
    `cla-rate-10k 2023 ${ENGLAND} 71`,
    `cla-rate-10k 2024 ${ENGLAND} 70`,
    `cla-rate-10k 2025 ${ENGLAND} c`,
    `cla-rate-10k 2026 ${ENGLAND} 66`,
  );
  const pointsOf = comparatorPoints(asked('cla-rate-10k', 'per-10000', figures), {
    from: day('2024-03-31'),
    to: day('2026-11-23'),
  });
  assert.deepEqual(pointsOf('england'), [
    { on: '2024-03-31', value: 70 },
    { on: '2026-03-31', value: 66 },
  ]);
});
