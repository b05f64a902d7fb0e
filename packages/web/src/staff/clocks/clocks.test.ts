import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type DueList, listDue } from '@rightplace/app';
import { ALL_ROLES, type ClockEntry, day, moment, POLICY, type Role } from '@rightplace/domain';
import { parse } from 'node-html-parser';
import { aClocksWorld, type ClocksWorld } from '../../../../app/test/clocks-world.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';
import { saidPart } from './clock-words.ts';
import { duePart } from './due-part.ts';

let world: ClocksWorld;
let service: Service;
before(async () => {
  world = await aClocksWorld();
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

const DUE = '/children/CL1/what-is-due';
const sayOf = (rule: string, start = 'placement 2026-11-10', kind = 'done') =>
  `${DUE}/${rule}/${encodeURIComponent(start)}/${kind}`;
const onDay = (prefix: string, day: number, month: number, year = 2026) => ({
  [`${prefix}-day`]: String(day),
  [`${prefix}-month`]: String(month),
  [`${prefix}-year`]: String(year),
});

/** Fills in a form as it was served, and sends it. */
const send = async (
  browser: Browser,
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<Seen> => {
  const { page } = await browser.get(address);
  const hidden = Object.fromEntries(
    page
      .querySelectorAll('main form input[type=hidden]')
      .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? ''] as const)
      .filter(([name]) => name !== '_csrf'),
  );
  return browser.post(address, { ...hidden, ...fields });
};

const rowOf = (seen: Seen, what: string): string =>
  seen.page
    .querySelectorAll('main tbody tr')
    .find(({ text }) => text.includes(what))
    ?.text.replaceAll(/\s+/g, ' ') ?? '';

test('a child’s page says what is due, by when, whose, how it stands in words, and where it says so', async () => {
  const seen = await (await ana()).get(DUE);
  assert.match(seen.heading, /What is due/);
  assert.match(seen.text, /things are to be done, 5 of them overdue/);
  const row = rowOf(seen, 'Placement plan made');
  assert.match(row, /17 Nov 2026/);
  assert.match(row, /Overdue by 6 days/);
  assert.match(row, /Social worker/);
  assert.match(row, /regulation 9/);
  assert.match(rowOf(seen, 'Care plan made'), /Due soon due tomorrow/);
  assert.match(rowOf(seen, 'First chronology'), /In time due in 15 days/);
});

test('a social worker records that it was done, with the day and a sentence, and it is late all the same', async () => {
  const browser = await ana();
  const address = sayOf('placement-plan');
  const empty = await send(browser, address, { said: 'Agreed with the carer.' });
  assert.equal(empty.status, 422);
  assert.match(
    empty.page.querySelector('#said')?.text ?? '',
    /Agreed with the carer/,
    'nothing typed is lost',
  );
  const words = await send(browser, address, onDay('on', 20, 11));
  assert.equal(words.status, 422);
  for (const link of words.page.querySelectorAll('.govuk-error-summary a'))
    assert.ok(words.page.querySelector(link.getAttribute('href') ?? ''), link.getAttribute('href') ?? '');
  const told = await send(browser, address, { ...onDay('on', 20, 11), said: 'Signed <b>by all</b>.' });
  const after = await browser.follow(told);
  assert.match(after.text, /It is recorded, with your name and the time/);
  assert.match(rowOf(after, 'Placement plan made'), /Done late 20 Nov 2026, 3 days late/);
  assert.match(
    after.text,
    /Ana Fenwright recorded that it was done, 20 November 2026: “Signed <b>by all<\/b>.”/,
  );
  const again = await browser.get(address);
  assert.equal(again.location, DUE, 'it is not asked for again');
});

test('whoever is second is told who was first, and what they typed stays; a slip is taken back', async () => {
  const [worker, manager] = [await ana(), await as('team-manager')];
  const address = sayOf('notify-start');
  const { page } = await manager.get(address);
  const key = page.querySelector('input[name=_key]')?.getAttribute('value') ?? '';
  await send(worker, address, { ...onDay('on', 16, 11), said: 'Letters sent.' });
  const fields = { _key: key, seen: '0', ...onDay('on', 16, 11), said: 'I sent them.' };
  const second = await manager.post(address, fields);
  assert.equal(second.status, 422);
  assert.match(second.text, /Ana Fenwright recorded that it was done on 23 November 2026/);
  assert.match(second.page.querySelector('#said')?.text ?? '', /I sent them/);
  const back = `${DUE}/notify-start/placement%202026-11-10/take-back/1`;
  const link = (await worker.get(DUE)).page.querySelector(`main a[href="${back}"]`);
  assert.match(link?.text ?? '', /^Take back what was recorded for 16 November 2026: Written notice/);
  assert.match((await worker.get(back)).text, /Letters sent\./);
  const taken = await worker.follow(await send(worker, back, { said: 'To another family.' }));
  assert.match(rowOf(taken, 'Written notice'), /Overdue by 6 days/);
  assert.equal((await worker.get(back)).location, DUE);
});

test('a manager allows it to be later, and the day it was due stays', async () => {
  const manager = await as('team-manager');
  const address = sayOf('care-plan', 'placement 2026-11-10', 'allowed');
  const early = await send(manager, address, {
    ...onDay('on', 23, 11),
    ...onDay('until', 24, 11),
    said: 'Why.',
  });
  assert.match(
    early.page.querySelector('.govuk-error-summary')?.text ?? '',
    /It is due on 24 November 2026 anyway/,
  );
  const told = await send(manager, address, {
    ...onDay('on', 23, 11),
    ...onDay('until', 1, 12),
    said: 'The parents asked for an interpreter.',
  });
  const row = rowOf(await manager.follow(told), 'Care plan made');
  assert.match(row, /24 Nov 2026/);
  assert.match(row, /Allowed to be later until 1 Dec 2026/);
  assert.match(row, /allowed it to be later, or not at all/);
  assert.equal((await (await ana()).get(address)).location, DUE, 'its worker is not asked');
});

test('the time of police protection is said, and something that the record does not know begins', async () => {
  const browser = await ana();
  const teal = '/children/CL4/what-is-due';
  const address = `${teal}/police-protection/status%20L1%202026-11-21/began`;
  const wrong = await send(browser, address, { time: '25:00', said: 'From the police.' });
  assert.match(wrong.page.querySelector('.govuk-error-summary')?.text ?? '', /Enter a time/);
  const told = await browser.follow(
    await send(browser, address, { time: '22:15', said: 'From the police.' }),
  );
  assert.match(rowOf(told, 'Police protection ended'), /24 Nov 2026 at 22:15/);
  const begin = await browser.follow(
    await send(browser, `${teal}/proceedings-26w/begin`, { ...onDay('on', 23, 11), said: 'Issued today.' }),
  );
  assert.match(rowOf(begin, 'Care proceedings ended'), /24 May 2027/);
});

test('your work has what is due by you, the most overdue first, and names whose task came to you', async () => {
  const work = await (await ana()).get('/your-work');
  assert.match(work.text, /Due soon or overdue for children, by you/);
  assert.match(rowOf(work, 'Written, informed agreement'), /Wren Tarnwick, 11.*Overdue by 13 days/);
  assert.match(work.text, /due for restricted records/);
  const manager = await (await as('team-manager')).get('/your-work');
  assert.match(
    rowOf(manager, 'Written, informed agreement'),
    /Social worker, come to you because it is late/,
  );
});

test('where what began it is gone from the record, what was typed is shown and nothing is recorded', async () => {
  const gone = await (await ana()).post(sayOf('placement-plan', 'placement 2019-01-01'), {
    seen: '0',
    ...onDay('on', 20, 11),
    said: 'A whole sentence about the plan.',
  });
  assert.equal(gone.status, 403);
  assert.match(gone.text, /It was not recorded.*What you typed.*A whole sentence about the plan\./s);
  assert.ok(gone.page.querySelector(`main a[href="${DUE}"]`));
});

test('each role comes to what is due as the policy has it, and others are told nothing', async () => {
  for (const role of ALL_ROLES) {
    const browser = await as(role);
    const status = (scope: string | undefined): number =>
      scope === undefined ? 403 : scope === 'own-cases' ? 404 : 200;
    assert.equal((await browser.get(DUE)).status, status(POLICY[role]['see-what-is-due']), role);
    const saying = POLICY[role]['say-of-what-is-due'];
    assert.equal(
      (await browser.get(sayOf('chronology-initial', 'care 2026-11-10'))).status,
      status(saying),
      role,
    );
  }
  const ben = await service.signedInAs(world.ben);
  assert.equal((await ben.get(DUE)).status, 404);
  assert.equal((await ben.post(sayOf('chronology-initial', 'care 2026-11-10'), { said: 'x' })).status, 404);
  assert.match((await (await ana()).get('/children/CL3/what-is-due')).text, /restricted/);
  assert.ok((await world.auditOf('CL1')).some(({ action }) => action === 'child-due-viewed'));
});

test('the first page says how much of what is due waits, and to the director what is long overdue', async () => {
  const waits = async (browser: Browser): Promise<string> =>
    (await browser.get('/')).page
      .querySelectorAll('section[aria-labelledby=waiting] li')
      .map(({ text }) => text)
      .join(' ');
  assert.match(await waits(await ana()), /\d+ things due for children, (\d+ of them )?overdue/);
  assert.match(
    await waits(await as('director')),
    /\d+ things due for children, overdue for five working days or more/,
  );
  assert.doesNotMatch(await waits(await as('performance')), /due for children/);
  const list = (await (await ana()).get('/your-work')).page
    .querySelectorAll('#what-is-due table')
    .find((table) => table.querySelector('caption')?.text.startsWith('Due soon or overdue'));
  const counted = Number(/(\d+) things due/.exec(await waits(await ana()))?.[1]);
  assert.equal(list?.querySelectorAll('tbody tr').length, counted, 'as many as are listed');
  const director = await (await as('director')).get('/your-work');
  assert.match(director.text, /Overdue for five working days or more, in the whole authority/);
});

test('what is overdue in a whole authority is folded by what it is, and the numbers are as many as are listed', async () => {
  const list = await listDue(world, (await world.signIn(await world.someone('director'))).signedIn);
  assert.ok(list?.kind === 'due-list');
  const [line] = list.others;
  assert.ok(line);
  const many = (length: number, title: string) =>
    Array.from({ length }, () => ({
      ...line,
      clock: { ...line.clock, rule: { ...line.clock.rule, title } },
    }));
  const drawn = (others: DueList['others']) => parse(String(duePart({ ...list, others }, day('2026-11-23'))));
  const long = drawn([...many(9, 'Care plan made'), ...many(34, 'Meeting offered')]);
  assert.match(long.querySelector('h2')?.text ?? '', /in the whole authority: 43$/);
  const folds = long.querySelectorAll('details');
  const told = folds.map((fold) => [
    fold.querySelector('summary')?.text.trim(),
    fold.querySelectorAll('tbody tr').length,
  ]);
  assert.deepEqual(told, [
    ['Meeting offered: 34', 34],
    ['Care plan made: 9', 9],
  ]);
  const short = drawn(many(10, 'Care plan made'));
  assert.equal(short.querySelectorAll('details').length, 0, 'a few stand open');
  assert.equal(short.querySelectorAll('table').at(-1)?.querySelectorAll('tbody tr').length, 10);
});

test('of what a case says the case is named, and nobody is quoted with words that they never said', () => {
  const entry: ClockEntry = {
    number: 1,
    rule: 'pre-proceedings-review',
    start: 'said 1',
    kind: 'began',
    on: day('2026-07-17'),
    at: undefined,
    until: undefined,
    said: 'The meeting was held',
    takesBack: undefined,
    by: '1',
    saidAt: moment('2026-07-17T10:00:00Z'),
  };
  assert.match(String(saidPart('Ana Fenwright', entry)), /17 July 2026: “The meeting was held”/);
  const inCase = String(saidPart('Ana Fenwright', { ...entry, case: 51 }));
  assert.match(inCase, /17 July 2026, <a class="govuk-link" href="\/cases\/51">in a case<\/a>/);
  assert.doesNotMatch(inCase, /“/);
});

test('that the reviewing officer is named is met by the record, with the name and the day, and by no sentence', async () => {
  const of = (seen: Seen): string => rowOf(seen, 'Independent reviewing officer named');
  const worker = await ana();
  const before = await worker.get(DUE);
  assert.match(of(before), /Ask somebody who can allocate one: group manager, director/);
  assert.doesNotMatch(before.text, /Record that it was done: Independent reviewing officer/);
  assert.equal((await worker.get(sayOf('iro-allocate', 'care 2026-11-10'))).status, 303, 'no form for it');
  const director = await as('director');
  const page = await director.get(DUE);
  const allocate = '/children/CL1/reviewing-officer';
  assert.ok(page.page.querySelector(`main a[href="${allocate}"]`));
  const officer = await world.someone('reviewing-officer');
  await director.get(allocate);
  const since = { 'from-day': '16', 'from-month': '11', 'from-year': '2026' };
  assert.equal((await director.post(allocate, { officer: String(officer), ...since })).status, 303);
  const after = await worker.get(DUE);
  assert.match(
    of(after),
    /Done in time 16 Nov 2026.*is the reviewing officer by the record, from 16 November 2026/s,
  );
});
