import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { findFactAsOf } from './fact-days.ts';
import type { ChildRecord } from './record.ts';

/** Later stretches dropped, later endings blanked with what was said of them. */
const stretchesAsOf = <S extends Period>(stretches: readonly S[], asOf: Day): readonly S[] =>
  stretches
    .filter(({ starts }) => starts <= asOf)
    .map((stretch) =>
      stretch.ends !== null && stretch.ends > asOf
        ? { ...stretch, ends: null, ...('endReason' in stretch ? { endReason: null } : {}) }
        : stretch,
    );

/**
 * A child's record as a day could have told it. Who the child is stays as it is known: only what happened, and when,
 * is cut. The same rule as `episodesAsOf`, kept for each timeline.
 */
export const recordAsOf = (child: ChildRecord, asOf: Day): ChildRecord => ({
  ...child,
  periodsOfCare: stretchesAsOf(child.periodsOfCare, asOf),
  needs: stretchesAsOf(child.needs, asOf),
  legalStatuses: stretchesAsOf(child.legalStatuses, asOf),
  placements: stretchesAsOf(child.placements, asOf),
  facts: child.facts.flatMap((fact) => findFactAsOf(fact, asOf) ?? []),
});
