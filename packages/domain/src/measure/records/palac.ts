import type { Moment } from '../../calendar/moment.ts';
import type { ChildId } from '../../child/record.ts';

export const PALAC_OUTCOMES = {
  authorised: 'Authorised',
  returned: 'Sent back for changes',
  rejected: 'Rejected',
} as const;

/** A request that a child be accommodated (PALAC: the process for accommodation into local authority care). */
export interface PalacRequest {
  readonly child: ChildId;
  readonly submittedAt: Moment;
  /** When the director decided, or whoever sent it back or rejected it; null while undecided. */
  readonly decidedAt: Moment | null;
  readonly outcome: keyof typeof PALAC_OUTCOMES | null;
  readonly emergency: boolean;
  /** When the child moved; null when they have not. */
  readonly movedAt: Moment | null;
}
