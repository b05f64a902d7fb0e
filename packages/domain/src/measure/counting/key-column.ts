import type { ChildOnDay } from '../../child/care-history.ts';
import { DIMENSIONS, type Dimension, type DimensionId, inOrderOf, UNKNOWN } from '../dimensions.ts';
import type { MeasureContext } from '../measure.ts';
import { HANGS_ON } from './hangs-on.ts';
import { NOBODY, type People } from './people.ts';

/** No number of a key: nobody asked yet. */
const NOT_ASKED = 0xffff;

/** How many of each key, by the key's number. */
export type Counts = ArrayLike<number>;

/** One way to cut: for every row of the people asked about the number of its key, keys being numbered as they come. */
export class KeyColumn {
  readonly keys: string[] = [];
  readonly #dimension: Dimension;
  readonly #hangsOn: ((child: ChildOnDay) => object | undefined) | undefined;
  readonly #people: People;
  readonly #context: MeasureContext;
  readonly #numbers = new Map<string, number>();
  #order: readonly number[] = [];
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
  numbersOf(rows: readonly number[], told: (i: number) => string | undefined): readonly number[] {
    this.#makeRoom();
    const numbers: number[] = [];
    for (let i = 0; i < rows.length; i++) {
      const own = told(i);
      const row = rows[i] as number;
      const known = this.#ofRow[row] as number;
      numbers.push(own !== undefined ? this.#numberOf(own) : known === NOT_ASKED ? this.#ask(row) : known);
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
    const counts = new Uint32Array(this.keys.length * 2);
    counts.set(this.#counts);
    this.#counts = counts;
    return counts;
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.keys.push(key) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
