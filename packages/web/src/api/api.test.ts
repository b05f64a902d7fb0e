import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeClient, REQUESTS_A_MINUTE, revokeClient } from '@rightplace/app';
import { type ApiScope, day } from '@rightplace/domain';
import { type ApiWorld, type Asking, anApiServer, anApiWorld, asking } from '../../test/api.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/service.ts';
import { BAD_TOKENS_A_MINUTE } from './brake.ts';

let world: ApiWorld;
let ask: Asking;
const tokens = new Map<ApiScope, string>();
const token = (scope: ApiScope): string => tokens.get(scope) ?? '';

before(async () => {
  world = await anApiWorld();
  ask = asking(anApiServer(world));
  for (const scope of ['figures-rounded', 'figures', 'children', 'children-named'] as const)
    tokens.set(scope, await world.tokenFor(scope));
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

test('rounded: headlines in fives, at ends of quarters, and nothing cut, over months or beyond the eight', async () => {
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
  const { measures } = (await ask('/measures', rounded)).body;
  assert.equal(measures.length, 8);
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

const STRANGERS: [what: string, bearer: () => string][] = [
  ['a token of another secret', () => token('children').replace(/.{6}$/, 'AAAAAA')],
  ['a token of another client', () => token('children').replace(/(\.E\d+\.)\d+\./, '$199999.')],
  ['a token said to be another authority’s', () => token('children').replace(NORTHMARSH, SOUTHFELL)],
  ['text that is no token', () => 'let-me-in'],
  ['a session’s key', () => `${NORTHMARSH}.${'A'.repeat(43)}`],
  ['a very long one', () => 'a'.repeat(5000)],
];
for (const [what, bearer] of STRANGERS)
  test(`nobody comes in with ${what}`, async () => {
    nextMinute();
    const told = await ask(FIGURE, bearer(), {
      address: `198.51.100.${STRANGERS.findIndex(([w]) => w === what)}`,
    });
    assert.deepEqual([told.status, told.body.name], [401, 'unknown-token']);
    assert.match(String(told.headers['www-authenticate']), /^Bearer .*invalid_token/);
    assert.equal(told.headers['content-type'], 'application/problem+json; charset=utf-8');
  });

test('cross-authority: a token of another authority reads that one and nothing of this', async () => {
  nextMinute();
  const { personId } = await world.addPerson({
    name: 'South Admin',
    authorityId: SOUTHFELL,
    role: 'administrator',
  });
  const { signedIn } = await world.signIn(personId, SOUTHFELL);
  const made = await makeClient(world, signedIn, {
    name: 'Southfell board',
    organisation: 'Southfell Council',
    purpose: 'Board',
    scope: 'figures-rounded',
    lastDay: day('2027-03-31'),
  });
  assert.ok(made.kind === 'client-made');
  const { body } = await ask('/measures/cla-number', made.token);
  assert.equal(body.told, 'few', 'Southfell has one child');
});

test('neither a signed-in browser’s cookie nor a form opens it: a token does, and only a token', async () => {
  nextMinute();
  const { cookie } = await world.signIn(world.director);
  const told = await ask(FIGURE, undefined, { headers: { cookie: `rightplace-session=${cookie}` } });
  assert.deepEqual([told.status, told.body.name], [401, 'token-needed']);
  assert.equal(told.headers['set-cookie'], undefined);
  const good = await ask(FIGURE, token('figures'), { headers: { origin: 'https://elsewhere.example' } });
  assert.equal(good.headers['set-cookie'], undefined);
  assert.equal(good.headers['access-control-allow-origin'], undefined);
});

test('a client works on its last day and not on the next, and one revoked not from the next request on', async () => {
  nextMinute();
  const short = await world.tokenFor('figures', { lastDay: '2026-11-23' });
  assert.equal((await ask(FIGURE, short)).status, 200);
  const { token: gone, clientId } = await world.clientFor('figures-rounded');
  assert.equal((await ask('/measures', gone)).status, 200);
  const { signedIn } = await world.signIn(world.administrator);
  await revokeClient(world, signedIn, clientId);
  const revoked = await ask('/measures', gone);
  assert.deepEqual([revoked.status, revoked.body.name], [401, 'client-revoked']);
  const [last] = await world.auditOf(String(clientId), 'api-client');
  assert.deepEqual([last?.action, last?.detail], ['api-client-refused', { why: 'client-revoked' }]);
  world.pass(24 * 60);
  const ended = await ask(FIGURE, short);
  assert.deepEqual([ended.status, ended.body.name], [401, 'client-ended']);
  assert.match(ended.body.detail, /ended on 23 November 2026/);
});

test('a client that may read true figures reads nothing until a second person has agreed', async () => {
  nextMinute();
  for (const scope of ['figures', 'children', 'children-named'] as const) {
    const { token: waiting } = await world.clientFor(scope);
    const told = await ask('/measures', waiting);
    assert.deepEqual([told.status, told.body.name], [403, 'client-waiting']);
  }
});

const MISASKED: [path: string, says: RegExp][] = [
  ['/measures/cla-number?as-of=31/03/2026', /as-of must be a real day/],
  ['/measures/cla-number?as-of=2026-02-30', /as-of must be a real day/],
  ['/measures/cla-number?as-of=2027-01-01', /as-of must be a real day from 1990-01-01 to today/],
  ['/measures/cla-number?as-of=1989-12-31', /as-of must be/],
  ['/measures/cla-number?known-at=yesterday', /known-at must be/],
  ['/measures/cla-number?by=shoe-size', /by must be one of/],
  ['/measures/foster-share?by=reason-ceased', /is not cut by|must be one of/],
  ['/measures/cla-number?window=month', /has a time of its own/],
  ['/measures/cla-starts?window=fortnight', /window must be one of month/],
  ['/measures/cla-number?as-of=2026-03-31&as-of=2026-03-30', /as-of is given more than once/],
  ['/measures/cla-number?asof=2026-03-31', /There is no parameter “asof” here\. There are: as-of, known-at/],
  ['/measures/cla-number?constructor=1', /There is no parameter “constructor”/],
  ['/measures?limit=5', /There are none/],
  ['/measures/cla-number/series', /from is needed/],
  ['/measures/cla-number/series?from=2026-03-31&to=2026-03-30', /from is after to/],
  ['/measures/cla-number/series?from=1990-01-01', /points; ask for 240 at most/],
  ['/measures/cla-by-age/series?from=2026-01-01', /series are of whole figures/],
  ['/measures/cla-number/children?page=0', /page must be a whole number/],
  ['/measures/cla-number/children?side=everybody', /side must be one of/],
];
for (const [path, says] of MISASKED)
  test(`what cannot be understood is refused in a sentence: ${path}`, async () => {
    nextMinute();
    const told = await ask(path, token('children-named'));
    assert.equal(told.status, 400, told.text);
    assert.equal(told.headers['content-type'], 'application/problem+json; charset=utf-8');
    assert.deepEqual(
      [told.body.status, told.body.type, told.body.name],
      [400, 'about:blank', 'not-asked-right'],
    );
    assert.match(told.body.detail, says);
  });

test('an unknown measure is not found, and nor is anything that is not documented', async () => {
  nextMinute();
  for (const path of [
    '/measures/no-such',
    '/measures/__proto__',
    '/measures/%00',
    '/measures/no-such/children',
  ]) {
    const told = await ask(path, token('children'));
    assert.ok(told.status === 404 || told.status === 400, `${path} ${told.status}`);
    assert.equal(told.body.status, told.status);
  }
  for (const path of ['/api', '/api/v1', '/api/v1/', '/api/v2/measures', '/api/v1/children']) {
    const told = await ask(path, token('children'));
    assert.deepEqual([told.status, told.body.name], [404, 'not-found'], path);
    assert.equal(told.headers['set-cookie'], undefined);
  }
});

test('it can only be read', async () => {
  nextMinute();
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)
    for (const path of ['/measures', FIGURE, '/openapi.json', '/no-such']) {
      const told = await ask(path, token('children'), {
        method,
        payload: '{"a":',
        headers: { 'content-type': 'application/json' },
      });
      assert.deepEqual([told.status, told.headers.allow], [405, 'GET, HEAD'], `${method} ${path}`);
    }
  const head = await ask(FIGURE, token('figures'), { method: 'HEAD' });
  assert.deepEqual([head.status, head.text], [200, '']);
  assert.equal((await ask(FIGURE, undefined, { method: 'HEAD' })).status, 401);
  assert.equal((await ask(`${FIGURE}&by=${'a'.repeat(2100)}`, token('figures'))).status, 414);
});

test('what a client holds need not be sent again, until the record changes', async () => {
  nextMinute();
  const first = await ask(FIGURE, token('figures'));
  const etag = String(first.headers['etag']);
  assert.match(etag, /^W\/"/);
  assert.equal(first.headers['cache-control'], 'private, no-cache');
  const held = { headers: { 'if-none-match': `"other", ${etag}` } };
  const again = await ask(FIGURE, token('figures'), held);
  assert.deepEqual([again.status, again.text], [304, '']);
  assert.equal((await ask(`${FIGURE}&by=age`, token('figures'), held)).status, 200, 'another question');
  assert.equal((await ask(FIGURE, token('children'), held)).status, 200, 'another scope');
  const { aChild, anEpisode } = await import('../../test/children.ts');
  await world.saveChildren(
    [aChild('NEW1', { episodes: [anEpisode({ decom: '2026-11-01' })] })],
    '2026-11-23T09:05:00Z',
  );
  const changed = await ask(FIGURE, token('figures'), held);
  assert.equal(changed.status, 200);
  assert.equal(changed.body.value, first.body.value + 1);
});

test('an answer can be had as a table', async () => {
  nextMinute();
  const csv = { headers: { accept: 'text/csv' } };
  const figure = await ask(`${FIGURE}&by=sex`, token('figures'), csv);
  assert.equal(figure.headers['content-type'], 'text/csv; charset=utf-8');
  const [header, whole, ...parts] = figure.text.trimEnd().split('\r\n');
  assert.match(header ?? '', /^measure,version,title,unit,as of,known,from,by,part,part title,value,/);
  assert.match(whole ?? '', /^cla-number,/);
  assert.ok(parts.length >= 2);
  for (const path of [
    '/measures',
    '/measures/cla-number/series?from=2026-01-01',
    '/measures/cla-number/children',
  ]) {
    const lines = (await ask(path, token('children-named'), csv)).text.trimEnd().split('\r\n');
    assert.ok(lines.length > 5, path);
  }
  const json = await ask(FIGURE, token('figures'), {
    headers: { accept: 'application/json, text/csv;q=0.5' },
  });
  assert.equal(json.body.measure, 'cla-number');
});

test('every request is in the audit, with the client, the question, the reason and what became of it', async () => {
  nextMinute();
  const before = (await world.auditOf('foster-share', 'measure')).length;
  await ask('/measures/foster-share?as-of=2026-03-31', token('figures'));
  await ask('/measures/foster-share?as-of=tomorrow', token('figures'));
  await ask('/measures/foster-share/children', token('figures'));
  const entries = (await world.auditOf('foster-share', 'measure')).slice(0, 3).toReversed();
  assert.equal((await world.auditOf('foster-share', 'measure')).length, before + 3);
  assert.deepEqual(
    entries.map(({ action, why, detail }) => [action, why, (detail as { outcome: string }).outcome]),
    [
      ['api-read', 'The monthly board report', 'answer'],
      ['api-read', 'The monthly board report', 'not-asked-right'],
      ['api-read', 'The monthly board report', 'scope-too-narrow'],
    ],
  );
  assert.match(entries[0]?.actor ?? '', /^API client \d+: Reader of figures$/);
  const { asked, endpoint, scope } = entries[0]?.detail as Record<string, unknown>;
  assert.deepEqual(asked, { id: 'foster-share', 'as-of': '2026-03-31' });
  assert.deepEqual([endpoint, scope], ['/api/v1/measures/{id}', 'figures']);
});

test('a list of children is in the audit of each child in it, and of no other', async () => {
  nextMinute();
  await ask('/measures/cla-number/children', token('children'));
  const [entry] = await world.auditNaming('NM1');
  assert.deepEqual([entry?.action, entry?.why], ['api-children-read', 'The monthly board report']);
  assert.match(entry?.actor ?? '', /Reader of children/);
  const ofZoe = await world.auditNaming('NM3');
  assert.ok(ofZoe.every(({ action }) => action !== 'api-children-read'));
});

test('nothing is told that cannot be recorded', async () => {
  nextMinute();
  await world.withoutAudit(async () => {
    const told = await ask('/measures/cla-number/children', token('children'));
    assert.equal(told.status, 500);
    assert.doesNotMatch(told.text, /NM1|append_audit/);
    assert.match(told.body.detail, /reference: [a-z2-9]{10}/);
  });
});

test('a client asks so often a minute and no oftener, and others are not slowed by it', async () => {
  nextMinute();
  const busy = await world.tokenFor('figures-rounded');
  for (let i = 0; i < REQUESTS_A_MINUTE; i += 1)
    assert.equal((await ask('/measures', busy, { headers: {} })).status, 200, `request ${i + 1}`);
  const told = await ask('/measures', busy);
  assert.deepEqual([told.status, told.body.name], [429, 'too-many-requests']);
  const wait = Number(told.headers['retry-after']);
  assert.ok(wait >= 1 && wait <= 60, String(wait));
  // Another process counts with this one.
  const other = asking(anApiServer(world));
  assert.equal((await other('/measures', busy)).status, 429);
  assert.equal((await ask('/measures', token('figures'))).status, 200);
  const clientId = /\.(\d+)\.[^.]+$/.exec(busy)?.[1] ?? '';
  const slowed = (await world.auditOf(clientId, 'api-client')).filter(
    ({ detail }) => (detail as { why?: string } | undefined)?.why === 'too-many-requests',
  );
  assert.equal(slowed.length, 1, 'said once a minute');
  nextMinute();
  assert.equal((await ask('/measures', busy)).status, 200);
});

test('an address that sends bad tokens waits, a token that has worked does not, and it is over in a minute', async () => {
  nextMinute();
  const address = '203.0.113.9';
  const bad = token('figures').replace(/.{6}$/, 'BBBBBB');
  assert.equal((await ask('/measures', token('figures'), { address })).status, 200);
  for (let i = 0; i < BAD_TOKENS_A_MINUTE; i += 1)
    assert.equal((await ask('/measures', bad, { address })).status, 401);
  const told = await ask('/measures', bad, { address });
  assert.equal(told.status, 429);
  assert.ok(Number(told.headers['retry-after']) >= 1);
  assert.equal((await ask('/measures', token('figures'), { address })).status, 200);
  assert.equal((await ask('/measures', bad, { address: '203.0.113.10' })).status, 401);
  nextMinute();
  assert.equal((await ask('/measures', bad, { address })).status, 401);
});
