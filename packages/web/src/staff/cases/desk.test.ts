import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  listMyWork,
  MOST_ON_A_PAGE,
  type MyWorkLine,
  pageOf,
  type QueueFilter,
  type QueueLine,
  showTeamQueue,
  type TeamQueue,
} from '@rightplace/app';
import { ALL_ROLES, londonDayOf, PALAC, POLICY, type Role } from '@rightplace/domain';
import { parse } from 'node-html-parser';
import { anEntryWorld, type EntryWorld } from '../../../../app/test/entry-world.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';
import { myWorkPage } from './my-work-page.ts';
import { queuePage } from './queue-page.ts';

let world: EntryWorld;
let service: Service;
const ids: Record<string, number> = {};
before(async () => {
  world = await anEntryWorld();
  service = aService(world);
  const ana = (await world.signIn(world.ana)).signedIn;
  const [tess, gwen] = [await world.as('team-manager'), await world.as('group-manager')];
  const take = async (id: number, who: typeof ana, step: string): Promise<void> => {
    const taken = await world.take(who, id, step);
    assert.equal(taken.kind, 'step-taken', step);
  };
  const begin = async (number: string, emergency = false): Promise<number> => {
    const id = await world.begin(number, ana, emergency);
    await world.fillIn(id, ana);
    ids[number] = id;
    return id;
  };
  for (const number of ['D1', 'D2']) {
    const id = await begin(number);
    await take(id, ana, 'submit');
    await take(id, tess, 'support');
    await take(id, gwen, 'authorise');
    world.pass(30);
  }
  await take(await begin('D3'), ana, 'submit');
  for (const number of ['D4', 'D5']) {
    const id = await begin(number, true);
    world.pass(10);
    await take(id, tess, 'manager-approve');
  }
  const rejected = await begin('D6');
  await take(rejected, ana, 'submit');
  await take(rejected, tess, 'support');
  await take(rejected, gwen, 'reject');
});
after(() => world.close());

const people = new Map<Role, Browser>();
const as = async (role: Role): Promise<Browser> => {
  const browser = people.get(role) ?? (await service.signedInAs((await world.as(role)).person.id));
  people.set(role, browser);
  return browser;
};
const casesIn = (seen: Seen, caption: string): readonly (string | undefined)[] => {
  const table = seen.page
    .querySelectorAll('main table')
    .find((one) => one.querySelector('caption')?.text.startsWith(caption));
  return (table?.querySelectorAll('tbody tr') ?? []).map((row) => {
    const href = row.querySelector('a')?.getAttribute('href');
    return Object.entries(ids).find(([, id]) => href === `/cases/${id}`)?.[0];
  });
};

test('the desk has all that waits for a signature, the newest emergency first, then what has waited longest', async () => {
  const desk = await (await as('director')).get('/your-work/desk');
  assert.deepEqual(casesIn(desk, 'Emergencies'), ['D5', 'D4']);
  assert.deepEqual(casesIn(desk, 'To sign'), ['D1', 'D2']);
  const row = desk.page
    .querySelectorAll('main tr')
    .find((one) => one.querySelector(`a[href="/cases/${ids['D1']}"]`));
  const text = row?.text.replaceAll(/\s+/g, ' ') ?? '';
  assert.match(text, /Lark Brindle, 11/);
  assert.match(text, /To decide: Authorise entry to care; Return to the social worker; Reject the request/);
  assert.match(
    text,
    /Then: Authorised, and the child not yet in care\..*Over by itself after 10 working days/,
  );
  assert.match(text, /Somebody \(group-manager\)/, 'by whom it was sent on');
  assert.match(desk.text, /4 cases wait for you/);
  assert.ok((await world.auditNaming('D1')).some(({ action }) => action === 'desk-listed'));
});

test('the desk is a director’s, and theirs who stand in for one; nobody else is told what is on it', async () => {
  for (const role of ALL_ROLES) {
    const { status, text } = await (await as(role)).get('/your-work/desk');
    assert.equal(status, POLICY[role]['list-my-work'] === undefined ? 403 : 200, role);
    if (role === 'director') continue;
    assert.doesNotMatch(text, /Lark/, role);
    if (status === 200)
      assert.match(text, /This desk is for directors, and for those who stand in for one now/, role);
  }
  const home = await (await as('director')).get('/');
  assert.ok(home.page.querySelector('section[aria-labelledby=waiting] a[href="/your-work/desk"]'));
  assert.ok((await (await as('director')).get('/your-work')).page.querySelector('a[href="/your-work/desk"]'));
});

