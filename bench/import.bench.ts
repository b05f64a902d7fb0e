/**
 * Ten years of one authority's returns, previewed and loaded into the record, against the least a database could do with
 * the same rows: a plain COPY of them into a table without indexes. And how long the thread that serves pages stands still.
 */
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReturnThread, createWorld, type GivenFile, runReturnJob, showImport } from '@rightplace/app';
import { demoReturns, RETURN_COLUMNS } from '@rightplace/demo';
import { day, momentFromMilliseconds } from '@rightplace/domain';
import { asTenant, createAuthority, openPool, testDatabase } from '@rightplace/store';
import { CompiledQuery } from 'kysely';
import { say } from './report.ts';

const CHILDREN = Number(process.env['BENCH_CHILDREN'] ?? 900);
const AUTHORITY = 'E20000901';

const lines = new Map<string, string[]>();
const plain: string[] = [];
for (const { year, table, cells } of demoReturns({
  seed: 'bench',
  asOf: day('2026-03-31'),
  children: CHILDREN,
  years: 10,
})) {
  const name = `${year}/${table}.csv`;
  const ofFile = lines.get(name) ?? [RETURN_COLUMNS[table].join(',')];
  lines.set(name, ofFile);
  ofFile.push(cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  plain.push([year, table, ...cells].join('\u0001'));
}
/** Anew for each reading: what is given is handed over to the thread. */
const files = (): readonly GivenFile[] =>
  Array.from(lines, ([name, rows]) => ({ name, bytes: new TextEncoder().encode(`${rows.join('\n')}\n`) }));
const megabytes = files().reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
const size = `${plain.length.toLocaleString('en-GB')} rows, ${megabytes.toFixed(1)} MB`;

const database = await testDatabase();
const world = createWorld({
  db: database.app,
  now: () => momentFromMilliseconds(Date.now()),
  mode: 'live',
  returnThread: createReturnThread(database.address.app),
});
await asTenant(world.db, { authorityId: AUTHORITY }, (tx) => createAuthority(tx, { name: 'Benchshire' }));

/** The longest that this thread was kept from anything else. */
let stoodStill = 0;
let last = performance.now();
const beat = setInterval(() => {
  stoodStill = Math.max(stoodStill, performance.now() - last - 5);
  last = performance.now();
}, 5);

const clocked = async <T>(work: () => Promise<T>): Promise<{ ms: number; result: T; still: number }> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  stoodStill = 0;
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result, still: stoodStill };
};

const importer = { kind: 'command', authorityId: AUTHORITY } as const;
const importAll = async () => {
  const given = files();
  const previewed = await clocked(() => runReturnJob(world, { kind: 'preview', importer, files: given }));
  assert.ok(previewed.result.kind === 'done');
  const { importId } = previewed.result;
  const applied = await clocked(() => runReturnJob(world, { kind: 'apply', importer, importId }));
  assert.ok(applied.result.kind === 'done');
  const shown = await showImport(world, importer, importId);
  assert.ok(shown.kind === 'import');
  return { previewed, applied, counts: shown.shown.counts };
};

const first = await importAll();
assert.equal(first.counts.rejected, 0);
const whole = first.previewed.ms + first.applied.ms;
say('ten years previewed', first.previewed.ms, 'ms', `${size}; ${first.counts.childrenNew} children`);
say('ten years loaded', first.applied.ms, 'ms', size);
say('rows previewed and loaded', (1000 * plain.length) / whole, 'a second', size);
const again = await importAll();
assert.deepEqual([again.counts.new, again.counts.childrenChanged], [0, 0]);
say('the same previewed again', again.previewed.ms, 'ms', 'nothing has changed');
say('the same loaded again', again.applied.ms, 'ms', 'nothing has changed');
const still = Math.max(
  ...[first, again].flatMap(({ previewed, applied }) => [previewed.still, applied.still]),
);
say('pages wait meanwhile for at most', still, 'ms', 'the longest that the serving thread stood still');

const folder = mkdtempSync(join(tmpdir(), 'rp-bench-'));
const file = join(folder, 'rows.txt');
writeFileSync(file, `${plain.map((row) => row.replaceAll('\\', '\\\\')).join('\n')}\n`);
for (const path of [folder, file]) chmodSync(path, 0o755);
const superuser = openPool({ connection: database.superuser, most: 1, name: 'bench' });
try {
  await superuser.executeQuery(CompiledQuery.raw('create table bench_rows (line text)'));
  const copied = await clocked(() =>
    superuser.executeQuery(CompiledQuery.raw(`copy bench_rows from '${file}'`)),
  );
  say('plain COPY of the same rows', copied.ms, 'ms', 'into a table without columns or indexes');
  say('previewing and loading takes', whole / copied.ms, 'times', 'as long as the plain COPY');
} finally {
  await superuser.destroy();
  rmSync(folder, { recursive: true });
  clearInterval(beat);
  await database.close();
}
