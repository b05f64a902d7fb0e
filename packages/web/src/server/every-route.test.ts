import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Action, ALL_ROLES, londonDayOf, mayAttempt, type Role } from '@rightplace/domain';
import { aBrowser, aWorld, type Browser, NORTHMARSH, type TestWorld } from '../../test/service.ts';
import { type Endpoint, endpoints, patternOf } from '../api/endpoints.ts';
import { navigationFor } from '../staff/navigation.ts';
import { staffRoutes } from '../staff/routes.ts';
import { buildServer } from './build-server.ts';
import { csrfToken } from './csrf.ts';
import { path } from './path.ts';
import { type Route, route } from './route.ts';

const NO_PROVIDER = {
  begin: async () => ({ kind: 'provider-down', sentence: 'Not here.' }) as const,
  finish: async () => ({ kind: 'provider-down', sentence: 'Not here.' }) as const,
  signOutUrl: async () => undefined,
};

let demonstration: TestWorld;
let live: TestWorld;
const people = new Map<Role, number>();

before(async () => {
  live = await aWorld({ identityProvider: NO_PROVIDER });
  demonstration = { ...live, mode: 'demo' };
  // Person 1 is the example of routes about people: what the walk does to them must not touch those who walk.
  await live.addPerson({ name: 'Example Esme' });
  for (const role of ALL_ROLES)
    people.set(role, (await live.addPerson({ name: `Any ${role}`, role })).personId);
});
after(() => live.close());

const serverOf = (world: TestWorld, routes: readonly Route[], served: readonly Endpoint[] = endpoints) =>
  buildServer({
    world,
    routes,
    endpoints: served,
    framing: {
      navigation: (signedIn) => navigationFor(signedIn, londonDayOf(world.now())),
      today: () => londonDayOf(world.now()),
    },
    settings: { isSecure: false, trustProxy: false, formTargets: [], requestsPerMinute: 1_000_000 },
  });

const addressOf = ({ path: { pattern }, example = {} }: Route): string =>
  pattern.replaceAll(/:([^/]+)/g, (_, name: string) => encodeURIComponent(example[name] ?? ''));

const ask = async (browser: Browser, declared: Route): Promise<number> => {
  const cookie = browser.cookies.get('rightplace-session') ?? '';
  const address = addressOf(declared);
  const seen =
    declared.method === 'GET'
      ? await browser.get(address)
      : await browser.post(address, {}, { token: csrfToken(cookie) });
  if (seen.status === 303 && seen.location?.startsWith('/sign-in') === true && declared.action !== 'anyone')
    return 401;
  return seen.status;
};

/** What the policy says should happen, as against what does. Empty when they agree everywhere. */
const walk = async (
  world: TestWorld,
  routes: readonly Route[],
  policyOf: (route: Route) => Route['action'] = ({ action }) => action,
): Promise<readonly string[]> => {
  const server = serverOf(world, routes);
  const differences: string[] = [];
  const compare = async (
    who: string,
    browser: Browser,
    declared: Route,
    expected: 'in' | 'out' | 'sign in',
  ): Promise<number> => {
    const status = await ask(browser, declared);
    const got =
      status === 403 ? 'out' : status === 401 ? 'sign in' : status >= 500 ? `error ${status}` : 'in';
    if (got !== expected)
      differences.push(`${declared.method} ${declared.path.pattern} as ${who}: ${got}, not ${expected}`);
    return status;
  };
  const stranger = async (): Promise<Browser> => {
    const browser = aBrowser(server);
    await browser.get('/help');
    return browser;
  };
  const signedInAs = async (personId: number) => {
    const browser = aBrowser(server);
    const { cookie, signedIn } = await world.signIn(personId);
    browser.cookies.set('rightplace-session', cookie);
    return { browser, signedIn };
  };
  // Who was shown a page or refused stays signed in. What led on did something: it may have ended a session.
  const still = new Map<number, Awaited<ReturnType<typeof signedInAs>>>();
  const reader = await stranger();
  for (const declared of routes) {
    const action = policyOf(declared);
    if (action === 'anyone') continue;
    await compare('nobody', declared.method === 'GET' ? reader : await stranger(), declared, 'sign in');
    for (const [role, personId] of people) {
      const own = still.get(personId) ?? (await signedInAs(personId));
      const { browser, signedIn } = own;
      const permission =
        action === 'signed-in' ||
        isPermitted(mayAttempt({ actor: signedIn.actor, action, on: londonDayOf(world.now()) }));
      const status = await compare(role, browser, declared, permission ? 'in' : 'out');
      if ([200, 400, 403, 404].includes(status)) still.set(personId, own);
      else still.delete(personId);
    }
  }
  await server.close();
  return differences;
};

/** A purpose is asked for on the page itself. */
const isPermitted = (answer: ReturnType<typeof mayAttempt>): boolean =>
  answer.kind === 'may' || answer.name === 'purpose-needed';

test('every route lets in the roles that the access policy names, and nobody else: live', async () => {
  assert.deepEqual(await walk(live, staffRoutes(live)), []);
});

