import { type CollectionYear, collectionYearEnd, type Day, parseDay } from '@rightplace/domain';
import { dayFromReturn } from '../dates.ts';
import type { RowTrouble } from './check-row.ts';
import {
  type Cells,
  type EnteredHere,
  enteredIn,
  type InCells,
  type RemovedHere,
  union,
} from './entered-here.ts';
import type { HeldItem } from './merge.ts';
import type { Said } from './rows-of-return.ts';

/** A return's rows of one child in one table, each as it is beside what a person here entered. */
export interface BesideEntered<Item> {
  readonly accepted: readonly Said<Item>[];
  readonly setAside: readonly { readonly said: Said<Item>; readonly trouble: RowTrouble }[];
  /** In how many of them what was entered here stays, where the row says otherwise or nothing. */
  readonly stays: number;
  /** What of each was entered here. */
  readonly entered: ReadonlyMap<Item, EnteredHere>;
}

/** One row, the held thing it is about, and what comes of the two. */
interface Beside<Item> {
  readonly said: Said<Item>;
  readonly item: Item;
  readonly entered: EnteredHere | undefined;
}

interface EnteredItem<Item> {
  readonly held: HeldItem<Item>;
  readonly entered: EnteredHere;
  readonly cells: Cells;
}

const REMOVED_HERE: RowTrouble = {
  rule: 'removed-here',
  reason:
    'Somebody here removed this row from the record, or gave it another day, and it says nothing new since.',
  todo: 'Nothing, if that was right. If not, add the row to the child’s return here.',
};

interface OfReturn<Item> {
  readonly year: CollectionYear;
  readonly rows: readonly Said<Item>[];
}

/** Sets what a return says of a child in one table beside what was entered here in it. */
export const besideEntered = <Item>(
  inCells: InCells<Item>,
  { held, removed }: { readonly held: readonly HeldItem<Item>[]; readonly removed: readonly RemovedHere[] },
  { year, rows }: OfReturn<Item>,
): BesideEntered<Item> => {
  const all = held.flatMap((one): EnteredItem<Item>[] => {
    const entered = enteredIn(inCells, one);
    return entered === undefined ? [] : [{ held: one, entered, cells: inCells.cellsOf(one.item) }];
  });
  if (rows.length === 0 || (all.length === 0 && removed.length === 0))
    return { accepted: rows, setAside: [], stays: 0, entered: new Map() };
  const find = finder(inCells, all, {
    rows,
    isGone: (item, about) => isRemoved(inCells, { removed, about, year }, item),
  });
  const accepted: Beside<Item>[] = [];
  const setAside: { said: Said<Item>; trouble: RowTrouble }[] = [];
  for (const said of rows) {
    const about = find(said.item);
    if (about === 'said-already' || isRemoved(inCells, { removed, about, year }, said.item))
      setAside.push({ said, trouble: REMOVED_HERE });
    else if (about === undefined) accepted.push({ said, item: said.item, entered: undefined });
    else accepted.push({ said, ...put(inCells, said.item, about) });
  }
  const settled = withRoom(inCells, accepted);
  return {
    accepted: settled.map(({ said, item }) => ({ ...said, item })),
    setAside,
    stays: settled.filter(({ said, item }) => isToldOtherwise(inCells, { item, said: said.item, year }))
      .length,
    entered: new Map(
      settled.flatMap(({ item, entered }) => (entered === undefined ? [] : [[item, entered]])),
    ),
  };
};

/**
 * Finds what was entered here that a row is about: under its key, or moved away from it by a person. A row that only says what
 * another has said already, before somebody here moved it, is about nothing.
 */
const finder = <Item>(
  inCells: InCells<Item>,
  all: readonly EnteredItem<Item>[],
  {
    rows,
    isGone,
  }: {
    readonly rows: readonly Said<Item>[];
    /** Whether a row under the key of something only says what was removed there before. */
    readonly isGone: (item: Item, about: EnteredItem<Item> | undefined) => boolean;
  },
): ((item: Item) => EnteredItem<Item> | 'said-already' | undefined) => {
  const byKey = new Map(all.map((one) => [inCells.keyOf(one.held.item), one]));
  const moved = new Map(all.flatMap((one) => one.entered.keys.map((key) => [key, one] as const)));
  const keysSaid = new Set(
    rows.flatMap(({ item }) => {
      const key = inCells.keyOf(item);
      return isGone(item, byKey.get(key)) ? [] : [key];
    }),
  );
  return (item) => {
    const [key, said] = [inCells.keyOf(item), inCells.cellsOf(item)];
    const [own, from] = [byKey.get(key), moved.get(key)];
    if (own !== undefined && (from === undefined || saysNothingNew(inCells, said, own))) return own;
    if (from === undefined) return undefined;
    const isSaidByItsKey = keysSaid.has(inCells.keyOf(from.held.item));
    if (saysNothingNew(inCells, said, from)) return isSaidByItsKey ? 'said-already' : from;
    return own ?? (isSaidByItsKey ? undefined : from);
  };
};

