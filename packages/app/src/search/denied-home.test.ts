import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Answers, addDays, childId, HOME_NOTICE_ASKS, londonDayOf } from '@rightplace/domain';
import { answersTo } from '../../../domain/test/cases.ts';
import { nameOf } from '../../test/name-of.ts';
import { type RegisterWorld, TERMS } from '../../test/register-world.ts';
import { TO_DIRECTOR, TO_THE_MOVE } from '../../test/search-world.ts';
import { type SearchesOfRegister, searchesOfRegister } from '../../test/searches-of-register.ts';
import { showDesk } from '../cases/desk.ts';
import { listCasesOfChild } from '../cases/list-cases-of-child.ts';
import { listMyWork } from '../cases/list-my-work.ts';
import { listNotices } from '../notifications/list-notices.ts';
import { holdPlace } from '../register/hold-place.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { listSearches } from './list-searches.ts';
import { openSearch } from './open-search.ts';
import { recordHomeNotice } from './record-home-notice.ts';

let world: RegisterWorld;
let ana: SearchesOfRegister['ana'];
let acting: SearchesOfRegister['acting'];
let offerOf: SearchesOfRegister['offerOf'];
before(async () => {
  ({ world, ana, acting, offerOf } = await searchesOfRegister());
});
after(() => world.close());

type Home = Awaited<ReturnType<typeof aHome>>;
let homes = 0;
const aHome = async () => {
  homes += 1;
  const said = { name: `Weir House ${homes}`, urn: `SC98${1000 + homes}`, postcode: `PE${homes} 3AB` };
  const id = await world.add(said);
  await world.openHome(id, 1);
  await world.tellOf(id, 'terms', { ...TERMS, places: ['1'] }, '2026-11-01');
  return { id, said };
};
const answerTo = async (id: number, step: string, said: Answers = {}, who?: SignedIn): Promise<string> => {
  const answer = await world.take(who ?? (await world.hub()), id, step, { said });
  return answer.kind === 'refused' ? answer.sentence : answer.kind;
};
const toProposed = async (id: number, { id: setting, said }: Home): Promise<void> => {
  await acting.takeAll(id, [['placements-officer', 'open-spot']]);
  await offerOf(id, { setting, name: said.name }, { home: said.name, urn: '' });
  await acting.takeAll(id, TO_DIRECTOR);
};
const moveTo = async (id: number, { said }: Home, step: string): Promise<void> => {
  const on = londonDayOf(world.now());
  assert.equal(await answerTo(id, 'confirm-move', { 'moves-on': on }), 'step-taken');
  const into = { 'home-type': 'K2', 'home-postcode': said.postcode, 'home-urn': said.urn };
  const moved = await answerTo(id, step, { 'placed-on': on, 'moved-on': on, home: said.name, ...into });
  assert.equal(moved, 'step-taken');
};
/** A child who has moved in on a word that was written down as the director’s. */
const movedOnWord = async (id: number, home: Home, step: string): Promise<void> => {
  await toProposed(id, home);
  const director = await world.as('director');
  await acting.takeAll(id, [
    ['placements-officer', 'approve-by-word', { 'word-of': director.actor.id }],
    ...TO_THE_MOVE.slice(1, 3),
  ]);
  await moveTo(id, home, step);
};
const noticeOf = async (child: string, lastDay: string): Promise<number> => {
  const on = londonDayOf(world.now());
  const typed = {
    ...answersTo(HOME_NOTICE_ASKS),
    'notice-on': on,
    'last-day': lastDay,
    'notice-reason': 'CREQB',
  };
  const asked = { child: childId(child), key: `${child} ${lastDay}`, typed };
  const recorded = await recordHomeNotice(world, ana, asked);
  assert.ok(recorded.kind === 'home-notice-recorded', nameOf(recorded));
  return recorded.id;
};

