import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeAgreement } from '@rightplace/app';
import { type AgreementWorld, anAgreementWorld, TYPED } from '../../../../app/test/agreement-world.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: AgreementWorld;
let service: Service;
let officer: Browser;
let finance: Browser;
let agreement: number;
let caseId: number;
before(async () => {
  world = await anAgreementWorld();
  service = aService(world);
  officer = await service.signedInAs(await world.someone('placements-officer'));
  finance = await service.signedInAs(await world.someone('finance'));
  caseId = await world.search('NM1', '2025-05-04');
  const typed = { ...TYPED, 'starts-on': '2025-05-04', additions: [] };
  const made = await makeAgreement(world, await world.as('placements-officer'), { caseId, key: 'a', typed });
  assert.ok(made.kind === 'agreement-saved');
  agreement = made.id;
});
after(() => world.close());

const day = (prefix: string, text: string) => {
  const [year = '', month = '', dayOfMonth = ''] = text.split('-');
  return { [`${prefix}-day`]: dayOfMonth, [`${prefix}-month`]: month, [`${prefix}-year`]: year };
};
const FIELDS = {
  of: 'Core fee',
  forum: 'placements-forum',
  category: 'rate',
  ...day('agreed-on', '2026-11-02'),
  before: '5200',
  after: '4900',
  ...day('first', '2026-11-09'),
  ...day('last', '2027-03-28'),
  'why-weeks': 'Twenty weeks, <b>to the end</b> of the year',
  evidence: 'An e-mail of 2 November',
};
const hidden = async (who: Browser, address: string): Promise<Readonly<Record<string, string>>> => {
  const { page } = await who.get(address);
  return Object.fromEntries(
    page
      .querySelectorAll('main form input[type=hidden]')
      .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']),
  );
};

test('an officer drafts a line, finance sends it back, and verifies the next, without a name on any page of theirs', async () => {
  const form = `/agreements/${agreement}/cost-avoided`;
  assert.ok((await officer.get(`/agreements/${agreement}`)).page.querySelector(`main a[href="${form}"]`));
  const wrong = await officer.post(form, { ...(await hidden(officer, form)), ...FIELDS, 'why-weeks': '' });
  assert.equal(wrong.status, 422, wrong.text);
  const sent = await officer.post(form, { ...(await hidden(officer, form)), ...FIELDS });
  assert.equal(sent.status, 303, sent.text);
  const line = sent.location ?? '';
  const shown = await officer.follow(sent);
  assert.match(shown.text, /£6,000\.00/);
  assert.match(shown.text, /20 weeks/);
  assert.equal(shown.page.querySelector('main dd b'), null);
  assert.equal(shown.page.querySelector('#reason-verify'), null, 'not theirs to verify');
  const again = await officer.post(form, { ...(await hidden(officer, form)), ...FIELDS, forum: 'panel' });
  assert.match(again.text, /Already counted in the Placements forum/);
  const back = `${line}/send-back`;
  const without = await finance.post(back, { ...(await hidden(finance, line)), reason: ' ' });
  assert.equal(without.status, 422);
  await finance.follow(
    await finance.post(back, { ...(await hidden(finance, line)), reason: 'Which e-mail?' }),
  );
  const anew =
    (await officer.get(line)).page.querySelector('main a[href*="instead-of"]')?.getAttribute('href') ?? '';
  assert.match(anew, /instead-of=\d+/);
  const filled = await officer.get(anew);
  assert.equal(filled.page.querySelector('#before')?.getAttribute('value'), '5200.00');
  const second = await officer.post(form, { ...(await hidden(officer, anew)), ...FIELDS });
  assert.equal(second.status, 303, second.text);
  const next = second.location ?? '';
  const verified = await finance.follow(
    await finance.post(`${next}/verify`, { ...(await hidden(finance, next)), reason: '' }),
  );
  assert.match(verified.text, /Verified/);
  assert.ok(!verified.text.includes('Kofi'));
  const list = await finance.get('/cost-avoided');
  assert.match(list.text, /£6,000\.00/);
  assert.ok(!list.text.includes('Kofi'));
  assert.match((await officer.get('/cost-avoided')).text, /Kofi Aldenfen/);
  const chronology = await officer.get(`/searches/${caseId}/chronology?only=money`);
  assert.match(chronology.text, /sent a line of cost avoided back/);
});

test('the lines of a year are downloaded for a purpose; whoever sees no costs sees none of it', async () => {
  const without = await finance.post('/cost-avoided/download', { year: '2027' });
  assert.equal(without.status, 422);
  const file = await finance.post('/cost-avoided/download', { year: '2027', purpose: 'oversight' });
  assert.equal(file.status, 200);
  assert.match(file.text, /^\uFEFF?Line,Agreement,Child,Home,Forum/);
  const member = await service.signedInAs(await world.someone('elected-member'));
  assert.equal((await member.get('/cost-avoided')).status, 403);
  const worker = await service.signedInAs(world.ana);
  assert.equal((await worker.get('/cost-avoided')).status, 403);
});

test('verifying in one tab what was sent back in another says that it was sent back, by whom, and no success', async () => {
  const form = `/agreements/${agreement}/cost-avoided`;
  const later = { ...FIELDS, ...day('first', '2027-04-05'), ...day('last', '2027-05-02') };
  const line = (await officer.post(form, { ...(await hidden(officer, form)), ...later })).location ?? '';
  const seen = await hidden(finance, line);
  const back = await finance.post(`${line}/send-back`, { ...seen, reason: 'Which <b>e-mail</b>?' });
  assert.equal(back.status, 303, back.text);
  const verified = await finance.post(`${line}/verify`, { ...seen, reason: '' });
  assert.equal(verified.status, 403);
  assert.match(
    verified.text,
    /It was not recorded.*You sent this line back on \d+ \w+ \d{4}.*: Which <b>e-mail<\/b>\? That was after you opened the page, so nothing was verified/,
  );
  assert.doesNotMatch(verified.text, /Success/);
  assert.doesNotMatch((await finance.get(line)).text, /Success/, 'the press that failed comes last');

  const other = await service.signedInAs(await world.someone('finance'));
  const again = await other.post(`${line}/verify`, { ...(await hidden(other, line)), seen: '0', reason: '' });
  assert.match(again.text, /Somebody .* sent this line back on .*so nothing was verified/);
  assert.doesNotMatch(again.text, /You sent/);
});
