import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aService, aWorld, type TestWorld } from '../../test/service.ts';
import { settingsFor } from './settings.ts';

const given = { mode: 'live', publicUrl: undefined, trustProxy: undefined, issuer: undefined } as const;

const secured: [mode: 'demo' | 'live', publicUrl: string | undefined, isSecure: boolean][] = [
  ['demo', undefined, false],
  ['demo', 'https://rightplace.invented.example', true],
  ['live', undefined, true],
  ['live', 'https://rightplace.invented.example', true],
  ['live', 'http://rightplace.invented.example', true],
  ['live', 'http://localhost:3000', false],
  ['live', 'http://127.0.0.1:3000', false],
];

for (const [mode, publicUrl, isSecure] of secured) {
  test(`cookies ${isSecure ? 'are' : 'are not'} Secure: ${mode}, reached at ${publicUrl ?? 'nowhere said'}`, () => {
    assert.equal(settingsFor({ ...given, mode, publicUrl }).isSecure, isSecure);
  });
}

test('forms may lead to the identity provider and to no other place', () => {
  assert.deepEqual(settingsFor(given).formTargets, []);
  const issuer = 'https://login.invented.example/tenant/v2.0';
  assert.deepEqual(settingsFor({ ...given, issuer }).formTargets, ['https://login.invented.example']);
});

let world: TestWorld;
before(async () => {
  world = await aWorld();
});
after(() => world.close());

/** What three requests get where two a minute are let through for each address. */
const threeRequests = async (trustProxy: string, cameFrom: (nth: number) => string): Promise<number[]> => {
  const { server } = aService(world, { ...settingsFor({ ...given, trustProxy }), requestsPerMinute: 2 });
  const statuses: number[] = [];
  for (let nth = 1; nth <= 3; nth += 1)
    statuses.push(
      (await server.inject({ url: '/help', headers: { 'x-forwarded-for': cameFrom(nth) } })).statusCode,
    );
  return statuses;
};

test('where a request came from is believed only of a proxy that is trusted', async () => {
  const cases = [
    ['', false],
    ['true', true],
    ['127.0.0.1', true],
    ['203.0.113.9', false],
  ] as const;
  for (const [trustProxy, believed] of cases)
    assert.deepEqual(
      await threeRequests(trustProxy, (nth) => `198.51.100.${nth}`),
      believed ? [200, 200, 200] : [200, 200, 429],
      `TRUST_PROXY=${trustProxy}`,
    );
});

test('with one proxy trusted, what a request claims about the way before it is not believed', async () => {
  assert.deepEqual(await threeRequests('true', (nth) => `10.0.0.${nth}, 198.51.100.9`), [200, 200, 429]);
});
