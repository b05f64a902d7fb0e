/** Controls of what a word that its director denied still lets happen, and of who reads what about it. */
import type { Saboteur } from './sabotage.ts';

const SEARCH = 'packages/domain/src/search';

export const WORDS_DENIED: readonly Saboteur[] = [
  {
    breaks: 'whom was asked after a denial waits, on hold, until the search goes on',
    file: `${SEARCH}/outside-tiers.ts`,
    takes: 'state !== ON_HOLD && ',
    test: `${SEARCH}/tiers-asked.test.ts`,
    noticedBy: 'on hold whom was asked after the denial',
  },
];
