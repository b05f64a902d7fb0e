import { openWords, wordInWords } from '@rightplace/domain';
import type { FoundCase } from './find-case.ts';
import { groundsOf } from './grounds.ts';
import type { CaseView } from './open-case.ts';

/**
 * What somebody sees of a case of a restricted record that is out of their reach, to answer for a word written down as theirs:
 * that word, who wrote it down, when and how it is said to have been given, and nothing of the child or of anything besides. Left
 * unanswered it would stand in red for good, and opened to them the record would be restricted no longer.
 */
export const asSealed = (view: CaseView, found: FoundCase, by: string): CaseView => {
  const own = openWords(found.now.words).filter(({ person }) => person === by);
  const numbers = new Set(own.map(({ number }) => number));
  return {
    ...view,
    isSealed: true,
    child: { id: view.child.id, name: 'A restricted record', age: undefined, dateOfBirth: undefined },
    words: own.map((word) => ({
      sentence: wordInWords(word, groundsOf(found).nameOf),
      answer: undefined,
    })),
    opens: undefined,
    refers: [],
    linked: [],
    returned: undefined,
    withdrawnChoice: undefined,
    noOfficer: undefined,
    leftSince: undefined,
    waiting: undefined,
    lapsesAfter: undefined,
    hasCertificate: false,
    sections: [],
    mayWrite: false,
    conditions: [],
    writtenOver: [],
    answers: {},
    attached: { documents: [], mayAttach: false, areKept: false },
    chronology: view.chronology.filter(({ number }) => numbers.has(number)),
  };
};
