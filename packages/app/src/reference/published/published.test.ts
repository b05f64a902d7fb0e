import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGLAND, PUBLISHED_SERIES, type SeriesId } from '@rightplace/domain';
import { publishedPopulations } from '../population.ts';
import { publishedBundle, writeBundle } from './published-bundle.ts';
import { publishedTogether, readPublished } from './read-published.ts';

const { areas, lines } = publishedBundle();
const value = (series: SeriesId, year: number, area: string) =>
  lines.get(series)?.get(year)?.values.get(area);
const number = (series: SeriesId, year: number, area: string): number => {
  const found = value(series, year, area);
  assert.equal(typeof found, 'number', `${series} ${year} ${area}`);
  return found as number;
};
const authorities = [...areas.values()].filter(({ level }) => level === 'authority');

test('figures often quoted are as published', () => {
  assert.equal(number('cla-number', 2025, ENGLAND), 81_770);
  assert.equal(number('cla-number', 2021, 'E10000032'), 891);
  assert.equal(number('cla-rate-10k', 2025, 'E10000034'), 86);
  assert.equal(number('uasc-number', 2025, 'E10000016'), 451);
  assert.equal(value('cla-number', 2025, 'E09000001'), 'c');
});

test('authorities add up to England, wherever every one of them is published', () => {
  let added = 0;
  // Rates are no numbers; England's population is not of these areas alone; and unaccompanied children to 2017 were counted
  // otherwise for England than for authorities.
  const apart: readonly SeriesId[] = ['cla-rate-10k', 'population-0-17', 'uasc-in-year'];
  for (const [series, years] of lines) {
    if (apart.includes(series)) continue;
    for (const [year, { values }] of years) {
      const there = authorities.filter(({ code }) => value('cla-number', year, code) !== undefined);
      const known = there.map(({ code }) => values.get(code)).filter((each) => typeof each === 'number');
      const england = values.get(ENGLAND);
      // Of 2010 not every authority was published at all.
      if (year < 2011 || typeof england !== 'number') continue;
      const sum = known.reduce((a, b) => a + b, 0);
      assert.ok(sum <= england + 10, `${series} ${year}: ${sum} of ${england}`);
      if (known.length < there.length) continue;
      assert.ok(sum >= england - 10, `${series} ${year}: ${sum} of ${england}`);
      added += 1;
    }
  }
  assert.ok(added > 40, `only ${added} could be added up`);
});

test('every authority of today is in the region whose population it is part of', () => {
  const people = new Map(
    publishedPopulations()
      .filter(({ midYear }) => midYear === 2024)
      .map(({ authority, people: count }) => [authority, count]),
  );
  const regions = [...areas.values()].filter(({ code }) => code.startsWith('E12'));
  assert.equal(regions.length, 9);
  for (const { code, name } of regions) {
    const inside = authorities.filter(({ region }) => region === code);
    const sum = inside.reduce((all, each) => all + (people.get(each.code) ?? 0), 0);
    assert.equal(sum, people.get(code), name);
  }
});

test('published rates are what published numbers and populations give', () => {
  for (const { code, name } of authorities) {
    const rate = value('cla-rate-10k', 2025, code);
    if (typeof rate !== 'number') continue;
    const worked = (number('cla-number', 2025, code) / number('population-0-17', 2025, code)) * 10_000;
    assert.ok(Math.abs(worked - rate) <= 0.5001, `${name}: ${worked} and ${rate}`);
  }
});

test('what comes with the product is read as it was written', () => {
  const figures = [...lines].flatMap(([series, years]) =>
    [...years].flatMap(([year, { release, values }]) =>
      [...values].map(([area, each]) => ({ series, year, area, value: each, release })),
    ),
  );
  assert.ok(figures.length > 40_000);
  assert.deepEqual([...lines.keys()].toSorted(), Object.keys(PUBLISHED_SERIES).toSorted());
  const written = writeBundle([...areas.values()], figures)['published_children_looked_after.csv'];
  assert.ok(written.length < 500_000, `${written.length} characters`);
});

const bytes = (...rows: readonly string[]) => new TextEncoder().encode(`${rows.join('\n')}\n`);
const read = (...rows: readonly string[]) => readPublished(bytes(...rows), () => 'A release');
const figuresOf = (found: ReturnType<typeof read>) => {
  assert.ok(found.kind === 'published', found.kind === 'not-published' ? found.sentence : '');
  return found.figures.map(({ series, year, area, value: each }) => [series, year, area, each]);
};

const GEOGRAPHY =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code';
const england = (year: string) => `${year},Reporting year,National,${ENGLAND},England,,,,,`;
const kent = (year: string) =>
  `${year},Reporting year,Local authority,${ENGLAND},England,E12000008,South East,886,Kent,E10000016`;

