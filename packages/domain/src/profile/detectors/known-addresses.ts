import type { Found, Identifying } from './finding.ts';
import { STREET_ENDINGS } from './houses.ts';
import { NO_NAME, ORDINARY_WORDS } from './ordinary-words.ts';
import { joined, placesOf, type ReadText } from './text.ts';

/** What a line of an address tells: a house by its number, the street of it, and what stands beside both. */
interface KnownAddress {
  readonly wholes: readonly string[];
  /** A number with the name that it counts in, however much of the address follows. */
  readonly houses: readonly string[];
  /** A number with the first word after it, where more words follow. */
  readonly beginnings: readonly string[];
  readonly streets: readonly string[];
  /** What stands first and has no number before a name: a flat, a lodge, whoever it is written to. */
  readonly first: string | undefined;
  readonly towns: readonly string[];
}

const PART = /[,;\n]/u;
const NUMBERED_PART = /(?<![\p{L}\p{N}])(\d{1,4}(?:\s?[a-z](?!\p{L}))?)[\s,;]+(\p{L}[^\d,;\n]*)/giu;
const POSTCODE = /(?<![\p{L}\p{N}])[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}(?![\p{L}\p{N}])/giu;
const CARE_OF = /^\s*c\/o\s+/iu;
const ENDING = new RegExp(String.raw`^(?:${STREET_ENDINGS})\.?$`, 'iu');

const SHORT_ENDINGS: readonly (readonly [string, string])[] = [
  ['street', 'st'],
  ['road', 'rd'],
  ['lane', 'ln'],
  ['avenue', 'ave'],
  ['crescent', 'cres'],
  ['drive', 'dr'],
];

/** The words of a street with what else stands behind it in the same line: “Otter Bend Wharfby”. */
const streetAndRest = (words: readonly string[]): readonly [readonly string[], readonly string[]] => {
  const isEnding = (at: number): boolean => at > 0 && ENDING.test(words[at] ?? '');
  const ending = words.findIndex((_, at) => isEnding(at) && !isEnding(at + 1));
  const end = ending === -1 ? Math.min(words.length, 2) : ending + 1;
  return [words.slice(0, end), words.slice(end)];
};

/** “Otter Road” is Otter Rd too. */
const alsoWritten = (street: readonly string[]): readonly string[] => {
  const before = street.slice(0, -1).join('');
  const last = (street.at(-1) ?? '').toLowerCase().replace('.', '');
  const others = SHORT_ENDINGS.flatMap((pair) => (pair.includes(last) ? pair : []));
  return [street.join(''), ...(street.length > 1 ? others.map((ending) => before + ending) : [])].map(joined);
};

const readAddress = (written: string): KnownAddress => {
  const address = written.replaceAll(POSTCODE, ' ');
  const numbered = [...address.matchAll(NUMBERED_PART)].map(([, number = '', name = '']) => {
    const words = name.trim().split(/\s+/u);
    const [street, rest] = streetAndRest(words);
    return { number: joined(number), words, street, rest };
  });
  const [first = '', ...others] = address.split(PART).map((part) => part.replace(CARE_OF, '').trim());
  const isNamed = /\p{L}/u.test(first) && !new RegExp(NUMBERED_PART, 'iu').test(first);
  const plain = others.filter((part) => part !== '' && !/\d/u.test(part));
  const isAfterNumber = /^\d{1,4}\s?[a-z]?$/iu.test(first);
  const hasStreetLine = numbered.length === 0 && isNamed && plain.length > 1;
  return {
    wholes: [joined(written), joined(address)],
    houses: [
      ...numbered.flatMap(({ number, words, street }) =>
        [joined(words.join('')), joined(words.slice(0, 2).join('')), ...alsoWritten(street)].map(
          (name) => number + name,
        ),
      ),
      ...(hasStreetLine ? [joined(first + (plain[0] ?? ''))] : []),
    ],
    beginnings: numbered.flatMap(({ number, words: [word = ''], street }) =>
      street.length > 1 && !NO_NAME.has(joined(word)) ? [number + joined(word)] : [],
    ),
    streets: [
      ...numbered.flatMap(({ street }) => alsoWritten(street)),
      ...(hasStreetLine ? [joined(plain[0] ?? '')] : []),
    ],
    first: isNamed ? joined(first) : undefined,
    towns: [
      ...numbered.flatMap(({ rest }) => [rest.join(''), ...rest].map(joined)),
      ...plain.slice(hasStreetLine || isAfterNumber ? 1 : 0).map(joined),
    ],
  };
};

const LEAST_OF_HOUSE = 4;
const LEAST_OF_LINE = 5;
const LEAST_OF_BEGINNING = 5;

const found = (
  text: ReadText,
  sought: readonly string[],
  how: Pick<Found, 'kind' | 'weight'>,
): readonly Found[] =>
  [...new Set(sought)].flatMap((one) => placesOf(text, one)).map((place) => ({ ...place, ...how }));

const longerThan = (least: number, sought: readonly string[]): readonly string[] =>
  sought.filter((one) => one.length >= least && /\p{L}/u.test(one));

/** An address as it is known, and each number and street in it, however they are parted. A flat or a lodge alone may be anybody’s. */
export const findAddresses = (text: ReadText, { addresses }: Identifying): readonly Found[] => {
  const known = addresses.map(readAddress);
  const never = known.flatMap(({ wholes, first, houses }) => [
    ...longerThan(
      LEAST_OF_LINE,
      wholes.filter((whole) => whole !== first),
    ),
    ...longerThan(LEAST_OF_HOUSE, houses),
  ]);
  const reason = known.flatMap(({ first, beginnings }) => [
    ...longerThan(LEAST_OF_LINE, first === undefined ? [] : [first]),
    ...longerThan(LEAST_OF_BEGINNING, beginnings),
  ]);
  return [
    ...found(text, never, { kind: 'address', weight: 'never' }),
    ...found(text, reason, { kind: 'address', weight: 'reason' }),
  ];
};

/** The town or village of an address, and what else stands in it after the street. The profile says an area instead. */
export const findTowns = (text: ReadText, { addresses }: Identifying): readonly Found[] =>
  found(
    text,
    addresses
      .map(readAddress)
      .flatMap(({ towns, streets }) =>
        towns.filter(
          (town) =>
            town.length > 3 && !streets.includes(town) && !NO_NAME.has(town) && !ORDINARY_WORDS.has(town),
        ),
      ),
    { kind: 'address', weight: 'look' },
  );

/** The street of an address that is known. */
export const findKnownStreets = (text: ReadText, { addresses }: Identifying): readonly Found[] =>
  found(
    text,
    addresses.map(readAddress).flatMap(({ streets }) => longerThan(LEAST_OF_LINE, streets)),
    { kind: 'street', weight: 'reason' },
  );
