import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';

/** A step of the whole check: either one of the project's tools, or test files for Node's own test runner. */
export type Stage = { readonly title: string; readonly env?: Readonly<Record<string, string>> } & (
  | { readonly command: readonly [string, ...string[]] }
  | { readonly tests: readonly string[]; readonly oneProcess?: boolean; readonly concurrency?: number }
);

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'rightplace-test-'));

/** Every test file is a process that loads the whole product: half of that time is saved by keeping it compiled, where the product keeps it too. */
const compiled = join(root, 'node_modules/.cache/rightplace');
let stageNumber = 0;

const runTool = ([tool, ...args]: readonly [string, ...string[]], env: NodeJS.ProcessEnv): Counts => {
  const run = spawnSync(join(root, 'node_modules', '.bin', tool), args, { cwd: root, env, stdio: 'inherit' });
  return run.status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

const runTests = (stage: Extract<Stage, { tests: readonly string[] }>, env: NodeJS.ProcessEnv): Counts => {
  const files = stage.tests.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted();
  if (files.length === 0) {
    console.error(`No test file matches ${stage.tests.join(', ')}.`);
    return { passed: 0, failed: 1 };
  }
  const counted = join(scratch, `stage-${stageNumber}.json`);
  const run = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      // Room to load the product in without collecting what it made a dozen times.
      '--min-semi-space-size=16',
      '--import',
      new URL('chance.ts', import.meta.url).href,
      '--test',
      ...(stage.oneProcess ? ['--test-isolation=none'] : [`--test-concurrency=${stage.concurrency ?? 2}`]),
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      `--test-reporter=${join(root, 'scripts/count-tests.mjs')}`,
      `--test-reporter-destination=${counted}`,
      ...files,
    ],
    { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  try {
    const counts = JSON.parse(readFileSync(counted, 'utf8')) as Counts;
    // A crash after the last test, or a file that never reported, must not look like success.
    return run.status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1 };
  }
};

export const runStage = (stage: Stage): Counts => {
  stageNumber += 1;
  const started = performance.now();
  console.log(`\n── ${stage.title}`);
  const env = { ...process.env, TZ: 'Europe/London', NODE_COMPILE_CACHE: compiled, ...stage.env };
  const counts = 'command' in stage ? runTool(stage.command, env) : runTests(stage, env);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`   ${counts.passed} passed, ${counts.failed} failed in ${seconds} s: ${stage.title}`);
  return counts;
};

export const tally = (results: readonly Counts[]): Counts => ({
  passed: results.reduce((sum, each) => sum + each.passed, 0),
  failed: results.reduce((sum, each) => sum + each.failed, 0),
});

/** Ends the run: the last line is the one that machines read. */
export const printTally = (counts: Counts): void => {
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
};
