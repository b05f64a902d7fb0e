/** The thread of one job on returns: opens a connection of its own as the application, does the job, says how it went. */
import { parentPort, workerData } from 'node:worker_threads';
import { openPool } from '@rightplace/store';
import { doReturnJob } from './return-job.ts';
import type { HandedOver } from './return-thread.ts';

const { login, job, at } = workerData as HandedOver;
const db = openPool({ ...login, most: 1, name: 'returns' });
try {
  const outcome = await doReturnJob({ db, now: () => at }, job);
  parentPort?.postMessage(outcome);
} finally {
  await db.destroy();
}
