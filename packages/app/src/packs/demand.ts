import {
  type AttemptRefusal,
  addDays,
  addMonths,
  type CollectionYear,
  collectionYearOf,
  collectionYearPeriod,
  type Day,
  type DimensionId,
  EDGE_OF_CARE_OUTCOMES,
  londonDayOf,
  mayAttempt,
  type WindowKind,
} from '@rightplace/domain';
import type { UpstreamKind } from '@rightplace/ssda903';
import { asTenantReading, type UpstreamTold } from '@rightplace/store';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { figureBook, measureOf, type Point } from '../measure/figure-book.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { isTold } from '../upstream/upstream-records.ts';
import type { World } from '../world.ts';

/** A chart of the months of two years. A month that no load tells of has no value: nothing found in it is no nought. */
export interface DemandChart {
  readonly id: string;
  readonly title: string;
  readonly unit: 'count' | 'percent';
  /** What a month's value is of: its end, the month itself, or the year so far. */
  readonly over: 'end' | 'month' | 'year-so-far';
  /** The last day of each month of this year. */
  readonly months: readonly Day[];
  readonly thisYear: readonly (number | null)[];
  readonly lastYear: readonly (number | null)[];
  /** No load tells of it at all. */
  readonly isEmpty: boolean;
  readonly definition: string;
}

/** Parts of a count, most often first, with their place a year before. */
export interface DemandRanking {
  readonly id: 'factors' | 'edge-of-care';
  readonly isEmpty: boolean;
  readonly from: Day;
  readonly to: Day;
  readonly rows: readonly {
    readonly title: string;
    readonly count: number;
    readonly before: number | null;
  }[];
}

export interface Demand {
  readonly kind: 'demand';
  readonly authority: string;
  readonly year: CollectionYear;
  readonly charts: readonly DemandChart[];
  readonly rankings: readonly DemandRanking[];
  /** The last day that any load tells of; undefined where nothing was ever loaded. */
  readonly toldUntil: Day | undefined;
}

interface Wanted {
  readonly id: string;
  readonly title: string;
  readonly needs: UpstreamKind;
  readonly unit: 'count' | 'percent';
  readonly over: DemandChart['over'];
  readonly definition: string;
  readonly of: (held: HeldLedger, on: Day) => number | null;
}

const WINDOWS: Readonly<Record<DemandChart['over'], WindowKind | undefined>> = {
  end: undefined,
  month: 'month',
  'year-so-far': 'year-to-date',
};

/** Of a measure: its value, or how many its share is out of. */
const measured = (
  wanted: Pick<Wanted, 'title' | 'needs' | 'unit' | 'over'> & { readonly measure: string },
  take: (point: Point) => number | null = ({ value }) => value,
): Wanted => {
  const measure = measureOf(wanted.measure);
  return {
    ...wanted,
    id: `${measure.id}-${wanted.over}`,
    definition: measure.definition,
    of: (held, on) => take(figureBook({ held, part: undefined }).count(measure, on, WINDOWS[wanted.over])),
  };
};

const outOf = ({ denominator, noValue }: Point): number | null =>
  noValue === 'no-records' ? null : (denominator ?? 0);

const atTheDoor = (kind: 'contact' | 'referral', title: string, definition: string): Wanted => ({
  id: kind,
  title,
  needs: kind,
  unit: 'count',
  over: 'month',
  definition,
  of: ({ frontDoor }, on) => frontDoor?.[kind].get(on.slice(0, 7)) ?? 0,
});

/** In the order of the Worcestershire paper's paragraphs 5 to 17, from the front door to care. */
const WANTED: readonly Wanted[] = [
  atTheDoor(
    'contact',
    'Contacts',
    'Contacts with children’s social care in the month, as the lists have them.',
  ),
  atTheDoor('referral', 'Referrals', 'Referrals to children’s social care in the month.'),
  measured({
    measure: 'cin-number',
    title: 'Children in need',
    needs: 'in-need',
    unit: 'count',
    over: 'end',
  }),
  measured(
    {
      measure: 's47-to-icpc',
      title: 'Section 47 enquiries begun',
      needs: 'section-47',
      unit: 'count',
      over: 'month',
    },
    outOf,
  ),
  measured(
    {
      measure: 'icpc-15wd',
      title: 'Initial child protection conferences held',
      needs: 'section-47',
      unit: 'count',
      over: 'month',
    },
    outOf,
  ),
  measured({
    measure: 'cp-number',
    title: 'Children on a protection plan',
    needs: 'protection-plan',
    unit: 'count',
    over: 'end',
  }),
  measured({
    measure: 'cp-15m',
    title: 'Plans of 15 months or more',
    needs: 'protection-plan',
    unit: 'percent',
    over: 'end',
  }),
  measured({
    measure: 'cp-repeat-24m',
    title: 'Second or later plans within two years',
    needs: 'protection-plan',
    unit: 'percent',
    over: 'year-so-far',
  }),
  measured({
    measure: 'cp-outcome-care',
    title: 'Plans that ended in care',
    needs: 'protection-plan',
    unit: 'percent',
    over: 'year-so-far',
  }),
];

