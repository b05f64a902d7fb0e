import type { ConventionInForce, HeldConvention } from '@rightplace/app';
import { conventionInWords, type Day, dayInWords } from '@rightplace/domain';

/** "15 working days, since 1 April 2026", or that nobody set another. */
export const conventionText = ({ name, value, set }: ConventionInForce): string =>
  set === undefined
    ? `${conventionInWords(name, value)}: nobody has set another`
    : `${conventionInWords(name, value)}, since ${dayInWords(set.from)}`;

/** "15 working days from 1 April 2026 until 1 April 2027". */
export const heldText = ({ name, value, from, until }: HeldConvention, today: Day): string => {
  const start = `${from > today ? 'from' : 'since'} ${dayInWords(from)}`;
  return `${conventionInWords(name, value)}, ${start}${until === undefined ? '' : ` until ${dayInWords(until)}`}`;
};
