import { type Refusal, refused } from '../refusal/refusal.ts';
import { findingKey } from './answered-findings.ts';
import type { Identifying } from './detectors/finding.ts';
import { DETECTORS, type Finding, findIdentifying } from './find-identifying.ts';
import { NOTHING_TOLD, type ToldAnyway } from './told-anyway.ts';
import { weighInMessage } from './weigh-in-message.ts';

/** The answer of an entry that says why words that were found tell nobody who the child is. */
export const TELLS_NOBODY = 'tells-nobody';
const LONGEST_REASON = 500;

/** What may tell who the child is in words that one provider reads beside the profile, who is told some things anyway. */
export const findingsInMessage = (
  words: string,
  known: Identifying,
  told: ToldAnyway = NOTHING_TOLD,
): readonly Finding[] =>
  findIdentifying(
    [{ question: 'words', label: 'What you wrote', paragraphs: [words] }],
    known,
    DETECTORS,
    weighInMessage(told, known),
  );

/** The same in words that several read: what any of them is not told anyway, and once. */
export const findingsForAll = (
  words: string,
  known: Identifying,
  readers: readonly ToldAnyway[],
): readonly Finding[] => [
  ...new Map(
    readers.flatMap((told) => findingsInMessage(words, known, told)).map((one) => [findingKey(one), one]),
  ).values(),
];

/** What somebody says of words that were found: which they looked at, and why these tell nobody who the child is. */
export interface LookedAt {
  readonly keys: readonly string[];
  /** All that was written when they were listed: of other words nothing is said by it. */
  readonly words: string;
  readonly why: string;
}

export const NOT_LOOKED_AT: LookedAt = { keys: [], words: '', why: '' };

export type TellsWho = Refusal<'tells-who'> & {
  /** The findings that can go out once somebody says why, and once what can never go out is taken out. */
  readonly toLookAt: readonly string[];
  /** The words in which they were found. */
  readonly words: string;
};

const listed = (findings: readonly Finding[]): string =>
  findings.map(({ words, title }) => `“${words}” (${title.toLowerCase()})`).join(', ');

const tellsWho = (sentence: string, toLookAt: readonly Finding[]): TellsWho => ({
  ...refused('tells-who', sentence),
  toLookAt: toLookAt.map(findingKey),
  words: toLookAt[0]?.text ?? '',
});

/** A browser sends the end of a line in its own way. */
const asWritten = (words: string): string => words.replaceAll('\r\n', '\n').trim();

/** Whether something was said of these findings, in these words and no others. */
const isOfThese = (findings: readonly Finding[], { keys, words }: LookedAt): boolean =>
  findings.every(
    (finding) => keys.includes(findingKey(finding)) && asWritten(finding.text) === asWritten(words),
  );

/** Why words cannot go out as they are; undefined where nothing was found, or all that was is answered for. */
export const findTelling = (findings: readonly Finding[], lookedAt: LookedAt): TellsWho | undefined => {
  const { why } = lookedAt;
  const never = findings.filter(({ weight }) => weight === 'never');
  const others = findings.filter(({ weight }) => weight !== 'never');
  if (never.length > 0)
    return tellsWho(
      `The provider reads what you write here, and it tells who the child is. Take out ${listed(never)}.${
        others.length > 0 ? ` Look at ${listed(others)} too.` : ''
      }`,
      others,
    );
  if (others.length === 0) return undefined;
  if (why.length > LONGEST_REASON)
    return tellsWho(
      `Why these words tell nobody who the child is must be ${LONGEST_REASON} characters or fewer.`,
      others,
    );
  const isSaid = why.trim() !== '';
  if (isSaid && isOfThese(others, lookedAt)) return undefined;
  const changed = isSaid ? 'What you said below was said of other words. Read it again: ' : '';
  return tellsWho(
    `${changed}The provider reads what you write here, and it may tell who the child is. Write otherwise, or say below why this tells nobody who the child is: ${listed(others)}.`,
    others,
  );
};

/** As the log keeps it, with the words that it was said of. */
export const lookedAtInWords = (findings: readonly Finding[], { why }: LookedAt): string | undefined =>
  findings.length === 0
    ? undefined
    : `${findings.map(({ words }) => `“${words}”`).join(', ')}: ${why.trim()}`;
