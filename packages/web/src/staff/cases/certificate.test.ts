import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, POLICY } from '@rightplace/domain';
import { anEntryWorld, type EntryWorld } from '../../../../app/test/entry-world.ts';
import { aService, type Service } from '../../../test/service.ts';

let world: EntryWorld;
let service: Service;
before(async () => {
  world = await anEntryWorld();
  service = aService(world);
});
after(() => world.close());

const authorised = async (number: string): Promise<number> => {
  const ana = (await world.signIn(world.ana)).signedIn;
  const id = await world.begin(number);
  await world.fillIn(id, ana);
  await world.take(ana, id, 'submit');
  for (const [role, step] of [
    ['team-manager', 'support'],
    ['group-manager', 'authorise'],
    ['director', 'director-authorise'],
  ] as const)
    assert.equal((await world.take(await world.as(role), id, step)).kind, 'step-taken');
  return id;
};

test('the page of an authorised request leads to its certificate, and that of another does not', async () => {
  const browser = await service.signedInAs(world.ana);
  const early = await world.begin('W early');
  assert.doesNotMatch((await browser.get(`/cases/${early}`)).text, /certificate/i);
  const refused = await browser.get(`/cases/${early}/certificate`);
  assert.equal(refused.status, 403);
  assert.match(refused.text, /has not been authorised by the director/);
  const id = await authorised('W led');
  const seen = await browser.get(`/cases/${id}`);
  const link = seen.page.querySelectorAll('main a').find(({ text }) => /certificate/i.test(text));
  const { page, status } = await browser.get(link?.getAttribute('href') ?? '');
  assert.equal(status, 200);
  assert.equal(page.querySelectorAll('h1').length, 1);
  assert.deepEqual(
    page.querySelectorAll('.app-document h2').map(({ text }) => text),
    ['The child', 'What was authorised', 'Who decided', 'Duties when a child comes into care', 'This copy'],
  );
  assert.equal(page.querySelectorAll('.app-document tbody tr').length, 14);
});

test('the certificate is taken away as a Word document', async () => {
  const id = await authorised('W word');
  const file = await service.server.inject({
    url: `/cases/${id}/certificate/word`,
    headers: { cookie: `rightplace-session=${(await world.signIn(world.ana)).cookie}` },
  });
  assert.equal(file.statusCode, 200);
  assert.match(String(file.headers['content-type']), /wordprocessingml\.document/);
  assert.match(
    String(file.headers['content-disposition']),
    /attachment; filename="authorisation-\d+-2026-11-23\.docx"/,
  );
  assert.equal(file.rawPayload.subarray(0, 2).toString(), 'PK');
});

test('a copy is checked by the fingerprint on it, and what is no fingerprint is asked for again', async () => {
  const id = await authorised('W check');
  const browser = await service.signedInAs(world.ana);
  const { text } = await browser.get(`/cases/${id}/certificate`);
  const print = /(?:[0-9a-f]{4} ){15}[0-9a-f]{4}/.exec(text)?.[0] ?? '';
  const check = (typed: string) =>
    browser.get(`/cases/${id}/certificate/check?${new URLSearchParams({ fingerprint: typed }).toString()}`);
  assert.match((await check(print)).text, /is that of the certificate in the record.*holds today/s);
  assert.match((await check('0'.repeat(64))).text, /is not that of the certificate/);
  const again = await check('<b>');
  assert.equal(again.status, 422);
  assert.match(again.page.querySelector('.govuk-error-summary')?.text ?? '', /Enter the fingerprint/);
  assert.equal(again.page.querySelector('#fingerprint')?.getAttribute('value'), '<b>');
});

test('each role comes to a certificate as it comes to the request', async () => {
  const id = await authorised('W roles');
  for (const role of ALL_ROLES) {
    const browser = await service.signedInAs(await world.someone(role));
    const reach = POLICY[role]['see-entry-to-care'];
    const expected = reach === undefined ? 403 : reach === 'own-cases' ? 404 : 200;
    for (const path of ['', '/word', `/check?fingerprint=${'0'.repeat(64)}`])
      assert.equal(
        (await browser.get(`/cases/${id}/certificate${path}`)).status,
        expected,
        `${role} ${path}`,
      );
  }
});

test('who opened or took away a certificate is said where looks at the child are listed', async () => {
  const id = await authorised('WL1');
  const browser = await service.signedInAs(world.ana);
  await browser.get(`/cases/${id}/certificate`);
  await browser.get(`/cases/${id}/certificate/word`);
  const director = await service.signedInAs(await world.someone('director'));
  const looks = await director.get('/children/WL1/who-has-looked');
  assert.match(looks.text, /Opened the certificate that authorises coming into care/);
  assert.match(looks.text, /Downloaded the certificate that authorises coming into care/);
});
