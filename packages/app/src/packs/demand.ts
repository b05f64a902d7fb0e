import {
  type AttemptRefusal,
  addDays,
  addMonths,
  type ClosedPeriod,
  type CollectionYear,
  collectionYearOf,
  collectionYearPeriod,
  type Day,
  londonDayOf,
  type MeasureContext,
  mayAttempt,
} from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import { type FigureBook, figureBook } from '../measure/figure-book.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type DemandRanking, RANKED, rankingOf } from './demand-ranking.ts';
import { type DemandBy, type DemandOver, WANTED, type WantedChart } from './demand-wanted.ts';

/** What is looked at; what is left out is the year of the last day that is told of, month by month. */
export interface DemandAsked {
  readonly year?: CollectionYear | undefined;
  readonly by?: DemandBy | undefined;
}

/** A chart of two years, one against the other. A time that is not told of has no value: nothing found in it is no nought. */
export interface DemandChart {
  readonly id: string;
  readonly title: string;
  readonly measureId: string;
  readonly unit: 'count' | 'percent';
  readonly over: DemandOver;
  readonly by: DemandBy;
  /** The last day of each month or quarter of this year. */
  readonly ends: readonly Day[];
  readonly thisYear: readonly (number | null)[];
  readonly lastYear: readonly (number | null)[];
  /** No load tells of it at all. */
  readonly isEmpty: boolean;
}

export interface Demand {
  readonly kind: 'demand';
  readonly authority: string;
  readonly year: CollectionYear;
  /** Years of which something is told, latest first. */
  readonly years: readonly CollectionYear[];
  readonly by: DemandBy;
  readonly charts: readonly DemandChart[];
  readonly rankings: readonly DemandRanking[];
  /** What is told of altogether; undefined where nothing was ever loaded. */
  readonly told: { readonly from: Day; readonly to: Day } | undefined;
  readonly mayLoad: boolean;
}

/** Demand before care, a year against the year before, for those who see all true figures of the authority. */
export const openDemand = (
  world: Pick<World, 'db' | 'now' | 'ledgers'>,
  signedIn: SignedIn,
  asked: DemandAsked = {},
): Promise<Demand | AttemptRefusal> => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenantReading(world.db, tenant, async (tx) => {
    const today = londonDayOf(world.now());
    const permission = mayAttempt({ actor: signedIn.actor, action: 'view-figure-sets', on: today });
    if (permission.kind === 'refused') return permission;
    const held = await world.ledgers.load(tx, signedIn.authority.id);
    const told = allTold(held.context);
    const years = told === undefined ? [] : yearsBack(collectionYearOf(told.to), collectionYearOf(told.from));
    const newest = years[0] ?? collectionYearOf(today);
    const year = asked.year !== undefined && years.includes(asked.year) ? asked.year : newest;
    const by = asked.by ?? 'month';
    const book = figureBook({ held, part: undefined });
    return {
      kind: 'demand',
      authority: signedIn.authority.name,
      year,
      years,
      by,
      charts: WANTED.map((wanted) => chartOf(wanted, { book, context: held.context, today, year, by })),
      rankings: RANKED.map((ranked) => rankingOf(ranked, book, { year, ends: endsOf(year, 'month') })),
      told,
      mayLoad: mayAttempt({ actor: signedIn.actor, action: 'preview-import', on: today }).kind === 'may',
    };
  });
};

const allTold = ({ recordsTold = {} }: MeasureContext): Demand['told'] => {
  const times = Object.values(recordsTold).flat() as readonly ClosedPeriod[];
  const [first] = times;
  if (first === undefined) return undefined;
  const from = times.reduce((least, { starts }) => (starts < least ? starts : least), first.starts);
  const after = times.reduce((last, { ends }) => (ends > last ? ends : last), first.ends);
  return { from, to: addDays(after, -1) };
};

const yearsBack = (last: CollectionYear, first: CollectionYear): readonly CollectionYear[] =>
  Array.from({ length: last - first + 1 }, (_, i) => last - i);

const endsOf = (year: CollectionYear, by: DemandBy): readonly Day[] => {
  const { starts } = collectionYearPeriod(year);
  const months = by === 'month' ? 1 : 3;
  return Array.from({ length: 12 / months }, (_, i) => addDays(addMonths(starts, (i + 1) * months), -1));
};

interface Of {
  readonly book: FigureBook;
  readonly context: MeasureContext;
  readonly today: Day;
  readonly year: CollectionYear;
  readonly by: DemandBy;
}

const chartOf = (wanted: WantedChart, { book, context, today, year, by }: Of): DemandChart => {
  const { id, title, unit, over, measure } = wanted;
  const valuesOf = (of: CollectionYear): readonly (number | null)[] =>
    endsOf(of, by).map((end) => (end > today ? null : wanted.valueOn(book, end, by)));
  return {
    id,
    title,
    measureId: measure.id,
    unit,
    over,
    by,
    ends: endsOf(year, by),
    thisYear: valuesOf(year),
    lastYear: valuesOf(year - 1),
    isEmpty: needsOf(wanted).some((kind) => context.records?.[kind] === undefined),
  };
};

const needsOf = ({ measure }: WantedChart) => (measure.kind === 'cases' ? (measure.needs ?? []) : []);
