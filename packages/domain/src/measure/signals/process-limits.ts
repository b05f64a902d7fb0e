/**
 * Statistical process control of a series: what it usually does, and what it does not. An individuals chart (XmR): the
 * centre is the mean, and the limits lie 2.66 average moving ranges from it, where three standard deviations would be for
 * points that vary by chance alone (Shewhart; Wheeler, Understanding Variation). It asks nothing of how the points are
 * distributed, and so serves counts, percentages and days alike. It does ask that they be independent of one another: what
 * carries over from month to month has limits of its own (`levelLimits`).
 */
export interface ProcessLimits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** One for each point given: what that point is part of. */
  readonly marks: readonly (readonly ProcessMark[])[];
}

/** Points that chance alone would hardly give. */
export type ProcessMark =
  | 'outside-limits'
  | 'run-above'
  | 'run-below'
  | 'rising'
  | 'falling'
  // Of what carries over from point to point: see `levelLimits`.
  | 'jump-up'
  | 'jump-down'
  | 'drift-up'
  | 'drift-down';

/** Fewer tell nothing of what is usual. */
export const FEWEST_POINTS = 12;
/** Points in a row on one side of the centre, and points each above (or below) the one before. */
const RUN = 7;
const TREND = 6;

export interface LimitsOptions {
  /** What the figure cannot be below or above. */
  readonly least?: number;
  readonly most?: number;
  /** It counts what happens, one by one. */
  readonly isCount?: boolean;
}

/** Undefined for fewer than `FEWEST_POINTS` known points. Points not known are left out and carry no marks. */
export const processLimits = (
  points: readonly (number | null)[],
  { least = 0, most = Number.POSITIVE_INFINITY, isCount = false }: LimitsOptions = {},
): ProcessLimits | undefined => {
  const known = points.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  if (known.length < FEWEST_POINTS) return undefined;
  const values = known.map(({ value }) => value);
  const centre = mean(values);
  const moving = mean(values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value))));
  // What is counted one by one varies by the square root of its mean, even where a dozen points happen to lie closer.
  const reach = Math.max(2.66 * moving, isCount ? 3 * Math.sqrt(centre) : 0);
  const [lower, upper] = [Math.max(least, centre - reach), Math.min(most, centre + reach)];
  const marks = points.map((): ProcessMark[] => []);
  const mark = (from: number, to: number, what: ProcessMark): void => {
    for (const { at } of known.slice(from, to)) marks[at]?.push(what);
  };
  values.forEach((value, i) => {
    if (value < lower || value > upper) mark(i, i + 1, 'outside-limits');
  });
  for (const { from, to } of runsOf(values, (value) => value > centre))
    if (to - from >= RUN) mark(from, to, 'run-above');
  // Of what happens less than once in a while of the chart, seven whiles without are usual.
  const isSeldom = isCount && centre < 1;
  for (const { from, to } of isSeldom ? [] : runsOf(values, (value) => value < centre))
    if (to - from >= RUN) mark(from, to, 'run-below');
  for (const { from, to } of runsOf(values, (value, before) => before !== undefined && value > before))
    if (to - from >= TREND - 1) mark(from - 1, to, 'rising');
  for (const { from, to } of runsOf(values, (value, before) => before !== undefined && value < before))
    if (to - from >= TREND - 1) mark(from - 1, to, 'falling');
  return { centre, lower, upper, marks };
};

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;

/** Stretches of points for all of which it is so. */
const runsOf = (
  values: readonly number[],
  isSo: (value: number, before: number | undefined) => boolean,
): readonly { readonly from: number; readonly to: number }[] => {
  const runs: { from: number; to: number }[] = [];
  values.forEach((value, i) => {
    if (!isSo(value, values[i - 1])) return;
    const last = runs.at(-1);
    if (last?.to === i) last.to = i + 1;
    else runs.push({ from: i, to: i + 1 });
  });
  return runs;
};
