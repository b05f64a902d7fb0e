import { Worker } from 'node:worker_threads';
import type { Disclosed, NotDisclosable, ToDisclose } from '@rightplace/domain';

type Answer = Disclosed | NotDisclosable;
type ToDiscloseThere = Omit<ToDisclose, 'solver'>;

/** Numbers and sums, and no child: plain data, handed to the thread and back. */
export interface Asked {
  readonly number: number;
  readonly asked: ToDiscloseThere;
}

export type Answered =
  | { readonly number: number; readonly answer: Answer }
  | { readonly number: number; readonly failed: unknown };

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (failed: unknown) => void;
}

interface Thread {
  readonly ask: (asked: ToDiscloseThere) => Promise<Answer>;
}

let kept: Thread | undefined;

/**
 * Makes a release safe in a thread of its own, which is kept for the next: a minute of solving would hold up every page, and
 * starting anew takes longer than most releases do. While nobody waits for it, it keeps no process from ending.
 */
export const discloseInThread = (asked: ToDiscloseThere): Promise<Answer> => {
  kept ??= openThread(() => {
    kept = undefined;
  });
  return kept.ask(asked);
};

const openThread = (onEnd: () => void): Thread => {
  const worker = new Worker(new URL('./disclosure-worker.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const settle = (number: number): Waiting | undefined => {
    const one = waiting.get(number);
    waiting.delete(number);
    if (waiting.size === 0) worker.unref();
    return one;
  };
  worker.on('message', (answered: Answered) => {
    const one = settle(answered.number);
    if ('answer' in answered) one?.resolve(answered.answer);
    else one?.reject(answered.failed);
  });
  const end = (why: unknown): void => {
    onEnd();
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  };
  worker.once('error', end);
  worker.once('exit', (code) => end(new Error(`The thread that makes releases safe ended (${code})`)));
  worker.unref();
  return {
    ask: (toDisclose) =>
      new Promise((resolve, reject) => {
        const number = ++asked;
        waiting.set(number, { resolve, reject });
        worker.ref();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads of one process have no origins
        worker.postMessage({ number, asked: toDisclose } satisfies Asked);
      }),
  };
};
