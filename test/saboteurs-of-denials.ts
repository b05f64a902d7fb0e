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
  {
    breaks: 'nothing more of who the child is goes out on a word that was denied after the move',
    file: `${SEARCH}/disclosure.ts`,
    takes: "if (stage === 'match' && approvedSince(now) === undefined) return [];",
    test: `${SEARCH}/approval.test.ts`,
    noticedBy: 'once the word on which the child moved is denied',
  },
  {
    breaks: 'what the home was sent before such a denial it reads on while the child lives there',
    file: `${SEARCH}/disclosure.ts`,
    takes: 'const since = approvalOf(now);',
    puts: 'const since = approvedSince(now);',
    test: `${SEARCH}/approval.test.ts`,
    noticedBy: 'what the home was sent before the denial it reads on',
  },
  {
    breaks: 'the page of the profile says that the word was denied, and since when nothing goes out',
    file: 'packages/app/src/profile/stage-of-case.ts',
    takes: 'if (denied !== undefined) return onDeniedWord(denied);',
    test: 'packages/app/src/profile/denied-after-the-move.test.ts',
    noticedBy: 'who denies after the move that they approved the home',
  },
];
