import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '@rightplace/domain';
import { asSuperuser } from '@rightplace/store';
import { allMyWork } from '../../test/my-work.ts';
import { aPanelWorld, type PanelWorld } from '../../test/panel-world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

let world: PanelWorld;
before(async () => {
  world = await aPanelWorld();
  await world.runPanels();
});
after(() => world.close());

const ON = day('2026-12-08');

const isListed = async (who: SignedIn, id: number): Promise<boolean> =>
  (await allMyWork(world, who)).mine.some((line) => line.id === id);

test('a panel’s case waits for whoever listed it while they reach the child, and for all who keep agendas where they do no more', async () => {
  const { signedIn: ana } = await world.signIn(world.ana);
  const [hub, manager] = [await world.as('placements-officer'), await world.as('group-manager')];
  const id = await world.refer(await world.withDirector('K1'), ana);
  assert.equal((await world.arrange(hub, { on: ON })).kind, 'meeting-saved');
  assert.equal((await world.step(manager, id, 'list', { 'meeting-on': ON })).kind, 'step-taken');
  assert.deepEqual([await isListed(manager, id), await isListed(hub, id)], [true, false]);
  // The manager manages another service from now on: in the same role, out of reach of this child.
  await asSuperuser(
    world.database,
    `update role_assignment set service = 'Another service' where person_id = ${manager.person.id}`,
  );
  const { signedIn: moved } = await world.signIn(manager.person.id);
  assert.deepEqual([await isListed(moved, id), await isListed(hub, id)], [false, true]);
  const seen = await world.seenBy(hub, id);
  assert.ok(seen.kind === 'case');
  assert.equal(seen.waiting?.for, 'me');
});
