import type { ChildRecord } from '../child/record.ts';

/** A child whom a text seems to name, and the words that do. */
export interface ChildInText {
  readonly id: ChildRecord['id'];
  readonly words: string;
}

/**
 * Children whose number, unique pupil number or full name stands in a text, however it is written: in capitals, without
 * accents, the family name first. It knows nothing of first names alone, initials or descriptions, so it helps whoever writes
 * and takes nothing off them.
 */
export const childrenInText = (
  text: string,
  children: readonly Pick<ChildRecord, 'id' | 'details'>[],
): readonly ChildInText[] => {
  const words = plainWords(text);
  const line = ` ${words.join(' ')} `;
  const says = (...parts: readonly string[]): string | undefined => {
    const sought = parts.flatMap(plainWords).join(' ');
    return sought !== '' && line.includes(` ${sought} `) ? sought : undefined;
  };
  return children.flatMap(({ id, details }) => {
    const { givenName, familyName, upn } = details;
    const named = givenName === undefined || familyName === undefined ? [] : [givenName, familyName];
    const pupil = upn !== undefined && upn.length > SHORT_CODE ? upn : '';
    const found = says(id) ?? says(pupil) ?? says(...named) ?? says(...named.toReversed());
    return found === undefined ? [] : [{ id, words: found }];
  });
};

/** UN1 to UN5 stand for no number. */
const SHORT_CODE = 3;

/** Words and numbers of a text, in small letters without accents. */
const plainWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
