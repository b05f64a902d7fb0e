import { DIMENSIONS, type Dimension, type DimensionId, inOrderOf, UNKNOWN } from '../dimensions.ts';
import type { MeasureContext } from '../measure.ts';
import type { Alike } from './alike.ts';
import type { People } from './people.ts';

/** No number of a key: nobody asked yet. */
const NOT_ASKED = 0xffff;

/** How many of each key, by the key's number. */
export type Counts = ArrayLike<number>;

/**
 * One way to cut: for every row of the people asked about the number of its key, keys being numbered as they come. Rows that
 * are alike in what the key hangs on are asked about once.
 */
export class KeyColumn {
  readonly keys: string[] = [];
  readonly #dimension: Dimension;
  readonly #alike: Alike | undefined;
  readonly #people: People;
  readonly #context: MeasureContext;
  readonly #numbers = new Map<string, number>();
  #order: readonly number[] = [];
  /** By row, or by the number of those that are alike. */
  #numberAt = new Uint16Array(1024).fill(NOT_ASKED);
  #counts = new Uint32Array(16);

  constructor(
    by: DimensionId,
    { people, alike, context }: { people: People; alike: Alike | undefined; context: MeasureContext },
  ) {
    this.#dimension = DIMENSIONS[by];
    this.#alike = alike;
    this.#people = people;
    this.#context = context;
  }

  /** How many of the rows have each key: until it is asked the next time. */
  count(rows: readonly number[]): Counts {
    const places = this.#placesOf(rows);
    const numberAt = this.#numberAt;
    let counts = this.#counts.fill(0);
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number;
      let number = numberAt[place] as number;
      if (number === NOT_ASKED) {
        number = this.#ask(place);
        if (number >= counts.length) counts = this.#longerCounts();
      }
      counts[number] = (counts[number] as number) + 1;
    }
    return counts;
  }

  /** The number of the key of each row, unless the one told of at `i` says its key itself. */
  numbersOf(rows: readonly number[], told: (i: number) => string | undefined): readonly number[] {
    const places = this.#placesOf(rows);
    const numbers: number[] = [];
    for (let i = 0; i < places.length; i++) {
      const own = told(i);
      const place = places[i] as number;
      const known = this.#numberAt[place] as number;
      numbers.push(own !== undefined ? this.#numberOf(own) : known === NOT_ASKED ? this.#ask(place) : known);
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

  #ask(place: number): number {
    const child = (this.#alike ?? this.#people).childAt(place);
    const number = this.#numberOf(
      child === undefined ? UNKNOWN : this.#dimension.keyOf(child, this.#context),
    );
    this.#numberAt[place] = number;
    return number;
  }

  /** Where the number of each row's key is kept, with room for it. */
  #placesOf(rows: readonly number[]): ArrayLike<number> {
    const places = this.#alike?.numbersOf(rows) ?? rows;
    const { length } = this.#alike ?? this.#people;
    if (length > this.#numberAt.length) {
      const roomier = new Uint16Array(length * 2).fill(NOT_ASKED);
      roomier.set(this.#numberAt);
      this.#numberAt = roomier;
    }
    return places;
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
