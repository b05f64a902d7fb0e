import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_API_SCOPES, type ApiScope } from '@rightplace/domain';
import { type ApiWorld, type Asking, anApiServer, anApiWorld, asking } from '../../test/api.ts';

let world: ApiWorld;
let ask: Asking;
const tokens = new Map<ApiScope, string>();
const token = (scope: ApiScope): string => tokens.get(scope) ?? '';

before(async () => {
  world = await anApiWorld();
  ask = asking(anApiServer(world));
  for (const scope of ALL_API_SCOPES) tokens.set(scope, await world.tokenFor(scope));
});
after(() => world.close());

/** Beginning a minute afresh, so that one test's requests do not count in the next. */
const nextMinute = (): void => world.pass(1);

const FIGURE = '/measures/cla-number?as-of=2026-11-23';

test('figures: the true figure, unrounded, with its numerator and denominator', async () => {
  nextMinute();
  const told = await ask('/measures/foster-share?as-of=2026-11-23', token('figures'));
  assert.equal(told.status, 200);
  assert.equal(told.headers['content-type'], 'application/json; charset=utf-8');
  const { value, numerator, denominator, rounded } = told.body;
  assert.equal(rounded, false);
  assert.ok(numerator > 0 && denominator > numerator && !Number.isInteger(value));
  assert.equal(value, (numerator * 100) / denominator);
});

test('figures: cut one way, and the parts add up', async () => {
  nextMinute();
  const told = await ask(`${FIGURE}&by=age`, token('figures'));
  const sum = told.body.parts.reduce((total: number, part: { value: number }) => total + part.value, 0);
  assert.equal(sum, told.body.value);
  assert.equal(told.body.by, 'age');
  const byId = await ask('/measures/cla-by-age?as-of=2026-11-23', token('figures'));
  assert.deepEqual(byId.body.parts, told.body.parts);
});

test('figures: over the time asked for, which is said', async () => {
  nextMinute();
  const started = (window: string) =>
    ask(`/measures/cla-starts?as-of=2026-09-30${window}`, token('figures')).then(({ body }) => body);
  assert.deepEqual((await started('')).window, {
    kind: 'year-to-date',
    from: '2026-04-01',
    to: '2026-09-30',
  });
  const month = await started('&window=month');
  assert.deepEqual(month.window, { kind: 'month', from: '2026-09-01', to: '2026-09-30' });
  const year = await started('&window=twelve-months');
  assert.ok(year.value > month.value);
});

test('figures: a series has the figure of each day in it', async () => {
  nextMinute();
  const { body } = await ask(
    '/measures/cla-number/series?from=2025-01-01&to=2026-11-23&every=quarter',
    token('figures'),
  );
  assert.deepEqual(
    body.points.map(({ on }: { on: string }) => on),
    ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31', '2026-03-31', '2026-06-30', '2026-09-30'],
  );
  const last = body.points.at(-1);
  const same = await ask('/measures/cla-number?as-of=2026-09-30', token('figures'));
  assert.equal(last.value, same.body.value);
  const months = await ask('/measures/cla-number/series?from=2026-09-30&to=2026-10-31', token('figures'));
  assert.equal(months.body.points.length, 2, 'both days are in it');
  const years = await ask('/measures/cla-number/series?from=2024-01-01&every=year', token('figures'));
  assert.deepEqual(
    years.body.points.map(({ on }: { on: string }) => on),
    ['2024-03-31', '2025-03-31', '2026-03-31'],
  );
});

test('figures: as known before anything was known there is no figure, and it says why', async () => {
  nextMinute();
  const { body } = await ask(`${FIGURE}&known-at=2026-10-01`, token('figures'));
  assert.equal(body.value, null);
  assert.match(body.noValue, /No child was in the record/);
});

test('figures and rounded figures may not read children', async () => {
  nextMinute();
  for (const scope of ['figures', 'figures-rounded'] as const) {
    const told = await ask('/measures/cla-number/children', token(scope));
    assert.equal(told.status, 403);
    assert.equal(told.body.name, 'scope-too-narrow');
    assert.doesNotMatch(told.text, /NM1|ZQ1/);
  }
});

