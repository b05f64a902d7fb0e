import {
  type AuthorityOnDay,
  type CareEvent,
  type ChildId,
  type Day,
  type IsSameCount,
  type Measure,
  type PreparedLedger,
  sameCountAfter,
  type WindowKind,
} from '@rightplace/domain';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { beside } from '../ledger/recall.ts';
import type { Point } from './figure-book.ts';

/** What a book of figures tells the one of the next ledger. */
export interface Followed {
  readonly held: HeldLedger;
  /** A count that it has, or knows to be that of the book before it. Nothing is counted for it. */
  readonly knownCount: (measure: Measure, on: Day, window: WindowKind | undefined) => Point | undefined;
  readonly knownComparable: (on: Day) => boolean | undefined;
  /** Those of some children whom the book is of, on a day. */
  readonly peopleOf: (children: PreparedLedger, on: Day, window: WindowKind | undefined) => AuthorityOnDay;
  /** Of how many in care on a day it is known whose case they were, and how many there were. */
  readonly knownOf: (children: PreparedLedger, on: Day) => readonly [number, number];
}

/** Nothing but the children whose records are not the same in a ledger and in the one that it follows. */
interface Changed {
  readonly earlier: PreparedLedger;
  readonly now: PreparedLedger;
  readonly isSameCount: IsSameCount;
}

const changedKept = new WeakMap<HeldLedger, { readonly changed: Changed | undefined }>();

const changedIn = (held: HeldLedger, before: HeldLedger): Changed | undefined =>
  beside(changedKept, held, () => ({ changed: findChanged(held, before) })).changed;

const findChanged = (held: HeldLedger, before: HeldLedger): Changed | undefined => {
  // Where the authority’s own area is another, every child may be placed otherwise.
  if (held.context.authorityAt !== before.context.authorityAt) return undefined;
  const ids = new Set<ChildId>();
  for (const [id, child] of held.childById) if (before.childById.get(id) !== child) ids.add(id);
  for (const id of before.childById.keys()) if (!held.childById.has(id)) ids.add(id);
  return {
    earlier: onlyOf(before.prepared, ids),
    now: onlyOf(held.prepared, ids),
    isSameCount: sameCountAfter(ids, before.context, held.context),
  };
};

const onlyOf = (prepared: PreparedLedger, ids: ReadonlySet<ChildId>): PreparedLedger => {
  const isOne = ({ id }: Pick<CareEvent, 'id'>): boolean => ids.has(id);
  return {
    ...prepared,
    histories: prepared.histories.filter(isOne),
    starts: prepared.starts.filter(isOne),
    ends: prepared.ends.filter(isOne),
    firstKnown: prepared.firstKnown.filter(isOne),
  };
};

/**
 * What a book can take from the book of the ledger before, without counting: all that the children who changed since then
 * add nothing else to. Two years of figures stay ready while records change one by one.
 */
export const followCounts = (
  own: Pick<Followed, 'held' | 'peopleOf' | 'knownOf'>,
  findBefore: (held: HeldLedger) => Followed | undefined,
): Pick<Followed, 'knownCount' | 'knownComparable'> => {
  const days = new Map<string, readonly [AuthorityOnDay, AuthorityOnDay]>();
  const reach = (): { readonly book: Followed; readonly changed: Changed } | undefined => {
    const before = own.held.follows?.deref();
    const book = before && findBefore(before);
    const changed = book && changedIn(own.held, book.held);
    return book && changed && { book, changed };
  };
  const peopleOn = (
    book: Followed,
    { earlier, now }: Changed,
    on: Day,
    window: WindowKind | undefined,
  ): readonly [AuthorityOnDay, AuthorityOnDay] => {
    const key = `${on} ${window ?? ''}`;
    const found = days.get(key) ?? [book.peopleOf(earlier, on, window), own.peopleOf(now, on, window)];
    days.set(key, found);
    return found;
  };
  return {
    knownCount: (measure, on, window) => {
      const { book, changed } = reach() ?? {};
      const known = book?.knownCount(measure, on, window);
      if (book === undefined || changed === undefined || known === undefined) return undefined;
      return changed.isSameCount(measure, ...peopleOn(book, changed, on, window)) ? known : undefined;
    },
    knownComparable: (on) => {
      const { book, changed } = reach() ?? {};
      const known = book?.knownComparable(on);
      if (book === undefined || changed === undefined || known === undefined) return undefined;
      return book.knownOf(changed.earlier, on).join() === own.knownOf(changed.now, on).join()
        ? known
        : undefined;
    },
  };
};
