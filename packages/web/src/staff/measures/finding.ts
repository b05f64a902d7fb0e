import type { BreakdownPage, ShownFigure } from '@rightplace/app';
import type { ChangeReading, Day } from '@rightplace/domain';
import { number, percent } from '../../kit/index.ts';
import { shareInWords, sinceYearBefore, valueText } from './figure-words.ts';
import { sinceInWords } from './window-words.ts';

/**
 * What a figure shows, as one plain sentence: the title of its page. A measure without a sentence of its own here gets
 * its title and value, so that a new measure has a page before anybody has found its words. What a figure usually does is
 * not told as a change.
 */
export const finding = (figure: ShownFigure, today: Day, reading?: ChangeReading): string => {
  const { measure, value } = figure;
  if (value === null)
    return `${measure.title}: ${figure.noValue === 'no-records' ? 'no data recorded yet' : 'not known'}`;
  const say = SENTENCES[measure.id];
  if (say === undefined) return `${measure.title}: ${valueText(measure, value)}`;
  const now = figure.asOf === today;
  return say({
    figure,
    value,
    now,
    // Of what carries over only the last month was looked at: how it was a year ago is still to be told.
    isUsual: reading?.verdict === 'usual' && reading.level === undefined,
    is: now ? 'is' : 'was',
    are: now ? 'are' : 'were',
  });
};

interface Saying {
  readonly figure: ShownFigure;
  readonly value: number;
  readonly is: string;
  readonly are: string;
  /** It is of today, and not of a day past. */
  readonly now: boolean;
  readonly isUsual: boolean;
}

const children = (count: number): string => `${number(count)} ${count === 1 ? 'child' : 'children'}`;
const beVerb = (count: number, { is, are }: Saying): string => (count === 1 ? is : are);
const compared = ({ figure, isUsual }: Saying): string => {
  if (isUsual) return ', within what is usual';
  const since = sinceYearBefore(figure);
  return since === undefined ? '' : `, ${since}`;
};
const share = (value: number): string => {
  if (value === 0 || value === 100) return value === 0 ? 'No child' : 'Every child';
  const words = shareInWords(value);
  return words.endsWith('%') ? `${words} of children` : `${words} children`;
};
const live = ({ value, now }: Saying): string =>
  now ? (value === 0 || value === 100 ? 'lives' : 'live') : 'lived';
const have = ({ value, now }: Saying): string =>
  now ? (value === 0 || value === 100 ? 'has' : 'have') : 'had';

const SENTENCES: Readonly<Record<string, (saying: Saying) => string>> = {
  'cla-number': (s) => `${children(s.value)} ${beVerb(s.value, s)} looked after${compared(s)}`,
  'cla-rate-10k': (s) => `${number(s.value)} in every 10,000 children ${s.are} looked after${compared(s)}`,
  'uasc-number': (s) =>
    `${children(s.value)} ${beVerb(s.value, s)} unaccompanied and seeking asylum${compared(s)}`,
  'cla-started': (s) =>
    `${children(s.value)} started to be looked after ${sinceInWords(s.figure)}${compared(s)}`,
  'cla-ceased': (s) =>
    `${children(s.value)} ceased to be looked after ${sinceInWords(s.figure)}${compared(s)}`,
  'cla-starts': (s) =>
    `${number(s.value)} ${s.value === 1 ? 'start' : 'starts'} of care ${sinceInWords(s.figure)}${compared(s)}`,
  'cla-ends': (s) =>
    `${number(s.value)} ${s.value === 1 ? 'ending' : 'endings'} of care ${sinceInWords(s.figure)}${compared(s)}`,
  'cla-net-flow': ({ figure, value }) => {
    const since = sinceInWords(figure);
    if (value === 0) return `As many came into care as left it ${since}`;
    return value > 0
      ? `${number(value)} more came into care than left it ${since}`
      : `${number(-value)} more left care than came into it ${since}`;
  },
  'stability-3plus': (s) => `${share(s.value)} had three or more placements in the year`,
  'stability-2yr': (s) =>
    `${share(s.value)} looked after long enough ${have(s)} been in one placement for two years`,
  'within-20-miles': (s) => `${share(s.value)} ${live(s)} within 20 miles of home`,
  'foster-share': (s) => `${share(s.value)} ${live(s)} with foster carers`,
  'residential-share': (s) => `${share(s.value)} ${live(s)} in children’s homes`,
};

/** The largest part of a breakdown. */
export const breakdownFinding = ({ breakdown, of }: Pick<BreakdownPage, 'breakdown' | 'of'>): string => {
  const [largest] = breakdown.rows.toSorted((a, b) => b.numerator - a.numerator);
  const ofAll = of.measure.id === 'cla-number';
  if (largest === undefined || of.numerator === 0)
    return ofAll ? 'Nobody is looked after' : 'None to tell apart';
  const share = percent((largest.numerator * 100) / of.numerator, 0);
  return `Most common: ${largest.title}, ${share} of ${ofAll ? 'children looked after' : 'those counted'}`;
};
