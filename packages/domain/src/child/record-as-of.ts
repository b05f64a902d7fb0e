import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { findFactAsOf } from './fact-days.ts';
import type { ChildRecord } from './record.ts';

interface Cut {
  readonly asOf: Day;
  /** Something of the child's care began later: what is said of an ending that has no date was said of that. */
  readonly somethingLater: boolean;
}

/** Later stretches dropped, later endings blanked with what was said of them. */
const stretchesAsOf = <S extends Period>(
  stretches: readonly S[],
  { asOf, somethingLater }: Cut,
): readonly S[] =>
  stretches
    .filter(({ starts }) => starts <= asOf)
    .map((stretch) => {
      const endsLater = stretch.ends === null ? somethingLater : stretch.ends > asOf;
      return endsLater
        ? { ...stretch, ends: null, ...('endReason' in stretch ? { endReason: null } : {}) }
        : stretch;
    });

/**
 * A child's record as a day could have told it. Who the child is stays as it is known: only what happened, and when,
 * is cut. The same rule as `episodesAsOf`, kept for each timeline.
 */
export const recordAsOf = (child: ChildRecord, asOf: Day): ChildRecord => {
  const { periodsOfCare, needs, legalStatuses, placements } = child;
  const all: readonly Period[] = [...periodsOfCare, ...needs, ...legalStatuses, ...placements];
  const cut = { asOf, somethingLater: all.some(({ starts }) => starts > asOf) };
  return {
    ...child,
    periodsOfCare: stretchesAsOf(periodsOfCare, cut),
    needs: stretchesAsOf(needs, cut),
    legalStatuses: stretchesAsOf(legalStatuses, cut),
    placements: stretchesAsOf(placements, cut),
    facts: child.facts.flatMap((fact) => findFactAsOf(fact, asOf) ?? []),
  };
};
