import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addMinutes } from '@rightplace/domain';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { searching, TO_DIRECTOR } from '../../test/search-world.ts';
import { type DeskLine, showDesk } from '../cases/desk.ts';
import { makeDelegation } from '../delegation/make-delegation.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { openSearch } from './open-search.ts';

let world: EntryWorld;
before(async () => {
  world = await anEntryWorld();
});
after(() => world.close());

const AT_DISTANCE = {
  'home-kind': 'childrens-home',
  registered: 'yes',
  area: 'distance',
  'children-there': undefined,
  terms: undefined,
};
const OPENS = { gate: 'at-distance', words: 'Consulted, and the nearest that fits', on: '2026-11-20' };

/** Gwen, a group manager, stands in for a colleague for an hour. */
const standsIn = async (role: 'director' | 'team-manager'): Promise<void> => {
  const [colleague, gwen] = [await world.as(role), await world.as('group-manager')];
  const made = await makeDelegation(world, colleague, {
    forPerson: colleague.actor.id,
    role,
    standsIn: gwen.actor.id,
    reason: 'duty',
    starts: undefined,
    ends: addMinutes(world.now(), 60),
  });
  assert.equal(made.kind, 'delegation-made');
};

test('a group manager who stands in for the director opens what the director opens, and not without', async () => {
  const acting = searching(world, (await world.signIn(world.ana)).signedIn);
  const [director, gwen] = [await world.as('director'), await world.as('group-manager')];
  const id = await acting.aSearch('G stand-in');
  const offer = await acting.anOffer(id, AT_DISTANCE);
  const mayOpen = async () => {
    const view = await openSearch(world, gwen, id);
    return view.kind === 'search' ? view.opensOf(offer).opens.has('at-distance') : assert.fail(view.kind);
  };
  assert.equal(await mayOpen(), false);
  const refused = await acting.write(id, 'gate', offer, OPENS, gwen);
  assert.ok(refused.kind === 'refused' && refused.name === 'not-at-your-level');
  assert.match(refused.sentence, /at a distance” is opened by the director of children’s services/);
  await standsIn('director');
  assert.equal(await mayOpen(), true);
  await acting.written(id, 'gate', offer, OPENS, gwen);
  const view = await openSearch(world, director, id);
  assert.ok(view.kind === 'search');
  const found = view.standing.search.offers.find(({ number }) => number === offer);
  assert.deepEqual(
    found?.gates.map(({ gate, role }) => [gate, role]),
    [['at-distance', 'director']],
  );
});

test('who stands in for the director and had another part in the search opens nothing that the director opens', async () => {
  const acting = searching(world, (await world.signIn(world.ana)).signedIn);
  const gwen = await world.as('group-manager');
  const [hers, other] = [await acting.aSearch('G had a part'), await acting.aSearch('G had none')];
  const [offer, another] = [
    await acting.anOffer(hers, AT_DISTANCE),
    await acting.anOffer(other, AT_DISTANCE),
  ];
  // Whom she stood in for before, she does no longer.
  world.pass(61);
  await standsIn('team-manager');
  for (const id of [hers, other]) await acting.takeAll(id, TO_DIRECTOR.slice(0, 2));
  const agreed = await world.take(gwen, hers, 'agree-choice');
  assert.equal(agreed.kind, 'step-taken', 'for the team manager');
  await standsIn('director');
  const view = async (id: number) => {
    const seen = await openSearch(world, gwen, id);
    return seen.kind === 'search' ? seen : assert.fail(seen.kind);
  };
  const asked = async (id: number, of: number) => {
    const { opensOf, writes } = await view(id);
    const { opens, opensNot, recordsNoOrder } = opensOf(of);
    const order = [recordsNoOrder?.name, writes.has('court-order')];
    return [opens.has('at-distance'), opensNot.get('at-distance')?.name, ...order];
  };
  assert.deepEqual(await asked(hers, offer), [false, 'had-a-part', 'had-a-part', false]);
  assert.deepEqual(
    await asked(other, another),
    [true, undefined, undefined, true],
    'where she had none she may',
  );
  const order = { 'order-made-on': '2026-11-20' };
  for (const [kind, typed] of [
    ['gate', OPENS],
    ['court-order', order],
  ] as const) {
    const refused = await acting.write(hers, kind, offer, typed, gwen);
    assert.ok(refused.kind === 'refused' && refused.name === 'had-a-part', kind);
    assert.match(refused.sentence, /worked on this search in another part, so somebody else has to decide/);
  }
  await acting.written(other, 'gate', another, OPENS, gwen);
  await acting.written(hers, 'gate', offer, OPENS, 'director');
});

