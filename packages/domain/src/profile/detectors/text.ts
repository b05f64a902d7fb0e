/** A word or a number of a text, as it is compared and where it stands. */
export interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

export interface ReadText {
  readonly raw: string;
  readonly tokens: readonly Token[];
}

/** Letters that no accent is taken off by Unicode’s own rules. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** In small letters, without accents. */
const plain = (text: string): string =>
  Array.from(text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase())
    .map((letter) => PLAIN[letter] ?? letter)
    .join('');

/** Nothing that is seen: a soft hyphen, a joiner, an accent that stands by itself. */
const IS_UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff\p{M}]/u;

/** Apostrophes, hyphens, stops and spaces part words: whoever compares puts them together again (`joinedAt`). */
export const readText = (raw: string): ReadText => {
  const tokens: { word: string; from: number; to: number }[] = [];
  let at = 0;
  let isOpen = false;
  for (const letter of raw) {
    const to = at + letter.length;
    const last = tokens.at(-1);
    if (IS_UNSEEN.test(letter)) {
      if (isOpen && last !== undefined) last.to = to;
    } else {
      const word = plain(letter).replaceAll(/[^\p{L}\p{N}]/gu, '');
      if (word === '') isOpen = false;
      else if (isOpen && last !== undefined) {
        last.word += word;
        last.to = to;
      } else {
        tokens.push({ word, from: at, to });
        isOpen = true;
      }
    }
    at = to;
  }
  return { raw, tokens };
};

/** A name or number as it is compared: Anne-Marie, Anne Marie and AnneMarie are one. */
export const joined = (text: string): string =>
  readText(text)
    .tokens.map(({ word }) => word)
    .join('');

export interface Place {
  readonly from: number;
  readonly to: number;
}

const endOf = ({ raw, tokens }: ReadText, at: number): number => {
  const next = tokens[at + 1];
  const here = tokens[at]?.to ?? 0;
  return next?.word === 's' && /^['’‘`]$/.test(raw.slice(here, next.from)) ? next.to : here;
};

/** Where something stands in a text however it is parted, capitalised or accented; “Kofi’s” and “Kofis” as well. */
export const placesOf = (text: ReadText, sought: string): readonly Place[] => {
  if (sought === '') return [];
  const { tokens } = text;
  return tokens.flatMap(({ from, word: first }, start): readonly Place[] => {
    if (!sought.startsWith(first) && first !== `${sought}s`) return [];
    let word = '';
    for (let at = start; at < tokens.length && word.length < sought.length; at += 1) {
      word += tokens[at]?.word ?? '';
      if (word === sought || word === `${sought}s`) return [{ from, to: endOf(text, at) }];
    }
    return [];
  });
};

/** The same words without the digits at their ends: “kofi2014”. */
export const withoutDigits = ({ raw, tokens }: ReadText): ReadText => ({
  raw,
  tokens: tokens.map(({ word, ...place }) => ({
    ...place,
    word: /\p{L}/u.test(word) ? word.replace(/^\d{1,9}/u, '').replace(/(?<!\d)\d{1,9}$/u, '') : word,
  })),
});