test('the queue has every open case of the team, and its counts add up, however it is narrowed', async () => {
  const manager = await as('team-manager');
  const sums = async (address: string): Promise<number> => {
    const seen = await manager.get(address);
    const counts = seen.page.querySelectorAll('main table')[0];
    const rows = counts?.querySelectorAll('tbody tr') ?? [];
    const numbers = (row: (typeof rows)[number] | null | undefined): readonly number[] =>
      (row?.querySelectorAll('td') ?? []).map((cell) => Number.parseInt(cell.text, 10));
    const foot = numbers(counts?.querySelector('tfoot tr'));
    for (const row of rows) {
      const own = numbers(row);
      assert.equal(
        own.slice(0, -1).reduce((a, b) => a + b),
        own.at(-1),
      );
    }
    for (const [column, total] of foot.entries())
      assert.equal(
        rows.reduce((sum, row) => sum + (numbers(row)[column] ?? 0), 0),
        total,
      );
    assert.equal(casesIn(seen, 'Open cases').length, foot.at(-1) ?? 0, address);
    return foot.at(-1) ?? 0;
  };
  const all = await sums('/your-work/queue');
  assert.equal(all, 5, 'what was rejected is not open');
  const seen = await manager.get('/your-work/queue');
  const links = seen.page
    .querySelectorAll('main a')
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => href.startsWith('/your-work/queue?'));
  assert.ok(links.some((href) => href.includes('workflow=emergency-entry')));
  assert.doesNotMatch(links.join(' '), /\bana\b|fenwright|lark|brindle/i, 'nobody’s name is in an address');
  for (const href of links) assert.match(href.match(/worker=([^&]*)/)?.[1] ?? '1', /^(\d+|nobody)$/);
  for (const link of new Set(links)) {
    const many = await sums(link);
    assert.ok(many > 0 && many <= all, link);
  }
  assert.equal(await sums('/your-work/queue?workflow=emergency-entry'), 2);
  assert.equal((await manager.get('/your-work/queue?worker=nobody+there&age=x')).status, 200);
});

/** A queue as the use case gives it. */
const queueOf = (lines: readonly QueueLine[], asked: number, filter: QueueFilter = {}): TeamQueue => ({
  kind: 'team-queue',
  counted: lines,
  filter,
  shown: pageOf(lines, asked),
});

test('the audit of the queue names exactly the children on the page that was shown, and nobody who was only counted', async () => {
  const tess = await world.as('team-manager');
  const named = async (address: string) => {
    const seen = await (await as('team-manager')).get(address);
    const [last] = (await world.auditOf(tess.authority.id, 'authority')).filter(
      ({ action }) => action === 'team-queue-listed',
    );
    assert.ok(last !== undefined);
    const { children } = last.detail as { readonly children: readonly string[] };
    return { children: children.toSorted(), shown: casesIn(seen, 'Open cases').length };
  };
  const [all, few] = [
    await named('/your-work/queue'),
    await named('/your-work/queue?workflow=emergency-entry'),
  ];
  assert.deepEqual([all.children.length, all.shown], [5, 5]);
  assert.deepEqual([few.children.length, few.shown], [2, 2]);
});

test('a long queue is shown fifty to a page: each case once, its counts of all of them, and the filter kept', async () => {
  const queue = await showTeamQueue(world, await world.as('team-manager'));
  assert.ok(queue.kind === 'team-queue');
  const [line] = queue.shown.lines;
  assert.ok(line);
  const lines = Array.from({ length: 120 }, (_, at) => ({ ...line, id: 7000 + at }));
  const drawn = (asked: number) =>
    parse(String(queuePage(queueOf(lines, asked, { workflow: line.workflow })).main));
  const idsOn = (asked: number): readonly string[] =>
    drawn(asked)
      .querySelectorAll('tbody a[href^="/cases/"]')
      .map((link) => link.getAttribute('href') ?? '');
  assert.deepEqual(
    [1, 2, 3].map((asked) => idsOn(asked).length),
    [50, 50, 20],
  );
  assert.equal(new Set([1, 2, 3].flatMap(idsOn)).size, 120);
  assert.deepEqual(idsOn(99), idsOn(3), 'past the end is the end');
  const second = drawn(2);
  assert.match(second.text, /Open cases, what is overdue first: 51 to 100 of 120/);
  assert.match(second.querySelector('tfoot')?.text ?? '', /120/);
  const next = second.querySelector('.govuk-pagination__next a')?.getAttribute('href');
  assert.equal(next, `/your-work/queue?workflow=${line.workflow}&page=3`);
  const few = queuePage(queueOf(lines.slice(0, 50), 1));
  assert.doesNotMatch(String(few.main), /govuk-pagination/);
});

