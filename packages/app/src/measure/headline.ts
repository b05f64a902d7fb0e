import { type Day, type Measure, NO_VALUE, type NoValue, type Population } from '@rightplace/domain';
import { type FigureBook, measureOf } from './figure-book.ts';
import { AVERAGE_IDS, headlineAverage } from './headline-averages.ts';
import { quarterEndBy, quartersBack } from './quarter-ends.ts';

/**
 * Figures for those who see figures only: elected members, panels, partners, the region. Nobody may work out a count of
 * 1 to 4 from them, by comparing days, moments of knowledge or figures either. That holds by construction, and not by checking each page:
 *
 * - only the figures listed here, for the whole authority, with nothing that tells parts of it apart;
 * - counts to the nearest five, and one to four as "fewer than 5", so that the difference of any two is no small number;
 * - averages by rules of their own, of reporting years (`headline-averages.ts`);
 * - percentages and rates worked out from those rounded counts, to whole numbers, so that they tell no more; and none
 *   where fewer than five children are on either side;
 * - only for ends of quarters, as known now or at the end of one: a move from one five to the next then tells of a
 *   quarter's corrections together, and not of one;
 * - no remark on certainty that counts children, no list, no reasons for leaving out.
 *
 * Zero is told: it is about nobody. (After the Department for Education's rounding of 2012 to 2018. Publishing exact
 * numbers with further cells hidden, instead of rounding, is for the disclosure control of public reports.)
 */
export const COUNTED_IDS = [
  'cla-number',
  'cla-rate-10k',
  'cla-started',
  'cla-ceased',
  'stability-3plus',
  'stability-2yr',
  'within-20-miles',
  'foster-share',
] as const;

/** With those that are averages, which have rules of their own. */
export const HEADLINE_IDS = [...COUNTED_IDS, ...AVERAGE_IDS] as const;

export type HeadlineValue =
  /** Of an average, `to`: the nearest of which it is told to. */
  | { readonly kind: 'about'; readonly value: number; readonly to?: number }
  | { readonly kind: 'fewer-than-5' }
  /** Too few children on one side of it; of an average, why it cannot be told. */
  | { readonly kind: 'withheld'; readonly why?: string }
  | { readonly kind: 'none'; readonly why: string };

export interface Headline {
  readonly measure: Measure;
  /** What its days are the ends of. */
  readonly every: 'quarter' | 'year';
  readonly on: Day;
  readonly value: HeadlineValue;
  readonly yearBefore: HeadlineValue;
  /** Quarter by quarter over two years, for what is counted on a day; empty for what is counted over a year. Averages: by years. */
  readonly trend: readonly { readonly on: Day; readonly value: HeadlineValue }[];
}

const QUARTERS = 8;

export const isHeadline = (measureId: string): boolean =>
  (HEADLINE_IDS as readonly string[]).includes(measureId);

const isAverage = ({ id }: Measure): boolean => (AVERAGE_IDS as readonly string[]).includes(id);

type PopulationOn = (day: Day) => Population | undefined;

export const headlines = (book: FigureBook, asOf: Day, population: PopulationOn): readonly Headline[] =>
  HEADLINE_IDS.map((id) => headline(book, measureOf(id), asOf, population));

export const headline = (
  book: FigureBook,
  measure: Measure,
  asOf: Day,
  population: PopulationOn,
): Headline => {
  if (isAverage(measure)) return headlineAverage(book, measure.id, asOf);
  const on = quarterEndBy(asOf);
  const valueOn = (day: Day): HeadlineValue =>
    roundedValue(measure, book.point(measure, day), population(day));
  const quarters = Array.from({ length: QUARTERS + 1 }, (_, i) => quartersBack(on, QUARTERS - i));
  return {
    measure,
    every: 'quarter',
    on,
    value: valueOn(on),
    yearBefore: valueOn(quartersBack(on, 4)),
    trend: measure.kind === 'flow' ? [] : quarters.map((day) => ({ on: day, value: valueOn(day) })),
  };
};

interface Counts {
  readonly numerator: number;
  readonly denominator: number | null;
}

const isFew = (count: number): boolean => count >= 1 && count <= 4;
const toFive = (count: number): number => Math.round(count / 5) * 5;
const about = (value: number): HeadlineValue => ({ kind: 'about', value });
const none = (why: NoValue): HeadlineValue => ({ kind: 'none', why: NO_VALUE[why] });

const roundedValue = (
  { unit }: Measure,
  { numerator, denominator }: Counts,
  population: Population | undefined,
): HeadlineValue => {
  if (unit === 'children' || unit === 'events')
    return isFew(numerator) ? { kind: 'fewer-than-5' } : about(toFive(numerator));
  if (unit === 'per-10000') {
    if (population === undefined) return none('no-population');
    return isFew(numerator)
      ? { kind: 'withheld' }
      : about(Math.round((toFive(numerator) * 10_000) / population.count));
  }
  if (denominator === null || denominator === 0) return none('nobody-to-count');
  if (isFew(numerator) || isFew(denominator - numerator)) return { kind: 'withheld' };
  return about(Math.round((toFive(numerator) * 100) / toFive(denominator)));
};
