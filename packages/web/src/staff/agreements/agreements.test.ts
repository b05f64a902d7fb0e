import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AgreementWorld, anAgreementWorld } from '../../../../app/test/agreement-world.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: AgreementWorld;
let service: Service;
let officer: Browser;
before(async () => {
  world = await anAgreementWorld();
  service = aService(world);
  officer = await service.signedInAs(await world.someone('placements-officer'));
});
after(() => world.close());

const day = (prefix: string, text: string) => {
  const [year = '', month = '', dayOfMonth = ''] = text.split('-');
  return { [`${prefix}-day`]: dayOfMonth, [`${prefix}-month`]: month, [`${prefix}-year`]: year };
};
const FIELDS = {
  ...day('starts-on', '2025-05-04'),
  'core-weekly': '5600',
  'additions.0.what': '<b>2:1</b> staffing',
  'additions.0.weekly': '2800',
  ...day('additions.0.starts', '2026-11-09'),
  'additions.0.why': 'The first month',
  covers: 'Board, care and keywork',
  outcomes: 'School every day',
  notice: '28 days, in writing',
};
const hidden = async (address: string): Promise<Readonly<Record<string, string>>> => {
  const { page } = await officer.get(address);
  return Object.fromEntries(
    page
      .querySelectorAll('main form input[type=hidden]')
      .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']),
  );
};
const made = async (): Promise<string> => {
  const address = `/cases/${await world.search('NM1', '2025-05-04')}/agreement`;
  const sent = await officer.post(address, { ...FIELDS, ...(await hidden(address)) });
  assert.equal(sent.status, 303, sent.text);
  return sent.location ?? '';
};

test('an officer makes an agreement from the search, and reads, prints and changes it', async () => {
  const caseId = await world.search('NM1', '2025-05-04');
  const found = await officer.get(`/cases/${caseId}`);
  assert.ok(found.page.querySelector(`main a[href="/cases/${caseId}/agreement"]`), found.text);
  const address = `/cases/${caseId}/agreement`;
  const wayFromSearch = async (browser: Browser) =>
    (await browser.get(`/searches/${caseId}`)).page.querySelector(`main a[href="${address}"]`);
  assert.ok(await wayFromSearch(officer), 'it is a link away from the search');
  const reviewing = await service.signedInAs(await world.someone('reviewing-officer'));
  assert.equal(await wayFromSearch(reviewing), null, 'for those who may see it');
  const form = await officer.get(address);
  assert.equal(form.page.querySelector('#core-weekly')?.getAttribute('value'), '5600.00');
  const wrong = await officer.post(address, { ...FIELDS, ...(await hidden(address)), 'core-weekly': 'much' });
  assert.equal(wrong.status, 422);
  assert.equal(
    wrong.page.querySelector('[name="additions.0.what"]')?.getAttribute('value'),
    '<b>2:1</b> staffing',
  );
  const sent = await officer.post(address, { ...FIELDS, ...(await hidden(address)) });
  const shown = await officer.follow(sent);
  assert.match(shown.text, /Lives there/);
  assert.match(shown.text, /£8,400 a week/);
  assert.equal(shown.page.querySelector('main b'), null);
  const agreement = sent.location ?? '';
  assert.equal((await officer.get(address)).location, agreement, 'there is one agreement');
  assert.match(
    (await officer.get(`${agreement}/document`)).text,
    /Nothing is paid before the child has moved in/,
  );
  for (const where of [agreement, `${agreement}/document`])
    assert.match((await officer.get(where)).text, /The first month/, 'why it is added');
  const change = `${agreement}/changes/end-addition`;
  const fields = {
    ...(await hidden(change)),
    which: '1',
    ...day('last', '2026-11-15'),
    why: 'It was not needed',
  };
  const ended = await officer.follow(await officer.post(change, fields));
  assert.match(ended.text, /ended an addition/);
  assert.match(ended.text, /15 November 2026/);
});

