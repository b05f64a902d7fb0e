import { FEWEST_POINTS, type LimitsOptions, type ProcessLimits, type ProcessMark } from './process-limits.ts';

/**
 * Limits for what carries over from point to point: children in care at month-ends, shares of them. Nearly everyone counted in
 * one month is counted in the next, so points hang together: they stay on one side of their average for many months, and
 * limits and runs made for independent points call most such series changed (positive autocorrelation makes a moving range
 * too small for the points and too often raises the alarm: Alwan and Roberts 1988; NHS England’s Making Data Count likewise warns against
 * reading rolling figures by run rules).
 *
 * What comes new each month is the change, so the changes are what is judged, by three rules:
 * - one change beyond 2.66 average moving ranges of the changes from their mean (an individuals chart of the changes);
 * - eight changes or more, all up or all down (by chance one reading in 128, for changes as likely up as down);
 * - twelve changes that together come to more than three standard deviations of twelve such changes.
 * signals/level-limits.test.ts holds the rate of false alarms, over series that carry over a little, much and wholly, and that of the rules for
 * independent points against it.
 */
export const levelLimits = (
  points: readonly (number | null)[],
  { least = 0, most = Number.POSITIVE_INFINITY, smallest = 0 }: LevelOptions = {},
): LevelLimits | undefined => {
  const known = points.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  if (known.length < FEWEST_POINTS) return undefined;
  const changes = known.slice(1).map(({ value }, i) => value - (known[i]?.value ?? value));
  const usual = mean(changes);
  const moving = mean(changes.slice(1).map((change, i) => Math.abs(change - (changes[i] ?? change))));
  // A child or two more or less is nothing to read, however seldom it happens.
  const reach = Math.max(2.66 * moving, FEW * smallest);
  const overYear = Math.max((3 * moving * Math.sqrt(YEAR)) / MEAN_RANGE_OF_TWO, FEW * smallest * 2);
  const within = (value: number): number => Math.min(most, Math.max(least, value));
  const marks = points.map((): ProcessMark[] => []);
  const bands: ({ readonly lower: number; readonly upper: number } | undefined)[] = points.map(
    () => undefined,
  );
  changes.forEach((change, i) => {
    const [before, here] = [known[i], known[i + 1]];
    if (before === undefined || here === undefined) return;
    bands[here.at] = {
      lower: within(before.value + usual - reach),
      upper: within(before.value + usual + reach),
    };
    const own = marks[here.at];
    if (Math.abs(change - usual) > reach + TINY) own?.push(change > usual ? 'jump-up' : 'jump-down');
    const last = changes.slice(Math.max(0, i + 1 - STEADY), i + 1);
    if (last.length === STEADY && last.every((each) => each > 0)) own?.push('rising');
    if (last.length === STEADY && last.every((each) => each < 0)) own?.push('falling');
    const yearAgo = known[i + 1 - YEAR];
    if (yearAgo !== undefined && Math.abs(here.value - yearAgo.value) > overYear + TINY)
      own?.push(here.value > yearAgo.value ? 'drift-up' : 'drift-down');
  });
  const start = known.at(-1 - YEAR)?.value;
  const [previous, latest] = [known.at(-2)?.value ?? 0, known.at(-1)];
  const band = bands[latest?.at ?? 0] ?? { lower: least, upper: most };
  return {
    ...band,
    centre: within(previous + usual),
    marks,
    bands,
    previous,
    overYear:
      start === undefined
        ? undefined
        : { from: start, lower: within(start - overYear), upper: within(start + overYear) },
  };
};

export interface LevelOptions extends LimitsOptions {
  /** The least that the figure can move by: one child, or what one child is of the whole. */
  readonly smallest?: number;
}

/** `centre`, `lower` and `upper` are of the latest point, as what usually follows the one before it. */
export interface LevelLimits extends ProcessLimits {
  /** What usually follows the point before, for each point that has one. */
  readonly bands: readonly ({ readonly lower: number; readonly upper: number } | undefined)[];
  readonly previous: number;
  /** Twelve points ago, and what can come of that by chance alone; undefined where there are fewer. */
  readonly overYear: { readonly from: number; readonly lower: number; readonly upper: number } | undefined;
}

const STEADY = 8;
const YEAR = 12;
const FEW = 2;
/** A moving range of two is on average so many standard deviations (d2 of the tables of control charts). */
const MEAN_RANGE_OF_TWO = 1.128;
/** What binary fractions add. */
const TINY = 1e-9;

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
