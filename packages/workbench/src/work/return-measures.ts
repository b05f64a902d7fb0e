import {
  type AuthorityOnDay,
  authorityOnDay,
  type Breakdown,
  CATALOGUE,
  type CollectionYear,
  collectionYearEnd,
  collectionYearPeriod,
  type Day,
  ENGLAND_BANK_HOLIDAYS,
  EXCLUSION_REASONS,
  type Exclusion,
  evaluateAll,
  evaluateOn,
  type Figure,
  findMeasure,
  type MeasureContext,
  monthEnds,
  NO_VALUE,
  type PreparedLedger,
  prepare,
} from '@rightplace/domain';
import {
  acceptReturns,
  compactPostcode,
  type GridPlace,
  ledgerFromHeld,
  type ReadReturn,
  type SetAside,
} from '@rightplace/ssda903';
import type { CheckedReturn } from './check-return.ts';
import { COUNTED, type Countable, cautionFor, countableOf, reachOf } from './countable.ts';

/** A point of a trend. */
export interface Point {
  readonly on: Day;
  readonly value: number | null;
}

/** A measure on a day, as the page shows it. */
export interface MeasureShown {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly unit: Figure['unit'];
  readonly value: number | null;
  /** Why there is no value; '' when there is one. */
  readonly noValue: string;
  /** Why it may not be believed; '' when it may. */
  readonly caution: string;
  readonly numerator: number;
  readonly denominator: number | null;
  /** Who is in each list, in words. */
  readonly counted: string;
  readonly outOf: string | null;
  readonly certainty: readonly string[];
  readonly children: readonly string[];
  readonly others: readonly string[];
  readonly excluded: readonly { readonly reason: string; readonly children: readonly string[] }[];
}

/** Children looked after on the day, cut one way. */
export interface BreakdownShown {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly certainty: string;
  readonly parts: readonly { readonly title: string; readonly children: readonly string[] }[];
}

export interface MeasuresShown {
  readonly asOf: Day;
  /** The days between which the returns given know who was looked after. */
  readonly from: Day;
  readonly to: Day;
  readonly measures: readonly MeasureShown[];
  readonly breakdowns: readonly BreakdownShown[];
  /** Titles of measures that need more than is counted here. */
  readonly notCounted: readonly string[];
  /** Rows that could not be counted. */
  readonly setAside: readonly SetAside[];
}

/** Children of the returns, ready to be counted. */
export interface CountedReturn {
  readonly ledger: PreparedLedger;
  readonly from: Day;
  readonly to: Day;
  readonly setAside: readonly SetAside[];
  /** Where postcodes are. */
  readonly places: ReadonlyMap<string, GridPlace>;
  readonly countable: Countable;
}

const ofYear = (read: ReadReturn, collectionYear: CollectionYear) => ({
  tables: read.tables.filter(({ table }) => COUNTED.has(table)),
  setAside: read.setAside.filter(({ table }) => table !== null && COUNTED.has(table)),
  notes: [],
  collectionYear,
});

/** The same rules of acceptance as an import into the record. */
export const countedReturn = ({ year, thisYear, lastYear, places }: CheckedReturn): CountedReturn => {
  const hasLast = lastYear.tables.length > 0;
  const returns = [...(hasLast ? [ofYear(lastYear, year - 1)] : []), ofYear(thisYear, year)];
  const { children, rejected } = acceptReturns({ returns });
  return {
    ledger: prepare({ authority: '', children: ledgerFromHeld(children) }),
    from: collectionYearPeriod(hasLast ? year - 1 : year).starts,
    to: collectionYearEnd(year),
    setAside: rejected,
    places,
    countable: countableOf(returns.flatMap(({ tables }) => tables.map(({ table }) => table))),
  };
};

/** What the analyst may say besides the returns. */
export interface MeasuresAsked {
  readonly asOf: Day;
  /** Children aged 0 to 17 in the authority, for the rate of them; undefined when not said. */
  readonly population: number | undefined;
}

const contextFor = (
  { population, asOf }: MeasuresAsked,
  places: ReadonlyMap<string, GridPlace>,
): MeasureContext => ({
  ...(population === undefined
    ? {}
    : { population: () => ({ count: population, midYear: Number(asOf.slice(0, 4)) }) }),
  bankHolidays: ENGLAND_BANK_HOLIDAYS,
  locate: (postcode) => {
    const place = places.get(compactPostcode(postcode));
    return place === undefined || Number.isNaN(place.lat) || Number.isNaN(place.lon)
      ? undefined
      : { lat: place.lat, lon: place.lon, source: 'directory' };
  },
});