test('every route lets in the roles that the access policy names, and nobody else: demonstration', async () => {
  const onlyHere = new Set(staffRoutes(live).map(({ method, path }) => `${method} ${path.pattern}`));
  const routes = staffRoutes(demonstration).filter(
    ({ method, path }) => !onlyHere.has(`${method} ${path.pattern}`) || path.pattern === '/help',
  );
  assert.deepEqual(await walk(demonstration, routes), []);
});

test('what anyone may open without signing in is this and nothing more', () => {
  const open = new Set(
    [...staffRoutes(live), ...staffRoutes(demonstration)]
      .filter(({ action }) => action === 'anyone')
      .map(({ method, path }) => `${method} ${path.pattern}`),
  );
  assert.deepEqual([...open].toSorted(), [
    'GET /accessibility',
    'GET /health',
    'GET /help',
    'GET /set-password/:linkKey',
    'GET /sign-in',
    'GET /sign-in/organisation',
    'GET /sign-in/organisation/return',
    'GET /signed-out',
    'POST /set-password/:linkKey',
    'POST /sign-in',
    'POST /sign-in/as',
    'POST /sign-in/people-to-try',
  ]);
});

/** What other systems may read is for those with a token: no role opens it, and no session. */
const openToPeople = async (served: readonly Endpoint[]): Promise<readonly string[]> => {
  const server = serverOf(live, [], served);
  const opened: string[] = [];
  for (const endpoint of served)
    for (const [role, personId] of [['nobody', undefined] as const, ...people]) {
      const browser = aBrowser(server);
      if (personId !== undefined)
        browser.cookies.set('rightplace-session', (await live.signIn(personId)).cookie);
      const { status } = await browser.get(patternOf(endpoint).replaceAll(':id', 'cla-number'));
      if (status !== 401) opened.push(`${patternOf(endpoint)} as ${role}: ${status}`);
    }
  await server.close();
  return opened;
};

test('no role, signed in, opens what other systems read with a token', async () => {
  assert.ok(endpoints.length >= 4);
  assert.deepEqual(await openToPeople(endpoints), []);
});

test('saboteur: an endpoint that names no action keeps the server from starting', () => {
  const [endpoint] = endpoints;
  const wrong = { ...endpoint, actions: [] } as unknown as Endpoint;
  assert.throws(() => serverOf(live, [], [wrong]), /\/api\/v1\/measures: does not name its action/);
});

test('saboteur: a route under the wrong action is caught by the walk, because its use case knows better', async () => {
  const routes = staffRoutes(live).map((declared) =>
    declared.path.pattern === '/people' ? { ...declared, action: 'see-home' as const } : declared,
  );
  const differences = await walk(
    live,
    routes.filter(({ path }) => ['/people', '/help'].includes(path.pattern)),
  );
  assert.ok(differences.includes('GET /people as social-worker: out, not in'), differences.join('\n'));
});

test('saboteur: a gate left open is caught by the walk', async () => {
  const open = route({
    method: 'GET',
    path: path('/left-open'),
    action: 'see-home',
    audit: 'nothing',
    handler: () => ({ kind: 'fragment', type: 'text/plain', body: 'anybody', status: 200 }),
  });
  const meant = (declared: Route): Route['action'] =>
    declared.path.pattern === '/left-open' ? ('manage-people' satisfies Action) : declared.action;
  const help = staffRoutes(live).filter(({ path }) => path.pattern === '/help');
  const differences = await walk(live, [open, ...help], meant);
  assert.equal(differences.length, ALL_ROLES.length - 1, 'every role but the administrator got in');
});

const undeclared: [what: string, wrong: object, complaint: RegExp][] = [
  ['without an action', { action: undefined }, /does not name its action/],
  ['without its audit event', { audit: '' }, /does not name its audit event/],
  ['open to anyone without saying why', { action: 'anyone' }, /does not say why/],
  ['with parameters and no example', { path: path('/thing/:thingId') }, /gives no example/],
];

for (const [what, wrong, complaint] of undeclared) {
  test(`saboteur: the server does not start with a route ${what}`, () => {
    const good = {
      method: 'GET',
      path: path('/thing'),
      action: 'see-home',
      audit: 'nothing',
      handler: () => ({}),
    };
    assert.throws(() => serverOf(live, [{ ...good, ...wrong } as unknown as Route]), complaint);
  });
}

test('saboteur: a route slipped in beside the declared ones is refused', async () => {
  const server = serverOf(live, staffRoutes(live));
  assert.throws(() => server.get('/slipped-in', () => 'anybody may see this'), /not declared/);
  await server.close();
});

test('every form that changes something carries the token, on every page every role can open', async () => {
  const server = serverOf(live, staffRoutes(live));
  const administrator = people.get('administrator') ?? 0;
  for (const declared of staffRoutes(live).filter(({ method }) => method === 'GET')) {
    const browser = aBrowser(server);
    const { cookie } = await live.signIn(administrator, NORTHMARSH);
    browser.cookies.set('rightplace-session', cookie);
    const seen = await browser.get(addressOf(declared));
    for (const form of seen.page.querySelectorAll('form[method=post]'))
      assert.ok(
        form.querySelector('input[name=_csrf]'),
        `${declared.path.pattern}: ${form.outerHTML.slice(0, 200)}`,
      );
  }
  await server.close();
});
