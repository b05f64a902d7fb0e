import { type Refusal, refused } from '../refusal/refusal.ts';
import { findingKey } from './answered-findings.ts';
import type { FindingKind, Identifying } from './detectors/finding.ts';
import { joined, placesOf, type ReadText, readText } from './detectors/text.ts';
import { type Finding, findIdentifying } from './find-identifying.ts';

/** The answer of an entry that says why words that were found tell nobody who the child is. */
export const TELLS_NOBODY = 'tells-nobody';
const LONGEST_REASON = 500;

/** Said of the search and not of the child: a day by which to answer. A day on which somebody was born is another kind. */
const OF_THE_SEARCH: ReadonlySet<FindingKind> = new Set(['date']);

/** What only looks like a name is none where the reader is sent it anyway: their own, the authority’s, an area of the profile. */
const MAY_BE_TOLD: ReadonlySet<FindingKind> = new Set(['may-be-name', 'street', 'person']);

/** Letter by letter, and as whole words. */
const standsIn = (told: readonly ReadText[], words: string): boolean =>
  told.some((text) =>
    placesOf(text, joined(words)).some(({ from, to }) => text.raw.slice(from, to) === words),
  );

/**
 * What may tell who the child is in words that a provider reads beside the profile. `told` is what the same reader is sent or knows
 * anyway: the approved profile, how they and the authority are called.
 */
export const findingsInMessage = (
  words: string,
  known: Identifying,
  told: readonly string[] = [],
): readonly Finding[] => {
  const read = told.map(readText);
  return findIdentifying([{ question: 'words', label: 'What you wrote', paragraphs: [words] }], known).filter(
    ({ kind, words: found }) => !OF_THE_SEARCH.has(kind) && !(MAY_BE_TOLD.has(kind) && standsIn(read, found)),
  );
};

/** What somebody says of words that were found: which they looked at, and why these tell nobody who the child is. */
export interface LookedAt {
  readonly keys: readonly string[];
  readonly why: string;
}

export type TellsWho = Refusal<'tells-who'> & {
  /** The findings that can go out once somebody says why; none where something can never go out. */
  readonly toLookAt: readonly string[];
};

const listed = (findings: readonly Finding[]): string =>
  findings.map(({ words, title }) => `“${words}” (${title.toLowerCase()})`).join(', ');

const tellsWho = (sentence: string, toLookAt: readonly Finding[]): TellsWho => ({
  ...refused('tells-who', sentence),
  toLookAt: toLookAt.map(findingKey),
});

/** Why words cannot go out as they are; undefined where nothing was found, or all that was is answered for. */
export const findTelling = (findings: readonly Finding[], { keys, why }: LookedAt): TellsWho | undefined => {
  const never = findings.filter(({ weight }) => weight === 'never');
  const others = findings.filter(({ weight }) => weight !== 'never');
  if (never.length > 0)
    return tellsWho(
      `The provider reads what you write here, and it tells who the child is. Take out ${listed(never)}.${
        others.length > 0 ? ` Look at ${listed(others)} too.` : ''
      }`,
      [],
    );
  if (others.length === 0) return undefined;
  if (why.length > LONGEST_REASON)
    return tellsWho(
      `Why these words tell nobody who the child is must be ${LONGEST_REASON} characters or fewer.`,
      others,
    );
  const isAnswered = why.trim() !== '' && others.every((finding) => keys.includes(findingKey(finding)));
  return isAnswered
    ? undefined
    : tellsWho(
        `The provider reads what you write here, and it may tell who the child is. Write otherwise, or say below why this tells nobody who the child is: ${listed(others)}.`,
        others,
      );
};

/** As the log keeps it, with the words that it was said of. */
export const lookedAtInWords = (findings: readonly Finding[], { why }: LookedAt): string | undefined =>
  findings.length === 0
    ? undefined
    : `${findings.map(({ words }) => `“${words}”`).join(', ')}: ${why.trim()}`;
