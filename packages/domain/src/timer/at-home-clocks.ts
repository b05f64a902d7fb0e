import { day } from '../calendar/day.ts';
import type { ClockRule } from './clock-rule.ts';

const HOME = {
  version: 1,
  effective: { starts: day('2011-04-01'), ends: null },
  start: { kind: 'said', what: 'the child goes home from care, with a plan', untilInCare: true },
  doneBy: 'somebody-says',
  owner: 'social-worker',
  basis: 'practice',
  source:
    'As regulation 28 has it of children in care who live with their parents; Worcestershire, September 2023',
  certainty: 'L',
  mayShorten: true,
} as const satisfies Partial<ClockRule>;

/**
 * Visits to a child who has gone home from care. No law times them: regulation 28 of the Care Planning, Placement and Case Review
 * (England) Regulations 2010 is of children still in care, and the duty to visit a child in custody is another. So these are practice,
 * and an authority sets less if it asks for more.
 */
export const AT_HOME_CLOCKS: readonly ClockRule[] = [
  {
    ...HOME,
    id: 'home-visit-first',
    title: 'Visited at home for the first time after care',
    allowed: { unit: 'weeks', count: 1 },
    note: 'No law times visits after care has ended: the time is the authority’s own.',
  },
  {
    ...HOME,
    id: 'home-visit',
    title: 'Visited at home after care',
    allowed: { unit: 'weeks', count: 6 },
    repeats: true,
    note: 'From the return until the help at home ends. No law times it: the time is the authority’s own.',
  },
];