test('the file of numbers and rates is read as it is downloaded', () => {
  const found = read(
    `${GEOGRAPHY},population_count,population_estimate,number,rate_per_10000`,
    `${england('2026')},Children looked after at 31 March each year,12000000,80000,67`,
    `${kent('2026')},Children looked after at 31 March each year,355390,1896,53`,
    `${kent('2026')},Children starting to be looked after each year,355390,c,c`,
  );
  assert.deepEqual(figuresOf(found).slice(3), [
    ['cla-number', 2026, 'E10000016', 1896],
    ['cla-rate-10k', 2026, 'E10000016', 53],
    ['population-0-17', 2026, 'E10000016', 355_390],
    ['cla-started', 2026, 'E10000016', 'c'],
  ]);
  assert.ok(found.kind === 'published');
  assert.deepEqual(found.areas[1], {
    code: 'E10000016',
    level: 'authority',
    name: 'Kent',
    region: 'E12000008',
  });
});

test('the file of stability, and a year written as two', () => {
  const found = read(
    `${GEOGRAPHY},cla_group,placement_stability,children_count,children_percent`,
    `${england('202526')},CLA on 31 March,With 3 or more placements during the year,8500,10`,
    `${england('202526')},CLA on 31 March,Total children,81770,100`,
  );
  assert.deepEqual(figuresOf(found), [['stability-3plus', 2026, ENGLAND, 8500]]);
});

test('characteristics are told apart by how the file names its ages', () => {
  const headings = `${GEOGRAPHY},cla_group,characteristic,number,percentage`;
  const uasc = 'Unaccompanied asylum-seeking children,Unaccompanied asylum-seeking children';
  const of = (...rows: readonly string[]) =>
    figuresOf(read(headings, ...rows.map((row) => `${england('2026')},${row}`))).map(([series]) => series);
  assert.deepEqual(of('Age on starting,Under 1 year,5,1', `${uasc},5,1`, 'Age on starting,Total,10,100'), [
    'cla-started/age/0',
    'cla-started/uasc/uasc',
  ]);
  assert.deepEqual(of('Age on ceasing,Total,9,1', 'Reason episode ceased,Adopted,9,1'), [
    'cla-ceased/reason/adopted',
  ]);
  assert.deepEqual(
    of(
      'Age group,16 years and over,5,1',
      `${uasc},5,1`,
      'Placement,Foster placements,9,1',
      'Placement,Other placements,9,1',
    ),
    ['cla-number/age/16+', 'uasc-number', 'cla-number/placement/foster', 'cla-number/placement/other'],
  );
});

const refusals: [what: string, rows: readonly string[], sentence: RegExp][] = [
  ['headings of something else', ['a,b', '1,2'], /none of the tables/],
  ['no rows', ['year,level,code,name,age_group,number'], /no rows/],
  [
    'a table cut down to one authority',
    ['year,level,code,name,age_group,number', '2026,Local authority,E10000016,Kent,Under 1 year,5'],
    /no row of England for 2026/,
  ],
  [
    'a cell that is no number',
    ['year,level,code,name,age_group,number', `2026,National,${ENGLAND},England,Under 1 year,lots`],
    /line 2 has “lots”/,
  ],
  [
    'no year',
    ['year,level,code,name,age_group,number', `soon,National,${ENGLAND},England,Under 1 year,5`],
    /line 2 has no year/,
  ],
  [
    'characteristics of who knows what',
    [`${GEOGRAPHY},cla_group,characteristic,number,percentage`, `${england('2026')},Gender,Female,5,50`],
    /none of the tables/,
  ],
];
for (const [what, rows, sentence] of refusals)
  test(`a file is refused in a sentence: ${what}`, () => {
    const found = read(...rows);
    assert.ok(found.kind === 'not-published');
    assert.match(found.sentence, sentence);
  });

test('of two tables with the same figure the later one holds, and a region once told is kept', () => {
  const table = (name: string, each: number, region?: string) =>
    ({
      kind: 'published',
      title: '',
      years: [2026, 2026],
      areas: [{ code: 'E10000016', level: 'authority', name, ...(region === undefined ? {} : { region }) }],
      figures: [{ series: 'cla-number', year: 2026, area: 'E10000016', value: each, release: '' }],
    }) as const;
  const all = publishedTogether([table('Kent', 1, 'E12000008'), table('Kent County', 2)]);
  assert.deepEqual([all.areas[0]?.name, all.areas[0]?.region], ['Kent County', 'E12000008']);
  assert.deepEqual(
    all.figures.map((each) => each.value),
    [2],
  );
});
