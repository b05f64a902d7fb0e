import { ENGLAND_BANK_HOLIDAYS } from '../src/calendar/bank-holidays.ts';
import { moment } from '../src/calendar/moment.ts';
import type { ExitState } from '../src/leaving-care/exit-plan.ts';
import type { ReturnHomeState } from '../src/leaving-care/return-home.ts';
import type { SelfDischargeState } from '../src/leaving-care/self-discharge.ts';
import type { StayingPutState } from '../src/leaving-care/staying-put.ts';
import type { CaseNow } from '../src/workflow/case.ts';
import { findLapse } from '../src/workflow/in-time.ts';
import type { Workflow } from '../src/workflow/workflow.ts';
import { after, caseOf, type Taken } from './cases.ts';

const SUBMITTED: readonly Taken[] = [['submit', 'jo', 'social-worker']];
const WITHDRAWN: Taken = ['withdraw', 'jo', 'social-worker'];

const REVIEWED: readonly Taken[] = [...SUBMITTED, ['review-agrees', 'ines', 'reviewing-officer']];
const PLANNED: readonly Taken[] = [...REVIEWED, ['agree', 'tess', 'team-manager']];

/** How a plan of Jo’s comes to be in each state. */
export const EXIT_WAYS: Readonly<Record<ExitState, readonly Taken[]>> = {
  draft: [],
  'at-review': SUBMITTED,
  'with-manager': REVIEWED,
  returned: [...REVIEWED, ['return', 'tess', 'team-manager']],
  agreed: PLANNED,
  ended: [...PLANNED, ['record-ending', 'jo', 'social-worker']],
  withdrawn: [WITHDRAWN],
};

const SUPPORTED: readonly Taken[] = [...SUBMITTED, ['support', 'tess', 'team-manager']];
const GOING_HOME: readonly Taken[] = [...SUPPORTED, ['authorise', 'gwen', 'group-manager']];
const HOME: readonly Taken[] = [...GOING_HOME, ['went-home', 'jo', 'social-worker']];

export const HOME_WAYS: Readonly<Record<ReturnHomeState, readonly Taken[]>> = {
  draft: [],
  'with-team-manager': SUBMITTED,
  'with-group-manager': SUPPORTED,
  returned: [...SUPPORTED, ['return', 'gwen', 'group-manager']],
  agreed: GOING_HOME,
  'at-home': HOME,
  closed: [...HOME, ['close', 'tess', 'team-manager']],
  rejected: [...SUPPORTED, ['reject', 'gwen', 'group-manager']],
  withdrawn: [WITHDRAWN],
};

const VIEW: readonly Taken[] = [['give-view', 'jo', 'social-worker']];
const OFFERED: readonly Taken[] = [...VIEW, ['offer-advocate', 'jo', 'social-worker']];
const TO_THE_DIRECTOR: readonly Taken[] = [...OFFERED, ['review', 'ines', 'reviewing-officer']];
const AUTHORISED: readonly Taken[] = [...TO_THE_DIRECTOR, ['authorise', 'ada', 'director']];

export const DISCHARGE_WAYS: Readonly<Record<SelfDischargeState, readonly Taken[]>> = {
  requested: [],
  'view-given': VIEW,
  'advocate-offered': OFFERED,
  'with-director': TO_THE_DIRECTOR,
  returned: [...TO_THE_DIRECTOR, ['director-return', 'ada', 'director']],
  authorised: AUTHORISED,
  left: [...AUTHORISED, ['record-left', 'jo', 'social-worker']],
  'not-authorised': [...TO_THE_DIRECTOR, ['not-authorise', 'ada', 'director']],
  lapsed: AUTHORISED,
  withdrawn: [WITHDRAWN],
};

const ARRANGED: readonly Taken[] = [...SUBMITTED, ['agree', 'tess', 'team-manager']];
const STAYING: readonly Taken[] = [...ARRANGED, ['begin-staying', 'jo', 'social-worker']];

export const STAYING_WAYS: Readonly<Record<StayingPutState, readonly Taken[]>> = {
  draft: [],
  'with-team-manager': SUBMITTED,
  returned: [...SUBMITTED, ['return', 'tess', 'team-manager']],
  agreed: ARRANGED,
  staying: STAYING,
  ended: [...STAYING, ['end', 'jo', 'social-worker']],
  withdrawn: [WITHDRAWN],
};

/** After an authorisation to leave has lapsed. */
export const LONG_AFTER = moment('2026-12-10T09:30:00Z');

export const leavingCase = (workflow: Workflow, state: string, ways: readonly Taken[]): CaseNow => {
  const now = caseOf(workflow, 'jo', ways);
  if (state !== 'lapsed') return now;
  const clock = { calendar: ENGLAND_BANK_HOLIDAYS, spanOf: () => undefined, at: LONG_AFTER };
  const lapse = findLapse(workflow, now, clock);
  if (lapse === undefined) throw new Error('It has not lapsed');
  return after(now, lapse);
};
