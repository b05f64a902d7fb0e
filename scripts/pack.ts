import { createRequire } from 'node:module';
import { describe } from 'node:test';

const require = createRequire(import.meta.url);

/**
 * Runs several test files in one process, one after another, each as a suite of its own: what it says before and after
 * all of its tests is said of them alone. The product is loaded once for all of them, and is warm after the first.
 *
 * Files are required, not imported: one that waits at its top would lose its suite, and is refused instead. Likewise
 * what stands before and after tests is said in the test files themselves, since a module they share is read once.
 */
export const runPack = (files: readonly string[]): void => {
  for (const file of files)
    void describe(file, () => {
      require(file);
    });
};
