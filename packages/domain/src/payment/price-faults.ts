import { addDays } from '../calendar/day.ts';
import { type Period, periodsOverlap } from '../calendar/period.ts';
import { subtractPeriods } from '../calendar/period-union.ts';
import { dayInWords } from '../calendar/words.ts';
import { sameLineOfPrice } from './line-of-price.ts';
import type { PriceLine } from './payable.ts';

/** What is wrong with an agreed price, in sentences; none where it can be paid by. */
export const findPriceFaults = (lines: readonly PriceLine[], term: Period): readonly string[] => {
  const core = lines.filter(({ kind }) => kind === 'core');
  const twice = lines.flatMap((line, n) =>
    lines.slice(n + 1).flatMap((other) => {
      const isSame =
        other.kind === line.kind && (line.kind === 'core' || sameLineOfPrice(other.name, line.name));
      if (!isSame || !periodsOverlap(line, other)) return [];
      const from = line.starts > other.starts ? line.starts : other.starts;
      return [
        line.kind === 'core'
          ? `Two core fees run on ${dayInWords(from)}: end one of them before the other begins.`
          : `“${line.name}” is there twice on ${dayInWords(from)}: end one before the other begins, or give them different names.`,
      ];
    }),
  );
  const without = subtractPeriods(term, core).map(({ starts, ends }) =>
    ends === null
      ? `There is no core fee from ${dayInWords(starts)} on.`
      : `There is no core fee from ${dayInWords(starts)} to ${dayInWords(addDays(ends, -1))}.`,
  );
  const below = lines
    .filter(({ weekly }) => weekly < 0)
    .map(({ name }) => `“${name}” costs less than nothing.`);
  return [...without, ...twice, ...below];
};
