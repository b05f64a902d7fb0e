import type { CollectionYear } from '@rightplace/domain';
import { codesIn } from './codes.ts';

/** What earlier lists called a placement that a later list has a code of its own for. */
const CALLED_BEFORE: Readonly<Record<string, string>> = {
  K3: 'H5',
  Z11: 'Z1',
  Z12: 'Z1',
  Z13: 'Z1',
  Z14: 'Z1',
};

/** The year's own code for it. One that the year's list lacks, and had no other code for, is written as it is. */
export const placeCode = (place: string, year: CollectionYear): string => {
  const codes = codesIn('PLACE', year);
  const before = CALLED_BEFORE[place];
  return before !== undefined && !Object.hasOwn(codes, place) && Object.hasOwn(codes, before)
    ? before
    : place;
};
