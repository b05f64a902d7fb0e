/**
 * The rules of the return, on returns of 1,500, 20,000 and 120,000 children with last year's beside them and faults put
 * in: how long, how much memory, how many findings. Each size has a process of its own, so that its memory is its own.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readReturn, validateReturn } from '@rightplace/ssda903';
import { faultyReturn } from './faulty-return.ts';
import { say, timed } from './report.ts';

/** Looked after at the year's end, for so many in the return: with those who left, and care leavers. */
const SIZES = (process.env['BENCH_CHILDREN'] ?? '1500,20000,120000').split(',').map(Number);
const SHARE_LOOKED_AFTER = 85_000 / 145_728;

/** What one size gave. */
interface Figures {
  readonly children: number;
  readonly rows: number;
  readonly ran: number;
  readonly findings: number;
  readonly read: number;
  readonly first: number;
  readonly again: number;
  readonly peak: number;
}

/** Every postcode of the return, each somewhere in the authority: looking them up is what costs. */
const anywhere = (compact: string) => {
  const east = 400_000 + ((compact.charCodeAt(0) * 7919 + compact.length * 104_729) % 90_000);
  return {
    east,
    north: 300_000 + ((compact.charCodeAt(compact.length - 1) * 6151) % 90_000),
    district: 'E10000016',
  };
};

const measure = (size: number): Figures => {
  const { files, previous, providers, children, rows } = faultyReturn(Math.round(size * SHARE_LOOKED_AFTER));
  globalThis.gc?.();
  const read = timed(() => ({ tables: readReturn(files).tables, previous: readReturn(previous).tables }));
  const check = () =>
    validateReturn({
      collectionYear: 2027,
      ...read.result,
      authority: 'E10000016',
      providers,
      postcodes: anywhere,
    });
  const first = timed(check);
  const again = timed(check);
  return {
    children,
    rows,
    ran: first.result.ran.length,
    findings: first.result.findings.length,
    read: read.ms,
    first: first.ms,
    again: again.ms,
    peak: process.resourceUsage().maxRSS / 1024,
  };
};

const inItsOwnProcess = (size: number): Figures => {
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--expose-gc',
      '--max-old-space-size=6144',
      fileURLToPath(import.meta.url),
    ],
    {
      env: { ...process.env, BENCH_SIZE: String(size) },
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
      maxBuffer: 1 << 20,
    },
  );
  if (status !== 0) throw new Error(`The return of ${size} children could not be measured`);
  return JSON.parse(stdout) as Figures;
};

const own = process.env['BENCH_SIZE'];
if (own !== undefined) process.stdout.write(JSON.stringify(measure(Number(own))));
else {
  const all = SIZES.map(inItsOwnProcess);
  for (const { children, rows, ran, findings, read, first, again, peak } of all) {
    const size = `${children.toLocaleString('en-GB')} children, ${rows.toLocaleString('en-GB')} rows, ${ran} rules`;
    say('return and last year’s read', read, 'ms', size);
    say('rules run, the first time', first, 'ms', `${size}; ${findings.toLocaleString('en-GB')} findings`);
    say('rules run again', again, 'ms', size);
    say('rules × children a second', (ran * children * 1000) / again, '', size);
    say('peak memory, with making the return', peak, 'MB', size);
  }
  const [smallest, largest] = [all[0], all.at(-1)];
  if (smallest !== undefined && largest !== undefined && all.length > 1)
    say(
      'time for each child of the largest',
      largest.again / largest.children / (smallest.again / smallest.children),
      'times',
      'that for each child of the smallest',
    );
}
