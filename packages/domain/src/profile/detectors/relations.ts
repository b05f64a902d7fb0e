import type { Found } from './finding.ts';
import { isNoName } from './names.ts';
import { IS_RELATION, RELATIONS, SAYS_NAME } from './relation-words.ts';
import { joined, type ReadText } from './text.ts';

const SPACE = String.raw`[^\S\n]`;
const SMALL_CAP = String.raw`\p{Lu}(?:['’]\p{Lu})?\p{Ll}[\p{L}'’-]{0,40}`;
const LARGE = String.raw`\p{Lu}[\p{Lu}'’-]{1,40}`;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const WORDS = [...RELATIONS, ...SAYS_NAME];

const after = (relations: string, name: string): RegExp =>
  new RegExp(String.raw`(?<=\b(?:${relations}),?${SPACE}+)${name}(?:${SPACE}+${name}){0,2}`, 'gu');

const SHAPES = [
  after([...WORDS, ...WORDS.map(capital)].join('|'), SMALL_CAP),
  after(WORDS.join('|').toUpperCase(), LARGE),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}'’-])${SMALL_CAP}(?:${SPACE}+${SMALL_CAP}){0,2}(?=${IS_RELATION})`,
    'gu',
  ),
];

/** “Nobody is her friend.” */
const NOBODY =
  /^(?:(?:no|some|any|every)(?:body|one|thing)|neither|either|both|another|school|home|football|music|today|sadly|however|recently|now|then|here)$/iu;

const isName = (word: string): boolean =>
  !NOBODY.test(word) && !isNoName(joined(word.replace(/['’]s?$/u, '')));

/** The first words that may be names: “Jane Doe Friday” is Jane Doe. */
const nameIn = (words: string): string => {
  const all = words.split(/(?<=\S)(?=\s)/u);
  const end = all.findIndex((word) => !isName(word.trim()));
  return all.slice(0, end === -1 ? all.length : end).join('');
};

/** Somebody’s name, known to nobody, after who they are to the child or before it. */
export const findRelations = ({ raw }: ReadText): readonly Found[] =>
  SHAPES.flatMap((shape) =>
    [...raw.matchAll(shape)].flatMap((match): readonly Found[] => {
      const name = nameIn(match[0]);
      return name === ''
        ? []
        : [{ from: match.index, to: match.index + name.length, kind: 'person', weight: 'reason' }];
    }),
  );
