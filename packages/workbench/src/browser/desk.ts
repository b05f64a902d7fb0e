import type { Answer, Asked, ProgressShown, Request, Said } from '../worker/messages.ts';
import { byId } from './element.ts';

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly onProgress: ((progress: ProgressShown) => void) | undefined;
}

/**
 * Hands work to a thread of its own, made from what this page itself holds. Stopping ends the thread: nothing it had read is
 * left, and the next work begins in a new one.
 */
export class Desk {
  readonly #address: string;
  #worker: Worker;
  #number = 0;
  readonly #waiting = new Map<number, Waiting>();

  constructor() {
    const text = JSON.parse(byId('worker').textContent ?? '""') as string;
    this.#address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    this.#worker = this.#start();
  }

  ask(request: Request, onProgress?: (progress: ProgressShown) => void): Promise<Answer> {
    const number = ++this.#number;
    return new Promise((resolve) => {
      this.#waiting.set(number, { resolve, onProgress });
      this.#worker.postMessage({ number, request } satisfies Asked, []);
    });
  }

  get isBusy(): boolean {
    return this.#waiting.size > 0;
  }

  stop(): void {
    this.#worker.terminate();
    const stopped = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#worker = this.#start();
    for (const { resolve } of stopped) resolve({ kind: 'stopped' });
  }

  #start(): Worker {
    const worker = new Worker(this.#address);
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => this.#hear(data));
    worker.addEventListener('error', (event) => {
      const why = event.message === '' ? 'Its worker could not be started.' : event.message;
      for (const number of Array.from(this.#waiting.keys()))
        this.#hear({ number, message: { kind: 'broke', why } });
    });
    return worker;
  }

  #hear({ number, message }: Said): void {
    const waiting = this.#waiting.get(number);
    if (waiting === undefined) return;
    if (message.kind === 'progress') {
      waiting.onProgress?.(message);
      return;
    }
    this.#waiting.delete(number);
    waiting.resolve(message);
  }
}
