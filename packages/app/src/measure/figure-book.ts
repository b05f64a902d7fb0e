import {
  type AuthorityOnDay,
  addMonths,
  authorityOnDay,
  type BreakdownRow,
  breakDown,
  type Day,
  type DimensionId,
  endOfMonth,
  evaluateOn,
  type Figure,
  findMeasure,
  isEndOfMonth,
  MEASURES,
  type Measure,
  monthEnds,
  monthOf,
  type PreparedLedger,
} from '@rightplace/domain';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { recall } from '../ledger/recall.ts';
import type { TrueReach } from './figure-reach.ts';
import { partOnDay } from './part-on-day.ts';
import type { Teams } from './team-on.ts';
import type { Holding } from './workplaces.ts';

/** A figure on one day of a trend, without the children: a trend of two years is kept for many days. */
export interface Point {
  readonly on: Day;
  /** Null where there is none, or none that can be compared. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
}

/** The figures of one authority, or a part of it, as known at one moment: worked out when asked for, and kept. */
export interface FigureBook {
  readonly figure: (measure: Measure, asOf: Day) => Figure;
  readonly point: (measure: Measure, on: Day) => Point;
  /**
   * Two years of month-ends and the as-of day. What is counted from 1 April is told month by month, for whole months
   * only: as a sum it would only ever climb and fall back.
   */
  readonly trend: (measure: Measure, asOf: Day) => readonly Point[];
  /** Undefined for a measure that is not cut that way. Only with teams can it be cut by team. */
  readonly rows: (
    measure: Measure,
    by: DimensionId,
    asOf: Day,
    teams?: Teams,
  ) => readonly BreakdownRow[] | undefined;
  readonly authority: (asOf: Day) => AuthorityOnDay;
  /**
   * Whether that day's figures can be compared with others. A part of the authority is only known as far as it is known
   * where each child's worker then was: a day that knows it of too few would make any later day look like growth.
   */
  readonly isComparable: (on: Day) => boolean;
  /** Anything else worked out from the same children, kept under a name of its own. */
  readonly keep: <Kept>(name: string, make: () => Kept) => Kept;
}

export const TREND_MONTHS = 24;
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

const books = new WeakMap<PreparedLedger, Map<string, FigureBook>>();
const MOST_PARTS = 30;

/**
 * The book for a ledger that is held, the same one as long as the ledger is: figures worked out for one person are there
 * for the next. A ledger never changes, so neither does what is counted from it.
 */
export const figureBook = (source: BookSource): FigureBook => {
  const { prepared } = source.held;
  const kept = books.get(prepared) ?? new Map<string, FigureBook>();
  books.set(prepared, kept);
  return recall(kept, source.part?.key ?? '', MOST_PARTS, () => openBook(source));
};

const openBook = ({ held, part }: BookSource): FigureBook => {
  const { prepared } = held;
  // The population is the whole authority's, so a part of it has no rate.
  const context = part === undefined ? held.context : { ...held.context, population: () => undefined };
  const holding = part?.holding();
  const days = new Map<Day, AuthorityOnDay>();
  const figures = new Map<string, Figure>();
  const points = new Map<string, Point>();
  const rows = new Map<string, readonly BreakdownRow[]>();
  const comparable = new Map<Day, boolean>();
  const rest = new Map<string, unknown>();

  const peopleOn = (asOf: Day): AuthorityOnDay =>
    authorityOnDay(holding === undefined ? prepared : partOnDay(prepared, holding, asOf), asOf);
  const authority = (asOf: Day): AuthorityOnDay => recall(days, asOf, MOST_DAYS, () => peopleOn(asOf));
  const isComparable = (on: Day): boolean =>
    holding === undefined ||
    recall(comparable, on, MOST_POINTS, () => {
      const { inCare } = authorityOnDay(prepared, on);
      const known = inCare.filter(({ id }) => holding.isKnownOn(id, on)).length;
      return known * 100 >= inCare.length * KNOWN_ENOUGH;
    });
  const figure = (measure: Measure, asOf: Day): Figure =>
    recall(figures, `${measure.id} ${asOf}`, MOST_FIGURES * MEASURES.length, () =>
      evaluateOn(measure, authority(asOf), context),
    );
  const point = (measure: Measure, on: Day): Point =>
    recall(points, `${measure.id} ${on}`, MOST_POINTS * MEASURES.length, () => {
      const found = pointOf(evaluateOn(measure, authority(on), context));
      return isComparable(on) ? found : { ...found, value: null };
    });

  return {
    authority,
    figure,
    point,
    isComparable,
    trend: (measure, asOf) => {
      if (measure.kind !== 'flow') return trendDays(asOf).map((on) => point(measure, on));
      return monthEnds(TREND_MONTHS, asOf).map((end) => monthOfFlow(measure, end, point));
    },
    rows: (measure, by, asOf, teams) => {
      if (!measure.breakdowns.includes(by)) return undefined;
      if (by === 'team' && teams === undefined) return undefined;
      const whose = by === 'team' ? (teams?.key ?? '') : '';
      return recall(rows, `${measure.id} ${by} ${asOf} ${whose}`, MOST_FIGURES * 40, () =>
        breakDown(
          measure,
          by,
          authority(asOf),
          teams === undefined ? context : { ...context, teamOn: teams.teamOn },
        ),
      );
    },
    // A name is used for one thing only, so what is kept under it is of the kind that is asked for.
    keep: (name, make) => recall(rest, name, 50, make) as ReturnType<typeof make>,
  };
};

/** The days of a trend that ends on a day: the month-ends before it, and the day itself. */
export const trendDays = (asOf: Day): readonly Day[] => [
  ...monthEnds(TREND_MONTHS, asOf),
  ...(isEndOfMonth(asOf) ? [] : [asOf]),
];

const pointOf = ({ asOf, value, numerator, denominator }: Figure): Point => ({
  on: asOf,
  value,
  numerator,
  denominator,
});

/** What a month added to the sum since 1 April. */
const monthOfFlow = (measure: Measure, end: Day, point: FigureBook['point']): Point => {
  const sum = point(measure, end);
  if (monthOf(end) === 4) return sum;
  const before = point(measure, endOfMonth(addMonths(end, -1)));
  return {
    on: end,
    value: sum.value === null || before.value === null ? null : sum.value - before.value,
    numerator: sum.numerator - before.numerator,
    denominator: sum.denominator === null ? null : sum.denominator - (before.denominator ?? 0),
  };
};

/** Every measure of a part of the authority: all but the one that needs the whole authority's population. */
export const measuresFor = ({ kind }: TrueReach): readonly Measure[] =>
  kind === 'authority' ? MEASURES : MEASURES.filter(({ unit }) => unit !== 'per-10000');

export const measureOf = (id: string): Measure => {
  const measure = findMeasure(id);
  if (measure === undefined) throw new RangeError(`There is no measure ${id}`);
  return measure;
};
