import type { Table } from '../tables/table.ts';
import { besideEntered } from './beside-entered.ts';
import type { RowTrouble } from './check-row.ts';
import type { EnteredHere, InCells, RemovedHere } from './entered-here.ts';
import type { HeldChild } from './held.ts';
import {
  type Entry,
  type HeldItem,
  type MergeRules,
  merge,
  type ReturnItems,
  tallyOutcomes,
} from './merge.ts';
import type { FileOf, PreparedReturn } from './prepared-return.ts';
import type { Said, Sorted } from './rows-of-return.ts';
import type { Tally } from './tally.ts';

export interface Child {
  readonly id: string;
  readonly number: number;
  readonly held: HeldChild | undefined;
}

/** Reads the child's rows of one table in one return, sets aside what cannot stand and gives the rest. */
const itemsOf = <Item>(
  child: Child,
  {
    table,
    files,
    sort,
  }: { table: Table; files: readonly FileOf<Item>[]; sort: (said: Said<Item>[]) => Sorted<Item> },
  tally: Tally,
): { readonly accepted: readonly Said<Item>[]; readonly isPresent: boolean; readonly isWhole: boolean } => {
  const said: Said<Item>[] = [];
  let isPresent = false;
  let isWhole = true;
  for (const { rows, byChild, check, read } of files) {
    const to = byChild.starts[child.number + 1] ?? 0;
    for (let i = byChild.starts[child.number] ?? 0; i < to; i++) {
      isPresent = true;
      const row = byChild.order[i] ?? 0;
      const place = { file: rows.file, line: rows.lines[row] ?? 0 };
      const trouble = check(row);
      if (trouble === undefined) {
        said.push({ item: read(row), ...place });
      } else {
        isWhole = false;
        tally.reject(table.name, child.id, place, trouble);
      }
    }
  }
  if (!isPresent) return NOTHING;
  const { accepted, setAside } = sort(said);
  for (const { said: row, trouble } of setAside) {
    if (trouble.rule !== 'duplicate') isWhole = false;
    tally.reject(table.name, child.id, row, trouble);
  }
  return { accepted, isPresent, isWhole };
};

const NOTHING = { accepted: [], isPresent: false, isWhole: false } as const;

/** Something that stands, with what of it was entered here. */
export type Stands<Item> = Entry<Item> & { readonly entered: EnteredHere | undefined };

export interface TableInReturns<Item> {
  readonly table: Table;
  readonly filesIn: (one: PreparedReturn) => readonly FileOf<Item>[];
  readonly sort: (said: Said<Item>[]) => Sorted<Item>;
  readonly rules: MergeRules<Item>;
  readonly inCells: InCells<Item>;
  readonly held: readonly HeldItem<Item>[];
  readonly removed: readonly RemovedHere[];
  /** Why there is no room for one beside another that stands; only episodes take up room. */
  readonly noRoomBeside?: (item: Item, by: Entry<Item>) => RowTrouble;
}

/** All that the returns say of one child in one table, beside what is held and what was entered here. */
export const acceptTable = <Item>(
  child: Child,
  returns: readonly PreparedReturn[],
  { table, filesIn, sort, rules, inCells, held, removed, noRoomBeside }: TableInReturns<Item>,
  tally: Tally,
): readonly Stands<Item>[] => {
  const entered = new Map<Item, EnteredHere>();
  const said: ReturnItems<Item>[] = [];
  const rows: (readonly Said<Item>[])[] = [];
  for (const one of returns) {
    const files = filesIn(one);
    if (files.length === 0) continue;
    const { accepted: read, isPresent, isWhole } = itemsOf(child, { table, files, sort }, tally);
    if (!isPresent) continue;
    const beside = besideEntered(inCells, { held, removed }, { year: one.year, rows: read });
    const { accepted } = beside;
    for (const { said: row, trouble } of beside.setAside) tally.reject(table.name, child.id, row, trouble);
    for (const [item, own] of beside.entered) entered.set(item, own);
    if (beside.stays > 0) tally.notice('stays-as-entered', child.id, beside.stays);
    const isAllRead = one.unreadRows.size === 0 || !one.unreadRows.has(`${table.name} ${child.id}`);
    const items = accepted.map(({ item }) => item);
    said.push({ year: one.year, isLabelled: one.isLabelled, items, isWhole: isWhole && isAllRead });
    rows.push(accepted);
  }
  if (said.length === 0 && held.length === 0) return [];
  if (held.length > 0 && said.some(({ isWhole }) => !isWhole))
    tally.noticeOnce('kept-because-set-aside', child.id);
  const merged = merge(rules, held, said);
  tallyOutcomes(rules, merged, tally.outcomes);
  const counts = tally.counts(table.name);
  merged.lost.forEach(({ gaveWay, superseded }, i) => {
    const read = rows[i] ?? [];
    counts.gaveWay += gaveWay;
    counts.accepted += read.length - gaveWay - superseded.length;
    for (const { place, by } of superseded) {
      const row = read[place];
      if (row === undefined || noRoomBeside === undefined)
        throw new RangeError(`A row of ${table.name} was lost for no reason that can be told`);
      tally.reject(table.name, child.id, row, noRoomBeside(row.item, by));
    }
  });
  return merged.entries.map((entry) => {
    const own = entered.get(entry.item) ?? (entry.from === 'held' ? entry.held?.entered : undefined);
    return Object.assign(entry, { entered: own });
  });
};
