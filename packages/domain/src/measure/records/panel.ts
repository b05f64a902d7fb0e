import type { Day } from '../../calendar/day.ts';
import type { ChildId } from '../../child/record.ts';

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
