import type { Found } from './finding.ts';
import { isNoName } from './names.ts';
import type { ReadText } from './text.ts';

/** How streets and rows of houses end, where a capital shows that a name is meant. */
export const STREET_ENDINGS =
  'Street|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Close|Way|Court|Crescent|Cres|Terrace|Place|Grove|Gardens?|Hill|Rise|Square|Walk|Row|Mews|Parade|Green|View|Wharf|Quay|St|Yard|Alley|Approach|Bank|Bend|Bottom|Bridge|Brow|Buildings?|Causeway|Chase|Circle|Circus|Common|Copse|Corner|Cottages?|Courtyard|Croft|Cross|Dale|Dell|Dene|Drove|Edge|Embankment|End|Esplanade|Estate|Farm|Fields?|Fold|Garth|Gate|Glade|Glen|Heath|Heights|Hollow|House|Hythe|Island|Knoll|Lea|Leys|Link|Lodge|Loke|Maltings|Manor|Mansions?|Marsh|Mead|Meadows?|Mill|Mount|Nook|Orchards?|Paddocks?|Park|Passage|Path|Pightle|Plain|Promenade|Reach|Ridge|Ropewalk|Side|Spinney|Staithe|Steps|Strand|Towers?|Vale|Villas?|Warren|Waters?|Waye|Woods?|Wynd';

/** What nothing else is called. A home is a House, a Lodge or a Court, and of places, ends and ways everybody writes. */
const SURE =
  /\s(?:Street|Road|Rd|Lane|Ln|Avenue|Ave|Close|Crescent|Cres|Terrace|Grove|Gardens|Mews|Row|Yard|Alley|Cottages|Maltings|Staithe|Loke|Drove|Fold|Wynd|Villas|Drive|Buildings|Mansions|Wharf|Quay|Courtyard|Pightle|Ropewalk)$/iu;
const THE_ENDING = /^The\s\S+$/iu;
const WITH_WHOM = String.raw`(?:[^\S\n]+with(?:[^\S\n]+[\p{L}'’]{1,20}){1,4})?`;
const LIVING = String.raw`(?:(?:liv(?:es?|ed|ing)|stay(?:s|ed|ing)?|resid(?:es?|ed|ing)|home|house)(?:[^\S\n]+(?:is|was|now|currently)){0,2}${WITH_WHOM}[^\S\n]+at:?|mov(?:es?|ed|ing)(?:[^\S\n]+(?:back|in|out|home)){0,2}${WITH_WHOM}[^\S\n]+(?:to|at)|(?:collect|pick)(?:s|ed|ing)?(?:[^\S\n]+(?:her|him|them|up)){0,2}[^\S\n]+(?:from|at))[^\S\n]+|\baddress(?:[^\S\n]+is|:|[^\S\n][–-])[^\S\n]+`;
/** Words after which a number and a name are where somebody lives. */
export const SAYS_LIVES = new RegExp(String.raw`\b(?:${LIVING})$`, 'iu');

/** What is counted, and is no street: “1 Bed Close to school”. */
const COUNTED =
  /(?<!\p{L})(?:staff|members?|beds?|bedrooms?|boys?|girls?|children|people|adults?|carers?|times|very|places?|workers?)(?!\p{L})/iu;
const GOES_ON = /^[^\S\n]+(?:to|by|enough|together|supervision|support|her|him|them|us|me|and)\b/iu;
/** Whether “Close” or “Drive” is a word of a sentence as well as may be of a street. */
export const isOfSentence = (words: string, after: string): boolean =>
  COUNTED.test(words) || (/\s(?:Close|Drive)$/iu.test(words) && GOES_ON.test(after));

const SPACE = String.raw`[^\S\n]+`;
const CAP = String.raw`\p{Lu}[\p{L}'’-]{1,40}`;
/** “Year 7 The …” counts something else than houses. */
const COUNTS = String.raw`(?<!\b(?:year|years|stage|level|regulation|section|part|schedule|version|request|page|age|aged|ks|tier|step|of)${SPACE})`;
const HOUSE = new RegExp(
  String.raw`${COUNTS}(?<![\d.,/£:-])\b(\d{1,4}[A-Za-z]?),?${SPACE}(${CAP}(?:${SPACE}(?:of${SPACE}|the${SPACE})?${CAP}){0,3})`,
  'giu',
);
const STARTS_CAPITAL = /^\p{Lu}/u;
const ENDS_AS_STREET = new RegExp(String.raw`\s(?:${STREET_ENDINGS}|${STREET_ENDINGS.toUpperCase()})$`, 'u');

/** As many letters as are looked at before a number, and after its name. */
const AROUND = 80;
const YEARS_FROM = 1900;
const YEARS_TO = 2099;
const isYear = (number: string): boolean => Number(number) >= YEARS_FROM && Number(number) <= YEARS_TO;

/** The words with a capital that stand together from the first on; “The” and “of” between them. */
const capitalised = (words: string): string => {
  const kept: string[] = [];
  for (const word of words.split(/\s+/)) {
    if (!STARTS_CAPITAL.test(word) && !/^(?:of|the)$/u.test(word)) break;
    kept.push(word);
  }
  return kept.join(' ');
};

/** Whether there is no doubt that a number and a name are an address. */
const isAddress = (
  words: string,
  { number, before, after }: { readonly number: string; readonly before: string; readonly after: string },
) =>
  SAYS_LIVES.test(before) ||
  (!isOfSentence(words, after) &&
    ENDS_AS_STREET.test(words) &&
    (SURE.test(words) || THE_ENDING.test(words) || /\p{L}$/u.test(number)));

/** A house’s number before a name of more than one word: an address where nothing else is so called, else it looks like one. */
export const findHouses = ({ raw }: ReadText): readonly Found[] =>
  [...raw.matchAll(HOUSE)].flatMap((match): readonly Found[] => {
    const [whole, number = '', name = ''] = match;
    const words = capitalised(name);
    const own = words.split(' ').filter((word) => !/^(?:the|of)$/iu.test(word));
    if (
      !words.includes(' ') ||
      own.length === 0 ||
      isYear(number) ||
      own.some((word) => isNoName(word.toLowerCase()))
    )
      return [];
    const from = match.index;
    const start = from + whole.length - name.length;
    const place = { from, to: start + words.length };
    return [
      isAddress(words, {
        number,
        before: raw.slice(Math.max(0, from - AROUND), from),
        after: raw.slice(place.to, place.to + AROUND),
      })
        ? { ...place, kind: 'address', weight: 'never' }
        : { ...place, kind: 'street', weight: 'reason' },
    ];
  });

const NO_HOUSE =
  'of|or|and|to|homes?|houses?|places?|placements?|addresses|different|other|others|new|foster|separate|residential|children|carers?|families|schools?|staff|times?|miles?|days?|nights?|weeks?|months?|years?|hours?|minutes?|mins?|flats?|beds?|bedrooms?|more|further|staffing|per|am|pm';
const LIVES_AT = new RegExp(
  String.raw`(?<=\b(?:${LIVING}))\d{1,4}[a-z]?,?[^\S\n]+(?:the[^\S\n]+)?(?!(?:${NO_HOUSE})(?!\p{L}))\p{L}[\p{L}'’-]{2,40}(?:[^\S\n]+(?:${STREET_ENDINGS})\b)?`,
  'giu',
);

/** A house’s number and a name in small letters, where the words before say that somebody lives there. */
export const findSmallHouses = ({ raw }: ReadText): readonly Found[] =>
  [...raw.matchAll(LIVES_AT)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    kind: 'street',
    weight: 'reason',
  }));
