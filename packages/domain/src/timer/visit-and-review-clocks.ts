import { day } from '../calendar/day.ts';
import type { ClockRule } from './clock-rule.ts';

const regulation = (number: string): string =>
  `Care Planning, Placement and Case Review (England) Regulations 2010, ${number}`;

const OF_CARE = {
  version: 1,
  effective: { starts: day('2011-04-01'), ends: null },
  owner: 'social-worker',
  mayShorten: false,
} as const satisfies Partial<ClockRule>;

const WITH_PARENTS = ['P1'];
const LONG_TERM_FOSTERING = ['U1', 'U4'];
const FOR_ADOPTION = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'];

/**
 * Visits to children in care and reviews of their cases. Where several times could apply, the shortest that the record tells of
 * does. Of a carer approved for a time, of a parent not assessed yet, and of a child who agreed to fewer visits, the record tells
 * nothing: their notes say so.
 */
export const VISIT_AND_REVIEW_CLOCKS: readonly ClockRule[] = [
  {
    ...OF_CARE,
    id: 'visit',
    title: 'Child visited for the first time in this home',
    start: { kind: 'placement' },
    allowed: { unit: 'weeks', count: 1 },
    repeats: true,
    later: [
      {
        title: 'Child placed for adoption visited again, weekly until the first review',
        allowed: { unit: 'weeks', count: 1 },
        livingIn: FOR_ADOPTION,
        untilReviewed: true,
      },
      {
        title: 'Child placed for adoption visited again, as the review decides',
        allowed: undefined,
        livingIn: FOR_ADOPTION,
      },
      {
        title: 'Child at home under an interim order visited again, weekly until the first review',
        allowed: { unit: 'weeks', count: 1 },
        livingIn: WITH_PARENTS,
        under: 'C1',
        untilReviewed: true,
      },
      {
        title: 'Child at home under an interim order visited again',
        allowed: { unit: 'weeks', count: 4 },
        livingIn: WITH_PARENTS,
        under: 'C1',
      },
      {
        title: 'Child visited again in long-term fostering, after its first year',
        allowed: { unit: 'months', count: 3 },
        livingIn: LONG_TERM_FOSTERING,
        afterMonths: 12,
      },
      { title: 'Child visited again', allowed: { unit: 'weeks', count: 6 } },
    ],
    doneBy: 'somebody-says',
    basis: 'law',
    source: `${regulation('regulation 28')}; for adoption, Adoption Agencies Regulations 2005, regulation 36`,
    certainty: 'C',
    note: 'The record does not tell of a connected person approved for a time (weekly to the first review, then four weeks), of a parent not assessed yet (weekly to the first review), nor of a child who agreed to six months: visit by those times where they apply.',
  },
  {
    ...OF_CARE,
    id: 'visit-co-home',
    title: 'Child at home visited after a care order was made',
    start: { kind: 'legal-status', status: 'C2', livingIn: WITH_PARENTS },
    allowed: { unit: 'weeks', count: 1 },
    doneBy: 'somebody-says',
    basis: 'law',
    source: regulation('regulation 28(5)'),
    certainty: 'C',
    note: 'The visits after it are those of the placement.',
  },
  {
    ...OF_CARE,
    id: 'review',
    title: 'Case reviewed for the first time',
    start: { kind: 'coming-into-care' },
    allowed: { unit: 'working-days', count: 20 },
    repeats: true,
    later: [
      { title: 'Case reviewed for the second time', allowed: { unit: 'months', count: 3 }, time: 2 },
      { title: 'Case reviewed again', allowed: { unit: 'months', count: 6 } },
    ],
    doneBy: 'review-held',
    basis: 'law',
    source: regulation('regulation 33'),
    certainty: 'K',
    note: 'Earlier if the reviewing officer or the child asks, and before a significant change. Met by the record once it has the review; say it before, and it counts until then.',
  },
  {
    ...OF_CARE,
    id: 'review-unplanned-move',
    title: 'Case reviewed after a move that was not planned',
    start: { kind: 'placement', after: 'not-planned' },
    allowed: { unit: 'working-days', count: 20 },
    doneBy: 'review-held',
    basis: 'practice',
    source: 'Good practice; as long as there is for the meeting after a placement that broke down',
    certainty: 'L',
    note: 'Where it is needed: the reviewing officer decides whether the review is brought forward. If it is not, a manager allows it to wait, with why.',
  },
];
