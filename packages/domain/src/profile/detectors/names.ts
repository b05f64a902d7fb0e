import { BEGINS_SENTENCE } from './begins-sentence.ts';
import type { Found, Identifying } from './finding.ts';
import { NO_NAME, ORDINARY_WORDS } from './ordinary-words.ts';
import { joined, placesOf, type ReadText, readText, withoutDigits } from './text.ts';

const SHORTEST_NAME = 2;

/** A whole name, and each part of it that is a name by itself. */
const partsOf = (name: string): readonly string[] => {
  const bySpaces = name.split(/\s+/).map(joined);
  const words = readText(name).tokens.map(({ word }) => word);
  const parts = [...bySpaces, ...words].filter((part) => !NO_NAME.has(part));
  return [...new Set([joined(name), ...parts])].filter(
    (part) => part.length >= SHORTEST_NAME && !/^\d+$/.test(part),
  );
};

type NamedKind = 'name' | 'family' | 'staff' | 'carer' | 'school';

const named = (text: ReadText, names: readonly (string | undefined)[], kind: NamedKind): readonly Found[] =>
  names.flatMap((name) =>
    partsOf(name ?? '').flatMap((part) =>
      placesOf(withoutDigits(text), part).map((place) => ({
        ...place,
        kind,
        weight: ORDINARY_WORDS.has(part) || NO_NAME.has(part) ? ('look' as const) : ('reason' as const),
      })),
    ),
  );

export const findNames = (text: ReadText, { givenName, familyName }: Identifying): readonly Found[] =>
  named(text, [givenName, familyName], 'name');

