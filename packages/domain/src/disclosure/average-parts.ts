import type { Unit } from '../measure/measure.ts';
import { type AmountOf, AVERAGE_RULE, type AverageRule, type Averaging, tellAmounts } from './averages.ts';
import { type CountPart, countKey } from './count-table.ts';
import type { ReleaseAverage, ReleaseCount, ReleasePart } from './release.ts';

export interface AveragesToRelease {
  /** What is averaged, with version and dates. */
  readonly of: string;
  readonly title: string;
  readonly takes: Averaging;
  readonly unit: Unit;
  /** All that it is of. */
  readonly amounts: readonly AmountOf[];
  /** Whether the number of cases is printed beside it. */
  readonly printsCounts?: boolean;
  /** One way in which it is cut: no amount is in two parts. */
  readonly parts?: readonly {
    readonly part: CountPart;
    readonly title: string;
    readonly amounts: readonly AmountOf[];
  }[];
  readonly rule?: AverageRule;
}

export const averageKey = (of: string, part: CountPart = {}): string => countKey(`${of}, average`, part);

/** An average or a sum of the whole, on its way to a release, with the number of cases that it is of. */
export const averageOf = (asked: Omit<AveragesToRelease, 'parts'>): ReleasePart => averagesOf(asked);

/**
 * The same with its parts. Whoever knows the whole and all parts but some knows those together, so those together have to be
 * such that their own average could be told: else more are hidden with them, or the whole is.
 */
export const averagesOf = (asked: AveragesToRelease): ReleasePart => {
  const { of, title, takes, unit, amounts, parts = [], printsCounts = false, rule = AVERAGE_RULE } = asked;
  const tell = (each: readonly AmountOf[]): ReleaseAverage['printed'] =>
    tellAmounts(each, { takes, unit }, rule).printed;
  const lines = parts.map((one) => ({ ...one, printed: tell(one.amounts) }));
  const isHidden = ({ printed }: { readonly printed: ReleaseAverage['printed'] }): boolean =>
    printed.kind === 'hidden';
  const whole = tell(amounts);
  for (;;) {
    const hidden = lines.filter(isHidden).flatMap((line) => line.amounts);
    if (whole.kind === 'hidden' || hidden.length === 0 || tell(hidden).kind !== 'hidden') break;
    const [next] = lines
      .filter(({ printed }) => printed.kind === 'rounded')
      .toSorted((a, b) => a.amounts.length - b.amounts.length);
    if (next === undefined) break;
    next.printed = { kind: 'hidden' };
  }
  const counted = (part: CountPart, named: string, value: number, totalOf: number): ReleaseCount => ({
    key: countKey(`${of}, counted`, part),
    title: `${named}, counted`,
    value,
    printed: printsCounts,
    totalOf,
    keep: false,
  });
  const average = (part: CountPart, named: string, printed: ReleaseAverage['printed']): ReleaseAverage => ({
    key: averageKey(of, part),
    title: named,
    count: countKey(`${of}, counted`, part),
    fewest: rule.fewest,
    printed,
  });
  const total = counted({}, title, amounts.length, parts.length === 0 ? 0 : 1);
  const cells = lines.map((line) => counted(line.part, `${title}, ${line.title}`, line.amounts.length, 0));
  return {
    counts: [total, ...cells],
    relations:
      cells.length === 0
        ? []
        : [[{ key: total.key, times: -1 }, ...cells.map(({ key }) => ({ key, times: 1 }))]],
    ratios: [],
    averages: [
      average({}, title, whole),
      ...lines.map((line) => average(line.part, `${title}, ${line.title}`, line.printed)),
    ],
  };
};
