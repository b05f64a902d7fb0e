import { type ClosedPeriod, daysIn, intersectPeriods } from '../calendar/period.ts';
import { clipPeriods, subtractPeriods } from '../calendar/period-union.ts';
import { NO_MONEY, type Pence, pence } from '../money/pence.ts';
import { sameLineOfPrice } from './line-of-price.ts';
import { type Payable, payableOver } from './payable.ts';

/** A line of what the finance system says was paid, or of a provider's bill. */
export interface BilledLine extends ClosedPeriod {
  /** The number of the bill or the payment, as it stands there. */
  readonly reference: string;
  readonly agreement: string;
  /** Of which line of the price: the core fee, or an addition by its name. Null: of all that is payable for the nights. */
  readonly of: string | null;
  readonly amount: Pence;
}

export type PaymentDifference =
  | { readonly kind: 'agreement-not-known'; readonly line: BilledLine }
  /** The agreement has no line of its price by that name. */
  | { readonly kind: 'line-not-known'; readonly line: BilledLine }
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
      /** Of which line of the price; null where nothing at all was billed for the nights. */
      readonly of: string | null;
      readonly nights: ClosedPeriod;
      readonly payable: Pence;
    };

/** As much of what is payable as a bill is of. */
const partOf = (payable: Payable, of: string | null): Payable =>
  of === null
    ? payable
    : { ...payable, lines: payable.lines.filter(({ name }) => sameLineOfPrice(name, of)) };

const isOfSame = (a: BilledLine, b: BilledLine): boolean =>
  a.of === null || b.of === null || sameLineOfPrice(a.of, b.of);

/** What is wrong with one bill, beside those before it for the same agreement. */
const differencesOf = (
  line: BilledLine,
  payable: Payable,
  earlier: readonly BilledLine[],
): readonly PaymentDifference[] => {
  const part = partOf(payable, line.of);
  if (part.lines.length === 0 && payable.lines.length > 0) return [{ kind: 'line-not-known', line }];
  const nights = { starts: line.starts, ends: line.ends };
  const outside = subtractPeriods(nights, payable.stay === null ? [] : [payable.stay]);
  const twice = earlier.flatMap((before): readonly PaymentDifference[] => {
    const both = isOfSame(line, before) ? intersectPeriods(nights, before) : undefined;
    return both === undefined ? [] : [{ kind: 'billed-twice', line, before, nights: both }];
  });
  const due = payableOver(part, line);
  return [
    ...(outside.length > 0 ? [{ kind: 'outside-the-stay', line, nights: outside } as const] : []),
    ...twice,
    ...(due === line.amount
      ? []
      : [{ kind: 'amount', line, payable: due, difference: pence(line.amount - due) } as const]),
  ];
};

/** What nobody billed: nights that no bill is of, and of the others each line of the price that none is of. */
const notBilled = (
  agreement: string,
  payable: Payable,
  { bills, within }: { readonly bills: readonly BilledLine[]; readonly within: ClosedPeriod },
): readonly PaymentDifference[] => {
  const lived = payable.stay === null ? undefined : intersectPeriods(within, payable.stay);
  if (lived === undefined) return [];
  const told = (of: string | null, nights: ClosedPeriod): readonly PaymentDifference[] => {
    const due = payableOver(partOf(payable, of), nights);
    return due === 0 ? [] : [{ kind: 'not-billed', agreement, of, nights, payable: due }];
  };
  const untouched = subtractPeriods(lived, bills);
  const names = payable.lines
    .map(({ name }) => name)
    .filter((name, at, all) => all.findIndex((other) => sameLineOfPrice(other, name)) === at);
  const ofLines = names.flatMap((name) => {
    const own = bills.filter(({ of }) => of === null || sameLineOfPrice(of, name));
    const runs = clipPeriods(partOf(payable, name).lines, lived);
    return runs
      .flatMap((run) => subtractPeriods({ starts: run.starts, ends: run.ends }, [...own, ...untouched]))
      .flatMap((nights) => told(name, nights));
  });
  return [...untouched.flatMap((nights) => told(null, nights)), ...ofLines];
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
  const before = new Map<string, readonly BilledLine[]>();
  for (const line of lines) {
    const payable = agreements.get(line.agreement);
    if (payable === undefined) {
      differences.push({ kind: 'agreement-not-known', line });
      continue;
    }
    const earlier = before.get(line.agreement) ?? [];
    differences.push(...differencesOf(line, payable, earlier));
    before.set(line.agreement, [...earlier, line]);
  }
  for (const [agreement, payable] of agreements)
    differences.push(...notBilled(agreement, payable, { bills: before.get(agreement) ?? [], within }));
  return differences;
};

/**
 * As much of a payment as is for the nights of a period, so that a bill over 31 March is in both years: in the measure of what is
 * payable for them, or of nights where nothing is. The parts of a period add up to the whole.
 */
export const paidWithin = (payable: Payable, line: BilledLine, within: ClosedPeriod): Pence => {
  const nights = intersectPeriods({ starts: line.starts, ends: line.ends }, within);
  if (nights === undefined) return NO_MONEY;
  const part = partOf(payable, line.of);
  const due = payableOver(part, line);
  const upTo = (end: ClosedPeriod['ends']): number => {
    const done = { starts: line.starts, ends: end };
    if (due === line.amount) return payableOver(part, done);
    return Math.round(
      line.amount * (due === 0 ? daysIn(done) / daysIn(line) : payableOver(part, done) / due),
    );
  };
  return pence(upTo(nights.ends) - upTo(nights.starts));
};
