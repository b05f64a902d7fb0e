/** Types, lint, format, unused code and the one direction: everything that can be known without running the product. */
import { printTally, runStages, type Stage, tally } from './stages.ts';

export const checks: readonly Stage[] = [
  { title: 'Types', command: ['tsc', '-p', 'tsconfig.json'] },
  { title: 'Types of the journeys, which run partly in a page', command: ['tsc', '-p', 'e2e/tsconfig.json'] },
  {
    title: 'Types of the pure packages, which know no Node and no page',
    command: ['tsc', '-p', 'tsconfig.pure.json'],
  },
  { title: 'Types of the workbench’s page', command: ['tsc', '-p', 'packages/workbench/src/browser'] },
  { title: 'Types of the workbench’s worker', command: ['tsc', '-p', 'packages/workbench/src/worker'] },
  { title: 'Lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { title: 'Format', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { title: 'Nothing unused', command: ['knip'] },
  { title: 'One direction', tests: ['test/boundaries.test.ts'] },
];

if (import.meta.main) {
  printTally(tally(await runStages(checks)));
}
