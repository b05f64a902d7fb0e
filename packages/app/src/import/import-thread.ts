import { Worker } from 'node:worker_threads';
import type { Moment } from '@rightplace/domain';
import type { Login } from '@rightplace/store';
import type { World } from '../world.ts';
import { doImportJob, type ImportJob, type ImportJobOutcome } from './import-job.ts';

/**
 * Does imports in a thread of its own, so that the pages stay quick while ten years of returns are compared with the
 * record. One at a time: a second waits its turn, for the memory's sake.
 */
export interface ImportThread {
  readonly run: (job: ImportJob, at: Moment) => Promise<ImportJobOutcome>;
}

/** What the thread is handed when it begins. */
export interface HandedOver {
  readonly login: Login;
  readonly job: ImportJob;
  readonly at: Moment;
}

const MOST_MEGABYTES = 3072;

/** Files are handed over and not copied, unless they lie in memory that holds other things too. */
const handedOver = (job: ImportJob): ArrayBuffer[] =>
  job.kind !== 'preview'
    ? []
    : job.files.flatMap(({ bytes: { buffer, byteLength } }) =>
        buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && byteLength > 65_536
          ? [buffer]
          : [],
      );

const inThread = (handed: HandedOver): Promise<ImportJobOutcome> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./import-worker.ts', import.meta.url), {
      workerData: handed,
      transferList: handedOver(handed.job),
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    thread.once('message', (outcome: ImportJobOutcome) => resolve(outcome));
    thread.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(TOO_LARGE) : reject(error),
    );
    thread.once('exit', (code) => reject(new Error(`The import's thread ended early (${code})`)));
  });

const TOO_LARGE: ImportJobOutcome = {
  kind: 'refused',
  name: 'too-large',
  sentence:
    'These files hold more than can be compared with the record at once here, so nothing was done. Load them with the command “rightplace import”, or a year at a time.',
};

export const createImportThread = (login: Login): ImportThread => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (job, at) => {
      const turn = last.then(() => inThread({ login, job, at }));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
};

/** In the thread for imports when there is one, or else here. */
export const runImportJob = (world: World, job: ImportJob): Promise<ImportJobOutcome> =>
  world.importThread === undefined ? doImportJob(world, job) : world.importThread.run(job, world.now());
