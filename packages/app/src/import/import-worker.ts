/** The thread of one import: opens a connection of its own as the application, does the job, says how it went. */
import { parentPort, workerData } from 'node:worker_threads';
import { openPool } from '@rightplace/store';
import { doImportJob } from './import-job.ts';
import type { HandedOver } from './import-thread.ts';

const { login, job, at } = workerData as HandedOver;
const db = openPool({ ...login, most: 1, name: 'import' });
try {
  const outcome = await doImportJob({ db, now: () => at }, job);
  parentPort?.postMessage(outcome);
} finally {
  await db.destroy();
}
