import type { Day } from '../../calendar/day.ts';
import {
  type CareHistory,
  type ChildOnDay,
  childInStage,
  findStageOn,
  type Stage,
} from '../../child/care-history.ts';
import type { CareEvent } from '../authority-on-day.ts';
import { LazyCase } from '../case-of.ts';
import type { Case } from '../measure.ts';
import type { Marked } from './marks.ts';

/** The row of what is no child in care, and the row before a child's first. */
export const NOBODY = 0;

/** Children as they were on the days that something is told of, one a row, numbered as they are met. */
export class People {
  readonly #children: (ChildOnDay | undefined)[] = [undefined];
  /** The row met before of the same child. */
  readonly #before: number[] = [NOBODY];
  readonly #latest = new Map<CareHistory, number>();
  /** Of events, and of what cases were made of: the same ones are told of on many days. */
  readonly #rows = new Map<object, number>();
  readonly #standing = new WeakMap<readonly ChildOnDay[], readonly number[]>();

  /** How many rows there are. */
  get length(): number {
    return this.#children.length;
  }

  childAt(row: number): ChildOnDay | undefined {
    return this.#children[row];
  }

  /** The row of the same child that was met before it, on whatever day; `NOBODY` if none was. */
  before(row: number): number {
    return this.#before[row] as number;
  }

  /** The row of each that was looked at. */
  rowsOf(marked: Marked): readonly number[] {
    switch (marked.at) {
      case 'children':
        return this.#rowsOfChildren(marked.told);
      case 'events':
        return rowsBy(marked.told, (event) => this.#rows.get(event) ?? this.#meetEvent(event));
      case 'cases':
        return rowsBy(marked.told, (each) => this.#rowOfCase(each));
    }
  }

  /** Those in care on a day are asked about by every measure of them. */
  #rowsOfChildren(children: readonly ChildOnDay[]): readonly number[] {
    const known = this.#standing.get(children);
    if (known !== undefined) return known;
    const rows = rowsBy(children, (child) => this.#rowOfChild(child));
    this.#standing.set(children, rows);
    return rows;
  }

  #rowOfChild(child: ChildOnDay): number {
    return this.#metLast(child.history, child, child.on) ?? this.#meet(child.history, child);
  }

  #meetEvent(event: CareEvent): number {
    const { history, stage, on } = event;
    const row = this.#rowInStage(history, stage, on);
    this.#rows.set(event, row);
    return row;
  }

  /** A child need not be made to be told from another. */
  #rowOfCase(each: Case): number {
    if (!(each instanceof LazyCase)) {
      const { child } = each;
      return child === undefined ? NOBODY : this.#rowOfChild(child);
    }
    const known = this.#rows.get(each.madeOf);
    if (known !== undefined) return known;
    const { history, on } = each;
    const stage = each.stage ?? findStageOn(history, on);
    const row = stage === undefined ? NOBODY : this.#rowInStage(history, stage, on);
    this.#rows.set(each.madeOf, row);
    return row;
  }

  #rowInStage(history: CareHistory, stage: Stage, on: Day): number {
    return this.#metLast(history, stage, on) ?? this.#meet(history, childInStage(history, stage, on));
  }

  /** The row met last of the child, where it tells of the same day and of the same episode. */
  #metLast(history: CareHistory, { episode }: Pick<Stage, 'episode'>, on: Day): number | undefined {
    const row = this.#latest.get(history);
    const child = row === undefined ? undefined : this.#children[row];
    return child?.on === on && child.episode === episode ? row : undefined;
  }

  #meet(history: CareHistory, child: ChildOnDay): number {
    const row = this.#children.push(child) - 1;
    this.#before.push(this.#latest.get(history) ?? NOBODY);
    this.#latest.set(history, row);
    return row;
  }
}

const rowsBy = <Each>(told: readonly Each[], rowOf: (each: Each) => number): readonly number[] => {
  const rows: number[] = [];
  for (const each of told) rows.push(rowOf(each));
  return rows;
};
