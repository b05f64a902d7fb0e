import { plainText } from '../child/search-text.ts';
import type { SearchLine } from './search-line.ts';

/** The number that is typed as providers are told it, “Request 12” or “#12”, or as a refusal names it, “search 12”; undefined where words are typed, or figures alone. */
const numberTyped = (typed: string): string | undefined =>
  /^\s*(?:(?:request|search)\s*(?:#|no\.?|number)?|#)\s*(\d+)\s*\.?\s*$/i.exec(typed)?.[1];

/**
 * Whether a search is meant by what was typed: its number, or words of the child’s name or identifier, with or without what stands
 * between the figures and letters of it. What has neither letter nor figure means none.
 */
export const isSearchMeant = ({ id, child }: Pick<SearchLine, 'id' | 'child'>, typed: string): boolean => {
  const words = plainText(typed)
    .split(' ')
    .filter((word) => word !== '');
  const number = numberTyped(typed);
  if (words.length === 0 || number !== undefined) return number === String(id);
  const identifier = plainText(child.id);
  const called = [plainText(child.name ?? ''), identifier, identifier.replaceAll(' ', '')];
  return typed.trim() === String(id) || words.every((word) => called.some((name) => name.includes(word)));
};
