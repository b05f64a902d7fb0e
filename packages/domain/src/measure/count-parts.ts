import type { Day } from '../calendar/day.ts';
import type { CareHistory, ChildOnDay } from '../child/care-history.ts';
import type { Episode } from '../child/episode.ts';
import type { AuthorityOnDay } from './authority-on-day.ts';
import { takesOf } from './breakdown.ts';
import { LazyCase } from './case-of.ts';
import { DIMENSIONS, type Dimension, type DimensionId, inOrderOf, UNKNOWN } from './dimensions.ts';
import { type Judged, judgeAll } from './evaluate.ts';
import type { CaseMeasure, Measure, MeasureContext, Told } from './measure.ts';
import { valueOfCases, valueOfTotals } from './value-of-cases.ts';

/** A figure cut one way, in numbers alone: the parts that `breakDown` lists with their children, in the same order. */
export interface CountedParts {
  readonly keys: readonly string[];
  readonly numerators: readonly number[];
  /** Null for what has none: a plain count, or a sum. */
  readonly denominators: readonly number[] | null;
  readonly values: readonly (number | null)[];
}

export type PartsByDimension = ReadonlyMap<DimensionId, CountedParts>;

/** Cuts a measure's figure of a day by every dimension it has. */
export type PartsCounter = (measure: Measure, authority: AuthorityOnDay) => PartsByDimension;

/**
 * Counts parts for many measures and days of one ledger: every way to cut every figure, monthly for ten years, is a
 * hundred million keys. Which part a child is in, as they were on a day, is found out once and kept as a small number for
 * as long as the counter is; to cut a figure is then to add ones. Figures of a year are cut once for all days that look
 * back on it.
 */
export const partsCounter = (context: MeasureContext = {}): PartsCounter => {
  const people = new People();
  const columns = new Map<DimensionId, Column>();
  const columnOf = (by: DimensionId): Column => {
    const column = columns.get(by) ?? new Column(DIMENSIONS[by], context);
    columns.set(by, column);
    return column;
  };
  const last = new Map<Measure, { readonly judged: Judged; readonly parts: PartsByDimension }>();
  return (measure, authority) => {
    const judged = judgeAll(measure, authority, context);
    const kept = last.get(measure);
    if (kept?.judged === judged) return kept.parts;
    const takes = takesOf(measure);
    const all = people.among(takes === 'share' ? judged.denominator : judged.numerator);
    const counted = takes === 'share' ? someOf(all, judged.numerator) : all;
    const cut = takes === 'share' || takes === 'count' ? countedIn : workedOutIn;
    const parts = new Map<DimensionId, CountedParts>();
    for (const by of measure.breakdowns) {
      const column = columnOf(by);
      const keysOfAll = column.numbersOf(all, by, people.children);
      const keysOfCounted = counted === all ? keysOfAll : column.numbersOf(counted, by, people.children);
      parts.set(by, cut(takes, column, keysOfCounted, keysOfAll, counted.cases));
    }
    last.set(measure, { judged, parts });
    return parts;
  };
};

/** Cases, and the row of the child of each. */
interface Group {
  readonly cases: readonly Told[];
  readonly rows: Uint32Array;
  /** Some of the cases say themselves which part they are in. */
  readonly tell: boolean;
}

/** Some cases of a group, in its order. */
const someOf = ({ cases: all, rows, tell }: Group, cases: readonly Told[]): Group => {
  const own = new Uint32Array(cases.length);
  let at = 0;
  for (let i = 0; i < cases.length; i++, at++) {
    while (all[at] !== cases[i]) at++;
    own[i] = rows[at] as number;
  }
  return { cases, rows: own, tell };
};

/** The row of what is no child in care. */
const NOBODY = 0;

/** A child in one episode, told of a day: all that says which parts they are in. */
interface Seen {
  readonly on: Day;
  readonly row: number;
  readonly next: Seen | undefined;
}

/** Children as they were on the days that something is told of, one a row. */
class People {
  readonly children: (ChildOnDay | undefined)[] = [undefined];
  readonly #rows = new Map<ChildOnDay, number>();
  /** By episode; by history, where no episode is told. */
  readonly #seen = new Map<Episode | CareHistory, Seen>();

  among(cases: readonly Told[]): Group {
    const rows = new Uint32Array(cases.length);
    let tell = false;
    for (let i = 0; i < cases.length; i++) {
      const each = cases[i] as Told;
      // A child need not be made to be told from another.
      if (each instanceof LazyCase) rows[i] = this.#rowOn(each.stage?.episode ?? each.history, each.on, each);
      else rows[i] = this.#rowOf(each);
      tell ||= cases[i]?.keys !== undefined;
    }
    return { cases, rows, tell };
  }

  #rowOf(each: Told): number {
    const { child } = each;
    if (child === undefined) return NOBODY;
    const known = this.#rows.get(child);
    if (known !== undefined) return known;
    const row = this.#rowOn(child.episode, child.on, each);
    this.#rows.set(child, row);
    return row;
  }

  #rowOn(who: Episode | CareHistory, on: Day, each: Told): number {
    const first = this.#seen.get(who);
    for (let seen = first; seen !== undefined; seen = seen.next) if (seen.on === on) return seen.row;
    const row = this.children.push(each.child) - 1;
    this.#seen.set(who, { on, row, next: first });
    return row;
  }
}

/** No number of a key: nobody asked yet. */
const NOT_ASKED = 0xffff;

