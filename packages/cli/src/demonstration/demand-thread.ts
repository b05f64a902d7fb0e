import { Worker } from 'node:worker_threads';
import type { Login } from '@rightplace/store';

/** What the thread is handed. */
export interface DemandAsked {
  readonly login: Login;
  readonly seed: string;
}

/**
 * Invents what came before the demonstration's children were looked after and keeps it, where it has none yet: in a thread
 * of its own after the pages are served, because two hundred thousand rows take some seconds. Looks again every few hours,
 * so that a demonstration that runs on is told what has come since. Stopped half-way it has kept nothing, and the next time
 * does it.
 */
export const giveDemandBeside = (
  asked: DemandAsked,
  onTrouble: (error: unknown) => void,
): { readonly done: Promise<unknown>; readonly stop: () => Promise<unknown> } => {
  let running: Worker | undefined;
  const run = (): Promise<void> => {
    const thread = new Worker(new URL('./demand-worker.ts', import.meta.url), { workerData: asked });
    running = thread;
    thread.on('error', onTrouble);
    return new Promise<void>((resolve) =>
      thread.once('exit', () => {
        running = undefined;
        resolve();
      }),
    );
  };
  const again = setInterval(() => {
    if (running === undefined) void run();
  }, HOURS_BETWEEN * 3_600_000);
  again.unref();
  return {
    done: run(),
    stop: async () => {
      clearInterval(again);
      await running?.terminate();
    },
  };
};

const HOURS_BETWEEN = 6;
