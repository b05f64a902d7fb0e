import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Breakdown, day, evaluateAll, type Figure, type Located, prepare } from '@rightplace/domain';
import { demonstration } from './demonstration.ts';
import {
  ENGLAND_BY_AGE,
  ENGLAND_BY_PLACEMENT,
  ENGLAND_BY_PROVIDER,
  ENGLAND_BY_YEAR,
  ENGLAND_RATE_PER_10_000,
  ENGLAND_TWO_YEARS_SAME_PLACEMENT_PER_CENT,
} from './england/england-mix.ts';
import { northmarshGeography } from './places/geography.ts';

/**
 * The invented authority against the published England figures. Nine hundred children are few: a share of a tenth is
 * within two points nineteen times in twenty, so three authorities are put together and points are allowed besides.
 */
const asOf = day('2026-11-21');
const SEEDS = ['first', 'second', 'third'];
const authorities = SEEDS.map((seed) => demonstration({ seed, asOf }));

const sectors = new Map<string, Located>(
  [...northmarshGeography().homes, ...northmarshGeography().elsewhere].map(([s]) => [
    s.name,
    { lat: s.lat, lon: s.lon, source: 'sector' },
  ]),
);

const results = authorities.map((authority) =>
  evaluateAll(prepare({ authority: authority.code, children: authority.children }), asOf, {
    population: () => {
      const latest = authority.population[authority.population.length - 1];
      return latest === undefined ? undefined : { count: latest.population, midYear: latest.midYear };
    },
    locate: (postcode) => sectors.get(postcode.slice(0, -2)),
  }),
);

/** A figure put together over the authorities, as a percentage. */
const percent = (id: string): number => {
  const figures = results.flatMap((all) =>
    all.filter((r): r is Figure => r.kind === 'figure' && r.id === id),
  );
  const sum = (of: (figure: Figure) => number): number => figures.reduce((total, f) => total + of(f), 0);
  return (sum((f) => f.numerator) * 100) / sum((f) => f.denominator ?? 0);
};

/** The share of children in those keys of a breakdown, as a percentage of all. */
const share = (id: string, has: (key: string) => boolean): number => {
  const rows = results
    .flatMap((all) => all.filter((r): r is Breakdown => r.kind === 'breakdown' && r.id === id))
    .flatMap((b) => b.rows);
  const count = (of: typeof rows): number => of.reduce((total, row) => total + row.numerator, 0);
  return (count(rows.filter(({ key }) => has(key))) * 100) / count(rows);
};

const near = (found: number, published: number, points: number, what: string): void => {
  const said = `${what}: ${found.toFixed(1)} against ${published.toFixed(1)} published, ${points} points allowed`;
  assert.ok(Math.abs(found - published) <= points, said);
};

const sharesOf = <K extends string>(counts: Readonly<Record<K, number>>): Readonly<Record<K, number>> => {
  const total = Object.values<number>(counts).reduce((a, b) => a + b, 0);
  return Object.fromEntries(Object.entries<number>(counts).map(([k, n]) => [k, (n * 100) / total])) as Record<
    K,
    number
  >;
};

test('exactly as many children are looked after as were asked for', () => {
  for (const all of results) {
    const [number] = all.filter((r) => r.id === 'cla-number');
    assert.equal(number?.kind === 'figure' && number.value, 900);
  }
});

test('the rate is near England’s', () => {
  for (const all of results) {
    const rate = all.find((r): r is Figure => r.kind === 'figure' && r.id === 'cla-rate-10k');
    near(rate?.value ?? 0, ENGLAND_RATE_PER_10_000, 1, 'rate per 10,000');
  }
});

test('ages are near England’s', () => {
  const published = sharesOf(ENGLAND_BY_AGE);
  for (const band of ['0', '1-4', '5-9', '10-15', '16+'] as const) {
    near(
      share('cla-by-age', (key) => key === band),
      published[band],
      2.5,
      `aged ${band}`,
    );
  }
});

