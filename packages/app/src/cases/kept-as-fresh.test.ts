/**
 * Whatever is written in cases, and however, lists that are kept say what somebody reads who has kept nothing. What is written, and in
 * which order, is told by a seed.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asSuperuser } from '@rightplace/store';
import fc from 'fast-check';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { type Write, writingAtRandom } from '../../test/random-writes.ts';
import { listDue } from '../clocks/list-clocks.ts';
import { createLedgers } from '../ledger/ledgers.ts';
import { listSearches } from '../search/list-searches.ts';
import type { World } from '../world.ts';
import { listMyWork } from './list-my-work.ts';

let world: EntryWorld;
let random: Awaited<ReturnType<typeof writingAtRandom>>;
before(async () => {
  world = await anEntryWorld();
  random = await writingAtRandom(world);
});
after(() => world.close());

const listsOf = async (by: World, person: number): Promise<readonly unknown[]> => {
  const { signedIn } = await world.signIn(person);
  return [
    await listMyWork(by, signedIn),
    await listSearches(by, signedIn, { over: false }),
    await listSearches(by, signedIn, { over: true }),
    await listDue(by, signedIn),
  ];
};

/** The same database, of which nothing is kept. */
const afresh = (): World => ({ ...world, db: world.db.withoutPlugins(), ledgers: createLedgers(world.now) });

/** Two of the readers look after each write, others after the next: what is kept is of several moments before. */
const allAsFresh = async (writes: readonly Write[]): Promise<void> => {
  for (const [at, write] of writes.entries()) {
    await random.happens(write);
    for (const person of [at, at + 1].map((one) => random.readers[one % random.readers.length] ?? 0))
      assert.deepEqual(
        await listsOf(world, person),
        await listsOf(afresh(), person),
        JSON.stringify(writes.slice(0, at + 1)),
      );
  }
};

const held = (writes: fc.Arbitrary<readonly Write[]>) =>
  fc.check(fc.asyncProperty(writes, allAsFresh), { seed: 20261123, numRuns: 1, endOnFailure: true });

test('after each of many writes at random, by people, by hand and undone, everybody’s lists are as read afresh', async () => {
  const { failed, errorInstance } = await held(random.anything);
  if (failed) throw errorInstance;
});

const TABLES = ['workflow_case', 'case_standing', 'case_event', 'case_evidence', 'case_link', 'search_entry'];

/** While a trigger tells nobody of what is written. */
const heedless = async (trigger: 'known' | 'rewritten', work: () => Promise<void>): Promise<void> => {
  const tables = TABLES.filter((table) => trigger === 'known' || table !== 'case_standing');
  const all = (how: string) =>
    asSuperuser(
      world.database,
      tables.map((table) => `alter table ${table} ${how} trigger ${trigger}`).join('; '),
    );
  await all('disable');
  try {
    await work();
  } finally {
    await all('enable');
    await random.byHand('update workflow_case set team_id = team_id');
  }
};

test('saboteur: kept whatever version there is, or whatever was put right by hand, a list is found to be of before', async () => {
  for (const trigger of ['known', 'rewritten'] as const)
    await heedless(trigger, async () => {
      const { failed, errorInstance } = await held(trigger === 'known' ? random.anything : random.putRight);
      assert.ok(
        failed && errorInstance instanceof assert.AssertionError,
        `${trigger}: ${String(errorInstance)}`,
      );
    });
});
