import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SignedIn } from '@rightplace/app';
import { ALL_ROLES, type Role } from '@rightplace/domain';
import { askForHome } from '../../../../app/test/home-requests.ts';
import { profileApproved } from '../../../../app/test/profile-approved.ts';
import { aRegisterWorld, type RegisterWorld, TERMS } from '../../../../app/test/register-world.ts';
import { searching, TO_SPOT } from '../../../../app/test/search-world.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: RegisterWorld;
let service: Service;
let ana: SignedIn;
let acting: ReturnType<typeof searching>;
let lodge: number;
let full: number;
before(async () => {
  world = await aRegisterWorld();
  service = aService(world);
  ana = (await world.signIn(world.ana)).signedIn;
  acting = searching(world, ana);
  lodge = await world.add({ urn: 'SC970001' });
  full = await world.add({ name: 'Tern House', postcode: 'PE23 0AB', urn: 'SC970002' });
  await world.openHome(lodge, 1);
  await world.openHome(full, 0);
  await world.tellOf(lodge, 'judgement', { outcome: ['good'] });
  await world.tellOf(lodge, 'fee', { weekly: ['4,250'] });
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> =>
  service.signedInAs(role === 'social-worker' ? world.ana : (await world.as(role)).person.id);
const send = async (browser: Browser, address: string, fields: readonly (readonly [string, string])[]) => {
  const form = await browser.get(address);
  const hidden = form.page
    .querySelectorAll('main form[method=post] input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  return browser.post(address.split('?')[0] ?? '', [...hidden, ...fields]);
};
const day = (name: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-');
  return [
    [`${name}-day`, date],
    [`${name}-month`, month],
    [`${name}-year`, year],
  ] as const;
};
const aSearch = async (number: string): Promise<number> => {
  const id = await askForHome(world, ana, { number, changes: { 'suits-residential': 'preferred' } });
  await acting.takeAll(id, TO_SPOT);
  return id;
};
test('an officer sees homes by fit with what stands in their way, and approaches them once the profile is approved', async () => {
  const id = await aSearch('W1');
  const officer = await as('placements-officer');
  const search = await officer.get(`/searches/${id}`);
  assert.match(search.text, /Choose whom to approach/);
  const page = await officer.get(`/searches/${id}/homes`);
  assert.match(page.text, /Samphire Lodge/);
  assert.match(page.text, /Good/);
  assert.match(page.text, /£4,250/);
  assert.match(page.text, /The kind that is wanted/);
  assert.match(page.text, /No profile has been approved.*Until then only telephone calls can be logged/s);
  assert.doesNotMatch(page.text, /Tern House/, 'a full home is shown to whoever asks for all');
  assert.match((await officer.get(`/searches/${id}/homes?all=yes`)).text, /Tern House/);
  const home = ['home', String(lodge)] as const;
  const early = await send(officer, `/searches/${id}/homes`, [home, ['channel', 'portal']]);
  assert.equal(early.status, 422);
  assert.match(early.text, /nothing can be sent about this child/);
  for (const link of early.page.querySelectorAll('.govuk-error-summary a'))
    assert.ok(early.page.querySelector(link.getAttribute('href') ?? ''), link.text);
  const nobody = await send(officer, `/searches/${id}/homes`, [['channel', 'phone']]);
  assert.match(nobody.text, /Select whom to approach/);
  await profileApproved(world, await world.hub(), id);
  assert.match((await officer.get(`/searches/${id}/homes`)).text, /Version 1 of the profile is approved/);
  const sent = await officer.follow(
    await send(officer, `/searches/${id}/homes`, [home, ['channel', 'portal'], ['words', '']]),
  );
  assert.match(sent.text, /1 approach is in the log/);
  assert.match(sent.text, /Zed Homes/);
  assert.match((await officer.get(`/searches/${id}/homes`)).text, /Asked already: Waiting/);
});

test('the form of an offer begins with what the register says of the home', async () => {
  const id = await aSearch('W2');
  const officer = await as('placements-officer');
  await send(officer, `/searches/${id}/homes`, [
    ['home', String(lodge)],
    ['channel', 'phone'],
  ]);
  const { page } = await officer.get(`/searches/${id}/write/offer?about=1`);
  const value = (name: string) => page.querySelector(`[name="${name}"]`)?.getAttribute('value');
  assert.deepEqual(['home', 'urn', 'postcode', 'core-weekly'].map(value), [
    'Samphire Lodge',
    'SC970001',
    'PE21 0AB',
    '4,250.00',
  ]);
  for (const [name, chosen] of [
    ['home-kind', 'childrens-home'],
    ['registered', 'yes'],
    ['judgement', 'good'],
    ['price-basis', 'spot'],
  ])
    assert.ok(page.querySelector(`[name="${name}"][value="${chosen}"][checked]`), name);
  const vacancies = async () =>
    (await officer.get(`/searches/${id}/write/offer?about=1`)).page.querySelector('[name="vacancies"]')?.text;
  assert.match((await vacancies()) ?? '', /^1 of 1 places vacant on /);
  const held = await send(officer, `/searches/${id}/homes/${lodge}/hold`, day('until', '2026-11-30'));
  assert.equal(held.status, 303, held.text.slice(0, 600));
  assert.match(
    (await vacancies()) ?? '',
    /^A place is held for this search until the end of 30 November 2026\. Besides it, 0 of 1 places vacant on /,
  );
  world.pass(1);
  const giveUp = (await officer.follow(held)).page
    .querySelectorAll('a')
    .find((link) => /Give it up/.test(link.text));
  await send(officer, giveUp?.getAttribute('href') ?? '', [['why', 'Another home is nearer']]);
});

test('a place is held from the search, lengthened and given up, and a second search is told who holds it', async () => {
  const [id, other] = [await aSearch('W3'), await aSearch('W4')];
  const officer = await as('placements-officer');
  const address = `/searches/${id}/homes/${lodge}/hold`;
  const wrong = await send(officer, address, day('until', '2027-01-01'));
  assert.equal(wrong.status, 422);
  const held = await officer.follow(await send(officer, address, day('until', '2026-11-30')));
  assert.match(held.text, /A place in Samphire Lodge is held for this search/);
  assert.match(held.text, /Places held.*Samphire Lodge\s*Held\s*30 November 2026/s);
  const second = await send(officer, `/searches/${other}/homes/${lodge}/hold`, day('until', '2026-11-30'));
  assert.match(second.text, new RegExp(`held for search ${id} .*until the end of 30 November 2026`));
  const longer = held.page.querySelectorAll('a').find((link) => /Hold it longer/.test(link.text));
  const giveUp = held.page.querySelectorAll('a').find((link) => /Give it up/.test(link.text));
  const more = await officer.follow(
    await send(officer, longer?.getAttribute('href') ?? '', day('until', '2026-12-05')),
  );
  assert.match(more.text, /5 December 2026/);
  const noWhy = await send(officer, giveUp?.getAttribute('href') ?? '', [['why', ' ']]);
  assert.match(noWhy.text, /Say why the place is given up/);
  world.pass(1);
  const gone = await officer.follow(
    await send(officer, giveUp?.getAttribute('href') ?? '', [['why', 'The visit went badly']]),
  );
  assert.match(gone.text, /Samphire Lodge\s*Given up/);
});

test('what stands in the way of a child where a place is held stays beside it, however often the form is sent', async () => {
  const id = await aSearch('W6');
  const officer = await as('placements-officer');
  const grown = await world.add({ name: 'Curlew House', postcode: 'PE24 0AB', urn: 'SC970003' });
  await world.tellOf(grown, 'standing', { state: ['open'] });
  await world.tellOf(grown, 'terms', { ...TERMS, places: ['1'], 'ages-from': ['17'] });
  const address = `/searches/${id}/homes/${grown}/hold`;
  const form = await officer.get(address);
  const hidden = form.page
    .querySelectorAll('main form[method=post] input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  const fields = [...hidden, ...day('until', '2026-11-30')];
  const warned = /Look at this first: It takes children from the age of 17\./g;
  for (const time of ['once', 'twice']) {
    const held = await officer.follow(await officer.post(address, fields));
    assert.equal(held.text.match(warned)?.length, 2, `${time}: in the notice, and beside the place`);
  }
  const later = await officer.get(`/searches/${id}`);
  assert.equal(later.text.match(warned)?.length, 1, 'beside the place');
  const worker = await (await as('social-worker')).get(`/searches/${id}`);
  assert.match(worker.text, /Curlew House/);
  assert.doesNotMatch(worker.text, warned, 'whoever holds no places has nothing to see to there');
  world.pass(1);
  const giveUp = later.page.querySelectorAll('a').find((link) => /Give it up/.test(link.text));
  const gone = await officer.follow(
    await send(officer, giveUp?.getAttribute('href') ?? '', [['why', 'Too young for it']]),
  );
  assert.doesNotMatch(gone.text, warned, 'once it is given up nothing is left to look at');
});

test('whoever does not approach homes finds no page of them, and whoever holds none finds no form for it', async () => {
  const id = await aSearch('W5');
  for (const role of ALL_ROLES) {
    const browser = await as(role);
    for (const address of [`/searches/${id}/homes`, `/searches/${id}/homes/${lodge}/hold`])
      assert.equal(
        (await browser.get(address)).status === 200,
        role === 'placements-officer',
        `${role} ${address}`,
      );
  }
  const worker = await as('social-worker');
  assert.doesNotMatch((await worker.get(`/searches/${id}`)).text, /Choose whom to approach/);
});
