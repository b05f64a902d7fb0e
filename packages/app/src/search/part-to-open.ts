import {
  ALL_GATES,
  type EntryKind,
  entryMeaning,
  findOpeningFault,
  type GateId,
  gateMeaning,
  isGate,
  type OpeningRefusal,
  type Part,
  type Role,
  whyNotWrittenIn,
} from '@rightplace/domain';
import type { FoundCase } from '../cases/find-case.ts';

/** Of the parts in which somebody may decide on what the law shuts, the first that had no other part in the search; or why none. */
const partToDecide = (
  { isReached, partsIn, search, now }: FoundCase,
  openedBy: readonly Role[],
  by: string,
): Part | OpeningRefusal | undefined => {
  if (!isReached || search === undefined) return undefined;
  const worked = { now, entries: search.entries };
  const faultOf = (part: Part): OpeningRefusal | undefined => findOpeningFault(openedBy, worked, by, part);
  const fitting = partsIn('write-search-log').filter(({ role }) => openedBy.includes(role));
  const [first] = fitting;
  return fitting.find((part) => faultOf(part) === undefined) ?? (first && faultOf(first));
};

/**
 * The part in which somebody may open a gate here, by recording what was decided: some are opened at one level alone. Why not, where
 * they have the part and had another in this search; undefined where they have it not.
 */
const partToOpen = (found: FoundCase, gate: GateId, by: string): Part | OpeningRefusal | undefined =>
  partToDecide(found, gateMeaning(gate).openedBy, by);

/** The same, of recording an order of the High Court with one’s approval of the home. */
const partToRecordOrder = (found: FoundCase, by: string): Part | OpeningRefusal | undefined =>
  partToDecide(found, entryMeaning('court-order').who, by);

/** The same, of whatever entry opens something; undefined for one that opens nothing. */
export const partToOpenBy = (
  found: FoundCase,
  { kind, gate }: { readonly kind: EntryKind; readonly gate?: unknown },
  by: string,
): Part | OpeningRefusal | undefined => {
  if (kind === 'court-order') return partToRecordOrder(found, by);
  return kind === 'gate' && typeof gate === 'string' && isGate(gate)
    ? partToOpen(found, gate, by)
    : undefined;
};

/** Whether somebody’s part is one of those that may write an entry, and they had another in this search, so that somebody else has to. */
export const isKeptFromOpening = (found: FoundCase, kind: EntryKind, by: string): boolean => {
  const part = partToOpenBy(found, { kind }, by);
  return part !== undefined && 'kind' in part;
};

export interface GatesFor {
  /** Gates that this person may open in this search as it stands now, where one is shut. */
  readonly opens: ReadonlySet<GateId>;
  /** Gates that are opened at their level, and not by them: why not. */
  readonly opensNot: ReadonlyMap<GateId, OpeningRefusal>;
}

export const gatesFor = (found: FoundCase, by: string): GatesFor => {
  const opens = new Set<GateId>();
  const opensNot = new Map<GateId, OpeningRefusal>();
  for (const gate of whyNotWrittenIn(found.now.state, 'gate') === undefined ? ALL_GATES : []) {
    const part = partToOpen(found, gate, by);
    if (part === undefined) continue;
    if ('kind' in part) opensNot.set(gate, part);
    else opens.add(gate);
  }
  return { opens, opensNot };
};