const put = <Item>(
  inCells: InCells<Item>,
  item: Item,
  about: EnteredItem<Item>,
): Pick<Beside<Item>, 'item' | 'entered'> => {
  const { cells, stood } = cellsBeside(inCells, inCells.cellsOf(item), about);
  const { held, entered } = about;
  const together = isSame(cells, about.cells) ? held.item : inCells.withCells(held.item, cells);
  return { item: together, entered: { ...entered, cells: stood } };
};

/** Cell by cell: what was entered here, unless the row has something else to say. */
const cellsBeside = (
  { saysMoreOf = {} }: Pick<InCells<never>, 'saysMoreOf'>,
  said: Cells,
  { entered, cells: held }: EnteredItem<unknown>,
): { readonly cells: Cells; readonly stood: EnteredHere['cells'] } => {
  const cells: Record<string, string> = {};
  const stood: Record<string, readonly string[]> = {};
  const isNews = (cell: string): boolean => {
    const now = said[cell];
    return now !== undefined && now !== held[cell] && entered.cells[cell]?.includes(now) !== true;
  };
  for (const cell of new Set([...Object.keys(said), ...Object.keys(held), ...Object.keys(entered.cells)])) {
    const [now, own, before] = [said[cell], held[cell], entered.cells[cell]];
    const stays = before !== undefined && !isNews(cell) && !isNews(saysMoreOf[cell] ?? '');
    const text = stays ? own : now;
    // A return that agrees has said it too: once it is corrected, that is nothing new.
    if (stays) stood[cell] = now === undefined ? before : union(before, [now]);
    if (text !== undefined) cells[cell] = text;
  }
  return { cells, stood };
};

const saysNothingNew = (
  inCells: Pick<InCells<never>, 'saysMoreOf'>,
  said: Cells,
  about: EnteredItem<unknown>,
): boolean => isSame(cellsBeside(inCells, said, about).cells, about.cells);

const isSame = (a: Cells, b: Cells): boolean => {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};

/**
 * Whether what stands is other than a row of this year's return says. An end that came after the year is nothing that its
 * return could have told, so leaving it blank is not saying otherwise.
 */
const isToldOtherwise = <Item>(
  { cellsOf, together = [] }: InCells<Item>,
  { item, said, year }: { readonly item: Item; readonly said: Item; readonly year: CollectionYear },
): boolean => {
  const [stands, told] = [cellsOf(item), cellsOf(said)];
  const yearEnd = collectionYearEnd(year);
  const isAfter = (cell: string): boolean => told[cell] === undefined && isDayAfter(stands[cell], yearEnd);
  const later = together.some(isAfter) ? together : [];
  return [...new Set([...Object.keys(stands), ...Object.keys(told)])].some(
    (cell) => stands[cell] !== told[cell] && !isAfter(cell) && !later.includes(cell),
  );
};

/** Episodes hold their days as days, facts as the return writes them. */
const isDayAfter = (text: string | undefined, day: Day): boolean => {
  const found = text === undefined ? undefined : (parseDay(text) ?? dayFromReturn(text));
  return found !== undefined && found > day;
};

/** Whether a row only says what somebody here removed, and not what there is now under its key. */
const isRemoved = <Item>(
  inCells: InCells<Item>,
  {
    removed,
    about,
    year,
  }: {
    readonly removed: readonly RemovedHere[];
    readonly about: EnteredItem<Item> | undefined;
    readonly year: CollectionYear;
  },
  item: Item,
): boolean => {
  if (removed.length === 0) return false;
  const [key, said] = [inCells.keyOf(item), inCells.cellsOf(item)];
  const isGone = removed.some(
    ({ keys, cells, years }) =>
      keys.includes(key) &&
      (year < (years.at(-1) ?? Number.NEGATIVE_INFINITY) ||
        Object.entries(said).every(([cell, text]) => cells[cell]?.includes(text) === true)),
  );
  return isGone && (about === undefined || !saysNothingNew(inCells, said, about));
};

/** Where what was entered here leaves no room for another row of the return, the return is believed as it is written. */
const withRoom = <Item>(
  { order, areInEachOthersWay }: InCells<Item>,
  rows: readonly Beside<Item>[],
): readonly Beside<Item>[] => {
  if (order === undefined || areInEachOthersWay === undefined) return rows;
  const inOrder = rows.toSorted((a, b) => order(a.item, b.item));
  const crowded = new Set(
    inOrder.flatMap((one, i) => {
      const next = inOrder[i + 1];
      return next !== undefined && areInEachOthersWay(one.item, next.item)
        ? [one, next].filter(({ said, item }) => said.item !== item)
        : [];
    }),
  );
  if (crowded.size === 0) return rows;
  const asWritten = rows.map((row) =>
    crowded.has(row) ? { said: row.said, item: row.said.item, entered: undefined } : row,
  );
  return withRoom({ order, areInEachOthersWay } as InCells<Item>, asWritten);
};
