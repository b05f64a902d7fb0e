import type { Measure } from '../measure.ts';
import type { WindowKind } from '../window.ts';
import { type LevelLimits, type LevelOptions, levelLimits } from './level-limits.ts';
import {
  FEWEST_POINTS,
  type LimitsOptions,
  type ProcessLimits,
  type ProcessMark,
  processLimits,
} from './process-limits.ts';

/** Whether the latest point of a series is news, and what a reader should know before taking it for such. */
export interface ChangeReading {
  readonly limits: ProcessLimits | LevelLimits | undefined;
  /** The same limits, where they are those of what carries over from point to point. */
  readonly level?: LevelLimits;
  readonly verdict: 'better' | 'worse' | 'changed' | 'usual' | 'cannot-tell';
  /** One sentence: "Within what it usually does: between 6.1% and 12.3%." */
  readonly sentence: string;
}

export interface ReadPoint {
  readonly value: number | null;
  /** What a share or rate is out of. */
  readonly denominator?: number | null;
}

/**
 * Reads a series of points that do not overlap: month-ends of a stock, months or quarters of a flow. What stands on a day
 * carries over to the next month's end, and is read by its changes. A rolling twelve
 * months read at month-ends counts eleven of the same months as the point before, so that its points hang together by
 * construction, and no rule about chance holds for them.
 */
export const readChange = (
  measure: Measure,
  series: readonly ReadPoint[],
  say: (value: number) => string,
  window?: WindowKind,
): ChangeReading => {
  if (window === 'twelve-months' || overlaps(measure))
    return cannotTell(
      'Each point counts eleven of the same months as the one before it, so neighbouring points cannot be told apart from chance. Compare the same day of different years.',
    );
  if (carriesOver(measure)) return readLevel(measure, series, say);
  const limits = processLimits(
    series.map(({ value }) => value),
    { ...rangeOf(measure), isCount: isCountOfEvents(measure) },
  );
  if (limits === undefined) return TOO_FEW;
  const marks = limits.marks.at(-1) ?? [];
  const usual = `between ${say(limits.lower)} and ${say(limits.upper)}`;
  const [mark] = marks;
  if (mark === undefined)
    return { limits, verdict: 'usual', sentence: `Within what it usually does: ${usual}.` };
  const latest = series.at(-1)?.value ?? limits.centre;
  const isUp =
    mark === 'rising' || mark === 'run-above' || (mark === 'outside-limits' && latest > limits.upper);
  return { limits, verdict: verdictOf(measure, isUp), sentence: sentenceOf(mark, isUp, usual) };
};

/** Nearly all who are counted on a day are counted a month later. */
const carriesOver = (measure: Measure): boolean =>
  measure.kind === 'stock' || (measure.kind === 'cases' && measure.over === 'day');

const readLevel = (
  measure: Measure,
  series: readonly ReadPoint[],
  say: (value: number) => string,
): ChangeReading => {
  const level = levelLimits(
    series.map(({ value }) => value),
    { ...rangeOf(measure), smallest: smallestStep(measure, series) },
  );
  if (level === undefined) return TOO_FEW;
  const [mark] = level.marks.at(-1) ?? [];
  const latest = series.findLast(({ value }) => value !== null)?.value ?? level.centre;
  const usual = `after ${say(level.previous)} the month before, between ${say(level.lower)} and ${say(level.upper)}`;
  const found = { limits: level, level };
  if (mark === undefined)
    return {
      ...found,
      verdict: 'usual',
      sentence: `No further from the month before than is usual: ${usual}.${yearSentence(level, say)}`,
    };
  const isUp = mark === 'jump-up' || mark === 'drift-up' || mark === 'rising';
  return {
    ...found,
    verdict: verdictOf(measure, isUp),
    sentence: levelSentence(mark, isUp, say, { level, latest, usual }),
  };
};

const yearSentence = ({ overYear }: LevelLimits, say: (value: number) => string): string =>
  overYear === undefined
    ? ''
    : ` Nor in twelve months: from ${say(overYear.from)}, anywhere between ${say(overYear.lower)} and ${say(overYear.upper)} can come of changes such as it has every month.`;

