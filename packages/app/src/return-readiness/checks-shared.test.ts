import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { momentFromMilliseconds } from '@rightplace/domain';
import { asTenant, listCheckMoments } from '@rightplace/store';
import { aReadinessWorld, aTidyChild, type ReadinessWorld, YEAR } from '../../test/readiness-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { createReturnThread, type ReturnThread } from '../import/return-thread.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { askForCheck } from './ask-for-check.ts';

let world: ReadinessWorld;
let analyst: SignedIn;
/** Of the process that runs the tests, which may have run others before. */
let began: number;
before(async () => {
  began = performance.now();
  world = await aReadinessWorld();
  analyst = await world.with('performance');
});
after(() => world.close());

const checks = async (): Promise<number> =>
  (await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => listCheckMoments(tx, YEAR))).length;

const press = async (by: World): Promise<void> =>
  assert.deepEqual(await askForCheck(by, analyst, { collectionYear: YEAR }), { kind: 'checked' });

const pressed = (by: readonly World[]) => Promise.all(by.map(press));
const twelve = <T>(each: (i: number) => T): readonly T[] => Array.from({ length: 12 }, (_, i) => each(i));

/** A process as servers have them: with a thread, and a clock that goes. */
const aProcess = (): World => ({
  ...world,
  now: () => momentFromMilliseconds(Date.parse(world.now()) + performance.now() - began),
  returnThread: createReturnThread(world.database.address.app),
});

test('twelve presses of the button are one check that runs and one that waits', async () => {
  const earlier = await checks();
  const process = aProcess();
  await pressed(twelve(() => process));
  assert.ok((await checks()) - earlier <= 2, `${(await checks()) - earlier} checks were made`);
});

test('presses that wait share one turn of the thread', async () => {
  const turns = new Set<unknown>();
  const thread = createReturnThread(world.database.address.app);
  const returnThread: ReturnThread = {
    run: (job, at) => {
      const turn = thread.run(job, at);
      turns.add(turn);
      return turn;
    },
  };
  await pressed(twelve(() => ({ ...world, returnThread })));
  assert.ok(turns.size <= 2, `${turns.size} turns were taken`);
});

test('presses in several processes share checks too', async () => {
  const earlier = await checks();
  const processes = [aProcess(), aProcess(), aProcess()] as const;
  await pressed(twelve((i) => processes[i % 3] ?? processes[0]));
  assert.ok((await checks()) - earlier <= 3, `${(await checks()) - earlier} checks were made`);
});

test('no press is served by a check that began before it, or that did not see the newest change', async () => {
  await press(world);
  const earlier = await checks();
  world.pass(1);
  await press(world);
  assert.equal(await checks(), earlier + 1, 'a later press is a check of its own');
  await world.saveChildren([aTidyChild('NM51', { without: 'ethnicity' })], world.now());
  await press(world);
  assert.equal(await checks(), earlier + 2, 'a change in the same moment is seen');
  assert.ok((await world.rulesOf('NM51')).includes('103'));
});
