import type { ChildOnDay } from '../child/care-history.ts';
import type { AuthorityOnDay } from './authority-on-day.ts';
import { takesOf } from './breakdown.ts';
import { LazyCase } from './case-of.ts';
import { DIMENSIONS, type Dimension, type DimensionId, inOrderOf, UNKNOWN } from './dimensions.ts';
import { type Judged, judgeAll, valueOfCases } from './evaluate.ts';
import type { CaseMeasure, Measure, MeasureContext, Told } from './measure.ts';

/** A figure cut one way, in numbers alone: the parts that `breakDown` lists with their children, in the same order. */
export interface CountedParts {
  readonly keys: readonly string[];
  readonly numerators: readonly number[];
  /** Null for a plain count. */
  readonly denominators: readonly (number | null)[];
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
    const counted = people.among(judged.numerator);
    const all = takes === 'share' ? people.among(judged.denominator) : counted;
    const cut = takes === 'share' || takes === 'count' ? countedIn : workedOutIn;
    const parts = new Map<DimensionId, CountedParts>();
    for (const by of measure.breakdowns) {
      const column = columnOf(by);
      column.fill(people.children);
      parts.set(by, cut(takes, column, column.numbersOf(counted, by), column.numbersOf(all, by), counted));
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

/** The row of what is no child in care. */
const NOBODY = 0;

/** Children as they were on the days that something is told of, one a row. */
class People {
  readonly children: (ChildOnDay | undefined)[] = [undefined];
  readonly #rows = new Map<object, number>();
  readonly #rowsByDay = new Map<object, Map<string, number>>();

  among(cases: readonly Told[]): Group {
    const rows = new Uint32Array(cases.length);
    let tell = false;
    for (let i = 0; i < cases.length; i++) {
      const each = cases[i] as Told;
      rows[i] = each instanceof LazyCase ? this.#rowOfLazy(each) : this.#rowOf(each.child);
      tell ||= each.keys !== undefined;
    }
    return { cases, rows, tell };
  }

  #rowOf(child: ChildOnDay | undefined): number {
    if (child === undefined) return NOBODY;
    const known = this.#rows.get(child);
    if (known !== undefined) return known;
    const row = this.children.push(child) - 1;
    this.#rows.set(child, row);
    return row;
  }

  /** A child need not be made to be told from another: a day and a stage do. */
  #rowOfLazy(each: LazyCase): number {
    const who = each.stage ?? each.history;
    let days = this.#rowsByDay.get(who);
    if (days === undefined) {
      days = new Map();
      this.#rowsByDay.set(who, days);
    }
    const known = days.get(each.on);
    if (known !== undefined) return known;
    const row = this.children.push(each.child) - 1;
    days.set(each.on, row);
    return row;
  }
}

/** One way to cut: for every row the number of its key, numbered as they come. */
class Column {
  readonly keys: string[] = [];
  readonly #dimension: Dimension;
  readonly #context: MeasureContext;
  readonly #numbers = new Map<string, number>();
  #order: readonly number[] = [];
  #rows = new Uint16Array(1024);
  #filled = 0;

  constructor(dimension: Dimension, context: MeasureContext) {
    this.#dimension = dimension;
    this.#context = context;
  }

  fill(children: readonly (ChildOnDay | undefined)[]): void {
    if (children.length > this.#rows.length) {
      const longer = new Uint16Array(children.length * 2);
      longer.set(this.#rows);
      this.#rows = longer;
    }
    for (; this.#filled < children.length; this.#filled++) {
      const child = children[this.#filled];
      const key = child === undefined ? UNKNOWN : this.#dimension.keyOf(child, this.#context);
      this.#rows[this.#filled] = this.#numberOf(key);
    }
  }

  /** The number of the key of each case, whether its child has it or the case itself. */
  numbersOf({ cases, rows, tell }: Group, by: DimensionId): Numbers {
    const numbers = this.#rows;
    if (!tell) return { of: numbers, at: rows };
    const own = new Uint16Array(cases.length);
    for (let i = 0; i < cases.length; i++) {
      const told = cases[i]?.keys?.[by];
      own[i] = told === undefined ? (numbers[rows[i] as number] as number) : this.#numberOf(told);
    }
    return { of: own, at: rows.map((_, i) => i) };
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
  group: Group,
) => CountedParts;

const tally = ({ of, at }: Numbers, keys: number): Uint32Array => {
  const counts = new Uint32Array(keys);
  for (let i = 0; i < at.length; i++) {
    const number = of[at[i] as number] as number;
    counts[number] = (counts[number] as number) + 1;
  }
  return counts;
};

/** Parts of a count or a share. */
const countedIn: Cut = (takes, column, counted, all) => {
  const isShare = takes === 'share';
  const tops = tally(counted, column.keys.length);
  const bottoms = isShare ? tally(all, column.keys.length) : tops;
  const keys: string[] = [];
  const numerators: number[] = [];
  const denominators: (number | null)[] = [];
  const values: number[] = [];
  for (const number of column.inOrder()) {
    const bottom = bottoms[number] as number;
    if (bottom === 0) continue;
    const top = tops[number] as number;
    keys.push(column.keys[number] as string);
    numerators.push(top);
    denominators.push(isShare ? bottom : null);
    values.push(isShare ? (top * 100) / bottom : top);
  }
  return { keys, numerators, denominators, values };
};

/** Parts of what is worked out from amounts. */
const workedOutIn: Cut = (takes, column, { of, at }, _, { cases }) => {
  const parts = Map.groupBy(cases.keys(), (i) => of[at[i] as number] as number);
  const found = column.inOrder().flatMap((number) => {
    const inPart = parts.get(number)?.map((i) => cases[i] as Told);
    return inPart === undefined
      ? []
      : [{ key: column.keys[number] as string, ...valueOfCases(takes, inPart, inPart) }];
  });
  return {
    keys: found.map(({ key }) => key),
    numerators: found.map(({ numerator }) => numerator),
    denominators: found.map(({ denominator }) => denominator),
    values: found.map(({ value }) => value),
  };
};
