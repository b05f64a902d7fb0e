import type { Role } from '../src/access/role.ts';
import { day } from '../src/calendar/day.ts';
import { addMinutes, type Moment } from '../src/calendar/moment.ts';
import type { Answers } from '../src/form/form.ts';
import { PLACEMENT_REQUEST } from '../src/placement-request/placement-request.ts';
import { askedOfSearch } from '../src/search/asked-of-search.ts';
import { ALL_CHECKS } from '../src/search/checks.ts';
import type { EntryKind, SearchEntry } from '../src/search/log-entry.ts';
import type { WorkedOn } from '../src/search/opens-gate.ts';
import { type Search, searchFrom } from '../src/search/search.ts';
import { searchStandingOf } from '../src/search/standing.ts';
import type { CaseNow } from '../src/workflow/case.ts';
import type { Workflow } from '../src/workflow/workflow.ts';
import { after, attempt, begun, commandTo, START, type Taken } from './cases.ts';

/** An offer of a foster carer of the authority’s own, to whom nothing stands in the way. */
export const AN_OFFER: Answers = {
  home: 'Brackenhill',
  'home-kind': 'own-carer',
  judgement: 'good',
  'children-there': '1',
  terms: 'within',
  area: 'inside',
  'starts-on': '2026-11-09',
  'core-weekly': '450.00',
  'price-basis': 'in-house',
};

export type Written = readonly [kind: EntryKind, about: number | null, said?: Answers, role?: Role];

export const APPROACH: Answers = {
  tier: 'in-house',
  provider: 'Our fostering team',
  channel: 'phone',
  'sent-on': '2026-11-02',
};

/** A log in which these were written, one after the other. */
export const logOf = (...written: readonly Written[]): readonly SearchEntry[] =>
  written.map(([kind, about, said = {}, role = 'placements-officer'], at) => ({
    number: at + 1,
    at: addMinutes(START, at) satisfies Moment,
    by: { person: 'paige', part: { role } },
    kind,
    about,
    said: kind === 'approach' ? { ...APPROACH, ...said } : kind === 'offer' ? { ...AN_OFFER, ...said } : said,
  }));

/** One offer, shared and with every check in order. */
export const SHARED_LOG = logOf(
  ['approach', null],
  ['offer', 1],
  ['shared', 2],
  ...ALL_CHECKS.map((check): Written => ['check', 2, { check, result: 'passed', evidence: 'Seen' }]),
);

/** The process as it asks of one search. */
export const askedNow = (
  now: CaseNow,
  search: Search = searchFrom(SHARED_LOG),
  isInCare = false,
  workflow: Workflow = PLACEMENT_REQUEST,
  entries: WorkedOn['entries'] = [],
  hasLeft = false,
): Workflow =>
  askedOfSearch(workflow, now, {
    standing: searchStandingOf(now, search, {
      request: { 'deprivation-of-liberty': 'no' },
      age: 11,
      today: day('2026-11-02'),
      hasLeft,
    }),
    officers: [
      { id: 'paige', words: 'Paige Marsh' },
      { id: 'milo', words: 'Milo Tanner' },
    ],
    entries,
    isInCare,
  });

/** A search to which all these things happened, from its beginning on or after others; throws with the refusal’s sentence where one was refused. */
export const searchCase = (
  steps: readonly Taken[],
  search?: Search,
  isInCare?: boolean,
  before: CaseNow = begun(PLACEMENT_REQUEST, 'jo', 'social-worker'),
): CaseNow => {
  let now = before;
  for (const [step, person, role, actingFor] of steps) {
    const workflow = askedNow(now, search, isInCare);
    const parts = [actingFor === undefined ? { role } : { role, actingFor }];
    const answer = attempt(workflow, now, commandTo(workflow, now, step, { by: person, parts }));
    if (answer.kind === 'refused') throw new Error(`${step}: ${answer.sentence}`);
    now = after(now, answer.event);
  }
  return now;
};
