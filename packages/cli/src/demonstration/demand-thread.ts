import { Worker } from 'node:worker_threads';
import type { Login } from '@rightplace/store';

/** What the thread is handed. */
export interface DemandAsked {
  readonly login: Login;
  readonly seed: string;
}

/**
 * Invents what came before the demonstration's children were looked after and keeps it, where it has none yet: in a thread
 * of its own after the pages are served, because two hundred thousand rows take some seconds. Stopped half-way it has kept
 * nothing, and the next start does it.
 */
export const giveDemandBeside = (
  asked: DemandAsked,
  onTrouble: (error: unknown) => void,
): { readonly done: Promise<unknown>; readonly stop: () => Promise<unknown> } => {
  const thread = new Worker(new URL('./demand-worker.ts', import.meta.url), { workerData: asked });
  thread.on('error', onTrouble);
  const done = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  return { done, stop: () => thread.terminate() };
};
