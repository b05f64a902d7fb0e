import { compactPostcode, type PostcodeDirectory, type PostcodePlace } from '../validate/postcodes.ts';
import { csvLines } from './csv-lines.ts';

/** A file that is not the directory it was given as, with a sentence for whoever gave it. */
export class NotAPostcodeDirectory extends Error {
  override readonly name = 'Error';
}

/** What the Office for National Statistics' directories call the columns; the names vary by edition. */
const NAMES = {
  postcode: ['pcds', 'pcd', 'pcd2', 'pcd7', 'pcd8'],
  east: ['oseast1m', 'east1m', 'easting', 'eastings'],
  north: ['osnrth1m', 'north1m', 'northing', 'northings'],
} as const;

/** Degrees, which measures of distance are worked out from. An edition without them serves the rules all the same. */
const DEGREES = { lat: ['lat', 'latitude'], lon: ['long', 'lon', 'longitude'] } as const;

/** `laua`, `oslaua`, or the year's own name such as `lad25cd`. */
const isDistrict = (name: string): boolean => /^(os)?laua$|^lad\d{2}cd$/.test(name);

const metres = (cell: string | undefined): number =>
  cell === undefined || cell.trim() === '' ? Number.NaN : Number(cell);

export interface GridPlace extends PostcodePlace {
  /** In capitals without spaces. */
  readonly postcode: string;
  /** Degrees; NaN when the directory does not give them. */
  readonly lat: number;
  readonly lon: number;
}

/** ONS writes 99.999999 for a postcode that has no position. */
const degrees = (cell: string | undefined): number => {
  const read = metres(cell);
  return Math.abs(read) < 90 ? read : Number.NaN;
};

/** Whether the first line of a CSV is a postcode directory's, whichever columns it may then lack. */
export const seemsPostcodeDirectory = (firstLine: string): boolean => {
  const names = firstLine
    .toLowerCase()
    .split(',')
    .map((name) => name.replaceAll(/["\s\uFEFF]/g, ''));
  return names.some((name) => NAMES.postcode.some((known) => known === name)) && !names.includes('child');
};

/** Reads ONSPD or NSPL as downloaded (a CSV of 2.7 million rows) a piece at a time: the grid and the authority of each postcode. */
export const readPostcodeGrid = function* (pieces: Iterable<Uint8Array>): Generator<GridPlace> {
  let at: { postcode: number; east: number; north: number; district: number } | undefined;
  let degreesAt = { lat: -1, lon: -1 };
  for (const cells of csvLines(pieces)) {
    if (at === undefined) {
      const header = cells.map((name) =>
        name
          .replace(/^\uFEFF/, '')
          .trim()
          .toLowerCase(),
      );
      const find = (wanted: readonly string[]): number => header.findIndex((name) => wanted.includes(name));
      at = {
        postcode: find(NAMES.postcode),
        east: find(NAMES.east),
        north: find(NAMES.north),
        district: header.findIndex(isDistrict),
      };
      degreesAt = { lat: find(DEGREES.lat), lon: find(DEGREES.lon) };
      if (Object.values(at).some((place) => place < 0))
        throw new NotAPostcodeDirectory(
          'This is not a postcode directory that places can be told from: it needs a postcode column (pcds or pcd) and the columns oseast1m, osnrth1m and laua. ' +
            'Download the ONS Postcode Directory (ONSPD) or the National Statistics Postcode Lookup (NSPL) as CSV.',
        );
      continue;
    }
    const postcode = compactPostcode(cells[at.postcode] ?? '');
    if (postcode === '') continue;
    yield {
      postcode,
      east: metres(cells[at.east]),
      north: metres(cells[at.north]),
      district: (cells[at.district] ?? '').trim().toUpperCase(),
      lat: degrees(cells[degreesAt.lat]),
      lon: degrees(cells[degreesAt.lon]),
    };
  }
};

/** Of a directory's millions, those that are wanted, in capitals without spaces. */
export const placesIn = (
  directory: Iterable<GridPlace>,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, GridPlace> => {
  const found = new Map<string, GridPlace>();
  for (const place of directory) if (wanted.has(place.postcode)) found.set(place.postcode, place);
  return found;
};

/** The same as a directory to ask. */
export const gridOf = (directory: Iterable<GridPlace>, wanted: ReadonlySet<string>): PostcodeDirectory => {
  const found = placesIn(directory, wanted);
  return (compact) => found.get(compact);
};
