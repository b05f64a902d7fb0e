import type { Day } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import { type ChronologyLine, chronologyOf } from '../workflow/chronology.ts';
import { stateMeaning, type Workflow } from '../workflow/workflow.ts';
import { ENTRY_PANEL } from './entry-panel.ts';
import { hearingsOf } from './panel-case.ts';

/** What a panel thinks of a child's case, for whoever decides on it. */
export interface PanelView {
  /** "Entry to Care Panel". */
  readonly panel: string;
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
  { panel = ENTRY_PANEL, until }: { readonly panel?: Workflow; readonly until?: Moment } = {},
): PanelView | undefined => {
  const given = hearingsOf(now).findLast(
    ({ event }) => event.kind !== 'return' && (until === undefined || event.at <= until),
  );
  if (given === undefined) return undefined;
  const line = chronologyOf(panel, now, nameOf).find(({ number }) => number === given.event.number);
  const { title } = stateMeaning(panel, given.event.to);
  return line === undefined ? undefined : { ...given, panel: panel.title, title, line };
};
