import type { ChildFact, Episode } from '@rightplace/domain';
import { dayToReturn } from '../dates.ts';
import type { Table } from '../tables/table.ts';
import type { RowTrouble } from './check-row.ts';
import { byStart, isZeroLengthEpisode, sameEpisode, sameFact } from './row-items.ts';

/** A row of one child as what it says, and where it was written. */
export interface Said<Item> {
  readonly item: Item;
  readonly file: string;
  readonly line: number;
}

/** Rows of one child in one return that can stand together, and those that cannot. */
export interface Sorted<Item> {
  readonly accepted: readonly Said<Item>[];
  readonly setAside: readonly { readonly said: Said<Item>; readonly trouble: RowTrouble }[];
}

/** One row needs no comparing, and most children have one row in most tables. */
const only = <Item>(said: readonly Said<Item>[]): Sorted<Item> => ({ accepted: said, setAside: [] });

const duplicate = (of: Said<unknown>): RowTrouble => ({
  rule: 'duplicate',
  reason: `It is the same, cell by cell, as the row at line ${of.line} of ${of.file}.`,
  todo: 'Remove one of the two.',
});

/**
 * Takes a child's episodes in order of their start, those of no length first, then in order of line. One that does
 * not leave room for what is already taken would be a second home at the same time.
 */
export const sortEpisodes = (said: readonly Said<Episode>[]): Sorted<Episode> => {
  if (said.length < 2) return only(said);
  // The sort is stable, so rows of one start keep the order of their lines.
  const inOrder = [...said].sort((a, b) => byStart(a.item, b.item));
  const accepted: Said<Episode>[] = [];
  const setAside: { said: Said<Episode>; trouble: RowTrouble }[] = [];
  for (const row of inOrder) {
    const last = accepted[accepted.length - 1];
    const trouble = last === undefined ? undefined : troubleBeside(last, row);
    if (trouble === undefined) accepted.push(row);
    else setAside.push({ said: row, trouble });
  }
  return { accepted, setAside };
};

/** Whether a row can follow the last one taken. Rows come in order, so no other row can be in its way. */
const troubleBeside = (last: Said<Episode>, row: Said<Episode>): RowTrouble | undefined => {
  const sameStart = last.item.decom === row.item.decom;
  if (sameStart && isZeroLengthEpisode(last.item) === isZeroLengthEpisode(row.item)) {
    if (sameEpisode(last.item, row.item)) return duplicate(last);
    return {
      rule: 'second-row-for-key',
      reason: `The row at line ${last.line} of ${last.file} starts the same day (DECOM ${dayToReturn(row.item.decom)}) and says otherwise.`,
      todo: 'Keep the one that is right.',
    };
  }
  const ends = last.item.dec;
  if (ends !== null && row.item.decom >= ends) return undefined;
  const until = ends === null ? 'has no end' : `runs to ${dayToReturn(ends)}`;
  return {
    rule: 'two-homes-at-once',
    reason: `It starts on ${dayToReturn(row.item.decom)}, while the episode at line ${last.line} of ${last.file} (from ${dayToReturn(last.item.decom)}) ${until}: a child cannot be in two homes at once.`,
    todo:
      ends === null
        ? 'End the earlier episode (DEC and REC), or remove one.'
        : 'Correct the dates of one of them.',
  };
};

/** Takes the first row for each key. */
export const sortFacts = (table: Table, said: readonly Said<ChildFact>[]): Sorted<ChildFact> => {
  if (said.length < 2) return only(said);
  const taken = new Map<string, Said<ChildFact>>();
  const setAside: { said: Said<ChildFact>; trouble: RowTrouble }[] = [];
  for (const row of said) {
    const first = taken.get(row.item.key);
    if (first === undefined) taken.set(row.item.key, row);
    else if (sameFact(first.item, row.item)) setAside.push({ said: row, trouble: duplicate(first) });
    else setAside.push({ said: row, trouble: secondRow(table, first) });
  }
  return { accepted: [...taken.values()], setAside };
};

const secondRow = (table: Table, first: Said<unknown>): RowTrouble => ({
  rule: 'second-row-for-key',
  reason: `The row at line ${first.line} of ${first.file} is of the same ${table.rowFor} and says otherwise.`,
  todo: 'Keep the one that is right.',
});

/** Takes a child's first Header row; `same` says whether another says the same. */
export const sortHeaders = <Item>(
  table: Table,
  said: readonly Said<Item>[],
  same: (a: Item, b: Item) => boolean,
): Sorted<Item> => {
  const [first, ...rest] = said;
  if (first === undefined || rest.length === 0) return only(said);
  return {
    accepted: [first],
    setAside: rest.map((row) => ({
      said: row,
      trouble: same(first.item, row.item) ? duplicate(first) : secondRow(table, first),
    })),
  };
};
