import { Worker } from 'node:worker_threads';
import type { Login } from '@rightplace/store';

/** What the thread is handed. */
export interface DemandAsked {
  readonly login: Login;
  readonly seed: string;
}

/**
 * Invents what came before the demonstration's children were looked after and keeps it, where it has none yet: in a thread
 * of its own after the pages are served, because two hundred thousand rows take some seconds.
 */
export const giveDemandBeside = (
  asked: DemandAsked,
  onTrouble: (error: unknown) => void,
): { readonly stop: () => Promise<void> } => {
  let thread: Worker | undefined = new Worker(new URL('./demand-worker.ts', import.meta.url), {
    workerData: asked,
  });
  thread.once('error', onTrouble);
  thread.once('exit', () => {
    thread = undefined;
  });
  return {
    stop: async () => {
      await thread?.terminate();
    },
  };
};