test('that the contract was sent is written down once: the search is told what the agreement says, and the other way round', async () => {
  const sent = async (browser: Browser, address: string, fields: Readonly<Record<string, string>>) => {
    const hiddenFields = await hidden(address);
    const answer = await browser.post(address.split('?')[0] ?? '', { ...hiddenFields, ...fields });
    assert.equal(answer.status, 303, answer.text.slice(0, 600));
  };
  const valueOf = async (address: string, id: string) =>
    (await officer.get(address)).page.querySelector(`#${id}`)?.getAttribute('value') ?? '';
  const agreed = async (caseId: number): Promise<string> => {
    const address = `/cases/${caseId}/agreement`;
    const { location } = await officer.post(address, { ...FIELDS, ...(await hidden(address)) });
    return location ?? '';
  };

  const first = await world.search('NM1');
  await world.goOn(first, [['notify', 'notified']]);
  const agreement = await agreed(first);
  const step = `/cases/${first}/steps/send-contract`;
  assert.equal(await valueOf(step, 'contract-to'), '', 'nothing is said yet');
  await sent(officer, `${agreement}/marks/sent`, { ...day('on', '2026-11-20'), who: 'Zed, referrals' });
  assert.equal(await valueOf(step, 'contract-to'), 'Zed, referrals');
  assert.equal(await valueOf(step, 'contract-sent-day'), '20');

  const second = await world.search('NM1');
  const said = { 'contract-sent': '2026-11-19', 'contract-to': 'Kit, area manager' };
  await world.goOn(second, [
    ['notify', 'notified'],
    ['send-contract', 'contract', said],
  ]);
  const stands = await agreed(second);
  const { text } = await officer.get(stands);
  assert.match(text, /Sent\s*19 November 2026, Kit, area manager/);
  assert.match(text, /recorded in the search that it was sent to be signed/);
  assert.match(text, /Signed by the provider\s*Not yet/);
  assert.match((await officer.get('/commitments/to-sign')).text, /19 November 2026/);
  assert.equal((await officer.get(`${stands}/marks/sent`)).status, 404, 'nobody records it again');
  await sent(officer, `${stands}/marks/sent?take-back=yes`, { why: 'It went to another home' });
  assert.match((await officer.get(stands)).text, /Sent\s*Not yet/);
  assert.equal(await valueOf(`${stands}/marks/sent`, 'who'), 'Kit, area manager', 'to be put right');

  const third = await world.search('NM1');
  await world.goOn(third, [
    ['notify', 'notified'],
    ['send-contract', 'contract', said],
    ['confirm-move', 'move-date-confirmed', { 'contract-signed': 'yes', 'moves-on': '2026-12-01' }],
  ]);
  const signed = (await officer.get(await agreed(third))).text;
  assert.match(
    signed,
    /Signed by the provider\s*Signed by both, the search said on \d+ \w+ 2026\. On which day/,
  );
  assert.match(signed, /Record that the provider signed/);
});

test('notice on the home stands on its agreement, and its last day is offered as the end to count to', async () => {
  const address = await made();
  assert.doesNotMatch((await officer.get(address)).text, /Nights after that are still counted/);
  const next = await world.search('NM1');
  const notice = { 'notice-on': '2026-11-20', 'last-day': '2026-12-21', 'notice-reason': 'CREQO' };
  await world.goOn(next, [['home-notice', 'approved', notice]]);
  const shown = await officer.get(address);
  assert.match(
    shown.text,
    /Given on 20 November 2026: the child may be there until 21 December 2026\. Nights after that are still counted/,
  );
  const form = `${address}/changes/expected-end`;
  assert.ok(shown.page.querySelector(`main a[href="${form}"]`));
  const { page } = await officer.get(form);
  assert.equal(page.querySelector('#expected-end-day')?.getAttribute('value'), '21');
  const sent = await officer.post(form, {
    ...day('expected-end', '2026-12-21'),
    why: 'Notice was given',
    ...(await hidden(form)),
  });
  assert.equal(sent.status, 303, sent.text.slice(0, 800));
  assert.doesNotMatch((await officer.get(address)).text, /Nights after that are still counted/);
  await world.goOn(next, [['cancel', 'cancelled']]);
  assert.doesNotMatch((await officer.get(address)).text, /the child may be there until/);
});

