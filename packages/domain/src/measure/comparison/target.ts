import type { Measure, MeasureText } from '../measure.ts';
import { roundHalfUp } from './round-half-up.ts';

/** What the authority has set itself for a measure, and why. */
export interface Target {
  /** In the measure's own unit: 9 is 9%. */
  readonly value: number;
  /** How far on the wrong side of it still counts as close. */
  readonly tolerance: number;
  readonly direction: 'at-least' | 'at-most';
  readonly why: string;
}

/** The rule, in the words in which pages tell it. */
export const TARGET_RULE =
  'Green: the target is met. Amber: it is missed by no more than the margin set with it. Red: it is missed by more. The figure ' +
  'is judged as it is shown.';

export const TARGET_STANDINGS = {
  green: 'Target met',
  amber: 'Close to the target',
  red: 'Target missed',
} as const;
export type TargetStanding = keyof typeof TARGET_STANDINGS;

export const TARGET_DIRECTIONS = {
  'at-least': 'at least',
  'at-most': 'at most',
} as const satisfies Readonly<Record<Target['direction'], string>>;

/** How many decimals figures of a unit are shown to: what is whole is shown so, and is judged alike either way. */
export const shownDecimals = (unit: Measure['unit']): 0 | 1 => (TO_TENTHS.includes(unit) ? 1 : 0);
const TO_TENTHS: readonly string[] = ['percent', 'score', 'each', 'days', 'hours'];

/**
 * How a figure stands against its target. It is judged as it is shown, so that no page says "9.0%, target 9%, missed". For
 * those who see rounded figures the rounded one is to be given, so that the answer tells nothing that it does not.
 */
export const standingOf = (
  { value: target, tolerance, direction }: Target,
  figure: { readonly value: number; readonly unit: Measure['unit'] },
): TargetStanding => {
  const decimals = shownDecimals(figure.unit);
  const shown = roundHalfUp(figure.value, decimals);
  const short = roundHalfUp(direction === 'at-least' ? target - shown : shown - target, FINE);
  if (short <= 0) return 'green';
  return short <= tolerance ? 'amber' : 'red';
};

/** Beyond any margin that is typed: takes away what binary fractions add, as in 9.3 − 9. */
const FINE = 6;

/** Which side of a target is good: the measure says. Undefined where neither is, and whoever sets the target has to say. */
export const directionOf = (polarity: MeasureText['polarity']): Target['direction'] | undefined =>
  polarity === 'context' ? undefined : polarity === 'higher is better' ? 'at-least' : 'at-most';
