/**
 * Every measure that can be counted from a return, of all England's children at ten year-ends: 154 invented authorities with
 * 85,000 children in care, ten years of each, unless RIGHTPLACE_BENCH_ENGLAND says how many authorities. Two threads have half
 * of them each; what each tallies is added up.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { valueOfTally } from '@rightplace/domain';
import {
  addTallies,
  COUNTED,
  type PartCounted,
  type PartMade,
  type PartOfEngland,
  YEAR_ENDS,
} from './england-part.ts';
import { say } from './report.ts';

const AUTHORITIES = Number(process.env['RIGHTPLACE_BENCH_ENGLAND'] ?? 154);
const THREADS = 2;
/** All England has been seen to need less than half of this; a machine of 16 GB does. */
const MEGABYTES_EACH = 7000;

const next = async <Told>(worker: Worker): Promise<Told> => {
  const [told] = (await once(worker, 'message')) as [Told];
  return told;
};

const processTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const workers = Array.from({ length: THREADS }, (_, i) => {
  const authorities = Math.ceil(AUTHORITIES / THREADS);
  const workerData: PartOfEngland = { first: 1 + i * authorities, authorities };
  return new Worker(new URL('./england-part.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES_EACH },
  });
});
const made = await Promise.all(workers.map((worker) => next<PartMade>(worker)));
const total = (of: (part: PartMade) => number): string =>
  made.reduce((sum, part) => sum + of(part), 0).toLocaleString('en-GB');
const megabytes = (): string => `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB in all`;
const size = `${total(({ children }) => children)} children and ${total(({ episodes }) => episodes)} episodes in ten years, ${total(({ inCare }) => inCare)} in care, ${AUTHORITIES} authorities`;
say(
  'England prepared',
  Math.max(...made.map(({ preparedIn }) => preparedIn)),
  'ms of the slower thread’s own',
  `${size}; ${megabytes()}`,
);

const POPULATION = { population: () => ({ count: 12_000_000, midYear: 2024 }) };

for (const time of ['the first time', 'again', 'once more']) {
  const [clock, all] = [performance.now(), processTime()];
  const counting = workers.map((worker) => next<PartCounted>(worker));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  for (const worker of workers) worker.postMessage('count');
  const parts = await Promise.all(counting);
  let figures = 0;
  for (const [i, asOf] of YEAR_ENDS.entries())
    for (const [j, measure] of COUNTED.entries()) {
      const tallies = parts.flatMap(({ tallies }) => tallies[i]?.[j] ?? []);
      const { value } = valueOfTally(
        measure,
        tallies.reduce((a, b) => addTallies(a, b)),
        asOf,
        POPULATION,
      );
      if (value !== null) figures++;
    }
  say(
    `England: ${COUNTED.length} measures at ${YEAR_ENDS.length} year-ends, ${time}`,
    Math.max(...parts.map(({ own }) => own)),
    'ms of the slower thread’s own',
    `${(performance.now() - clock).toFixed(0)} by the clock, ${(processTime() - all).toFixed(0)} of all threads with clearing up; ${figures} figures have a value; ${megabytes()}; the aim is 10 s on two cores`,
  );
}
await Promise.all(workers.map((worker) => worker.terminate()));
