/** What the tests need of the machine and npm cannot bring: Debian's Chromium and an installed PostgreSQL 15. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isRoot = process.getuid?.() === 0;

const installFromDebian = (packages: readonly string[]): void => {
  const apt = (...args: string[]): void => {
    const [command, ...rest] = isRoot ? ['apt-get', ...args] : ['sudo', 'apt-get', ...args];
    const run = spawnSync(command, rest, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (run.status !== 0) {
      throw new Error(
        `Could not install ${packages.join(', ')} from Debian. Install it by hand and run npm test again.`,
      );
    }
  };
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
};

const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

/**
 * Where a Chromium is, installing Debian's when there is none. Its shell without windows draws the same pages with three quarters of
 * the work, so it is installed beside a browser that is there already, and that one is used where it cannot be had.
 */
export const ensureChromium = (): string => {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked !== undefined && existsSync(asked)) return asked;
  if (existsSync(HEADLESS_SHELL)) return HEADLESS_SHELL;
  const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = browsers.find((place) => existsSync(place));
  console.error('Installing Chromium’s headless shell for the journeys…');
  try {
    installFromDebian(['chromium-headless-shell']);
    return HEADLESS_SHELL;
  } catch (failed) {
    if (found !== undefined) return found;
    console.error(failed instanceof Error ? failed.message : failed);
  }
  installFromDebian(['chromium']);
  return '/usr/bin/chromium';
};

const postgresFolder = '/usr/lib/postgresql';
const installedServer = (): string | undefined => {
  if (!existsSync(postgresFolder)) return undefined;
  const versions = readdirSync(postgresFolder).filter((name) =>
    existsSync(join(postgresFolder, name, 'bin', 'initdb')),
  );
  const version = versions.includes('15') ? '15' : versions.toSorted((a, b) => Number(a) - Number(b)).at(0);
  return version === undefined ? undefined : join(postgresFolder, version, 'bin');
};

/** A throwaway server of the installed PostgreSQL on a private socket, owned by an unprivileged user. */
export const startInstalledPostgres = (): { readonly url: string; readonly stop: () => void } => {
  if (installedServer() === undefined) {
    console.error('Installing PostgreSQL for the second run of the database tests…');
    installFromDebian(['postgresql']);
  }
  const bin = installedServer();
  if (bin === undefined)
    throw new Error('PostgreSQL was installed but its programs were not found under /usr/lib/postgresql.');
  const folder = mkdtempSync(join(tmpdir(), 'rp-pg-'));
  const owner = isRoot
    ? {
        uid: Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' })),
        gid: Number(execFileSync('id', ['-g', 'postgres'], { encoding: 'utf8' })),
      }
    : {};
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const run = (program: string, args: readonly string[]): void => {
    execFileSync(join(bin, program), args, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off -c max_connections=200`;
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  return {
    url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