test('a price is agreed anew, and nights away are put right, on the page of the agreement', async () => {
  const agreement = await made();
  const price = `${agreement}/changes/new-price`;
  const agreed = await officer.follow(
    await officer.post(price, {
      ...(await hidden(price)),
      which: '0',
      weekly: '5,431.07',
      ...day('from', '2026-11-12'),
      why: 'Agreed at the review of the contract',
    }),
  );
  assert.match(agreed.text, /£5,431.07/);
  assert.match(agreed.text, /agreed a new price/);
  assert.equal((await officer.get(`${agreement}/changes/absence-right`)).status, 404);
  const absence = `${agreement}/changes/absence`;
  const away = {
    ...day('first', '2026-11-02'),
    ...day('last', '2026-11-06'),
    percent: '50',
    why: 'A holiday',
  };
  await officer.post(absence, { ...(await hidden(absence)), ...away });
  const right = `${agreement}/changes/absence-right`;
  const back = await officer.follow(
    await officer.post(right, {
      ...(await hidden(right)),
      which: '0',
      ...day('last', '2026-11-04'),
      why: 'Back two nights earlier',
    }),
  );
  assert.match(back.text, /Away from 2 November 2026 to 4 November 2026: 50% is paid/);
});

test('somebody who changed it meanwhile is told, and nothing typed is lost', async () => {
  const agreement = await made();
  const change = `${agreement}/changes/addition`;
  const typed = {
    what: 'Night staff',
    weekly: '700',
    ...day('starts', '2026-11-16'),
    why: 'Agreed by telephone',
  };
  const [first, second] = [await hidden(change), await hidden(change)];
  assert.equal((await officer.post(change, { ...first, ...typed })).status, 303);
  const late = await officer.post(change, { ...second, ...typed, why: 'A long reason that was typed' });
  assert.match(late.text, /Somebody else has changed this agreement since you opened the page/);
  assert.match(late.text, /A long reason that was typed/);
});

test('finance is told that payments are to be set up, by number, and the notice leads to the agreement', async () => {
  const finance = await service.signedInAs(await world.someone('finance'));
  const agreement = await made();
  const notices = await finance.get('/notices');
  assert.match(notices.text, /A move is confirmed: set up the payments/);
  assert.match(notices.text, /Lane House, for Child NM1/);
  assert.doesNotMatch(notices.text, /Kofi/);
  assert.ok(notices.page.querySelector('nav a[href="/notices"]'));
  const link = notices.page.querySelector('main a[href^="/notices/"]')?.getAttribute('href') ?? '';
  assert.equal((await finance.get(link)).location, agreement);
  assert.doesNotMatch((await officer.get('/notices')).text, /set up the payments/);
});

test('finance sees what placements cost by number, and no name; members see nothing of it', async () => {
  await made();
  const finance = await service.signedInAs(await world.someone('finance'));
  const list = await finance.get('/commitments');
  assert.match(list.text, /Child NM1/);
  assert.ok(!list.text.includes('Kofi'));
  assert.match((await officer.get('/commitments')).text, /Kofi Aldenfen/);
  const member = await service.signedInAs(await world.someone('elected-member'));
  assert.equal((await member.get('/commitments')).status, 403);
});

test('payments are downloaded for a purpose, and asked for again where something is missing', async () => {
  const finance = await service.signedInAs(await world.someone('finance'));
  await finance.get('/commitments/download');
  const nights = { ...day('from', '2026-11-02'), ...day('to', '2026-11-08') };
  const without = await finance.post('/commitments/download', nights);
  assert.equal(without.status, 422);
  const file = await finance.post('/commitments/download', { ...nights, purpose: 'paying-providers' });
  assert.equal(file.status, 200);
  assert.match(file.text, /^\uFEFF?Agreement,Child,Home/);
});

test('a change that somebody else came before says what was typed under the words of its questions', async () => {
  const address = await made();
  const form = `${address}/changes/end-addition`;
  const { page } = await officer.get(form);
  const hiddenOf = page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  const [which] = page.querySelectorAll('input[name=which]').map((one) => one.getAttribute('value') ?? '');
  const typed = { ...day('last', '2026-11-25'), why: 'It is needed no more', which: which ?? '' };
  const sent = { ...Object.fromEntries(hiddenOf), ...typed };
  const refused = await officer.post(form, { ...sent, seen: '0', _key: 'late' });
  assert.equal(refused.status, 403, refused.text.slice(0, 400));
  assert.match(refused.text, /Which addition\?/);
  assert.doesNotMatch(refused.text, /Which \d/);
});
