/** A home has a bed for each child who moves there, from the day of the move on. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays, childId, day, HOME_NOTICE_ASKS, londonDayOf } from '@rightplace/domain';
import { listPlacesTaken } from '@rightplace/store';
import { answersTo } from '../../../domain/test/cases.ts';
import { type HomesWithPlaces, type HomeWithPlaces, homesWithPlaces } from '../../test/homes-with-places.ts';
import { TERMS } from '../../test/register-world.ts';
import { TO_THE_MOVE } from '../../test/search-world.ts';
import { blockPlace, endBlock } from '../register/block-place.ts';
import { holdPlace } from '../register/hold-place.ts';
import { lengthenHold } from '../register/lengthen-hold.ts';
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
  ({ world, hub, ana, acting, aHome, approvedIn, approved } = await homesWithPlaces('Weir House'));
});
after(() => world.close());

const attempt = async (id: number, step: string, said: object): Promise<string> => {
  const answer = await world.take(hub, id, step, { said: { ...said } });
  if (answer.kind !== 'refused') return answer.kind;
  return 'faults' in answer
    ? answer.faults.map(({ question, sentence }) => `${question}: ${sentence}`).join('; ')
    : answer.sentence;
};
const plan = (id: number, on: string, why = ''): Promise<string> =>
  attempt(id, 'confirm-move', { 'moves-on': on, 'place-all-the-same': why });
const held = async (caseId: number, { id }: HomeWithPlaces, until: string): Promise<void> => {
  const asked = { caseId, settingId: id, until: day(until), key: `${caseId} ${until}` };
  assert.equal((await holdPlace(world, hub, asked)).kind, 'place-held');
};
const holdsOf = (caseId: number) => world.inside((tx) => listPlacesTaken(tx, { caseId }));
const movedInto = async (
  id: number,
  { said }: HomeWithPlaces,
  step = 'moved-in',
  today = '2026-11-23',
): Promise<void> => {
  const home = { home: said.name, 'home-type': 'K2', 'home-postcode': said.postcode, 'home-urn': said.urn };
  const on = { 'placed-on': today, 'moved-on': today };
  assert.equal(await attempt(id, step, { ...on, ...home }), 'step-taken');
};

const PROMISED =
  /^moves-on: .*has no place for this child on (that day|\d+ \w+ 2026)\. .*Another child is to move in there/;
const FULL = /^place-all-the-same: .*has no place.*By the record 1 child lives there, it has 1 place/;

test('one bed is planned for one child, though the place was held for another until the day before', async () => {
  const home = await aHome();
  const [first, second] = [await approved('PM1', home), await approved('PM2', home)];
  await held(first, home, '2026-11-24');
  assert.equal(await plan(second, '2026-11-25'), 'step-taken');
  assert.match(await plan(first, '2026-11-24'), PROMISED, 'who moves in stays');
  assert.match(await plan(first, '2026-11-24', 'There is a sofa'), PROMISED, 'for no reason');
  await acting.takeAll(second, [['placements-officer', 'put-again']]);
  assert.equal(await plan(first, '2026-11-24'), 'step-taken');
});

test('whoever has a place held and puts the home again finds it planned for another by then', async () => {
  const home = await aHome();
  const [first, second] = [await approved('PM3', home), await approved('PM4', home)];
  await held(first, home, '2026-12-01');
  assert.equal(await plan(first, '2026-11-30'), 'step-taken');
  await acting.takeAll(first, [['placements-officer', 'put-again'], ...TO_THE_MOVE.slice(0, 3)]);
  assert.equal(await plan(second, '2026-12-02'), 'step-taken');
  assert.match(await plan(first, '2026-11-28'), PROMISED);
});

test('a home that is full by the record takes a child for a reason that is recorded, and one bed no second child', async () => {
  const home = await aHome();
  const searches = [
    await approved('PM5', home),
    await approved('PM6', home),
    await approved('PM7', home),
  ] as const;
  const [first, second, third] = searches;
  assert.equal(await plan(first, '2026-11-23'), 'step-taken');
  await movedInto(first, home);
  assert.match(await plan(second, '2026-11-26'), FULL);
  const why = 'The boy there goes home on 25 November, his social worker says';
  assert.equal(await plan(second, '2026-11-26', why), 'step-taken');
  const seen = await world.seenBy(hub, second);
  assert.match(JSON.stringify(seen), /The boy there goes home on 25 November/, 'it is in the story');
  for (const on of ['2026-11-24', '2026-11-26', '2026-12-20'])
    assert.match(await plan(third, on, why), PROMISED, on);
});

test('a place that is blocked is none without a reason, and one that is blocked later on is asked about', async () => {
  const home = await aHome(2);
  const [first, second] = [await approved('PM10', home), await approved('PM11', home)];
  assert.equal(await plan(first, '2026-11-25'), 'step-taken');
  const block = { reason: 'repair', note: '', from: day('2026-11-23'), lastDay: day('2026-11-26'), key: 'b' };
  assert.equal((await blockPlace(world, hub, { settingId: home.id, ...block })).kind, 'place-blocked');
  assert.match(
    await plan(second, '2026-11-26'),
    /^place-all-the-same: .*1 place is blocked, it has 2 places/,
  );
  assert.equal(await plan(second, '2026-11-27'), 'step-taken', 'the day after');
  const small = await aHome();
  const third = await approved('PM13', small);
  const later = { ...block, from: day('2026-11-27'), lastDay: day('2026-12-20'), key: 'c' };
  assert.equal((await blockPlace(world, hub, { settingId: small.id, ...later })).kind, 'place-blocked');
  assert.match(
    await plan(third, '2026-11-25'),
    /^place-all-the-same: .*1 place is blocked, it has 1 place then\. Say/,
  );
  assert.equal(await plan(third, '2026-11-25', 'The room is ready sooner'), 'step-taken');
});

test('a home whose places nobody has told takes brothers and sisters, and asks which place the second has', async () => {
  const said = { name: 'Weir Cottage', urn: 'SC981999', postcode: 'PE3 3AB' };
  const id = await world.add(said);
  await world.tellOf(id, 'standing', { state: ['open'] });
  const [first, second] = [await approved('PM14', { id, said }), await approved('PM15', { id, said })];
  assert.equal(await plan(first, '2026-11-25'), 'step-taken');
  assert.match(
    await plan(second, '2026-11-25'),
    /^place-all-the-same: Nobody knows whether Weir Cottage .*record first how many places it has$/,
  );
  assert.equal(await plan(second, '2026-11-25', 'They share a room'), 'step-taken');
});

test('a day that is past takes no place that is held for another search today', async () => {
  const home = await aHome();
  const [first, second] = [await approved('PM16', home), await approved('PM17', home)];
  await held(first, home, '2026-12-01');
  const said = { 'moves-on': '2026-11-22', 'moved-before-why': 'They moved on the word of the director' };
  assert.match(
    await attempt(second, 'confirm-move', said),
    /^moves-on: .*A place is held for search \d+ .*until the end of 1 December 2026/,
  );
});

test('the bed of one who is to leave is planned for one search, whatever reason a second gives', async () => {
  const home = await aHome(2);
  for (const child of ['PM18', 'PM19']) {
    const lives = await approved(child, home);
    assert.equal(await plan(lives, '2026-11-23'), 'step-taken');
    await movedInto(lives, home);
  }
  const [first, second] = [await approved('PM20', home), await approved('PM21', home)];
  const why = 'The older girl leaves on 27 November';
  assert.equal(await plan(first, '2026-11-28', why), 'step-taken');
  for (const on of ['2026-11-25', '2026-11-28'])
    assert.match(
      await plan(second, on, why),
      /^moves-on: .*Another child is to move in there\. By the record 2 children live there, it has 2 places( then)?\. .*record first who leaves/,
      on,
    );
});

/** A home of two places in one of which a child lives, and the other of which is held for the first of two searches. */
const heldBesideOne = async (children: readonly [string, string, string], until: string) => {
  const home = await aHome(2);
  const lives = await approved(children[0], home);
  assert.equal(await plan(lives, '2026-11-23'), 'step-taken');
  await movedInto(lives, home);
  const [first, second] = [await approved(children[1], home), await approved(children[2], home)];
  await held(first, home, until);
  world.pass(1);
  return { home, first, second };
};
const LEAVES = 'The girl there leaves on 26 November, her social worker says';

