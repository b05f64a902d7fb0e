import { addDays, addMonths, type Day } from '../../calendar/day.ts';
import { containsDay } from '../../calendar/period.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure, MeasureContext } from '../measure.ts';
import { onceFor } from '../once-for.ts';
import { caseOfChild, isInWindow, latestBy, recordsByChild, yesOrNo } from '../record-cases.ts';
import type { Visit, VisitInterval } from '../records/visit.ts';
import { asShareOfCases } from './kinds.ts';

const after = (on: Day, { every }: VisitInterval): Day =>
  'weeks' in every ? addDays(on, every.weeks * 7) : addMonths(on, every.months);

/** Within a week of a placement's start (regulation 28(2)(a)), which is where its interval starts. */
const FIRST_DAYS = 7;

const OF_VISITS = {
  ...asShareOfCases,
  question: 'know',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28',
  polarity: 'higher is better',
  fields: ['day of the visit', 'interval required, and since when'],
  needs: ['visits', 'visitIntervals'],
} as const;

export const visitsOnTime: CaseMeasure = {
  ...OF_VISITS,
  id: 'visits-ontime',
  title: 'Children visited within the time required',
  definition:
    'Of children looked after at the end of the day, the share whose last visit is no longer ago than the interval that ' +
    'their placement, plan and any agreement require. A child not visited yet in a first week is left out.',
  certainty: {
    mark: 'confirmed',
    says: 'The interval is each child’s own. A child of whom no interval is recorded is told apart.',
  },
  over: 'day',
  numerator: 'In date',
  denominator: 'Looked after',
  breakdowns: ALL_DIMENSIONS,
  cases: ({ inCare, asOf }, { records }) => {
    const visitsOf = recordsByChild(records?.visits ?? []);
    const intervalsOf = recordsByChild(records?.visitIntervals ?? []);
    return inCare.map((child): Case => {
      const verdictFor = (): Case['verdict'] => {
        if (child.shortBreaks) return 'short-breaks';
        const interval = intervalsOf.get(child.id)?.find((each) => containsDay(each, asOf));
        if (interval === undefined) return 'not-recorded';
        const last = latestBy(
          (visitsOf.get(child.id) ?? []).filter(({ on }) => on >= child.inCareSince),
          asOf,
        );
        if (last !== undefined) return yesOrNo(after(last.on, interval) >= asOf);
        return addDays(interval.starts, FIRST_DAYS) >= asOf ? 'not-due-yet' : 'does-not-count';
      };
      return { id: child.id, on: asOf, verdict: verdictFor(), child };
    });
  },
};

interface VisitDue {
  readonly child: Visit['child'];
  readonly on: Day;
  readonly madeOn: Day | null;
}

const byDay = (a: { readonly on: Day }, b: { readonly on: Day }): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : 0;

/** What was due of one interval: a week from its start, and then as often as it says from each visit made. */
const duesOf = (interval: VisitInterval, visits: readonly Visit[]): readonly VisitDue[] => {
  const { child, starts, ends } = interval;
  const before = latestBy(visits, addDays(starts, -1));
  const within = visits.filter((visit) => containsDay(interval, visit.on));
  const dues: VisitDue[] = [];
  let on = before === undefined ? addDays(starts, FIRST_DAYS) : after(before.on, interval);
  // A new interval does not make a visit late that was not due under the one before.
  if (on < starts) on = starts;
  for (const visit of within) {
    dues.push({ child, on, madeOn: visit.on });
    on = after(visit.on, interval);
  }
  dues.push({ child, on, madeOn: null });
  return dues.filter((due) => ends === null || due.on < ends);
};

const allDues = onceFor((records: NonNullable<MeasureContext['records']>): readonly VisitDue[] => {
  const visitsOf = recordsByChild(records.visits ?? []);
  return (records.visitIntervals ?? [])
    .flatMap((interval) => duesOf(interval, (visitsOf.get(interval.child) ?? []).toSorted(byDay)))
    .toSorted(byDay);
});

const dueInWindow = (authority: AuthorityOnDay, { records }: MeasureContext): readonly VisitDue[] =>
  records === undefined
    ? []
    : allDues(records).filter(({ on }) => on <= authority.asOf && isInWindow(authority, on));

export const visitsMadeOnTime: CaseMeasure = {
  ...OF_VISITS,
  id: 'visits-made-ontime',
  title: 'Visits made on time',
  definition:
    'Of visits to looked-after children that were due in the time shown, the share made on or before the day they were due. ' +
    'Each counts from the visit before it, and the first from the start of the placement.',
  certainty: {
    mark: 'confirmed',
    says: 'Where a visit is missed, the next one is not due until it is made: one long gap is one visit late.',
  },
  numerator: 'Made on time',
  denominator: 'Visits due',
  cases: (authority, context) =>
    dueInWindow(authority, context).flatMap(({ child, on, madeOn }) =>
      caseOfChild(authority, child, on, yesOrNo(madeOn !== null && madeOn <= on)),
    ),
};

export const VISITS: readonly CaseMeasure[] = [visitsOnTime, visitsMadeOnTime];
