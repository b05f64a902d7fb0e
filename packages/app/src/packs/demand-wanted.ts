import type { Day, Measure, WindowKind } from '@rightplace/domain';
import { type FigureBook, measureOf, type Point } from '../measure/figure-book.ts';

/** What a point of a chart is of: the day at its end, its own time, the year so far, or twelve months that are over. */
export type DemandOver = 'end' | 'each' | 'year-so-far' | 'followed';

/** Points of a year: its months or its quarters. */
export type DemandBy = 'month' | 'quarter';

export interface WantedChart {
  readonly id: string;
  readonly title: string;
  readonly measure: Measure;
  readonly unit: 'count' | 'percent';
  readonly over: DemandOver;
  readonly valueOn: (book: FigureBook, on: Day, by: DemandBy) => number | null;
}

const windowOver = (over: DemandOver, by: DemandBy): WindowKind | undefined =>
  over === 'each' ? by : over === 'year-so-far' ? 'year-to-date' : undefined;

interface Wanted {
  readonly measure: string;
  readonly title: string;
  readonly unit: WantedChart['unit'];
  readonly over: DemandOver;
  /** How many its share is out of, in place of the share. */
  readonly outOf?: boolean;
}

const chart = ({ measure: id, title, unit, over, outOf = false }: Wanted): WantedChart => {
  const measure = measureOf(id);
  return {
    id: outOf ? `${id}-of` : id,
    title,
    measure,
    unit,
    over,
    valueOn: (book, on, by) => {
      const point = book.count(measure, on, windowOver(over, by));
      return outOf ? countOutOf(point) : point.value;
    },
  };
};

const countOutOf = ({ denominator, noValue }: Point): number | null =>
  noValue === 'no-records' || noValue === 'not-told' ? null : (denominator ?? 0);

const COUNT = { unit: 'count', over: 'each' } as const;
const SHARE = { unit: 'percent', over: 'year-so-far' } as const;

/** In the order of the Worcestershire paper's paragraphs 5 to 17, from the front door to care. */
export const WANTED: readonly WantedChart[] = (
  [
    { ...COUNT, measure: 'contacts', title: 'Contacts' },
    { ...COUNT, measure: 'referrals', title: 'Referrals' },
    { ...SHARE, measure: 'referrals-nfa', title: 'Referrals without further action' },
    { ...COUNT, measure: 'assessments', title: 'Assessments completed' },
    { ...SHARE, measure: 'assessments-45wd', title: 'Assessments within 45 working days' },
    { unit: 'count', over: 'end', measure: 'cin-number', title: 'Children in need' },
    { ...COUNT, measure: 'edge-of-care-closure', title: 'Edge-of-care cases closed', outOf: true },
    {
      ...SHARE,
      measure: 'edge-of-care-closure',
      title: 'Edge-of-care cases closed with things better at home',
    },
    {
      unit: 'percent',
      over: 'followed',
      measure: 'edge-of-care-care-6m',
      title: 'Looked after within six months of an edge-of-care case',
    },
    {
      unit: 'percent',
      over: 'followed',
      measure: 'edge-of-care-care-12m',
      title: 'Looked after within a year of an edge-of-care case',
    },
    { ...COUNT, measure: 's47-number', title: 'Section 47 enquiries begun' },
    { ...COUNT, measure: 'icpc-number', title: 'Initial child protection conferences held' },
    { ...SHARE, measure: 'icpc-15wd', title: 'Conferences within 15 working days' },
    { ...COUNT, measure: 'cp-starts', title: 'Protection plans begun' },
    { unit: 'count', over: 'end', measure: 'cp-number', title: 'Children on a protection plan' },
    { unit: 'percent', over: 'end', measure: 'cp-15m', title: 'Plans of 15 months or more' },
    { ...SHARE, measure: 'cp-repeat-24m', title: 'Second or later plans within two years' },
    { ...SHARE, measure: 'cp-previous', title: 'Plans of children who had one before, ever' },
    { ...SHARE, measure: 'cp-outcome-care', title: 'Plans that ended in care' },
  ] as const satisfies readonly Wanted[]
).map(chart);