test('a search that holds a bed is asked nothing for it where another was planned beyond the record since', async () => {
  const { first, second } = await heldBesideOne(['PH1', 'PH2', 'PH3'], '2026-12-01');
  assert.match(await plan(second, '2026-11-27'), /^place-all-the-same: .*A place is held for search/);
  assert.equal(await plan(second, '2026-11-27', LEAVES), 'step-taken');
  world.pass(1);
  assert.equal(await plan(first, '2026-11-26'), 'step-taken');
});

test('where a place is blocked a search that held it says so, unless another gave a reason before it', async () => {
  const { home, first, second } = await heldBesideOne(['PH4', 'PH5', 'PH6'], '2026-12-01');
  const third = await approved('PH7', home);
  assert.equal(await plan(second, '2026-11-27', LEAVES), 'step-taken');
  world.pass(1);
  const block = { reason: 'repair', note: '', from: day('2026-11-24'), lastDay: day('2026-12-20') };
  assert.equal(
    (await blockPlace(world, hub, { settingId: home.id, ...block, key: 'b4' })).kind,
    'place-blocked',
  );
  assert.match(await plan(third, '2026-11-30', LEAVES), PROMISED, 'who comes last');
  assert.match(
    await plan(first, '2026-11-28'),
    /^moves-on: .*Another child is to move in there\. By the record .*1 child lives there, 1 place is blocked, it has 2 places\. .*end the block first/,
    'who is to have the bed of the girl comes first, and the block is for the register',
  );
  assert.match(await plan(first, '2026-11-28', LEAVES), PROMISED);
  await acting.takeAll(second, [['placements-officer', 'put-again'], ...TO_THE_MOVE.slice(0, 3)]);
  assert.match(await plan(first, '2026-11-28'), /^place-all-the-same: .*1 place is blocked, it has 2 places/);
  assert.equal(await plan(first, '2026-11-28', 'The room is ready on 25 November'), 'step-taken');
});

