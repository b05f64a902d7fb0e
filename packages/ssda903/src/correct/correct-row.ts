import type { ChildId } from '@rightplace/domain';
import { acceptReturns } from '../accept/accept-returns.ts';
import { type TroubleInColumns, troublesOfRow } from '../accept/check-row.ts';
import { Days } from '../accept/days.ts';
import {
  EPISODE_IN_CELLS,
  FACT_IN_CELLS,
  type RemovedHere,
  removedWith,
  withRemoved,
} from '../accept/entered-here.ts';
import type { HeldChild } from '../accept/held.ts';
import { asSaid } from '../accept/left-open.ts';
import { isSameChild } from '../accept/same-child.ts';
import type { SetAside } from '../set-aside.ts';
import type { TableName } from '../tables/table.ts';
import type { Row } from '../write/cells.ts';
import {
  episodeWith,
  factWith,
  findEpisodeOf,
  findFactOf,
  type LooseEpisode,
  loose,
  withHeader,
} from './changed-items.ts';
import { settle, troubleBeside } from './room-for.ts';
import { asRead, type RowChange, type RowsChanged, rowsWith } from './row-change.ts';
import { type ChildRows, type OfYear, rowsOfChild, tableOfChild, tablesOfChild } from './rows-of-child.ts';

export type Corrected =
  /** What is held of the child from now on: the very object that was held when the row says nothing new. */
  | { readonly kind: 'corrected'; readonly child: HeldChild; readonly changed: RowsChanged }
  /** Nothing of it can be held, and why. `changed` are the rows as they would be all the same, for the rules to look at. */
  | {
      readonly kind: 'not-taken-in';
      readonly troubles: readonly TroubleInColumns[];
      readonly changed: RowsChanged;
    }
  | { readonly kind: 'no-such-row' };

export interface RowToCorrect {
  readonly id: ChildId;
  readonly held: HeldChild;
  readonly of: OfYear;
  readonly change: RowChange;
}

/**
 * Corrects one row of a child's return in what is held of the child. What a person says of a row is no return: it changes
 * the thing held, keeps which returns had told of that thing, and claims of no other that a return held it, so that a
 * correction in a year of which no return was taken in yet does not pass for that year's return. Whatever a return
 * would be refused for is refused: the child's return is accepted again beside the outcome.
 */
export const correctRow = ({ id, held, of, change }: RowToCorrect): Corrected => {
  const rows = rowsOfChild(id, held, of);
  const changed = rowsWith(id, rows, { change, year: of.year });
  if (changed === undefined) return { kind: 'no-such-row' };
  const shown = change.kind === 'add' ? undefined : findRow(rows, change.table, change.key);
  const typed = change.kind === 'remove' ? undefined : asRead(id, change.table, change.cells);
  const notTakenIn = (troubles: readonly TroubleInColumns[]): Corrected => ({
    kind: 'not-taken-in',
    troubles,
    changed,
  });
  if (change.table === 'Header' && typed === undefined) return notTakenIn([{ ...HEADER_STAYS, columns: [] }]);
  if (change.table === 'Header' && shown === undefined && (rows.get('Header')?.length ?? 0) > 0)
    return notTakenIn([{ ...ONE_HEADER, columns: [] }]);
  if (typed !== undefined) {
    const troubles = troublesOfRow(tableOfChild(change.table, [typed]), 0, new Days());
    if (troubles.length > 0) return notTakenIn(troubles);
  }
  const made = makeChange(held, change.table, {
    shown: shown && asRead(id, change.table, shown),
    typed,
    of,
    rows,
  });
  if (made.kind === 'no-room') return notTakenIn([made.trouble]);
  const refused = newlySetAside({ id, held, after: made.child, of });
  if (refused.length > 0) return notTakenIn(refused.map((one) => ({ ...one, columns: [] })));
  return { kind: 'corrected', child: isSameChild(held, made.child) ? held : made.child, changed };
};

const HEADER_STAYS = {
  rule: 'blank-required',
  reason: 'A child’s Header is what says who the child is, so it stays.',
  todo: 'Correct what it says, or blank it.',
} as const;

const ONE_HEADER = {
  rule: 'second-row-for-key',
  reason: 'The child has a Header in this return already.',
  todo: 'Correct that one instead.',
} as const;

const findRow = (rows: ChildRows, table: TableName, key: string): Row | undefined =>
  rows.get(table)?.find((row) => row.key === key)?.cells;

interface Wanted {
  readonly shown: Row | undefined;
  /** Undefined when the row goes. */
  readonly typed: Row | undefined;
  readonly of: OfYear;
  readonly rows: ChildRows;
}

type Made =
  | { readonly kind: 'made'; readonly child: HeldChild }
  | { readonly kind: 'no-room'; readonly trouble: TroubleInColumns };

