import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Whether there is a process of that number, whoever's it is. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Sends a signal; a process that has gone meanwhile is what we wanted. */
export const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

const worksIn = (pid: number, folder: string): boolean => {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === folder &&
      readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
    );
  } catch {
    return false;
  }
};

/**
 * PostgreSQL processes that work in this folder, or undefined where the system cannot tell (no /proc). A number alone
 * proves nothing, since numbers are used again; every process of PostgreSQL stands in its own data folder, and that does.
 */
export const postgresProcessesIn = (folder: string): readonly number[] | undefined => {
  if (process.platform !== 'linux') return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, folder));
};
