import { plainText } from '../child/search-text.ts';
import type { SearchLine } from './search-line.ts';

/** Whether a search is meant by what was typed: its number, as providers are told it, or words of the child’s name or identifier. */
export const isSearchMeant = ({ id, child }: Pick<SearchLine, 'id' | 'child'>, typed: string): boolean => {
  const words = plainText(typed)
    .split(' ')
    .filter((word) => word !== '');
  const called = plainText(`${child.name ?? ''} ${child.id}`);
  return typed.trim() === String(id) || words.every((word) => called.includes(word));
};
