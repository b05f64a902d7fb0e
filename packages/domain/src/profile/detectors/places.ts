import { BEGINS_SENTENCE } from './begins-sentence.ts';
import type { Found, Identifying } from './finding.ts';
import { isOfSentence } from './houses.ts';
import { joined, placesOf, type ReadText } from './text.ts';

const placed = (raw: string, shape: RegExp, how: Pick<Found, 'kind' | 'weight'>): readonly Found[] =>
  [...raw.matchAll(shape)].map((match) => ({ from: match.index, to: match.index + match[0].length, ...how }));

/** No word of a name is longer. A bound keeps a long run of letters from being read again from each of them on. */
const MOST_LETTERS = 40;
const WORD = String.raw`[\p{L}'’.-]{1,${MOST_LETTERS}}`;

const STREETS =
  'street|road|rd|lane|ln|avenue|ave|drive|close|way|court|crescent|cres|terrace|place|grove|gardens|hill|rise|square|walk|row|mews|parade|green|view|wharf|quay|st';
const SPACE = String.raw`[^\S\n]{1,9}`;
/** A stop ends a sentence, but for “St.” and as short a word. */
const WORD_OF_STREET = String.raw`(?:[\p{L}'’-]{1,${MOST_LETTERS}}|\p{Lu}\p{L}{0,2}\.)`;
const NUMBERED = new RegExp(
  String.raw`\b\d{1,4}[a-z]?,?${SPACE}((?:${WORD_OF_STREET}${SPACE}){1,3})(?:${STREETS})\b`,
  'giu',
);
const NAMED_STREETS =
  'Street|Road|Lane|Avenue|Drive|Close|Crescent|Terrace|Grove|Gardens|Mews|Row|Court|Way|Square|Walk|Estate|House|Centre|Hospital|Surgery|Yard|Alley|Fold|Loke|Drove|Villas?|Cottages?|Farm|Lodge|Wynd|Parade|Passage|Buildings|Maltings|Staithe|Wharf|Quay';
const NAMED = new RegExp(
  String.raw`\b\p{Lu}[\p{L}'’-]{1,${MOST_LETTERS}}\s(?:${NAMED_STREETS}|${NAMED_STREETS.toUpperCase()})\b`,
  'gu',
);
const FLAT = /\b(?:flat|apartment|unit|room)\s+\d+[a-z]?\b/giu;
/** Words that stand between a number and a street where no house is meant: “2 miles down the road”. */
const NO_STREET =
  /\b(?:the|a|an|down|along|up|from|of|on|in|to|by|at|same|our|his|her|their|this|that|miles?|minutes?|mins?|hours?|hrs?|years?|and|or|is|was|per|each)\b/iu;

/** What no everyday word is: a “place”, a “close” or a “view” in small letters is no street for sure, nor a “Way” in large ones. */
const SURE_STREET =
  /(?:\b(?:street|road|rd|lane|ln|avenue|ave|crescent|cres|terrace|mews)|\b(?:Drive|Close|Grove|Gardens|Row|Wharf|Quay|DRIVE|CLOSE|GROVE|GARDENS|ROW|WHARF|QUAY))$/u;
const isSureStreet = (words: string): boolean =>
  SURE_STREET.test(words) || SURE_STREET.test(words.replace(/\S+$/u, (last) => last.toLowerCase()));
/** “Close” and “Drive” are of a street where the words before them are names. */
const NEEDS_NAMES = /\s(?:Drive|Close)$/iu;
const areNames = (words: string): boolean =>
  words
    .trim()
    .split(/\s+/u)
    .every((word) => /^\p{Lu}/u.test(word));

/** All that is like an address: a house’s number and a street. */
export const findNumberedStreets = (text: ReadText): readonly Found[] =>
  [...text.raw.matchAll(NUMBERED)].flatMap((match): readonly Found[] => {
    const between = match[1] ?? '';
    if (NO_STREET.test(between)) return [];
    const place = { from: match.index, to: match.index + match[0].length };
    const isSure =
      /\p{Lu}/u.test(match[0]) &&
      isSureStreet(match[0]) &&
      (!NEEDS_NAMES.test(match[0]) || areNames(between)) &&
      !isOfSentence(match[0], text.raw.slice(place.to, place.to + MOST_LETTERS));
    return isSure
      ? [{ ...place, kind: 'address', weight: 'never' }]
      : [{ ...place, kind: 'street', weight: 'reason' }];
  });

