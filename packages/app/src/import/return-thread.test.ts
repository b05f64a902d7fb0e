import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addMinutes } from '@rightplace/domain';
import { csvFile, demonstrationReturns, REVIEWS, smallReturn } from '../../test/returns.ts';
import { aWorld, NORTHMARSH, type TestWorld } from '../../test/world.ts';
import { showImport } from './past-imports.ts';
import { createReturnThread, runReturnJob } from './return-thread.ts';

let world: TestWorld;
before(async () => {
  world = await aWorld();
});
after(() => world.close());

const importer = { kind: 'command', authorityId: NORTHMARSH } as const;
const inThread = (): TestWorld => ({
  ...world,
  returnThread: createReturnThread(world.database.address.app),
});

test('an import is previewed and loaded in a thread of its own, while this one goes on', async () => {
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const threaded = inThread();
  const files = demonstrationReturns({ children: 60, years: 3 });
  last = performance.now();
  longest = 0;
  const began = last;
  const previewed = await runReturnJob(threaded, { kind: 'preview', importer, files });
  assert.ok(previewed.kind === 'done');
  const applied = await runReturnJob(threaded, { kind: 'apply', importer, importId: previewed.importId });
  clearInterval(beat);
  const took = performance.now() - began;
  assert.ok(applied.kind === 'done');
  const shown = await showImport(world, importer, applied.importId);
  assert.ok(shown.kind === 'import');
  assert.equal(shown.shown.status, 'applied');
  const decided = shown.shown.decided?.at ?? shown.shown.at;
  assert.ok(
    decided > world.now() && decided < addMinutes(world.now(), 1),
    'by the clock of who asked, going on',
  );
  const written = await runReturnJob(threaded, {
    kind: 'export',
    importer,
    asked: { collectionYear: 2026, format: 'csv' },
  });
  assert.ok(written.kind === 'exported' && written.files.length > 5);
  // Against the work itself and not a clock: on a busy machine both are long.
  assert.ok(longest < took / 3, `this thread stood still for ${longest} of ${took} ms`);
});

test('several at once take turns, and one that fails does not hold up the next', async () => {
  const threaded = inThread();
  const undo = await world.database.refuseNewRows('import_file');
  const failing = runReturnJob(threaded, { kind: 'preview', importer, files: smallReturn() });
  const failed = assert.rejects(failing, /sabotaged/);
  const refused = runReturnJob(threaded, { kind: 'apply', importer, importId: 999_999 });
  await failed;
  await undo();
  assert.ok((await refused).kind === 'refused');
  assert.equal(
    (await runReturnJob(threaded, { kind: 'preview', importer, files: smallReturn() })).kind,
    'done',
  );
});

test('more than fits in the thread’s memory is refused in words, and the service goes on', async () => {
  const small = { ...world, returnThread: createReturnThread(world.database.address.app, 24) };
  const rows = Array.from({ length: 150_000 }, (_, i) => `C${i},01/02/2014,2025-05-28,PN1`);
  const files = [csvFile('2026/reviews.csv', REVIEWS, rows.join('\n'))];
  const answer = await runReturnJob(small, { kind: 'preview', importer, files });
  assert.ok(answer.kind === 'refused');
  assert.equal(answer.name, 'too-large');
});
