import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { asAccount, bareEnvironment, type Cluster, makeSocketFolder, ownFolder } from './cluster.ts';
import { findPostmaster, removeMisleadingPostmasterFile } from './postmaster-file.ts';
import { isRunning, postgresProcessesIn, signal } from './processes.ts';

/** Ways of PostgreSQL; tests add to them. */
export type ServerSettings = Readonly<Record<string, string>>;

export interface RunningServer {
  readonly pid: number;
  readonly socketFolder: string;
}

const SETTINGS: ServerSettings = {
  // No network at all: the only way in is the socket in its private folder.
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // Compiling a query costs more than running any of ours.
  jit: 'off',
};

const LARGEST_LOG = 20 * 1024 * 1024;

const openLog = (file: string): number => {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
};

/** Starts the server's process and does not wait for it. It outlives us: the next start takes it over. */
const launch = (cluster: Cluster, settings: ServerSettings): { readonly exited: () => boolean } => {
  removeMisleadingPostmasterFile(cluster.folder);
  makeSocketFolder(cluster);
  const all = { ...SETTINGS, unix_socket_directories: cluster.socketFolder, ...settings };
  const log = openLog(cluster.logFile);
  const child = spawn(
    cluster.binaries.postgres,
    [
      '-D',
      ownFolder(cluster.folder),
      ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      cwd: cluster.folder,
      env: bareEnvironment(),
      stdio: ['ignore', log, log],
      // A session of its own: Ctrl-C in a terminal must reach us first, so that we close the database in good order.
      detached: true,
      ...asAccount(cluster.account),
    },
  );
  closeSync(log);
  let gone = false;
  child.once('exit', () => {
    gone = true;
  });
  child.once('error', () => {
    gone = true;
  });
  child.unref();
  return { exited: () => gone };
};

type Answer = 'ready' | 'not-yet' | 'none';

const CANNOT_CONNECT_NOW = '57P03';

const answerOf = async (socketFolder: string): Promise<Answer> => {
  const client = new pg.Client(adminOf(socketFolder));
  client.on('error', () => {});
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    return (error as { code?: string }).code === CANNOT_CONNECT_NOW ? 'not-yet' : 'none';
  } finally {
    await client.end().catch(() => {});
  }
};

export const adminOf = (socketFolder: string): pg.ClientConfig => ({
  host: socketFolder,
  port: 5432,
  user: 'postgres',
  database: 'postgres',
  ssl: false,
  connectionTimeoutMillis: 5_000,
});

const lastWords = (logFile: string): string => {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  return lines
    .filter((line) => /FATAL|PANIC|HINT|could not|error while/i.test(line))
    .slice(-3)
    .join('\n');
};

const DEAF_FOR_GOOD_MS = 10_000;
const ORPHANS_MAY_LINGER_MS = 3_000;
/** A server that is recovering stays; one that exits at once, again and again, will not do better later. */
const GIVE_UP_ON_EXITS_MS = 20_000;

/**
 * Gives the server that runs on this folder: the one already there if it answers, otherwise a new one.
 * After a kill its lock and its workers can linger some seconds, so a start that fails is tried again; workers whose
 * server is gone are ended (nothing they have not yet committed was ever acknowledged).
 */
export const ensureServer = async (
  cluster: Cluster,
  settings: ServerSettings,
  patienceMs: number,
): Promise<RunningServer> => {
  const began = Date.now();
  let launched: { readonly exited: () => boolean } | undefined;
  let deafSince: number | undefined;
  for (;;) {
    const found = findPostmaster(cluster.folder);
    const answer = found?.ready === true ? await answerOf(found.socketFolder) : 'not-yet';
    if (found !== undefined && answer === 'ready') return found;
    const passed = Date.now() - began;
    if (answer !== 'none') deafSince = undefined;
    else deafSince ??= Date.now();
    if (found === undefined && (launched === undefined || launched.exited())) {
      if (launched !== undefined) await wait(250);
      if (passed > ORPHANS_MAY_LINGER_MS) endOrphans(cluster.folder);
      launched = launch(cluster, settings);
    }
    // It says it is ready and lets nobody in: its socket was cleaned away, or it hangs. A new one takes its place.
    if (found !== undefined && deafSince !== undefined && Date.now() - deafSince > DEAF_FOR_GOOD_MS) {
      await stopServer(cluster.folder, found.pid, 'fast');
    }
    const failing = found === undefined && launched?.exited() === true && passed > GIVE_UP_ON_EXITS_MS;
    if (passed > patienceMs || failing) {
      throw new Error(
        `The database in ${cluster.dataDir} does not start. Its log, ${cluster.logFile}, ends:\n${lastWords(cluster.logFile)}`,
      );
    }
    await wait(20);
  }
};

const endOrphans = (folder: string): void => {
  if (findPostmaster(folder) !== undefined) return;
  for (const pid of postgresProcessesIn(folder) ?? []) signal(pid, 'SIGKILL');
};

const isThere = (folder: string, pid: number): boolean =>
  isRunning(pid) && postgresProcessesIn(folder)?.includes(pid) !== false;

const goneWithin = async (folder: string, pid: number, ms: number): Promise<boolean> => {
  for (const until = Date.now() + ms; Date.now() < until; await wait(20)) {
    if (!isThere(folder, pid)) return true;
  }
  return !isThere(folder, pid);
};

/** Stops the server and waits until it is gone: politely (`fast`: open transactions are rolled back), then less so. */
export const stopServer = async (folder: string, pid: number, how: 'fast' | 'immediate'): Promise<void> => {
  if (how === 'fast') {
    signal(pid, 'SIGINT');
    if (await goneWithin(folder, pid, 15_000)) return;
  }
  signal(pid, 'SIGQUIT');
  if (await goneWithin(folder, pid, 10_000)) return;
  signal(pid, 'SIGKILL');
  await goneWithin(folder, pid, 5_000);
};
