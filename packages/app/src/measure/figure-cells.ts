import { addsUpMoney, isMoney, type Measure, type Unit } from '@rightplace/domain';

/** Money is kept in whole pence, and written in files that people open in pounds and pence, as the unit beside it says. */
const POUNDS = { pence: 'pounds', 'pence-a-week': 'pounds-a-week' } as const;

/** To the penny: an average of pence has more decimals than there is money. */
const inPounds = (pence: number | null): number | null => (pence === null ? null : Math.round(pence) / 100);

interface Counted {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A value and its unit, for a line of a file. */
export const valueCells = (value: number | null, unit: Unit): readonly [number | null, string] =>
  isMoney(unit) ? [inPounds(value), POUNDS[unit]] : [value, unit];

/** A figure's value, unit, numerator and denominator, for a line of a file. */
export const figureCells = (
  measure: Measure,
  { value, numerator, denominator }: Counted,
): readonly [number | null, string, number | null, number | null] => {
  const cells = valueCells(value, measure.unit);
  if (!addsUpMoney(measure)) return [...cells, numerator, denominator];
  const isRatio = measure.kind === 'cases' && measure.takes === 'ratio';
  return [...cells, inPounds(numerator), isRatio ? inPounds(denominator) : denominator];
};
