import type { HeadlineValue, Point, ShownFigure, Whose } from '@rightplace/app';
import {
  collectionYearOf,
  dayInWords,
  hasWindow,
  isMoney,
  type Measure,
  NO_VALUE,
  sumInWords,
  valueInUnit,
} from '@rightplace/domain';
import { NOT_KNOWN, number, percent, signed } from '../../kit/index.ts';
import { sinceInWords, thenInWords } from './window-words.ts';

/** A measure's value as it is written: "9.8%", "58", "912". */
export const valueText = ({ unit }: Pick<Measure, 'unit'>, value: number | null): string => {
  if (value === null) return NOT_KNOWN;
  return valueInUnit(value, unit).replace('-', '−');
};

/** For a chart's axis: no more decimals than its ticks need, and no unit that its heading says. */
export const axisText =
  ({ unit }: Pick<Measure, 'unit'>) =>
  (value: number): string => {
    if (isMoney(unit)) return valueInUnit(value, 'pence');
    const places = Number.isInteger(value) ? 0 : 1;
    return unit === 'percent' ? percent(value, places) : number(value, places);
  };

/** For columns of differences: "+£12.30", "−4". */
export const signedSum = (difference: number, measure: Measure): string =>
  withSign(difference, sumInWords(difference, measure));

/** The same of the figure itself: money without "a week", which the figure beside it says; a share in percentage points. */
export const signedValue = (difference: number, { unit }: Pick<Measure, 'unit'>): string =>
  isMoney(unit) ? withSign(difference, valueInUnit(difference, 'pence')) : signed(difference, 1);

const withSign = (value: number, text: string): string =>
  value > 0 && /[1-9]/.test(text) ? `+${text}` : text;

/** The same for the place where a figure is first and biggest: nobody to count is no gap in what is known. */
export const bigValueText = ({
  measure,
  value,
  noValue,
}: Pick<ShownFigure, 'measure' | 'value' | 'noValue'>): string =>
  value === null && noValue === 'nobody-to-count' ? '–' : valueText(measure, value);

export const noValueText = ({ noValue }: Pick<ShownFigure, 'noValue'>): string | undefined =>
  noValue === undefined ? undefined : NO_VALUE[noValue];

/** What a sum is out of is money where the sum is; all else is divided by how many there were. */
export const denominatorText = (denominator: number, measure: Measure): string =>
  measure.kind === 'cases' && measure.takes === 'ratio'
    ? sumInWords(denominator, measure)
    : number(denominator);

/** "89 of 912 children"; for a rate the population is no count of ours, so it says whose. */
export const countsText = (
  figure: Pick<ShownFigure, 'measure' | 'numerator' | 'denominator'>,
): string | undefined => {
  const { measure, numerator, denominator } = figure;
  if (denominator === null || (denominator === 0 && measure.kind !== 'flow')) return undefined;
  if (measure.kind === 'cases') {
    if (isShare(measure)) return `${number(numerator)} of ${number(denominator)}`;
    if (measure.takes === 'ratio')
      return `${sumInWords(numerator, measure)} of ${denominatorText(denominator, measure)}`;
    return `${measure.takes === 'mean' ? 'The average' : 'The middle one'} of ${number(denominator)}`;
  }
  if (measure.kind === 'flow' && measure.less !== undefined)
    return `${number(numerator)} less ${number(denominator)}`;
  const noun = measure.unit === 'per-10000' ? 'who live in the authority' : 'children';
  return `${number(numerator)} of ${number(denominator)} ${noun}`;
};

/** A percentage in words where one fits nearly: "1 in 10", "3 in 4"; else "72%". */
export const shareInWords = (value: number): string => {
  const near = FRACTIONS.map((fraction) => ({ ...fraction, off: Math.abs(fraction.share - value) })).reduce(
    (a, b) => (b.off < a.off ? b : a),
  );
  return near.off <= Math.min(1.5, value * 0.05, (100 - value) * 0.15) ? near.text : percent(value, 0);
};

