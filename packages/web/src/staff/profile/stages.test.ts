import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, POLICY } from '@rightplace/domain';
import { disclosing } from '../../../../app/test/disclosing-stages.ts';
import { aPortalWorld, type PortalWorld } from '../../../../app/test/portal-world.ts';
import { portalBrowser } from '../../../test/portal.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: PortalWorld;
let service: Service;
let officer: Browser;
let acting: ReturnType<typeof disclosing>;
let kit: Awaited<ReturnType<PortalWorld['someoneOf']>>;
before(async () => {
  world = await aPortalWorld();
  service = aService(world);
  acting = disclosing(world);
  kit = await world.someoneOf(world.zed, 'Kit Harrow');
  officer = await service.signedInAs(world.officer.person.id);
});
after(() => world.close());

const asKit = (): Browser => portalBrowser(service, kit);
const stageAt = (id: number, stage: string): string => `/cases/${id}/profile/stages/${stage}`;
/** The hidden fields of the form that goes to an address. */
const hidden = async (page: string, action: string): Promise<Record<string, string>> => {
  const form = (await officer.get(page)).page.querySelector(`form[action$="${action}"]`);
  assert.ok(form, `${page} has a form to ${action}`);
  return Object.fromEntries(
    form
      .querySelectorAll('input[type=hidden]')
      .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? '']),
  );
};
const written = async (id: number, stage: string, fields: Readonly<Record<string, string>>) =>
  officer.post(`${stageAt(id, stage)}/write`, {
    ...(await hidden(`${stageAt(id, stage)}/write`, '/write')),
    ...fields,
  });
const approved = async (id: number, stage: string) =>
  officer.post(`${stageAt(id, stage)}/approve`, await hidden(stageAt(id, stage), '/approve'));

test('an officer writes, approves and sends the shortlist profile, and the provider reads it in the portal', async () => {
  const sent = await world.aReferral('W one');
  const { caseId: id, referral } = sent;
  const page = stageAt(id, 'shortlist');
  const early = await officer.get(page);
  assert.match(early.text, /No provider is on the shortlist yet/);
  assert.equal(early.page.querySelectorAll('form[action$="/approve"]').length, 0);
  await acting.offered(kit.visitor, sent);
  const bad = await written(id, 'shortlist', { 'more-health': 'Ring 07700 900123' });
  assert.equal(bad.status, 303);
  assert.match((await officer.get(page)).text, /Has to be taken out.*07700 900123/s);
  await written(id, 'shortlist', { 'more-health': 'An inhaler each morning.' });
  assert.equal((await approved(id, 'shortlist')).status, 303);
  const ready = await officer.get(page);
  assert.match(ready.text, /Send it.*Zed Homes: Samphire Lodge.*They read it in the portal/s);
  const done = await officer.post(`${page}/send`, await hidden(page, '/send'));
  assert.equal(done.status, 303);
  const after_ = await officer.get(page);
  assert.match(after_.text, /Who was sent it.*Zed Homes.*Portal.*Not yet.*Shown/s);
  assert.equal(after_.page.querySelectorAll('form[action$="/send"]').length, 0, 'not twice');

  const browser = asKit();
  const referralPage = await browser.get(`/provider/referrals/${id}/${referral}`);
  assert.match(referralPage.text, /You were sent more.*More, to plan with.*Not opened yet/s);
  const link = referralPage.page.querySelector('a[href*="/profile/"]')?.getAttribute('href') ?? '';
  const seen = await browser.get(link);
  assert.equal(seen.status, 200);
  assert.match(seen.text, /An inhaler each morning/);
  assert.doesNotMatch(seen.page.outerHTML, /Lark|Brindle|W one/);
  assert.match(
    (await officer.get(`/searches/${id}/approaches/${referral}`)).text,
    /shortlist profile.*sent.*opened/s,
  );
  const story = await officer.get(`/searches/${id}/chronology?only=approaches`);
  assert.match(story.text, /sent more of the profile to Zed Homes.*No name, no address/s);
});

