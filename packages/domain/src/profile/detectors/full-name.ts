import type { Found, Identifying } from './finding.ts';
import { NO_NAME, ORDINARY_WORDS } from './ordinary-words.ts';
import { joined, type Place, placesOf, type ReadText, withoutDigits } from './text.ts';

/** As far as one part of a name is looked for behind the other, in letters. */
const FURTHEST = 40;
const MOST_BETWEEN = 3;
/** A name inside another word is no accident from so many letters on. */
const LEAST_INSIDE = 8;

const ENDS_SENTENCE = /^\.\s|[!?;\n]|\p{Ll}{2,}\.\s/u;
const ASIDE = /^\s?[("“‘'][^()"“”]*[)"”’'],?\s?$/u;

/** Whether what stands between two names may be a name itself: one in the middle, a letter of one, one in brackets. */
const isName = (between: string, isOrdinary: boolean): boolean => {
  const words = between.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  if (words.length > MOST_BETWEEN || ENDS_SENTENCE.test(between)) return false;
  return (
    ASIDE.test(between) ||
    words.every((word) => /^\p{Lu}/u.test(word)) ||
    (!isOrdinary && words.length < MOST_BETWEEN)
  );
};

const apart = (text: ReadText, first: string, last: string): readonly Place[] => {
  const isOrdinary = [first, last].some((name) => ORDINARY_WORDS.has(name) || NO_NAME.has(name));
  const ends = placesOf(text, last);
  return placesOf(text, first).flatMap(({ from, to: open }) => {
    const end = ends.find((place) => place.from > open && place.from <= open + FURTHEST);
    return end !== undefined && isName(text.raw.slice(open, end.from), isOrdinary)
      ? [{ from, to: end.to }]
      : [];
  });
};

/** Given and family name one after the other, either first, also with another name between: there is no other child in it. */
export const findFullName = (read: ReadText, { givenName, familyName }: Identifying): readonly Found[] => {
  if (givenName === undefined || familyName === undefined) return [];
  const text = withoutDigits(read);
  const family = joined(familyName);
  const givens = [...new Set([givenName, ...givenName.split(/[\s-]+/)].map(joined))].filter(
    (given) => given !== '',
  );
  const wholes = givens.flatMap((given) => [given + family, family + given]);
  const inside = wholes.filter(({ length }) => length >= LEAST_INSIDE);
  const isInside = (word: string): boolean =>
    inside.some((whole) => word.includes(whole)) ||
    (family.length > 2 &&
      givens.some(
        (given) =>
          given.length > 2 &&
          word.length >= LEAST_INSIDE &&
          word.length >= given.length + family.length &&
          word.startsWith(given) &&
          word.endsWith(family),
      ));
  const places = [
    ...wholes.flatMap((whole) => placesOf(text, whole)),
    ...text.tokens.filter(({ word }) => isInside(word)),
    ...givens.flatMap((given) => [...apart(text, given, family), ...apart(text, family, given)]),
  ];
  return places.map(({ from, to }) => ({ from, to, kind: 'full-name', weight: 'never' }));
};
