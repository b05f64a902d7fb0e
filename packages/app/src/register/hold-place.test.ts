import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, addDays, childId, day, POLICY } from '@rightplace/domain';
import { findPlaceTaken, readRegister } from '@rightplace/store';
import { aChild, anEpisode } from '../../test/children-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { aRegisterWorld, type RegisterWorld, TERMS } from '../../test/register-world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { blockPlace } from './block-place.ts';
import { endHeld, fillPlace, findFilling, releaseHold } from './end-hold.ts';
import { findSetting } from './find-setting.ts';
import { heldFor } from './held-for.ts';
import { holdPlace } from './hold-place.ts';

const TODAY = day('2026-11-23');
let world: RegisterWorld;
let hub: SignedIn;
let made = 0;
let homes = 0;
before(async () => {
  world = await aRegisterWorld();
  hub = await world.hub();
  const searched = Array.from({ length: 12 }, (_, i) => aChild(`S${i}`));
  await world.saveChildren(searched, '2026-11-20T09:00:00Z');
});
after(() => world.close());

const aHome = async (places: number): Promise<number> => {
  homes += 1;
  const id = await world.add({
    name: `Home ${homes}`,
    urn: `SC99${1000 + homes}`,
    postcode: `PE${homes} 0AB`,
  });
  await world.openHome(id, places);
  return id;
};
const hold = async (settingId: number, child: string, said: object = {}, who = hub) => {
  made += 1;
  const caseId = await world.search(child);
  return holdPlace(world, who, { caseId, settingId, until: addDays(TODAY, 3), key: `h${made}`, ...said });
};
const held = async (settingId: number, child: string): Promise<number> => {
  const answer = await hold(settingId, child);
  assert.ok(answer.kind === 'place-held', nameOf(answer));
  return answer.hold.id;
};
/** As the confirmed move of the search does to what it holds. */
const movesIn = (id: number) =>
  world.inside(async (tx) => {
    const place = await findPlaceTaken(tx, id);
    assert.ok(place?.kind === 'hold');
    return endHeld(tx, { world, signedIn: hub }, place, { ended: 'filled', why: null, filledOn: TODAY });
  });
const vacantIn = async (id: number) => {
  const found = await findSetting(world, hub, { id });
  assert.ok(found.kind === 'setting');
  return found.vacancies.vacant;
};

test('of twelve officers who hold the last place at one moment for as many children, one holds it', async () => {
  const home = await aHome(1);
  const cases = await Promise.all(Array.from({ length: 12 }, (_, i) => world.search(`S${i}`)));
  const answers = await Promise.all(
    cases.map((caseId, i) =>
      holdPlace(world, hub, { caseId, settingId: home, until: TODAY, key: `at once ${i}` }),
    ),
  );
  const names = answers.map(nameOf).toSorted();
  assert.deepEqual(names, [...Array<string>(11).fill('no-vacancy'), 'place-held']);
  assert.equal(await vacantIn(home), 0);
});

test('a place is held for no day on which it is not there: blocked by then, or with fewer places from then on', async () => {
  const [blocked, fewer] = [await aHome(1), await aHome(1)];
  const [from, lastDay] = [addDays(TODAY, 2), addDays(TODAY, 9)];
  const block = { settingId: blocked, from, lastDay, reason: 'repair', note: '', key: 'repairs' };
  assert.equal(nameOf(await blockPlace(world, hub, block)), 'place-blocked');
  await world.tellOf(fewer, 'terms', { ...TERMS, places: ['0'] }, addDays(TODAY, 2));
  for (const home of [blocked, fewer]) {
    const answer = await hold(home, 'S1');
    assert.ok(answer.kind === 'refused', 'past that day');
    assert.match(answer.sentence, /has a vacancy today and none on 25 November 2026/);
    assert.equal(nameOf(await hold(home, 'S1', { until: addDays(TODAY, 1) })), 'place-held');
  }
});

test('two places are held for two searches, and a third is told that there is no vacancy', async () => {
  const home = await aHome(2);
  await held(home, 'S1');
  await held(home, 'S2');
  assert.equal(nameOf(await hold(home, 'S3')), 'no-vacancy');
  assert.equal(nameOf(await hold(home, 'S1')), 'held-already');
});

