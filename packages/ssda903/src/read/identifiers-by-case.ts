import { counted } from '../set-aside.ts';
import { cellsOf, type TableRows } from '../tables/table-rows.ts';

/** Longer ones are not looked at: the reader of cells does not tell them apart. */
const LONGEST = 64;
const EXAMPLES = 5;

/**
 * Identifiers are read in capitals, as the Department compares them, so that "ab1" and "AB1" are one child. In one file both
 * may also be two children, so it is said: cells that were written otherwise have numbers of their own, and the same text.
 */
export const identifiersByCase = (tables: readonly TableRows[]): readonly string[] => {
  const met = new Set<string>();
  for (const rows of tables) {
    const children = cellsOf(rows, 'CHILD');
    const seen = new Set<string>();
    for (const number of children.numbersHeld()) {
      const text = children.texts[number] ?? '';
      if (seen.has(text) && /[A-Z]/.test(text) && !text.includes('"') && text.length <= LONGEST)
        met.add(text);
      seen.add(text);
    }
  }
  if (met.size === 0) return [];
  const examples = [...met].slice(0, EXAMPLES).join(', ') + (met.size > EXAMPLES ? ', …' : '');
  return [
    `${counted(met.size, 'identifier')} ${met.size === 1 ? 'is' : 'are'} written in capitals and in small letters in one file (${examples}): they are read as one child each. If they are two children, give one of them another identifier.`,
  ];
};