test('a search that needs a reason for a later day comes after whoever gave one for then, its own hold or not', async () => {
  const { home, first, second } = await heldBesideOne(['PH8', 'PH9', 'PH10'], '2026-11-27');
  const block = { reason: 'repair', note: '', from: day('2026-12-03'), lastDay: day('2026-12-20') };
  assert.equal(
    (await blockPlace(world, hub, { settingId: home.id, ...block, key: 'b8' })).kind,
    'place-blocked',
  );
  assert.equal(await plan(second, '2026-12-04', 'The room is ready sooner'), 'step-taken');
  world.pass(1);
  assert.match(await plan(first, '2026-11-28', LEAVES), PROMISED, 'the day after the hold');
  assert.match(await plan(first, '2026-11-26', LEAVES), PROMISED, 'and in it');
  await acting.takeAll(second, [['placements-officer', 'put-again'], ...TO_THE_MOVE.slice(0, 3)]);
  assert.match(await plan(first, '2026-11-26'), /^place-all-the-same: .*on 3 December 2026\. By the record/);
  assert.equal(await plan(first, '2026-11-26', LEAVES), 'step-taken');
});

test('a reason that is given for a later day leaves the bed of the days before to whoever planned it', async () => {
  const [blocks, opens] = [await aHome(), await aHome(2)];
  const block = { reason: 'repair', note: '', from: day('2026-12-12'), lastDay: day('2026-12-20') };
  const made = await blockPlace(world, hub, { settingId: blocks.id, ...block, key: 'b17' });
  assert.ok(made.kind === 'place-blocked');
  const [first, second] = [await approved('PH40', blocks), await approved('PH41', blocks)];
  await held(first, blocks, '2026-11-25');
  world.pass(1);
  assert.match(await plan(second, '2026-11-26'), /^place-all-the-same: .*on 12 December 2026\./);
  assert.equal(await plan(second, '2026-11-26', 'For a fortnight, until his aunt is assessed'), 'step-taken');
  world.pass(1);
  assert.match(await plan(first, '2026-11-24', 'For a fortnight'), PROMISED);
  const lives = await approved('PH19', opens);
  assert.equal(await plan(lives, '2026-11-23'), 'step-taken');
  await movedInto(lives, opens);
  const until = await blockPlace(world, hub, { settingId: opens.id, ...block, key: 'b19' });
  assert.ok(until.kind === 'place-blocked');
  const [third, fourth] = [await approved('PH20', opens), await approved('PH21', opens)];
  await held(third, opens, '2026-11-25');
  world.pass(1);
  assert.equal(await plan(fourth, '2026-11-26', 'For a fortnight, until his aunt is assessed'), 'step-taken');
  const ended = await endBlock(world, hub, { settingId: opens.id, id: until.id });
  assert.equal(ended.kind, 'block-ended');
  world.pass(1);
  assert.match(
    await plan(third, '2026-11-24'),
    /^place-all-the-same: .*on 26 November 2026\. Another child is to move in there/,
    'the other was planned into that bed with nobody asked about it',
  );
});

