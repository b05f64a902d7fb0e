import { type Refusal, refused } from '../refusal/refusal.ts';
import type { Weight } from './detectors/finding.ts';
import type { Finding } from './find-identifying.ts';
import { type Profile, typedTexts } from './profile.ts';
import type { ProfileStage } from './stages.ts';

/** What somebody said of words that may tell who a child is: that they do not, and why. */
export interface FindingAnswer {
  readonly question: string;
  readonly kind: string;
  readonly words: string;
  /** The answer in which they stood. Another answer is looked at anew. */
  readonly text: string;
  readonly why: string;
}

/** Stands for a finding in a form. */
export const findingKey = ({ question, kind, words }: Pick<Finding, 'question' | 'kind' | 'words'>): string =>
  `${question}/${kind}/${words}`;

/** The answer that still holds: of the same words, found as the same, in an answer that has not changed by a letter. */
export const answerOf = <A extends FindingAnswer>(finding: Finding, answers: readonly A[]): A | undefined =>
  finding.weight === 'never'
    ? undefined
    : answers.findLast(
        (answer) => findingKey(answer as never) === findingKey(finding) && answer.text === finding.text,
      );

/**
 * The ordinary words in an approved profile of which somebody said that they tell nobody who the child is: none that wanted a
 * reason, none said of an answer that has changed since, and none said for a later stage, which fewer read.
 */
export const ordinaryWordsIn = (
  profile: Profile,
  answers: readonly (FindingAnswer & { readonly weight: Weight; readonly stage: ProfileStage })[],
): readonly string[] => {
  const texts = new Map(
    typedTexts(profile).map(({ question, paragraphs }) => [question, paragraphs.join('\n')]),
  );
  return answers
    .filter(
      ({ weight, stage, question, text }) =>
        weight === 'look' && stage === profile.stage && texts.get(question) === text,
    )
    .map(({ words }) => words);
};

/** What still keeps a profile from going out. */
export const inTheWay = (
  findings: readonly Finding[],
  answers: readonly FindingAnswer[],
): readonly Finding[] => findings.filter((finding) => answerOf(finding, answers) === undefined);

export type AnswerRefusal = Refusal<'none-chosen' | 'not-found-there' | 'never' | 'no-reason'>;

const LONGEST_REASON = 500;

/**
 * Whether somebody may say of some findings that they tell nobody apart. Never of an address, a postcode, the child’s full name,
 * a date of birth, or a number or address by which somebody is reached or known: no home is found by them, and no reason makes
 * them harmless. Ordinary words want no reason.
 */
export const mayAnswer = (
  findings: readonly Finding[],
  keys: readonly string[],
  why: string,
): readonly Finding[] | AnswerRefusal => {
  const chosen = keys.flatMap((key) => findings.find((one) => findingKey(one) === key) ?? []);
  if (keys.length === 0) return refused('none-chosen', 'Choose the words that tell nobody who the child is');
  if (chosen.length < keys.length)
    return refused(
      'not-found-there',
      'Words that you chose are no longer found there: what was written has changed meanwhile. Read what is listed now, and choose again.',
    );
  const never = chosen.find(({ weight }) => weight === 'never');
  if (never !== undefined)
    return refused('never', `“${never.words}” can never go out. Have it taken out of “${never.label}”.`);
  if (chosen.some(({ weight }) => weight === 'reason') && why.trim() === '')
    return refused('no-reason', 'Say why these words do not tell anybody who the child is');
  if (why.length > LONGEST_REASON)
    return refused('no-reason', `The reason must be ${LONGEST_REASON} characters or fewer`);
  return chosen;
};
