import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The account PostgreSQL runs under. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Accounts PostgreSQL may run under when Rightplace was started by root, best first. */
const UNPRIVILEGED = ['rightplace', 'postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root, so when root starts us the database is given to an account with no rights.
 * Undefined when we are not root: then it simply runs as we do. An existing database keeps the account it has.
 * The account must be in the password file, because initdb looks its name up.
 */
export const accountForServer = (cluster: string): Account | undefined => {
  const us = process.getuid?.();
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (us !== 0) {
    if (us === undefined || owner === undefined || owner.uid === us) return undefined;
    throw new Error(
      `The database in ${cluster} belongs to another account (number ${owner.uid}), perhaps because Rightplace was once ` +
        'started by root. Start it as then, or give this one a folder of its own with RIGHTPLACE_DATA or --data.',
    );
  }
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of UNPRIVILEGED) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Error(
    `PostgreSQL will not run as root, and none of the accounts ${UNPRIVILEGED.join(', ')} exists on this machine. ` +
      'Start Rightplace as an ordinary user, or set DATABASE_URL to a PostgreSQL that is already running.',
  );
};

/** Whether the account can reach a folder: each folder on the way must let it pass. */
export const canReach = ({ uid, gid }: Account, folder: string): boolean => {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const { mode, uid: owner, gid: group } = statSync(at);
    const mayPass = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001;
    if (mayPass === 0) return false;
    if (at === path.dirname(at)) return true;
  }
};