const wordsAt = ({ raw }: ReadText, { from, to }: Found): string =>
  joined(raw.slice(from, to).replace(/['’]s?$/u, ''));

export const findFamily = (text: ReadText, { family, siblings }: Identifying): readonly Found[] => {
  const theirs = new Set(siblings.map(joined));
  return named(text, family, 'family').map((found) =>
    theirs.has(wordsAt(text, found)) ? { ...found, ofSibling: true as const } : found,
  );
};

export const findStaff = (text: ReadText, { staff }: Identifying): readonly Found[] =>
  named(text, staff, 'staff');

export const findCarers = (text: ReadText, { carers }: Identifying): readonly Found[] =>
  named(text, carers, 'carer');

/** A school whose name is known: the whole of it, and the part that is its own. */
export const findKnownSchools = (text: ReadText, { schools }: Identifying): readonly Found[] =>
  named(text, schools, 'school');

const DOTTED = /(?<![\p{L}\p{N}.])(?:\p{Lu}\s?\.\s?){1,3}\p{Lu}\b\.?|(?<![\p{L}\p{N}.])\p{Lu}\.(?=\s)/gu;
const CAPITALS = /(?<![\p{L}\p{N}'’.])\p{Lu}(?:[ /-]?\p{Lu}){0,2}(?![\p{L}\p{N}.])/gu;
const SMALL = /(?<![\p{L}\p{N}.])(?:\p{Ll}\.\s?){1,2}\p{Ll}\.(?!\p{L})/gu;
/** A letter that stands by itself in ordinary sentences. */
const LONE_WORDS: ReadonlySet<string> = new Set(['i', 'a']);
const KNOWN_SHORT: ReadonlySet<string> = new Set(['uk', 'us', 'usa', 'eu', 'gp', 'tv', 'pe', 'am', 'pm']);

const initialsOf = ({ givenName = '', familyName = '' }: Identifying) => {
  const first = (name: string): string => joined(name).slice(0, 1);
  const givens = givenName.split(/[\s-]+/).map(first);
  const [given = ''] = givens;
  const family = first(familyName);
  const families = familyName
    .split(/[\s-]+/)
    .map(first)
    .join('');
  return {
    whole: new Set(
      [
        given + family,
        family + given,
        givens.join('') + family,
        given + families,
        givens.join('') + families,
      ].filter((one) => one.length > 1),
    ),
    lone: new Set([given, family].filter((one) => one !== '' && !LONE_WORDS.has(one))),
  };
};

/** “K.A.”, “KA”, and the single “K” by which notes speak of a child. */
export const findInitials = (text: ReadText, known: Identifying): readonly Found[] => {
  const { whole, lone } = initialsOf(known);
  const small = [...text.raw.matchAll(SMALL)].filter(([words]) => whole.has(joined(words)));
  const large = [...text.raw.matchAll(DOTTED), ...text.raw.matchAll(CAPITALS)];
  return [...small, ...large].flatMap((match): readonly Found[] => {
    const letters = joined(match[0]);
    const place = { from: match.index, to: match.index + match[0].trimEnd().length };
    if (whole.has(letters)) return [{ ...place, kind: 'initials', weight: 'reason' }];
    if (lone.has(letters)) return [{ ...place, kind: 'initials', weight: 'look' }];
    const isDotted = match[0].includes('.') && letters.length > 1 && !KNOWN_SHORT.has(letters);
    return isDotted ? [{ ...place, kind: 'initials', weight: 'look' }] : [];
  });
};

const TITLES =
  'Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|PC|Auntie|Aunty|Aunt|Uncle|Nana|Nan|Gran|Granny|Grandma|Grandad|Mum|Dad|Imam|Pastor|Father';
const TITLED = new RegExp(
  String.raw`\b(?:${TITLES}|${TITLES.toUpperCase()}|mr|mrs|ms|dr)\.?\s+\p{Lu}[\p{L}'’-]+|\b(?:mr|mrs|ms|dr)\.?\s+\p{Ll}[\p{L}'’-]+`,
  'gu',
);

/** Whoever is called by a title. */
export const findTitled = ({ raw }: ReadText): readonly Found[] =>
  [...raw.matchAll(TITLED)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    kind: 'person',
    weight: 'reason',
  }));

/** Capitals inside a sentence that are no names: languages, faiths, days, and what children like. */
const CAPITALISED: ReadonlySet<string> = new Set(
  `i english welsh scottish irish british polish romanian arabic urdu punjabi bengali gujarati somali kurdish french german
  spanish portuguese italian lithuanian latvian ukrainian russian turkish tigrinya amharic pashto dari farsi vietnamese albanian
  chinese mandarin cantonese makaton braille bsl christian catholic muslim islam hindu sikh jewish buddhist christmas easter eid
  ramadan diwali monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december lego minecraft roblox fortnite disney playstation xbox nintendo football england britain
  scotland wales ireland europe africa asia mum mummy dad daddy nan nana gran granny grandma grandad auntie uncle gp nhs camhs
  senco senca ehcp adhd asd year key stage gcse gcses tv pe pc god qur quran bible mosque church court family ofsted regulation
  visit placement council county team director portal profile please thank they she he her his it we you is are was has and but
  the if when who what where how there their our my your no yes not a an or so as at by for from in of on to with would could can
  may does did do this that these those all any then`.split(/\s+/),
);

/** As they are also written: the short ones that are nobody’s name. */
const SHORT_DAYS: ReadonlySet<string> = new Set(
  'mon tue tues wed weds thu thur thurs fri sat sun feb mar apr jul aug sep sept oct nov dec'.split(' '),
);

/** One or many: each Friday, or Fridays. */
export const isNoName = (word: string): boolean =>
  CAPITALISED.has(word) || SHORT_DAYS.has(word) || (word.endsWith('s') && CAPITALISED.has(word.slice(0, -1)));

const NAMED = String.raw`\p{Lu}(?:['’]\p{Lu})?\p{Ll}[\p{L}'’-]{0,40}`;
const SPACE = String.raw`[^\S\n]`;
const INSIDE = new RegExp(String.raw`(?<=[\p{Ll},;:\d)”"’'&]\s)${NAMED}`, 'gu');
/** In brackets or quotation marks, after a dash, or one of two with a stroke or an “&” between them. */
const BESIDE = new RegExp(
  [
    String.raw`(?<=[\p{L}\d,;:)]${SPACE}{1,2}[–—-]${SPACE}{1,2}|[\p{L}\d,;:)–—]${SPACE}?[("“‘]|[\p{L}\d][/–—&+])${NAMED}`,
    String.raw`(?<![\p{L}\d/])${NAMED}(?=${SPACE}?[&+/]${SPACE}?\p{Lu}\p{Ll})`,
  ].join('|'),
  'gu',
);

/** A word with a capital in the middle of a sentence: a friend’s name, a club, a place that nobody has told the record of. */
export const findMaybeNames = ({ raw }: ReadText): readonly Found[] =>
  [
    ...raw.matchAll(INSIDE),
    ...[...raw.matchAll(BESIDE)].filter(([word]) => !BEGINS_SENTENCE.test(word)),
  ].flatMap((match): readonly Found[] =>
    isNoName(joined(match[0].replace(/['’]s?$/u, '')))
      ? []
      : [{ from: match.index, to: match.index + match[0].length, kind: 'may-be-name', weight: 'look' }],
  );
