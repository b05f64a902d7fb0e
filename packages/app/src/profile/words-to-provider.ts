import { type Answer, type FindingKind, findIdentifying, type Refusal, refused } from '@rightplace/domain';
import type { Tx } from '@rightplace/store';
import type { FoundCase } from '../cases/find-case.ts';
import { identifyingIn } from './profile-of-case.ts';

/** A day by which to answer, or how many: said of the search and not of the child. */
const MAY_BE_SAID: ReadonlySet<FindingKind> = new Set(['date', 'number']);

export type TellsWho = Refusal<'tells-who'>;

/**
 * Words that a provider reads beside the profile. Nobody approves them, so what may tell who the child is stays out of them, and
 * there is no reason for which it may stay. Undefined where nothing was found; a sentence that says what, where something was.
 */
export const findTellsWho = async (
  tx: Tx,
  found: FoundCase,
  words: Answer | undefined,
): Promise<TellsWho | undefined> => {
  if (typeof words !== 'string' || words.trim() === '') return undefined;
  const text = { question: 'words', label: 'What you wrote', paragraphs: [words] };
  const findings = findIdentifying([text], await identifyingIn(tx, found)).filter(
    ({ kind, weight }) => weight !== 'look' && !MAY_BE_SAID.has(kind),
  );
  return findings.length === 0
    ? undefined
    : refused(
        'tells-who',
        `The provider reads what you write here, and it may tell who the child is. Take out ${findings
          .map((finding) => `“${finding.words}” (${finding.title.toLowerCase()})`)
          .join(', ')}.`,
      );
};