test('children: identifiers without names, restricted children counted and not listed', async () => {
  nextMinute();
  const { body, text, headers } = await ask(
    '/measures/cla-number/children?as-of=2026-11-23',
    token('children'),
  );
  const figure = await ask(FIGURE, token('children'));
  assert.equal(body.total, figure.body.value);
  assert.equal(body.listed + body.notListed, body.total);
  assert.equal(body.notListed, 1);
  const ids = body.children.map(({ child }: { child: string }) => child);
  assert.ok(ids.includes('NM1') && !ids.includes('NM3'), 'Zoë’s record is restricted');
  assert.doesNotMatch(text, /Aldenfen|Quillfeather|Zarquane|givenName/);
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['etag'], undefined);
});

test('children-named: with their names, and still not the restricted ones', async () => {
  nextMinute();
  const { body, text } = await ask('/measures/cla-number/children', token('children-named'));
  const kofi = body.children.find(({ child }: { child: string }) => child === 'NM1');
  assert.deepEqual([kofi.givenName, kofi.familyName], ['Kofi', 'Aldenfen']);
  assert.doesNotMatch(text, /Quillfeather|NM3/);
});

test('children: of what cases tell a system reads how many, and none of them', async () => {
  nextMinute();
  const listOf = async (measure: string) => {
    const path = `/measures/${measure}/children?side=denominator&window=twelve-months`;
    return (await ask(path, token('children'))).body;
  };
  const [starts, told] = [await listOf('s20-starts'), await listOf('entries-in-crisis')];
  assert.ok(starts.listed > 0 && told.total === starts.total);
  assert.deepEqual([told.listed, told.children], [0, []]);
  assert.equal(told.notListed, starts.listed + starts.notListed);
});

test('children: of one side, and of one part', async () => {
  nextMinute();
  const list = (query: string) =>
    ask(`/measures/foster-share/children?as-of=2026-11-23${query}`, token('children'));
  const all = (await list('&side=denominator')).body;
  const counted = (await list('&side=numerator')).body;
  assert.ok(counted.total > 0 && counted.total < all.total);
  const figure = await ask('/measures/foster-share?as-of=2026-11-23&by=age', token('children'));
  const [part] = figure.body.parts;
  const ofPart = (await list(`&by=age&part=${part.key}&side=denominator`)).body;
  assert.equal(ofPart.total, part.denominator);
  assert.equal((await list('&by=age&part=no-such')).status, 404);
  assert.equal((await list('&part=10-15')).status, 400);
  assert.equal((await list('&by=age&part=10-15&side=excluded')).status, 400);
});

test('rounded: headlines in fives, at ends of quarters, and nothing cut, over months or beyond the headlines', async () => {
  nextMinute();
  const rounded = token('figures-rounded');
  const { body } = await ask('/measures/cla-number?as-of=2026-11-23', rounded);
  assert.deepEqual([body.rounded, body.asOf, body.told, body.value % 5], [true, '2026-09-30', 'rounded', 0]);
  const refused = [
    '/measures/cla-number?by=age',
    '/measures/cla-started?window=month',
    '/measures/uasc-number',
    '/measures/cla-by-age',
    '/measures/cla-number/series?from=2025-01-01&every=month',
    '/measures/cla-number/series?from=2025-01-01',
  ];
  for (const path of refused) {
    const told = await ask(path, rounded);
    assert.deepEqual([told.status, told.body.name], [403, 'scope-too-narrow'], path);
  }
  const average = await ask('/measures/fee-average', rounded);
  assert.equal(average.status, 403);
  assert.match(average.text, /is not among the main figures/);
  const { measures } = (await ask('/measures', rounded)).body;
  assert.equal(measures.length, 11);
  const series = await ask('/measures/cla-number/series?from=2025-01-01&every=quarter', rounded);
  for (const { value } of series.body.points) assert.equal(value % 5, 0);
});

test('the catalogue of true figures holds every measure with its definition', async () => {
  nextMinute();
  const { measures } = (await ask('/measures', token('figures'))).body;
  assert.ok(measures.length > 60);
  const number = measures.find(({ id }: { id: string }) => id === 'cla-number');
  assert.ok(number.definition.length > 20 && number.breakdowns.includes('age') && number.certainty.mark);
});
