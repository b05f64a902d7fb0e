/**
 * Lines of children kept between requests, since the list is asked for all day long and a ledger never changes. A line
 * is a matter of the ledger, of the authority's people and of the day: each is part of what it is kept under, so one
 * that is kept can never be told from one made afresh.
 */
import {
  authorityOnDay,
  type CareHistory,
  type ChildId,
  type ChildRecord,
  type Day,
  type PreparedLedger,
} from '@rightplace/domain';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { beside, recall } from '../ledger/recall.ts';
import { type ChildLine, childLine, type Standing, standingOn } from './child-line.ts';
import { compareNames } from './choose-lines.ts';
import type { Staff } from './scope.ts';

const MOST_DAYS = 4;

const histories = new WeakMap<PreparedLedger, ReadonlyMap<ChildId, CareHistory>>();

const historyOf = (prepared: PreparedLedger, id: ChildId): CareHistory => {
  const byId = beside(histories, prepared, () => new Map(prepared.histories.map((each) => [each.id, each])));
  const history = byId.get(id);
  if (history === undefined) throw new Error('A child of the ledger has no history');
  return history;
};

const standings = new WeakMap<PreparedLedger, Map<Day, Map<ChildId, Standing>>>();

/** Where each child of the ledger stands at the end of a day. */
export const standingsOn = ({ prepared }: HeldLedger, asOf: Day): ((id: ChildId) => Standing) => {
  const days = beside(standings, prepared, () => new Map<Day, Map<ChildId, Standing>>());
  const known = recall(days, asOf, MOST_DAYS, () => new Map<ChildId, Standing>());
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const standing = standingOn(historyOf(prepared, id), asOf);
    known.set(id, standing);
    return standing;
  };
};

type LinesByDay = Map<Day, Map<ChildId, ChildLine>>;

const lines = new WeakMap<HeldLedger, WeakMap<Staff, LinesByDay>>();

/** The line of each child of the ledger on a day. */
export const linesOn = (
  held: HeldLedger,
  { staff, asOf }: { readonly staff: Staff; readonly asOf: Day },
): ((child: ChildRecord) => ChildLine) => {
  const { prepared, context } = held;
  const ofStaff = beside(lines, held, () => new WeakMap<Staff, LinesByDay>());
  const days = beside(ofStaff, staff, (): LinesByDay => new Map());
  const known = recall(days, asOf, MOST_DAYS, () => new Map<ChildId, ChildLine>());
  // Lines ask of the day when it is; who else is in care then they need not know.
  const day = authorityOnDay({ ...prepared, histories: [] }, asOf);
  return (child) => {
    const found = known.get(child.id);
    if (found !== undefined) return found;
    const line = childLine(child, historyOf(prepared, child.id), { day, context, staff });
    known.set(child.id, line);
    return line;
  };
};

interface InOrder {
  readonly named: readonly Named[];
  readonly placeOf: ReadonlyMap<ChildId, number>;
}

interface Named extends Pick<ChildLine, 'id' | 'givenName' | 'familyName'> {
  readonly child: ChildRecord;
}

const ordered = new WeakMap<HeldLedger, InOrder>();

/** Compares by name two children of the ledger, all of whom were put in order once. */
export const inOrderOfName = (held: HeldLedger): ((a: ChildLine, b: ChildLine) => number) => {
  const { placeOf } = beside(ordered, held, () => {
    const before = held.follows?.deref();
    const named = putInOrder(held, (before && ordered.get(before)?.named) ?? []);
    return { named, placeOf: new Map(named.map(({ id }, i) => [id, i])) };
  });
  return (a, b) => (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0);
};

/** Who did not change stands as before, and only the others are looked for a place. */
const putInOrder = (held: HeldLedger, before: readonly Named[]): readonly Named[] => {
  const still = before.filter(({ id, child }) => held.childById.get(id) === child);
  const known = new Set(still.map(({ child }) => child));
  const others = held.ledger.children
    .filter((child) => !known.has(child))
    .map((child) => ({
      child,
      id: child.id,
      givenName: child.details.givenName,
      familyName: child.details.familyName,
    }))
    .sort(byName);
  const all: Named[] = [];
  let next = 0;
  for (const other of others) {
    const place = placeFor(other, still, next);
    for (; next < place; next++) all.push(still[next] as Named);
    all.push(other);
  }
  return all.concat(still.slice(next));
};

/** Names that differ in capitals alone are in order of identifier, as the ledger has them. */
const byName = (a: Named, b: Named): number => compareNames(a, b) || (a.id < b.id ? -1 : 1);

/** How many of those in order come before it, of whom so many are known to. */
const placeFor = (one: Named, inOrder: readonly Named[], known: number): number => {
  let [low, high] = [known, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byName(inOrder[middle] as Named, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};