const byReason = (excluded: readonly Exclusion[]): MeasureShown['excluded'] =>
  [...Map.groupBy(excluded, ({ reason }) => reason)].map(([reason, same]) => ({
    reason: EXCLUSION_REASONS[reason],
    children: same.map(({ id }) => id),
  }));

/** What the service would be loaded with, the analyst gives on the page. */
const whyNoValue = ({ noValue }: Figure): string => {
  if (noValue === undefined) return '';
  return noValue === 'no-population'
    ? 'Give the number of children in the authority above. The Office for National Statistics publishes it each year.'
    : NO_VALUE[noValue];
};

const shownFigure = (figure: Figure, from: Day): MeasureShown | undefined => {
  const measure = findMeasure(figure.id);
  if (measure === undefined) return undefined;
  const counted = new Set(figure.children.numerator);
  return {
    id: figure.id,
    title: measure.title,
    definition: measure.definition,
    unit: figure.unit,
    value: figure.value,
    noValue: whyNoValue(figure),
    numerator: figure.numerator,
    denominator: figure.denominator,
    counted: measure.numerator,
    outOf: measure.denominator,
    certainty: figure.certainty,
    children: figure.children.numerator,
    others: figure.children.denominator.filter((id) => !counted.has(id)),
    excluded: byReason(figure.excluded),
    caution: cautionFor(figure.id, figure.asOf, from),
  };
};

const shownBreakdown = (breakdown: Breakdown): BreakdownShown => {
  const measure = CATALOGUE.find(({ id }) => id === breakdown.id);
  return {
    id: breakdown.id,
    title: measure?.title ?? '',
    definition: measure?.definition ?? '',
    certainty: measure?.certainty.says ?? '',
    parts: breakdown.rows.map(({ title, children }) => ({ title, children: children.numerator })),
  };
};

/** How many ends of months there are from a day to another. */
const monthsBetween = (from: Day, to: Day): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7)) +
  1;

/** Days of a trend, each with who was looked after on it: worked out once for all measures. */
const daysOf = new WeakMap<PreparedLedger, Map<Day, AuthorityOnDay>>();

const onDay = (ledger: PreparedLedger, on: Day): AuthorityOnDay => {
  const days = daysOf.get(ledger) ?? new Map<Day, AuthorityOnDay>();
  daysOf.set(ledger, days);
  const authority = days.get(on) ?? authorityOnDay(ledger, on);
  days.set(on, authority);
  return authority;
};

/** One measure at each end of a month from when the returns can tell it to the day. */
export const trendShown = (
  { ledger, from, places }: CountedReturn,
  asked: MeasuresAsked,
  id: string,
): readonly Point[] => {
  const measure = findMeasure(id);
  if (measure === undefined) return [];
  const context = contextFor(asked, places);
  const reach = reachOf(id, from);
  return monthEnds(Math.max(1, monthsBetween(from, asked.asOf)), asked.asOf)
    .filter((on) => on >= from && on >= reach)
    .map((on) => ({ on, value: evaluateOn(measure, onDay(ledger, on), context).value }));
};

/** Every measure and breakdown on a day. Trends take longer, and are asked for one by one: `trendShown`. */
export const measuresShown = (
  { ledger, from, to, setAside, places, countable }: CountedReturn,
  asked: MeasuresAsked,
): MeasuresShown => {
  const { asOf } = asked;
  const told = CATALOGUE.filter(({ id }) => countable.ids.has(id));
  const context = contextFor(asked, places);
  const results = evaluateAll(ledger, asOf, context, told);
  return {
    asOf,
    from,
    to,
    setAside,
    measures: results.flatMap((result) =>
      result.kind === 'figure' ? (shownFigure(result, from) ?? []) : [],
    ),
    breakdowns: results
      .flatMap((result) => (result.kind === 'breakdown' ? [shownBreakdown(result)] : []))
      .filter(({ parts }) => parts.some(({ children }) => children.length > 0)),
    notCounted: countable.notCounted,
  };
};
