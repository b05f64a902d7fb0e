import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  ALL_ROLES,
  childId,
  episodesFromTimelines,
  PLACEMENT_REQUEST,
  POLICY,
  type Role,
} from '@rightplace/domain';
import { asTenant, loadChild } from '@rightplace/store';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { CaseView } from '../cases/open-case.ts';
import { openFromCase } from '../cases/open-from-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

let world: EntryWorld;
let ana: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
});
after(() => world.close());

const nameOf = (answer: { readonly kind: string; readonly name?: string }) => answer.name ?? answer.kind;
const who = (role: Role): Promise<SignedIn> | SignedIn => (role === 'social-worker' ? ana : world.as(role));
const takeAll = async (id: number, steps: readonly (readonly [Role, string])[]): Promise<void> => {
  for (const [role, step] of steps)
    assert.equal(nameOf(await world.take(await who(role), id, step)), 'step-taken', step);
};
const view = async (id: number): Promise<CaseView> => {
  const seen = await world.seenBy(ana, id);
  assert.ok(seen.kind === 'case', nameOf(seen));
  return seen;
};
const authorised = async (number: string): Promise<number> => {
  const id = await world.begin(number, ana);
  await world.fillIn(id, ana);
  await takeAll(id, [
    ['social-worker', 'submit'],
    ['team-manager', 'support'],
    ['group-manager', 'authorise'],
    ['director', 'director-authorise'],
  ]);
  return id;
};
const askFor = (id: number, from: SignedIn = ana) =>
  openFromCase(world, from, { id, key: `home ${id}`, to: PLACEMENT_REQUEST.id });
const asked = async (id: number): Promise<number> => {
  const opened = await askFor(id);
  assert.ok(opened.kind === 'opened-from', nameOf(opened));
  return opened.id;
};

test('a home is asked for once entry to care is authorised, and what was said of the child is offered again', async () => {
  const drafted = await world.begin('H draft', ana);
  assert.equal(nameOf(await askFor(drafted)), 'nothing-to-open');
  const entry = await authorised('H asks');
  assert.deepEqual(
    (await view(entry)).refers.map(({ button }) => button),
    ['Ask for a home'],
  );
  const home = await view(await asked(entry));
  assert.equal(home.answers['at-their-best'], (await view(entry)).answers['at-their-best']);
  assert.equal(home.state, 'draft');
  assert.deepEqual(
    home.linked.map(({ id, isBefore }) => [id, isBefore]),
    [[entry, true]],
  );
});

test('from the request to the move each acts in their part, and the move begins care in the record and ends both cases', async () => {
  const entry = await authorised('H moves');
  const home = await asked(entry);
  await world.fillIn(home, ana);
  await takeAll(home, [
    ['social-worker', 'submit'],
    ['placements-officer', 'permit'],
    ['placements-officer', 'take-on'],
    ['placements-officer', 'ready'],
    ['placements-officer', 'propose'],
    ['director', 'approve'],
  ]);
  const moved = await world.take(ana, home, 'moved-in', { said: { 'placed-on': '2026-11-20' } });
  assert.equal(nameOf(moved), 'step-taken');
  assert.deepEqual([(await view(home)).state, (await view(entry)).state], ['placed', 'completed']);
  const record = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    loadChild(tx, childId('H moves')),
  );
  assert.ok(record !== undefined);
  assert.deepEqual(
    episodesFromTimelines(record).map(({ decom, rne, ls }) => [decom, rne, ls]),
    [['2026-11-20', 'S', 'V2']],
  );
});

test('each role asks for, sees and acts on a request for a home as the policy has it', async () => {
  const entry = await authorised('H roles');
  const home = await asked(entry);
  for (const role of ALL_ROLES) {
    if (role === 'social-worker') continue;
    const somebody = await world.as(role);
    assert.notEqual(nameOf(await askFor(entry, somebody)), 'opened-from', role);
    const seen = nameOf(await world.seenBy(somebody, home)) === 'case';
    const reach = POLICY[role]['see-placement-request'];
    assert.equal(seen, reach !== undefined && reach !== 'own-cases', role);
    const taken = await world.take(somebody, home, 'submit', { key: `by ${role}` });
    assert.notEqual(nameOf(taken), 'step-taken', role);
  }
});
