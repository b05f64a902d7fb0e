import {
  addDays,
  addMonths,
  type CollectionYear,
  collectionYearPeriod,
  type Day,
  type DimensionId,
} from '@rightplace/domain';
import { type FigureBook, measureOf } from '../measure/figure-book.ts';

/** Parts of a count over the year so far, most often first, with how often each was a year before. */
export interface DemandRanking {
  readonly id: string;
  readonly title: string;
  readonly measureId: string;
  readonly from: Day;
  /** Undefined where no month of the year is told of. */
  readonly to: Day | undefined;
  readonly rows: readonly {
    readonly title: string;
    readonly count: number;
    /** Null where the same time of the year before is not told of. */
    readonly before: number | null;
  }[];
}

interface Ranked {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly by: DimensionId;
}

export const RANKED: readonly Ranked[] = [
  { id: 'contact-source', title: 'Who told the front door', measure: 'contacts', by: 'contact-source' },
  { id: 'contact-outcome', title: 'What came of contacts', measure: 'contacts', by: 'contact-outcome' },
  {
    id: 'contact-factors',
    title: 'Risk factors in contacts',
    measure: 'contact-factors',
    by: 'contact-factor',
  },
  { id: 'factors', title: 'Factors found in assessments', measure: 'risk-factors', by: 'factor' },
  {
    id: 'edge-of-care',
    title: 'How edge-of-care cases were closed',
    measure: 'edge-of-care-closure',
    by: 'edge-of-care-outcome',
  },
];

export const rankingOf = (
  { id, title, measure: measureId, by }: Ranked,
  book: FigureBook,
  { year, ends }: { readonly year: CollectionYear; readonly ends: readonly Day[] },
): DemandRanking => {
  const measure = measureOf(measureId);
  const isTold = (on: Day): boolean => {
    const { noValue } = book.count(measure, on, 'year-to-date');
    return noValue !== 'not-told' && noValue !== 'no-records';
  };
  const { starts: from } = collectionYearPeriod(year);
  const to = ends.findLast(isTold);
  if (to === undefined) return { id, title, measureId, from, to, rows: [] };
  const partsOn = (on: Day): ReadonlyMap<string, Part> =>
    new Map(
      (book.parts(measure, by, on, { window: 'year-to-date' }) ?? []).map((row) => [row.key, partOf(row)]),
    );
  // The same day of the year before: the end of February may be a day further on.
  const aYearBefore = addDays(addMonths(addDays(to, 1), -12), -1);
  const [now, before] = [partsOn(to), isTold(aYearBefore) ? partsOn(aYearBefore) : undefined];
  const rows = [...new Map([...(before ?? []), ...now])]
    .map(([key, part]) => ({
      title: part.title,
      count: now.get(key)?.count ?? 0,
      before: before === undefined ? null : (before.get(key)?.count ?? 0),
    }))
    .toSorted((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1));
  return { id, title, measureId, from, to, rows };
};

interface Part {
  readonly title: string;
  readonly count: number;
}

/** Of a share it is how many there were of a kind, whether or not they count. */
const partOf = ({
  title,
  numerator,
  denominator,
}: {
  readonly title: string;
  readonly numerator: number;
  readonly denominator: number | null;
}): Part => ({ title, count: denominator ?? numerator });
