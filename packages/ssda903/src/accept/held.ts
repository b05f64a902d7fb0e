import type { ChildDetails, ChildFact, CollectionYear, Episode } from '@rightplace/domain';
import type { EnteredHere, RemovedHere } from './entered-here.ts';

/** Which returns said a thing. */
export interface Reported {
  /** The collection years of the returns that held it, oldest first; empty for what was entered in the product. */
  readonly years: readonly CollectionYear[];
  /** A return held it that did not say which year it was for; the year among `years` was inferred from its dates. */
  readonly unlabelled?: true;
  /** What of it a person here entered beside or instead of what they said; nothing is told apart until a return has. */
  readonly entered?: EnteredHere;
}

export interface HeldEpisode extends Reported {
  readonly episode: Episode;
  /** No return told that it ended: it was taken to end when the next one known begins (`left-open.ts`). */
  readonly endInferred?: InferredEnd;
}

export interface InferredEnd {
  /** The REC that its return gave it, without a DEC. */
  readonly rec: string | null;
}

export interface HeldFact extends Reported {
  readonly fact: ChildFact;
}

/** All that returns have said of one child, each thing in its newest version. */
export interface HeldChild {
  readonly details: ChildDetails;
  /** The years whose Header had the child. */
  readonly headerYears: readonly CollectionYear[];
  readonly headerUnlabelled?: true;
  readonly headerEntered?: EnteredHere;
  /** In order, never two homes at once. */
  readonly episodes: readonly HeldEpisode[];
  readonly facts: readonly HeldFact[];
  /** What returns told of and a person here removed. */
  readonly removed?: readonly RemovedHere[];
}

/** What became of the things that a return says, beside what was held before. */
export interface Outcomes {
  /** Not held before. */
  readonly new: number;
  /** Held before, and now said otherwise. */
  readonly changed: number;
  /** Held as going on, and now has an end. */
  readonly ended: number;
  readonly unchanged: number;
  /** Held from the same year's return, and no longer in it. */
  readonly withdrawn: number;
  /** Held before, and overlapped by what a return now says instead. */
  readonly superseded: number;
}

export type Outcome = keyof Outcomes;

export const noOutcomes = (): Record<Outcome, number> => ({
  new: 0,
  changed: 0,
  ended: 0,
  unchanged: 0,
  withdrawn: 0,
  superseded: 0,
});
