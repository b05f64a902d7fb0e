import type { DayNumber } from '@rightplace/domain';
import type { TableName } from '../tables/table.ts';
import { TABLES } from '../tables/tables.ts';
import { addYears, type Collection } from './collection.ts';
import { isContinuouslyLookedAfter } from './continuously-looked-after.ts';
import { inOrderOfStart } from './in-order.ts';
import { type PeriodInReturn, periodsInReturn } from './periods-in-return.ts';
import type { EpisodeRow, HeaderRow, RowTypes, SwEpisodeRow } from './rows.ts';
import { type Unaccompanied, unaccompaniedIn } from './unaccompanied.ts';

/** All the rows of one child, table by table, each in the order of the file. */
export type RowsOfChild = { readonly [T in TableName]: readonly RowTypes[T][] };

export const NO_ROWS: RowsOfChild = Object.freeze(
  Object.fromEntries(TABLES.map(({ name }) => [name, Object.freeze([])])),
) as unknown as RowsOfChild;

/**
 * One child's return, of this year and last, as a rule is written against it. What several rules ask of a child is
 * worked out here once, when it is first asked for. It is read only: no rule can alter what another sees.
 */
export class ChildReturn {
  /** CHILD; '' for rows that give none, each of which stands by itself. */
  readonly id: string;
  readonly rows: RowsOfChild;
  /** Last year's; every table empty when none was given. */
  readonly last: RowsOfChild;
  readonly collection: Collection;
  #inOrder: readonly EpisodeRow[] | undefined;
  #lastInOrder: readonly EpisodeRow[] | undefined;
  /** Null when there is none; undefined until it is asked for. */
  #latest: EpisodeRow | null | undefined;
  #latestLastYear: EpisodeRow | null | undefined;
  #socialWorkers: readonly SwEpisodeRow[] | undefined;
  #continuous: boolean | undefined;
  #periods: readonly PeriodInReturn[] | undefined;
  #unaccompanied: Unaccompanied | undefined;
  #unaccompaniedLast: Unaccompanied | undefined;

  constructor(id: string, rows: RowsOfChild, last: RowsOfChild, collection: Collection) {
    this.id = id;
    this.rows = rows;
    this.last = last;
    this.collection = collection;
  }

  get header(): HeaderRow | undefined {
    return this.rows.Header[0];
  }

  /** Of the Header; NaN when it gives none. Rules on other tables use the date of birth of their own row. */
  get DOB(): DayNumber {
    return this.header?.DOB ?? Number.NaN;
  }

  /** The child's nth birthday: one day, unless several rows of the Header give several. */
  birthdays(years: number): readonly DayNumber[] {
    return this.rows.Header.map(({ DOB }) => addYears(DOB, years));
  }

  get episodes(): readonly EpisodeRow[] {
    return this.rows.Episodes;
  }

  /** By DECOM, those of one day as in the file, and those without a date last. */
  get inOrder(): readonly EpisodeRow[] {
    this.#inOrder ??= inOrderOfStart(this.rows.Episodes, ({ DECOM }) => DECOM);
    return this.#inOrder;
  }

  get lastInOrder(): readonly EpisodeRow[] {
    this.#lastInOrder ??= inOrderOfStart(this.last.Episodes, ({ DECOM }) => DECOM);
    return this.#lastInOrder;
  }

  /** The episode of the earliest DECOM, the first in the file of those; undefined when none is dated. */
  get first(): EpisodeRow | undefined {
    return firstDated(this.inOrder);
  }

  /** The episode of the latest DECOM, the first in the file of those; undefined when none is dated. */
  get latest(): EpisodeRow | undefined {
    if (this.#latest === undefined) this.#latest = latestOf(this.inOrder) ?? null;
    return this.#latest ?? undefined;
  }

  /** The same of last year's. */
  get latestLastYear(): EpisodeRow | undefined {
    if (this.#latestLastYear === undefined) this.#latestLastYear = latestOf(this.lastInOrder) ?? null;
    return this.#latestLastYear ?? undefined;
  }

  /** By SW_DECOM and then SW_DEC, those that have no such day last. */
  get socialWorkers(): readonly SwEpisodeRow[] {
    this.#socialWorkers ??= inOrderOfStart(
      this.rows.SWEpisodes,
      ({ SW_DECOM }) => SW_DECOM,
      ({ SW_DEC }) => SW_DEC,
    );
    return this.#socialWorkers;
  }

  /** Looked after continuously for the whole collection year: the one derivation that every rule uses. */
  get isContinuouslyLookedAfter(): boolean {
    this.#continuous ??= isContinuouslyLookedAfter(this.rows.Episodes, this.collection);
    return this.#continuous;
  }

  /** The child's periods of care, as this year's episodes tell them. */
  get periodsOfCare(): readonly PeriodInReturn[] {
    this.#periods ??= periodsInReturn(this.inOrder);
    return this.#periods;
  }

  /** What is said of the child being unaccompanied and seeking asylum. */
  get unaccompanied(): Unaccompanied {
    this.#unaccompanied ??= unaccompaniedIn(this.rows, this.collection, '');
    return this.#unaccompanied;
  }

  get unaccompaniedLastYear(): Unaccompanied {
    this.#unaccompaniedLast ??= unaccompaniedIn(this.last, this.collection, '_last');
    return this.#unaccompaniedLast;
  }
}

const firstDated = (inOrder: readonly EpisodeRow[]): EpisodeRow | undefined => {
  const first = inOrder[0];
  return first === undefined || Number.isNaN(first.DECOM) ? undefined : first;
};

const latestOf = (inOrder: readonly EpisodeRow[]): EpisodeRow | undefined => {
  const day = inOrder.findLast(({ DECOM }) => !Number.isNaN(DECOM))?.DECOM;
  return day === undefined ? undefined : inOrder.find(({ DECOM }) => DECOM === day);
};
