import { type ChildId, type ChildRecord, type Ledger, type Moment } from '@rightplace/domain';
import { loadSome, type Tx, whoChanged } from '@rightplace/store';

/** An authority's children as known at a moment, and whose records were locked then. */
export interface LedgerAt {
  readonly ledger: Ledger;
  readonly at: Moment;
  readonly restricted: readonly ChildId[];
}

/** Beyond so many it is less work to read everybody. */
const MOST_READ_AGAIN = 400;

/**
 * The ledger of a later moment, made from an earlier one: only children of whom something was learned in between are read,
 * and the records of all others are the very same objects, so that what was worked out from each of them still holds.
 * Undefined when too many changed.
 */
export const bringForward = async (
  tx: Tx,
  from: LedgerAt,
  { at, restricted }: Omit<LedgerAt, 'ledger'>,
): Promise<Ledger | undefined> => {
  const learned = await whoChanged(tx, { after: from.at, upTo: at, most: MOST_READ_AGAIN });
  if (learned === undefined) return undefined;
  const changed = new Set([...learned, ...onlyInOne(from.restricted, restricted)]);
  if (changed.size > MOST_READ_AGAIN) return undefined;
  if (changed.size === 0) return from.ledger;
  const fresh = withLocks(await loadSome(tx, [...changed], { knownAt: at }), restricted);
  return { ...from.ledger, children: withThese(from.ledger.children, changed, fresh) };
};

/**
 * The records with the locks that a ledger is known by. Whoever may also write sees what others do meanwhile: a lock that came or
 * went since they looked would be kept under the wrong name, and found again under it.
 */
export const withLocks = (
  children: readonly ChildRecord[],
  restricted: readonly ChildId[],
): readonly ChildRecord[] => {
  const locked = new Set(restricted);
  return children.map((child) => {
    if ((child.restricted === true) === locked.has(child.id)) return child;
    const { restricted: _, ...open } = child;
    return locked.has(child.id) ? { ...open, restricted: true } : open;
  });
};

const onlyInOne = (a: readonly ChildId[], b: readonly ChildId[]): readonly ChildId[] => {
  const [inA, inB] = [new Set(a), new Set(b)];
  return [...a.filter((id) => !inB.has(id)), ...b.filter((id) => !inA.has(id))];
};

/** Both lists are in order of identifier, and so is what comes of them. */
const withThese = (
  children: readonly ChildRecord[],
  changed: ReadonlySet<ChildId>,
  fresh: readonly ChildRecord[],
): readonly ChildRecord[] => {
  const all: ChildRecord[] = [];
  let next = 0;
  for (const child of children) {
    for (let due = fresh[next]; due !== undefined && due.id < child.id; due = fresh[next]) {
      all.push(due);
      next += 1;
    }
    if (!changed.has(child.id)) all.push(child);
  }
  return all.concat(fresh.slice(next));
};
