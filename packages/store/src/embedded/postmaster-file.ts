import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isRunning, postgresProcessesIn } from './processes.ts';

/** What a running PostgreSQL writes of itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

const fileOf = (folder: string): string => path.join(folder, 'postmaster.pid');

const readLines = (folder: string): readonly string[] => {
  try {
    return readFileSync(fileOf(folder), 'utf8').split('\n');
  } catch {
    return [];
  }
};

const readPid = (folder: string): number | undefined => {
  const pid = Number(readLines(folder)[0] ?? '');
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
};

/** The server that runs on this folder, or undefined when there is none (whatever an old file says). */
export const findPostmaster = (folder: string): Postmaster | undefined => {
  const lines = readLines(folder);
  const pid = readPid(folder);
  if (pid === undefined || !isRunning(pid)) return undefined;
  // A number alone proves nothing, since numbers are used again.
  if (postgresProcessesIn(folder)?.includes(pid) === false) return undefined;
  return { pid, socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
};

/**
 * Removes a `postmaster.pid` whose number has come to another process. PostgreSQL sees to other old files itself, but
 * here it would refuse to start. Any other file is left, since another start may be writing its own this moment.
 */
export const removeMisleadingPostmasterFile = (folder: string): void => {
  const pid = readPid(folder);
  if (pid === undefined || !isRunning(pid)) return;
  if (postgresProcessesIn(folder)?.includes(pid) === false) rmSync(fileOf(folder), { force: true });
};
