import {
  type AuthorityOnDay,
  authorityOnDay,
  type BreakdownRow,
  breakDown,
  type CountedParts,
  type CrossedBreakdown,
  countOn,
  crossBreakdowns,
  type Day,
  DIMENSIONS,
  type DimensionId,
  evaluateOn,
  type Figure,
  findMeasure,
  hasWindow,
  MEASURES,
  type Measure,
  type MeasureContext,
  type PartsCounter,
  type PreparedLedger,
  partsCounter,
  type WindowKind,
  windowOf,
} from '@rightplace/domain';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { recall } from '../ledger/recall.ts';
import type { TrueReach } from './figure-reach.ts';
import { type Followed, followCounts } from './followed-counts.ts';
import { partOnDay } from './part-on-day.ts';
import type { Teams } from './team-on.ts';
import { trendStops } from './trend.ts';
import type { Holding } from './workplaces.ts';

/** A figure on one day of a trend, without the children: a trend of two years is kept for many days. */
export interface Point {
  readonly on: Day;
  /** Null where there is none, or none that can be compared. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly noValue: Figure['noValue'];
}

/** One part of a figure cut one way, without the children. */
export type Part = Omit<BreakdownRow, 'children'>;

/** How a figure is cut: with whose teams, and over which time. */
export interface Cut {
  readonly teams?: Teams | undefined;
  readonly window?: WindowKind | undefined;
}

/**
 * The figures of one authority, or a part of it, as known at one moment: worked out when asked for, and kept. What happens
 * in a time is counted over the window given, from 1 April unless it is; what has a time of its own heeds none.
 */
export interface FigureBook {
  readonly figure: (measure: Measure, asOf: Day, window?: WindowKind) => Figure;
  /** Its numbers alone, which cost less to keep than the children behind them. */
  readonly count: (measure: Measure, on: Day, window?: WindowKind) => Point;
  /** The same for comparing with another day: without a value where the two cannot be compared. */
  readonly point: (measure: Measure, on: Day, window?: WindowKind) => Point;
  /** See `trendStops`. */
  readonly trend: (measure: Measure, asOf: Day, window?: WindowKind) => readonly Point[];
  /** Undefined for a measure that is not cut that way. Only with teams can it be cut by team. */
  readonly rows: (
    measure: Measure,
    by: DimensionId,
    asOf: Day,
    cut?: Cut,
  ) => readonly BreakdownRow[] | undefined;
  /** The same in numbers alone, for whatever does not say who they are. */
  readonly parts: (measure: Measure, by: DimensionId, asOf: Day, cut?: Cut) => readonly Part[] | undefined;
  /** The rows two ways at once. */
  readonly crossed: (
    measure: Measure,
    by: readonly [DimensionId, DimensionId],
    asOf: Day,
    cut?: Cut,
  ) => CrossedBreakdown | undefined;
  readonly authority: (asOf: Day) => AuthorityOnDay;
  readonly context: MeasureContext;
  /**
   * Whether that day's figures can be compared with others. A part of the authority is only known as far as it is known
   * where each child's worker then was: a day that knows it of too few would make any later day look like growth.
   */
  readonly isComparable: (on: Day) => boolean;
  /** Anything else worked out from the same children, kept under a name of its own. */
  readonly keep: <Kept>(name: string, make: () => Kept) => Kept;
}

/** Of a hundred children in care, so many have to be known to be in some part for a part's figure to be compared. */
const KNOWN_ENOUGH = 95;

/** Days whose children are kept (a trend's), days of which whole figures are, and days of which only the counts are. */
const MOST_DAYS = 40;
const MOST_FIGURES = 8;
const MOST_POINTS = 400;

export interface BookSource {
  readonly held: HeldLedger;
  /** For a part of the authority: who holds which child's case, and a text that tells this part from others. */
  readonly part: { readonly key: string; readonly holding: () => Holding } | undefined;
}

interface OpenBook extends Followed {
  readonly book: FigureBook;
}

const books = new WeakMap<PreparedLedger, Map<string, OpenBook>>();
const MOST_PARTS = 30;

/**
 * The book for a ledger that is held, the same one as long as the ledger is: figures worked out for one person are there
 * for the next. A ledger never changes, so neither does what is counted from it.
 */
export const figureBook = (source: BookSource): FigureBook => {
  const { prepared } = source.held;
  const kept = books.get(prepared) ?? new Map<string, OpenBook>();
  books.set(prepared, kept);
  return recall(kept, source.part?.key ?? '', MOST_PARTS, () => openBook(source)).book;
};

const openBook = ({ held, part }: BookSource): OpenBook => {
  const { prepared } = held;
  // The population is the whole authority's, so a part of it has no rate.
  const context = part === undefined ? held.context : { ...held.context, population: () => undefined };
  const holding = part?.holding();
  const days = new Map<Day, AuthorityOnDay>();
  const windows = new Map<string, AuthorityOnDay>();
  const figures = new Map<string, Figure>();
  const counts = new Map<string, Point>();
  const rows = new Map<string, readonly BreakdownRow[]>();
  const parts = new Map<string, readonly Part[]>();
  const crosses = new Map<string, CrossedBreakdown>();
  const comparable = new Map<Day, boolean>();
  const counter = partsCounter(context);
  const rest = new Map<string, unknown>();

  const peopleOn = (asOf: Day, of = prepared): AuthorityOnDay =>
    authorityOnDay(holding === undefined ? of : partOnDay(of, holding, asOf), asOf);
  const authority = (asOf: Day): AuthorityOnDay => recall(days, asOf, MOST_DAYS, () => peopleOn(asOf));
  /** The children of the day are the same over any time up to it. */
  const upTo = (window: WindowKind | undefined, people: AuthorityOnDay): AuthorityOnDay =>
    window === undefined ? people : { ...people, window: windowOf(window, people.asOf) };
  const over = (window: WindowKind | undefined, asOf: Day): AuthorityOnDay =>
    window === undefined
      ? authority(asOf)
      : recall(windows, `${window} ${asOf}`, MOST_DAYS, () => upTo(window, authority(asOf)));
  const knownOf = (children: PreparedLedger, on: Day): readonly [number, number] => {
    const { inCare } = authorityOnDay(children, on);
    return [inCare.filter(({ id }) => holding?.isKnownOn(id, on) !== false).length, inCare.length];
  };
  const own = {
    held,
    peopleOf: (children: PreparedLedger, on: Day, window: WindowKind | undefined) =>
      upTo(window, peopleOn(on, children)),
    knownOf,
  };
  const before = followCounts(own, (earlier) => books.get(earlier.prepared)?.get(part?.key ?? ''));
  const isComparable = (on: Day): boolean =>
    holding === undefined ||
    recall(comparable, on, MOST_POINTS, () => {
      const followed = before.knownComparable(on);
      if (followed !== undefined) return followed;
      const [known, all] = knownOf(prepared, on);
      return known * 100 >= all * KNOWN_ENOUGH;
    });
  const figure = (measure: Measure, asOf: Day, asked?: WindowKind): Figure => {
    const window = windowFor(measure, asked);
    return recall(figures, keyOf(measure, asOf, window), MOST_FIGURES * MEASURES.length, () =>
      evaluateOn(measure, over(window, asOf), context),
    );
  };
  const count = (measure: Measure, on: Day, asked?: WindowKind): Point => {
    const window = windowFor(measure, asked);
    return recall(
      counts,
      keyOf(measure, on, window),
      MOST_POINTS * MEASURES.length,
      () => before.knownCount(measure, on, window) ?? countedOn(measure, over(window, on), context),
    );
  };
  const knownCount: Followed['knownCount'] = (measure, on, window) => {
    const key = keyOf(measure, on, window);
    const found = counts.get(key) ?? before.knownCount(measure, on, window);
    if (found !== undefined) counts.set(key, found);
    return found;
  };
  const point = (measure: Measure, on: Day, asked?: WindowKind): Point => {
    const found = count(measure, on, asked);
    return isComparable(on) ? found : { ...found, value: null };
  };
  const counterOf = (cutting: MeasureContext): PartsCounter =>
    cutting === context ? counter : partsCounter(cutting);
  const cutContext = (by: readonly DimensionId[], { teams }: Cut): MeasureContext | undefined => {
    if (!by.includes('team')) return context;
    return teams && { ...context, teamOn: teams.teamOn };
  };
  const keyOfCut = (
    measure: Measure,
    by: readonly DimensionId[],
    asOf: Day,
    { teams, window }: Cut,
  ): string =>
    `${keyOf(measure, asOf, windowFor(measure, window))} ${by.join(' ')} ${by.includes('team') ? (teams?.key ?? '') : ''}`;

  const book: FigureBook = {
    authority,
    context,
    figure,
    count,
    point,
    isComparable,
    trend: (measure, asOf, window) =>
      trendStops(measure, asOf, window).map((stop) => point(measure, stop.on, stop.window)),
    rows: (measure, by, asOf, cut = {}) => {
      const cutting = cutContext([by], cut);
      if (!measure.breakdowns.includes(by) || cutting === undefined) return undefined;
      return recall(rows, keyOfCut(measure, [by], asOf, cut), MOST_FIGURES * 40, () =>
        breakDown(measure, by, over(windowFor(measure, cut.window), asOf), cutting),
      );
    },
    parts: (measure, by, asOf, cut = {}) => {
      const cutting = cutContext([by], cut);
      if (!measure.breakdowns.includes(by) || cutting === undefined) return undefined;
      return recall(parts, keyOfCut(measure, [by], asOf, cut), MOST_FIGURES * 40, () => {
        const people = over(windowFor(measure, cut.window), asOf);
        return partsOf(by, counterOf(cutting)(measure, by, people));
      });
    },
    crossed: (measure, by, asOf, cut = {}) => {
      const cutting = cutContext(by, cut);
      if (!by.every((each) => measure.breakdowns.includes(each)) || cutting === undefined) return undefined;
      return recall(crosses, keyOfCut(measure, by, asOf, cut), MOST_FIGURES, () =>
        crossBreakdowns(measure, by, over(windowFor(measure, cut.window), asOf), cutting),
      );
    },
    // A name is used for one thing only, so what is kept under it is of the kind that is asked for.
    keep: (name, make) => recall(rest, name, 50, make) as ReturnType<typeof make>,
  };
  return {
    ...own,
    book,
    knownCount,
    knownComparable: (on) => comparable.get(on) ?? before.knownComparable(on),
  };
};

/** The time that a measure is counted over, of those that can be chosen; what has none heeds none. */
export const windowFor = (measure: Measure, asked: WindowKind | undefined): WindowKind | undefined =>
  hasWindow(measure) ? (asked ?? 'year-to-date') : undefined;

const keyOf = ({ id }: Measure, on: Day, window: WindowKind | undefined): string =>
  `${id} ${on} ${window ?? ''}`;

const countedOn = (measure: Measure, people: AuthorityOnDay, context: MeasureContext): Point => {
  const { value, noValue, numerator, denominator } = countOn(measure, people, context);
  return { on: people.asOf, value, numerator, denominator, noValue };
};

const partsOf = (
  by: DimensionId,
  { keys, values, numerators, denominators }: CountedParts,
): readonly Part[] =>
  keys.map((key, i) => ({
    key,
    title: DIMENSIONS[by].titleOf(key),
    value: values[i] ?? null,
    numerator: numerators[i] ?? 0,
    denominator: denominators?.[i] ?? null,
  }));

/** Every measure of a part of the authority: all but those that need the whole authority's population or records. */
export const measuresFor = ({ kind }: TrueReach): readonly Measure[] =>
  kind === 'authority' ? MEASURES : OF_PARTS;

const OF_PARTS = MEASURES.filter(
  (measure) => measure.unit !== 'per-10000' && !(measure.kind === 'cases' && measure.wholeAuthority === true),
);

export const measureOf = (id: string): Measure => {
  const measure = findMeasure(id);
  if (measure === undefined) throw new RangeError(`There is no measure ${id}`);
  return measure;
};
