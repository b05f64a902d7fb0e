/** Invented children with what the rules of the return find of them, for tests of the pages. */
export {
  aHeldThread,
  breakWork,
  type HeldThread,
  workLeft,
  workWithFile,
} from '../../app/test/held-thread.ts';
export { aReadinessWorld, aTidyChild, type ReadinessWorld, YEAR } from '../../app/test/readiness-world.ts';
