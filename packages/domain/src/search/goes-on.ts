import type { CaseEvent } from '../workflow/case.ts';
import { openingsOfTiers } from './tiers-opened.ts';

/**
 * Where a search that is on hold goes on: where it was, whatever was recorded while it was held. Undefined where it is not known, or
 * all tiers were open there on a word that the director has denied since, and by no other order.
 */
export const goesOnIn = ({ events }: { readonly events: readonly CaseEvent[] }): string | undefined => {
  const held = events.findLast(({ from, to }) => to === 'on-hold' && from !== to)?.from ?? undefined;
  const openings = openingsOfTiers({ events }).filter(({ event }) => event.to === held);
  return openings.length === 0 || openings.some(({ denied }) => denied === undefined) ? held : undefined;
};
