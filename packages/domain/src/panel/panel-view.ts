import type { Day } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import { type ChronologyLine, chronologyOf } from '../workflow/chronology.ts';
import { ENTRY_PANEL } from './entry-panel.ts';
import { hearingsOf } from './panel-case.ts';

/** What the Entry to Care Panel thinks of a child's coming into care, for the director who decides on it. */
export interface PanelView {
  /** The meeting's day. */
  readonly on: Day;
  readonly event: CaseEvent;
  /** "Heard: support instead of care". */
  readonly title: string;
  /** Who recorded it, and what was said: reason, conditions, support. */
  readonly line: ChronologyLine;
}

/**
 * The panel's view up to a moment; undefined while it has not given one. That it asked for more information is no view, and one
 * that it gave before it was asked again holds until the next.
 */
export const panelViewOf = (
  now: CaseNow,
  nameOf: (person: string) => string,
  until?: Moment,
): PanelView | undefined => {
  const given = hearingsOf(now).findLast(
    ({ event }) => event.kind !== 'return' && (until === undefined || event.at <= until),
  );
  if (given === undefined) return undefined;
  const line = chronologyOf(ENTRY_PANEL, now, nameOf).find(({ number }) => number === given.event.number);
  const title = ENTRY_PANEL.states[given.event.to as keyof typeof ENTRY_PANEL.states].title;
  return line === undefined ? undefined : { ...given, title, line };
};
