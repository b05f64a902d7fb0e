import {
  addDays,
  type ClosedPeriod,
  type Day,
  maxDay,
  type Pence,
  paidWithin,
  sumPence,
  type YearPosition,
  yearPosition,
} from '@rightplace/domain';
import type { PaidLine } from '@rightplace/store';
import type { AgreedPlacement } from './agreed-placements.ts';

export type PaidPosition = YearPosition & { readonly paid: Pence };

/**
 * Where an agreement stands in a financial year. What a child who is still to move will cost is committed from the day that was
 * confirmed, at the earliest tomorrow: a day that has gone by is no move until the record has it.
 */
export const positionOf = (
  { payable, moves, terms: { expectedEnd } }: AgreedPlacement,
  { year, on, lines }: { readonly year: ClosedPeriod; readonly on: Day; readonly lines: readonly PaidLine[] },
): PaidPosition => {
  const paid = sumPence(lines.map((line) => paidWithin(payable, line, year)));
  const stay = moves === undefined ? payable.stay : { starts: maxDay(moves, addDays(on, 1)), ends: null };
  return { ...yearPosition({ ...payable, stay }, { year, on, paid, expectedEnd }), paid };
};
