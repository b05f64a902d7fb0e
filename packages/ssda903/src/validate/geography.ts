import type { Cells } from '../tables/table-rows.ts';
import { authorityOfDistrict, compactPostcode, type PostcodeDirectory } from './postcodes.ts';
import type { ReturnTable } from './return-table.ts';
import type { WorkedOut } from './row-makers.ts';

export const DERIVED_COLUMNS = ['PL_LA', 'PL_LOCATION', 'PL_DISTANCE'] as const;
export type DerivedColumn = (typeof DERIVED_COLUMNS)[number];

const METRES_IN_A_MILE = 1609.3;

type Reader<V> = (at: number) => V;

/** What is found out of one cell is found out once for each different text. */
const ofEachText = <V>(cells: Cells | undefined, find: (text: string) => V): Reader<V> => {
  if (cells === undefined) {
    const blank = find('');
    return () => blank;
  }
  const found: (V | undefined)[] = [];
  return (at) => {
    const number = cells.numberAt(at);
    const known = found[number];
    if (known !== undefined) return known;
    const made = find(cells.texts[number] ?? '');
    found[number] = made;
    return made;
  };
};

/** And of two cells once for each different pair. */
const ofEachPair = <V>(
  one: Cells | undefined,
  other: Cells | undefined,
  find: (one: string, other: string) => V,
): Reader<V> => {
  const found = new Map<number, V>();
  const size = other?.texts.length ?? 1;
  return (at) => {
    const [a, b] = [one?.numberAt(at) ?? 0, other?.numberAt(at) ?? 0];
    const key = a * size + b;
    const known = found.get(key);
    if (known !== undefined) return known;
    const made = find(one?.texts[a] ?? '', other?.texts[b] ?? '');
    found.set(key, made);
    return made;
  };
};

/**
 * Where placements are: PL_LA, PL_LOCATION and PL_DISTANCE of episodes. They are taken from the return when it gives
 * them, otherwise worked out from HOME_POST and PL_POST with a postcode directory.
 */
export class Geography {
  readonly #directory: PostcodeDirectory | undefined;
  readonly #authority: string;

  constructor(directory: PostcodeDirectory | undefined, authority: string) {
    this.#directory = directory;
    this.#authority = authority;
  }

  /** The authority of a postcode; '' when it is not known. */
  authorityOf(postcode: string): string {
    if (postcode === '') return '';
    const place = this.#directory?.(compactPostcode(postcode));
    return place === undefined ? '' : authorityOfDistrict(place.district);
  }

  /** Whether a table of episodes has that column, given or worked out. One without rows lacks nothing. */
  knows(column: DerivedColumn, table: ReturnTable): boolean {
    if (table.count === 0 || this.#isGiven(column, table)) return true;
    return this.#directory !== undefined && (column !== 'PL_LOCATION' || this.#authority !== '');
  }

  /** How the derived columns of a table of episodes are read, those that it does not give. */
  of(table: ReturnTable): WorkedOut {
    const [home, placement] = [table.cells('HOME_POST'), table.cells('PL_POST')];
    const given = (column: DerivedColumn): boolean => this.#isGiven(column, table);
    return {
      PL_LA: given('PL_LA') ? undefined : ofEachText(placement, (post) => this.authorityOf(post)),
      PL_LOCATION: given('PL_LOCATION')
        ? undefined
        : ofEachText(placement, (post) => this.#locationOf(this.authorityOf(post))),
      PL_DISTANCE: given('PL_DISTANCE')
        ? undefined
        : ofEachPair(home, placement, (from, to) => this.#between(from, to)),
    };
  }

  /** With a directory, a column that is there and wholly blank has only not been worked out yet. */
  #isGiven(column: DerivedColumn, table: ReturnTable): boolean {
    return this.#directory === undefined ? table.has(column) : table.holds(column);
  }

  #locationOf(authority: string): string {
    if (authority === '') return '';
    return authority === this.#authority ? 'IN' : 'OUT';
  }

  /** In a straight line, to one decimal; NaN unless both are known. */
  #between(home: string, placement: string): number {
    const [from, to] = [home, placement].map((post) => this.#directory?.(compactPostcode(post)));
    if (from === undefined || to === undefined) return Number.NaN;
    const miles = Math.hypot(from.east - to.east, from.north - to.north) / METRES_IN_A_MILE;
    return Math.round(miles * 10) / 10;
  }
}
