import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_API_SCOPES, type ApiScope } from '@rightplace/domain';
import { type ApiWorld, type Asking, anApiServer, anApiWorld, asking } from '../../test/api.ts';
import { aChild, anEpisode } from '../../test/children.ts';

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

test('an address that is not written right is a problem like others', async () => {
  nextMinute();
  for (const path of ['/measures/%zz', `/measures/${'a'.repeat(300)}`, '/%zz']) {
    const told = await ask(path, token('figures'));
    assert.deepEqual([told.status, told.body?.name], [400, 'not-asked-right'], path);
  }
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
  const { asked, endpoint, scope } = (entries[0]?.detail ?? {}) as Record<string, unknown>;
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
