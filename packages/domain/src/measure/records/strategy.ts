import type { Day } from '../../calendar/day.ts';

export const PROGRESS = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  done: 'Done',
} as const;

/** An action of the strategy's yearly plan, and what was said of it from time to time. */
export interface StrategyAction {
  readonly action: string;
  readonly theme: string;
  readonly agreedOn: Day;
  readonly dueOn: Day;
  readonly progress: readonly { readonly on: Day; readonly state: keyof typeof PROGRESS }[];
}

/** How many children a projection expects to be looked after on a day. */
export interface Projection {
  readonly madeOn: Day;
  readonly forDay: Day;
  readonly children: number;
}
