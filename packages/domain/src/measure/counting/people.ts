import type { Day } from '../../calendar/day.ts';
import { type CareHistory, type ChildOnDay, childInStage, type Stage } from '../../child/care-history.ts';
import type { Episode } from '../../child/episode.ts';
import { LazyCase } from '../case-of.ts';
import type { Case } from '../measure.ts';
import type { Marked } from './marks.ts';

/** The row of what is no child in care, and the row before a child's first. */
export const NOBODY = 0;

/** The rows of an episode: of the day asked about last, and of every day. */
interface RowsOfEpisode {
  on: Day;
  row: number;
  readonly days: Map<Day, number>;
}

/** Children as they were on the days that something is told of, one a row, numbered as they are met. */
export class People {
  readonly #children: (ChildOnDay | undefined)[] = [undefined];
  /** The row met before of the same child. */
  readonly #before: number[] = [NOBODY];
  readonly #latest = new Map<CareHistory, number>();
  readonly #ofEpisode = new Map<Episode, RowsOfEpisode>();
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
        return marked.told.map(({ history, stage, on }) => this.#rowInStage(history, stage, on));
      case 'cases':
        return marked.told.map((each) => this.#rowOfCase(each));
    }
  }

  /** Those in care on a day are asked about by every measure of them. */
  #rowsOfChildren(children: readonly ChildOnDay[]): readonly number[] {
    const known = this.#standing.get(children);
    if (known !== undefined) return known;
    const rows = children.map((child) => this.#rowOfChild(child));
    this.#standing.set(children, rows);
    return rows;
  }

  #rowOfChild(child: ChildOnDay): number {
    return this.#find(child.episode, child.on) ?? this.#meet(child);
  }

  /** A child need not be made to be told from another. */
  #rowOfCase(each: Case): number {
    if (!(each instanceof LazyCase)) {
      const { child } = each;
      return child === undefined ? NOBODY : this.#rowOfChild(child);
    }
    const stage = each.stageOn();
    return stage === undefined ? NOBODY : this.#rowInStage(each.history, stage, each.on);
  }

  #rowInStage(history: CareHistory, stage: Stage, on: Day): number {
    return this.#find(stage.episode, on) ?? this.#meet(childInStage(history, stage, on));
  }

  #find(episode: Episode, on: Day): number | undefined {
    const rows = this.#ofEpisode.get(episode);
    if (rows === undefined || rows.on === on) return rows?.row;
    const row = rows.days.get(on);
    if (row === undefined) return undefined;
    rows.on = on;
    rows.row = row;
    return row;
  }

  #meet(child: ChildOnDay): number {
    const { history, episode, on } = child;
    const row = this.#children.push(child) - 1;
    this.#before.push(this.#latest.get(history) ?? NOBODY);
    this.#latest.set(history, row);
    const rows = this.#ofEpisode.get(episode);
    if (rows === undefined) this.#ofEpisode.set(episode, { on, row, days: new Map([[on, row]]) });
    else {
      rows.days.set(on, row);
      rows.on = on;
      rows.row = row;
    }
    return row;
  }
}
