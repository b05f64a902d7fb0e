import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { addMinutes, day, type Moment, moment } from '@rightplace/domain';
import { createAuthority } from '../authority/authorities.ts';
import { loadLedger } from '../children/load-ledger.ts';
import { saveChildren } from '../children/save-children.ts';
import { setSetting, settingsOn } from '../settings/settings.ts';
import { aChild } from '../testing/a-child.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import type { Tx } from './database.ts';
import { asTenant, asTenantReading } from './tenant.ts';

let db: TestDatabase;
let nth = 0;
before(async () => {
  db = await testDatabase();
});
after(() => db.close());

/** The clock that every process of a service has: real, in milliseconds, and forward only. */
const clock = (): Moment => moment(new Date().toISOString());

const anAuthority = async () => {
  nth += 1;
  const authorityId = `X0000000${nth}`;
  await asTenant(db.app, { authorityId }, (tx) => createAuthority(tx, { name: `Testshire ${nth}` }));
  const known = (tx: Tx, knownAt: Moment) =>
    loadLedger(tx, { knownAt }).then(({ children }) => children.length);
  return {
    authorityId,
    write: <T>(work: (tx: Tx) => Promise<T>) => asTenant(db.app, { authorityId }, work),
    /** How many children were known at a moment. */
    ask: (knownAt: Moment) => asTenantReading(db.app, { authorityId, knownAt }, (tx) => known(tx, knownAt)),
    /** The same without waiting for the moment to be settled: the fault that this is about. */
    askAtOnce: (knownAt: Moment) => asTenantReading(db.app, { authorityId }, (tx) => known(tx, knownAt)),
  };
};

/** Saves a child and then takes a while until all is saved, as a return of many does. */
const aSlowChange = async (
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  work: (tx: Tx) => Promise<unknown>,
) => {
  const begun = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const done = write(async (tx) => {
    await work(tx);
    begun.resolve();
    await go.promise;
  });
  await Promise.race([begun.promise, done]);
  return {
    finish: async () => {
      go.resolve();
      await done;
    },
    fail: async () => {
      go.reject(new Error('taken back'));
      await assert.rejects(done, /taken back/);
    },
  };
};

const saving =
  (id: string, at: () => Moment = clock) =>
  (tx: Tx) =>
    saveChildren(tx, { clock: at, why: 'a test', children: [aChild(id)] });

/** A moment after everything so far and before everything to come. */
const justNow = async (): Promise<Moment> => {
  await wait(3);
  const at = clock();
  await wait(3);
  return at;
};

const isWaiting = async (answer: Promise<unknown>): Promise<boolean> =>
  (await Promise.race([answer.then(() => 'answered'), wait(150).then(() => 'waiting')])) === 'waiting';

test('asked while a change is being saved, the answer for a moment waits for it and never changes', async () => {
  const { write, ask } = await anAuthority();
  await write(saving('A'));
  const change = await aSlowChange(write, saving('B'));
  const since = await justNow();
  const answer = ask(since);
  assert.ok(await isWaiting(answer));
  await change.finish();
  assert.equal(await answer, 2);
  assert.equal(await ask(since), 2);
});

test('answered at once, the same question gets another answer later: the test above would notice', async () => {
  const { write, askAtOnce } = await anAuthority();
  await write(saving('A'));
  const change = await aSlowChange(write, saving('B'));
  const since = await justNow();
  assert.equal(await askAtOnce(since), 1);
  await change.finish();
  assert.equal(await askAtOnce(since), 2, 'the fault');
});

test('earlier moments and other authorities are answered while a change is being saved', async () => {
  const [ours, theirs] = [await anAuthority(), await anAuthority()];
  await ours.write(saving('A'));
  const change = await aSlowChange(ours.write, saving('B'));
  const earlier = addMinutes(clock(), -2);
  assert.equal(await ours.ask(earlier), 0);
  assert.equal(await theirs.ask(await justNow()), 0);
  await change.finish();
  assert.equal(await ours.ask(earlier), 0);
});

test('a change that comes to nothing lets those who wait be answered', async () => {
  const { write, ask } = await anAuthority();
  await write(saving('A'));
  const change = await aSlowChange(write, saving('B'));
  const answer = ask(await justNow());
  assert.ok(await isWaiting(answer));
  await change.fail();
  assert.equal(await answer, 1);
});

test('a change that waits its turn reads the clock only when its turn has come', async () => {
  const { write, ask } = await anAuthority();
  const first = await aSlowChange(write, saving('A'));
  const second = write(saving('B'));
  await wait(50);
  const between = await justNow();
  const answer = ask(between);
  assert.ok(await isWaiting(answer));
  await first.finish();
  assert.equal(await answer, 1);
  assert.ok((await second).at > between);
  assert.equal(await ask(between), 1);
});

test('a setting is settled in the same way', async () => {
  const { write, authorityId } = await anAuthority();
  const asked = (knownAt: Moment) =>
    asTenantReading(db.app, { authorityId, knownAt }, async (tx) =>
      (await settingsOn(tx, day('2026-01-05'), knownAt)).get('stability.target'),
    );
  const change = await aSlowChange(write, (tx) =>
    setSetting(tx, { key: 'stability.target', value: 9, starts: day('2026-01-01'), clock }),
  );
  const since = await justNow();
  const answer = asked(since);
  assert.ok(await isWaiting(answer));
  await change.finish();
  assert.deepEqual([await answer, await asked(since)], [9, 9]);
});

test('who waits for a long change keeps no connection from others', async () => {
  const { write, ask } = await anAuthority();
  const change = await aSlowChange(write, saving('A'));
  const since = await justNow();
  const answers = Array.from({ length: 40 }, () => ask(since));
  assert.equal(await ask(addMinutes(since, -2)), 0);
  await change.finish();
  assert.deepEqual(new Set(await Promise.all(answers)), new Set([1]));
});

/** Many changes one after another, each saved slowly, and questions about this very moment all the while. */
const askThroughout = async (
  { write, ask }: Pick<Awaited<ReturnType<typeof anAuthority>>, 'write' | 'ask'>,
  asking: (knownAt: Moment) => Promise<number>,
): Promise<number> => {
  const told: { readonly at: Moment; readonly known: number }[] = [];
  const changes = { areComing: true };
  const writer = async (name: string) => {
    for (let i = 0; i < 12; i += 1)
      await write(async (tx) => {
        await saving(`${name}${i}`)(tx);
        await wait(5 + ((i * 7) % 11));
      });
  };
  const asker = async () => {
    while (changes.areComing) {
      const at = clock();
      await wait(1);
      told.push({ at, known: await asking(at) });
    }
  };
  const askers = Array.from({ length: 4 }, asker);
  await Promise.all([writer('A'), writer('B')]);
  changes.areComing = false;
  await Promise.all(askers);
  let changed = 0;
  for (const { at, known } of told) if ((await ask(at)) !== known) changed += 1;
  assert.ok(told.length >= 12, 'a question waits for the change in hand, and not for all that follow it');
  return changed;
};

test('whenever something is asked while changes come one after another, the answer stays', async () => {
  const authority = await anAuthority();
  assert.equal(await askThroughout(authority, authority.ask), 0);
});

test('without waiting some answers do not stay: the test above would notice', async () => {
  const authority = await anAuthority();
  assert.ok((await askThroughout(authority, authority.askAtOnce)) > 0);
});
