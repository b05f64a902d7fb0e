import type { DimensionId } from '../dimensions.ts';
import type { Case, CaseMeasure, Measure } from '../measure.ts';
import { type Count, takesOf, valueOfCases, valueOfTotals } from '../value-of-cases.ts';
import { type Counts, countsAt, type KeyColumn } from './key-column.ts';
import { COUNTS, DOES_NOT_COUNT, type Marked } from './marks.ts';
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
  /** Cases whose amounts are asked for, and those that say themselves which part they are in, are gone through one by one. */
  readonly #cases: readonly Case[] | undefined;
  readonly #told: ReadonlySet<string>;
  #whole: Whole | undefined;
  /** What stands once a year is asked for again on every day that looks back on it. */
  readonly #ofYear: Map<DimensionId, CountedParts> | undefined;

  constructor(measure: Measure, marked: Marked, rows: readonly number[], wholeOf: WholeOf) {
    this.marked = marked;
    this.#takes = takesOf(measure);
    this.#ofYear = measure.kind === 'cases' && measure.over === 'year' ? new Map() : undefined;
    this.#rows = rows;
    this.#wholeOf = wholeOf;
    this.#cases = marked.at === 'cases' ? marked.told : undefined;
    this.#told = this.#cases === undefined ? NONE : toldBy(this.#cases);
    this.#counted = rowsOf(marked, rows, (mark) => mark === COUNTS);
  }

  by(by: DimensionId, column: KeyColumn): CountedParts {
    const known = this.#ofYear?.get(by);
    if (known !== undefined) return known;
    const parts = this.#cut(by, column);
    this.#ofYear?.set(by, parts);
    return parts;
  }

  #cut(by: DimensionId, column: KeyColumn): CountedParts {
    const isTold = this.#told.has(by);
    if (this.#cases !== undefined && (isTold || hasAmounts(this.#takes)))
      return this.#cutCases(this.#cases, isTold ? by : undefined, column);
    if (this.#takes !== 'share') return partsOfCount(column, column.count(this.#counted));
    this.#whole ??= this.#wholeOf(this.marked, this.#rows);
    const whole = this.#whole.parts(by, column);
    return partsOfShare(whole.keys, countsAt(column.count(this.#counted), whole), whole.counts);
  }

  #cutCases(cases: readonly Case[], told: DimensionId | undefined, column: KeyColumn): CountedParts {
    const { marks } = this.marked;
    const numbers = column.numbersOf(this.#rows, told && ((i) => cases[i]?.keys?.[told]));
    const tops = column.tallyOf(numbers, marks, COUNTS);
    if (this.#takes === 'count') return partsOfCount(column, tops);
    if (this.#takes !== 'share') return partsOfAmounts(this.#takes, column, tops, { cases, marks, numbers });
    const all = column.tallyOf(numbers, marks, DOES_NOT_COUNT);
    const present = column.present(all);
    return partsOfShare(present.keys, countsAt(tops, present), countsAt(all, present));
  }
}

const hasAmounts = (takes: CaseMeasure['takes']): boolean => takes !== 'count' && takes !== 'share';

const NONE: ReadonlySet<string> = new Set();

/** The dimensions of which some case says itself which part it is in. */
const toldBy = (cases: readonly Case[]): ReadonlySet<string> => {
  let told: Set<string> | undefined;
  for (const { keys } of cases) if (keys !== undefined) for (const by in keys) (told ??= new Set()).add(by);
  return told ?? NONE;
};

const partsOfCount = (column: KeyColumn, counts: Counts): CountedParts => {
  const present = column.present(counts);
  const numerators = countsAt(counts, present);
  return { keys: present.keys, numerators, denominators: null, values: numerators };
};

const partsOfShare = (
  keys: readonly string[],
  numerators: readonly number[],
  denominators: readonly number[],
): CountedParts => {
  const values: number[] = [];
  for (let i = 0; i < numerators.length; i++)
    values.push(((numerators[i] as number) * 100) / (denominators[i] as number));
  return { keys, numerators, denominators, values };
};

interface Numbered {
  readonly cases: readonly Case[];
  readonly marks: Uint8Array;
  /** Of the key of each case. */
  readonly numbers: readonly number[];
}

const partsOfAmounts = (
  takes: CaseMeasure['takes'],
  column: KeyColumn,
  counts: Counts,
  numbered: Numbered,
): CountedParts => {
  const { numbers, keys } = column.present(counts);
  const values = takes === 'median' ? medians(numbers, numbered) : totalled(takes, numbers, counts, numbered);
  return {
    keys,
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
