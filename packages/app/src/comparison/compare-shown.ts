import type { ShownFigure } from '../measure/figure-shown.ts';
import type { Headline, HeadlineValue } from '../measure/headline.ts';
import type { Comparer, Comparison } from './comparer.ts';

/** A figure as pages show it, with what it is held against. */
export const compareFigure = (
  { compare }: Comparer,
  { measure, value, window, trend, asOf }: ShownFigure,
): Comparison => compare({ measure, value, window, since: trend[0]?.on ?? asOf });

/** What a rounded figure may be judged by: nothing where none is shown. */
export const shownValue = (value: HeadlineValue): number | null =>
  value.kind === 'about' ? value.value : null;

/** A headline is judged by the rounded figure that is shown, never by the true one: its standing then tells no more. */
export const compareHeadline = ({ compare }: Comparer, { measure, value, trend, on }: Headline): Comparison =>
  compare({ measure, value: shownValue(value), since: trend[0]?.on ?? on });
