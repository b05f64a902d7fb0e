import { birthday, slashed } from '../calendar/days.ts';
import type { Life } from '../care/life.ts';
import type { Happening } from './happening.ts';

/**
 * One row while a child counts as unaccompanied. The date it ceases is given from the start as the eighteenth
 * birthday, which is when it does for almost all.
 */
export const unaccompaniedOf = (life: Life): readonly Happening[] => {
  const first = life.spells[0];
  if (!life.unaccompanied || first === undefined) return [];
  const eighteen = birthday(life.born, 18);
  return [{ table: 'UASC', from: first.starts, to: eighteen, cells: { DUC: slashed(eighteen) } }];
};
