/**
 * In which order homes are asked for (Worcestershire Children First, “Placements for Looked After Children”, September 2023,
 * paragraphs 29 and 67): the authority’s own first, then providers on its framework, then others, then whoever is known to it.
 */
export const SEARCH_TIERS = {
  'in-house': 'In house',
  framework: 'Framework',
  spot: 'Spot',
  direct: 'Direct approach',
} as const;

export type SearchTier = keyof typeof SEARCH_TIERS;

export const ALL_SEARCH_TIERS = Object.keys(SEARCH_TIERS) as readonly SearchTier[];

export const isSearchTier = (text: string): text is SearchTier => Object.hasOwn(SEARCH_TIERS, text);

/** In an emergency all of them are asked at once: one state names it. */
export const EVERY_TIER_AT_ONCE = 'all-tiers';

/** Tiers that come before one and have not been opened in this search: to go past them asks why. */
export const skippedBefore = (tier: SearchTier, opened: ReadonlySet<SearchTier>): readonly SearchTier[] =>
  ALL_SEARCH_TIERS.slice(0, ALL_SEARCH_TIERS.indexOf(tier)).filter((earlier) => !opened.has(earlier));
