/** A provider answers, by the portal, with another home than the one that was asked. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_CHECKS, londonDayOf } from '@rightplace/domain';
import { aPortalWorld, type PortalWorld } from '../../../app/test/portal-world.ts';
import { TO_DIRECTOR } from '../../../app/test/search-world.ts';
import { kitAtZed } from '../../test/portal.ts';
import { aService, type Browser, type Service } from '../../test/service.ts';

const UNKNOWN = /another home than the one that was asked, and the register does not know it/;

let world: PortalWorld;
let service: Service;
let officer: Browser;
let provider: Browser;
let asked = 0;
before(async () => {
  world = await aPortalWorld();
  service = aService(world);
  officer = await service.signedInAs(world.officer.person.id);
  provider = (await kitAtZed(world, service)).browser;
});
after(() => world.close());

const dated = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** What a provider types about a home, in answer to a referral to Samphire Lodge; put to the director with all its checks. */
const offeredByPortal = async (home: string): Promise<{ id: number; at: string; offer: number }> => {
  asked += 1;
  const sent = await world.aReferral(`O ${asked}`);
  const at = `/provider/referrals/${sent.caseId}/${sent.referral}`;
  await provider.get(`${at}/offer`);
  const made = await provider.post(`${at}/offer`, {
    home,
    'home-kind': 'childrens-home',
    registered: 'yes',
    judgement: 'good',
    area: 'inside',
    ...dated('starts-on', londonDayOf(world.now())),
    'core-weekly': '4800',
    'price-basis': 'spot',
    _key: `other ${asked}`,
  });
  assert.equal(made.location, at, made.text);
  const page = await officer.get(`/searches/${sent.caseId}`);
  const link = page.page
    .querySelectorAll('main a[href*="/offers/"]')
    .map((one) => one.getAttribute('href') ?? '')
    .find((href) => /\/offers\/\d+/.test(href));
  const offer = Number(/\/offers\/(\d+)/.exec(link ?? '')?.[1]);
  assert.ok(offer > 0, page.text);
  await officer.get(`/searches/${sent.caseId}/write/shared?about=${offer}`);
  const shared = await officer.post(`/searches/${sent.caseId}/write/shared`, {
    about: String(offer),
    _key: `share ${asked}`,
  });
  assert.equal(shared.status, 303, shared.text);
  for (const check of ALL_CHECKS)
    await world.acting.written(sent.caseId, 'check', offer, {
      check,
      result: 'passed',
      evidence: 'Seen in the file',
    });
  await world.acting.takeAll(sent.caseId, TO_DIRECTOR);
  return { id: sent.caseId, at, offer };
};

test('another home of the register is judged by its own entry, and its provider is told nothing of gates', async () => {
  const sedge = await world.add({ name: 'Sedge Cottage', urn: 'SC971777', providerId: String(world.zed) });
  await world.openHome(sedge, 3);
  const { id, at, offer } = await offeredByPortal('sedge  cottage');
  const open = await officer.get(`/searches/${id}/offers/${offer}`);
  assert.doesNotMatch(open.text, UNKNOWN);
  await world.tellOf(sedge, 'standing', { state: ['suspended'] }, londonDayOf(world.now()));
  const shut = await officer.get(`/searches/${id}/offers/${offer}`);
  assert.match(shut.text, /has to be registered with Ofsted, and this one is not known to be/);
  assert.doesNotMatch((await provider.get(at)).text, /registered with Ofsted, and this one|suspended/);
});

test('a home that the register does not know is shut until an officer says which it is, and then the director approves it', async () => {
  const { id, at, offer } = await offeredByPortal('Nobody’s House');
  const director = await service.signedInAs((await world.as('director')).person.id);
  const shut = await director.get(`/searches/${id}/offers/${offer}`);
  assert.match(shut.text, UNKNOWN);
  const approve = `/cases/${id}/steps/approve`;
  const decide = async () => {
    const { page } = await director.get(approve);
    const hidden = page
      .querySelectorAll('main form input[type="hidden"]')
      .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
    return director.post(approve, Object.fromEntries(hidden));
  };
  const early = await director.post(approve, { seen: '99', _key: 'early' });
  assert.notEqual(early.status, 303);
  assert.match(early.text, UNKNOWN);
  const seen = await officer.get(`/searches/${id}/offers/${offer}`);
  const link = seen.page.querySelectorAll('main a').find(({ text }) => /Record what opens it/.test(text));
  const form = link?.getAttribute('href')?.replaceAll('&amp;', '&') ?? '';
  assert.match(form, /which-home/);
  const { page } = await officer.get(form);
  const hidden = (name: string) =>
    page.querySelector(`main input[name="${name}"]`)?.getAttribute('value') ?? '';
  const written = await officer.post(`/searches/${id}/write/gate`, {
    about: hidden('about'),
    gate: hidden('gate'),
    words: 'Newly registered, SC972099; seen on Ofsted’s list',
    ...dated('on', londonDayOf(world.now())),
    _key: 'which home',
  });
  assert.equal(written.location, `/searches/${id}/offers/${offer}`, written.text.slice(0, 800));
  assert.match((await officer.follow(written)).text, /Open Newly registered, SC972099/);
  const approved = await decide();
  assert.equal(approved.status, 303, approved.text.slice(0, 800));
  assert.doesNotMatch((await provider.get(at)).text, /Newly registered|the register does not know/);
});

test('the home that was asked, as the provider writes its name, has no such gate', async () => {
  const { id, offer } = await offeredByPortal(' Samphire   lodge');
  assert.doesNotMatch((await officer.get(`/searches/${id}/offers/${offer}`)).text, UNKNOWN);
});
