import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listLeaving, pageOf } from '@rightplace/app';
import { day, EXIT_PLAN, RETURN_HOME, type Role, SELF_DISCHARGE, type Workflow } from '@rightplace/domain';
import { aChild, anEpisode, worker as workerFact } from '../../../../app/test/children-world.ts';
import { addressOf, fillIn, take } from '../../../test/cases.ts';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';
import { leavingPage } from './leaving-page.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const [ids, people] = [new Map<Role, number>(), new Map<Role, Browser>()];
const idOf = async (role: Role): Promise<number> => {
  const id = ids.get(role) ?? (await world.someone(role));
  ids.set(role, id);
  return id;
};
const as = async (role: Role): Promise<Browser> => {
  const browser = people.get(role) ?? (await service.signedInAs(await idOf(role)));
  people.set(role, browser);
  return browser;
};
const ana = (): Promise<Browser> => service.signedInAs(world.ana);

const inCare = async (id: string, born: string, withOfficer = true): Promise<void> => {
  const child = aChild(id, {
    details: { givenName: 'Ash', familyName: 'Fenmere', sex: 'M', dateOfBirth: day(born) },
    facts: [workerFact('SW1001')],
    episodes: [anEpisode({ decom: '2026-01-12', ls: 'V2' })],
  });
  await world.saveChildren([child], '2026-11-02T09:00:00Z');
  if (withOfficer) await allocate(id);
};

const allocate = async (id: string): Promise<void> => {
  const director = await as('director');
  const address = `/children/${id}/reviewing-officer`;
  await director.get(address);
  const since = { 'from-day': '12', 'from-month': '1', 'from-year': '2026' };
  const fields = { officer: String(await idOf('reviewing-officer')), ...since };
  assert.equal((await director.post(address, fields)).status, 303);
};

const begin = async (browser: Browser, id: string, { id: process }: Pick<Workflow, 'id'>): Promise<Seen> => {
  const form = await browser.get(`/children/${id}/leaving-care`);
  const key = form.page.querySelector('input[name=_key]')?.getAttribute('value') ?? '';
  return browser.post(`/children/${id}/leaving-care`, { process, _key: key });
};

const takeAll = async (
  address: string,
  workflow: Workflow,
  steps: readonly (readonly [Browser, string])[],
): Promise<void> => {
  for (const [browser, step] of steps)
    assert.equal((await take(browser, address, step, [], workflow)).status, 303, step);
};

const LEFT = [
  ['left-on-day', '23'],
  ['left-on-month', '11'],
  ['left-on-year', '2026'],
  ['lives', 'With <b>an aunt</b>'],
  ['told', 'It went well.'],
] as const;

/** The form of a step that ends care, sent with these fields besides. */
const sendEnding = async (
  browser: Browser,
  address: string,
  step: string,
  more: readonly (readonly [string, string])[],
): Promise<Seen> => {
  const form = await browser.get(`${address}/steps/${step}`);
  const value = (name: string): string =>
    form.page.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '';
  return browser.post(`${address}/steps/${step}`, [
    ['_key', value('_key')],
    ['seen', value('seen')],
    ...more,
    ...LEFT,
  ]);
};

