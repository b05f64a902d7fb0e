/** How long a page takes one person, and 20 people with a second between their pages. */
import { readFileSync } from 'node:fs';

const PEOPLE = 20;
const PAUSE_MS = 1000;
const ALONE = 15;
const WARM = 3;
/** Of a processor's time, as Linux counts it. */
const TICK_MS = 10;

export const percentile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** What the server's process was given of the processor, with what it cleared up; its database is others'. */
const processorMs = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
};

export interface Paced {
  readonly alone: number;
  readonly p50: number;
  readonly p95: number;
  readonly pages: number;
  /** Of the server's processor for each page. */
  readonly own: number;
}

/** `ask` gives how long one page took by the clock. */
export const paced = async (
  ask: () => Promise<number>,
  { pid, seconds }: { readonly pid: number; readonly seconds: number },
): Promise<Paced> => {
  for (let warm = 0; warm < WARM; warm++) await ask();
  const alone: number[] = [];
  for (let i = 0; i < ALONE; i++) alone.push(await ask());
  const before = processorMs(pid);
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  const person = async (_: unknown, place: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, (PAUSE_MS / PEOPLE) * place));
    while (performance.now() < until) {
      times.push(await ask());
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, person));
  return {
    alone: percentile(alone, 0.5),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    pages: times.length,
    own: (processorMs(pid) - before) / times.length,
  };
};
