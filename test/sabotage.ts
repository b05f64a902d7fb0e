/** Whether a test of a promise can fail: it is run against the product with the control taken out. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from '../scripts/install.mjs';

export interface Saboteur {
  /** What would no longer be so. */
  readonly breaks: string;
  /** The file that is changed, and what stands in it once. */
  readonly file: string;
  readonly takes: string;
  /** What stands in its place; nothing unless it is said. */
  readonly puts?: string;
  /** The file of the test that is to notice, and how its name begins. */
  readonly test: string;
  readonly noticedBy: string;
}

const HOOK = fileURLToPath(new URL('sabotage-hook.ts', import.meta.url));
const inRoot = (path: string): URL => new URL(path, `${pathToFileURL(root).href}/`);
const asPattern = (text: string): string => `^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`;

const output = (args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve) => {
    execFile(process.execPath, [...args], { cwd: root, env }, (_, stdout) => resolve(stdout));
  });

export type Noticed = 'noticed' | 'not noticed' | 'no such test' | 'nothing to take';

/** What the test says with the control taken out: it has to run, and to fail. */
export const noticed = async (saboteur: Saboteur): Promise<Noticed> => {
  const { file, takes, puts = '', test, noticedBy } = saboteur;
  const source = readFileSync(inRoot(file), 'utf8');
  if (source.split(takes).length !== 2) return 'nothing to take';
  // The runner tells its files by this that they are its own: without it this is a run of its own, whose result is read.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const told = await output(
    ['--import', HOOK, '--test-reporter=tap', `--test-name-pattern=${asPattern(noticedBy)}`, test],
    { ...env, SABOTAGED: inRoot(file).href, SABOTEUR_TAKES: takes, SABOTEUR_PUTS: puts },
  );
  const results = told.split('\n').filter((line) => /^(not )?ok \d+ - (?!.*# SKIP)/.test(line));
  if (results.length === 0) return 'no such test';
  return results.some((line) => line.startsWith('not ok')) ? 'noticed' : 'not noticed';
};
