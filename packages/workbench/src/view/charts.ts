/** Charts as numbers: where lines, marks and words go. Every value they draw also stands in a table. */
import { type Day, dayInShort, monthInWords } from '@rightplace/domain';

export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface TrendChart {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly valueTicks: readonly Tick[];
  readonly dayTicks: readonly Tick[];
  /** One for each stretch without a gap. */
  readonly paths: readonly string[];
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  /** The last value, written at the end of its line. */
  readonly end: { readonly x: number; readonly y: number; readonly text: string } | undefined;
}

interface Known {
  readonly on: Day;
  readonly value: number | null;
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

/** Round values from nought (or below it) to beyond the most: 0, 20, 40, 60. Of what is counted the least step is one. */
export const roundTicks = (least: number, most: number, leastStep = 0): readonly number[] => {
  const [low, high] = [Math.min(0, least), Math.max(0, most)];
  const span = high - low === 0 ? 1 : high - low;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(leastStep, ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: Math.max(1, last - first) + 1 }, (_, i) => tenthsOf(step * (first + i), step));
};

/** Sums of steps such as 0.1 are not quite tenths. */
const tenthsOf = (value: number, step: number): number =>
  Number(value.toFixed(Math.max(0, -Math.floor(Math.log10(step)))));

const WIDTH = 640;
const HEIGHT = 260;
const END = 110;
const MOST_DAYS = 4;

const shortMonth = (on: Day): string => monthInWords(on).replace(/^(\w{3})\w*/, '$1');

export const trendChart = (
  points: readonly Known[],
  format: (value: number) => string,
  leastStep = 0,
): TrendChart => {
  const values = points.flatMap(({ value }) => value ?? []);
  const ticks = roundTicks(Math.min(0, ...values), Math.max(0, ...values), leastStep);
  const [lowest = 0, highest = 1] = [ticks[0], ticks.at(-1)];
  const texts = ticks.map(format);
  const left = 12 + 9 * Math.max(...texts.map(({ length }) => length));
  const [top, bottom, right] = [14, HEIGHT - 34, WIDTH - END];
  const y = (value: number): number =>
    tenth(bottom - ((value - lowest) / (highest - lowest)) * (bottom - top));
  const x = (i: number): number =>
    tenth(left + 8 + (i / Math.max(1, points.length - 1)) * (right - left - 16));
  const stretches: { x: number; y: number }[][] = [[]];
  points.forEach(({ value }, i) => {
    if (value === null) stretches.push([]);
    else stretches.at(-1)?.push({ x: x(i), y: y(value) });
  });
  const every = Math.max(1, Math.ceil((points.length - 1) / (MOST_DAYS - 1)));
  const lastKnown = points.findLastIndex(({ value }) => value !== null);
  const last = points[lastKnown]?.value ?? null;
  return {
    width: WIDTH,
    height: HEIGHT,
    left,
    right,
    bottom,
    valueTicks: ticks.map((tick, i) => ({ at: y(tick), text: texts[i] ?? '' })),
    dayTicks: points.flatMap(({ on }, i) =>
      (points.length - 1 - i) % every === 0 ? [{ at: x(i), text: shortMonth(on) }] : [],
    ),
    paths: stretches
      .filter(({ length }) => length > 1)
      .map((stretch) => stretch.map((point, i) => `${i === 0 ? 'M' : 'L'}${point.x},${point.y}`).join('')),
    dots: stretches.flat(),
    end: last === null ? undefined : { x: x(lastKnown) + 12, y: y(last), text: format(last) },
  };
};

export interface BarChart {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly bars: readonly {
    readonly y: number;
    readonly length: number;
    readonly label: string;
    readonly text: string;
  }[];
}

const BAR = 30;
const LONGEST_LABEL = 34;

/** Bars from nought, each with its name before it and its number at its end. */
export const barChart = (parts: readonly { readonly title: string; readonly count: number }[]): BarChart => {
  const cut = (title: string): string =>
    title.length <= LONGEST_LABEL ? title : `${title.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
  const labels = parts.map(({ title }) => cut(title));
  const left = 12 + 8.2 * Math.max(0, ...labels.map(({ length }) => length));
  const most = Math.max(1, ...parts.map(({ count }) => count));
  return {
    width: WIDTH,
    height: parts.length * BAR,
    left,
    bars: parts.map(({ count }, i) => ({
      y: i * BAR,
      length: tenth((count / most) * (WIDTH - left - 70)),
      label: labels[i] ?? '',
      text: count.toLocaleString('en-GB'),
    })),
  };
};

/** A line the size of a word: only its shape. */
export const sparkPath = (points: readonly Known[], width: number, height: number): string => {
  const values = points.flatMap(({ value }) => value ?? []);
  if (values.length < 2) return '';
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least === 0 ? 1 : most - least;
  return points
    .flatMap(({ value }, i) => {
      if (value === null) return [];
      const x = tenth(3 + (i / (points.length - 1)) * (width - 6));
      const y = most === least ? height / 2 : tenth(height - 4 - ((value - least) / span) * (height - 8));
      return [`${x},${y}`];
    })
    .map((place, i) => `${i === 0 ? 'M' : 'L'}${place}`)
    .join('');
};

export const dayText = dayInShort;
