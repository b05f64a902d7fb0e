import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, type Answers, childId, HOME_NOTICE_ASKS, POLICY } from '@rightplace/domain';
import { answersTo } from '../../../domain/test/cases.ts';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { searching, TO_DIRECTOR, TO_THE_MOVE } from '../../test/search-world.ts';
import type { CaseView } from '../cases/open-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { listSearches } from './list-searches.ts';
import { recordHomeNotice } from './record-home-notice.ts';

let world: EntryWorld;
let ana: SignedIn;
let officer: SignedIn;
let acting: ReturnType<typeof searching>;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  officer = await world.as('placements-officer');
  acting = searching(world, ana);
});
after(() => world.close());

const SAID: Answers = {
  ...answersTo(HOME_NOTICE_ASKS),
  'notice-on': '2026-11-20',
  'last-day': '2026-12-18',
  'notice-reason': 'CREQB',
};
const record = (who: SignedIn, child: string, said: Answers = {}, key = `notice of ${child}`) =>
  recordHomeNotice(world, who, { child: childId(child), key, typed: { ...SAID, ...said } });
const recorded = async (...given: Parameters<typeof record>) => {
  const answer = await record(...given);
  assert.ok(answer.kind === 'home-notice-recorded', JSON.stringify(answer));
  return answer;
};
const view = async (id: number, who: SignedIn = ana): Promise<CaseView> => {
  const seen = await world.seenBy(who, id);
  assert.ok(seen.kind === 'case', nameOf(seen));
  return seen;
};
const lineOf = async (id: number) => {
  const listed = await listSearches(world, officer, { over: false });
  assert.ok(listed.kind === 'searches');
  return listed.lines.find((line) => line.id === id);
};

test('notice asks for another home at once, by its last day, for the social worker to write and once however often it is sent', async () => {
  const [first, second] = await Promise.all([record(officer, 'NM1'), record(officer, 'NM1')]);
  assert.ok(first.kind === 'home-notice-recorded' && second.kind === 'home-notice-recorded');
  assert.equal(first.id, second.id);
  const request = await view(first.id);
  assert.equal(request.state, 'draft');
  assert.equal(request.waiting?.for, 'me', 'the social worker’s to write');
  assert.equal((await view(first.id, officer)).waiting?.for === 'me', false, 'and not the officer’s');
  assert.equal(request.answers['needed-from'], '2026-12-18');
  assert.equal(request.answers['how-soon'], 'later');
  assert.equal(request.chronology.length, 2, 'it began, and notice was recorded once');
  const told = (await world.auditOf('NM1')).filter(({ action }) => action === 'home-notice-recorded');
  assert.equal(told.length, 1, 'and once in the audit');
  const line = await lineOf(first.id);
  assert.deepEqual([line?.neededFrom, line?.isEmergency], ['2026-12-18', false]);
});

test('notice that leaves the child no night is an emergency, and moves the deadline of the search that is open', async () => {
  const before = await recorded(officer, 'NM1', {}, 'again');
  assert.equal(before.isNew, false, 'a home is being looked for already');
  const now = await recorded(ana, 'NM1', { 'last-day': '2026-11-22' }, 'at once');
  assert.equal(now.id, before.id);
  const line = await lineOf(now.id);
  assert.deepEqual([line?.neededFrom, line?.isEmergency], ['2026-11-22', true]);
  assert.match(
    (await view(now.id)).chronology[0]?.sentence ?? '',
    /recorded that the home the child lives in/,
  );
});

test('the reason is offered again when the move is recorded, and the next notice asks anew with what was said of the child', async () => {
  const { id } = await recorded(officer, 'NM1', {}, 'before the move');
  await acting.toSearch(id);
  await acting.anOffer(id);
  await acting.takeAll(id, [...TO_DIRECTOR, ...TO_THE_MOVE]);
  const step = (await view(id)).steps.find((one) => one.id === 'moved-home');
  assert.equal(step?.offered['old-home-ended'], 'CREQB');
  await acting.takeAll(id, [['social-worker', 'moved-home', { ...step.offered, 'moved-on': '2026-11-21' }]]);
  // The new home breaks down before anybody has written the outcome of the last search.
  const next = await recorded(ana, 'NM1', { 'last-day': '2026-11-27' }, 'of the new home');
  assert.notEqual(next.id, id);
  const [was, is] = [(await view(id)).answers, (await view(next.id)).answers];
  assert.equal(is.likes, was.likes);
  assert.deepEqual([is['needed-from'], is['how-soon']], ['2026-11-27', 'days']);
  assert.equal(is['child-view'], undefined, 'what they wish is asked anew');
});

test('notice is recorded by whoever works with the child and by the placements team, and by nobody else', async () => {
  for (const role of ALL_ROLES) {
    if (role === 'social-worker') continue;
    const answer = nameOf(await record(await world.as(role), 'NM1', {}, `by ${role}`));
    const may = POLICY[role]['record-home-notice'] !== undefined;
    assert.equal(may, role === 'placements-officer', role);
    assert.equal(answer === 'home-notice-recorded', may, `${role}: ${answer}`);
  }
  assert.equal(nameOf(await record(ana, 'NM2')), 'out-of-reach', 'another worker’s');
  assert.equal(nameOf(await record(ana, 'NM3')), 'restricted-record');
  assert.equal(nameOf(await record(ana, 'NM4')), 'not-in-care');
  assert.equal(nameOf(await record(ana, 'no such child')), 'out-of-reach');
  const unsaid = await record(ana, 'NM1', { 'notice-reason': '' }, 'unsaid');
  assert.ok(unsaid.kind === 'refused' && unsaid.name === 'not-said');
  assert.deepEqual(
    unsaid.faults.map(({ question }) => question),
    ['notice-reason'],
  );
});
