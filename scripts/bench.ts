/** Runs every benchmark in bench/, or those whose name contains the words given: `npm run bench -- columns`. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const wanted = process.argv.slice(2);
const files = globSync('bench/*.bench.ts', { cwd: root })
  .toSorted()
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)));

let failed = 0;
for (const file of files) {
  console.log(`\n── ${file}`);
  const args = [
    '--disable-warning=ExperimentalWarning',
    '--max-old-space-size=6144',
    '--expose-gc',
    join(root, file),
  ];
  if (spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
