/** Whether what a row says has room beside everything else that is held of the child, in whatever year. */
import { type CollectionYear, collectionYearLabel } from '@rightplace/domain';
import type { TroubleInColumns } from '../accept/check-row.ts';
import type { HeldEpisode, HeldFact, Reported } from '../accept/held.ts';
import { untilNext } from '../accept/left-open.ts';
import { byStart, isZeroLengthEpisode } from '../accept/row-items.ts';
import { dayToReturn } from '../dates.ts';
import { listed } from '../set-aside.ts';
import { KEY_COLUMNS } from '../tables/row-keys.ts';
import type { TableName } from '../tables/table.ts';
import { getTable } from '../tables/tables.ts';
import type { LooseEpisode } from './changed-items.ts';

/** A child's episodes in order, or why the one that is changed cannot stand among them. */
export type Settled =
  | { readonly kind: 'settled'; readonly episodes: readonly HeldEpisode[] }
  | { readonly kind: 'no-room'; readonly trouble: TroubleInColumns };

const inReturn = ({ years }: Reported): string => {
  const year: CollectionYear | undefined = years.at(-1);
  return year === undefined ? '' : `, in the return for ${collectionYearLabel(year)}`;
};

const fromTo = ({ episode: { decom, dec }, ...reported }: LooseEpisode): string =>
  `the episode from ${dayToReturn(decom)}${dec === null ? '' : ` to ${dayToReturn(dec)}`}${inReturn(reported)}`;

/** Ends that were taken are taken anew; any other episode must have left room for the next. */
export const settle = (all: readonly LooseEpisode[], changed: LooseEpisode | undefined): Settled => {
  const inOrder = all.toSorted((a, b) => byStart(a.episode, b.episode));
  const episodes: HeldEpisode[] = [];
  for (const [i, each] of inOrder.entries()) {
    const next = inOrder[i + 1];
    const trouble = next === undefined ? undefined : troubleBetween(each, next, changed);
    if (trouble !== undefined) return { kind: 'no-room', trouble };
    const { episode, isLeftOpen: _, ...reported } = each;
    episodes.push({ ...reported, ...untilNext(episode, next?.episode) });
  }
  return { kind: 'settled', episodes };
};

const troubleBetween = (
  one: LooseEpisode,
  next: LooseEpisode,
  changed: LooseEpisode | undefined,
): TroubleInColumns | undefined => {
  const [a, b] = [one.episode, next.episode];
  const isOther = one !== changed;
  const other = isOther ? one : next;
  if (a.decom === b.decom && isZeroLengthEpisode(a) === isZeroLengthEpisode(b))
    return {
      rule: 'second-row-for-key',
      columns: ['DECOM'],
      reason: `There is already ${fromTo(other)}: two episodes cannot begin on one day.`,
      todo: 'Correct that one, or give another first day.',
    };
  if (a.dec === null && one.isLeftOpen !== true)
    return {
      rule: 'two-homes-at-once',
      columns: [isOther ? 'DECOM' : 'DEC'],
      reason: `${isOther ? capital(fromTo(one)) : 'This episode'} has no end, and ${isOther ? 'this one' : fromTo(next)} begins after it: a child cannot be in two homes at once.`,
      todo: isOther ? 'End that one first (DEC and REC).' : 'Give its last day and why it ended.',
    };
  if (a.dec === null || a.dec <= b.decom) return undefined;
  return {
    rule: 'two-homes-at-once',
    columns: [isOther ? 'DECOM' : 'DEC'],
    reason: `It overlaps ${fromTo(other)}: a child cannot be in two homes at once.`,
    todo: 'Correct the dates of one of them.',
  };
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Why another fact of the same key leaves no room; undefined when it does. */
export const troubleBeside = (
  table: TableName,
  other: HeldFact | undefined,
): TroubleInColumns | undefined => {
  if (other === undefined) return undefined;
  const { rowFor } = getTable(table);
  const columns = KEY_COLUMNS[table];
  const day = columns.map((column) => `${column} ${other.fact.fields[column] ?? ''}`);
  return {
    rule: 'second-row-for-key',
    columns,
    reason:
      columns.length === 0
        ? `There is already a row of this table for the ${rowFor}${inReturn(other)}.`
        : `There is already a row for the ${rowFor} with ${listed(day)}${inReturn(other)}.`,
    todo: 'Correct that one instead.',
  };
};