const FRACTIONS: readonly { readonly share: number; readonly text: string }[] = [
  ...[20, 15, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((n) => ({ share: 100 / n, text: `1 in ${n}` })),
  ...[3, 7, 9].map((n) => ({ share: n * 10, text: `${n} in 10` })),
  { share: 40, text: '2 in 5' },
  { share: 60, text: '3 in 5' },
  { share: 200 / 3, text: '2 in 3' },
  { share: 75, text: '3 in 4' },
  { share: 80, text: '4 in 5' },
  { share: 500 / 6, text: '5 in 6' },
  { share: 87.5, text: '7 in 8' },
  { share: 95, text: '19 in 20' },
];

/** Whether a figure is a part of a whole, which is told beside it. */
export const isShare = (measure: Measure): boolean =>
  measure.kind === 'cases' ? measure.takes === 'share' : measure.unit === 'percent';

/** An average of amounts, whose cases are told beside it. */
export const isAverage = (measure: Measure): boolean =>
  measure.kind === 'cases' && (measure.takes === 'mean' || measure.takes === 'median');

/** Units in which "13 fewer" is said. */
const COUNTS: ReadonlySet<Measure['unit']> = new Set(['children', 'events', 'per-10000', 'households']);

/** How it stands against a year before: "up from 9.1%", "the same as", with the words to end the sentence. */
export const sinceYearBefore = (
  figure: Pick<ShownFigure, 'measure' | 'asOf' | 'window' | 'value' | 'yearBefore'>,
): string | undefined => changeInWords(figure, figure.yearBefore.value, thenInWords(figure));

/** The same since any day: what is counted from 1 April on is told as it was then, since the times differ in length. */
export const sinceDay = (
  figure: Pick<ShownFigure, 'measure' | 'asOf' | 'window' | 'value'>,
  before: Pick<Point, 'on' | 'value'>,
): string | undefined => {
  // The list says the day once, above them all.
  if (figure.window === undefined)
    return changeInWords(figure, before.value, 'then')?.replace(/ (than |as )?then$/, '');
  if (before.value === null) return undefined;
  return collectionYearOf(before.on) === collectionYearOf(figure.asOf)
    ? `${valueText(figure.measure, before.value)} by then`
    : `${valueText(figure.measure, before.value)} ${sinceInWords({ ...figure, asOf: before.on }).replace(/^since/, 'from')} to ${dayInWords(before.on)}`;
};

const changeInWords = (
  { measure, value }: Pick<ShownFigure, 'measure' | 'value'>,
  before: number | null,
  then: string,
): string | undefined => {
  if (value === null || before === null) return undefined;
  // "13 fewer" of a difference would be a difference of differences.
  if (measure.kind === 'flow' && measure.less !== undefined) return `${number(before)} ${then}`;
  if (measure.unit === 'percent') {
    const [now, was] = [percent(value), percent(before)];
    if (now === was) return `the same as ${then}`;
    return `${value > before ? 'up' : 'down'} from ${was} ${then}`;
  }
  if (!COUNTS.has(measure.unit)) {
    const [now, was] = [valueInUnit(value, measure.unit), valueInUnit(before, measure.unit)];
    return now === was ? `the same as ${then}` : `${value > before ? 'up' : 'down'} from ${was} ${then}`;
  }
  const difference = Math.round(value) - Math.round(before);
  if (difference === 0) return hasWindow(measure) ? `as many as ${then}` : `the same as ${then}`;
  return `${number(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'} than ${then}`;
};

/** "From 898 in November 2024 to 912 in November 2026", for a trend that is not seen. */
export const trendInWords = (measure: Measure, trend: readonly Point[]): string => {
  const known = trend.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return 'No trend is known';
  const each = hasWindow(measure) ? 'Month by month, from' : 'From';
  return `${each} ${valueText(measure, first.value)} (${dayInWords(first.on)}) to ${valueText(measure, last.value)} (${dayInWords(last.on)})`;
};

/** A rounded figure: "about 910", "fewer than 5". */
export const headlineText = (measure: Measure, value: HeadlineValue): string => {
  switch (value.kind) {
    case 'about':
      if (value.to !== undefined) return valueInUnit(value.value, measure.unit);
      return measure.unit === 'percent' ? percent(value.value, 0) : sumInWords(value.value, measure);
    case 'fewer-than-5':
      return 'fewer than 5';
    case 'withheld':
      return 'not shown';
    case 'none':
      return NOT_KNOWN;
  }
};

/** "To the nearest 20 days", of an average; why there is no figure, of one that is not shown. */
export const headlineNote = (measure: Measure, value: HeadlineValue): string | undefined => {
  if (value.kind === 'withheld')
    return value.why ?? 'Not shown, because so few children could be told apart.';
  if (value.kind === 'about' && value.to !== undefined)
    return `To the nearest ${valueInUnit(value.to, measure.unit)}.`;
  return value.kind === 'none' ? value.why : undefined;
};

/** "the East team", for sentences; nothing for the whole authority. */
export const whoseInWords = (whose: Whose): string | undefined =>
  whose.kind === 'authority' ? undefined : whose.names.join(' and ');
