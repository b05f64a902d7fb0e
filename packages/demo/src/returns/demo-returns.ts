import { dayNumber } from '@rightplace/domain';
import { yearOf } from '../calendar/days.ts';
import { type DemoOptions, invent } from '../invented.ts';
import { type DemoReturnRow, returnRowsOf } from './return-rows.ts';

/** The collection years that the returns of those options are for, oldest first. */
export const demoReturnYears = ({ asOf, years = 10 }: DemoOptions): readonly number[] => {
  const last = yearOf(dayNumber(asOf));
  return Array.from({ length: years + 1 }, (_, i) => last - years + i);
};

/**
 * Every row of every year's return, child by child, so that all England can be written in little memory: append each
 * row to its year's file of its table.
 */
export function* demoReturns(options: DemoOptions): Generator<DemoReturnRow> {
  const invented = invent(options);
  const [firstYear = 0] = demoReturnYears(options);
  for (const telling of invented.tellings()) yield* returnRowsOf(telling, firstYear, invented.asOf - 1);
}
