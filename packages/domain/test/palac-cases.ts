import { ENGLAND_BANK_HOLIDAYS } from '../src/calendar/bank-holidays.ts';
import { moment } from '../src/calendar/moment.ts';
import { PALAC, type PalacState } from '../src/entry-to-care/palac.ts';
import type { CaseNow } from '../src/workflow/case.ts';
import { findLapse } from '../src/workflow/in-time.ts';
import { after, caseOf, type Taken } from './cases.ts';

const SUBMITTED: readonly Taken[] = [['submit', 'jo', 'social-worker']];
const SUPPORTED: readonly Taken[] = [...SUBMITTED, ['support', 'tess', 'team-manager']];
const QUALITY_ASSURED: readonly Taken[] = [...SUPPORTED, ['authorise', 'gwen', 'group-manager']];
export const AUTHORISED: readonly Taken[] = [...QUALITY_ASSURED, ['director-authorise', 'ada', 'director']];

/** How a request of Jo’s comes to be in each state. */
export const WAYS: Readonly<Record<PalacState, readonly Taken[]>> = {
  draft: [],
  'with-team-manager': SUBMITTED,
  'with-group-manager': SUPPORTED,
  'with-director': QUALITY_ASSURED,
  returned: [...QUALITY_ASSURED, ['director-return', 'ada', 'director']],
  authorised: AUTHORISED,
  completed: [...AUTHORISED, ['came-into-care', 'paige', 'placements-officer']],
  rejected: [...SUPPORTED, ['reject', 'gwen', 'group-manager']],
  withdrawn: [...SUBMITTED, ['withdraw', 'jo', 'social-worker']],
  lapsed: AUTHORISED,
};

/** After an authorisation has lapsed. */
export const LATER = moment('2026-11-17T09:30:00Z');

export const caseIn = (state: PalacState): CaseNow => {
  const now = caseOf(PALAC, 'jo', WAYS[state]);
  if (state !== 'lapsed') return now;
  const clock = { calendar: ENGLAND_BANK_HOLIDAYS, spanOf: () => undefined, at: LATER };
  const lapse = findLapse(PALAC, now, clock);
  if (lapse === undefined) throw new Error('It has not lapsed');
  return after(now, lapse);
};
