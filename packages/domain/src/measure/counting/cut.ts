import type { DimensionId } from '../dimensions.ts';
import type { Case, CaseMeasure } from '../measure.ts';
import { type Count, valueOfCases, valueOfTotals } from '../value-of-cases.ts';
import type { Counts, KeyColumn } from './key-column.ts';
import { COUNTS, LEFT_OUT, type Marked } from './marks.ts';
import { rowsOf, type Whole, type WholeOf } from './whole.ts';

/** A figure cut one way, in numbers alone: the parts that `breakDown` lists with their children, in the same order. */
export interface CountedParts {
  readonly keys: readonly string[];
  readonly numerators: readonly number[];
  /** Null for what has none: a plain count, or a sum. */
  readonly denominators: readonly number[] | null;
  readonly values: readonly (number | null)[];
}

/** A figure of a day, ready to be cut. */
export class Cut {
  readonly marked: Marked;
  readonly #takes: CaseMeasure['takes'];
  readonly #rows: readonly number[];
  readonly #counted: readonly number[];
  readonly #wholeOf: WholeOf;
  /** Cases that say themselves which part they are in, or whose amounts are asked for, are gone through one by one. */
  readonly #cases: readonly Case[] | undefined;
  #whole: Whole | undefined;
  readonly #parts = new Map<DimensionId, CountedParts>();

  constructor(takes: CaseMeasure['takes'], marked: Marked, rows: readonly number[], wholeOf: WholeOf) {
    this.marked = marked;
    this.#takes = takes;
    this.#rows = rows;
    this.#wholeOf = wholeOf;
    this.#cases = marked.at === 'cases' && (hasAmounts(takes) || tell(marked.told)) ? marked.told : undefined;
    this.#counted = this.#cases === undefined ? rowsOf(marked, rows, (mark) => mark === COUNTS) : [];
  }

  by(by: DimensionId, column: KeyColumn): CountedParts {
    const known = this.#parts.get(by);
    if (known !== undefined) return known;
    const parts =
      this.#cases === undefined ? this.#cutRows(by, column) : this.#cutCases(this.#cases, by, column);
    this.#parts.set(by, parts);
    return parts;
  }

  #cutRows(by: DimensionId, column: KeyColumn): CountedParts {
    if (this.#takes !== 'share') return partsOfCount(column, column.count(this.#counted));
    this.#whole ??= this.#wholeOf(this.marked, this.#rows);
    const { present, keys, counts } = this.#whole.parts(by, column);
    const tops = column.count(this.#counted);
    return partsOfShare(
      keys,
      present.map((number) => tops[number] ?? 0),
      counts,
    );
  }

  #cutCases(cases: readonly Case[], by: DimensionId, column: KeyColumn): CountedParts {
    const { marks } = this.marked;
    const numbers = column.numbersOf(this.#rows, (i) => cases[i]?.keys?.[by]);
    const tops: number[] = column.keys.map(() => 0);
    const all: number[] = column.keys.map(() => 0);
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] as number;
      if (marks[i] === COUNTS) tops[number] = (tops[number] as number) + 1;
      if (marks[i] !== LEFT_OUT) all[number] = (all[number] as number) + 1;
    }
    if (this.#takes === 'count') return partsOfCount(column, tops);
    if (this.#takes !== 'share') return partsOfAmounts(this.#takes, column, tops, { cases, marks, numbers });
    const present = column.present(all);
    return partsOfShare(keysAt(column, present), at(tops, present), at(all, present));
  }
}

const hasAmounts = (takes: CaseMeasure['takes']): boolean => takes !== 'count' && takes !== 'share';

const tell = (cases: readonly Case[]): boolean => cases.some(({ keys }) => keys !== undefined);

const keysAt = ({ keys }: KeyColumn, numbers: readonly number[]): readonly string[] =>
  numbers.map((number) => keys[number] as string);

const at = (counts: Counts, numbers: readonly number[]): readonly number[] =>
  numbers.map((number) => counts[number] as number);

const partsOfCount = (column: KeyColumn, counts: Counts): CountedParts => {
  const present = column.present(counts);
  const numerators = at(counts, present);
  return { keys: keysAt(column, present), numerators, denominators: null, values: numerators };
};

const partsOfShare = (
  keys: readonly string[],
  numerators: readonly number[],
  denominators: readonly number[],
): CountedParts => ({
  keys,
  numerators,
  denominators,
  values: numerators.map((top, i) => (top * 100) / (denominators[i] as number)),
});

interface Numbered {
  readonly cases: readonly Case[];
  readonly marks: readonly number[];
  /** Of the key of each case. */
  readonly numbers: readonly number[];
}

const partsOfAmounts = (
  takes: CaseMeasure['takes'],
  column: KeyColumn,
  counts: Counts,
  numbered: Numbered,
): CountedParts => {
  const present = column.present(counts);
  const values = takes === 'median' ? medians(present, numbered) : totalled(takes, present, counts, numbered);
  return {
    keys: keysAt(column, present),
    numerators: values.map(({ numerator }) => numerator),
    denominators: takes === 'sum' ? null : values.map(({ denominator }) => denominator ?? 0),
    values: values.map(({ value }) => value),
  };
};

const totalled = (
  takes: CaseMeasure['takes'],
  present: readonly number[],
  counts: Counts,
  { cases, marks, numbers }: Numbered,
): readonly Count[] => {
  const sums = new Float64Array(counts.length);
  const outOfs = new Float64Array(counts.length);
  for (let i = 0; i < cases.length; i++) {
    if (marks[i] !== COUNTS) continue;
    const { amount = 0, outOf = 0 } = cases[i] as Case;
    const number = numbers[i] as number;
    sums[number] = (sums[number] as number) + amount;
    outOfs[number] = (outOfs[number] as number) + outOf;
  }
  return present.map((number) => {
    const counted = counts[number] as number;
    const [sum, outOf] = [sums[number] as number, outOfs[number] as number];
    return valueOfTotals(takes, { counted, all: counted, sum, outOf });
  });
};

const medians = (present: readonly number[], { cases, marks, numbers }: Numbered): readonly Count[] => {
  const counted = [...cases.keys()].filter((i) => marks[i] === COUNTS);
  const inPart = Map.groupBy(counted, (i) => numbers[i] as number);
  return present.map((number) => {
    const own = (inPart.get(number) ?? []).map((i) => cases[i] as Case);
    return valueOfCases('median', own, own);
  });
};
