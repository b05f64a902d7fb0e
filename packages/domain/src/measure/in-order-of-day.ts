import type { Day } from '../calendar/day.ts';

/**
 * By day, those of one day in the order given, so that `eventsWithin` finds a stretch of days without going through all.
 * There are far fewer days than events, so the days alone are sorted.
 */
export const inOrderOfDay = <Event extends { readonly on: Day }>(
  events: readonly Event[],
): readonly Event[] => {
  const byDay = Map.groupBy(events, ({ on }) => on);
  const days = Array.from(byDay.keys()).sort((a, b) => (a < b ? -1 : 1));
  const inOrder: Event[] = [];
  for (const day of days) for (const event of byDay.get(day) ?? []) inOrder.push(event);
  return inOrder;
};