test('a plan is begun on the child’s page, goes its way, and shows what ends before it is recorded', async () => {
  await inCare('W1', '2014-05-01');
  const worker = await ana();
  const overview = await worker.get('/children/W1');
  assert.match(overview.text, /Leaving care: plans, going home, staying put/);
  const ways = await worker.get('/children/W1/leaving-care');
  assert.match(ways.text, /This is for young people from 16 up to 18/);
  const address = addressOf(await begin(worker, 'W1', EXIT_PLAN));
  await fillIn(worker, address, EXIT_PLAN);
  await takeAll(address, EXIT_PLAN, [
    [worker, 'submit'],
    [await as('reviewing-officer'), 'review-agrees'],
    [await as('team-manager'), 'agree'],
  ]);
  const home = addressOf(await begin(worker, 'W1', RETURN_HOME));
  const form = await worker.get(`${address}/steps/record-ending`);
  const offered = form.page.querySelectorAll('input[name=left-why]').map((one) => one.getAttribute('value'));
  assert.deepEqual(offered, ['E4A', 'E4B', 'E13', 'E2', 'another'], 'those that the plan leads to');
  const why = [['left-why', 'E4A']] as const;
  const check = await sendEnding(worker, address, 'record-ending', why);
  assert.equal(check.status, 200);
  assert.match(check.heading, /Check what ends/);
  assert.match(check.text, /Care ends 23 November 2026/);
  assert.match(check.text, /Went home to parents or relatives, as planned/);
  assert.match(check.text, /Foster care, another carer, not long term, since 12 January 2026/);
  assert.match(check.text, /Going home: Being written/);
  const fields = check.page
    .querySelectorAll('main input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const)
    .filter(([name]) => name !== '_csrf');
  assert.match((await worker.get(address)).text, /Agreed, and the child still in care/);
  const changed = await worker.post(`${address}/steps/record-ending`, [...fields, ['change', 'yes']]);
  assert.equal(changed.page.querySelector('#lives')?.getAttribute('value'), 'With <b>an aunt</b>');
  const done = await worker.follow(
    await worker.post(`${address}/steps/record-ending`, [...fields, ['checked', 'yes']]),
  );
  assert.match(done.text, /The child has left care/);
  assert.match((await worker.get('/children/W1')).text, /left care/);
  assert.match((await worker.get(home)).text, /care ended on 23 November 2026.*after this was begun/);
});

test('what cannot be is said at its question with what was typed, before anything is checked', async () => {
  await inCare('W2', '2014-05-01');
  const worker = await ana();
  const address = addressOf(await begin(worker, 'W2', EXIT_PLAN));
  const answer = await sendEnding(worker, address, 'record-unplanned-ending', [
    ['left-on-year', '2027'],
    ['left-why', 'E8'],
  ]);
  assert.equal(answer.status, 422);
  const forged = await sendEnding(worker, address, 'record-unplanned-ending', [
    ['left-why', 'E14'],
    ['checked', 'yes'],
  ]);
  assert.equal(forged.status, 422, 'leaving the check out does not leave the rules out');
  assert.match(forged.text, /on remand/);
});

test('at 17 the page refuses until the director has authorised it, and then records it', async () => {
  await inCare('W3', '2009-05-01');
  const worker = await ana();
  const plan = addressOf(await begin(worker, 'W3', EXIT_PLAN));
  const refused = await sendEnding(worker, plan, 'record-unplanned-ending', [['left-why', 'E8']]);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /only once the director of children’s services has authorised it/);
  const address = addressOf(await begin(worker, 'W3', SELF_DISCHARGE));
  await fillIn(worker, address, SELF_DISCHARGE);
  await takeAll(address, SELF_DISCHARGE, [
    [worker, 'give-view'],
    [worker, 'offer-advocate'],
    [await as('reviewing-officer'), 'review'],
  ]);
  const director = await as('director');
  assert.match((await director.get('/your-work')).text, /Ash Fenmere, 17.*Leaving care at 16 or 17/);
  await takeAll(address, SELF_DISCHARGE, [[director, 'authorise']]);
  const checked = [
    ['left-why', 'E6'],
    ['checked', 'yes'],
  ] as const;
  const left = await worker.follow(await sendEnding(worker, address, 'record-left', checked));
  assert.match(left.text, /The young person has left care/);
});

test('the list says who is to leave and who came back, and only to those who may have it', async () => {
  const back = aChild('W4', {
    details: { givenName: 'Rue', familyName: 'Alderwick', sex: 'F', dateOfBirth: day('2015-02-01') },
    facts: [workerFact('SW1001')],
    episodes: [
      anEpisode({ decom: '2025-01-12', dec: '2026-03-01', rec: 'E4A', ls: 'V2' }),
      anEpisode({ decom: '2026-09-01', ls: 'V2' }),
    ],
  });
  await world.saveChildren([back], '2026-11-03T09:00:00Z');
  const director = await as('director');
  const list = await director.get('/leaving-care');
  assert.match(list.text, /Rue Alderwick, 11.*1 Mar 2026.*1 Sep 2026.*Within 12 months/);
  assert.match((await director.get('/children')).text, /Leaving care/);
  for (const [role, status] of [
    ['performance', 200],
    ['virtual-school', 403],
    ['elected-member', 403],
    ['fostering-adoption', 403],
  ] as const)
    assert.equal((await (await as(role)).get('/leaving-care')).status, status, role);
  const page = await (await as('performance')).get('/children/W4/leaving-care');
  assert.match(page.text, /Back in care on 1 September 2026, within 12 months/);
  assert.equal(page.page.querySelector('main form button'), null, 'they look, and begin nothing');
  assert.equal((await (await service.signedInAs(world.ben)).get('/children/W4/leaving-care')).status, 404);
});

