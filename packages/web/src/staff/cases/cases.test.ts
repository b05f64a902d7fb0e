import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, EVERY_WORKFLOW, PALAC, POLICY, type Role } from '@rightplace/domain';
import { aChild, worker as workerFact } from '../../../../app/test/children-world.ts';
import { addressOf, fillIn, stepForm, take } from '../../../test/cases.ts';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const people = new Map<Role, Browser>();
const as = async (role: Role): Promise<Browser> => {
  const browser = people.get(role) ?? (await service.signedInAs(await world.someone(role)));
  people.set(role, browser);
  return browser;
};
const ana = (): Promise<Browser> => service.signedInAs(world.ana);

const CHILD = {
  'given-name': 'Lark',
  'family-name': 'Brindle',
  'born-day': '5',
  'born-month': '4',
  'born-year': '2015',
  sex: 'F',
};
const begin = async (
  browser: Browser,
  number: string,
  fields: Readonly<Record<string, string>> = CHILD,
): Promise<Seen> => {
  const form = await browser.get('/coming-into-care/begin');
  const key = form.page.querySelector('input[name=_key]')?.getAttribute('value') ?? '';
  return browser.post('/coming-into-care/begin', { ...fields, number, _key: key });
};

test('a request is begun, written, sent on, supported, authorised twice, and told in words', async () => {
  const worker = await ana();
  const address = addressOf(await begin(worker, 'W1'));
  const draft = await worker.get(address);
  assert.match(draft.heading, /Lark Brindle, 11/);
  assert.equal(draft.page.querySelectorAll('.govuk-task-list__item').length, PALAC.evidence.sections.length);
  assert.match(draft.text, /The request is not complete/);
  await fillIn(worker, address);
  for (const [browser, step] of [
    [worker, 'submit'],
    [await as('team-manager'), 'support'],
    [await as('group-manager'), 'authorise'],
    [await as('director'), 'director-authorise'],
  ] as const) {
    assert.match(
      (await browser.get('/')).text,
      /Waiting for you (A case (to act on|waits for the director)|\d cases (to act on|wait for the director))/,
      step,
    );
    const list = await browser.get('/your-work');
    assert.match(list.text, /Waiting for you.*Lark Brindle, 11/, step);
    const taken = await browser.follow(await take(browser, address, step));
    assert.match(taken.text, /It is recorded, with your name and the time/);
  }
  const end = await worker.get(address);
  assert.match(end.text, /Authorised, and the child not yet in care/);
  assert.match(end.text, /It lapses after 7 December 2026/);
  assert.match(end.text, /Somebody \(director\), director of children’s services, authorised entry to care/);
  assert.match(end.text, /Said of <b>analysis<\/b>/, 'what is typed is no markup');
});

