import { EMERGENCY, type EmergencyState } from '../src/entry-to-care/emergency.ts';
import { PALAC } from '../src/entry-to-care/palac.ts';
import type { CaseNow } from '../src/workflow/case.ts';
import { findFollow } from '../src/workflow/follow.ts';
import { after, caseOf, START, type Taken } from './cases.ts';

/** Both approvals written down by Jo, who raised it: Tess is said to have given the first, Ada the second. */
const BY_TESS: readonly Taken[] = [['write-down-manager', 'jo', 'social-worker']];
const BY_BOTH: readonly Taken[] = [...BY_TESS, ['write-down-director', 'jo', 'social-worker']];
export const PLACED: readonly Taken[] = [...BY_BOTH, ['placed', 'jo', 'social-worker']];

/** What the director has made of the full request. */
export const followed = (now: CaseNow, state: 'authorised' | 'rejected'): CaseNow => {
  const event = findFollow(EMERGENCY, now, {
    case: 2,
    workflow: PALAC.id,
    state,
    by: { person: 'dev', part: { role: 'director' } },
    at: START,
  });
  if (event === undefined) throw new Error(`It does not follow in ${now.state}`);
  return after(now, event);
};

const WAYS: Readonly<Record<EmergencyState, () => CaseNow>> = {
  raised: () => caseOf(EMERGENCY, 'jo', []),
  'with-duty-director': () => caseOf(EMERGENCY, 'jo', BY_TESS),
  searching: () => caseOf(EMERGENCY, 'jo', BY_BOTH),
  placed: () => caseOf(EMERGENCY, 'jo', PLACED),
  authorised: () => followed(caseOf(EMERGENCY, 'jo', PLACED), 'authorised'),
  'not-authorised': () => followed(caseOf(EMERGENCY, 'jo', PLACED), 'rejected'),
  'exit-planned': () =>
    caseOf(EMERGENCY, 'jo', [
      ...PLACED,
      ['deny-placed', 'tess', 'team-manager'],
      ['end-placed', 'dev', 'director'],
      ['exit-plan', 'jo', 'social-worker'],
    ]),
  refused: () => caseOf(EMERGENCY, 'jo', [...BY_TESS, ['director-refuse', 'dev', 'director']]),
  withdrawn: () => caseOf(EMERGENCY, 'jo', [...BY_BOTH, ['withdraw', 'jo', 'social-worker']]),
  denied: () => caseOf(EMERGENCY, 'jo', [...BY_BOTH, ['deny', 'tess', 'team-manager']]),
  'denied-placed': () => caseOf(EMERGENCY, 'jo', [...PLACED, ['deny-placed', 'tess', 'team-manager']]),
  'denied-authorised': () =>
    followed(caseOf(EMERGENCY, 'jo', [...PLACED, ['deny-placed', 'tess', 'team-manager']]), 'authorised'),
};

export const EMERGENCY_STATES = Object.keys(WAYS) as readonly EmergencyState[];

export const emergencyIn = (state: EmergencyState): CaseNow => WAYS[state]();
