import type { RowTrouble } from './check-row.ts';

/** A child's page has the identifier in its address, and no longer one is found there. */
const LONGEST = 100;

/**
 * Why no child can be kept under what CHILD says; undefined when one can. A child whose page could not be opened would be
 * counted and never seen, and dots alone mean another page in an address.
 */
export const troubleWithChild = (child: string): RowTrouble | undefined => {
  if (child === '') return NO_CHILD;
  if (child.length > LONGEST)
    return {
      rule: 'unusable-child',
      reason: `CHILD is ${child.length} characters long, and an identifier can have up to ${LONGEST}.`,
      todo: 'Give the child a shorter identifier, the same in every file.',
    };
  if (SHORTENED.test(child))
    return {
      rule: 'unusable-child',
      reason: `CHILD is ${child}, a number that a spreadsheet has shortened: several children may have become this one.`,
      todo: 'Export the file again and do not save it in a spreadsheet, or format the column as text there first.',
    };
  return /^\.+$/.test(child) ? ONLY_DOTS : undefined;
};

/** How a spreadsheet writes a long number in a narrow column, and into a CSV from then on. */
const SHORTENED = /^\d(\.\d+)?E\+\d+$/i;

const NO_CHILD: RowTrouble = {
  rule: 'no-child',
  reason: 'CHILD is blank, so there is no telling whose row this is.',
  todo: 'Give the child’s identifier, or remove the row.',
};

const ONLY_DOTS: RowTrouble = {
  rule: 'unusable-child',
  reason: 'CHILD is only dots, which identify nobody.',
  todo: 'Give the child’s identifier, or remove the row.',
};
