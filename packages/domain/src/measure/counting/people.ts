import type { Day } from '../../calendar/day.ts';
import { type CareHistory, type ChildOnDay, childInStage } from '../../child/care-history.ts';
import type { Episode } from '../../child/episode.ts';
import type { CareEvent } from '../authority-on-day.ts';
import { LazyCase } from '../case-of.ts';
import type { Case } from '../measure.ts';
import type { Marked } from './marks.ts';

/** The row of what is no child in care. */
const NOBODY = 0;

type RowsOfDay = Map<Episode | CareHistory, number>;

/** Children as they were on the days that something is told of, one a row, numbered as they are met. */
export class People {
  readonly #children: (ChildOnDay | undefined)[] = [undefined];
  /** Of each day by episode; by history, where no episode is told. */
  readonly #days = new Map<Day, RowsOfDay>();
  #day: Day | undefined;
  #ofDay: RowsOfDay = new Map();
  readonly #standing = new WeakMap<readonly ChildOnDay[], Uint32Array>();

  /** How many rows there are. */
  get length(): number {
    return this.#children.length;
  }

  childAt(row: number): ChildOnDay | undefined {
    return this.#children[row];
  }

  /** The row of each that was looked at. */
  rowsOf(marked: Marked): Uint32Array {
    switch (marked.at) {
      case 'children':
        return this.#rowsOfChildren(marked.told);
      case 'events':
        return rowsBy(marked.told, (event) => this.#rowOfEvent(event));
      case 'cases':
        return rowsBy(marked.told, (each) => this.#rowOfCase(each));
    }
  }

  /** Those in care on a day are asked about by every measure of them. */
  #rowsOfChildren(children: readonly ChildOnDay[]): Uint32Array {
    const known = this.#standing.get(children);
    if (known !== undefined) return known;
    const rows = rowsBy(children, (child) => this.#rowOfChild(child));
    this.#standing.set(children, rows);
    return rows;
  }

  #rowOfChild(child: ChildOnDay): number {
    const rows = this.#rowsOn(child.on);
    return rows.get(child.episode) ?? this.#add(rows, child.episode, child);
  }

  #rowOfEvent({ episode, on, history, stage }: CareEvent): number {
    const rows = this.#rowsOn(on);
    return rows.get(episode) ?? this.#add(rows, episode, childInStage(history, stage, on));
  }

  /** A child need not be made to be told from another. */
  #rowOfCase(each: Case): number {
    if (!(each instanceof LazyCase)) {
      const { child } = each;
      return child === undefined ? NOBODY : this.#rowOfChild(child);
    }
    const rows = this.#rowsOn(each.on);
    const who = each.stage?.episode ?? each.history;
    return rows.get(who) ?? this.#add(rows, who, each.child);
  }

  /** Most of what is told one after the other is told of one day. */
  #rowsOn(on: Day): RowsOfDay {
    if (on === this.#day) return this.#ofDay;
    const rows: RowsOfDay = this.#days.get(on) ?? new Map();
    this.#days.set(on, rows);
    this.#day = on;
    this.#ofDay = rows;
    return rows;
  }

  #add(rows: RowsOfDay, who: Episode | CareHistory, child: ChildOnDay | undefined): number {
    const row = this.#children.push(child) - 1;
    rows.set(who, row);
    return row;
  }
}

const rowsBy = <Each>(told: readonly Each[], rowOf: (each: Each) => number): Uint32Array => {
  const rows = new Uint32Array(told.length);
  for (let i = 0; i < told.length; i++) rows[i] = rowOf(told[i] as Each);
  return rows;
};
