import { type Refusal, refused } from '@rightplace/domain';
import { COMMON_WORDS } from './common-passwords.ts';

/**
 * What makes a password acceptable: length, and not being among the first things a stranger would try. No
 * rules about capitals, digits or symbols, because they make passwords harder to remember and no harder to
 * guess (National Cyber Security Centre; NIST SP 800-63B). Pasting is welcome, so password managers work.
 */
export const SHORTEST_PASSWORD = 12;
/** Long enough for any passphrase; short enough that hashing one is never a way to slow the service. */
export const LONGEST_PASSWORD = 200;

export type PasswordProblem = Refusal<'password-too-short' | 'password-too-long' | 'password-too-common'>;

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const wordsIn = (text: string): string[] => text.toLowerCase().split(/[^\p{L}]+/u);

/** What is left when the guessable parts are taken out, read both as typed and with digits read as letters. */
const leftOver = (password: string, personal: readonly string[]): string => {
  const words = [...COMMON_WORDS, ...personal.flatMap(wordsIn)]
    .filter((word) => word.length >= 3)
    .toSorted((a, b) => b.length - a.length);
  const withoutWords = (text: string): string => {
    let rest = text;
    for (const word of words) rest = rest.replaceAll(word, ' ');
    return rest.replaceAll(/[^\p{L}]/gu, '');
  };
  const typed = password.toLowerCase();
  const readAsLetters = typed.replaceAll(/[0134578@$!]/g, (sign) => LOOKALIKES[sign] ?? sign);
  const [a, b] = [withoutWords(typed), withoutWords(readAsLetters)];
  return a.length < b.length ? a : b;
};

const FEWEST_UNGUESSABLE = 4;
const FEWEST_DIFFERENT = 5;

/** Whether nearly all of it is common words, the person's own name, digits and signs, or a few signs repeated. */
const isEasyToGuess = (password: string, personal: readonly string[]): boolean => {
  if (new Set(password.toLowerCase()).size < FEWEST_DIFFERENT) return true;
  if (/^\P{L}+$/u.test(password)) return new Set(password).size < 8 || /^[\d\s\-./]+$/.test(password);
  return new Set(leftOver(password, personal)).size < FEWEST_UNGUESSABLE;
};

/** The first thing wrong with a password somebody wants to use, or undefined. `personal` is name and email. */
export const problemWithPassword = (
  password: string,
  personal: readonly string[],
): PasswordProblem | undefined => {
  const length = Array.from(password.normalize('NFKC')).length;
  if (length < SHORTEST_PASSWORD)
    return refused(
      'password-too-short',
      `Password must be ${SHORTEST_PASSWORD} characters or more. Three words you will remember work well.`,
    );
  if (length > LONGEST_PASSWORD)
    return refused('password-too-long', `Password must be ${LONGEST_PASSWORD} characters or fewer.`);
  if (isEasyToGuess(password, personal))
    return refused(
      'password-too-common',
      'That password is easy to guess. Choose words that have nothing to do with each other, your name or your work.',
    );
  return undefined;
};
