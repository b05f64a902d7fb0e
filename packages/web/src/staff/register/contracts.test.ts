import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { tellOfFramework } from '@rightplace/app';
import { ALL_ROLES, day, POLICY, type Role } from '@rightplace/domain';
import { aRegisterWorld, type RegisterWorld } from '../../../../app/test/register-world.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: RegisterWorld;
let service: Service;
before(async () => {
  world = await aRegisterWorld();
  service = aService(world);
  const told = { providerId: world.zed, name: 'Fenland <b>Homes</b>', placements: 'residential' };
  const days = { from: day('2026-01-01'), lastDay: undefined };
  assert.equal(
    (await tellOfFramework(world, await world.hub(), { ...told, ...days })).kind,
    'provider-saved',
  );
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> =>
  service.signedInAs(role === 'social-worker' ? world.ana : (await world.as(role)).person.id);
const FENLAND = '/homes/contracts/residential?framework=Fenland+%3Cb%3EHomes%3C%2Fb%3E';
const TERMS = {
  'starts-day': '1',
  'starts-month': '4',
  'starts-year': '2026',
  covers: 'Board and care',
  notice: '28 days',
  away: 'All of it for 14 nights',
};

test('frameworks that providers are on are listed with spot purchase, and each says whether its terms are told', async () => {
  const seen = await (await as('placements-officer')).get('/homes/contracts');
  assert.match(seen.text, /Fenland <b>Homes<\/b>: children’s home\s*Children’s home\s*1\s*None told/);
  assert.equal(seen.page.querySelectorAll('main tbody tr').length, 4);
  assert.equal(seen.page.querySelector('main tbody b'), null);
  const link = seen.page.querySelectorAll('main tbody a').find(({ text }) => text.startsWith('Fenland'));
  assert.equal(link?.getAttribute('href'), FENLAND);
});

test('terms are recorded from a day, a fault says where it is and loses nothing, and what was before stays on the page', async () => {
  const hub = await as('placements-officer');
  await hub.get(FENLAND);
  const wrong = await hub.post(FENLAND, { _key: 'k0', away: 'All of it for 14 nights' });
  assert.equal(wrong.status, 422);
  const link = wrong.page.querySelector('.govuk-error-summary a');
  assert.ok(wrong.page.querySelector(link?.getAttribute('href') ?? 'none'));
  assert.equal(
    wrong.page.querySelector('input[name=away]')?.getAttribute('value'),
    'All of it for 14 nights',
  );
  assert.equal((await hub.post(FENLAND, { ...TERMS, _key: 'k1' })).status, 303);
  assert.equal(
    (await hub.post(FENLAND, { ...TERMS, _key: 'k2', 'starts-year': '2027', notice: '42 days' })).status,
    303,
  );
  assert.equal((await hub.post(FENLAND, { ...TERMS, _key: 'k3', notice: '30 days' })).status, 303);
  const seen = await hub.get(FENLAND);
  assert.match(
    seen.text,
    /In force From 1 April 2026 .*30 days.*To come\s*From 1 April 2027 .*42 days.*Before.*28 days/s,
  );
  assert.match((await hub.get('/homes/contracts')).text, /Since 1 April 2026; others from 1 April 2027/);
});

test('each role sees the terms and records them as far as the policy has it', async () => {
  for (const role of ALL_ROLES) {
    const [browser, may] = [await as(role), POLICY[role]];
    const seen = await browser.get(FENLAND);
    assert.equal(seen.status, may['see-register'] === undefined ? 403 : 200, role);
    assert.equal(seen.text.includes('Record new terms'), may['keep-register'] !== undefined, role);
    if (may['keep-register'] === undefined)
      assert.equal((await browser.post(FENLAND, TERMS)).status, 403, role);
  }
  const hub = await as('placements-officer');
  for (const path of ['/homes/contracts/residential?framework=Nowhere', '/homes/contracts/hotel'])
    assert.equal((await hub.get(path)).status, 404, path);
});
