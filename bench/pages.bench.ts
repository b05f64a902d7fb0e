/**
 * What people wait for: the first start on an empty folder, a later start, and the home page and a child's page while 20 people
 * ask for pages all the time, for 30 seconds. Server and people share this machine.
 */
import { gzipSync } from 'node:zlib';
import { say } from './report.ts';
import { emptyFolder, serveFrom, signInAs } from './served.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 30);
const PEOPLE = 20;
/** After a first start the demonstration is told what came before care, beside the pages: that would be measured with them. */
const SETTLING_SECONDS = Number(process.env['BENCH_SETTLING_SECONDS'] ?? 90);

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const folder = emptyFolder();
const first = await serveFrom(folder.path);
const opened = performance.now();
await (await fetch(`${first.url}/sign-in`)).text();
say(
  'first start, to the first page',
  first.startedInMs + performance.now() - opened,
  'ms',
  'empty folder: database made, demonstration invented',
);
await new Promise((resolve) => setTimeout(resolve, SETTLING_SECONDS * 1000));
await first.stop();
const served = await serveFrom(folder.path);
say(
  'later start',
  served.startedInMs,
  'ms',
  `the first start took ${(first.startedInMs / served.startedInMs).toFixed(1)} times as long`,
);

try {
  const cookie = await signInAs(served.url, 'Ada Osei');
  const ask = async (path: string): Promise<string> => {
    const answer = await fetch(served.url + path, { headers: { cookie } });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return text;
  };
  const cold = performance.now();
  await ask('/');
  say(
    'home page, the first time',
    performance.now() - cold,
    'ms',
    'the ledger is loaded and two years are counted',
  );

  const floor: number[] = [];
  for (let i = 0; i < 200; i++) {
    const started = performance.now();
    await (await fetch(`${served.url}/health`)).text();
    floor.push(performance.now() - started);
  }
  const nothing = percentile(
    floor.toSorted((a, b) => a - b),
    0.5,
  );

  for (const [name, path] of [
    ['home page', '/'],
    ['child page', '/children/NM900001'],
    ['list of children', '/children'],
    ['measure page', '/measures/stability-3plus'],
  ] as const) {
    const text = await ask(path);
    const alone: number[] = [];
    for (let i = 0; i < 20; i++) {
      const started = performance.now();
      await ask(path);
      alone.push(performance.now() - started);
    }
    const askedBy20 = async (pauseMs: number): Promise<readonly number[]> => {
      const times: number[] = [];
      const until = performance.now() + (SECONDS * 1000) / 2;
      const person = async (_: unknown, place: number): Promise<void> => {
        await new Promise((resolve) => setTimeout(resolve, (pauseMs / PEOPLE) * place));
        while (performance.now() < until) {
          const started = performance.now();
          await ask(path);
          times.push(performance.now() - started);
          if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
        }
      };
      await Promise.all(Array.from({ length: PEOPLE }, person));
      return times.toSorted((a, b) => a - b);
    };
    const paced = await askedBy20(1000);
    const sorted = await askedBy20(0);
    const one = percentile(
      alone.toSorted((a, b) => a - b),
      0.5,
    );
    say(
      `${name}, one person`,
      one,
      'ms',
      `median; ${(one / nothing).toFixed(0)} times a page with nothing on it`,
    );
    for (const [how, times] of [
      ['a second between their pages', paced],
      ['no pause', sorted],
    ] as const) {
      const pages = `${times.length} pages in ${SECONDS / 2} s`;
      say(`${name}, 20 people with ${how}, p50`, percentile(times, 0.5), 'ms', pages);
      say(`${name}, 20 people with ${how}, p95`, percentile(times, 0.95), 'ms', 'the same');
    }
    say(
      `${name}, weight`,
      gzipSync(text).length / 1024,
      'KB',
      `gzipped; ${(text.length / 1024).toFixed(0)} KB as written`,
    );
  }
} finally {
  await served.stop();
  folder.remove();
}
