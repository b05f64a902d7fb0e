import { compactPostcode, type PostcodeDirectory, type PostcodePlace } from '../validate/postcodes.ts';
import { csvLines } from './csv-lines.ts';

/** A file that is not the directory it was given as, with a sentence for whoever gave it. */
export class NotAPostcodeDirectory extends Error {
  override readonly name = 'Error';
  /** It has the columns of one, and no postcode below them. */
  readonly isEmpty: boolean;

  constructor(message: string, isEmpty = false) {
    super(message);
    this.isEmpty = isEmpty;
  }
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

const DOWNLOAD =
  'Download the ONS Postcode Directory (ONSPD) or the National Statistics Postcode Lookup (NSPL) as CSV.';

const WHAT_IT_TELLS = {
  postcode: 'postcodes',
  east: 'eastings',
  north: 'northings',
  district: 'authorities',
};

const MOST_SAID = 60;

/** So much of the first line as tells what file it is: a title, other names, or no text at all. */
const firstLineOf = (cells: readonly string[]): string => {
  const text = cells.join(',').replaceAll(/\p{C}/gu, '');
  return text.length > MOST_SAID ? `${text.slice(0, MOST_SAID)}…` : text;
};

/** Reads ONSPD or NSPL as downloaded (a CSV of 2.7 million rows) a piece at a time: the grid and the authority of each postcode. */
export const readPostcodeGrid = function* (pieces: Iterable<Uint8Array>): Generator<GridPlace> {
  let at: { postcode: number; east: number; north: number; district: number } | undefined;
  let degreesAt = { lat: -1, lon: -1 };
  let isEmpty = true;
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
      const lacking = Object.entries(at).filter(([, place]) => place < 0);
      if (lacking.length > 0)
        throw new NotAPostcodeDirectory(
          'This is not a postcode directory that places can be told from: it needs a postcode column (pcds or pcd) and the columns oseast1m, osnrth1m and laua. ' +
            `Its first line (${firstLineOf(cells)}) has no column of ${lacking.map(([what]) => WHAT_IT_TELLS[what as keyof typeof WHAT_IT_TELLS]).join(', ')}. ${DOWNLOAD}`,
        );
      continue;
    }
    const postcode = compactPostcode(cells[at.postcode] ?? '');
    if (postcode === '') continue;
    isEmpty = false;
    yield {
      postcode,
      east: metres(cells[at.east]),
      north: metres(cells[at.north]),
      district: (cells[at.district] ?? '').trim().toUpperCase(),
      lat: degrees(cells[degreesAt.lat]),
      lon: degrees(cells[degreesAt.lon]),
    };
  }
  // Looked up in nothing, every postcode in the return would look wrong.
  if (isEmpty) throw new NotAPostcodeDirectory(`It lists no postcode. ${DOWNLOAD}`, at !== undefined);
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
