import type { Day } from '../calendar/day.ts';

/** By day, those of one day in the order given, so that `eventsWithin` finds a stretch of days without going through all. */
export const inOrderOfDay = <Event extends { readonly on: Day }>(
  events: readonly Event[],
): readonly Event[] => events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