test('nothing that is typed is lost: a mistake, a part half written, another brother, a colleague at the same time', async () => {
  const worker = await ana();
  const address = addressOf(await begin(worker, 'W2'));
  const send = (fields: Readonly<Record<string, string>>) => worker.post(`${address}/request/why`, fields);
  const wrong = await send({
    revision: '0',
    analysis: 'She is not safe.',
    'assessed-day': '31',
    'assessed-month': '2',
    'assessed-year': '2026',
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.page.querySelector('#analysis')?.text ?? '', /She is not safe/);
  assert.equal(wrong.page.querySelector('#assessed-day')?.getAttribute('value'), '31');
  const summary = wrong.page.querySelectorAll('.govuk-error-summary a');
  assert.ok(summary.length >= 3);
  for (const link of summary)
    assert.ok(wrong.page.querySelector(link.getAttribute('href') ?? ''), link.getAttribute('href') ?? '');
  assert.match(
    (await worker.get(`${address}/request/why`)).text,
    /She is not safe/,
    'and it is saved all the same',
  );
  const later = await send({ revision: '1', analysis: 'She is not safe.', risk: 'Harm.', later: 'yes' });
  assert.match((await worker.follow(later)).text, /“Why care” is saved as far as it is/);
  const tooLong = await send({ revision: '2', analysis: 'x'.repeat(20_001), risk: 'Harm.', later: 'yes' });
  assert.equal(tooLong.status, 422, 'what cannot be kept is not left behind by coming back later');
  assert.equal(tooLong.page.querySelector('#analysis')?.text.trim().length, 20_001);
  const both = await send({ revision: '1', analysis: 'She is not safe.', risk: 'Something else.' });
  assert.equal(both.status, 409);
  assert.match(both.text, /has answered the same since you opened this page.*Harm\./);
  assert.match(both.page.querySelector('#risk')?.text ?? '', /Something else/);
  const more = await worker.post(`${address}/request/child`, {
    revision: '2',
    'siblings.0.name': 'Mo',
    'siblings.0.lives': 'At home',
    'siblings.0.together': 'yes',
    add: 'siblings',
  });
  assert.ok(more.page.querySelector('[name="siblings.1.name"]'), 'a place for another');
  assert.equal(more.page.querySelector('[name="siblings.0.name"]')?.getAttribute('value'), 'Mo');
});

test('of two who write one request each is told what the other wrote over, in words, and keeps what was theirs', async () => {
  const facts = [workerFact('SW1001'), workerFact('SW2002')];
  await world.saveChildren([aChild('W two', { facts })], '2026-11-23T08:00:00Z');
  const [first, second] = [await ana(), await service.signedInAs(world.ben)];
  const address = addressOf(await begin(first, 'W two', {}));
  const save = (browser: Browser, part: string, revision: string, fields: Readonly<Record<string, string>>) =>
    browser.post(`${address}/request/${part}`, { revision, ...fields, later: 'yes' });
  await save(first, 'legal', '0', { 'legal-basis': 'V2' });
  await save(first, 'why', '1', { analysis: 'Not <b>safe</b>.' });
  await second.get(address);
  await save(second, 'legal', '2', { 'legal-basis': 'C1' });
  const page = await first.get(address);
  const part = page.page.querySelector('section[aria-labelledby=written-over]');
  assert.equal(part?.querySelector('a')?.getAttribute('href'), `${address}/request/legal`);
  assert.match(
    part?.text ?? '',
    /Ben.* changed “.*” on 23 November 2026 at 09:00.*What you had written.*20/s,
  );
  assert.match((await first.get(`${address}/request/legal`)).text, /Changed since you last saved/);
  assert.doesNotMatch((await first.get(`${address}/request/why`)).text, /Changed since you last saved/);
  assert.doesNotMatch((await second.get(address)).text, /Changed since you last saved/);
  await save(first, 'why', '3', { analysis: 'Not <b>safe</b>.' });
  assert.match((await first.get(address)).text, /Changed since you last saved/, 'another part was saved');
  const both = await save(first, 'legal', '2', { 'legal-basis': 'C2' });
  assert.equal(both.status, 409);
  const alert = both.page.querySelector('.govuk-notification-banner')?.text ?? '';
  assert.match(alert, /has answered the same since/);
  assert.doesNotMatch(alert, /\bC1\b/, 'in words and not in codes');
  await save(first, 'legal', '3', { 'legal-basis': 'C1' });
  assert.doesNotMatch(
    (await first.get(address)).text,
    /Changed since you last saved/,
    'she saved it as it is',
  );
});

test('of two decisions the second is told who decided, and the same one sent again is the first', async () => {
  const worker = await ana();
  const address = addressOf(await begin(worker, 'W3'));
  await fillIn(worker, address);
  await take(worker, address, 'submit');
  const manager = await as('team-manager');
  const [support, giveBack] = [
    await stepForm(manager, address, 'support'),
    await stepForm(manager, address, 'return-to-draft'),
  ];
  assert.equal((await manager.post(`${address}/steps/support`, support)).status, 303);
  assert.equal((await manager.post(`${address}/steps/support`, support)).status, 303);
  const second = await manager.post(`${address}/steps/return-to-draft`, giveBack);
  assert.equal(second.status, 403);
  assert.match(second.text, /supported the request on 23 November 2026 at 09:00, after you opened this page/);
  assert.match(second.text, /What you typed.*Said of <b>change<\/b>/, 'and what they wrote is not lost');
  const under = (seen: Seen): Readonly<Record<string, string>> =>
    Object.fromEntries(
      seen.page
        .querySelectorAll('main .govuk-summary-list__row')
        .map((row) => [row.querySelector('dt')?.text.trim(), row.querySelector('dd')?.text.trim()]),
    );
  assert.deepEqual(
    under(second),
    { 'Change 1: What is needed, and where in the request': 'Said of <b>change</b>' },
    'under the question of the form, and not under the name of its field',
  );
  assert.doesNotMatch(second.text, /administrator/, 'their role was never the reason');
  const written = await worker.post(`${address}/request/why`, {
    revision: '6',
    analysis: 'One more thing.',
    'assessed-day': '31',
    'assessed-month': '2',
    'assessed-year': '2026',
  });
  assert.equal(written.status, 403);
  assert.match(written.text, /What you typed.*One more thing\./, 'nor what was written once it was sent on');
  const typed = under(written);
  assert.equal(typed['Why does the child need to come into care?'], 'One more thing.');
  assert.ok(Object.values(typed).includes('31 2 2026'), 'a day as it was typed');
  assert.equal((await worker.get(address)).text.match(/supported the request/g)?.length, 1);
});

test('what a manager gave back says so, by whom and with what has to change, until it is sent on again', async () => {
  const worker = await ana();
  const address = addressOf(await begin(worker, 'W back'));
  await fillIn(worker, address);
  await take(worker, address, 'submit');
  await take(await as('team-manager'), address, 'return-to-draft');
  const back = await worker.get(address);
  const part = back.page.querySelector('section[aria-labelledby=returned]');
  assert.match(
    part?.text ?? '',
    /It was given back.*Somebody \(team-manager\), team manager, returned the request to the social worker on 23 November 2026 at 09:00\..*Said of <b>change<\/b>/s,
  );
  const row = async (): Promise<string> =>
    (await worker.get('/your-work')).page
      .querySelectorAll('main tbody tr')
      .find((one) => one.querySelector(`a[href="${address}"]`))
      ?.text.replaceAll(/\s+/g, ' ') ?? '';
  assert.match(await row(), /Returned by Somebody \(team-manager\), team manager/);
  await take(worker, address, 'submit');
  assert.equal((await worker.get(address)).page.querySelector('section[aria-labelledby=returned]'), null);
  assert.doesNotMatch(await row(), /Returned by/);
});

test('an authorised request says on the list of whoever finds the home until when it holds', async () => {
  const worker = await ana();
  const address = addressOf(await begin(worker, 'W holds'));
  await fillIn(worker, address);
  for (const [browser, step] of [
    [worker, 'submit'],
    [await as('team-manager'), 'support'],
    [await as('group-manager'), 'authorise'],
    [await as('director'), 'director-authorise'],
  ] as const)
    assert.equal((await take(browser, address, step)).status, 303, step);
  const list = await (await as('placements-officer')).get('/your-work');
  const row = list.page
    .querySelectorAll('main tbody tr')
    .find((one) => one.querySelector(`a[href="${address}"]`));
  assert.match(row?.text ?? '', /Lapses after 7 Dec 2026/);
});

test('a decision that says nothing is asked again, with what was said kept', async () => {
  const worker = await ana();
  const address = addressOf(await begin(worker, 'W4'));
  await fillIn(worker, address);
  await take(worker, address, 'submit');
  const manager = await as('team-manager');
  const fields = (await stepForm(manager, address, 'support')).filter(
    ([name]) => !name.startsWith('outcomes'),
  );
  const again = await manager.post(`${address}/steps/support`, fields);
  assert.equal(again.status, 422);
  assert.match(again.text, /Add at least one outcome/);
  assert.match(again.page.querySelector('#rationale')?.text ?? '', /Said of/);
});

test('who the child is is asked for, and a child of the record is found by number', async () => {
  const worker = await ana();
  const problem = async (number: string, fields: Readonly<Record<string, string>>): Promise<string> => {
    const seen = await begin(worker, number, fields);
    assert.equal(seen.status, 422);
    return seen.page.querySelector('.govuk-error-summary')?.text ?? '';
  };
  assert.match(await problem('', {}), /Enter the child’s number in your case system/);
  assert.match(await problem('NM-none', {}), /No child you work with has this number/);
  assert.match(await problem('W5', { 'given-name': 'Lark' }), /date of birth/);
  assert.match(await problem('NM1', {}), /looked after already/);
  assert.match(await problem('NM1', CHILD), /a child who is in the record/);
  addressOf(await begin(worker, 'NM4', {}));
  const again = await begin(worker, 'NM4', {});
  assert.match(again.text, /open already/);
  assert.ok(again.page.querySelectorAll('main a').some(({ text }) => /Open the request/.test(text)));
});

test('a baby is said to be under 1, on the list of work and on the page of the request', async () => {
  const worker = await ana();
  const address = addressOf(
    await begin(worker, 'W-baby', { ...CHILD, 'given-name': 'Wren', 'born-month': '9', 'born-year': '2026' }),
  );
  assert.match((await worker.get(address)).heading, /Wren Brindle, under 1/);
  const list = (await worker.get('/your-work')).text;
  assert.match(list, /Wren Brindle, under 1/);
  assert.doesNotMatch(list, /Wren Brindle, 0/);
});

test('whoever reads a case is led back to a page that they may open', async () => {
  const address = addressOf(await begin(await ana(), 'W6 back'));
  let read = 0;
  for (const role of ALL_ROLES) {
    const browser = await as(role);
    const seen = await browser.get(address);
    if (seen.status !== 200) continue;
    read += 1;
    const back = seen.page.querySelector('.govuk-breadcrumbs a')?.getAttribute('href') ?? '';
    const isWorker = POLICY[role]['list-my-work'] !== undefined;
    assert.equal(back, isWorker ? '/your-work' : '/decisions', role);
    assert.equal((await browser.get(back)).status, 200, role);
  }
  assert.ok(read > 3);
});

test('each role comes to the list of work, and to cases, as the policy has it', async () => {
  const address = addressOf(await begin(await ana(), 'W6'));
  for (const role of ALL_ROLES) {
    const browser = await as(role);
    const sees = POLICY[role]['list-my-work'] !== undefined;
    assert.equal((await browser.get('/your-work')).status, sees ? 200 : 403, role);
    const reach = POLICY[role]['see-entry-to-care'];
    const expected = reach === undefined ? 403 : reach === 'own-cases' ? 404 : 200;
    assert.equal((await browser.get(address)).status, expected, role);
  }
  const ben = await service.signedInAs(world.ben);
  assert.equal((await ben.get(address)).status, 404);
  assert.equal((await ben.get('/cases/999999')).status, 404);
  assert.ok((await world.auditOf('W6')).length > 0);
});

test('before a request is withdrawn its page says what goes with it, and whatever is withdrawn is over', async () => {
  for (const { id, steps, states } of EVERY_WORKFLOW)
    for (const { kind, to, id: step } of steps)
      if (kind === 'withdraw')
        assert.equal(states[to ?? '']?.ended, true, `${id} ${step}: the page says that it is over`);
  const worker = await ana();
  const address = addressOf(await begin(worker, 'W away'));
  await fillIn(worker, address);
  await take(worker, address, 'submit');
  const { page } = await worker.get(`${address}/steps/withdraw`);
  const part = page.querySelectorAll('main section').find(({ text }) => text.includes('What goes with it'));
  assert.match(part?.text ?? '', /“Coming into care” is over/);
  assert.match(part?.text ?? '', /no longer waits for the team manager/);
  const support = await (await as('team-manager')).get(`${address}/steps/support`);
  assert.doesNotMatch(support.text, /What goes with it/);
});
