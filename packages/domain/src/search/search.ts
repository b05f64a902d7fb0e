import { type Approach, approachFrom } from './approach.ts';
import type { SearchEntry } from './log-entry.ts';
import { isOpenToChoose, type Offer, offerFrom } from './offer.ts';
import type { ByAbout } from './said-in-entry.ts';

/** How many of each there were. */
export interface SearchCounts {
  readonly approached: number;
  readonly replied: number;
  readonly offered: number;
  /** With the social worker now: of what was taken back or withdrawn, none. */
  readonly shared: number;
}

export interface Search {
  readonly approaches: readonly Approach[];
  readonly offers: readonly Offer[];
  readonly counts: SearchCounts;
}

/**
 * A search as its log tells it, in whatever order the entries come: each has its number. Throws for one that is about nothing
 * that was written before it: then the store is at fault.
 */
export const searchFrom = (entries: readonly SearchEntry[]): Search => {
  const inOrder = entries.toSorted((a, b) => a.number - b.number);
  const known = new Set<number>();
  for (const { number, about } of inOrder) {
    if (known.has(number)) throw new Error(`Two entries are number ${number}`);
    if (about !== null && !known.has(about))
      throw new Error(`Entry ${number} is about ${about}, which is not there`);
    known.add(number);
  }
  const of: ByAbout = Map.groupBy(
    inOrder.filter(({ about }) => about !== null),
    ({ about }) => about ?? 0,
  );
  const approaches = inOrder
    .filter(({ kind }) => kind === 'approach')
    .map((entry) => approachFrom(entry, of));
  const byNumber = new Map(approaches.map((approach) => [approach.number, approach]));
  const offers = inOrder
    .filter(({ kind }) => kind === 'offer')
    .map((entry, at) => {
      const approach = byNumber.get(entry.about ?? 0);
      if (approach === undefined) throw new Error(`Offer ${entry.number} is of no approach`);
      return offerFrom(entry, at + 1, approach, of);
    });
  const replied = new Set(
    inOrder.filter(({ kind }) => kind === 'offer' || kind === 'declined').map(({ about }) => about),
  );
  return {
    approaches,
    offers,
    counts: {
      approached: approaches.length,
      replied: replied.size,
      offered: offers.length,
      shared: offers.filter(isOpenToChoose).length,
    },
  };
};
