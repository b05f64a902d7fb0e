import { csvLines, NotAPostcodeDirectory } from '@rightplace/ssda903';
import { compactPostcode } from './sectors.ts';

/** Where a postcode is, in degrees; the postcode in capitals without spaces. */
export interface PostcodePlace {
  readonly postcode: string;
  readonly lat: number;
  readonly lon: number;
}

/** Of a directory's millions, those that are wanted. */
export const placesOf = (
  directory: Iterable<PostcodePlace>,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, PostcodePlace> => {
  const found = new Map<string, PostcodePlace>();
  for (const place of directory) if (wanted.has(place.postcode)) found.set(place.postcode, place);
  return found;
};

/** Codes under which the Office for National Statistics' directories give what we need; the names vary by edition. */
const names = {
  postcode: ['pcds', 'pcd', 'pcd2', 'pcd7', 'pcd8'],
  lat: ['lat', 'latitude'],
  lon: ['long', 'lon', 'longitude'],
} as const;

/** ONS writes 99.999999 for a postcode that has no position. */
const isSomewhere = (lat: number, lon: number): boolean =>
  Math.abs(lat) < 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0);

/**
 * Reads ONSPD or NSPL as downloaded (a CSV of 2.7 million rows), a piece at a time.
 */
export const readPostcodeDirectory = function* (pieces: Iterable<Uint8Array>): Generator<PostcodePlace> {
  let at: { postcode: number; lat: number; lon: number } | undefined;
  for (const cells of csvLines(pieces)) {
    if (at === undefined) {
      const header = cells.map((name) => name.trim().toLowerCase());
      const find = (wanted: readonly string[]): number => header.findIndex((name) => wanted.includes(name));
      at = { postcode: find(names.postcode), lat: find(names.lat), lon: find(names.lon) };
      if (at.postcode < 0 || at.lat < 0 || at.lon < 0) {
        throw new NotAPostcodeDirectory(
          'This is not a postcode directory: it needs a postcode column (pcds or pcd) and the columns lat and long. ' +
            'Download the ONS Postcode Directory (ONSPD) or the National Statistics Postcode Lookup (NSPL) as CSV.',
        );
      }
      continue;
    }
    const [lat, lon] = [Number(cells[at.lat]), Number(cells[at.lon])];
    const postcode = compactPostcode(cells[at.postcode] ?? '');
    if (postcode !== '' && cells[at.lat] !== '' && isSomewhere(lat, lon)) yield { postcode, lat, lon };
  }
};