let another: SignedIn | undefined;
/** Another director than the one whose word it was said to be. */
const otherDirector = async (): Promise<SignedIn> => {
  another ??= (await world.signIn(await world.someone('director'))).signedIn;
  return another;
};
const onDesk = async (who: SignedIn, id: number): Promise<readonly string[]> => {
  const desk = await showDesk(world, who);
  assert.ok(desk.kind === 'desk', nameOf(desk));
  return desk.toSign.find((line) => line.id === id)?.asks ?? [];
};
const inWork = async (who: SignedIn, id: number): Promise<boolean> => {
  const work = await listMyWork(world, who);
  assert.ok(work.kind === 'my-work', nameOf(work));
  return work.mine.lines.some((line) => line.id === id);
};
const opened = async (id: number) => {
  const view = await openSearch(world, await world.as('director'), id);
  assert.ok(view.kind === 'search', nameOf(view));
  return view;
};
const alarmInList = async (id: number, over: boolean): Promise<string | undefined> => {
  const listed = await listSearches(world, await otherDirector(), { over });
  assert.ok(listed.kind === 'searches', nameOf(listed));
  return listed.lines.find((line) => line.id === id)?.alarm;
};
const ASKS = ['Approve the home where the child lives', 'Do not approve it: have another home found'];

test('who wrote the denied word down cannot close the search: it is on each director’s desk until one decides', async () => {
  const id = await acting.aSearch('DH1');
  await movedOnWord(id, await aHome(), 'moved-in');
  const director = await world.as('director');
  assert.deepEqual(await onDesk(await otherDirector(), id), [], 'while nobody has denied it');
  await acting.takeAll(id, [['director', 'deny-besides']]);
  assert.match(await answerTo(id, 'close'), /A director has to decide on the home first, on their desk/);
  for (const one of [director, await otherDirector()]) assert.deepEqual(await onDesk(one, id), ASKS);
  assert.equal(await alarmInList(id, false), 'Approved by nobody');
  assert.equal(await answerTo(id, 'approve-after-move', {}, await otherDirector()), 'step-taken');
  assert.deepEqual(await onDesk(director, id), []);
  assert.equal(await answerTo(id, 'close'), 'step-taken');
});

test('where the word is denied once the search is closed it comes back to each director, who are told, until one decides', async () => {
  for (const [number, step] of [
    ['DH2', 'approve-after-move'],
    ['DH3', 'refuse-after-move'],
  ] as const) {
    const id = await acting.aSearch(number);
    await movedOnWord(id, await aHome(), 'moved-in');
    assert.equal(await answerTo(id, 'close'), 'step-taken');
    const [director, other] = [await world.as('director'), await otherDirector()];
    assert.deepEqual(await onDesk(other, id), []);
    world.pass(5);
    await acting.takeAll(id, [['director', 'deny-besides']]);
    for (const one of [director, other]) {
      assert.deepEqual(await onDesk(one, id), ASKS);
      assert.ok(await inWork(one, id));
    }
    const notices = await listNotices(world, other);
    assert.ok(notices.kind === 'notices', nameOf(notices));
    const told = notices.lines.filter(({ about }) => about.kind === 'case' && about.child.id === number);
    assert.ok(told.some(({ kind }) => kind === 'word-denied'));
    const until = addDays(londonDayOf(world.now()), 2);
    const place = { caseId: id, settingId: (await aHome()).id, until, key: `hold ${id}` };
    assert.equal(
      nameOf(await holdPlace(world, await world.hub(), place)),
      'case-over',
      'it is over all the same',
    );
    assert.equal(await answerTo(id, step, {}, other), 'step-taken');
    for (const one of [director, other]) {
      assert.deepEqual(await onDesk(one, id), []);
      assert.ok(!(await inWork(one, id)));
    }
  }
});

test('a director’s no takes it off the desks, is said until the child lives elsewhere, and may still become a yes', async () => {
  const id = await acting.aSearch('DH4');
  await movedOnWord(id, await aHome(), 'moved-in');
  await acting.takeAll(id, [['director', 'deny-besides']]);
  const other = await otherDirector();
  assert.equal(await answerTo(id, 'refuse-after-move', {}, other), 'step-taken');
  assert.deepEqual(await onDesk(other, id), []);
  const REFUSED = 'Not approved: another home is to be found';
  assert.equal((await opened(id)).alarm, REFUSED);
  assert.equal(await alarmInList(id, false), REFUSED);
  assert.ok(
    (await opened(id)).decisions.some(({ sentence }) => /did not approve, after the child/.test(sentence)),
  );
  assert.equal(await answerTo(id, 'approve-after-move', {}, other), 'step-taken');
  assert.equal((await opened(id)).alarm, undefined);
});

