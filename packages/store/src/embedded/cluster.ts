import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, accountForServer } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { isRunning } from './processes.ts';

/** A PostgreSQL data folder inside Rightplace's data folder, and how to run it. */
export interface Cluster {
  /** Rightplace's data folder, with links resolved. */
  readonly dataDir: string;
  /** PostgreSQL's own folder. */
  readonly folder: string;
  readonly logFile: string;
  /** Where its socket goes: a folder only its account can enter. */
  readonly socketFolder: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
}

/** The longest path a socket may have is 107 bytes on Linux and 103 on macOS. */
const LONGEST_SOCKET_PATH = 103;

const makePrivate = (folder: string, account: Account | undefined): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const owner = account?.uid ?? process.getuid?.() ?? found.uid;
  if (!found.isDirectory() || (found.uid !== owner && found.uid !== process.getuid?.())) {
    throw new Error(
      `${folder} belongs to somebody else, so the database cannot put its socket there. Remove it.`,
    );
  }
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
};

const socketFolderFor = (dataDir: string, account: Account | undefined): string => {
  const beside = path.join(dataDir, 'run');
  const fits = Buffer.byteLength(path.join(beside, '.s.PGSQL.5432.lock')) <= LONGEST_SOCKET_PATH;
  // An account we dropped to may not be able to reach the data folder; and it would write in a folder that is ours.
  if (fits && account === undefined) return beside;
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return path.join('/tmp', `rightplace-${account?.uid ?? process.getuid?.() ?? 0}-${name}`);
};

export const makeSocketFolder = ({ socketFolder, account }: Cluster): void =>
  makePrivate(socketFolder, account);

/** Takes the socket's folder away after a stop. One that is in use again is not empty, and stays. */
export const removeSocketFolder = ({ socketFolder }: Cluster): void => {
  try {
    rmdirSync(socketFolder);
  } catch {
    // Whoever uses it now will remove it.
  }
};

export const openCluster = (dataDir: string): Cluster => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const resolved = realpathSync(dataDir);
  const folder = path.join(resolved, 'postgres');
  const account = accountForServer(folder);
  return {
    dataDir: resolved,
    folder,
    logFile: path.join(resolved, 'postgres.log'),
    socketFolder: socketFolderFor(resolved, account),
    account,
    binaries: findBinaries(account),
  };
};

/**
 * How PostgreSQL is told its own folder. On Linux it is started inside the folder and told "where you stand", because
 * the account it runs under may not be able to pass the folders above (a checkout in /root, a private temporary folder).
 */
export const ownFolder = (folder: string): string =>
  process.platform === 'linux' ? '/proc/self/cwd' : folder;

/** What a child process of ours needs to know: nothing of our own settings reaches it. */
export const bareEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  LC_ALL: 'C',
  TZ: 'UTC',
});

/** Only what `spawn` takes: absent when we are not root. */
export const asAccount = (account: Account | undefined): { uid?: number; gid?: number } =>
  account === undefined ? {} : { uid: account.uid, gid: account.gid };

/**
 * Makes the database files when there are none. They are made under another name and renamed when whole, so a kill
 * half-way leaves nothing that looks like a database, and of two starts at once one wins.
 */
export const ensureClusterFiles = (cluster: Cluster): void => {
  if (existsSync(path.join(cluster.folder, 'PG_VERSION'))) return;
  removeAbandoned(cluster.dataDir);
  const making = path.join(cluster.dataDir, `postgres.new-${process.pid}`);
  rmSync(making, { recursive: true, force: true });
  makePrivate(making, cluster.account);
  const made = spawnSync(
    cluster.binaries.initdb,
    [
      `--pgdata=${ownFolder(making)}`,
      '--username=postgres',
      // Whoever can enter the socket's private folder is trusted; there is no other way in.
      '--auth-local=trust',
      '--auth-host=reject',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
    ],
    { cwd: making, env: bareEnvironment(), encoding: 'utf8', ...asAccount(cluster.account) },
  );
  if (made.error !== undefined || made.status !== 0) {
    rmSync(making, { recursive: true, force: true });
    throw new Error(
      `The database could not be made in ${cluster.dataDir}: ${made.error?.message ?? made.stderr.trim()}`,
    );
  }
  try {
    renameSync(making, cluster.folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(path.join(cluster.folder, 'PG_VERSION'))) throw error;
  }
};

/** Half-made databases of starts that were killed. */
const removeAbandoned = (dataDir: string): void => {
  for (const name of readdirSync(dataDir)) {
    const maker = /^postgres\.new-(\d+)$/.exec(name)?.[1];
    if (maker !== undefined && !isRunning(Number(maker))) {
      rmSync(path.join(dataDir, name), { recursive: true, force: true });
    }
  }
};
