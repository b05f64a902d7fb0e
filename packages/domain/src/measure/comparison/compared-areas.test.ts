import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../calendar/day.ts';
import { comparedAreas, missingYears, yearsInWords, yearsLeftOut } from './compared-areas.ts';
import { ENGLAND, type Mark } from './published-figure.ts';

const FIGURES: Readonly<Record<string, number | Mark>> = {
  [`2023 ${ENGLAND}`]: 71,
  [`2024 ${ENGLAND}`]: 70,
  [`2025 ${ENGLAND}`]: 67,
  '2025 OWN': 58,
  '2025 A': 90,
  '2025 B': 'c',
  '2024 B': 40,
};
const compared = (id: string, unit: string, asOf = '2026-11-23') =>
  comparedAreas({
    measure: { id, unit },
    asOf: day(asOf),
    ownName: 'Testshire',
    places: {
      own: 'OWN',
      region: undefined,
      neighbours: {
        areas: [
          { code: 'B', name: 'Bee' },
          { code: 'A', name: 'Ay' },
          { code: 'D', name: 'Dee' },
        ],
        source: 'Chosen for a test',
      },
    },
    published: {
      find: (series, area, year) => {
        const value = series === 'cla-rate-10k' ? FIGURES[`${year} ${area}`] : undefined;
        return value === undefined ? undefined : { value, release: `Release of ${year}` };
      },
      years: (series) => (series === 'cla-rate-10k' ? [2025, 2023, 2024] : []),
    },
  });

test('areas stand by their latest figure, the highest first, and those without one last, by name', () => {
  const found = compared('cla-rate-10k', 'per-10000');
  assert.deepEqual(
    found?.areas.map(({ name }) => name),
    ['Ay', 'England', 'Testshire', 'Bee', 'Dee'],
  );
  assert.deepEqual(found.years, [2023, 2024, 2025]);
});

test('a mark stays a mark, and what is not held is no figure', () => {
  const areas = compared('cla-rate-10k', 'per-10000')?.areas;
  const bee = areas?.find(({ code }) => code === 'B')?.values;
  assert.deepEqual(
    bee?.map((each) => (each.kind === 'value' ? each.value : each.mark)),
    [undefined, 40, 'c'],
  );
});

test('a year to come is not compared, and what is not published has no table', () => {
  assert.deepEqual(compared('cla-rate-10k', 'per-10000', '2024-12-31')?.years, [2023, 2024]);
  assert.equal(compared('cla-rate-10k', 'per-10000', '2020-12-31'), undefined);
  assert.equal(compared('within-20-miles', 'percent'), undefined);
  assert.equal(compared('cla-rate-10k', 'percent'), undefined);
});

test('every blank has its reason, each told once for an area, and who has none at all is said', () => {
  const found = compared('cla-rate-10k', 'per-10000');
  assert.ok(found !== undefined);
  const told = missingYears(found).map(({ area, gaps, isWhole }) => [
    area.name,
    gaps.map(({ reason, years }) => `${reason}: ${yearsInWords(years)}`),
    isWhole,
  ]);
  const notHeld = 'not in the published figures that are held';
  assert.deepEqual(told.slice(0, 2), [
    ['Ay', [`${notHeld}: 2023 to 2024`], false],
    ['Testshire', [`${notHeld}: 2023 to 2024`], false],
  ]);
  assert.deepEqual(told[2]?.[0], 'Bee');
  assert.match(String(told[2]?.[1]), /: 2023,.+: 2025$/, 'not held, and suppressed');
  assert.deepEqual(told[3], ['Dee', [`${notHeld}: 2023 to 2025`], true]);
  assert.equal(
    told.some(([name]) => name === 'England'),
    false,
    'whose figures are all there',
  );
});

test('years are told in stretches, and those that nobody has are named', () => {
  assert.equal(yearsInWords([2012, 2013, 2014, 2017]), '2012 to 2014, 2017');
  assert.equal(yearsInWords([]), '');
  assert.deepEqual(yearsLeftOut({ years: [2012, 2013, 2016] }), [2014, 2015]);
});
