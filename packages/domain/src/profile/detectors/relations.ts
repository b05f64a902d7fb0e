import { BEGINS_SENTENCE } from './begins-sentence.ts';
import type { Found } from './finding.ts';
import { isNoName } from './names.ts';
import { BETWEEN, IS_RELATION, RELATIONS, SAYS_NAME } from './relation-words.ts';
import { joined, type ReadText } from './text.ts';

const SPACE = String.raw`[^\S\n]`;
const SMALL_CAP = String.raw`\p{Lu}(?:['’]\p{Lu})?\p{Ll}[\p{L}'’-]{0,40}`;
const LARGE = String.raw`\p{Lu}[\p{Lu}'’-]{1,40}(?!\p{L})`;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const WORDS = [...RELATIONS, ...SAYS_NAME].flatMap((word) => [
  word,
  capital(word),
  word.split(' ').map(capital).join(' '),
  word.toUpperCase(),
]);
const ANY_RELATION = [...new Set(WORDS)].join('|');

const after = (name: string): RegExp =>
  new RegExp(
    String.raw`(?<=(?<![\p{L}\p{N}])(?:${ANY_RELATION})(?!\p{L})${BETWEEN})${name}(?:${SPACE}{1,3}${name}){0,2}`,
    'gu',
  );
const before = (name: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}'’-])${name}(?:${SPACE}{1,3}${name}){0,2}(?=${IS_RELATION})`, 'gu');

const SHAPES = [SMALL_CAP, LARGE].flatMap((name) => [after(name), before(name)]);

const A_SIBLING = '(?:(?:half|step)[- ]?)?(?:brothers?|sisters?|siblings?|twins?|bro|sis)';
const SIBLING_BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<!['’]s${SPACE})${A_SIBLING}${BETWEEN}$`,
  'iu',
);
const IS_SIBLING = new RegExp(String.raw`(?<!['’]s[^\S\n]+)${A_SIBLING}$`, 'iu');
const IS_KIN = new RegExp(`^${IS_RELATION}`, 'u');
const LONGEST_KIN = 80;

/** “her sister Layla”, “Layla is her sister”; “her mum’s sister Layla” is an aunt. */
const isSibling = (raw: string, from: number, to: number): boolean =>
  SIBLING_BEFORE.test(raw.slice(Math.max(0, from - LONGEST_KIN), from)) ||
  IS_SIBLING.test(IS_KIN.exec(raw.slice(to, to + LONGEST_KIN))?.[0] ?? '');

/** “Nobody is her friend.” “Mum: weekly.” */
const NOBODY =
  /^(?:(?:no|some|any|every)(?:body|one|thing)|neither|either|both|another|school|home|football|music|today|sadly|however|recently|now|then|here|never|always|must|will|only|very|really|cannot|can’t|still|just|soon|often|even|more|most|much|once|twice|one|two|three|four|daily|weekly|fortnightly|monthly|yearly|regular|regularly|supervised|unsupervised|contact|contacts|visits?|calls?|phone|video|letters?|times?|family|siblings?|people|face)$/iu;

/** Months and faiths that are given names too: one that stands beside a relation is. */
const NAMES_TOO: ReadonlySet<string> = new Set('april may june august christian'.split(' '));

const isName = (words: string): boolean => {
  const own = words.replace(/['’]s?$/u, '');
  const word = joined(own);
  return !NOBODY.test(own) && !RELATIONS.includes(word) && (NAMES_TOO.has(word) || !isNoName(word));
};

/** The first words that may be names: “Jane Doe Friday” is Jane Doe. */
const nameIn = (words: string): string => {
  const all = words.split(/(?<=\S)(?=\s)/u);
  const end = all.findIndex((word) => !isName(word.trim()));
  return all.slice(0, end === -1 ? all.length : end).join('');
};

const IS_PARTED = /[^\p{L},\s][^\S\n]?$/u;
const begins = (name: string): boolean => BEGINS_SENTENCE.test(/^\S*/u.exec(name)?.[0] ?? '');

/** Somebody’s name, known to nobody, after who they are to the child or before it. */
export const findRelations = ({ raw }: ReadText): readonly Found[] =>
  SHAPES.flatMap((shape) =>
    [...raw.matchAll(shape)].flatMap((match): readonly Found[] => {
      const name = nameIn(match[0]);
      const isBegun = IS_PARTED.test(raw.slice(0, match.index).slice(-2)) && begins(name);
      const place = { from: match.index, to: match.index + name.length };
      if (name === '' || isBegun) return [];
      const ofSibling = isSibling(raw, place.from, place.to) ? { ofSibling: true as const } : {};
      return [{ ...place, kind: 'person', weight: 'reason', ...ofSibling }];
    }),
  );

const HEADING = new RegExp(
  String.raw`(?<![\p{L}])(?:${RELATIONS.join('|')}|contacts?|family|siblings|people)(?!\p{L})[^\n]{0,20}:[^\S\n]*$|^[^\S\n]*(?:${RELATIONS.join('|')}|contacts?|family|siblings|people)[^\S\n]*$`,
  'iu',
);
const LISTED = new RegExp(
  String.raw`^[^\S\n]{0,9}(?:[-–—•*·▪◦]|\d{1,2}[.)])?[^\S\n]{0,9}((?:${SMALL_CAP}|${LARGE})(?:${SPACE}(?:${SMALL_CAP}|${LARGE})){0,2})`,
  'u',
);
const LONGEST_HEADING = 80;

/** Names one below the other where the line above says whose they are: “Brothers:”, “Contact:”. */
export const findListedNames = ({ raw }: ReadText): readonly Found[] => {
  const found: Found[] = [];
  let at = 0;
  let isList = false;
  for (const line of raw.split('\n')) {
    const listed = isList ? LISTED.exec(line.slice(0, LONGEST_HEADING)) : null;
    const name = nameIn(listed?.[1] ?? '');
    if (listed !== null && name !== '' && !begins(name)) {
      const from = at + listed[0].length - (listed[1] ?? '').length;
      found.push({ from, to: from + name.length, kind: 'may-be-name', weight: 'look' });
    }
    isList = HEADING.test(line.slice(-LONGEST_HEADING)) || (isList && line.trim() !== '');
    at += line.length + 1;
  }
  return found;
};
