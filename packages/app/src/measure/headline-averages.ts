import {
  AVERAGE_RULE,
  type CaseMeasure,
  collectionYearEnd,
  collectionYearOf,
  conventionsOf,
  type Day,
  NO_VALUE,
  type ToldAverage,
  tellInTurn,
  WHY_NO_AVERAGE,
} from '@rightplace/domain';
import { amountsIn } from '../disclosure/release-of-figures.ts';
import { type FigureBook, measureOf } from './figure-book.ts';
import type { Headline, HeadlineValue } from './headline.ts';

/**
 * Averages among the main figures. They tell of children by their amounts, which no rounding of counts protects, so they have
 * rules of their own (decision 12) and are told of reporting years, never of quarters: three years to each 31 March overlap
 * twice, and each is told so that no child can be told from it beside all those before it.
 */
export const AVERAGE_IDS = ['adoption-a1', 'adoption-a2', 'sdq-mean'] as const;

/** Always from the same year on, so that a year is told the same whichever is asked for. */
const FIRST_YEAR = 2016;
const YEARS_SHOWN = 5;

type Averaged = CaseMeasure & { readonly takes: 'mean' };

const averagedOf = (id: string): Averaged => {
  const measure = measureOf(id);
  if (measure.kind !== 'cases' || measure.takes !== 'mean') throw new RangeError(`${id} is no mean`);
  return { ...measure, takes: 'mean' };
};

/** A mean at the last 31 March on or before a day, with those of the years before. */
export const headlineAverage = (book: FigureBook, id: string, asOf: Day): Headline => {
  const measure = averagedOf(id);
  const last = yearEndedBy(asOf);
  const told = book.keep(`averages of ${id} to ${last}`, () => yearsTold(book, measure, last));
  const of = (year: number): { readonly on: Day; readonly value: HeadlineValue } => ({
    on: collectionYearEnd(year),
    value: told.get(year) ?? NOT_TOLD,
  });
  return {
    measure: measureOf(id),
    every: 'year',
    on: of(last).on,
    value: of(last).value,
    yearBefore: of(last - 1).value,
    trend: Array.from({ length: YEARS_SHOWN }, (_, i) => of(last - YEARS_SHOWN + 1 + i)),
  };
};

const NOT_TOLD: HeadlineValue = { kind: 'none', why: 'Not told of years so long ago.' };

const yearEndedBy = (asOf: Day): number => {
  const year = collectionYearOf(asOf);
  return collectionYearEnd(year) === asOf ? year : year - 1;
};

const yearsTold = (book: FigureBook, measure: Averaged, last: number): ReadonlyMap<number, HeadlineValue> => {
  const years = Array.from({ length: Math.max(0, last - FIRST_YEAR + 1) }, (_, i) => FIRST_YEAR + i);
  const figures = years.map((year) => book.figure(measureOf(measure.id), collectionYearEnd(year)));
  const told = tellInTurn(
    figures.map(({ children }) => amountsIn(children)),
    measure,
    (i) => {
      const { fewestBehindAverage: fewest } = conventionsOf(book.context, {
        asOf: collectionYearEnd(years[i] ?? last),
      });
      return { ...AVERAGE_RULE, fewest: Math.max(fewest, AVERAGE_RULE.fewest) };
    },
  );
  return new Map(
    years.map((year, i) => {
      const [figure, average] = [figures[i], told[i]];
      if (figure?.noValue !== undefined) return [year, { kind: 'none', why: NO_VALUE[figure.noValue] }];
      return [year, average === undefined ? NOT_TOLD : shown(average)];
    }),
  );
};

const shown = ({ printed, why }: ToldAverage): HeadlineValue => {
  if (printed.kind === 'rounded') return { kind: 'about', value: printed.value, to: printed.to };
  if (printed.kind === 'not-applicable') return { kind: 'none', why: NO_VALUE['nobody-to-count'] };
  return { kind: 'withheld', why: WHY_NO_AVERAGE[why ?? 'too-few'] };
};
