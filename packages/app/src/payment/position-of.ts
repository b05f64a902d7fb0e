import {
  addDays,
  birthdayAt,
  type ChildRecord,
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

const GROWN_UP = 18;

/** With 18 care ends; null where nobody knows the birthday. */
export const grownUpOn = ({ details: { dateOfBirth } }: Pick<ChildRecord, 'details'>): Day | null =>
  dateOfBirth === undefined ? null : birthdayAt(dateOfBirth, GROWN_UP);

/**
 * From which night on nothing is committed: as agreed, else from the child's 18th birthday, with which care ends, also where somebody
 * still lives there after it. Null where neither is known.
 */
export const committedUntil = ({
  terms: { expectedEnd },
  child,
}: Pick<AgreedPlacement, 'terms' | 'child'>): Day | null => expectedEnd ?? grownUpOn(child);

/**
 * Where an agreement stands in a financial year. What a child who is still to move will cost is committed from the day that was
 * confirmed, at the earliest tomorrow: a day that has gone by is no move until the record has it.
 */
export const positionOf = (
  placement: AgreedPlacement,
  { year, on, lines }: { readonly year: ClosedPeriod; readonly on: Day; readonly lines: readonly PaidLine[] },
): PaidPosition => {
  const { payable, moves } = placement;
  const paid = sumPence(lines.map((line) => paidWithin(payable, line, year)));
  const stay = moves === undefined ? payable.stay : { starts: maxDay(moves, addDays(on, 1)), ends: null };
  return {
    ...yearPosition({ ...payable, stay }, { year, on, paid, expectedEnd: committedUntil(placement) }),
    paid,
  };
};