test('once the record has the child in another home no director is asked about the one they left, before or after a no', async () => {
  const [home, next] = [await aHome(), await aHome()];
  const first = await noticeOf('NM1', addDays(londonDayOf(world.now()), 1));
  await acting.toSearch(first);
  await movedOnWord(first, home, 'moved-home');
  const second = await noticeOf('NM1', addDays(londonDayOf(world.now()), 4));
  assert.notEqual(second, first);
  await acting.toSearch(second);
  await toProposed(second, next);
  await acting.takeAll(second, TO_THE_MOVE.slice(0, 3));
  await acting.takeAll(first, [['director', 'deny-besides']]);
  const other = await otherDirector();
  assert.deepEqual(await onDesk(other, first), ASKS, 'while the child lives there');
  world.pass(24 * 60);
  await moveTo(second, next, 'moved-home');
  for (const one of [await world.as('director'), other]) {
    assert.deepEqual(await onDesk(one, first), []);
    for (const step of ['approve-after-move', 'refuse-after-move'])
      assert.notEqual(await answerTo(first, step, {}, one), 'step-taken', step);
  }
  const view = await opened(first);
  assert.deepEqual([view.alarm, view.standing.deniedHome], [undefined, 'left']);
  assert.equal(await alarmInList(first, false), undefined);
  const cases = await listCasesOfChild(world, other, childId('NM1'));
  assert.deepEqual(
    cases.map(({ alarm }) => alarm),
    cases.map(() => undefined),
  );
  assert.equal(await answerTo(first, 'close'), 'step-taken');
});

test('a gate that has lapsed since the move is recorded by whoever may open it, so that the home can be approved', async () => {
  const id = await acting.aSearch('DH6');
  const today = londonDayOf(world.now());
  const offer = await acting.anOffer(id, {
    home: 'Aunt May',
    'home-kind': 'connected',
    registered: undefined,
    terms: 'none',
  });
  const opensGate = (role: 'director' | 'group-manager' | 'placements-officer', days: number) =>
    acting.write(
      id,
      'gate',
      offer,
      {
        gate: 'connected-person',
        words: 'Assessed, and approved for a time',
        on: londonDayOf(world.now()),
        until: addDays(londonDayOf(world.now()), days),
      },
      role,
    );
  assert.equal(nameOf(await opensGate('group-manager', 2)), 'entry-written');
  await acting.takeAll(id, TO_DIRECTOR);
  const director = await world.as('director');
  await acting.takeAll(id, [
    ['placements-officer', 'approve-by-word', { 'word-of': director.actor.id }],
    ...TO_THE_MOVE.slice(1, 3),
  ]);
  assert.equal(await answerTo(id, 'confirm-move', { 'moves-on': today }), 'step-taken');
  assert.equal(await answerTo(id, 'moved-in', { 'placed-on': today, home: 'Aunt May' }), 'step-taken');
  world.pass(4 * 24 * 60);
  assert.equal(
    nameOf(await opensGate('group-manager', 20)),
    'log-closed',
    'while nobody has denied the word',
  );
  await acting.takeAll(id, [['director', 'deny-besides']]);
  another = undefined;
  const other = await otherDirector();
  assert.match(await answerTo(id, 'approve-after-move', {}, other), /cannot be approved as things are/);
  assert.notEqual(nameOf(await opensGate('placements-officer', 20)), 'entry-written');
  assert.equal(nameOf(await opensGate('group-manager', 20)), 'entry-written');
  assert.equal(await answerTo(id, 'approve-after-move', {}, other), 'step-taken');
  assert.equal(nameOf(await opensGate('group-manager', 30)), 'log-closed');
});
