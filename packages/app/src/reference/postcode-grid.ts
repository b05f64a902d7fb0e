import { compactPostcode, type PostcodeDirectory, type PostcodePlace } from '@rightplace/ssda903';
import { csvLines } from './csv-lines.ts';
import { NotAPostcodeDirectory } from './postcode-directory.ts';

/** What the Office for National Statistics' directories call the columns; the names vary by edition. */
const NAMES = {
  postcode: ['pcds', 'pcd', 'pcd2', 'pcd7', 'pcd8'],
  east: ['oseast1m', 'east1m', 'easting', 'eastings'],
  north: ['osnrth1m', 'north1m', 'northing', 'northings'],
} as const;

/** `laua`, `oslaua`, or the year's own name such as `lad25cd`. */
const isDistrict = (name: string): boolean => /^(os)?laua$|^lad\d{2}cd$/.test(name);

const metres = (cell: string | undefined): number =>
  cell === undefined || cell.trim() === '' ? Number.NaN : Number(cell);

export interface GridPlace extends PostcodePlace {
  /** In capitals without spaces. */
  readonly postcode: string;
}

/** Reads ONSPD or NSPL as downloaded (a CSV of 2.7 million rows) a piece at a time: the grid and the authority of each postcode. */
export const readPostcodeGrid = function* (pieces: Iterable<Uint8Array>): Generator<GridPlace> {
  let at: { postcode: number; east: number; north: number; district: number } | undefined;
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
    };
  }
};

/** Of a directory's millions, those that are wanted, in capitals without spaces. */
export const gridOf = (directory: Iterable<GridPlace>, wanted: ReadonlySet<string>): PostcodeDirectory => {
  const found = new Map<string, PostcodePlace>();
  for (const { postcode, ...place } of directory) if (wanted.has(postcode)) found.set(postcode, place);
  return (compact) => found.get(compact);
};
