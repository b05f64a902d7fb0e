/** A postcode as compared: upper case, without spaces. The record keeps it as it was written. */
export const plainPostcode = (postcode: string): string => postcode.replace(/\s+/g, '').toUpperCase();

/** Whether two postcodes are one, spaces and case aside. Two that are not recorded count as the same. */
export const samePostcode = (a: string | null, b: string | null): boolean =>
  a === b || plainPostcode(a ?? '') === plainPostcode(b ?? '');
