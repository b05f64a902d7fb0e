import type { Day } from '../calendar/day.ts';
import type { CareHistory, Stage } from '../child/care-history.ts';
import { followsOnInCare } from '../child/episode.ts';
import { readReturnDay } from '../child/fact-days.ts';
import { readOnce } from '../child/read-once.ts';
import type { CareEvent, PreparedLedger } from '../measure/authority-on-day.ts';
import { onceFor } from '../measure/once-for.ts';
import { isPlacedForAdoption } from '../placement/placement-type.ts';
import { placementChanges } from '../stability/placement-changes.ts';

const inOrder = <Event extends { readonly on: Day }>(events: Event[]): readonly Event[] =>
  events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

const eventIn = (history: CareHistory, stage: Stage): CareEvent => ({
  id: history.id,
  on: stage.episode.decom,
  episode: stage.episode,
  history,
  stage,
});

/** Where the legal status became a placement order. One that the record already begins under was made before. */
export const ordersMade = onceFor(({ histories }: PreparedLedger): readonly CareEvent[] =>
  inOrder(
    histories.flatMap((history) =>
      history.stages.flatMap((stage, i) => {
        const { episode } = stage;
        const before = history.stages[i - 1]?.episode;
        const goesOn = before !== undefined && followsOnInCare(episode, before);
        const made = goesOn ? before.ls !== 'E1' : ['S', 'L', 'B', 'U'].includes(episode.rne);
        return episode.ls === 'E1' && made ? [eventIn(history, stage)] : [];
      }),
    ),
  ),
);

/** Where a placement with a family became, or began as, one for adoption. */
export const placedForAdoption = onceFor(({ histories }: PreparedLedger): readonly CareEvent[] =>
  inOrder(histories.flatMap(adoptivePlacements)),
);

const adoptivePlacements = (history: CareHistory): readonly CareEvent[] => {
  if (!history.stages.some(({ episode }) => isPlacedForAdoption(episode.place))) return [];
  const { startedWith } = placementChanges(history);
  return history.placements.flatMap((placement) => {
    const adoptive = placement.episodes.find(({ place }) => isPlacedForAdoption(place));
    const stage = history.stages.find(({ episode }) => episode === adoptive);
    if (stage === undefined) return [];
    const { episode } = stage;
    const isFirst = episode === placement.episodes[0];
    const firstKnown = isFirst && startedWith.get(episode)?.left === undefined;
    // The record begins within it: it had begun before.
    if (firstKnown && !['S', 'P', 'B'].includes(episode.rne)) return [];
    return [eventIn(history, stage)];
  });
};

interface Decision {
  readonly decided: Day;
  readonly reversed: Day | undefined;
}

const decisions = readOnce(
  'placed-for-adoption',
  ({ fields }): Decision | undefined => {
    const decided = readReturnDay(fields['DATE_PLACED'] ?? '');
    return decided && { decided, reversed: readReturnDay(fields['DATE_PLACED_CEASED'] ?? '') };
  },
  (a, b) => (a.decided < b.decided ? -1 : a.decided > b.decided ? 1 : 0),
);

const daysOfDecisions = (dayOf: (decision: Decision) => Day | undefined) =>
  onceFor(({ histories }: PreparedLedger) =>
    inOrder(
      histories.flatMap((history) =>
        decisions(history.facts).flatMap((decision) => {
          const on = dayOf(decision);
          return on === undefined || on < decision.decided ? [] : [{ id: history.id, on, history }];
        }),
      ),
    ),
  );

/** When it was decided that a child should be placed for adoption. */
export const adoptionDecided = daysOfDecisions((decision) => decision.decided);
/** When such a decision was reversed. */
export const adoptionDecisionReversed = daysOfDecisions((decision) => decision.reversed);