test('the match profile names the child to the one provider, and is gone from the portal once the home comes to nothing', async () => {
  const sent = await world.aReferral('WTWO');
  const { caseId: id, referral } = sent;
  const offer = await acting.offered(kit.visitor, sent);
  const page = stageAt(id, 'match');
  assert.match((await officer.get(page)).text, /No home stands approved by the director/);
  await acting.approved(id, offer);
  const short = await written(id, 'match', { delegated: 'hair' });
  assert.equal(short.status, 422);
  assert.match(short.page.querySelector('.govuk-error-summary')?.text ?? '', /whom to ring/);
  await acting.write(id, 'match');
  assert.equal((await approved(id, 'match')).status, 303);
  assert.equal((await officer.get(`${page}/word`)).status, 200);
  await officer.post(`${page}/send`, await hidden(page, '/send'));
  const browser = asKit();
  const at = `/provider/referrals/${id}/${referral}`;
  const link = (await browser.get(at)).page.querySelector('a[href*="/profile/"]')?.getAttribute('href') ?? '';
  const seen = await browser.get(link);
  assert.match(seen.text, /Lark Brindle.*Date of birth/s);
  assert.doesNotMatch(seen.page.querySelector('title')?.text ?? '', /Lark/);
  assert.match(String(seen.headers['cache-control']), /no-store/);
  const looks = await (await service.signedInAs(await world.someone('director'))).get(
    '/children/WTWO/who-has-looked',
  );
  assert.match(looks.text, /Read in the portal more of the profile/);
  assert.match(looks.text, /Sent more of the profile to a provider/);
  await world.acting.takeAll(id, [['placements-officer', 'fell-through']]);
  const gone = await browser.get(link);
  assert.equal(gone.status, 403);
  assert.match(gone.text, /no longer shown/);
  assert.doesNotMatch(gone.page.outerHTML, /Lark/);
  assert.match((await browser.get(at)).text, /No longer shown/);
  assert.match((await officer.get(page)).text, /Taken away/);
  assert.equal((await officer.get(`${page}/word`)).status, 403);
});

test('who may see the request sees its stages, and nobody but placements officers is shown what to do with them', async () => {
  const { caseId: id } = await world.aReferral('W three');
  for (const role of ALL_ROLES) {
    const browser = await service.signedInAs(await world.someone(role));
    const reach = POLICY[role]['see-profile'];
    const expected = reach === undefined ? 403 : reach === 'own-cases' ? 404 : 200;
    const seen = await browser.get(stageAt(id, 'match'));
    assert.equal(seen.status, expected, role);
    const may = POLICY[role]['approve-profile'] !== undefined;
    assert.equal((await browser.get(`${stageAt(id, 'match')}/write`)).status, may ? 200 : 403, role);
  }
  for (const unknown of ['profile', 'other'])
    assert.equal((await officer.get(stageAt(id, unknown))).status, 404);
  assert.equal((await officer.get(`/searches/${id}/write/disclosed?about=1`)).status, 404);
});

test('of several on the shortlist the officer says to whom it goes', async () => {
  const sent = await world.aReferral('W four');
  const id = sent.caseId;
  const home = await world.add({ name: 'Gull House', providerId: String(world.other) });
  await world.openHome(home, 3);
  const other = { caseId: id, referral: await acting.askAlso(id, home) };
  const peg = await world.someoneOf(world.other, 'Peg Tolland');
  await acting.offered(kit.visitor, sent);
  await acting.offered(peg.visitor, other, { home: 'Gull House' });
  await acting.prepare(id, 'shortlist');
  const page = stageAt(id, 'shortlist');
  const nobody = await officer.post(`${page}/send`, await hidden(page, '/send'));
  assert.equal(nobody.status, 422);
  assert.match(nobody.page.querySelector('.govuk-error-summary')?.text ?? '', /Choose to whom it is sent/);
  const fields = { ...(await hidden(page, '/send')), approaches: String(other.referral) };
  assert.equal((await officer.post(`${page}/send`, fields)).status, 303);
  const seen = await officer.get(page);
  assert.match(seen.text, /Who was sent it.*Gull Care/s);
  assert.match(seen.text, /Send it.*To Zed Homes/s);
});