test('a search that moves in while its place is held is looked at from the day after it on', async () => {
  const home = await aHome(2);
  const [first, second] = [await approved('PH22', home), await approved('PH23', home)];
  await held(first, home, '2026-11-25');
  world.pass(1);
  assert.equal(await plan(second, '2026-11-24'), 'step-taken');
  world.pass(1);
  await world.tellOf(home.id, 'terms', { ...TERMS, places: ['1'] }, '2026-11-23');
  assert.match(
    await plan(first, '2026-11-24'),
    /^moves-on: .*has no place for this child on 26 November 2026\. Another child is to move in there/,
  );
});

test('the bed of one who is to leave is not given to a search that holds another, while a third waits for it', async () => {
  const { home, first, second } = await heldBesideOne(['PH24', 'PH25', 'PH26'], '2026-11-27');
  const third = await approved('PH27', home);
  assert.equal(await plan(second, '2026-11-30'), 'step-taken');
  assert.equal(await plan(third, '2026-11-30', LEAVES), 'step-taken');
  world.pass(1);
  assert.match(
    await plan(first, '2026-11-26', LEAVES),
    /^moves-on: .*on 30 November 2026\. 2 other children are to move in there\. By the record 1 child lives there, it has 2 places then\. Agree on it/,
  );
});

test('nobody is planned on a second reason beside one for whom the bed of a search that may move in is free', async () => {
  const { home, first, second } = await heldBesideOne(['PH28', 'PH29', 'PH30'], '2026-11-27');
  const third = await approved('PH31', home);
  assert.equal(await plan(second, '2026-11-26', LEAVES), 'step-taken');
  assert.match(await plan(third, '2026-11-30', LEAVES), PROMISED);
  world.pass(1);
  assert.equal(await plan(first, '2026-11-26'), 'step-taken', 'its bed is its own');
});

test('a hold that is lengthened again keeps the age that it had on the days before', async () => {
  const home = await aHome(2);
  const [first, second] = [await approved('PH32', home), await approved('PH33', home)];
  await held(first, home, '2026-11-25');
  const { id } = (await holdsOf(first))[0] ?? assert.fail();
  const lengthened = async (until: string): Promise<void> => {
    world.pass(1);
    const longer = await lengthenHold(world, hub, { id, until: day(until), why: '' });
    assert.equal(longer.kind, 'hold-lengthened');
    world.pass(1);
  };
  await lengthened('2026-11-28');
  assert.equal(await plan(second, '2026-11-27'), 'step-taken');
  await lengthened('2026-11-30');
  const block = { reason: 'repair', note: '', from: day('2026-11-23'), lastDay: day('2026-11-28') };
  const made = await blockPlace(world, hub, { settingId: home.id, ...block, key: 'b32' });
  assert.equal(made.kind, 'place-blocked');
  assert.equal(await plan(first, '2026-11-27'), 'step-taken');
});

test('who moves in while their place is held is asked nothing for a later day because of whoever was planned beyond the record since', async () => {
  const { home, first, second } = await heldBesideOne(['PH13', 'PH14', 'PH15'], '2026-11-27');
  assert.equal(await plan(second, '2026-11-27', LEAVES), 'step-taken');
  world.pass(1);
  await world.tellOf(home.id, 'terms', { ...TERMS, places: ['2'] }, '2026-12-10');
  assert.equal(await plan(first, '2026-11-26'), 'step-taken');
});

test('words that nobody asked for take no bed from a move that is planned after a hold', async () => {
  const home = await aHome();
  const [first, second] = [await approved('PH16', home), await approved('PH17', home)];
  await held(first, home, '2026-11-25');
  world.pass(1);
  assert.equal(await plan(second, '2026-11-26', 'The front room'), 'step-taken');
  world.pass(1);
  assert.match(await plan(first, '2026-11-24'), PROMISED);
});

test('a hold is as old as its lengthening for the days that it was lengthened by', async () => {
  const home = await aHome(2);
  const [first, second] = [await approved('PH11', home), await approved('PH12', home)];
  await held(first, home, '2026-11-25');
  world.pass(1);
  assert.equal(await plan(second, '2026-11-26'), 'step-taken');
  world.pass(1);
  const { id } = (await holdsOf(first))[0] ?? assert.fail();
  const longer = await lengthenHold(world, hub, { id, until: day('2026-12-01'), why: '' });
  assert.equal(longer.kind, 'hold-lengthened');
  world.pass(1);
  await world.tellOf(home.id, 'terms', { ...TERMS, places: ['1'] }, '2026-11-23');
  assert.match(await plan(first, '2026-11-26'), PROMISED);
  await world.tellOf(home.id, 'terms', { ...TERMS, places: ['2'] }, '2026-11-23');
  assert.equal(await plan(first, '2026-11-26'), 'step-taken');
});