test('the queue and how decisions are going are for whom the policy has them', async () => {
  for (const role of ALL_ROLES) {
    const browser = await as(role);
    for (const [address, action] of [
      ['/your-work/queue', 'see-team-queue'],
      ['/how-decisions-are-going', 'see-decision-times'],
    ] as const)
      assert.equal((await browser.get(address)).status, POLICY[role][action] === undefined ? 403 : 200, role);
  }
});

test('how decisions are going tells how many went on, how they came out, and names nobody', async () => {
  const director = await as('director');
  const all = await director.get('/how-decisions-are-going');
  assert.match(all.text, /Coming into care in an emergency2Since today00/);
  assert.doesNotMatch(all.text, /Lark|Brindle|D1/);
  assert.equal((await director.get('/how-decisions-are-going/no-such-process')).status, 404);
  const link = all.page.querySelectorAll('main table a').find(({ text }) => text === PALAC.title);
  const seen = await director.get(link?.getAttribute('href') ?? '');
  const row = (text: RegExp): string =>
    seen.page
      .querySelectorAll('main tr')
      .map((one) =>
        one
          .querySelectorAll('th, td')
          .map((cell) => cell.text.trim())
          .join(' '),
      )
      .find((one) => text.test(one)) ?? '';
  assert.match(row(/^With the team manager/), /^With the team manager 3 0 0 1 0$/);
  assert.equal(row(/^November 2026/), 'November 2026 1 0 (0%) 1 (100%) 0 (0%) 0 (0%) 0 (0%)');
  assert.doesNotMatch(seen.text, /Lark|Brindle|D1/);
});

test('the cases of others stand open below one’s own while they are few, and are folded away and counted when many', async () => {
  const work = await listMyWork(world, await world.as('director'));
  assert.ok(work.kind === 'my-work');
  const [line] = [...work.mine.lines, ...work.others.lines, ...work.team.lines];
  assert.ok(line);
  const drawn = (many: number): string =>
    String(
      myWorkPage(
        {
          kind: 'your-work',
          work: {
            ...work,
            team: pageOf(
              Array.from({ length: many }, (): MyWorkLine => line),
              1,
              MOST_ON_A_PAGE.team,
            ),
          },
          acting: { forOthers: [], forThem: [], done: [] },
          due: undefined,
        },
        {
          mayBegin: false,
          today: londonDayOf(world.now()),
          ways: { toQueue: false, toDecisions: false, toConflicts: false },
          pages: { yours: 1, part: 1, team: 1 },
        },
      ).main,
    );
  assert.doesNotMatch(drawn(10), /<details/);
  assert.match(drawn(10), /Others you can see/);
  assert.match(drawn(11), /<details[^>]*>[^]*Others you can see: 11 cases/);
  assert.doesNotMatch(drawn(0), /Others you can see/);
});

/** Where a line of “Waiting for you” on the first page leads, and the table there that has what it counts. */
const LISTS: readonly (readonly [told: RegExp, caption: readonly string[]])[] = [
  [/wait for the director/, ['Emergencies', 'Approvals written down as yours', 'To sign']],
  [/to act on/, ['Waiting for you']],
];

test('what the first page counts for anybody is what the list has that it leads to', async () => {
  let followed = 0;
  for (const role of ALL_ROLES) {
    const browser = await as(role);
    const lines = (await browser.get('/')).page.querySelectorAll('#waiting ~ ul a');
    for (const line of lines) {
      const list = LISTS.find(([told]) => told.test(line.text));
      if (list === undefined) continue;
      const [, captions] = list;
      const seen = await browser.get(line.getAttribute('href') ?? '');
      const listed = new Set(captions.flatMap((caption) => casesIn(seen, caption)));
      assert.ok(!listed.has(undefined));
      assert.equal(Number.parseInt(line.text, 10), listed.size, `${role}: ${line.text}`);
      followed += 1;
    }
  }
  assert.ok(followed >= 3, 'the director’s two lists and a manager’s at least');
});
