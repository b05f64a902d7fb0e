import type { CaseEvent } from '../workflow/case.ts';
import { openingsOfTiers } from './tiers-opened.ts';

/**
 * Where a search that is on hold goes on: where it was, whatever was recorded while it was held. Undefined where it is not known, or
 * all tiers were open there on a word that the director has denied since.
 */
export const goesOnIn = ({ events }: { readonly events: readonly CaseEvent[] }): string | undefined => {
  const held = events.findLast(({ from, to }) => to === 'on-hold' && from !== to)?.from ?? undefined;
  const opening = openingsOfTiers({ events }).findLast(({ event }) => event.to === held);
  return opening?.denied === undefined ? held : undefined;
};
