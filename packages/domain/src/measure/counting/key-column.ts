import { DIMENSIONS, type Dimension, type DimensionId, inOrderOf, UNKNOWN } from '../dimensions.ts';
import type { MeasureContext } from '../measure.ts';
import type { People } from './people.ts';

/** No number of a key: nobody asked yet. */
const NOT_ASKED = 0xffff;

/** How many of each key, by the key's number. */
export type Counts = Uint32Array;

/** One way to cut: for every row of the people asked about the number of its key, keys being numbered as they come. */
export class KeyColumn {
  readonly keys: string[] = [];
  readonly #dimension: Dimension;
  readonly #people: People;
  readonly #context: MeasureContext;
  readonly #numbers = new Map<string, number>();
  #order: readonly number[] = [];
  #ofRow = new Uint16Array(1024).fill(NOT_ASKED);

  constructor(by: DimensionId, people: People, context: MeasureContext) {
    this.#dimension = DIMENSIONS[by];
    this.#people = people;
    this.#context = context;
  }

  /** How many of the rows have each key. */
  count(rows: Uint32Array): Counts {
    this.#makeRoom();
    const ofRow = this.#ofRow;
    let counts = new Uint32Array(this.keys.length);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      let number = ofRow[row] as number;
      if (number === NOT_ASKED) {
        number = this.#ask(row);
        if (number >= counts.length) counts = longer(counts, this.keys.length);
      }
      counts[number] = (counts[number] as number) + 1;
    }
    return counts;
  }

  /** The number of the key of each row, where those at `i` say it themselves if `told` does. */
  numbersOf(rows: Uint32Array, told: (i: number) => string | undefined): Uint16Array {
    this.#makeRoom();
    const numbers = new Uint16Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const own = told(i);
      const known = this.#ofRow[row] as number;
      numbers[i] = own !== undefined ? this.#numberOf(own) : known === NOT_ASKED ? this.#ask(row) : known;
    }
    return numbers;
  }

  /** Numbers of the keys that somebody has, in the order in which people expect the keys. */
  present(counts: Counts): readonly number[] {
    if (this.#order.length < this.keys.length)
      this.#order = inOrderOf(this.#dimension, this.keys).map((key) => this.#numberOf(key));
    const present: number[] = [];
    for (const number of this.#order)
      if (number < counts.length && counts[number] !== 0) present.push(number);
    return present;
  }

  #ask(row: number): number {
    const child = this.#people.childAt(row);
    const number = this.#numberOf(
      child === undefined ? UNKNOWN : this.#dimension.keyOf(child, this.#context),
    );
    this.#ofRow[row] = number;
    return number;
  }

  #makeRoom(): void {
    const { length } = this.#people;
    if (length <= this.#ofRow.length) return;
    const roomier = new Uint16Array(length * 2).fill(NOT_ASKED);
    roomier.set(this.#ofRow);
    this.#ofRow = roomier;
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.keys.push(key) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

const longer = (counts: Counts, length: number): Uint32Array<ArrayBuffer> => {
  const more = new Uint32Array(length);
  more.set(counts);
  return more;
};