test('a place is held for a child whom the register says the home does not take, and that is said with it', async () => {
  await world.saveChildren(
    [aChild('S young', { details: { dateOfBirth: day('2022-05-01') } })],
    '2026-11-21T09:00:00Z',
  );
  const young = await hold(await aHome(2), 'S young');
  assert.ok(young.kind === 'place-held', nameOf(young));
  assert.deepEqual(young.inTheWay, ['It takes children from the age of 8.']);
  const other = await hold(await aHome(2), 'S0');
  assert.ok(other.kind === 'place-held', nameOf(other));
  assert.deepEqual(other.inTheWay, []);
});

test('one form sent twice says again what stands in the way of the child there', async () => {
  const home = await aHome(2);
  const first = await hold(home, 'S young', { key: 'young twice' });
  const again = await hold(home, 'S young', { key: 'young twice' });
  assert.ok(again.kind === 'place-held' && again.inTheWay.length === 1, nameOf(again));
  assert.deepEqual(again, first);
});

test('one form sent twice is one hold', async () => {
  const home = await aHome(2);
  const first = await hold(home, 'S1', { key: 'twice' });
  assert.deepEqual(await hold(home, 'S1', { key: 'twice' }), first);
  assert.equal(await vacantIn(home), 1);
});

test('a form of a hold that says another day, home or search the second time is not taken for held', async () => {
  const [home, other] = [await aHome(2), await aHome(2)];
  assert.equal(nameOf(await hold(home, 'S1', { key: 'changed' })), 'place-held');
  for (const [where, child, said] of [
    [home, 'S1', { until: addDays(TODAY, 5) }],
    [other, 'S1', {}],
    [home, 'S2', {}],
  ] as const) {
    const again = await hold(where, child, { key: 'changed', ...said });
    assert.ok(again.kind === 'refused' && again.name === 'held-already', nameOf(again));
    assert.match(again.sentence, /By this form a place is held for search \d+ until .*not recorded/);
  }
  assert.deepEqual([await vacantIn(home), await vacantIn(other)], [1, 2]);
});

test('a hold runs out at the end of its last day by itself, and then ends nothing and fills nothing', async () => {
  const home = await aHome(1);
  const id = await held(home, 'S1');
  const day3 = 3 * 24 * 60;
  world.pass(day3);
  assert.equal(await vacantIn(home), 0, 'still held on its last day');
  world.pass(24 * 60);
  hub = await world.hub();
  assert.equal(await vacantIn(home), 1);
  assert.equal(nameOf(await releaseHold(world, hub, { id, why: 'Too late' })), 'hold-over');
  assert.equal(nameOf(await fillPlace(world, hub, { id })), 'hold-over');
  world.pass(-day3 - 24 * 60);
  hub = await world.hub();
});

test('what is given up is free at once, with the reason in the audit', async () => {
  const home = await aHome(1);
  const id = await held(home, 'S1');
  assert.equal(nameOf(await releaseHold(world, hub, { id, why: ' ' })), 'why-needed');
  world.pass(1);
  assert.equal((await releaseHold(world, hub, { id, why: 'The carers said no' })).kind, 'hold-ended');
  assert.equal(await vacantIn(home), 1);
  const [last] = await world.auditOf(String(home), 'setting');
  assert.deepEqual([last?.action, last?.why], ['hold-released', 'The carers said no']);
  await held(home, 'S2');
  assert.equal(
    (await releaseHold(world, hub, { id, why: 'The carers said no' })).kind,
    'hold-ended',
    'pressed twice',
  );
  assert.equal(nameOf(await releaseHold(world, hub, { id, why: 'Again' })), 'given-up-already');
  assert.equal(await vacantIn(home), 0, 'and nobody else’s place is given up by it');
});

test('a place that is filled stays the child’s before and after the record knows of it, and is counted once', async () => {
  const home = await aHome(2);
  const id = await held(home, 'S5');
  world.pass(1);
  await movesIn(id);
  assert.equal((await fillPlace(world, hub, { id })).kind, 'hold-ended', 'filled already');
  assert.equal(await vacantIn(home), 1);
  const { settings } = await world.inside((tx) => readRegister(tx));
  const urn = settings.get(home)?.urn ?? null;
  const lived = anEpisode({ decom: '2026-11-23', place: 'K2', provider: 'PR4', urn, postcode: 'PE21 9AB' });
  await world.saveChildren([aChild('S5', { episodes: [lived] })], '2026-11-23T12:00:00Z');
  assert.equal(await vacantIn(home), 1, 'the record says so too');
  const elsewhere = { ...lived, dec: day('2026-11-23'), rec: 'X1' };
  const moved = anEpisode({
    decom: '2026-11-23',
    rne: 'P',
    place: 'R2',
    provider: 'PR3',
    postcode: 'LE1 1AA',
  });
  await world.saveChildren([aChild('S5', { episodes: [elsewhere, moved] })], '2026-11-23T13:00:00Z');
  assert.equal(await vacantIn(home), 2, 'and the record says where they went');
});

