import { addDays, addMonths, type Day, type PreparedLedger } from '@rightplace/domain';
import type { Holding } from './workplaces.ts';

/**
 * The children of a team or service on a day: those whose case it holds at the end of it, and what happened in the twelve months to it to
 * children whose case it held when it happened. A child who has passed to another team is counted there, and what this
 * team did stays counted here.
 */
export const partOnDay = (
  prepared: PreparedLedger,
  { heldOn, heldFrom, heldUntil }: Holding,
  asOf: Day,
): PreparedLedger => {
  const from = addDays(addMonths(asOf, -12), 1);
  const isRecent = ({ on }: { readonly on: Day }): boolean => on >= from && on <= asOf;
  return {
    ...prepared,
    histories: prepared.histories.filter(({ id }) => heldOn(id, asOf)),
    starts: prepared.starts.filter((event) => isRecent(event) && heldFrom(event.id, event.on, asOf)),
    ends: prepared.ends.filter((event) => isRecent(event) && heldUntil(event.id, event.on)),
    firstKnown: prepared.firstKnown.filter((event) => isRecent(event) && heldFrom(event.id, event.on, asOf)),
  };
};
