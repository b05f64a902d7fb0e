/** What an officer reads beside a day on which the home has no place: what they can do about it, and nothing else. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, day, HOME_NOTICE_ASKS } from '@rightplace/domain';
import { answersTo } from '../../../domain/test/cases.ts';
import { type HomesWithPlaces, type HomeWithPlaces, homesWithPlaces } from '../../test/homes-with-places.ts';
import { TERMS } from '../../test/register-world.ts';
import { blockPlace } from '../register/block-place.ts';
import { holdPlace } from '../register/hold-place.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { recordHomeNotice } from './record-home-notice.ts';

let world: HomesWithPlaces['world'];
let hub: SignedIn;
let ana: SignedIn;
let acting: HomesWithPlaces['acting'];
let aHome: HomesWithPlaces['aHome'];
let approvedIn: HomesWithPlaces['approvedIn'];
let approved: HomesWithPlaces['approved'];
before(async () => {
  ({ world, hub, ana, acting, aHome, approvedIn, approved } = await homesWithPlaces('Lock House'));
});
after(() => world.close());

const planned = async (id: number, on: string): Promise<void> => {
  const answer = await world.take(hub, id, 'confirm-move', {
    said: { 'moves-on': on, 'place-all-the-same': '' },
  });
  assert.equal(answer.kind, 'step-taken', JSON.stringify(answer));
};
/** What is said beside the day, or the reason, after what is in the way. */
const saidOf = async (id: number, on: string): Promise<string> => {
  const answer = await world.take(hub, id, 'confirm-move', {
    said: { 'moves-on': on, 'place-all-the-same': '' },
  });
  assert.ok(answer.kind === 'refused' && 'faults' in answer, answer.kind);
  return answer.faults.map(({ sentence }) => sentence.slice(sentence.lastIndexOf('. ') + 2)).join();
};
const movedInto = async (
  id: number,
  { said }: HomeWithPlaces,
  step: 'moved-in' | 'moved-home',
): Promise<void> => {
  const home = { home: said.name, 'home-type': 'K2', 'home-postcode': said.postcode, 'home-urn': said.urn };
  const on = { 'placed-on': '2026-11-23', 'moved-on': '2026-11-23' };
  assert.equal((await world.take(hub, id, step, { said: { ...on, ...home } })).kind, 'step-taken');
};
const blocked = async ({ id }: HomeWithPlaces, lastDay: string | undefined): Promise<void> => {
  const block = { reason: 'repair', note: '', from: day('2026-11-23'), key: `b ${id}` };
  const last = lastDay === undefined ? undefined : day(lastDay);
  const made = await blockPlace(world, hub, { settingId: id, ...block, lastDay: last });
  assert.equal(made.kind, 'place-blocked');
};

test('a move that is planned has no last day: another search agrees on it, or looks for another home', async () => {
  const home = await aHome();
  const [first, second] = [await approved('WF1', home), await approved('WF2', home)];
  await planned(first, '2026-11-25');
  assert.equal(
    await saidOf(second, '2026-11-26'),
    'Agree on it with the officer of the other search, or look for another home',
  );
});

test('a hold has one, after which the day is named on which a place is free', async () => {
  const home = await aHome();
  const [first, second] = [await approved('WF3', home), await approved('WF4', home)];
  const asked = { caseId: first, settingId: home.id, until: day('2026-11-30'), key: 'WF3' };
  assert.equal((await holdPlace(world, hub, asked)).kind, 'place-held');
  assert.equal(
    await saidOf(second, '2026-11-26'),
    'Agree on it with whoever holds the place, or choose 1 December 2026, when a place is free',
  );
  await planned(first, '2026-11-27');
  assert.equal(
    await saidOf(second, '2026-11-26'),
    'Agree on it with the officer of the other search, or look for another home',
    'once its child is to move in',
  );
  assert.match(
    await saidOf(second, '2026-12-01'),
    /or look for another home$/,
    'nor is it free after the hold',
  );
});

test('a block with an end names the day after it, and one without is to be ended', async () => {
  const [home, endless] = [await aHome(), await aHome()];
  await blocked(home, '2026-12-02');
  await blocked(endless, undefined);
  const first = await approved('WF5', home);
  assert.equal(
    await saidOf(first, '2026-11-26'),
    'Say which place the child has, end the block first, or choose 3 December 2026, when a place is free',
  );
  await planned(first, '2026-12-03');
  assert.equal(
    await saidOf(await approved('WF6', endless), '2026-11-26'),
    'Say which place the child has, or end the block first',
  );
});

test('no day is named on which the home is registered no more, and nothing is to be recorded of places that are known', async () => {
  const [closes, none, fewer] = [await aHome(), await aHome(), await aHome(2)];
  const SAY = 'Say which place the child has';
  await world.tellOf(closes.id, 'standing', { state: ['closed'] }, '2026-12-12');
  assert.equal(await saidOf(await approved('WF11', closes), '2026-11-26'), SAY);
  const second = await approved('WF12', none);
  await world.tellOf(none.id, 'terms', { ...TERMS, places: ['0'] }, '2026-11-23');
  assert.equal(await saidOf(second, '2026-11-26'), SAY);
  await world.tellOf(none.id, 'terms', { ...TERMS, places: ['1'] }, '2026-12-05');
  assert.equal(
    await saidOf(second, '2026-11-26'),
    `${SAY}, or choose 5 December 2026, when a place is free`,
    'from then on it has one',
  );
  await world.tellOf(none.id, 'terms', { ...TERMS, places: ['0'] }, '2026-12-20');
  assert.equal(await saidOf(second, '2026-11-26'), SAY, 'but not to stay in');
  const third = await approved('WF13', fewer);
  await planned(await approved('WF14', fewer), '2026-11-25');
  await world.tellOf(fewer.id, 'terms', { ...TERMS, places: ['1'] }, '2026-12-10');
  assert.equal(
    await saidOf(third, '2026-11-26'),
    'Agree on it with the officer of the other search, or look for another home',
  );
});

test('who lives there is recorded as leaving, and where they are to leave the day of it is named', async () => {
  const home = await aHome();
  const lives = await approved('WF7', home);
  await planned(lives, '2026-11-23');
  await movedInto(lives, home, 'moved-in');
  const second = await approved('WF8', home);
  assert.equal(
    await saidOf(second, '2026-11-26'),
    'Say which place the child has, or record first who leaves',
  );
  const other = await aHome();
  const moves = await world.search('NM1', 'to the other home');
  await acting.toSearch(moves);
  await approvedIn(moves, other);
  await planned(moves, '2026-11-23');
  await movedInto(moves, other, 'moved-home');
  const notice = { 'notice-on': '2026-11-23', 'last-day': '2026-12-10', 'notice-reason': 'CREQB' };
  const typed = { ...answersTo(HOME_NOTICE_ASKS), ...notice };
  const recorded = await recordHomeNotice(world, ana, { child: childId('NM1'), key: 'notice', typed });
  assert.equal(recorded.kind, 'home-notice-recorded');
  const third = await approved('WF9', other);
  assert.equal(
    await saidOf(third, '2026-12-09'),
    'Say which place the child has, record first who leaves, or choose 10 December 2026, when a place is free',
  );
  await planned(third, '2026-12-10');
  assert.equal(
    await saidOf(await approved('WF10', other), '2026-12-09'),
    'Agree on it with the officer of the other search, or look for another home',
    'from the day on which the other child comes',
  );
});
