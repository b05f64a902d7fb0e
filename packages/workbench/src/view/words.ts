import { valueInUnit } from '@rightplace/domain';
import type { MeasureShown } from '../work/return-measures.ts';

export const number = (n: number): string => n.toLocaleString('en-GB');

export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${number(n)} ${n === 1 ? one : many}`;

/** "3,214 findings", or "312 of 3,214 findings" when only some are shown. */
export const shownOf = (shown: number, all: number): string => {
  if (all === 0) return 'No findings';
  return shown === all ? counted(all, 'finding') : `${number(shown)} of ${counted(all, 'finding')}`;
};

const decimals = (value: number, places: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places });

/** A measure's value in its unit: "9.8%", "58 per 10,000", "912". */
export const valueInWords = (value: number | null, unit: MeasureShown['unit']): string => {
  if (value === null) return 'no figure';
  return unit === 'per-10000' ? `${decimals(value, 1)} per 10,000` : valueInUnit(value, unit);
};

const JOINED: Readonly<Partial<Record<MeasureShown['unit'], string>>> = {
  percent: 'of',
  'per-10000': 'for',
  children: 'less',
  events: 'less',
};

/** What a value is made of: "112 of 1,077", "260 less 249"; '' for a plain count. */
export const madeOf = ({
  unit,
  numerator,
  denominator,
}: Pick<MeasureShown, 'unit' | 'numerator' | 'denominator'>): string => {
  if (denominator === null) return '';
  const joined = JOINED[unit] ?? 'over';
  return `${number(numerator)} ${joined} ${number(denominator)}`;
};

/** Seconds that somebody waited. */
export const secondsInWords = (milliseconds: number): string => {
  const seconds = milliseconds / 1000;
  return `${decimals(seconds, seconds < 10 ? 1 : 0)} ${seconds < 10 && decimals(seconds, 1) === '1.0' ? 'second' : 'seconds'}`;
};

export const SEVERITIES = { error: 'Error', query: 'Query', warning: 'Warning' } as const;
