import type { Day } from '../../calendar/day.ts';
import type { Period } from '../../calendar/period.ts';
import type { ChildId } from '../../child/record.ts';
import type { PencePerWeek } from '../../money/weekly.ts';
import type { PanelId } from '../../panel/panels.ts';

/** Why the placement panel looks at a child first (Worcestershire Children First, 2023). */
export const PANEL_REASONS = {
  'type-not-available': 'The type of placement wanted was not available',
  'high-cost': 'High weekly cost',
  'young-in-residential': 'Aged 12 or under in a children’s home',
  'judged-inadequate': 'In a home since judged inadequate',
  'under-16-unregulated': 'Under 16 in an unregulated setting',
  'dol-unregulated': '16 or 17, deprived of liberty in an unregulated setting',
  'turning-18': 'External placement, six months or less before 18',
  'additional-cost': 'Additions to the cost, such as staffing',
} as const;
export type PanelReason = keyof typeof PANEL_REASONS;

/** A child listed at a meeting of the placement panel. */
export interface PanelListing {
  readonly child: ChildId;
  readonly meetingOn: Day;
  readonly reasons: readonly PanelReason[];
}

/** What a panel on entry to care decided where care had been asked for, or could end. */
export const ENTRY_DECISIONS = {
  'kept-at-home': 'Kept at home with support',
  reunited: 'Back with the family',
  'came-into-care': 'To come into care',
} as const;

export interface EntryDecision {
  readonly child: ChildId;
  readonly on: Day;
  readonly decision: keyof typeof ENTRY_DECISIONS;
}

/** What a meeting made of a child's case: of the Entry to Care Panel, and of the Access to Resources Panel. */
export const PANEL_OUTCOMES = {
  'care-agreed': 'Care agreed',
  diverted: 'Support instead of care',
  'legal-gateway': 'To the legal gateway',
  'more-information': 'More information asked for',
  'support-agreed': 'Support agreed',
  'move-agreed': 'A move agreed',
  'return-planned': 'Going home planned',
  refused: 'Refused',
} as const;
export type PanelOutcome = keyof typeof PANEL_OUTCOMES;

/** That a panel heard about a child at a meeting. One that asks for more hears about them again. */
export interface PanelHearingTold {
  readonly child: ChildId;
  readonly panel: PanelId;
  /** The meeting's day. */
  readonly on: Day;
  readonly outcome: PanelOutcome;
}

/** Support that a panel agreed to, for as long as it is given: known from the meeting, and given from its first day. */
export interface PanelSupport extends Period {
  readonly child: ChildId;
  readonly panel: PanelId;
  readonly agreedOn: Day;
  readonly weekly: PencePerWeek;
}
