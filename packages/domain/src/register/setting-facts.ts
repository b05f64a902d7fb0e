import type { Pence } from '../money/pence.ts';

/**
 * How far a setting is. The first five are the way of a home of the authority's own to its first child; a household comes in as
 * `open` when it is approved. Whether it is full follows from its places, and is not said.
 */
export const STANDINGS = {
  planned: 'Planned',
  funded: 'Funded',
  refurbished: 'Refurbished',
  'manager-recruited': 'Manager recruited',
  'registration-applied': 'Registration applied for',
  registered: 'Registered, not yet open',
  open: 'Open',
  'on-hold': 'On hold',
  suspended: 'Registration suspended',
  unregistered: 'Not registered',
  closed: 'Closed',
} as const;
export type StandingState = keyof typeof STANDINGS;
export interface SettingStanding {
  readonly state: StandingState;
  /** A word of why, where there is one. */
  readonly note: string | null;
}

/** Those in which it is registered with Ofsted, or, a household, approved. */
const REGISTERED: ReadonlySet<StandingState> = new Set(['registered', 'open', 'on-hold']);
export const isRegisteredWhen = ({ state }: SettingStanding): boolean => REGISTERED.has(state);

export const SEXES_TAKEN = { any: 'Any', F: 'Girls only', M: 'Boys only' } as const;
export type SexesTaken = keyof typeof SEXES_TAKEN;

/** The kinds of placement that foster carers are approved for (Fostering Services (England) Regulations 2011, regulation 27). */
export const FOSTERING_KINDS = {
  'short-term': 'Short term',
  'long-term': 'Long term',
  emergency: 'Emergency',
  'short-breaks': 'Short breaks',
  'parent-and-child': 'Parent and child',
  remand: 'Remand',
  'named-children': 'Named children only',
} as const;
export type FosteringKind = keyof typeof FOSTERING_KINDS;

/**
 * Whom a setting may take: by a home's registration and statement of purpose, or by the terms of approval of carers. The number
 * of places is in it, because it changes by the same decision.
 */
export interface Terms {
  readonly places: number;
  readonly agesFrom: number;
  /** The last age that they take: 17 is up to the eighteenth birthday. */
  readonly agesTo: number;
  readonly sexes: SexesTaken;
  /** Of carers; none said of a home. */
  readonly kinds: readonly FosteringKind[];
}

/**
 * Three children foster with a household at most, unless they are all brothers and sisters or the authority in whose area the
 * carers live exempts them (Children Act 1989, Schedule 7, paragraphs 2 to 4).
 */
export const USUAL_FOSTERING_LIMIT = 3;
export interface FosteringExemption {
  readonly most: number;
  /** What it is given for and on what conditions; no child by name. */
  readonly conditions: string;
}

/** What a place costs a week by its framework or list price, before anything is added for a child. */
export interface WeeklyFee {
  readonly weekly: Pence;
}

/**
 * What Ofsted judges: children's homes and agencies by four grades, supported accommodation since 2024 by three outcomes in
 * words of their own.
 */
export const SETTING_JUDGEMENTS = {
  outstanding: 'Outstanding',
  good: 'Good',
  'requires-improvement': 'Requires improvement to be good',
  inadequate: 'Inadequate',
  'consistently-strong': 'Consistently strong delivery',
  inconsistent: 'Inconsistent quality of delivery',
  'serious-weaknesses': 'Serious or widespread weaknesses',
} as const;
export type JudgementOutcome = keyof typeof SETTING_JUDGEMENTS;
/** Holds from the day on which it was published until the next is. */
export interface Judgement {
  readonly outcome: JudgementOutcome;
}

/** The lowest of either scale: nobody is placed there without a reason of the director's. */
export const isLowestJudgement = ({ outcome }: Judgement): boolean =>
  outcome === 'inadequate' || outcome === 'serious-weaknesses';
