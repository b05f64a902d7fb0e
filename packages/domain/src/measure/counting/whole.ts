import type { DimensionId } from '../dimensions.ts';
import { countsAt, type KeyColumn, type PresentKeys } from './key-column.ts';
import { LEFT_OUT, type Marked } from './marks.ts';

/** What a share is of, cut one way. */
export interface PartsOfWhole extends PresentKeys {
  readonly counts: readonly number[];
}

/** Finds what a figure of a day is a share of. */
export type WholeOf = (marked: Marked, rows: readonly number[]) => Whole;

/** Everyone in a figure's denominator. */
export class Whole {
  readonly rows: readonly number[];
  readonly #marked: Marked;
  readonly #parts = new Map<DimensionId, PartsOfWhole>();

  constructor(marked: Marked, rows: readonly number[]) {
    this.#marked = marked;
    this.rows = rowsOf(marked, rows, (mark) => mark !== LEFT_OUT);
  }

  parts(by: DimensionId, column: KeyColumn): PartsOfWhole {
    const known = this.#parts.get(by);
    if (known !== undefined) return known;
    const counts = column.count(this.rows);
    const present = column.present(counts);
    const parts = { ...present, counts: countsAt(counts, present) };
    this.#parts.set(by, parts);
    return parts;
  }

  /** Whether another measure of the same day leaves out the same. */
  isOf({ marks, all }: Marked): boolean {
    if (all !== this.#marked.all) return false;
    const own = this.#marked.marks;
    for (let i = 0; i < marks.length; i++)
      if ((marks[i] === LEFT_OUT) !== (own[i] === LEFT_OUT)) return false;
    return true;
  }
}

/** Most shares of a day are of the same children, and what they are out of is then cut once for all. */
export const wholesShared = (): WholeOf => {
  const known = new WeakMap<Marked['told'], Whole[]>();
  return (marked, rows) => {
    const wholes = known.get(marked.told) ?? [];
    known.set(marked.told, wholes);
    const same = wholes.find((whole) => whole.isOf(marked));
    if (same !== undefined) return same;
    const whole = new Whole(marked, rows);
    wholes.push(whole);
    return whole;
  };
};

/** The rows of those that have a mark, in order. */
export const rowsOf = (
  { marks }: Marked,
  rows: readonly number[],
  isOne: (mark: number) => boolean,
): readonly number[] => {
  const some: number[] = [];
  for (let i = 0; i < marks.length; i++) if (isOne(marks[i] as number)) some.push(rows[i] as number);
  return some;
};
