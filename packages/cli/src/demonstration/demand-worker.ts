/** The thread of `giveDemandBeside`: opens a connection of its own as the application, does it, and ends. */
import { workerData } from 'node:worker_threads';
import { giveDemand } from '@rightplace/app';
import { inventDemand } from '@rightplace/demo';
import { openPool } from '@rightplace/store';
import { now } from '../settings.ts';
import type { DemandAsked } from './demand-thread.ts';

const { login, seed } = workerData as DemandAsked;
const db = openPool({ ...login, most: 1, name: 'demonstration' });
try {
  await giveDemand({ db, now }, (asked) => inventDemand({ seed, ...asked }));
} finally {
  await db.destroy();
}
