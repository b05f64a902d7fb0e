import { totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Moment } from '@rightplace/domain';
import type { Login } from '@rightplace/store';
import type { Tell, WorkStep } from '../work/work-step.ts';
import type { World } from '../world.ts';
import type { GivenFile } from './given-files.ts';
import {
  doThreadJob,
  type OutcomeOf,
  type ReturnJob,
  type ReturnJobOutcome,
  type ThreadJob,
} from './return-job.ts';

/**
 * Reads, loads and writes whole returns in a thread of its own, so that the pages stay quick while ten years of returns are
 * compared with the record. One at a time: a second waits its turn, for the memory's sake.
 */
export interface ReturnThread {
  /** `tell` hears how far it is. */
  readonly run: <Job extends ThreadJob>(job: Job, at: Moment, tell?: Tell) => Promise<OutcomeOf<Job>>;
}

/** What the thread is handed when it begins. */
export interface HandedOver {
  readonly login: Login;
  readonly job: ThreadJob;
  /** The moment it was asked for by the clock of who asked, and this machine's milliseconds just then. */
  readonly asked: { readonly at: Moment; readonly milliseconds: number };
}

/** Room for all that can be sent at once, and never so much of a small machine that the pages go with it. */
const MOST_MEGABYTES = Math.min(3072, Math.floor(totalmem() / 2 / 1_048_576));

/** Files are handed over and not copied, unless they lie in memory that holds other things too. */
const handedOver = (job: ThreadJob): ArrayBuffer[] =>
  filesOf(job).flatMap(({ bytes: { buffer, byteLength } }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && byteLength > 65_536 ? [buffer] : [],
  );

const filesOf = (job: ThreadJob): readonly GivenFile[] => {
  if (job.kind === 'preview-upstream') return job.asked.files;
  return job.kind === 'preview' ? job.files : [];
};

/** What the thread says: how far it is, then how it went. */
export type FromThread =
  | { readonly kind: 'step'; readonly step: WorkStep }
  | { readonly kind: 'outcome'; readonly outcome: OutcomeOf<ThreadJob> };

const inThread = (handed: HandedOver, mostMegabytes: number, tell: Tell): Promise<OutcomeOf<ThreadJob>> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./return-worker.ts', import.meta.url), {
      workerData: handed,
      transferList: handedOver(handed.job),
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    thread.on('message', (said: FromThread) =>
      said.kind === 'step' ? tell(said.step) : resolve(said.outcome),
    );
    thread.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(TOO_LARGE) : reject(error),
    );
    thread.once('exit', (code) => reject(new Error(`The thread of a return ended early (${code})`)));
  });

const TOO_LARGE = {
  kind: 'refused',
  name: 'too-large',
  sentence:
    'These files hold more than can be compared with the record at once here, so nothing was done. Load them with the command “rightplace import”, or a year at a time.',
} as const;

export const createReturnThread = (login: Login, mostMegabytes = MOST_MEGABYTES): ReturnThread => {
  let last: Promise<unknown> = Promise.resolve();
  let unfinished = 0;
  const waiting = new Map<string, Waiting>();
  return {
    run: <Job extends ThreadJob>(job: Job, at: Moment, tell?: Tell) => {
      const asked = { at, milliseconds: Date.now() };
      const shared = sharedAs(job);
      const same = shared === undefined ? undefined : waiting.get(shared);
      // It has not begun, so it begins after the last of those who asked for it.
      if (same !== undefined) same.handed = { login, job, asked };
      const own = same ?? { handed: { login, job, asked }, told: [] };
      if (tell !== undefined) own.told.push(tell);
      if (unfinished > 0) tell?.(WAITING);
      own.turn ??= last.then(() => {
        if (shared !== undefined) waiting.delete(shared);
        return inThread(own.handed, mostMegabytes, (step) => {
          for (const told of own.told) told(step);
        });
      });
      if (same === undefined) {
        unfinished += 1;
        last = own.turn
          .catch(() => undefined)
          .finally(() => {
            unfinished -= 1;
          });
      }
      if (shared !== undefined) waiting.set(shared, own);
      // A job of one kind is answered as that kind is: `doThreadJob`.
      return own.turn as Promise<OutcomeOf<Job>>;
    },
  };
};

const WAITING: WorkStep = { words: 'Waiting until other work on returns is done', share: 0 };

/** A job that waits its turn, as whoever asked for it last asked. */
interface Waiting {
  handed: HandedOver;
  readonly told: Tell[];
  turn?: Promise<OutcomeOf<ThreadJob>>;
}

/** What people press a button for may be asked for by many at once, and one answer serves those who wait for it. */
const sharedAs = (job: ThreadJob): string | undefined =>
  job.kind === 'check' && job.asked.cause === 'asked'
    ? `${job.asked.authorityId} ${job.asked.collectionYear}`
    : undefined;

/** In the thread for returns when there is one, or else here. */
export const runReturnJob = (world: World, job: ReturnJob): Promise<ReturnJobOutcome> =>
  inThreadOrHere(world, job);

export const inThreadOrHere = <Job extends ThreadJob>(
  world: Pick<World, 'db' | 'now' | 'returnThread' | 'tell'>,
  job: Job,
): Promise<OutcomeOf<Job>> =>
  world.returnThread === undefined
    ? (doThreadJob(world, job) as Promise<OutcomeOf<Job>>)
    : world.returnThread.run(job, world.now(), world.tell);
