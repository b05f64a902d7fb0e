/** `rightplace measures` as a whole command: a return of 1,500 children, every measure and breakdown at 120 month-ends. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { best, say } from './report.ts';
import { emptyFolder } from './served.ts';

const main = join(import.meta.dirname, '..', 'packages/cli/src/main.ts');
const folder = emptyFolder();
const rightplace = (...args: readonly string[]): string => {
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
};

try {
  // 1,040 looked after on the day: with those who left in the year, a return of about 1,500 children.
  rightplace(
    'demo',
    '--children',
    '1040',
    '--seed',
    '1',
    '--as-of',
    '2026-03-31',
    '--years',
    '10',
    '--out',
    folder.path,
  );
  const one = join(folder.path, '2026');
  for (const name of readdirSync(folder.path))
    if (name !== '2026') rmSync(join(folder.path, name), { recursive: true });
  const children = new Set(
    rightplace('measures', one, '--as-of', '2026-03-31', '--children', '--json').match(/"[A-Z]{2}\d+"/g),
  ).size;
  const nothing = best(5, () => rightplace('measures', '--help'));
  const day = best(5, () => rightplace('measures', one, '--as-of', '2026-03-31', '--json'));
  const series = best(5, () =>
    rightplace('measures', one, '--as-of', '2026-03-31', '--series', 'monthly:120', '--json'),
  );
  say('measures, one day', day.ms, 'ms', `the whole command; a return with ${children} children counted`);
  say('measures, 120 month-ends', series.ms, 'ms', 'the whole command; the aim is under 1,000');
  say(
    'of which starting',
    nothing.ms,
    'ms',
    `showing help; the series is ${(series.ms / nothing.ms).toFixed(1)} times that`,
  );
} finally {
  folder.remove();
}