/** Demand before care, this year against last, for those who see all true figures of the authority. */
export const openDemand = (world: World, signedIn: SignedIn): Promise<Demand | AttemptRefusal> => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenantReading(world.db, tenant, async (tx) => {
    const today = londonDayOf(world.now());
    const permission = mayAttempt({ actor: signedIn.actor, action: 'view-figure-sets', on: today });
    if (permission.kind === 'refused') return permission;
    const held = await world.ledgers.load(tx, signedIn.authority.id);
    const told = held.upstreamTold ?? [];
    const toldUntil = told.reduce<Day | undefined>(
      (last, { lastDay }) => (last === undefined || lastDay > last ? lastDay : last),
      undefined,
    );
    const year = collectionYearOf(toldUntil ?? today);
    return {
      kind: 'demand',
      authority: signedIn.authority.name,
      year,
      charts: WANTED.map((wanted) => chartOf(wanted, { held, told, year })),
      rankings: [
        ranking('factors', { held, told, year, needs: 'factor', measure: 'risk-factors', by: 'factor' }),
        ranking('edge-of-care', {
          held,
          told,
          year,
          needs: 'edge-of-care',
          measure: 'edge-of-care-closure',
          by: 'edge-of-care-outcome',
        }),
      ],
      toldUntil,
    };
  });
};

interface Of {
  readonly held: HeldLedger;
  readonly told: readonly UpstreamTold[];
  readonly year: CollectionYear;
}

const monthEnds = (year: CollectionYear): readonly Day[] => {
  const { starts } = collectionYearPeriod(year);
  return Array.from({ length: 12 }, (_, i) => addDays(addMonths(starts, i + 1), -1));
};

const chartOf = (wanted: Wanted, { held, told, year }: Of): DemandChart => {
  const { id, title, unit, over, definition, needs } = wanted;
  const valuesOf = (of: CollectionYear): readonly (number | null)[] => {
    const { starts } = collectionYearPeriod(of);
    return monthEnds(of).map((end) => {
      const from = over === 'end' ? end : over === 'month' ? (`${end.slice(0, 7)}-01` as Day) : starts;
      return isTold(told, needs, end) && isTold(told, needs, from) ? wanted.of(held, end) : null;
    });
  };
  return {
    id,
    title,
    unit,
    over,
    definition,
    months: monthEnds(year),
    thisYear: valuesOf(year),
    lastYear: valuesOf(year - 1),
    isEmpty: !told.some(({ kinds }) => kinds.includes(needs)),
  };
};

const OUTCOME_TITLES: Readonly<Record<string, string>> = EDGE_OF_CARE_OUTCOMES;

const ranking = (
  id: DemandRanking['id'],
  {
    held,
    told,
    year,
    needs,
    measure,
    by,
  }: Of & { readonly needs: UpstreamKind; readonly measure: string; readonly by: DimensionId },
): DemandRanking => {
  const ends = monthEnds(year).filter((end) => isTold(told, needs, end));
  const { starts } = collectionYearPeriod(year);
  const to = ends.at(-1) ?? starts;
  const book = figureBook({ held, part: undefined });
  const partsOn = (on: Day) => book.rows(measureOf(measure), by, on, { window: 'year-to-date' }) ?? [];
  const aYearBefore = addDays(addMonths(addDays(to, 1), -12), -1);
  const before = new Map(
    isTold(told, needs, aYearBefore) ? partsOn(aYearBefore).map((row) => [row.key, countOf(row, id)]) : [],
  );
  const hasBefore = before.size > 0;
  const rows = (ends.length === 0 ? [] : partsOn(to))
    .map((row) => ({
      title: OUTCOME_TITLES[row.key] ?? row.title,
      count: countOf(row, id),
      before: hasBefore ? (before.get(row.key) ?? 0) : null,
    }))
    .filter(({ count, before: was }) => count > 0 || (was ?? 0) > 0)
    .toSorted((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1));
  return { id, isEmpty: !told.some(({ kinds }) => kinds.includes(needs)), from: starts, to, rows };
};

/** Every factor counts; of closures it is how many there were of an outcome, which for the share is the denominator. */
const countOf = (
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number | null },
  id: DemandRanking['id'],
): number => (id === 'factors' ? numerator : (denominator ?? numerator));
