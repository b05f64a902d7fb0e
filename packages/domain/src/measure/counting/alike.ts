import type { ChildOnDay } from '../../child/care-history.ts';
import { NOBODY, type People } from './people.ts';

/**
 * Rows of the same child of which something is the same (the episode, say, month after month), as one number: what hangs on it
 * need then be found out once for all of them, and for every way of cutting that hangs on it together.
 */
export class Alike {
  readonly #people: People;
  readonly #of: (child: ChildOnDay) => object | undefined;
  /** One more than the number of each row; nought where nobody asked. */
  #ofRow = new Uint32Array(1024);
  /** The first row of each number. */
  readonly #rows: number[] = [];
  /** What was asked for last, and before: what a figure counts, and what it is out of. */
  #last: Numbered = NONE;
  #before: Numbered = NONE;

  constructor(people: People, of: (child: ChildOnDay) => object | undefined) {
    this.#people = people;
    this.#of = of;
  }

  get length(): number {
    return this.#rows.length;
  }

  /** A child as one of the rows of that number has them. */
  childAt(number: number): ChildOnDay | undefined {
    return this.#people.childAt(this.#rows[number] as number);
  }

  numbersOf(rows: readonly number[]): ArrayLike<number> {
    if (this.#last.rows === rows) return this.#last.numbers;
    if (this.#before.rows === rows) return this.#before.numbers;
    this.#makeRoom();
    const ofRow = this.#ofRow;
    const numbers = new Uint32Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const known = ofRow[row] as number;
      numbers[i] = (known === 0 ? this.#number(row) : known) - 1;
    }
    this.#before = this.#last;
    this.#last = { rows, numbers };
    return numbers;
  }

  #number(row: number): number {
    const child = this.#people.childAt(row);
    const before = this.#people.before(row);
    const then = before === NOBODY ? undefined : this.#people.childAt(before);
    const known = then === undefined ? 0 : (this.#ofRow[before] as number);
    const isSame =
      known !== 0 && child !== undefined && then !== undefined && this.#of(then) === this.#of(child);
    const number = isSame ? known : this.#rows.push(row);
    this.#ofRow[row] = number;
    return number;
  }

  #makeRoom(): void {
    const { length } = this.#people;
    if (length <= this.#ofRow.length) return;
    const roomier = new Uint32Array(length * 2);
    roomier.set(this.#ofRow);
    this.#ofRow = roomier;
  }
}

interface Numbered {
  readonly rows: readonly number[] | undefined;
  readonly numbers: ArrayLike<number>;
}

const NONE: Numbered = { rows: undefined, numbers: [] };
