import type { Found } from './finding.ts';
import { isNoName } from './names.ts';
import { joined, type ReadText } from './text.ts';

/** Who somebody is to the child, after which their name is said: “her mother Jane Doe”. */
const RELATIONS =
  'mum|mummy|mam|mother|mom|dad|daddy|father|parents?|stepmum|stepmother|stepdad|stepfather|brothers?|sisters?|siblings?|twin|half-brother|half-sister|stepbrother|stepsister|aunt|aunty|auntie|uncle|cousins?|nan|nana|nanny|nanna|gran|granny|grandma|grandmother|grandad|grandpa|grandfather|godmother|godfather|partner|boyfriend|girlfriend|husband|wife|friends?|mate|bestie|neighbours?|teacher|tutor|mentor|coach|guardian|carers?|social worker|health visitor|son|daughter|nephew|niece|baby|called|named';

const SPACE = String.raw`[^\S\n]`;
const SMALL_CAP = String.raw`\p{Lu}(?:['’]\p{Lu})?\p{Ll}[\p{L}'’-]{0,40}`;
const LARGE = String.raw`\p{Lu}[\p{Lu}'’-]{1,40}`;
const capital = (word: string): string =>
  word.replaceAll(/(^|\|)(\p{Ll})/gu, (letters) => letters.toUpperCase());

const after = (relations: string, name: string): RegExp =>
  new RegExp(String.raw`(?<=\b(?:${relations}),?${SPACE}+)${name}(?:${SPACE}+${name}){0,2}`, 'gu');

const SHAPES = [
  after(`${RELATIONS}|${capital(RELATIONS)}`, SMALL_CAP),
  after(RELATIONS.toUpperCase(), LARGE),
];

const isName = (word: string): boolean => !isNoName(joined(word.replace(/['’]s?$/u, '')));

/** The first words that may be names: “Jane Doe Friday” is Jane Doe. */
const nameIn = (words: string): string => {
  const all = words.split(/(?<=\S)(?=\s)/u);
  const end = all.findIndex((word) => !isName(word.trim()));
  return all.slice(0, end === -1 ? all.length : end).join('');
};

/** Somebody’s name, known to nobody, after who they are to the child. */
export const findRelations = ({ raw }: ReadText): readonly Found[] =>
  SHAPES.flatMap((shape) =>
    [...raw.matchAll(shape)].flatMap((match): readonly Found[] => {
      const name = nameIn(match[0]);
      return name === ''
        ? []
        : [{ from: match.index, to: match.index + name.length, kind: 'person', weight: 'reason' }];
    }),
  );
