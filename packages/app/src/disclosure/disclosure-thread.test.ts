import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { countTable, type Release, releaseOf } from '@rightplace/domain';
import { answerTo, prepareSolver } from '../../test/disclosing.ts';
import { drawnFrom } from '../../test/made-up-tables.ts';
import { discloseInThread } from './disclosure-thread.ts';

before(prepareSolver);

const publishedAt = '2030-05-01T09:00:00.000000Z';
const asked = (release: Release) => ({ release, profile: 'public-local', earlier: [], publishedAt }) as const;

const tableOf = (rows: number, columns: number): Release => {
  const draw = drawnFrom(rows * columns);
  const way = (id: string, many: number) => ({
    id,
    keys: Array.from({ length: many }, (_, i) => ({ key: String(i), title: String(i) })),
  });
  return releaseOf({ id: 'table', title: 'Table' }, [
    countTable({
      of: 'made up',
      title: 'Made up',
      ways: [way('down', rows), way('across', columns)],
      count: () => Math.floor(draw() ** 3 * 40),
    }),
  ]);
};

test('a release is made safe in a thread of its own, the same as here, and this one goes on meanwhile', async () => {
  const small = tableOf(3, 3);
  assert.deepEqual(await discloseInThread(asked(small)), answerTo(small));
  const large = tableOf(30, 20);
  let [longest, last] = [0, performance.now()];
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const began = performance.now();
  const answer = await discloseInThread(asked(large));
  clearInterval(beat);
  const took = performance.now() - began;
  assert.equal(answer.kind, 'disclosed');
  // Against the work itself and not a clock: on a busy machine both are long.
  assert.ok(longest < took / 3, `this thread stood still for ${longest} of ${took} ms`);
});

test('several at once are each answered, and one that fails does not hold up the others', async () => {
  const small = tableOf(3, 3);
  const broken = { ...small, relations: [[{ key: 'made up', times: 1 }]] };
  const [first, failed, last] = await Promise.allSettled([
    discloseInThread(asked(small)),
    discloseInThread(asked(broken)),
    discloseInThread(asked(small)),
  ]);
  assert.equal(failed.status, 'rejected');
  assert.deepEqual(first, last);
  assert.equal(first.status, 'fulfilled');
});