test('nobody fills a place that is held for a search by which no child has moved: not by the form, and not by a request', async () => {
  const home = await aHome(1);
  const id = await held(home, 'S9');
  world.pass(1);
  for (const answer of [await findFilling(world, hub, { id }), await fillPlace(world, hub, { id })]) {
    assert.equal(nameOf(answer), 'not-moved-in');
    assert.match(
      answer.kind === 'refused' ? answer.sentence : '',
      /No move is recorded in search \d+.*record in the search that the child has moved/,
    );
  }
  const found = await findSetting(world, hub, { id: home });
  assert.ok(found.kind === 'setting');
  assert.deepEqual(
    [found.vacancies.children, found.vacancies.vacant],
    [0, 0],
    'still held, and nobody lives there',
  );
  const { signedIn } = await world.signIn(world.ana);
  assert.equal(nameOf(await findFilling(world, signedIn, { id })), 'not-your-role');
});

test('a place that was filled and came to nothing is given back', async () => {
  const home = await aHome(1);
  const id = await held(home, 'S6');
  world.pass(1);
  await movesIn(id);
  assert.equal(await vacantIn(home), 0);
  assert.equal((await releaseHold(world, hub, { id, why: 'She did not move in' })).kind, 'hold-ended');
  assert.equal(await vacantIn(home), 1);
});

test('no place is held in a home that is full, not open or unknown, for too long, or for what is no search', async () => {
  const home = await aHome(1);
  for (const until of [undefined, addDays(TODAY, -1), addDays(TODAY, 15)])
    assert.equal(nameOf(await hold(home, 'S1', { until })), 'until-wrong');
  assert.equal(nameOf(await hold(999_999, 'S1')), 'no-such-setting');
  assert.equal(nameOf(await hold(home, 'S1', { caseId: 999_999 })), 'out-of-reach');
  const entry = await world.begin('Entry only');
  assert.equal(nameOf(await hold(home, 'S1', { caseId: entry })), 'not-a-search');
  await world.tellOf(home, 'standing', { state: ['suspended'] }, '2026-11-23');
  assert.equal(nameOf(await hold(home, 'S1')), 'no-vacancy');
});

test('the placements team holds, gives up and fills places, and nobody else does', async () => {
  for (const role of ALL_ROLES) {
    const who = role === 'social-worker' ? (await world.signIn(world.ana)).signedIn : await world.as(role);
    const home = await aHome(1);
    const may = POLICY[role]['hold-place'] !== undefined && POLICY[role]['take-placement-step'] !== undefined;
    assert.equal((await hold(home, 'S7', {}, who)).kind === 'place-held', may, role);
    const id = await held(await aHome(1), 'S8');
    world.pass(1);
    assert.equal((await releaseHold(world, who, { id, why: 'For a test' })).kind === 'hold-ended', may, role);
    assert.equal((await fillPlace(world, who, { id })).kind, 'refused', `${role}: nothing is left`);
  }
});

test('a search tells which places are and were held for it', async () => {
  await world.saveChildren([aChild('S told')], '2026-11-20T10:00:00Z');
  const [one, two] = [await aHome(1), await aHome(1)];
  const id = await held(one, 'S told');
  world.pass(1);
  await releaseHold(world, hub, { id, why: 'Another was nearer' });
  await held(two, 'S told');
  const caseId = await world.search('S told');
  const holds = await world.inside(async (tx) => heldFor(tx, await readRegister(tx), caseId));
  assert.deepEqual(
    holds.map(({ hold: { settingId, ended }, setting }) => [settingId, ended, setting?.id]),
    [
      [one, 'released', one],
      [two, null, two],
    ],
  );
});

test('whoever has a conflict of interest with a child holds no place for them', async () => {
  const home = await aHome(1);
  await world.saveChildren([aChild('S conflict')], '2026-11-20T10:00:00Z');
  await world.conflict(childId('S conflict'), hub.person.id);
  assert.equal(nameOf(await hold(home, 'S conflict')), 'conflict-of-interest');
});