test('a home that is to have fewer places later, or is to close, is asked about', async () => {
  const [fewer, closes, grows] = [await aHome(2), await aHome(2), await aHome()];
  const { first, second } = { first: await approved('PF1', fewer), second: await approved('PF2', fewer) };
  assert.equal(await plan(first, '2026-11-25'), 'step-taken');
  await world.tellOf(fewer.id, 'terms', { ...TERMS, places: ['1'] }, '2026-12-10');
  assert.match(
    await plan(second, '2026-11-26', 'They share a room'),
    /^moves-on: .*has no place for this child on 10 December 2026\. Another child is to move in there\./,
  );
  await world.tellOf(fewer.id, 'terms', { ...TERMS, places: ['2'] }, '2026-12-10');
  assert.equal(await plan(second, '2026-11-26'), 'step-taken');
  await world.tellOf(closes.id, 'standing', { state: ['closed'] }, '2026-12-12');
  const third = await approved('PF3', closes);
  assert.match(
    await plan(third, '2026-11-26'),
    /^place-all-the-same: .*has no place for this child on 12 December 2026\. By the record it has no place then/,
  );
  assert.equal(await plan(third, '2026-11-26', 'For a fortnight, until her aunt is assessed'), 'step-taken');
  await world.tellOf(grows.id, 'terms', { ...TERMS, places: ['3'] }, '2026-12-10');
  assert.equal(await plan(await approved('PF4', grows), '2026-11-26'), 'step-taken');
});

/** Notice on the home where NM1 lives, and the search for another one that it opens. */
const noticeOf = async (lastDay: string, givenOn = '2026-11-23'): Promise<number> => {
  const notice = { 'notice-on': givenOn, 'last-day': lastDay, 'notice-reason': 'CREQB' };
  const typed = { ...answersTo(HOME_NOTICE_ASKS), ...notice };
  const recorded = await recordHomeNotice(world, ana, { child: childId('NM1'), key: lastDay, typed });
  return recorded.kind === 'home-notice-recorded' ? recorded.id : assert.fail(recorded.sentence);
};

test('a child who is to leave by then takes no place: by notice from its last day, and by a move planned elsewhere from its day', async () => {
  const [home, other] = [await aHome(), await aHome()];
  const first = await noticeOf('2026-11-24');
  await acting.toSearch(first);
  await approvedIn(first, home);
  assert.equal(await plan(first, '2026-11-23'), 'step-taken');
  await movedInto(first, home, 'moved-home');
  const second = await approved('PM9', home);
  assert.match(await plan(second, '2026-12-09'), FULL);
  const next = await noticeOf('2026-12-10');
  assert.notEqual(next, first);
  assert.match(await plan(second, '2026-12-09'), FULL, 'the child lives there until then');
  assert.equal(await plan(second, '2026-12-10'), 'step-taken');
  await acting.takeAll(second, [['placements-officer', 'put-again'], ...TO_THE_MOVE.slice(0, 3)]);
  await acting.toSearch(next);
  await approvedIn(next, other);
  assert.equal(await plan(next, '2026-12-03'), 'step-taken');
  assert.match(await plan(second, '2026-12-02'), FULL);
  assert.equal(await plan(second, '2026-12-03'), 'step-taken');
  await acting.takeAll(second, [['placements-officer', 'put-again'], ...TO_THE_MOVE.slice(0, 3)]);
  world.pass(11 * 24 * 60);
  assert.match(await plan(second, '2026-12-06'), FULL, 'the day of the other move has passed');
  world.pass(8 * 24 * 60);
  assert.match(await plan(second, '2026-12-14'), FULL, 'the last day of the notice has passed');
});

test('notice on another home than the one a child lives in empties no bed of this one', async () => {
  const [home, today] = [await aHome(), londonDayOf(world.now())];
  await noticeOf(addDays(today, 18), addDays(today, -2));
  const moves = await world.search('NM1', 'once more');
  await acting.toSearch(moves);
  await approvedIn(moves, home);
  assert.equal(await plan(moves, today), 'step-taken');
  await movedInto(moves, home, 'moved-home', today);
  assert.match(await plan(await approved('PM22', home), addDays(today, 19)), FULL);
});