/** One way to cut: for every row asked about the number of its key, numbered as they come. */
class Column {
  readonly keys: string[] = [];
  readonly #dimension: Dimension;
  readonly #context: MeasureContext;
  readonly #numbers = new Map<string, number>();
  #order: readonly number[] = [];
  #rows = new Uint16Array(1024).fill(NOT_ASKED);

  constructor(dimension: Dimension, context: MeasureContext) {
    this.#dimension = dimension;
    this.#context = context;
  }

  /** The number of the key of each case, whether its child has it or the case itself. */
  numbersOf(
    { cases, rows, tell }: Group,
    by: DimensionId,
    children: readonly (ChildOnDay | undefined)[],
  ): Numbers {
    const numbers = this.#asked(rows, children);
    if (!tell) return { of: numbers, at: rows };
    const own = new Uint16Array(cases.length);
    for (let i = 0; i < cases.length; i++) {
      const told = cases[i]?.keys?.[by];
      own[i] = told === undefined ? (numbers[rows[i] as number] as number) : this.#numberOf(told);
    }
    return { of: own, at: rows.map((_, i) => i) };
  }

  #asked(rows: Uint32Array, children: readonly (ChildOnDay | undefined)[]): Uint16Array {
    if (children.length > this.#rows.length) {
      const longer = new Uint16Array(children.length * 2).fill(NOT_ASKED);
      longer.set(this.#rows);
      this.#rows = longer;
    }
    const numbers = this.#rows;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      if (numbers[row] !== NOT_ASKED) continue;
      const child = children[row];
      numbers[row] = this.#numberOf(
        child === undefined ? UNKNOWN : this.#dimension.keyOf(child, this.#context),
      );
    }
    return numbers;
  }

  /** Numbers of the keys, in the order in which people expect the keys. */
  inOrder(): readonly number[] {
    if (this.#order.length < this.keys.length)
      this.#order = inOrderOf(this.#dimension, this.keys).map((key) => this.#numberOf(key));
    return this.#order;
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.keys.push(key) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** The number of the key of the case `i` is `of[at[i]]`. */
interface Numbers {
  readonly of: Uint16Array;
  readonly at: Uint32Array;
}

type Cut = (
  takes: CaseMeasure['takes'],
  column: Column,
  counted: Numbers,
  all: Numbers,
  cases: readonly Told[],
) => CountedParts;

const tally = ({ of, at }: Numbers, keys: number): Uint32Array => {
  const counts = new Uint32Array(keys);
  for (let i = 0; i < at.length; i++) {
    const number = of[at[i] as number] as number;
    counts[number] = (counts[number] as number) + 1;
  }
  return counts;
};

/** The keys that somebody has, in order. */
const present = (column: Column, counts: Uint32Array): readonly number[] =>
  column.inOrder().filter((number) => counts[number] !== 0);

const keysAt = ({ keys }: Column, numbers: readonly number[]): readonly string[] =>
  numbers.map((number) => keys[number] as string);

/** Parts of a count or a share. */
const countedIn: Cut = (takes, column, counted, all) => {
  const tops = tally(counted, column.keys.length);
  if (takes === 'count') {
    const parts = present(column, tops);
    const numerators = parts.map((number) => tops[number] as number);
    return { keys: keysAt(column, parts), numerators, denominators: null, values: numerators };
  }
  const bottoms = tally(all, column.keys.length);
  const parts = present(column, bottoms);
  const numerators = parts.map((number) => tops[number] as number);
  const denominators = parts.map((number) => bottoms[number] as number);
  return {
    keys: keysAt(column, parts),
    numerators,
    denominators,
    values: numerators.map((top, i) => (top * 100) / (denominators[i] as number)),
  };
};

/** Parts of what is worked out from amounts. */
const workedOutIn: Cut = (takes, column, counted, _, cases) => {
  const counts = tally(counted, column.keys.length);
  const parts = present(column, counts);
  const values =
    takes === 'median' ? medians(counted, parts, cases) : totalled(takes, counted, counts, parts, cases);
  return {
    keys: keysAt(column, parts),
    numerators: values.map(({ numerator }) => numerator),
    denominators: takes === 'sum' ? null : values.map(({ denominator }) => denominator ?? 0),
    values: values.map(({ value }) => value),
  };
};

type Valued = ReturnType<typeof valueOfCases>;

const medians = (
  { of, at }: Numbers,
  parts: readonly number[],
  cases: readonly Told[],
): readonly Valued[] => {
  const inParts = Map.groupBy(cases.keys(), (i) => of[at[i] as number] as number);
  return parts.map((number) => {
    const inPart = (inParts.get(number) ?? []).map((i) => cases[i] as Told);
    return valueOfCases('median', inPart, inPart);
  });
};

const totalled = (
  takes: CaseMeasure['takes'],
  { of, at }: Numbers,
  counts: Uint32Array,
  parts: readonly number[],
  cases: readonly Told[],
): readonly Valued[] => {
  const sums = new Float64Array(counts.length);
  const outOfs = new Float64Array(counts.length);
  for (let i = 0; i < cases.length; i++) {
    const { amount = 0, outOf = 0 } = cases[i] as Told;
    const number = of[at[i] as number] as number;
    sums[number] = (sums[number] as number) + amount;
    outOfs[number] = (outOfs[number] as number) + outOf;
  }
  return parts.map((number) => {
    const counted = counts[number] as number;
    const [sum, outOf] = [sums[number] as number, outOfs[number] as number];
    return valueOfTotals(takes, { counted, all: counted, sum, outOf });
  });
};