test('placements are near England’s', () => {
  const published = sharesOf(ENGLAND_BY_PLACEMENT);
  const type = (has: (code: string) => boolean): number => share('cla-by-placement-type', has);
  near(
    type((code) => code.startsWith('U')),
    published.foster,
    4,
    'foster care',
  );
  near(
    type((code) => code === 'K1' || code === 'K2'),
    published.childrensHome,
    2.5,
    'children’s homes',
  );
  near(
    type((code) => code === 'K3'),
    published.supported,
    2.5,
    'supported accommodation',
  );
  near(
    type((code) => code === 'P1'),
    published.parents,
    2.5,
    'with parents',
  );
  near(
    type((code) => code.startsWith('A')),
    published.adoption,
    1.5,
    'placed for adoption',
  );
  near(
    type((code) => code.startsWith('Z')),
    published.other,
    1.5,
    'other placements',
  );
  near(
    type((code) => code.startsWith('R')),
    published.otherResidential,
    1.5,
    'other residential settings',
  );
  near(
    type((code) => code === 'U1' || code === 'U2' || code === 'U3'),
    16,
    3,
    'with relatives and friends',
  );
});

test('providers are near England’s', () => {
  const published = sharesOf(ENGLAND_BY_PROVIDER);
  for (const code of ['PR0', 'PR1', 'PR4', 'PR5', 'none'] as const) {
    near(
      share('cla-by-provider', (key) => key === code),
      published[code],
      4,
      code,
    );
  }
});

test('legal statuses are in usual proportion', () => {
  const status = (...codes: string[]): number => share('cla-by-legal-status', (key) => codes.includes(key));
  near(status('C1', 'C2'), 76, 5, 'care orders');
  near(status('V2'), 18.5, 4, 'accommodated by agreement');
  near(status('E1'), 5.5, 2, 'placement orders');
});

test('about one child in twelve is unaccompanied, and mostly a boy of sixteen or over', () => {
  const lone = authorities.flatMap((authority) =>
    authority.children.filter((child) => {
      const unaccompanied = child.facts.some((fact) => fact.kind === 'uasc');
      return unaccompanied && child.periodsOfCare.some((period) => period.ends === null);
    }),
  );
  near((lone.length * 100) / 2700, 8, 1.5, 'unaccompanied');
  const boys = lone.filter((child) => child.details.sex === 'M').length;
  near((boys * 100) / lone.length, 96, 5, 'of them boys');
});

test('stability and distance are as in England', () => {
  near(percent('stability-3plus'), 10, 2, 'three or more placements in the year');
  near(percent('stability-2yr'), ENGLAND_TWO_YEARS_SAME_PLACEMENT_PER_CENT, 4, 'two years in one placement');
  near(percent('within-20-miles'), 77.5, 5, 'within 20 miles of home');
});

test('the decade grew and turned as England’s did', () => {
  const on = (text: string): number => {
    const d = day(text);
    return authorities
      .flatMap((authority) => authority.children)
      .filter((child) => child.periodsOfCare.some((p) => p.starts <= d && (p.ends === null || p.ends > d)))
      .length;
  };
  const now = ENGLAND_BY_YEAR.find((row) => row.year === 2025)?.lookedAfter ?? 1;
  for (const { year, lookedAfter } of ENGLAND_BY_YEAR.filter((row) => row.year >= 2017)) {
    near(
      (on(`${year}-03-31`) * 100) / 2700,
      (lookedAfter * 100) / now,
      6,
      `looked after on 31 March ${year}`,
    );
  }
});

test('starts and endings are as many as England’s for so many children', () => {
  const now = ENGLAND_BY_YEAR.find((row) => row.year === 2025)?.lookedAfter ?? 1;
  for (const { year, started, ceased } of ENGLAND_BY_YEAR.filter((row) => row.year >= 2018)) {
    const [from, to] = [day(`${year - 1}-04-01`), day(`${year}-03-31`)];
    const periods = authorities.flatMap((authority) => authority.children.flatMap((c) => c.periodsOfCare));
    const starts = periods.filter((p) => p.starts >= from && p.starts <= to).length;
    const ends = periods.filter((p) => p.ends !== null && p.ends >= from && p.ends <= to).length;
    near((starts * 100) / 2700, (started * 100) / now, 5, `starts in ${year}`);
    near((ends * 100) / 2700, (ceased * 100) / now, 5, `endings in ${year}`);
  }
});
