import type { CareHistory, Stage } from '../child/care-history.ts';
import { type Episode, followsOnInCare } from '../child/episode.ts';
import {
  type AuthorityOnDay,
  type CareEvent,
  eventsWithin,
  type PreparedLedger,
} from '../measure/authority-on-day.ts';
import { inOrderOfDay } from '../measure/in-order-of-day.ts';
import { onceFor } from '../measure/once-for.ts';
import { type CountedPlacement, isCountedOn } from '../placement/counted-placements.ts';

/** A counted placement that began. */
export interface PlacementStarted extends CareEvent {
  readonly placement: CountedPlacement;
  /** The one the child left for it; undefined for the first of a period of care. */
  readonly left: CountedPlacement | undefined;
}

/** A counted placement that ended, with the episode that was its last: on a temporary stay it is that stay. */
export interface PlacementEnded extends CareEvent {
  readonly placement: CountedPlacement;
}

export interface PlacementChanges {
  readonly started: readonly PlacementStarted[];
  readonly ended: readonly PlacementEnded[];
  readonly startedWith: Found<Episode, PlacementStarted>;
  readonly endOf: Found<CountedPlacement, PlacementEnded>;
}

/** Found among a child's few: to go through them is quicker than to keep a map for every child there is. */
interface Found<By, Each> {
  readonly get: (by: By) => Each | undefined;
}

const ofHistory = new WeakMap<CareHistory, PlacementChanges>();

/** Every placement of a child that began or ended, as is now known: ask `startedWithin` what a day knew. */
export const placementChanges = (history: CareHistory): PlacementChanges => {
  const kept = ofHistory.get(history);
  if (kept !== undefined) return kept;
  const found = findChanges(history);
  ofHistory.set(history, found);
  return found;
};

/** Stages of one unbroken time in care have one number; short breaks are times of their own. */
const numbersOfTimes = (stages: readonly Stage[]): readonly number[] => {
  const numbers: number[] = [];
  for (const [i, { episode, shortBreaks }] of stages.entries()) {
    const before = stages[i - 1];
    const goesOn =
      before !== undefined && shortBreaks === before.shortBreaks && followsOnInCare(episode, before.episode);
    numbers.push(goesOn ? (numbers[i - 1] ?? 0) : i);
  }
  return numbers;
};

const findChanges = (history: CareHistory): PlacementChanges => {
  const { stages, placements, id } = history;
  const timeNumbers = numbersOfTimes(stages);
  const placeOf = (episode: Episode | undefined): number =>
    Math.max(
      0,
      stages.findIndex((stage) => stage.episode === episode),
    );
  const started: PlacementStarted[] = [];
  const ended: PlacementEnded[] = [];
  for (const [i, placement] of placements.entries()) {
    const at = placeOf(placement.episodes[0]);
    const stage = stages[at];
    if (stage === undefined) continue;
    const before = placements[i - 1];
    const sameTime = before !== undefined && timeNumbers[placeOf(before.episodes.at(-1))] === timeNumbers[at];
    const { episode } = stage;
    started.push({
      id,
      on: placement.starts,
      episode,
      history,
      stage,
      placement,
      left: sameTime ? before : undefined,
    });
    const last = lastStage(stages, timeNumbers, placeOf(placement.episodes.at(-1)), placement);
    if (last !== undefined && placement.ends !== null)
      ended.push({ id, on: placement.ends, episode: last.episode, history, stage: last, placement });
  }
  return {
    started,
    ended,
    startedWith: { get: (first) => started.findLast(({ episode }) => episode === first) },
    endOf: { get: (placement) => ended.findLast((each) => each.placement === placement) },
  };
};

/**
 * The stage that the placement ended with: its own last, or the temporary stay from which the child did not come back.
 * Undefined where short breaks follow: the child may be in the same home, and no day can tell that it was left.
 */
const lastStage = (
  stages: readonly Stage[],
  timeNumbers: readonly number[],
  from: number,
  { ends }: CountedPlacement,
): Stage | undefined => {
  let i = from;
  while (stages[i]?.episode.dec !== ends && timeNumbers[i + 1] === timeNumbers[from]) i++;
  const next = stages[i + 1];
  const last = stages[i];
  if (last === undefined || (next?.shortBreaks && followsOnInCare(next.episode, last.episode)))
    return undefined;
  return last;
};

interface LedgerChanges {
  readonly started: readonly PlacementStarted[];
  readonly ended: readonly PlacementEnded[];
}

const ledgerChanges = onceFor(({ histories }: PreparedLedger): LedgerChanges => {
  const all = histories.map(placementChanges);
  return {
    started: inOrderOfDay(all.flatMap(({ started }) => started)),
    ended: inOrderOfDay(all.flatMap(({ ended }) => ended)),
  };
});

/** Placements that began in the time shown, of those that the as-of day could tell were placements. */
export const placementsStarted = onceFor(
  ({ ledger, window, asOf }: AuthorityOnDay): readonly PlacementStarted[] =>
    eventsWithin(ledgerChanges(ledger).started, window).filter(({ placement }) =>
      isCountedOn(placement, asOf),
    ),
);

/** Moves: placements that began in the time shown and were not the first of a period of care. */
export const placementMoves = onceFor((authority: AuthorityOnDay): readonly PlacementStarted[] =>
  placementsStarted(authority).filter(({ left }) => left !== undefined),
);

/** Placements that ended in the time shown, as the as-of day could tell. */
export const placementsEnded = ({ ledger, window, asOf }: AuthorityOnDay): readonly PlacementEnded[] =>
  eventsWithin(ledgerChanges(ledger).ended, window).filter(
    ({ placement: { knownEndedFrom } }) => knownEndedFrom !== null && knownEndedFrom <= asOf,
  );
