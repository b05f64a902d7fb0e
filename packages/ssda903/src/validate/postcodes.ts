import { upperTierOf } from '../codes/upper-tier.ts';

/** One line of a postcode directory, by ONS's own column names. */
export interface PostcodeLine {
  readonly pcd: string;
  readonly oseast1m?: string | number | null;
  readonly osnrth1m?: string | number | null;
  readonly laua?: string | null;
}

export interface PostcodePlace {
  /** Metres on the national grid; NaN when the directory gives no position. */
  readonly east: number;
  readonly north: number;
  /** The district or unitary authority, nine characters; '' when not given. */
  readonly district: string;
}

/** Where a postcode is; undefined when the directory does not have it. It is asked in capitals without spaces. */
export type PostcodeDirectory = (compact: string) => PostcodePlace | undefined;

const USUAL = /^([A-Z0-9]+) ?([A-Z0-9]*)$/;

/** In capitals without spaces. */
export const compactPostcode = (postcode: string): string => {
  // Nearly all have one space and nothing odd: the general way takes several times as long.
  const usual = USUAL.exec(postcode);
  return usual === null ? postcode.replace(/\s+/g, '').toUpperCase() : `${usual[1]}${usual[2]}`;
};

const metres = (value: string | number | null | undefined): number =>
  value === null || value === undefined || value === '' ? Number.NaN : Number(value);

export const postcodeDirectory = (lines: readonly PostcodeLine[]): PostcodeDirectory => {
  const places = new Map<string, PostcodePlace>();
  for (const { pcd, oseast1m, osnrth1m, laua } of lines)
    places.set(compactPostcode(pcd), {
      east: metres(oseast1m),
      north: metres(osnrth1m),
      district: (laua ?? '').trim().toUpperCase(),
    });
  return (compact) => places.get(compact);
};

const COUNTRIES: Readonly<Record<string, string>> = { S: 'SCO', N: 'NIR', W: 'WAL' };

/**
 * PL_LA of a district: the authority responsible for children there, or SCO, NIR or WAL. '' for the Channel Islands and
 * the Isle of Man, for which what the return would have is not settled.
 */
export const authorityOfDistrict = (district: string): string =>
  COUNTRIES[district.slice(0, 1)] ?? (district.startsWith('E') ? upperTierOf(district) : '');
