import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aService, aWorld, type Service } from '../../test/service.ts';
import { inlineScriptHashes } from '../kit/index.ts';
import { buildServer } from './build-server.ts';
import { path } from './path.ts';
import { openRoute } from './route.ts';
import { contentDisposition } from './send-answer.ts';

let service: Service;
let secure: Service;
before(async () => {
  service = aService(await aWorld());
  secure = aService(service.world, { isSecure: true, formTargets: ['https://login.invented.example'] });
});
after(() => service.world.close());

test('a page runs no script but ours, leads forms nowhere else and stands in no frame', async () => {
  const { headers } = await secure.browser().get('/sign-in');
  const policy = String(headers['content-security-policy']);
  const parts = new Map(
    policy.split(';').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
  );
  assert.equal(parts.get('default-src'), "'none'");
  assert.equal(parts.get('script-src'), `'self' '${inlineScriptHashes()[0]}'`);
  assert.equal(parts.get('style-src'), "'self'");
  assert.equal(parts.get('form-action'), "'self' https://login.invented.example");
  assert.equal(parts.get('frame-ancestors'), "'none'");
  assert.equal(parts.get('base-uri'), "'none'");
  assert.doesNotMatch(policy, /unsafe|\*|data:/);
  assert.equal(headers['x-frame-options'], 'DENY');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['referrer-policy'], 'same-origin');
  assert.match(String(headers['strict-transport-security']), /max-age=31536000/);
  assert.equal(headers['x-powered-by'], undefined);
});

test('without TLS nothing promises it', async () => {
  const { headers } = await service.browser().get('/sign-in');
  assert.equal(headers['strict-transport-security'], undefined);
  assert.doesNotMatch(String(headers['content-security-policy']), /upgrade-insecure-requests/);
});

test('no copy of a page is kept; furniture is kept for ever', async () => {
  const page = await service.browser().get('/sign-in');
  assert.equal(page.headers['cache-control'], 'no-store');
  const sheet = page.page.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '';
  const furniture = await service.browser().get(sheet);
  assert.equal(furniture.status, 200);
  assert.match(String(furniture.headers['cache-control']), /immutable/);
});

test('cookies are for this host alone, out of reach of scripts, and over TLS say so in their name', async () => {
  const open = String((await service.browser().get('/sign-in')).headers['set-cookie']);
  assert.match(open, /^rightplace-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  const sealed = String((await secure.browser().get('/sign-in')).headers['set-cookie']);
  assert.match(sealed, /^__Host-rightplace-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  assert.doesNotMatch(sealed, /Domain/i);
});

test('header-injection: nothing a person typed can end a header', async () => {
  for (const name of [
    'a\r\nSet-Cookie: x=y.csv',
    'quote".csv',
    'naïve – 50%.csv',
    '../../etc/passwd',
    '\u202efdp.exe',
  ]) {
    const header = contentDisposition(name, false);
    assert.match(
      header,
      /^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[\w.%~!-]*$/,
      name,
    );
    assert.doesNotMatch(header, /[\r\n\\/]/);
  }
});

test('header-injection: a line break in the way back after signing in is not followed', async () => {
  const browser = service.browser();
  const seen = await browser.get('/sign-in?next=%2Fok%0d%0aSet-Cookie:%20a=b');
  assert.equal(seen.status, 200);
  assert.doesNotMatch(String(seen.headers['set-cookie']), /a=b/);
});

test('an error shows a reference and nothing else, and the reference is in the log with the error', async () => {
  const lines: string[] = [];
  const failing = buildServer({
    world: service.world,
    routes: [
      openRoute({
        method: 'GET',
        path: path('/fails'),
        action: 'anyone',
        because: 'of this test',
        audit: 'nothing',
        handler: () => {
          throw new Error('the secret inside, at /home/somewhere');
        },
      }),
    ],
    framing: { navigation: () => [], today: () => '2026-11-23' as never },
    settings: { isSecure: false, trustProxy: false, formTargets: [], requestsPerMinute: 1000 },
    logger: { level: 'error', stream: { write: (line: string) => void lines.push(line) } },
  });
  const response = await failing.inject({
    url: '/fails',
    headers: { 'x-request-id': 'chosen-by-a-stranger' },
  });
  assert.equal(response.statusCode, 500);
  assert.doesNotMatch(response.body, /secret inside|\.ts|at Object/);
  const reference = /reference: <strong>([a-z2-9]{10})<\/strong>/.exec(response.body)?.[1];
  assert.ok(reference);
  assert.equal(response.headers['x-request-id'], reference);
  assert.match(lines.join(''), new RegExp(`"reference":"${reference}"`));
  assert.match(lines.join(''), /the secret inside/);
});

test('the log never holds the address asked for: it may hold a child, a search or a link', async () => {
  const lines: string[] = [];
  const { serverFor } = await import('./serve.ts');
  const server = serverFor(service.world, {}, { stream: { write: (line: string) => void lines.push(line) } });
  await server.inject({ url: `/set-password/E10000901.${'s'.repeat(43)}?q=Kofi` });
  assert.match(lines.join(''), /"route":"\/set-password\/:linkKey"/);
  assert.doesNotMatch(lines.join(''), /sssss|Kofi/);
});

test('what is not there is not found, calmly, signed in or not', async () => {
  const seen = await service.browser().get('/no/such/page');
  assert.equal(seen.status, 404);
  assert.equal(seen.heading, 'Page not found');
  assert.equal(seen.headers['cache-control'], 'no-store');
});

const oddRequests: [what: string, request: object, status: number][] = [
  ['a broken percent sign', { url: '/people/%E0%A4%A' }, 400],
  ['a NUL byte in the path', { url: '/set-password/%00' }, 404],
  ['a NUL byte in the query', { url: '/sign-in?next=%00' }, 200],
  [
    'a body of another kind',
    { url: '/sign-in', method: 'POST', headers: { 'content-type': 'application/xml' }, payload: '<a/>' },
    415,
  ],
  [
    'a form far too long',
    {
      url: '/sign-in',
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `a=${'x'.repeat(300_000)}`,
    },
    413,
  ],
  [
    'files sent to a page that takes none',
    {
      url: '/sign-in',
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      payload: '--b\r\ncontent-disposition: form-data; name="f"; filename="a.csv"\r\n\r\nhello\r\n--b--\r\n',
    },
    403,
  ],
  ['a method nobody declared', { url: '/sign-in', method: 'DELETE' }, 404],
];

for (const [what, request, status] of oddRequests) {
  test(`bad input gets a sentence, never an error of ours: ${what}`, async () => {
    const response = await service.server.inject(request as never);
    assert.equal(response.statusCode, status, response.body.slice(0, 300));
    assert.match(response.body, /<h1/);
  });
}

test('a flood from one address is slowed, and others are not', async () => {
  const small = aService(service.world, { requestsPerMinute: 5 });
  const flood = small.browser('192.0.2.66');
  for (let i = 0; i < 5; i += 1) assert.equal((await flood.get('/help')).status, 200);
  const seen = await flood.get('/help');
  assert.equal(seen.status, 429);
  assert.equal(seen.heading, 'Too many requests');
  assert.ok(Number(seen.headers['retry-after']) > 0);
  assert.equal((await small.browser('192.0.2.67').get('/help')).status, 200);
});

test('the service says whether it is ready', async () => {
  const seen = await service.browser().get('/health');
  assert.equal(seen.status, 200);
  assert.deepEqual(JSON.parse(seen.text), { ready: true });
});
