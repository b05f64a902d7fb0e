import { Cells } from '../tables/table-rows.ts';
import {
  authorityOfDistrict,
  compactPostcode,
  type PostcodeDirectory,
  type PostcodePlace,
} from './postcodes.ts';
import type { ReturnTable } from './return-table.ts';
import type { WorkedOut } from './row-makers.ts';

export const DERIVED_COLUMNS = ['PL_LA', 'PL_LOCATION', 'PL_DISTANCE'] as const;
export type DerivedColumn = (typeof DERIVED_COLUMNS)[number];

const METRES_IN_A_MILE = 1609.3;

/** What is found out of a text is found out once: of the text with each number. */
const ofEachText = <V>(texts: readonly string[], find: (text: string) => V): ((number: number) => V) => {
  const found: (V | undefined)[] = [];
  // Of its full length from the start: an array that grows by leaps becomes a slow one.
  found.length = texts.length;
  return (number) => {
    const known = found[number];
    if (known !== undefined) return known;
    const made = find(texts[number] ?? '');
    found[number] = made;
    return made;
  };
};

const NO_CELLS = new Cells([''], new Int32Array());

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
    const home = table.cells('HOME_POST') ?? NO_CELLS;
    const placement = table.cells('PL_POST') ?? NO_CELLS;
    const given = (column: DerivedColumn): boolean => this.#isGiven(column, table);
    const authorityOf = ofEachText(placement.texts, (post) => this.authorityOf(post));
    return {
      PL_LA: given('PL_LA') ? undefined : (at) => authorityOf(placement.numberAt(at)),
      PL_LOCATION: given('PL_LOCATION')
        ? undefined
        : (at) => this.#locationOf(authorityOf(placement.numberAt(at))),
      PL_DISTANCE: given('PL_DISTANCE') ? undefined : this.#distance(home, placement),
    };
  }

  #distance(home: Cells, placement: Cells): (at: number) => number {
    const find = (post: string): PostcodePlace => this.#directory?.(compactPostcode(post)) ?? NOWHERE;
    const placeOfHome = ofEachText(home.texts, find);
    const placeOfPlacement = placement.texts === home.texts ? placeOfHome : ofEachText(placement.texts, find);
    return (at) => between(placeOfHome(home.numberAt(at)), placeOfPlacement(placement.numberAt(at)));
  }

  /** With a directory, a column that is there and wholly blank has only not been worked out yet. */
  #isGiven(column: DerivedColumn, table: ReturnTable): boolean {
    return this.#directory === undefined ? table.has(column) : table.holds(column);
  }

  #locationOf(authority: string): string {
    if (authority === '') return '';
    return authority === this.#authority ? 'IN' : 'OUT';
  }
}

const NOWHERE: PostcodePlace = { east: Number.NaN, north: Number.NaN, district: '' };

/** In a straight line, to one decimal; NaN unless both are known. */
const between = (from: PostcodePlace, to: PostcodePlace): number => {
  const miles = Math.hypot(from.east - to.east, from.north - to.north) / METRES_IN_A_MILE;
  return Math.round(miles * 10) / 10;
};
