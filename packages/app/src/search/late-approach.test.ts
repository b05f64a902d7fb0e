import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addMinutes, londonDayOf, londonTimeOf, type Moment } from '@rightplace/domain';
import { AN_OFFER } from '../../../domain/test/search-cases.ts';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { APPROACHED, searching, TO_DIRECTOR, TO_THE_MOVE } from '../../test/search-world.ts';
import { openSearch } from './open-search.ts';

let world: EntryWorld;
let acting: ReturnType<typeof searching>;
before(async () => {
  world = await anEntryWorld();
  acting = searching(world, (await world.signIn(world.ana)).signedIn);
});
after(() => world.close());

const WHY = 'She rang back before we could tell her';
const at = (moment: Moment) => ({ 'sent-on': londonDayOf(moment), 'sent-at': londonTimeOf(moment) });
const approach = (id: number, provider: string, said: object) =>
  acting.write(id, 'approach', null, { ...APPROACHED, provider, ...said });
const refusalOf = (answer: Awaited<ReturnType<typeof approach>>): string =>
  answer.kind === 'entry-written'
    ? 'written'
    : 'faults' in answer
      ? answer.faults.map(({ question }) => question).join()
      : answer.name;
const opened = async (id: number) => {
  const view = await openSearch(world, await world.as('placements-officer'), id);
  assert.ok(view.kind === 'search');
  return view;
};

const approved = async (number: string): Promise<number> => {
  const id = await acting.aSearch(number);
  await acting.anOffer(id, { 'starts-on': londonDayOf(world.now()) });
  await acting.takeAll(id, [...TO_DIRECTOR, ['director', 'approve']]);
  return id;
};

test('an approach of the minute of the approval, or made since, is logged with why, and never lost', async () => {
  const id = await approved('L1');
  const approval = world.now();
  world.pass(20);
  for (const [provider, when] of [
    ['Of the minute', at(approval)],
    ['Ten minutes later', at(addMinutes(approval, 10))],
    ['With no time', { 'sent-on': londonDayOf(approval) }],
  ] as const) {
    assert.equal(refusalOf(await approach(id, provider, when)), 'late-why', provider);
    assert.equal(refusalOf(await approach(id, provider, { ...when, 'late-why': '-' })), 'late-why');
    assert.equal(refusalOf(await approach(id, provider, { ...when, 'late-why': WHY })), 'written', provider);
  }
  const earlier = await approach(id, 'Before it', at(addMinutes(approval, -5)));
  assert.equal(refusalOf(earlier), 'written', 'and of before it no reason is asked');
  const { standing, story } = await opened(id);
  assert.deepEqual(
    standing.search.approaches.slice(1).map(({ late }) => late),
    [WHY, WHY, WHY, undefined],
  );
  const told = story.find(({ sentence }) => /Ten minutes later/.test(sentence));
  assert.ok(
    told?.said.some(({ paragraphs }) => paragraphs.includes(WHY)),
    'it stands in the chronology',
  );
});

test('once the child has moved an approach is still logged with why, and so it is in a search that ended without a home', async () => {
  const id = await approved('L2');
  const approval = world.now();
  await acting.takeAll(id, TO_THE_MOVE.slice(1, 3));
  const on = londonDayOf(world.now());
  await acting.takeAll(id, [['placements-officer', 'confirm-move', { 'moves-on': on }]]);
  const moves = (await opened(id)).steps.find((step) => step.id.startsWith('moved'))?.id ?? '';
  await acting.takeAll(id, [['placements-officer', moves, { 'moved-on': on, 'placed-on': on }]]);
  const view = await opened(id);
  assert.equal(view.state, 'moved');
  assert.ok(view.writes.has('approach') && !view.asksHomes);
  const before = at(addMinutes(approval, -30));
  assert.equal(refusalOf(await approach(id, 'Logged late', before)), 'late-why');
  assert.equal(refusalOf(await approach(id, 'Logged late', { ...before, 'late-why': WHY })), 'written');
  const late = (await opened(id)).standing.search.approaches.at(-1)?.number ?? 0;
  const answered = await acting.written(id, 'offer', late, { ...AN_OFFER, 'starts-on': on });
  const { steps, writes } = await opened(id);
  assert.ok(writes.has('offer') && !writes.has('shared'), 'what they answered is on record');
  assert.ok(!steps.some((step) => step.id === 'choose'), 'and is chosen no more');
  await assert.rejects(acting.written(id, 'shared', answered, {}), /has approved|has moved in/);

  const over = await acting.aSearch('L3');
  await acting.takeAll(over, [['social-worker', 'cancel']]);
  assert.ok((await opened(over)).writes.has('approach') && !(await opened(over)).asksHomes);
  assert.equal(refusalOf(await approach(over, 'Too late', before)), 'late-why');
  assert.equal(refusalOf(await approach(over, 'Too late', { ...before, 'late-why': WHY })), 'written');
  await acting.takeAll(id, [['placements-officer', 'close']]);
  assert.equal(refusalOf(await approach(id, 'Too late', { ...before, 'late-why': WHY })), 'log-closed');
  assert.equal(refusalOf(await approach(id, '', {})), 'log-closed', 'whatever else is wrong with it');
});

test('an approach that waited for a search on hold to go on is not lost where the search ends instead', async () => {
  const id = await acting.aSearch('L4');
  const director = await world.as('director');
  await acting.takeAll(id, [
    ['placements-officer', 'all-tiers-by-word', { 'word-of': director.actor.id }],
    ['placements-officer', 'hold'],
  ]);
  world.pass(5);
  await acting.takeAll(id, [['director', 'deny-besides']]);
  world.pass(5);
  const made = {
    ...at(addMinutes(world.now(), -2)),
    tier: 'spot',
    'outside-tiers-why': 'She rang us back',
    'late-why': WHY,
  };
  assert.equal(refusalOf(await approach(id, 'Gull Rise', made)), 'tier-not-opened', 'while it is on hold');
  await acting.takeAll(id, [['social-worker', 'cancel']]);
  assert.equal(refusalOf(await approach(id, 'Gull Rise', { ...made, 'late-why': '' })), 'late-why');
  assert.equal(refusalOf(await approach(id, 'Gull Rise', made)), 'written');
  assert.equal((await opened(id)).standing.search.approaches.at(-1)?.late, WHY);
  world.pass(24 * 60);
  const since = { ...made, ...at(world.now()) };
  assert.equal(refusalOf(await approach(id, 'Asked since', since)), 'sent-on');
});
