import { type ChildRecord, type Day, dayOfMonthOf, monthOf, yearOf } from '@rightplace/domain';

/** What was typed to look for a child: words of a name or identifier, and perhaps a birthday. */
export interface SearchText {
  readonly words: readonly string[];
  readonly born: PartOfDay | undefined;
}

/** A birthday as far as it was given. */
interface PartOfDay {
  readonly year?: number | undefined;
  readonly month: number;
  readonly day?: number | undefined;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH = MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join('|');

/** As compared: without accents and apostrophes, in small letters, everything else that is no letter or digit a space. */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Ways of writing a birthday. Two figures for the year are this century's: a child's always are. */
const WAYS: readonly (readonly [RegExp, (part: (i: number) => string) => PartOfDay])[] = [
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/, (part) => partOfDay(part(3), part(2), part(1))],
  [/\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/, (part) => partOfDay(part(1), part(2), part(3))],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? +(${MONTH})(?: +(\\d{4}))?\\b`, 'i'),
    (part) => partOfDay(part(1), part(2), part(3)),
  ],
  [new RegExp(`\\b(${MONTH}) +(\\d{4})\\b`, 'i'), (part) => partOfDay('', part(1), part(2))],
];

const partOfDay = (day: string, month: string, year: string): PartOfDay => {
  const named = MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3)));
  return {
    month: /^\d/.test(month) ? Number(month) : named + 1,
    ...(day === '' ? {} : { day: Number(day) }),
    ...(year === '' ? {} : { year: year.length === 2 ? 2000 + Number(year) : Number(year) }),
  };
};

export const readSearchText = (typed: string): SearchText => {
  for (const [way, read] of WAYS) {
    const found = way.exec(typed);
    if (found === null) continue;
    return { born: read((i) => found[i] ?? ''), words: wordsOf(typed.replace(way, ' ')) };
  }
  return { born: undefined, words: wordsOf(typed) };
};

const wordsOf = (text: string): readonly string[] =>
  plainText(text)
    .split(' ')
    .filter((word) => word !== '');

const wasBorn = (dateOfBirth: Day | undefined, { year, month, day }: PartOfDay): boolean =>
  dateOfBirth !== undefined &&
  monthOf(dateOfBirth) === month &&
  (day === undefined || dayOfMonthOf(dateOfBirth) === day) &&
  (year === undefined || yearOf(dateOfBirth) === year);

/** Whether a child is meant: every word is part of the name or the identifier, and the birthday is theirs. */
export const isMeant = (
  { id, details }: Pick<ChildRecord, 'id' | 'details'>,
  { words, born }: SearchText,
): boolean => {
  if (born !== undefined && !wasBorn(details.dateOfBirth, born)) return false;
  if (words.length === 0) return true;
  const name = plainText(`${details.givenName ?? ''} ${details.familyName ?? ''}`);
  const number = plainText(id);
  return words.every(
    (word) =>
      name.includes(word) ||
      number.includes(word) ||
      number.replaceAll(' ', '').includes(word) ||
      (/^\d{4}$/.test(word) && details.dateOfBirth?.startsWith(word) === true),
  );
};
