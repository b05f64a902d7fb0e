import { plainText } from '../child/search-text.ts';
import type { SearchLine } from './search-line.ts';

/** A number as providers are told it: “Request 12”, “#12” or the figures alone. */
const isNumberOf = (id: number, words: readonly string[]): boolean =>
  words.at(-1) === String(id) && words.slice(0, -1).every((word) => word === 'request');

/**
 * Whether a search is meant by what was typed: its number, or words of the child’s name or identifier, with or without what stands
 * between the figures and letters of it. What has neither letter nor figure means none.
 */
export const isSearchMeant = ({ id, child }: Pick<SearchLine, 'id' | 'child'>, typed: string): boolean => {
  const words = plainText(typed)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return false;
  const identifier = plainText(child.id);
  const called = [plainText(child.name ?? ''), identifier, identifier.replaceAll(' ', '')];
  return isNumberOf(id, words) || words.every((word) => called.some((name) => name.includes(word)));
};
