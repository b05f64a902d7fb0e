import type { Moment } from '../calendar/moment.ts';
import { hasWords } from '../form/has-words.ts';
import { SKIPPED_WHY } from '../placement-request/tier-steps.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { deniedAt, type Word, wordsAfter } from '../workflow/word.ts';
import { wordIn } from './said-in-entry.ts';
import {
  ALL_SEARCH_TIERS,
  EVERY_TIER_AT_ONCE,
  isSearchTier,
  type SearchTier,
  skippedBefore,
} from './tiers.ts';

interface OfSearch {
  readonly events: readonly CaseEvent[];
}

/** Tiers that a step opened. */
export interface TiersOpening {
  readonly tiers: readonly SearchTier[];
  readonly event: CaseEvent;
  /** When the director said that the word on which they were opened was not theirs; undefined where nobody did. */
  readonly denied: Moment | undefined;
}

/** Every opening of tiers in a search, the first first. A search that goes on after a hold opens none anew. */
export const openingsOfTiers = ({ events }: OfSearch): readonly TiersOpening[] => {
  const words = events.reduce<readonly Word[]>(wordsAfter, []);
  return events
    .filter(({ from, to }) => from !== to && from !== 'on-hold')
    .flatMap((event): readonly TiersOpening[] => {
      const { to } = event;
      const tiers = to === EVERY_TIER_AT_ONCE ? ALL_SEARCH_TIERS : isSearchTier(to) ? [to] : [];
      return tiers.length === 0 ? [] : [{ tiers, event, denied: deniedAt(words, event) }];
    });
};

/** Which tiers have been opened in a search: none twice, and by an emergency all, unless the director denied it. */
export const tiersOpened = (search: OfSearch): ReadonlySet<SearchTier> =>
  new Set(openingsOfTiers(search).flatMap(({ tiers, denied }) => (denied === undefined ? tiers : [])));

/** Tiers that were open on a director’s word alone, and until when: until it was denied, the last time. */
export const tiersDenied = (search: OfSearch): ReadonlyMap<SearchTier, Moment> => {
  const opened = tiersOpened(search);
  return new Map(
    openingsOfTiers(search).flatMap(({ tiers, denied }) =>
      denied === undefined
        ? []
        : tiers.filter((tier) => !opened.has(tier)).map((tier) => [tier, denied] as const),
    ),
  );
};

/**
 * Tiers that were opened while those before them were open on a word that the director denied since, each with those: nobody was
 * asked then why they are passed over.
 */
export const passedOverUnsaid = (search: OfSearch): ReadonlyMap<SearchTier, readonly SearchTier[]> => {
  const [opened, denied] = [tiersOpened(search), tiersDenied(search)];
  const saidOf = new Set(
    openingsOfTiers(search).flatMap(({ tiers, event }) =>
      hasWords(wordIn(event.said[SKIPPED_WHY])) ? tiers : [],
    ),
  );
  return new Map(
    [...opened].flatMap((tier) => {
      const skipped = skippedBefore(tier, opened).filter((earlier) => denied.has(earlier));
      return skipped.length === 0 || saidOf.has(tier) ? [] : [[tier, skipped] as const];
    }),
  );
};
