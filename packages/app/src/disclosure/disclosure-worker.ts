/** The thread that makes releases safe: takes one after another, and holds nothing between them. */
import { parentPort } from 'node:worker_threads';
import { disclose } from '@rightplace/domain';
import type { Answered, Asked } from './disclosure-thread.ts';
import { theSolver } from './the-solver.ts';

const solver = await theSolver();

const answerTo = ({ number, asked }: Asked): Answered => {
  try {
    return { number, answer: disclose({ ...asked, solver }) };
  } catch (failed) {
    return { number, failed };
  }
};

parentPort?.on('message', (asked: Asked) => {
  const answered = answerTo(asked);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads of one process have no origins
  parentPort?.postMessage(answered);
});
