/** The thread of one job on returns: opens a connection of its own as the application, does the job, says how it went. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Moment, momentFromMilliseconds } from '@rightplace/domain';
import { openPool } from '@rightplace/store';
import type { Tell } from '../work/work-step.ts';
import { doThreadJob } from './return-job.ts';
import type { FromThread, HandedOver } from './return-thread.ts';

const { login, job, asked } = workerData as HandedOver;
/** The clock of who asked, which goes on while this waits and works: what is saved late is known late. */
const now = (): Moment => momentFromMilliseconds(Date.parse(asked.at) + Date.now() - asked.milliseconds);
const say = (said: FromThread): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads of one process have no origins
  parentPort?.postMessage(said);
};
// Two: what holds checks back from one another, and what reads the record meanwhile.
const db = openPool({ ...login, most: 2, name: 'returns' });
try {
  const tell: Tell = (step) => say({ kind: 'step', step });
  say({ kind: 'outcome', outcome: await doThreadJob({ db, now, tell }, job) });
} finally {
  await db.destroy();
}
