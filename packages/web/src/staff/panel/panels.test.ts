import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, day, POLICY, type Role } from '@rightplace/domain';
import { aPanelWorld, type PanelWorld, TODAY } from '../../../../app/test/panel-world.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

const ENTRY = '/panels/entry-to-care-panel';
const AGENDA = `${ENTRY}/meetings/${TODAY}`;
let world: PanelWorld;
let service: Service;
before(async () => {
  world = await aPanelWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> => service.signedInAs((await world.as(role)).person.id);
const linkOf = (seen: Awaited<ReturnType<Browser['get']>>) => {
  const link = seen.page.querySelector('.govuk-error-summary a');
  return { text: link?.text ?? '', target: seen.page.querySelector(link?.getAttribute('href') ?? 'none') };
};

test('where no panel is run that is said, and nothing is arranged', async () => {
  const hub = await as('placements-officer');
  const seen = await hub.get('/panels');
  assert.match(seen.text, /This authority runs no panel/);
  const meeting = {
    'day-day': '1',
    'day-month': '12',
    'day-year': '2026',
    'starts-at': '09:30',
    place: 'Room 4',
  };
  await hub.get(`${ENTRY}/meetings/add`);
  const answer = await hub.post(`${ENTRY}/meetings/add`, meeting);
  assert.match(answer.text, /does not run this panel/);
});

test('a meeting is arranged, changed and called off by those who may; what is missing is said where it is', async () => {
  await world.runPanels();
  const hub = await as('placements-officer');
  await hub.get(`${ENTRY}/meetings/add`);
  const wrong = await hub.post(`${ENTRY}/meetings/add`, {
    'day-day': '31',
    'day-month': '11',
    'day-year': '2026',
    place: 'Room <b>4</b>',
  });
  assert.equal(wrong.status, 422);
  assert.match(linkOf(wrong).text, /Enter the day on which the panel meets/);
  assert.ok(linkOf(wrong).target, 'and the summary leads to it');
  assert.equal(wrong.page.querySelector('#place')?.getAttribute('value'), 'Room <b>4</b>');
  const meeting = {
    revision: '0',
    'day-day': '1',
    'day-month': '12',
    'day-year': '2026',
    'starts-at': '09:30',
    place: 'Room <b>4</b>',
    chair: String((await world.as('reviewing-officer')).person.id),
  };
  const agenda = await hub.follow(await hub.post(`${ENTRY}/meetings/add`, meeting));
  assert.match(agenda.heading, /Tuesday 1 December 2026/);
  assert.match(agenda.text, /Room <b>4<\/b>.*Somebody \(reviewing-officer\).*Nobody is on this agenda/);
  const change = `${ENTRY}/meetings/2026-12-01/change`;
  const form = await hub.get(change);
  assert.equal(form.page.querySelector('#members'), null, 'who was there is said once it has met');
  const off = await hub.follow(await hub.post(change, { ...meeting, revision: '1', 'called-off': 'yes' }));
  assert.match(off.text, /This meeting was called off/);
  const late = await hub.post(change, { ...meeting, revision: '1', place: 'Room 9' });
  assert.match(late.text, /Somebody else has changed this meeting.*Room 9/);
  assert.match((await hub.get('/panels')).text, /Tuesday 1 December 2026 Called off/);
  assert.equal((await hub.get(`${ENTRY}/meetings/2026-12-02`)).status, 404);
  assert.equal((await hub.get('/panels/no-panel/meetings/add')).status, 404);
});

test('each role sees panels and their agendas, arranges and refers as the policy has it', async () => {
  await world.meet('entry-to-care-panel');
  for (const role of ALL_ROLES) {
    const [browser, may] = [await as(role), POLICY[role]];
    const status = (allowed: unknown) => (allowed === undefined ? 403 : 200);
    assert.equal((await browser.get('/panels')).status, status(may['see-panels']), role);
    assert.equal((await browser.get(AGENDA)).status, status(may['see-panels']), role);
    assert.equal((await browser.get(`${ENTRY}/meetings/add`)).status, status(may['arrange-panels']), role);
    assert.equal((await browser.get(`${AGENDA}/change`)).status, status(may['arrange-panels']), role);
    assert.equal((await browser.get('/panels/refer')).status, status(may['refer-to-panel']), role);
  }
});

test('an agenda has a card for each child in the order listed, papers that open on paper, and what was agreed with its cost', async () => {
  const ana = (await world.signIn(world.ana)).signedIn;
  const hub = await world.as('placements-officer');
  const referrals: number[] = [];
  for (const number of ['W first', 'W second']) {
    const id = await world.refer(await world.withDirector(number), ana);
    await world.step(hub, id, 'list', { 'meeting-on': TODAY });
    referrals.push(id);
  }
  const [first = 0, second = 0] = referrals;
  const support = [
    { what: 'Family <i>worker</i>', weekly: '310', starts: '2026-11-24', owner: 'Ola' },
    { what: 'Fares', weekly: '12.50', starts: '2026-11-24', owner: 'Ola' },
  ];
  const chair = await world.as('reviewing-officer');
  const heard = await world.step(chair, first, 'divert', { support, conditions: 'Weekly <b>visits</b>.' });
  assert.equal(heard.kind, 'step-taken');
  const seen = await (await as('director')).get(AGENDA);
  const titles = seen.page
    .querySelectorAll('.app-agenda .govuk-summary-card__title')
    .map(({ text }) => text.trim());
  assert.deepEqual(
    titles.map((title) => title.slice(0, 17)),
    ['1. Lark Brindle, ', '2. Lark Brindle, '],
  );
  const links = seen.page.querySelectorAll('.app-agenda .govuk-summary-card__actions a');
  assert.deepEqual(
    links.map((link) => link.getAttribute('href')),
    [`/cases/${first}`, `/cases/${second}`],
  );
  assert.equal(seen.page.querySelectorAll('details.app-opens-on-paper').length, 2);
  assert.match(seen.text, /Together\s*£322\.50/);
  assert.match(
    titles.length === 2 ? seen.text : '',
    /What do you ask the panel to look at\? What was said of: ask/,
  );
  assert.match(
    seen.text,
    /Family <i>worker<\/i>.*Weekly <b>visits<\/b>|Weekly <b>visits<\/b>.*Family <i>worker<\/i>/,
  );
  await world.conflict('W second', (await world.as('group-manager')).person.id);
  const less = await (await as('group-manager')).get(AGENDA);
  assert.doesNotMatch(less.text, /W second/);
  assert.match(less.text, /One more child on this agenda is not shown to you/);
});

test('a restricted record is on an agenda without a name, papers or a way in', async () => {
  const hub = await world.as('placements-officer');
  const ana = (await world.signIn(world.ana)).signedIn;
  const id = await world.refer(await world.withDirector('W secret'), ana);
  await world.step(hub, id, 'list', { 'meeting-on': TODAY });
  await world.restrict('W secret');
  const seen = await (await as('director')).get(AGENDA);
  assert.match(seen.text, /3\. A restricted record/);
  assert.doesNotMatch(seen.text, /W secret/);
  assert.equal(seen.page.querySelector(`main a[href="/cases/${id}"]`), null);
  assert.equal(seen.page.querySelectorAll('details.app-opens-on-paper').length, 2);
});

test('who decides on a request reads the panel’s view beside it, before and while deciding', async () => {
  const ana = (await world.signIn(world.ana)).signedIn;
  const id = await world.withDirector('W view');
  const director = await as('director');
  const waiting = await director.get(`/cases/${id}`);
  assert.match(waiting.text, /The view of the Entry to Care Panel is not there yet/);
  const worker = await service.signedInAs(world.ana);
  assert.match((await worker.get(`/cases/${id}`)).text, /Refer to the Entry to Care Panel/);
  const referral = await world.refer(id, ana);
  await world.step(await world.as('placements-officer'), referral, 'list', { 'meeting-on': TODAY });
  await world.step(await world.as('reviewing-officer'), referral, 'agree-care', {
    conditions: 'Near her school.',
  });
  for (const address of [`/cases/${id}`, `/cases/${id}/steps/director-authorise`]) {
    const seen = await director.get(address);
    assert.match(seen.text, /Heard: care agreed\..*Near her school\./, address);
    assert.ok(seen.page.querySelector(`main a[href="/cases/${referral}"]`), address);
  }
});

test('an officer who lists a child for a meeting that another chairs is told so, on a page that they may open', async () => {
  const ana = (await world.signIn(world.ana)).signedIn;
  const hub = await world.as('placements-officer');
  const chair = String((await world.as('group-manager')).person.id);
  const later = await world.arrange(hub, { on: day('2026-12-08'), chair });
  assert.notEqual(later.kind, 'refused');
  const id = await world.refer(await world.withDirector('W later'), ana);
  await world.step(hub, id, 'list', { 'meeting-on': TODAY });
  const officer = await as('reviewing-officer');
  const address = `/cases/${id}/steps/list`;
  const form = await officer.get(address);
  const value = (name: string): string =>
    form.page.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '';
  const sent = { _key: value('_key'), seen: value('seen'), 'meeting-on': '2026-12-08' };
  for (const time of ['first', 'again']) {
    const told = await officer.follow(await officer.post(address, sent));
    assert.equal(told.status, 200, time);
    assert.match(told.text, /It is recorded, with your name and the time/, time);
  }
  assert.equal((await officer.get(`/cases/${id}`)).status, 404, 'the child is the other chair’s now');
  assert.equal((await world.seenBy(await world.as('group-manager'), id)).kind, 'case');
});

test('a child is put before the Access to Resources Panel by number, once, by those who work with them', async () => {
  const worker = await service.signedInAs(world.ana);
  const refer = async (number: string, key: string) => {
    await worker.get('/panels/refer');
    return worker.post('/panels/refer', { number, _key: key });
  };
  assert.match(linkOf(await refer('', 'w1')).text, /Enter the child’s number/);
  const begun = await refer('NM1', 'w2');
  assert.match(begun.location ?? '', /^\/cases\/\d+$/);
  const again = await refer('NM1', 'w3');
  assert.equal(again.status, 422);
  assert.equal(
    again.page.querySelector(`main a[href="${begun.location}"]`)?.text,
    'Open the referral there is',
  );
  assert.match(linkOf(await refer('NM2', 'w4')).text, /no such child among those you work with/);
  const opened = await worker.get(begun.location ?? '');
  assert.match(opened.text, /Referral being written/);
});
