import type { RowsOfChild } from './child-return.ts';
import type { Collection } from './collection.ts';

/** Whether a year's return says the child is unaccompanied and seeking asylum; 'not said' when no table could say. */
export type Unaccompanied = 'yes' | 'no' | 'not said';

/**
 * From the Header's UASC, where it is given (always in XML; in CSV it is worked out, from being in the UASC file, as
 * the Header is read). Without a Header, a row of the UASC file that says anything besides CHILD and DOB is enough.
 */
export const unaccompaniedIn = (
  rows: RowsOfChild,
  { isGiven, isFlagged }: Pick<Collection, 'isGiven' | 'isFlagged'>,
  suffix: '' | '_last',
): Unaccompanied => {
  if (isGiven(`Header${suffix}`)) {
    if (!isFlagged(suffix)) return 'not said';
    return rows.Header.some(({ UASC }) => UASC === '1') ? 'yes' : 'no';
  }
  if (!isGiven(`UASC${suffix}`)) return 'not said';
  return rows.UASC.some(({ SEX, rawDUC }) => SEX !== '' || rawDUC !== '') ? 'yes' : 'no';
};
