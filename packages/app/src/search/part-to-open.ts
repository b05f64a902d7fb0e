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
  whyNotWritten,
} from '@rightplace/domain';
import type { FoundCase } from '../cases/find-case.ts';

/** Whoever decides, and of which offer; null where it is of none. */
interface DecidesOn {
  readonly by: string;
  readonly offer: number | null;
}

/**
 * Of the parts in which somebody may decide on what the law shuts, the highest that had no other part in it; or why none. Who is the
 * director, or stands in for them, opens it as the director, and may then approve the home as one.
 */
const partToDecide = (
  { isReached, partsIn, search, now }: FoundCase,
  openedBy: readonly Role[],
  { by, offer }: DecidesOn,
): Part | OpeningRefusal | undefined => {
  if (!isReached || search === undefined) return undefined;
  const worked = { now, entries: search.entries, offer: offer ?? undefined };
  const faultOf = (part: Part): OpeningRefusal | undefined => findOpeningFault(openedBy, worked, by, part);
  const fitting = partsIn('write-search-log')
    .filter(({ role }) => openedBy.includes(role))
    .toSorted((a, b) => openedBy.indexOf(b.role) - openedBy.indexOf(a.role));
  const [first] = fitting;
  return fitting.find((part) => faultOf(part) === undefined) ?? (first && faultOf(first));
};

/**
 * The part in which somebody may open a gate here, by recording what was decided: some are opened at one level alone. Why not, where
 * they have the part and had another in this search; undefined where they have it not.
 */
const partToOpen = (found: FoundCase, gate: GateId, on: DecidesOn): Part | OpeningRefusal | undefined =>
  partToDecide(found, gateMeaning(gate).openedBy, on);

/** The same, of recording an order of the High Court with one’s approval of the home. */
const partToRecordOrder = (found: FoundCase, on: DecidesOn): Part | OpeningRefusal | undefined =>
  partToDecide(found, entryMeaning('court-order').who, on);

/** The same, of whatever entry opens something; undefined for one that opens nothing. */
export const partToOpenBy = (
  found: FoundCase,
  { kind, about, gate }: { readonly kind: EntryKind; readonly about: number | null; readonly gate?: unknown },
  by: string,
): Part | OpeningRefusal | undefined => {
  if (kind === 'court-order') return partToRecordOrder(found, { by, offer: about });
  return kind === 'gate' && typeof gate === 'string' && isGate(gate)
    ? partToOpen(found, gate, { by, offer: about })
    : undefined;
};

const isKeptOut = (part: Part | OpeningRefusal | undefined): boolean => part !== undefined && 'kind' in part;

/**
 * Whether somebody’s part is one of those that may write an entry, and they had another in this search whatever offer it is about, so
 * that somebody else has to.
 */
export const isKeptFromOpening = (found: FoundCase, kind: EntryKind, by: string): boolean =>
  isKeptOut(partToOpenBy(found, { kind, about: null }, by));

/** What somebody may open of one offer in a search as it stands now. */
export interface OpensOfOffer {
  /** Gates that they may open, where one is shut. */
  readonly opens: ReadonlySet<GateId>;
  /** Gates that are opened at their level, and not by them: why not. */
  readonly opensNot: ReadonlyMap<GateId, OpeningRefusal>;
  /** Why it is not theirs to record an order of the High Court, where their part may. */
  readonly recordsNoOrder: OpeningRefusal | undefined;
}

/** What somebody may open, by the number of the offer. */
export const opensOf =
  (found: FoundCase, by: string) =>
  (offer: number | null): OpensOfOffer => {
    const opens = new Set<GateId>();
    const opensNot = new Map<GateId, OpeningRefusal>();
    for (const gate of whyNotWritten(found.now, 'gate') === undefined ? ALL_GATES : []) {
      const part = partToOpen(found, gate, { by, offer });
      if (part === undefined) continue;
      if ('kind' in part) opensNot.set(gate, part);
      else opens.add(gate);
    }
    const order = partToRecordOrder(found, { by, offer });
    return { opens, opensNot, recordsNoOrder: order && 'kind' in order ? order : undefined };
  };