/** A street or a building without its number. “The Street” is none. */
export const findStreets = (text: ReadText): readonly Found[] => [
  ...placed(text.raw, FLAT, { kind: 'street', weight: 'reason' }),
  ...placed(text.raw, NAMED, { kind: 'street', weight: 'reason' }).filter(
    ({ from, to }) => !NO_STREET.test(text.raw.slice(from, to)),
  ),
];

/** In small letters a street is told from a way of going by what stands before it: “on ferry road”, and not “on the busy road”. */
const SMALL_STREET =
  /(?<=\b(?:on|in|at|near|off|from|along|around|by|of)\s)([\p{Ll}'’-]{3,40})\s(?:street|road|lane|avenue|crescent|terrace|gardens|close|drive)\b/gu;
const OF_ANY_STREET =
  /^(?:the|our|his|her|their|its|any|every|each|one|another|other|some|same|this|that|these|those|main|busy|quiet|side|back|front|country|long|short|big|small|wide|narrow|old|new|bus|cycle|slip|trunk|ring|foot|high|whole|next|first|last|second|near|nearby|local|dead|open|flower|rose|kitchen|sensory|school|park|beer|public|garden|test|hard|left|right|staying|being|keeping|getting|very|really|too|not|and|both)$/u;

export const findSmallStreets = ({ raw }: ReadText): readonly Found[] =>
  [...raw.matchAll(SMALL_STREET)].flatMap((match): readonly Found[] =>
    OF_ANY_STREET.test(match[1] ?? '')
      ? []
      : [{ from: match.index, to: match.index + match[0].length, kind: 'street', weight: 'look' }],
  );

/** Two letters, or one of those that stand alone before a postcode: an A14 or a Y7 is none. */
const AREA = '(?:[A-Za-z]{2}|[BEGLMNSWbeglmnsw])';
const SPLIT = String.raw`(?:[^\S\n]{0,2}|[.-])`;
const POSTCODE = new RegExp(
  String.raw`\b(?!ks)${AREA}\d[A-Za-z\d]?${SPLIT}\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}\b`,
  'gu',
);
/** As one is written, though the post office gives no such letters. */
const AS_WRITTEN = new RegExp(
  String.raw`\b(?!KS)(?:[A-Z]{2}|[BEGLMNSW])\d{1,2}[A-Z]?${SPLIT}\d[A-Z]{2}\b`,
  'gu',
);
const SECTOR = /\b(?!KS)(?:[A-Z]{2}|[BEGLMNSW])\d[A-Z\d]? \d\b(?!\s*(?:miles|years|days|times))/gu;

/** Whatever a measure, an hour or a place in a row is written with: “2nd”, “5mg”. */
const NO_INWARD = /(?:\d(?:st|nd|rd|th|am|pm|mg|ml|kg|km|cm|mm|yr|hr)|^ks\s?\d.*)$/iu;
const NO_SMALL_INWARD = /\d(?:st|nd|rd|th|yr|hr|ft|ug|gb|tb|mb|lb|wk|pt|pm|am)$/u;

/** Any postcode as they are written, and those that are known however they are parted. */
export const findPostcodes = (text: ReadText, { postcodes }: Identifying): readonly Found[] => [
  ...placed(text.raw, POSTCODE, { kind: 'postcode', weight: 'never' }).filter(
    ({ from, to }) => !NO_SMALL_INWARD.test(text.raw.slice(from, to)),
  ),
  ...placed(text.raw, AS_WRITTEN, { kind: 'postcode', weight: 'never' }).filter(
    ({ from, to }) => !NO_INWARD.test(text.raw.slice(from, to)),
  ),
  ...postcodes
    .flatMap((postcode) => placesOf(text, joined(postcode)))
    .map((place) => ({ ...place, kind: 'postcode', weight: 'never' }) as const),
];

const ANY_POSTCODE =
  /\b[A-Z]{1,2}\s?\d{1,2}[A-Z]?[\s.,:;/_()-]{0,3}\d\s?[A-Z]{2}\b|\b[a-z]{1,2}\d{1,2}[a-z]?[\s.,:;/_()-]{0,2}\d[a-z]{2}\b/gu;
const LIKE_POSTCODE = /\b[A-Z]{1,3}\d{1,2}[A-Z]?[\s.,/-]{1,3}\d{1,2}[A-Z]{1,3}\b/gu;

/** Letters, digits, letters, parted otherwise than a postcode is: “Y9. 2 GP surgeries” are shaped so too, so it goes for a reason. */
export const findLoosePostcodes = ({ raw }: ReadText): readonly Found[] => [
  ...[ANY_POSTCODE, LIKE_POSTCODE]
    .flatMap((shape) => placed(raw, shape, { kind: 'postcode', weight: 'reason' }))
    .filter(({ from, to }) => !NO_INWARD.test(raw.slice(from, to))),
  ...placed(raw, POSTCODE, { kind: 'postcode', weight: 'reason' }).filter(({ from, to }) =>
    NO_SMALL_INWARD.test(raw.slice(from, to)),
  ),
];

/** A sector is a few streets. The district of a place that is known is said as an area instead. */
export const findPartsOfPostcodes = (text: ReadText, { postcodes }: Identifying): readonly Found[] => [
  ...placed(text.raw, SECTOR, { kind: 'part-of-postcode', weight: 'reason' }),
  ...[...new Set(postcodes.map((one) => joined(one).slice(0, -3)))]
    .filter((outward) => outward.length > 1)
    .flatMap((outward) => placesOf(text, outward))
    .map((place) => ({ ...place, kind: 'part-of-postcode', weight: 'reason' }) as const),
];

const SCHOOL_WORDS =
  'Primary|Infants?|Juniors?|High|Secondary|Grammar|Special|Academy|School|College|Nursery|Pre-?school|Sixth Form|PRU';
const CALLED = String.raw`\p{Lu}${WORD}`;
const schoolIn = (words: string): RegExp =>
  new RegExp(
    String.raw`\b(?:(?:${CALLED}|of|OF|and|AND)\s+){0,3}${CALLED}\s+(?:${words})\b(?:\s+(?:School|SCHOOL|Academy|ACADEMY|College|COLLEGE))?`,
    'gu',
  );
const SCHOOLS = [schoolIn(SCHOOL_WORDS), schoolIn(SCHOOL_WORDS.toUpperCase())];
const KIND_OF_SCHOOL =
  /^(?:(?:The|A|An|At|In|His|Her|Their|My|Our|This|That|Primary|Infants?|Junior|High|Secondary|Grammar|Special|Sunday|Middle|Mainstream|Nursery|Boarding|Virtual|New|Old|After|Year|Sixth|Form|School|College|Academy|Since|When|If)\s*)+$/iu;

/** Small letters after a name: “Hillside school”. */
const SMALL_SCHOOL = new RegExp(
  String.raw`\b((?:${CALLED}\s+){1,4})(?:(?:village|church|community|parish|first|middle|infants?|junior|primary|high|secondary|grammar|special|catholic|free|boarding|convent|town|park|local|old|new|of england|c of e)\s+){0,2}(?:primary|infants?|juniors?|high|secondary|grammar|special|academy|school|college|nursery|pre-?school)\b(?:\s+(?:school|academy|college))?`,
  'gu',
);
const inSmallLetters = (raw: string): readonly Found[] =>
  [...raw.matchAll(SMALL_SCHOOL)].flatMap((match): readonly Found[] => {
    const words = (match[1] ?? '').trim().split(/\s+/);
    const first = words.findIndex((word) => !BEGINS_SENTENCE.test(word) && !KIND_OF_SCHOOL.test(word));
    const own = words[first];
    if (own === undefined) return [];
    const from = match.index + match[0].indexOf(own);
    const isFirstOfSentence = first === 0 && /(?:^|[.!?:"“\n])\s*$/u.test(raw.slice(0, match.index));
    return [
      {
        from,
        to: match.index + match[0].length,
        kind: 'school',
        weight: isFirstOfSentence ? 'look' : 'reason',
      },
    ];
  });

export const findSchools = ({ raw }: ReadText): readonly Found[] => [
  ...SCHOOLS.flatMap((shape) => placed(raw, shape, { kind: 'school', weight: 'reason' })).filter(
    ({ from, to }) => !KIND_OF_SCHOOL.test(raw.slice(from, to)),
  ),
  ...inSmallLetters(raw),
];

const FEWEST_LETTERS = 3;

/** “SPS” for St Petroc’s School: by its letters those who live near know it. */
export const findLettersOfSchools = ({ raw }: ReadText, { schools }: Identifying): readonly Found[] =>
  schools
    .map((school) => (school.match(/\p{L}[\p{L}'’.-]*/gu) ?? []).map((word) => word[0]?.toUpperCase() ?? ''))
    .filter(({ length }) => length >= FEWEST_LETTERS)
    .flatMap((letters) =>
      placed(
        raw,
        new RegExp(String.raw`(?<![\p{L}\p{N}])${letters.join(String.raw`\.?\s?`)}(?![\p{L}\p{N}])`, 'gu'),
        {
          kind: 'school',
          weight: 'reason',
        },
      ),
    );
