import { findSector } from '../reference/sectors.ts';

/** Where a postcode is, by the middle of its sector, so a home near a boundary may be told as over it. */
export type District =
  | { readonly kind: 'district'; readonly name: string; readonly authority: string }
  | { readonly kind: 'outside-england' }
  /** No postcode, or none that is in the list of sectors. */
  | { readonly kind: 'not-known' };

const OUTSIDE: District = { kind: 'outside-england' };
const NOT_KNOWN: District = { kind: 'not-known' };

export const districtOf = (postcode: string | null | undefined): District => {
  const sector = postcode === null || postcode === undefined ? undefined : findSector(postcode);
  if (sector === undefined) return NOT_KNOWN;
  return sector.district === ''
    ? OUTSIDE
    : { kind: 'district', name: sector.district, authority: sector.authority };
};

/** As it stands in an address and is compared. No district of England is called either of the last two. */
export const districtKey = (district: District): string =>
  district.kind === 'district' ? district.name : district.kind;
