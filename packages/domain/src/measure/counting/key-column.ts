import type { ChildOnDay } from '../../child/care-history.ts';
import { DIMENSIONS, type Dimension, type DimensionId, inOrderOf, UNKNOWN } from '../dimensions.ts';
import type { MeasureContext } from '../measure.ts';
import { HANGS_ON } from './hangs-on.ts';
import { NOBODY, type People } from './people.ts';

/** No number of a key: nobody asked yet. */
const NOT_ASKED = 0xffff;

/** How many of each key, by the key's number. */
export type Counts = ArrayLike<number>;

/** Keys that somebody has, in the order in which people expect them, and their numbers. */
export interface PresentKeys {
  readonly numbers: readonly number[];
  readonly keys: readonly string[];
}

/** As many keys as the bits of a number tell apart. */
const MOST_BITS = 31;

/** One way to cut: for every row of the people asked about the number of its key, keys being numbered as they come. */
export class KeyColumn {
  readonly #keys: string[] = [];
  readonly #dimension: Dimension;
  readonly #hangsOn: ((child: ChildOnDay) => object | undefined) | undefined;
  readonly #people: People;
  readonly #context: MeasureContext;
  readonly #numbers = new Map<string, number>();
  #order: readonly number[] = [];
  /** The same few keys are present again and again: told by a bit for each key, in order. */
  readonly #present = new Map<number, PresentKeys>();
  #ofRow = new Uint16Array(1024).fill(NOT_ASKED);
  #counts = new Uint32Array(16);

  constructor(by: DimensionId, people: People, context: MeasureContext) {
    this.#dimension = DIMENSIONS[by];
    this.#hangsOn = HANGS_ON[by];
    this.#people = people;
    this.#context = context;
  }

  /** How many of the rows have each key: until it is asked the next time. */
  count(rows: readonly number[]): Counts {
    this.#makeRoom();
    const ofRow = this.#ofRow;
    let counts = this.#counts.fill(0);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      let number = ofRow[row] as number;
      if (number === NOT_ASKED) {
        number = this.#ask(row);
        if (number >= counts.length) counts = this.#longerCounts();
      }
      counts[number] = (counts[number] as number) + 1;
    }
    return counts;
  }

  /** The number of the key of each row, unless the one told of at `i` says its key itself. */
  numbersOf(rows: readonly number[], told?: (i: number) => string | undefined): readonly number[] {
    this.#makeRoom();
    const numbers: number[] = [];
    for (let i = 0; i < rows.length; i++) {
      const own = told?.(i);
      const row = rows[i] as number;
      const known = this.#ofRow[row] as number;
      numbers.push(own !== undefined ? this.#numberOf(own) : known === NOT_ASKED ? this.#ask(row) : known);
    }
    return numbers;
  }

  /** How many of each number there are, of those with a mark at or above one. */
  tallyOf(numbers: readonly number[], marks: Uint8Array, from: number): readonly number[] {
    const tally: number[] = this.#keys.map(() => 0);
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] as number;
      if ((marks[i] as number) >= from) tally[number] = (tally[number] as number) + 1;
    }
    return tally;
  }

  present(counts: Counts): PresentKeys {
    if (this.#order.length < this.#keys.length) {
      this.#order = inOrderOf(this.#dimension, this.#keys).map((key) => this.#numberOf(key));
      this.#present.clear();
    }
    const order = this.#order;
    if (order.length > MOST_BITS) return this.#presentOf(counts);
    let bits = 0;
    for (let i = 0; i < order.length; i++) if (isIn(counts, order[i] as number)) bits |= 1 << i;
    const known = this.#present.get(bits);
    if (known !== undefined) return known;
    const present = this.#presentOf(counts);
    this.#present.set(bits, present);
    return present;
  }

  #presentOf(counts: Counts): PresentKeys {
    const numbers = this.#order.filter((number) => isIn(counts, number));
    return { numbers, keys: numbers.map((number) => this.#keys[number] as string) };
  }

  #ask(row: number): number {
    const child = this.#people.childAt(row);
    const number =
      child === undefined
        ? this.#numberOf(UNKNOWN)
        : (this.#asBefore(row, child) ?? this.#numberOf(this.#dimension.keyOf(child, this.#context)));
    this.#ofRow[row] = number;
    return number;
  }

  /** The number that the child had before, where what the key hangs on is still the same. */
  #asBefore(row: number, child: ChildOnDay): number | undefined {
    const hangsOn = this.#hangsOn;
    const before = this.#people.before(row);
    if (hangsOn === undefined || before === NOBODY) return undefined;
    const number = this.#ofRow[before];
    const then = this.#people.childAt(before);
    return number !== NOT_ASKED && then !== undefined && hangsOn(then) === hangsOn(child)
      ? number
      : undefined;
  }

  #makeRoom(): void {
    const { length } = this.#people;
    if (length <= this.#ofRow.length) return;
    const roomier = new Uint16Array(length * 2).fill(NOT_ASKED);
    roomier.set(this.#ofRow);
    this.#ofRow = roomier;
  }

  #longerCounts(): Uint32Array<ArrayBuffer> {
    const counts = new Uint32Array(this.#keys.length * 2);
    counts.set(this.#counts);
    this.#counts = counts;
    return counts;
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#keys.push(key) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** How many of each of the keys that somebody has. */
export const countsAt = (counts: Counts, { numbers }: PresentKeys): readonly number[] => {
  const some: number[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    some.push(number < counts.length ? (counts[number] as number) : 0);
  }
  return some;
};

const isIn = (counts: Counts, number: number): boolean => number < counts.length && counts[number] !== 0;
