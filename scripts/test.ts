/**
 * Everything: the checks, the rules, the store and the pages on the embedded PostgreSQL and again on an installed
 * PostgreSQL 15, and the journeys in a real browser. Installs from Debian what it needs and does not find.
 *
 * `npm test -- rules` runs only the stages whose title contains the word.
 */
import { checks } from './check.ts';
import { ensureChromium, startInstalledPostgres } from './machine.ts';
import { type Counts, printTally, runStage, type Stage, tally } from './stages.ts';

const wanted = (process.argv[2] ?? '').toLowerCase();
const isWanted = (title: string): boolean => title.toLowerCase().includes(wanted);

const rules = ['packages/{domain,solver,spreadsheet,ssda903,demo,workbench}/src/**/*.test.ts'];
const onDatabase = ['packages/{store,app,web,cli}/src/**/*.test.ts'];

const stages: readonly Stage[] = [
  ...checks,
  { title: 'Rules', tests: rules, oneProcess: true },
  {
    title: 'Rules of the calendar in another time zone',
    tests: ['packages/domain/src/calendar/*.test.ts'],
    oneProcess: true,
    env: { TZ: 'Pacific/Auckland' },
  },
  { title: 'The house', tests: ['test/!(boundaries).test.ts'] },
  { title: 'Store, use cases, pages and commands on the embedded database', tests: onDatabase },
];

const results: Counts[] = stages.filter(({ title }) => isWanted(title)).map((stage) => runStage(stage));

const secondDatabase = 'Store, use cases and pages on an installed PostgreSQL 15';
if (isWanted(secondDatabase)) {
  const installed = startInstalledPostgres();
  try {
    results.push(
      runStage({
        title: secondDatabase,
        tests: ['packages/{store,app,web}/src/**/*.test.ts'],
        env: { RIGHTPLACE_TEST_DATABASE_URL: installed.url },
      }),
    );
  } finally {
    installed.stop();
  }
}

const journeys = 'Journeys in a browser';
if (isWanted(journeys)) {
  results.push(
    runStage({
      title: journeys,
      tests: ['e2e/**/*.test.ts'],
      concurrency: 1,
      env: { CHROMIUM_PATH: ensureChromium() },
    }),
  );
}

printTally(tally(results));
