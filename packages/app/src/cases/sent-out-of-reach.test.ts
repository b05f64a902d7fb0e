import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addMinutes, day, PALAC } from '@rightplace/domain';
import { addPerson, assignRole, asTenant, findCase } from '@rightplace/store';
import { answersTo } from '../../../domain/test/cases.ts';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { makeDelegation } from '../delegation/make-delegation.ts';
import { whyActingIsOver } from '../delegation/show-acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { takeStep } from './take-step.ts';

let world: EntryWorld;
let ana: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
});
after(() => world.close());

const asks = PALAC.steps.find(({ id }) => id === 'director-authorise')?.asks ?? [];
const words =
  asks.find(({ kind }) => kind === 'text')?.name ?? assert.fail('the director is asked for no words');

/** A group manager whose own reach the children of the tests are out of. */
const ofAnotherService = async (): Promise<SignedIn> => {
  const id = await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const person = await addPerson(tx, { name: 'Sam Ferrow' });
    const role = { role: 'group-manager', service: 'Assessment', starts: day('2026-01-01') } as const;
    await assignRole(tx, { personId: person.id, ...role });
    return person.id;
  });
  return (await world.signIn(id)).signedIn;
};

/** A request that somebody authorised while they stood in for the director, and which is out of their reach since. */
const decidedInTime = async (number: string) => {
  const id = await world.begin(number, ana);
  await world.fillIn(id, ana);
  for (const [who, step] of [
    [ana, 'submit'],
    [await world.as('team-manager'), 'support'],
    [await world.as('group-manager'), 'authorise'],
  ] as const)
    assert.equal(nameOf(await world.take(who, id, step)), 'step-taken', step);
  const director = await world.as('director');
  const standsIn = await ofAnotherService();
  const made = await makeDelegation(world, director, {
    forPerson: director.actor.id,
    role: 'director',
    standsIn: standsIn.actor.id,
    reason: 'duty',
    starts: undefined,
    ends: addMinutes(world.now(), 30),
  });
  assert.equal(made.kind, 'delegation-made', nameOf(made));
  const view = await world.seenBy(standsIn, id);
  const sent = {
    id,
    step: 'director-authorise',
    key: `form ${number}`,
    seen: view.kind === 'case' ? view.seen : 0,
    said: answersTo(asks),
  };
  assert.equal(nameOf(await takeStep(world, standsIn, sent)), 'step-taken');
  world.pass(31);
  return { id, sent, standsIn };
};
const eventsOf = (id: number) =>
  asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => (await findCase(tx, id))?.events ?? []);

test('what was decided in time is said to be recorded where it is sent again in the same words, and in other words not', async () => {
  const { id, sent, standsIn } = await decidedInTime('OR one');
  assert.equal(nameOf(await world.seenBy(standsIn, id)), 'out-of-reach');
  const other = { ...sent, said: { ...sent.said, [words]: 'Only until her aunt is back' } };
  const [again, otherwise] = [await takeStep(world, standsIn, sent), await takeStep(world, standsIn, other)];
  assert.equal(nameOf(again), 'step-taken');
  assert.ok(otherwise.kind === 'refused' && otherwise.name === 'said-otherwise', nameOf(otherwise));
  assert.match(otherwise.sentence, /^This form was sent before, on .* What it says now is not\./);
  const over = async (form: typeof sent) =>
    nameOf((await whyActingIsOver(world, standsIn, form)) ?? { kind: 'nothing' });
  assert.deepEqual([await over(sent), await over(other)], ['step-taken', 'said-otherwise']);
  assert.equal((await eventsOf(id)).length, 5, 'and nothing is recorded twice');
});

test('whether words are those that were recorded is told to whoever recorded them, and to nobody else out of reach', async () => {
  const { sent } = await decidedInTime('OR two');
  const stranger = await ofAnotherService();
  for (const said of [sent.said, { ...sent.said, [words]: 'Others' }]) {
    assert.equal(nameOf(await takeStep(world, stranger, { ...sent, said })), 'out-of-reach');
    assert.equal(await whyActingIsOver(world, stranger, { ...sent, said }), undefined);
  }
});
