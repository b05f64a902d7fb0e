/**
 * Everything: the checks, the rules, the store, the pages and the commands on the embedded PostgreSQL, the store and
 * the use cases again on an installed PostgreSQL 15, and the journeys in a real browser. Pages and commands ask nothing
 * of the database but through use cases, so the second database learns nothing from them. Installs from Debian what it
 * needs and does not find.
 *
 * `npm test -- rules` runs only the stages whose title contains the word.
 */
import { testDatabase } from '@rightplace/store';
import { quickFolder } from '../packages/store/src/testing/quick-folder.ts';
import { checks } from './check.ts';
import { ensureChromium, startInstalledPostgres } from './machine.ts';
import { type Counts, printTally, runStage, runStages, type Stage, tally } from './stages.ts';

// Whatever a test throws away is made here: the databases, the folders of products that are started, the browsers' own.
process.env['TMPDIR'] = quickFolder();

const wanted = (process.argv[2] ?? '').toLowerCase();
const isWanted = ({ title }: { readonly title: string }): boolean => title.toLowerCase().includes(wanted);

const withoutDatabase: readonly Stage[] = [
  ...checks,
  {
    title: 'Rules',
    tests: ['packages/{domain,solver,spreadsheet,documents,ssda903,demo,workbench}/src/**/*.test.ts'],
    isPacked: true,
  },
  {
    title: 'Rules of the calendar in another time zone',
    tests: ['packages/domain/src/calendar/*.test.ts'],
    isPacked: true,
    env: { TZ: 'Pacific/Auckland' },
  },
  { title: 'The house', tests: ['test/!(boundaries).test.ts'] },
];

const results: Counts[] = [...(await runStages(withoutDatabase.filter(isWanted)))];

const onEmbedded = {
  title: 'Store, use cases, pages and commands on the embedded database',
  tests: ['packages/{store,app,web,cli}/src/**/*.test.ts'],
  isPacked: true,
  waiting: 1,
};
const journeys = {
  title: 'Journeys in a browser',
  tests: ['e2e/**/*.test.ts'],
  // On a product of its own with the whole demonstration: as long as five of the others.
  first: ['e2e/staff.test.ts'],
  // A journey uses half of a processor: a page waits for the service, and the service for the person.
  waiting: 2,
};

if ([onEmbedded, journeys].some(isWanted)) {
  // The database server lasts as long as somebody uses it: not to be started again for nearly every file, it is held.
  const held = await testDatabase();
  try {
    if (isWanted(onEmbedded)) results.push(await runStage(onEmbedded));
    if (isWanted(journeys))
      results.push(await runStage({ ...journeys, env: { CHROMIUM_PATH: ensureChromium() } }));
  } finally {
    await held.close();
  }
}

const onInstalled = {
  title: 'Store and use cases on an installed PostgreSQL 15',
  tests: ['packages/{store,app}/src/**/*.test.ts'],
  isPacked: true,
  waiting: 1,
};
if (isWanted(onInstalled)) {
  const installed = startInstalledPostgres();
  try {
    results.push(await runStage({ ...onInstalled, env: { RIGHTPLACE_TEST_DATABASE_URL: installed.url } }));
  } finally {
    installed.stop();
  }
}

printTally(tally(results));