const levelSentence = (
  mark: ProcessMark,
  isUp: boolean,
  say: (value: number) => string,
  { level, latest, usual }: { readonly level: LevelLimits; readonly latest: number; readonly usual: string },
): string => {
  if (mark === 'jump-up' || mark === 'jump-down')
    return `${isUp ? 'Further up' : 'Further down'} from the month before than is usual: ${usual}.`;
  if (mark === 'drift-up' || mark === 'drift-down')
    return `From ${say(level.overYear?.from ?? level.previous)} to ${say(latest)} in twelve months: further than its changes from month to month would take it by chance.`;
  return `${isUp ? 'Up' : 'Down'} eight times or more in a row: it is ${isUp ? 'rising' : 'falling'} steadily.`;
};

/** One child of a count, and what one child is of a share or a rate. */
const smallestStep = ({ unit }: Measure, series: readonly ReadPoint[]): number => {
  if (unit === 'children' || unit === 'events' || unit === 'households') return 1;
  const of = series.findLast(({ denominator }) => (denominator ?? 0) > 0)?.denominator ?? 0;
  if (of === 0 || (unit !== 'percent' && unit !== 'per-10000')) return 0;
  return (unit === 'percent' ? 100 : 10_000) / of;
};

const isCountOfEvents = (measure: Measure): boolean => {
  if (measure.kind === 'flow') return measure.less === undefined && measure.unit !== 'per-10000';
  return measure.kind === 'cases' && measure.takes === 'count';
};

/** A difference may be below nought; a share is of a hundred. */
const rangeOf = (measure: Measure): Pick<LimitsOptions & LevelOptions, 'least' | 'most'> => {
  if (measure.kind === 'flow' && measure.less !== undefined) return { least: Number.NEGATIVE_INFINITY };
  return measure.unit === 'percent' ? { most: 100 } : {};
};

const cannotTell = (sentence: string): ChangeReading => ({
  limits: undefined,
  verdict: 'cannot-tell',
  sentence,
});

const TOO_FEW = cannotTell(
  `There are fewer than ${FEWEST_POINTS} points, which is too few to tell a change from chance.`,
);

/** Measures that look back twelve months or more from each point. */
const LOOK_BACK: ReadonlySet<string> = new Set([
  'stability-3plus',
  'stability-3plus-moves',
  'stability-3plus-2yr',
]);

const overlaps = (measure: Measure): boolean =>
  LOOK_BACK.has(measure.id) ||
  (measure.kind === 'cases' && measure.over !== 'day' && measure.over !== 'window');

const verdictOf = ({ polarity }: Measure, isUp: boolean): ChangeReading['verdict'] => {
  if (polarity === 'context') return 'changed';
  return isUp === (polarity === 'higher is better') ? 'better' : 'worse';
};

const sentenceOf = (mark: ProcessMark, isUp: boolean, usual: string): string => {
  switch (mark) {
    case 'outside-limits':
      return `${isUp ? 'Above' : 'Below'} what it usually does, which is ${usual}.`;
    case 'run-above':
    case 'run-below':
      return `Seven points or more in a row have been ${isUp ? 'above' : 'below'} its average: the level has shifted.`;
    default:
      return `Six points or more have each been ${isUp ? 'above' : 'below'} the one before: it is ${isUp ? 'rising' : 'falling'}.`;
  }
};

/** From this many on, one child moves a percentage by two points or less. */
const MANY = 50;

/** A warning where a percentage is of so few that one child more or less moves it much; undefined where it is not. */
export const fewnessWarning = (measure: Measure, denominator: number | null): string | undefined => {
  const isShare = measure.kind === 'cases' ? measure.takes === 'share' : measure.unit === 'percent';
  if (!isShare || denominator === null || denominator === 0 || denominator >= MANY) return undefined;
  const points = 100 / denominator;
  const moves = points.toFixed(points < 10 ? 1 : 0);
  return `Of only ${denominator}: one more or less moves it by ${moves} percentage points.`;
};
