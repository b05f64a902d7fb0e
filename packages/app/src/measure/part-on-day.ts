import type { Day, PreparedLedger } from '@rightplace/domain';
import type { Holding } from './workplaces.ts';

/**
 * The children of a team or service on a day: those whose case it holds at the end of it, and what had happened by then to
 * children whose case it held when it happened. A child who has passed to another team is counted there, and what this
 * team did stays counted here.
 */
export const partOnDay = (
  prepared: PreparedLedger,
  { heldOn, heldFrom, heldUntil }: Holding,
  asOf: Day,
): PreparedLedger => {
  const hasHappened = ({ on }: { readonly on: Day }): boolean => on <= asOf;
  return {
    ...prepared,
    histories: prepared.histories.filter(({ id }) => heldOn(id, asOf)),
    starts: prepared.starts.filter((event) => hasHappened(event) && heldFrom(event.id, event.on, asOf)),
    ends: prepared.ends.filter((event) => hasHappened(event) && heldUntil(event.id, event.on)),
    firstKnown: prepared.firstKnown.filter(
      (event) => hasHappened(event) && heldFrom(event.id, event.on, asOf),
    ),
  };
};
