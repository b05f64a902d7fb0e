import type { Day } from '../../calendar/day.ts';
import type { CareHistory } from '../../child/care-history.ts';
import type { ChildId } from '../../child/record.ts';
import { authorityOnDay, type PreparedLedger } from '../authority-on-day.ts';
import { evaluateOn } from '../evaluate.ts';
import type { Figure } from '../figure.ts';
import type { Measure, MeasureContext } from '../measure.ts';
import { type WindowKind, windowOf } from '../window.ts';

/** What a figure is seen through: a record as known at some moment, and the day asked about. */
export interface View {
  readonly ledger: PreparedLedger;
  readonly asOf: Day;
  /** The time that what happened is counted over; from 1 April unless it is said. */
  readonly window?: WindowKind | undefined;
  /** What was kept besides at that moment; as the context says where it was no other moment. */
  readonly known?: Pick<MeasureContext, 'records' | 'recordsTold'> | undefined;
}

export const evaluateView = (
  measure: Measure,
  { ledger, asOf, window, known }: View,
  context: MeasureContext,
): Figure =>
  evaluateOn(
    measure,
    authorityOnDay(ledger, asOf, window === undefined ? undefined : windowOf(window, asOf)),
    known === undefined ? context : { ...context, ...known },
  );

/** Histories are in order of identifier. */
export const findHistory = ({ ledger }: View, id: ChildId): CareHistory | undefined => {
  const { histories } = ledger;
  let low = 0;
  let high = histories.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const history = histories[middle];
    if (history === undefined || history.id === id) return history;
    if (history.id < id) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
};
