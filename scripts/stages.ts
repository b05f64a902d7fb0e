import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quickFolder } from '../packages/store/src/testing/quick-folder.ts';
import { root } from './install.mjs';

/**
 * A step of the whole check: either one of the project's tools, or test files for Node's own test runner. A test file
 * has a process of its own, or they are packed into a few; up to four run at once.
 */
export type Stage = { readonly title: string; readonly env?: Readonly<Record<string, string>> } & (
  | { readonly command: readonly [string, ...string[]] }
  | {
      readonly tests: readonly string[];
      /** Run before the others: one that takes long must not be what is left at the end. */
      readonly first?: readonly string[];
      readonly isPacked?: boolean;
      /** How many more run at once than there are processors: who waits for a database or a browser leaves one idle. */
      readonly waiting?: number;
    }
);

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** More at once would want more connections than the test server gives, and more memory than a browser each leaves. */
const MOST_AT_ONCE = 4;

const scratch = mkdtempSync(join(quickFolder(), 'rightplace-test-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** A process of tests loads the whole product. Half of that time is saved by keeping it compiled, where it keeps itself. */
const compiled = join(root, 'node_modules/.cache/rightplace');

const run = (program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });

const runTool = async (
  [tool, ...args]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
): Promise<Counts> =>
  (await run(join(root, 'node_modules', '.bin', tool), args, env))
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1 };

/** Node's runner goes by the names of files: what is numbered is begun in this order. */
const numbered = (texts: readonly string[]): readonly string[] => {
  const folder = mkdtempSync(join(scratch, 'order-'));
  return texts.map((text, i) => {
    const entry = join(folder, `${String(i + 1).padStart(3, '0')}.test.mjs`);
    writeFileSync(entry, text);
    return entry;
  });
};

const alone = (file: string): string => `import '${pathToFileURL(join(root, file)).href}';\n`;

const runner = new URL('pack.ts', import.meta.url).href;
const together = (files: readonly string[]): string =>
  `import { runPack } from '${runner}';\nrunPack(${JSON.stringify(files.map((file) => join(root, file)))});\n`;

/** The share of the files that are left which a pack takes. */
const SHARE = 1 / 5;

/**
 * Files that stand next to each other need the same of the product, so they go together. A pack loads the product, so
 * there are few; but the last ones are of a file or two, so that no processor waits long for another's.
 */
const packed = (files: readonly string[]): readonly (readonly string[])[] => {
  const size = Math.ceil(files.length * SHARE);
  return size === 0 ? [] : [files.slice(0, size), ...packed(files.slice(size))];
};

const runTests = async (
  { tests, first = [], isPacked = false, waiting = 0 }: Extract<Stage, { tests: readonly string[] }>,
  env: NodeJS.ProcessEnv,
): Promise<Counts> => {
  const found = tests.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted();
  const files = [...first, ...found.filter((file) => !first.includes(file))];
  if (found.length === 0) {
    console.error(`No test file matches ${tests.join(', ')}.`);
    return { passed: 0, failed: 1 };
  }
  const counted = join(mkdtempSync(join(scratch, 'run-')), 'counts.json');
  const succeeded = await run(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      // Room to load the product in without collecting what it made a dozen times.
      '--min-semi-space-size=16',
      '--import',
      new URL('chance.ts', import.meta.url).href,
      '--test',
      `--test-concurrency=${Math.min(availableParallelism() + waiting, MOST_AT_ONCE)}`,
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      `--test-reporter=${join(root, 'scripts/count-tests.mjs')}`,
      `--test-reporter-destination=${counted}`,
      ...numbered(isPacked ? packed(files).map(together) : files.map(alone)),
    ],
    env,
  );
  try {
    const counts = JSON.parse(readFileSync(counted, 'utf8')) as Counts;
    // A crash after the last test, or a file that never reported, must not look like success.
    return !succeeded && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1 };
  }
};

export const runStage = async (stage: Stage): Promise<Counts> => {
  const started = performance.now();
  console.log(`\n── ${stage.title}`);
  const env = { ...process.env, TZ: 'Europe/London', NODE_COMPILE_CACHE: compiled, ...stage.env };
  const counts = await ('command' in stage ? runTool(stage.command, env) : runTests(stage, env));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`   ${counts.passed} passed, ${counts.failed} failed in ${seconds} s: ${stage.title}`);
  return counts;
};

/** One after another. */
export const runStages = async (stages: readonly Stage[]): Promise<readonly Counts[]> => {
  const results: Counts[] = [];
  for (const stage of stages) results.push(await runStage(stage));
  return results;
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
