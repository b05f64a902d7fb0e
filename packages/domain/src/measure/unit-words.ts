import { formatMoney } from '../money/format-money.ts';
import type { Pence } from '../money/pence.ts';
import type { Measure, Unit } from './measure.ts';

const written = (places: number): Intl.NumberFormat =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places });

/** Made once: to make one for each figure would take thirty times as long as to write it. */
const WRITTEN = [written(0), written(1)] as const;

const decimals = (value: number, places: 0 | 1): string =>
  WRITTEN[places].format(Object.is(value, -0) ? 0 : value);

/** Whole where it is whole, else to one decimal: a median of two days may lie between them. */
const inTenths = (value: number): string => decimals(value, Number.isInteger(value) ? 0 : 1);

const one = (value: number, noun: string): string => (value === 1 ? noun : `${noun}s`);

export const isMoney = (unit: Unit): unit is 'pence' | 'pence-a-week' =>
  unit === 'pence' || unit === 'pence-a-week';

/** Whether what a figure adds up is money, whatever the figure itself is: of a rise of prices it is a percentage. */
export const addsUpMoney = (measure: Measure): boolean =>
  isMoney((measure.kind === 'cases' ? measure.amountsIn : undefined) ?? measure.unit);

/** The sum behind a figure, or a part of it: "£3,597.72" where it adds up money, else a number of cases. */
export const sumInWords = (sum: number, measure: Measure): string =>
  addsUpMoney(measure) ? formatMoney(Math.round(sum) as Pence) : decimals(sum, 0).replace('-', '−');

/** A figure in its unit, as it is written alone: "9.8%", "912", "358 days", "£5,761 a week". */
export const valueInUnit = (value: number, unit: Unit): string => {
  switch (unit) {
    case 'percent':
      return `${decimals(value, 1)}%`;
    case 'children':
    case 'events':
    case 'households':
      return decimals(value, 0);
    case 'per-10000':
      return decimals(value, 0);
    case 'score':
      return decimals(value, 1);
    case 'each':
      return inTenths(value);
    case 'days':
      return `${inTenths(value)} ${one(value, 'day')}`;
    case 'hours':
      return `${inTenths(value)} ${one(value, 'hour')}`;
    case 'pence':
      return formatMoney(Math.round(value) as Pence);
    case 'pence-a-week':
      return `${formatMoney(Math.round(value) as Pence)} a week`;
  }
};
