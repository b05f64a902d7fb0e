import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, episodesFromTimelines, WORD_OF } from '@rightplace/domain';
import { asTenant, loadChild, saveChildren } from '@rightplace/store';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

let world: EntryWorld;
let ana: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
});
after(() => world.close());

const IN_NORTHMARSH = { authorityId: NORTHMARSH };
const recordOf = async (number: string) => {
  const child = await asTenant(world.db, IN_NORTHMARSH, (tx) => loadChild(tx, childId(number)));
  assert.ok(child !== undefined);
  return child;
};
const stateOf = async (id: number): Promise<string | undefined> => {
  const view = await world.seenBy(ana, id);
  return view.kind === 'case' ? view.state : undefined;
};

const authorised = async (number: string): Promise<number> => {
  const id = await world.begin(number, ana);
  await world.fillIn(id, ana);
  for (const [role, step] of [
    ['social-worker', 'submit'],
    ['team-manager', 'support'],
    ['group-manager', 'authorise'],
    ['director', 'director-authorise'],
  ] as const) {
    const who = role === 'social-worker' ? ana : await world.as(role);
    assert.equal(nameOf(await world.take(who, id, step)), 'step-taken', step);
  }
  return id;
};

test('recording where a child has come to live after the authorisation is all that is typed: the record has care from then', async () => {
  const id = await authorised('S comes');
  assert.deepEqual((await recordOf('S comes')).periodsOfCare, []);
  const taken = await world.take(ana, id, 'care-begins', { said: { 'placed-on': '2026-11-20' } });
  assert.equal(nameOf(taken), 'step-taken');
  assert.equal(await stateOf(id), 'completed');
  const [first, ...more] = episodesFromTimelines(await recordOf('S comes'));
  assert.deepEqual(
    [first?.decom, first?.rne, first?.ls, first?.place, more],
    ['2026-11-20', 'S', 'V2', 'U6', []],
  );
});

test('an emergency writes the first home of the night in the record', async () => {
  const id = await world.begin('S night', ana, true);
  await world.fillIn(id, ana);
  const word = async (role: 'team-manager' | 'director') => ({
    said: { [WORD_OF]: (await world.as(role)).actor.id },
  });
  await world.take(ana, id, 'write-down-manager', await word('team-manager'));
  await world.take(ana, id, 'write-down-director', await word('director'));
  assert.equal(
    nameOf(await world.take(ana, id, 'placed', { said: { 'placed-on': '2026-11-22' } })),
    'step-taken',
  );
  assert.equal(episodesFromTimelines(await recordOf('S night'))[0]?.decom, '2026-11-22');
});

test('what cannot be by the record is said at its question, and neither the step nor the record is saved', async () => {
  const id = await authorised('S cannot');
  const answer = await world.take(ana, id, 'care-begins', { said: { 'placed-on': '2015-04-04' } });
  assert.ok(answer.kind === 'refused' && answer.name === 'not-said');
  assert.deepEqual(
    answer.faults.map(({ question }) => question),
    ['placed-on'],
  );
  assert.equal(await stateOf(id), 'authorised');
  assert.deepEqual((await recordOf('S cannot')).periodsOfCare, []);
});

test('the same form sent twice, or by two at once, gives the child one start of care', async () => {
  const id = await authorised('S twice');
  const changes = { key: 'one form', seen: 5, said: { 'placed-on': '2026-11-20' } };
  const answers = await Promise.all([1, 2, 3].map(() => world.take(ana, id, 'care-begins', changes)));
  assert.deepEqual([...new Set(answers.map(nameOf))], ['step-taken']);
  const paige = await world.as('placements-officer');
  const late = await world.take(paige, id, 'care-begins', { ...changes, key: 'another' });
  assert.equal(nameOf(late), 'decided-meanwhile');
  assert.equal((await recordOf('S twice')).periodsOfCare.length, 1);
});

test('for a child whom the record has in care already, the request is closed and nothing is written twice', async () => {
  const id = await authorised('S known');
  const before = await recordOf('S known');
  const elsewhere = await authorised('S other');
  await world.take(ana, elsewhere, 'care-begins', { said: { 'placed-on': '2026-11-20' } });
  const { periodsOfCare, needs, legalStatuses, placements } = await recordOf('S other');
  const told = { ...before, periodsOfCare, needs, legalStatuses, placements };
  await asTenant(world.db, IN_NORTHMARSH, (tx) =>
    saveChildren(tx, { clock: world.now, why: 'A return told of it', children: [told] }),
  );
  assert.equal(nameOf(await world.take(ana, id, 'care-begins')), 'need-not-met');
  const paige = await world.as('placements-officer');
  assert.equal(nameOf(await world.take(paige, id, 'came-into-care')), 'step-taken');
  assert.equal((await recordOf('S known')).periodsOfCare.length, 1);
});
