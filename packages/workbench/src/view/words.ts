import { valueInUnit } from '@rightplace/domain';
import type { MeasureShown } from '../work/return-measures.ts';
import type { Changed } from './changed-since.ts';

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
  if (seconds < 0.05) return 'less than 0.1 seconds';
  return `${decimals(seconds, seconds < 10 ? 1 : 0)} ${seconds < 10 && decimals(seconds, 1) === '1.0' ? 'second' : 'seconds'}`;
};

/** What a check has changed: "Since the check before: 12 findings cleared, 3 new." */
export const sinceBefore = ({ cleared, fresh, isSameRules }: Changed): string => {
  if (cleared + fresh > 0)
    return `Since the check before: ${counted(cleared, 'finding')} cleared, ${number(fresh)} new.`;
  return isSameRules ? 'The same findings as in the check before.' : '';
};

/** A rule that was not run has not been passed. */
export const foundNothingIn = (run: number, notRun: number): string =>
  notRun === 0
    ? `${counted(run, 'rule was', 'rules were')} run, and the return passed ${run === 1 ? 'it' : 'them'}.`
    : `The return passed the ${counted(run, 'rule')} that could be run. ${counted(notRun, 'rule was', 'rules were')} not run: “Not checked” says why.`;

export const SEVERITIES = { error: 'Error', query: 'Query', warning: 'Warning' } as const;
