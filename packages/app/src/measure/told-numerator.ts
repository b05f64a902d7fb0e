import type { Figure } from '@rightplace/domain';

/** How many were counted; null where nothing is kept that could tell: nobody was looked for, so it is no nought. */
export const toldNumerator = ({
  noValue,
  numerator,
}: {
  readonly noValue?: Figure['noValue'] | undefined;
  readonly numerator: number;
}): number | null => (noValue === 'no-records' || noValue === 'not-told' ? null : numerator);