const makeChange = (held: HeldChild, table: TableName, wanted: Wanted): Made => {
  const { shown, typed, of } = wanted;
  if (table === 'Episodes') return changeEpisode(held, wanted);
  if (table !== 'Header') return changeFact(held, table, wanted);
  return { kind: 'made', child: typed === undefined ? held : withHeader(held, { shown, typed }, of) };
};

const changeEpisode = (held: HeldChild, { shown, typed, of, rows }: Wanted): Made => {
  const { instead, episode } =
    typed === undefined
      ? { instead: findEpisodeOf(held, shown ?? {}), episode: undefined }
      : episodeWith(held, { shown, typed }, of);
  if (shown === undefined && instead !== undefined && isShown(held, 'Episodes', { instead, of, rows }))
    return settledWith([...held.episodes.map(loose), episode], held, episode);
  const others = held.episodes.filter((each) => each !== instead).map(loose);
  const gone =
    typed !== undefined || instead === undefined
      ? undefined
      : removedWith(EPISODE_IN_CELLS, 'episode', { ...instead, item: asSaid(instead) });
  const added =
    shown === undefined && episode !== undefined
      ? { kind: 'episode' as const, key: EPISODE_IN_CELLS.keyOf(episode.episode) }
      : undefined;
  return settledWith([...others, episode], rememberRemoved(held, { gone, added }), episode);
};

/** What was removed is remembered until it is added again. */
const rememberRemoved = (
  held: HeldChild,
  {
    gone,
    added,
  }: {
    readonly gone: RemovedHere | undefined;
    readonly added: { readonly kind: RemovedHere['kind']; readonly key: string } | undefined;
  },
): HeldChild => {
  const { removed: before = [], ...rest } = held;
  const isThere = ({ kind, keys }: RemovedHere): boolean => kind === added?.kind && keys[0] === added.key;
  const others = before.filter((one) => !isThere(one));
  const removed = gone === undefined ? others : withRemoved(others, gone);
  return removed.length === 0 ? rest : { ...rest, removed };
};

/** Whether something held is among the year's rows, so that another row of its key would be a second one. */
const isShown = (
  held: HeldChild,
  table: Exclude<TableName, 'Header'>,
  { instead, of, rows }: { readonly instead: unknown; readonly of: OfYear; readonly rows: ChildRows },
): boolean =>
  (rows.get(table) ?? []).some(
    ({ cells }) =>
      (table === 'Episodes' ? findEpisodeOf(held, cells) : findFactOf(held, table, cells, of.year)) ===
      instead,
  );

const settledWith = (
  all: readonly (LooseEpisode | undefined)[],
  held: HeldChild,
  changed: LooseEpisode | undefined,
): Made => {
  const settled = settle(
    all.filter((each) => each !== undefined),
    changed,
  );
  return settled.kind === 'settled'
    ? { kind: 'made', child: { ...held, episodes: settled.episodes } }
    : settled;
};

const changeFact = (
  held: HeldChild,
  table: Exclude<TableName, 'Header' | 'Episodes'>,
  { shown, typed, of, rows }: Wanted,
): Made => {
  const { instead, fact } =
    typed === undefined
      ? { instead: findFactOf(held, table, shown ?? {}, of.year), fact: undefined }
      : factWith(held, table, { shown, typed, of });
  const others = held.facts.filter((each) => each !== instead);
  const beside = others.find(
    (each) => fact !== undefined && each.fact.kind === fact.fact.kind && each.fact.key === fact.fact.key,
  );
  const isSecond =
    shown === undefined && instead !== undefined && isShown(held, table, { instead, of, rows });
  const trouble = troubleBeside(table, isSecond ? instead : beside);
  if (trouble !== undefined) return { kind: 'no-room', trouble };
  const gone =
    fact === undefined && instead !== undefined
      ? removedWith(FACT_IN_CELLS, instead.fact.kind, { ...instead, item: instead.fact })
      : undefined;
  const added = shown === undefined ? fact?.fact : undefined;
  const child = rememberRemoved(held, { gone, added });
  return { kind: 'made', child: { ...child, facts: fact === undefined ? others : [...others, fact] } };
};

/** What acceptance would set aside of the child's return with the change, and would not have without. */
const newlySetAside = ({
  id,
  held,
  after,
  of,
}: Pick<RowToCorrect, 'id' | 'held' | 'of'> & { readonly after: HeldChild }): readonly SetAside[] => {
  const setAside = (child: HeldChild): readonly SetAside[] =>
    acceptReturns({
      returns: [
        {
          collectionYear: of.year,
          tables: tablesOfChild(rowsOfChild(id, child, of), of.year),
          setAside: [],
          notes: [],
        },
      ],
      held: new Map([[id, child]]),
    }).rejected;
  const before = new Set(setAside(held).map(({ table, rule }) => `${table} ${rule}`));
  return setAside(after).filter(({ table, rule }) => !before.has(`${table} ${rule}`));
};
