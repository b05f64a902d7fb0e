import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

const RUNNER = new URL('../scripts/pack.ts', import.meta.url).href;

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rp-pack-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Packs test files of these names and texts, and says how the run ended and what it said. */
const packed = (
  files: Readonly<Record<string, string>>,
): { readonly status: number | null; readonly said: string } => {
  const paths = Object.entries(files).map(([name, text]) => {
    const path = join(folder, `${name}.test.mjs`);
    writeFileSync(path, `import { after, before, test } from 'node:test';\n${text}\n`);
    return path;
  });
  const pack = join(folder, 'pack.test.mjs');
  writeFileSync(pack, `import { runPack } from '${RUNNER}';\nrunPack(${JSON.stringify(paths)});\n`);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', pack], {
    env,
    encoding: 'utf8',
  });
  return { status, said: stdout };
};

const aFile = (name: string): string => `
  before(() => console.log('${name} begins'));
  after(() => console.log('${name} ends'));
  test('of ${name}', () => console.log('${name} is tested'));`;

test('what a packed file says before and after its tests is said of them alone', () => {
  const { status, said } = packed({ one: aFile('one'), two: aFile('two') });
  assert.equal(status, 0, said);
  assert.deepEqual(said.match(/(?:one|two) (?:begins|is tested|ends)/g), [
    'one begins',
    'one is tested',
    'one ends',
    'two begins',
    'two is tested',
    'two ends',
  ]);
});

test('a packed file that fails at its top, before its tests or in one fails the run, and the others are run', () => {
  for (const broken of [
    "throw new Error('at its top');",
    "before(() => { throw new Error('before'); }); test('of it', () => {});",
    "test('of it', () => { throw new Error('in it'); });",
  ]) {
    const { status, said } = packed({ broken, two: aFile('two') });
    assert.notEqual(status, 0, broken);
    assert.match(said, /two is tested/, broken);
  }
});

test('a packed file that waits at its top, and would lose its suite, is refused', () => {
  const { status, said } = packed({ waits: `await null;${aFile('waits')}` });
  assert.notEqual(status, 0);
  assert.doesNotMatch(said, /waits is tested/);
});