const ADJOINING = { ...AT_DISTANCE, area: 'adjoining' };
const NOMINATED = {
  ...OPENS,
  gate: 'out-of-area',
  words: 'Approved: the child agrees, the other authority is told',
};

/** What the desk says of a search: by which steps it is decided on, and what is in the way. */
const onDesk = async (who: SignedIn, id: number): Promise<Pick<DeskLine, 'asks' | 'missing'> | undefined> => {
  const desk = await showDesk(world, who);
  assert.ok(desk.kind === 'desk');
  const line = [...desk.emergencies, ...desk.words, ...desk.toSign].find((one) => one.id === id);
  return line && { asks: line.asks, missing: line.missing };
};
const approvesSaid = async (who: SignedIn, id: number): Promise<string> => {
  const view = await openSearch(world, who, id);
  assert.ok(view.kind === 'search');
  const approve = view.steps.find((step) => step.id === 'approve');
  return approve === undefined ? 'no such step' : (approve.refusal?.name ?? 'may');
};

test('who opened a gate as the nominated officer approves, for the director, another home of that search, and not the same', async () => {
  world.pass(61);
  const acting = searching(world, (await world.signIn(world.ana)).signedIn);
  const gwen = await world.as('group-manager');
  const [same, other] = [await acting.aSearch('G same home'), await acting.aSearch('G another home')];
  const offer = await acting.anOffer(same, ADJOINING);
  await acting.written(same, 'gate', offer, NOMINATED, gwen);
  const lost = await acting.anOffer(other, ADJOINING);
  await acting.written(other, 'gate', lost, NOMINATED, gwen);
  await acting.written(other, 'withdrawn', lost, { words: 'They took another child' });
  await acting.anOffer(other, { home: 'Larch House' });
  for (const id of [same, other]) await acting.takeAll(id, TO_DIRECTOR);
  await standsIn('director');
  assert.deepEqual([await approvesSaid(gwen, same), await approvesSaid(gwen, other)], ['had-a-part', 'may']);
  assert.match((await onDesk(gwen, same))?.missing.join() ?? '', /worked on this search in another part/);
  const waits = await onDesk(gwen, other);
  assert.deepEqual([waits?.asks.includes('Approve this home'), waits?.missing], [true, []]);
  const refused = await world.take(gwen, same, 'approve');
  assert.ok(refused.kind === 'refused' && refused.name === 'had-a-part');
  assert.equal((await world.take(gwen, other, 'approve')).kind, 'step-taken');
  assert.equal((await world.take(await world.as('director'), same, 'approve')).kind, 'step-taken');
});

test('who stands in for the director opens as the director what managers open too, and may then approve that home', async () => {
  world.pass(61);
  const acting = searching(world, (await world.signIn(world.ana)).signedIn);
  const gwen = await world.as('group-manager');
  const id = await acting.aSearch('G both parts');
  const offer = await acting.anOffer(id, ADJOINING);
  await acting.takeAll(id, TO_DIRECTOR);
  await standsIn('director');
  await acting.written(id, 'gate', offer, NOMINATED, gwen);
  const view = await openSearch(world, gwen, id);
  const [gate] = view.kind === 'search' ? (view.standing.chosen?.gates ?? []) : [];
  assert.deepEqual([gate?.gate, gate?.role], ['out-of-area', 'director']);
  assert.equal(await approvesSaid(gwen, id), 'may');
  assert.equal((await world.take(gwen, id, 'approve')).kind, 'step-taken');
});
