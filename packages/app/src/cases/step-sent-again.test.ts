import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answersTo } from '../../../domain/test/cases.ts';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { searching, TO_DIRECTOR } from '../../test/search-world.ts';
import { takeStep } from './take-step.ts';

let world: EntryWorld;
let acting: ReturnType<typeof searching>;
before(async () => {
  world = await anEntryWorld();
  acting = searching(world, (await world.signIn(world.ana)).signedIn);
});
after(() => world.close());

test('a step sent twice is taken once, and one whose form says something else the second time is not taken for recorded', async () => {
  const id = await acting.aSearch('SS1');
  const officer = await world.as('placements-officer');
  const director = await world.as('director');
  const send = (step: string, said: object) =>
    world.take(officer, id, step, { key: `form of ${step}`, said: { ...said } });
  assert.equal(nameOf(await send('hold', { reason: 'Her aunt may take her' })), 'step-taken');
  assert.equal(nameOf(await send('hold', { reason: 'Her aunt may take her ' })), 'step-taken');
  const other = await send('hold', { reason: 'She is in hospital' });
  assert.ok(other.kind === 'refused' && other.name === 'said-otherwise', nameOf(other));
  assert.match(other.sentence, /sent before, on 23 November 2026 at .* What it says now is not\./);
  await acting.takeAll(id, [['placements-officer', 'go-on']]);
  const second = (await world.signIn(await world.someone('director'))).signedIn;
  const word = { 'word-of': director.actor.id, 'emergency-why': 'Tonight' };
  assert.equal(nameOf(await send('all-tiers-by-word', word)), 'step-taken');
  assert.equal(nameOf(await send('all-tiers-by-word', word)), 'step-taken');
  assert.equal(
    nameOf(await send('all-tiers-by-word', { ...word, 'word-of': second.actor.id })),
    'said-otherwise',
  );
});

test('an answer that was left open before, one that cannot be and one that is emptied are not taken for recorded', async () => {
  const id = await acting.aSearch('SS3');
  await acting.anOffer(id);
  const officer = await world.as('placements-officer');
  const sentTwice = async (who: typeof officer, step: string, others: readonly object[], base = {}) => {
    const view = await world.seenBy(who, id);
    assert.ok(view.kind === 'case');
    const asks = view.steps.find((one) => one.id === step)?.asks ?? [];
    const open = Object.fromEntries(asks.filter(({ optional }) => optional).map(({ name }) => [name, '']));
    const said = { ...answersTo(asks), ...open, ...base };
    const send = (other: object) =>
      takeStep(world, who, {
        id,
        step,
        key: `form of ${step}`,
        seen: view.seen,
        said: { ...said, ...other },
      });
    const sent = await send({});
    assert.equal(nameOf(sent), 'step-taken', JSON.stringify(sent));
    assert.equal(nameOf(await send({})), 'step-taken', `${step} again`);
    for (const other of others)
      assert.equal(nameOf(await send(other)), 'said-otherwise', JSON.stringify(other));
  };
  const addition = { what: 'Night staff', weekly: '70', starts: '2026-12-01', why: 'Until she sleeps' };
  await acting.takeAll(id, TO_DIRECTOR.slice(0, 3));
  await sentTwice(officer, 'agree-terms', [
    { 'agreed-extras': 'Her dog may come' },
    { 'agreed-additions': [addition] },
    { 'agreed-weekly': '7 hundred and 80' },
    { 'agreed-with': '' },
  ]);
  await acting.takeAll(id, [['placements-officer', 'propose']]);
  await sentTwice(await world.as('director'), 'approve', [{ conditions: 'Only with waking night staff' }]);
  await acting.takeAll(id, [
    ['placements-officer', 'notify'],
    ['placements-officer', 'send-contract'],
  ]);
  await sentTwice(officer, 'confirm-move', [{ 'moves-on': '2026-11-44' }, { 'moves-how': ' ' }], {
    'moves-on': '2026-12-01',
  });
});

test('every step of a search sent twice is one, though what it asks is another by then', async () => {
  const id = await acting.aSearch('SS2');
  await acting.anOffer(id);
  await acting.anOffer(id, { home: 'Second' });
  for (const [role, step] of [...TO_DIRECTOR, ['director', 'approve'] as const]) {
    const who = await acting.who(role);
    const view = await world.seenBy(who, id);
    const asks = view.kind === 'case' ? (view.steps.find((one) => one.id === step)?.asks ?? []) : [];
    const said = { ...answersTo(asks), 'agreed-additions': [] };
    const seen = view.kind === 'case' ? view.seen : 0;
    const sent = { id, step, key: `once ${step}`, seen, said };
    const first = await takeStep(world, who, sent);
    assert.equal(nameOf(first), 'step-taken', step);
    assert.deepEqual(await takeStep(world, who, sent), first, step);
  }
});
