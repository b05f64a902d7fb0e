/**
 * An authority with 500 searches for homes and 20,000 approaches in them: how long each page of a search takes an officer, alone
 * and with a few at work at once. `BENCH_FOLDER` names a folder that is kept, so that a second run invents nothing anew.
 */
import { readFileSync } from 'node:fs';
import { giveManySearches } from './many-searches.ts';
import { say } from './report.ts';
import { emptyFolder, serveFrom, signInAs } from './served.ts';

const OFFICER = 'Daisy Tansley-Wray';
/** A home is asked for by a social worker alone. */
const SOCIAL_WORKER = 'Jo Park';
const ASK = '/searches/ask';
const SEARCHES = Number(process.env['BENCH_SEARCHES'] ?? 500);
const APPROACHES = Number(process.env['BENCH_APPROACHES'] ?? 20_000);
const TIMES = Number(process.env['BENCH_TIMES'] ?? 40);
const TOGETHER = 5;
const SETTLING_SECONDS = Number(process.env['BENCH_SETTLING_SECONDS'] ?? 60);
const WARMING_MS = 15_000;
/** Of a processor's time, as Linux counts it. */
const TICK_MS = 10;

const percentile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** What the server's process was given of the processor; its database is another's. */
const processorMs = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
};

const kept = process.env['BENCH_FOLDER'];
const folder = kept === undefined ? emptyFolder() : { path: kept, remove: () => undefined };
const first = await serveFrom(folder.path);
await new Promise((resolve) => setTimeout(resolve, kept === undefined ? SETTLING_SECONDS * 1000 : 0));
await first.stop();
const at = await giveManySearches(folder.path, { searches: SEARCHES, approaches: APPROACHES });
say('searches that go on', at.live, 'searches', `${at.entries} entries in the one that is asked for`);

const served = await serveFrom(folder.path);
try {
  const cookie = await signInAs(served.url, OFFICER);
  const worker = await signInAs(served.url, SOCIAL_WORKER);
  const ask = async (path: string): Promise<number> => {
    const started = performance.now();
    const answer = await fetch(served.url + path, { headers: { cookie: path === ASK ? worker : cookie } });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return performance.now() - started;
  };
  const homes = await (await fetch(`${served.url}/homes`, { headers: { cookie } })).text();
  const home = /href="(\/homes\/\d+)"/.exec(homes)?.[1] ?? '/homes/1';
  const of = `/searches/${at.search}`;
  // Figures are warmed beside the first pages, and would be measured with them.
  await new Promise((resolve) => setTimeout(resolve, WARMING_MS));
  const pages: readonly (readonly [string, string])[] = [
    ['a page with nothing on it', '/health'],
    ['searches as a board', '/searches'],
    ['searches as a table', '/searches?as=table'],
    ['a search', of],
    ['its case', `/cases/${at.search}`],
    ['an approach', `${of}/approaches/${at.approach}`],
    ['an offer', `${of}/offers/${at.offer}`],
    ['comparing offers', `${of}/compare`],
    ['its chronology', `${of}/chronology`],
    ['writing an approach', `${of}/write/approach`],
    ['asking for a home', ASK],
    ['the profile', `/cases/${at.search}/profile`],
    ['homes', '/homes'],
    ['a home', home],
    ...(at.agreement === undefined ? [] : [['an agreement', `/agreements/${at.agreement}`] as const]),
    ['commitments', '/commitments'],
  ];
  let nothing = Number.NaN;
  for (const [name, path] of pages) {
    for (let warm = 0; warm < 5; warm++) await ask(path);
    const before = processorMs(served.pid);
    const alone: number[] = [];
    for (let i = 0; i < TIMES; i++) alone.push(await ask(path));
    const given = (processorMs(served.pid) - before) / TIMES;
    const together: number[] = [];
    await Promise.all(
      Array.from({ length: TOGETHER }, async () => {
        for (let i = 0; i < TIMES / TOGETHER; i++) together.push(await ask(path));
      }),
    );
    if (Number.isNaN(nothing)) nothing = percentile(alone, 0.5);
    const times = (percentile(alone, 0.5) / nothing).toFixed(0);
    say(`${name}, one person, p50`, percentile(alone, 0.5), 'ms', `${times} times a page with nothing on it`);
    say(
      `${name}, one person, p95`,
      percentile(alone, 0.95),
      'ms',
      `${given.toFixed(1)} ms of the server’s own`,
    );
    say(`${name}, ${TOGETHER} at once, p95`, percentile(together, 0.95), 'ms', `${TIMES} pages`);
  }
} finally {
  await served.stop();
  folder.remove();
}
