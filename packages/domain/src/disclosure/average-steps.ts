import type { Unit } from '../measure/measure.ts';

/** The least step that an amount is told in: whole days, pounds, a tenth of a point. */
export const LEAST_STEP: Readonly<Partial<Record<Unit, number>>> = {
  score: 0.1,
  pence: 100,
  'pence-a-week': 100,
};

/** 1, 2, 5, 10, 20… up to a most; the first in any case, for an average of nearly nothing. */
export const stepsUpTo = (most: number): readonly number[] => {
  const steps = [1];
  for (let tens = 1; tens <= most; tens *= 10)
    for (const times of [1, 2, 5]) if (times * tens > 1 && times * tens <= most) steps.push(times * tens);
  return steps;
};

/** To the nearest step, and free of what broken numbers leave behind. */
export const toStep = (value: number, step: number): number => exact(Math.floor(value / step + 0.5) * step);

export const exact = (value: number): number => Number(value.toFixed(6));
