import type { Day } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import type { ChildId } from '../child/record.ts';

/**
 * What was said, at one time, of a child's independent reviewing officer: who it is from a day on, or that it is nobody
 * (Children Act 1989, section 25A). Nobody edits one: what was wrong is said anew.
 */
export interface ReviewingAllocation {
  readonly child: ChildId;
  readonly starts: Day;
  readonly person: string | null;
  readonly saidAt: Moment;
  /** A person, or the name of a command. */
  readonly saidBy: string;
}

/** Who a child's reviewing officer has been, the last first: each from a day on, as it is known now. */
export const reviewingOfficersOf = (
  said: readonly ReviewingAllocation[],
): readonly Pick<ReviewingAllocation, 'starts' | 'person'>[] => {
  const byDay = new Map<Day, string | null>();
  for (const { starts, person } of said) byDay.set(starts, person);
  return [...byDay]
    .map(([starts, person]) => ({ starts, person }))
    .toSorted((a, b) => (a.starts < b.starts ? 1 : -1));
};

/** A child's reviewing officer on a day; undefined where nobody was said to be. `said` is of this child, in the order said. */
export const reviewingOfficerOn = (said: readonly ReviewingAllocation[], on: Day): string | undefined =>
  reviewingOfficersOf(said).find(({ starts }) => starts <= on)?.person ?? undefined;
