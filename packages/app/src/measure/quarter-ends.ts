import {
  addDays,
  addMonths,
  type Day,
  endOfLondonDay,
  endOfMonth,
  londonDayOf,
  type Moment,
  monthEnds,
  monthOf,
} from '@rightplace/domain';
import type { AsKnown } from '../child/load-children.ts';

/** The latest end of a quarter on or before a day. */
export const quarterEndBy = (day: Day): Day => {
  const found = monthEnds(3, day).findLast((end) => monthOf(end) % 3 === 0);
  if (found === undefined) throw new Error('Of three months that follow one another one ends a quarter');
  return found;
};

/** From one end of a quarter to an earlier one. Three months before 30 June is 30 March: the month's end is meant. */
export const quartersBack = (end: Day, quarters: number): Day => endOfMonth(addMonths(end, -3 * quarters));

/** The latest end of a quarter that was over, in London, by a moment. */
const quarterOverBy = (moment: Moment): Day => quarterEndBy(addDays(londonDayOf(moment), -1));

/** What is shown to those who see figures at the ends of quarters only, whatever day and moment they ask for. */
export interface QuarterEnds {
  /** The quarter's end looked at. */
  readonly asOf: Day;
  /** The quarter's end on which it was known so. Undefined: as known now. */
  readonly knownOn: Day | undefined;
}

/** What was asked for, taken to the ends of quarters on or before it. */
export const quarterEndsBy = ({ asOf, knownAt }: AsKnown): QuarterEnds => ({
  asOf: quarterEndBy(asOf),
  knownOn: knownAt === undefined ? undefined : quarterOverBy(knownAt),
});

/** The moment of knowledge that stands for: the end of that day in London. */
export const knownAtOf = ({ knownOn }: Pick<QuarterEnds, 'knownOn'>): Moment | undefined =>
  knownOn === undefined ? undefined : endOfLondonDay(knownOn);
