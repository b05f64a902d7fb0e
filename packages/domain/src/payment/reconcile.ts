import { type ClosedPeriod, intersectPeriods } from '../calendar/period.ts';
import { subtractPeriods } from '../calendar/period-union.ts';
import { type Pence, pence } from '../money/pence.ts';
import { type Payable, payableOver } from './payable.ts';

/** A line of what the finance system says was paid, or of a provider's bill. */
export interface BilledLine extends ClosedPeriod {
  /** The number of the bill or the payment, as it stands there. */
  readonly reference: string;
  readonly agreement: string;
  readonly amount: Pence;
}

export type PaymentDifference =
  | { readonly kind: 'agreement-not-known'; readonly line: BilledLine }
  /** Nights on which the child does not live there. */
  | { readonly kind: 'outside-the-stay'; readonly line: BilledLine; readonly nights: readonly ClosedPeriod[] }
  | {
      readonly kind: 'billed-twice';
      readonly line: BilledLine;
      readonly before: BilledLine;
      readonly nights: ClosedPeriod;
    }
  | {
      readonly kind: 'amount';
      readonly line: BilledLine;
      readonly payable: Pence;
      readonly difference: Pence;
    }
  | {
      readonly kind: 'not-billed';
      readonly agreement: string;
      readonly nights: ClosedPeriod;
      readonly payable: Pence;
    };

/**
 * Where what was billed in a period and what is payable by the agreements differ: line by line in the order of the file, then what
 * nobody billed. Empty where they agree to the penny.
 */
export const findPaymentDifferences = (
  agreements: ReadonlyMap<string, Payable>,
  lines: readonly BilledLine[],
  within: ClosedPeriod,
): readonly PaymentDifference[] => {
  const differences: PaymentDifference[] = [];
  const before = new Map<string, BilledLine[]>();
  for (const line of lines) {
    const payable = agreements.get(line.agreement);
    if (payable === undefined) {
      differences.push({ kind: 'agreement-not-known', line });
      continue;
    }
    const outside = subtractPeriods(
      { starts: line.starts, ends: line.ends },
      payable.stay === null ? [] : [payable.stay],
    );
    if (outside.length > 0) differences.push({ kind: 'outside-the-stay', line, nights: outside });
    const earlier = before.get(line.agreement) ?? [];
    for (const other of earlier) {
      const nights = intersectPeriods({ starts: line.starts, ends: line.ends }, other);
      if (nights !== undefined) differences.push({ kind: 'billed-twice', line, before: other, nights });
    }
    before.set(line.agreement, [...earlier, line]);
    const due = payableOver(payable, line);
    if (due !== line.amount)
      differences.push({ kind: 'amount', line, payable: due, difference: pence(line.amount - due) });
  }
  for (const [agreement, payable] of agreements) {
    for (const nights of subtractPeriods(within, before.get(agreement) ?? [])) {
      const due = payableOver(payable, nights);
      if (due !== 0) differences.push({ kind: 'not-billed', agreement, nights, payable: due });
    }
  }
  return differences;
};