test('who left at 16 or 17 is told with the age they had then, and not with today’s', async () => {
  const left = aChild('W5', {
    details: { givenName: 'Wren', familyName: 'Alderwick', sex: 'F', dateOfBirth: day('2008-10-01') },
    facts: [workerFact('SW1001')],
    episodes: [anEpisode({ decom: '2025-01-12', dec: '2026-03-01', rec: 'E6', ls: 'V2' })],
  });
  await world.saveChildren([left], '2026-11-03T09:00:00Z');
  const { page } = await (await as('director')).get('/leaving-care');
  const row = page.querySelectorAll('main tr').find(({ text }) => text.includes('Wren Alderwick'));
  const cells = row?.querySelectorAll('th, td').map(({ text }) => text.trim());
  assert.deepEqual(cells?.slice(0, 2), ['Wren Alderwick', '17'], 'who is 18 by now');
});

test('a long list is shown fifty to a page, and what is long beside it is folded away and counted', async () => {
  const list = await listLeaving(world, (await world.signIn(await idOf('director'))).signedIn);
  assert.ok(list.kind === 'leaving-list');
  const [line] = list.leaving.lines;
  const [back] = list.cameBack.lines;
  assert.ok(line && back);
  const leaving = Array.from({ length: 70 }, (_, at) => ({ ...line, id: 7000 + at }));
  const long = (asked: number) => ({
    ...list,
    leaving: pageOf(leaving, asked),
    cameBack: pageOf(
      Array.from({ length: 11 }, () => back),
      1,
    ),
  });
  const rowsOn = (asked: number): number =>
    String(leavingPage(long(asked)).main).match(/href="\/cases\/7\d{3}"/g)?.length ?? 0;
  assert.deepEqual([rowsOn(1), rowsOn(2), rowsOn(9)], [50, 20, 20]);
  const second = String(leavingPage(long(2)).main);
  assert.match(second, /To leave care: 51 to 70 of 70/);
  assert.match(second, /href="\/leaving-care\?page=2"/);
  assert.match(second, /<details[^>]*>[^]*Came back into care: 11/);
  const short = String(leavingPage(list).main);
  assert.doesNotMatch(short, /govuk-pagination|Came back into care: \d/);
});

test('whoever is watched can be read to the last, fifty to a page', async () => {
  const list = await listLeaving(world, (await world.signIn(await idOf('director'))).signedIn);
  assert.ok(list.kind === 'leaving-list');
  const [back] = list.cameBack.lines;
  assert.ok(back);
  const many = Array.from({ length: 120 }, (_, at) => ({
    ...back,
    child: { ...back.child, id: `WATCHED${at}` },
  }));
  const shown = (asked: number) =>
    String(leavingPage({ ...list, watched: pageOf(many, asked) } as typeof list, 'watched').main);
  assert.match(shown(1), /Who is watched: 120/);
  assert.match(shown(1), /href="\/leaving-care\?watched=2#watched"/);
  assert.match(shown(3), /Watched, the last to leave first: 101 to 120 of 120/);
  assert.match(shown(3), /WATCHED119/);
  assert.match(shown(3), /<details[^>]* open[^>]*>[^]*Who is watched/);
  const third = await (await as('director')).get('/leaving-care?watched=3');
  assert.equal(third.status, 200);
});

test('where a child has no reviewing officer it is said before a plan is sent to one, on the case, in lists, and who can allocate one', async () => {
  await inCare('NOBODY', '2009-05-05', false);
  const worker = await ana();
  const address = addressOf(await begin(worker, 'NOBODY', EXIT_PLAN));
  await fillIn(worker, address, EXIT_PLAN);
  const NONE = /No reviewing officer is allocated to this child/;
  const before = await worker.get(`${address}/steps/submit`);
  assert.match(before.text, NONE);
  assert.match(before.text, /Ask somebody who can allocate one: group manager, director/);
  assert.equal(before.page.querySelector('main a[href="/children/NOBODY/reviewing-officer"]'), null);
  assert.doesNotMatch((await worker.get(address)).text, NONE, 'it does not stand there yet');
  await takeAll(address, EXIT_PLAN, [[worker, 'submit']]);
  assert.match(
    (await worker.get(address)).text,
    /allocated to this child: this waits for nobody until one is/,
  );
  const manager = await as('group-manager');
  const seen = await manager.get(address);
  assert.match(seen.text, NONE);
  assert.ok(seen.page.querySelector('main a[href="/children/NOBODY/reviewing-officer"]'));
  const rows = async (list: string) =>
    (await (await as('team-manager')).get(list)).page
      .querySelectorAll('main tbody tr')
      .filter((row) => row.toString().includes(`"${address}"`))
      .map((row) => /No reviewing officer allocated/.test(row.text));
  assert.deepEqual(await rows('/your-work/queue'), [true]);
  await allocate('NOBODY');
  assert.doesNotMatch((await worker.get(address)).text, NONE);
  assert.deepEqual(await rows('/your-work/queue'), [false]);
});
