import type { Answers, PanelId, Role } from '@rightplace/domain';
import type { When } from '../requests/told-request.ts';

/** A step of a panel's case: how many working days ago, which, in whose part, and what was said. */
export type PanelStep = readonly [
  workingDaysAgo: number,
  step: string,
  who: Role,
  said?: (when: When) => Readonly<Record<string, unknown>>,
];

/** A child put before a panel, as it is told. */
export interface ToldReferral {
  readonly begun: number;
  readonly answers: (when: When) => Answers;
  readonly steps: readonly PanelStep[];
}

/** When each panel meets: working days ago, below nought for those to come. */
export const MEETS: Readonly<Record<PanelId, readonly number[]>> = {
  'entry-to-care-panel': [35, 30, 25, 20, 15, 10, 6, 2, -3, -8],
  'access-to-resources-panel': [26, 6, -2, -7],
};

/** Listed by the hub for the meeting so many working days ago. */
export const listed = (ago: number, meeting: number): PanelStep => [
  ago,
  'list',
  'placements-officer',
  ({ day }) => ({ 'meeting-on': day(meeting) }),
];

export const referred = (ago: number): PanelStep => [ago, 'refer', 'social-worker'];

export const heard = (
  ago: number,
  step: string,
  said: (when: When) => Readonly<Record<string, unknown>>,
): PanelStep => [ago, step, 'reviewing-officer', said];
