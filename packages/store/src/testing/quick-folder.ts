import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const MEMORY = '/dev/shm';
/** Some containers give it 64 megabytes, which no database fits. */
const ENOUGH_BYTES = 2 * 1024 ** 3;

/**
 * Where tests keep what they throw away: in memory where there is room, else where temporary files go. A database is
 * some 750 files, and a test file begins with a copy of one: on a disk that is half a second of a processor's time.
 */
export const quickFolder = (): string => {
  try {
    const { blocks, bsize } = statfsSync(MEMORY);
    return blocks * bsize >= ENOUGH_BYTES ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
};
