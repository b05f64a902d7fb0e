import { authorityOfDistrict, compactPostcode, type PostcodeDirectory } from './postcodes.ts';
import type { ReturnTable } from './return-table.ts';
import type { WorkedOut } from './rows.ts';

export type DerivedColumn = 'PL_LA' | 'PL_LOCATION' | 'PL_DISTANCE';

const METRES_IN_A_MILE = 1609.3;

/** Each different text is looked up once, and each different pair of home and placement. */
const remembering = <V>(find: (key: string) => V): ((key: string) => V) => {
  const known = new Map<string, V>();
  return (key) => {
    const held = known.get(key);
    if (held !== undefined) return held;
    const found = find(key);
    known.set(key, found);
    return found;
  };
};

/**
 * Where placements are: PL_LA, PL_LOCATION and PL_DISTANCE of episodes. They are taken from the return when it gives
 * them, otherwise worked out from HOME_POST and PL_POST with a postcode directory.
 */
export class Geography {
  readonly #directory: PostcodeDirectory | undefined;
  readonly #authority: string;
  readonly #authorityOf: (postcode: string) => string;
  readonly #miles: (postcodes: string) => number;

  constructor(directory: PostcodeDirectory | undefined, authority: string) {
    this.#directory = directory;
    this.#authority = authority;
    this.#authorityOf = remembering((postcode) => this.authorityOf(postcode));
    this.#miles = remembering((pair) => {
      const [home = '', placement = ''] = pair.split('\n');
      return this.#between(home, placement);
    });
  }

  /** The authority of a postcode; '' when it is not known. */
  authorityOf(postcode: string): string {
    if (postcode === '') return '';
    const place = this.#directory?.(compactPostcode(postcode));
    return place === undefined ? '' : authorityOfDistrict(place.district);
  }

  /** Whether a table of episodes has that column, given or worked out. */
  knows(column: DerivedColumn, table: ReturnTable): boolean {
    if (this.#isGiven(column, table)) return true;
    return this.#directory !== undefined && (column !== 'PL_LOCATION' || this.#authority !== '');
  }

  /** How the derived columns of a table of episodes are read, those that it does not give. */
  of(table: ReturnTable): WorkedOut {
    const [home, placement] = [table.text('HOME_POST'), table.text('PL_POST')];
    const workedOut: Readonly<Record<DerivedColumn, (at: number) => string | number>> = {
      PL_LA: (at) => this.#authorityOf(placement(at)),
      PL_LOCATION: (at) => this.#locationOf(this.#authorityOf(placement(at))),
      PL_DISTANCE: (at) => this.#miles(`${home(at)}\n${placement(at)}`),
    };
    return Object.fromEntries(
      Object.entries(workedOut).filter(([column]) => !this.#isGiven(column as DerivedColumn, table)),
    );
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
