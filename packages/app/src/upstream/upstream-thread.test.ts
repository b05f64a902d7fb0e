import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays, authorityOnDay, day, evaluateOn, findMeasure } from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import { aFact, asCensus, SOME_FACTS } from '../../test/upstream-files.ts';
import { aWorld, NORTHMARSH, type TestWorld } from '../../test/world.ts';
import { createReturnThread } from '../import/return-thread.ts';
import { runUpstreamJob } from './run-upstream-job.ts';
import { showUpstream } from './show-upstream.ts';

let world: TestWorld;
before(async () => {
  world = await aWorld();
});
after(() => world.close());

const importer = { kind: 'command', authorityId: NORTHMARSH } as const;
const inThread = (mostMegabytes?: number): TestWorld => ({
  ...world,
  returnThread: createReturnThread(world.database.address.app, mostMegabytes),
});

/** Each child in need, with an enquiry and a plan. */
const census = (children: number) =>
  asCensus(
    Array.from({ length: children }, (_, i) => {
      const starts = addDays(day('2025-04-02'), i % 300);
      return [
        aFact('child', `U${i}`, { detail: { dateOfBirth: '2015-03-02', sex: 'F', ethnicity: 'WBRI' } }),
        aFact('in-need', `U${i}`, { starts, detail: { need: 'N1' } }),
        aFact('section-47', `U${i}`, { starts }),
        aFact('protection-plan', `U${i}`, { starts, detail: { category: 'NEG', previousPlans: '1' } }),
      ];
    }).flat(),
    '2026-03-31',
  );

test('a census is read and loaded in a thread of its own, while this one goes on', async () => {
  const files = [census(1000)];
  const threaded = inThread();
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const began = performance.now();
  const previewed = await runUpstreamJob(threaded, { kind: 'preview-upstream', importer, asked: { files } });
  assert.ok(previewed.kind === 'done', JSON.stringify(previewed));
  const loaded = await runUpstreamJob(threaded, {
    kind: 'apply-upstream',
    importer,
    loadId: previewed.loadId,
  });
  clearInterval(beat);
  const took = performance.now() - began;
  assert.equal(loaded.kind, 'done');
  // Against the work itself and not a clock: on a busy machine both are long.
  assert.ok(longest < took / 3, `this thread stood still for ${longest} of ${took} ms`);

  const shown = await showUpstream(world, importer, previewed.loadId);
  assert.equal(shown.kind === 'loads' ? shown.loads[0]?.status : undefined, 'applied');
  const measure = findMeasure('cp-previous');
  assert.ok(measure !== undefined);
  const { value, numerator } = await asTenantReading(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const { prepared, context } = await world.ledgers.load(tx, NORTHMARSH);
    return evaluateOn(measure, authorityOnDay(prepared, day('2026-03-31')), context);
  });
  assert.deepEqual([value, numerator], [100, 1000], 'what the file says of plans before is counted');
});

test('what cannot be loaded is said as it is without a thread', async () => {
  const threaded = inThread();
  const files = [{ name: 'x.csv', bytes: Buffer.from('A,B\n1,2\n') }];
  const nothing = await runUpstreamJob(threaded, { kind: 'preview-upstream', importer, asked: { files } });
  assert.ok(nothing.kind === 'nothing-to-load');
  assert.match(nothing.notTaken[0]?.reason ?? '', /headings/);
  const none = await runUpstreamJob(threaded, { kind: 'apply-upstream', importer, loadId: 999_999 });
  assert.ok(none.kind === 'refused' && none.name === 'no-such-load');
});

test('more than fits in the thread’s memory is refused in words, and the service goes on', async () => {
  const files = [census(15_000)];
  const answer = await runUpstreamJob(inThread(24), { kind: 'preview-upstream', importer, asked: { files } });
  assert.ok(answer.kind === 'refused' && answer.name === 'too-large');
  assert.match(answer.sentence, /rightplace upstream/);
  const small = [asCensus(SOME_FACTS, '2026-03-31')];
  const again = await runUpstreamJob(inThread(), {
    kind: 'preview-upstream',
    importer,
    asked: { files: small },
  });
  assert.equal(again.kind, 'done');
});
