import type { Certainty } from '../measure/measure.ts';

/**
 * How numbers are told to an audience. Rounding and suppression differ from publisher to publisher and year to year, so
 * they are data; each says in words what it does and how sure we are that it is what that publisher did.
 */
export interface DisclosureProfile {
  readonly id: string;
  readonly title: string;
  /** What a reader is told of the numbers, below a table. */
  readonly says: string;
  readonly certainty: Certainty;
  /** Counts from 1 to this are hidden, and percentages that have so few on either side. Null: nothing is. */
  readonly hidesUpTo: number | null;
  /** Printed counts are to the nearest of these; 1 is not rounded. */
  readonly roundsTo: { readonly authority: number; readonly wider: number };
  /** Whether a hidden small count may be told from another hidden one, where none other had to be hidden. */
  readonly tellsFew: { readonly authority: boolean; readonly wider: boolean };
  readonly symbols: { readonly few: string; readonly hidden: string; readonly fewWider: string };
}

/** Counts of one to four children. The threshold of every profile we know of. */
export const FEW = 4;

const DFE_SYMBOLS = { few: '<5', hidden: 'x', fewWider: '<5' } as const;
const SYMBOLS = { few: '<5', hidden: 'c', fewWider: '<5' } as const;

export const DISCLOSURE_PROFILES = {
  'public-local': {
    id: 'public-local',
    title: 'Public pages and members’ papers',
    says:
      'Counts of 1 to 4 are shown as <5, or as c where further counts had to be hidden so that nobody can be worked out. ' +
      'Percentages are whole numbers, and hidden where 1 to 4 children stand on either side. Nought is shown.',
    certainty: { mark: 'local', says: 'A local convention: authorities differ.' },
    hidesUpTo: FEW,
    roundsTo: { authority: 1, wider: 1 },
    tellsFew: { authority: true, wider: true },
    symbols: SYMBOLS,
  },
  'ees-current': {
    id: 'ees-current',
    title: 'The Department’s releases now',
    says:
      'Counts of authorities are not rounded; those of regions and England are to the nearest 10, and k is a count that ' +
      'would round to nought. c is hidden so that nobody can be identified. Percentages are whole numbers.',
    certainty: {
      mark: 'uncertain',
      says: 'The symbols and the rounding are the Department’s own. It does not say from what number on it hides; 1 to 4 is our reading.',
    },
    hidesUpTo: FEW,
    roundsTo: { authority: 1, wider: 10 },
    tellsFew: { authority: false, wider: true },
    symbols: { few: 'c', hidden: 'c', fewWider: 'k' },
  },
  'dfe-2012-2018': {
    id: 'dfe-2012-2018',
    title: 'The Department’s tables of 2012 to 2018',
    says:
      'Counts of authorities are to the nearest 5 and those of England to the nearest 10, so parts may not add to their ' +
      'total. Counts of 1 to 4 are shown as <5, or as x where more had to be hidden. Percentages are of unrounded counts.',
    certainty: {
      mark: 'established practice',
      says: 'As in Table 1.1 of the West Sussex strategy of 2018. The Department itself usually hid 1 to 5, as x.',
    },
    hidesUpTo: FEW,
    roundsTo: { authority: 5, wider: 10 },
    tellsFew: { authority: true, wider: true },
    symbols: DFE_SYMBOLS,
  },
  internal: {
    id: 'internal',
    title: 'Within the care record',
    says: 'True figures, for people who may see the children behind them. Not for anybody else.',
    certainty: { mark: 'local', says: 'Nothing is hidden.' },
    hidesUpTo: null,
    roundsTo: { authority: 1, wider: 1 },
    tellsFew: { authority: false, wider: false },
    symbols: SYMBOLS,
  },
} as const satisfies Readonly<Record<string, DisclosureProfile>>;

export type DisclosureProfileId = keyof typeof DISCLOSURE_PROFILES;

/** What the public and elected members get, unless somebody chose another. */
export const DEFAULT_PUBLIC_PROFILE: DisclosureProfileId = 'public-local';

/**
 * A profile that hides larger counts too, as an authority may choose; never fewer than the profile itself. What is hidden then
 * all looks alike: the symbol for one to four would say too much of a seven.
 */
export const hidingUpTo = (profile: DisclosureProfile, most: number = FEW): DisclosureProfile => {
  if (profile.hidesUpTo === null || most <= profile.hidesUpTo) return profile;
  const { hidden } = profile.symbols;
  return {
    ...profile,
    hidesUpTo: most,
    tellsFew: { authority: false, wider: false },
    says:
      `Counts of 1 to ${most} are shown as ${hidden}, and so are further counts that had to be hidden so that nobody can be worked out. ` +
      `Percentages are hidden where 1 to ${most} children stand on either side. Nought is shown.`,
  };
};

export const disclosureProfile = (id: DisclosureProfileId): DisclosureProfile => DISCLOSURE_PROFILES[id];
