import { CARE_PROCEEDINGS, type CareProceedingsState } from '../src/proceedings/care-proceedings.ts';
import { PRE_PROCEEDINGS, type PreProceedingsState } from '../src/proceedings/pre-proceedings.ts';
import { SECTION_20, type Section20State } from '../src/proceedings/section-20.ts';
import type { CaseNow } from '../src/workflow/case.ts';
import { caseFrom } from '../src/workflow/case.ts';
import { findFollow } from '../src/workflow/follow.ts';
import type { Workflow } from '../src/workflow/workflow.ts';
import { after, caseOf, type Taken } from './cases.ts';

const jo = (step: string): Taken => [step, 'jo', 'social-worker'];
const tess = (step: string): Taken => [step, 'tess', 'team-manager'];

const AT_GATEWAY = [jo('submit')];
const ENTERED = [...AT_GATEWAY, tess('enter')];
const PROPOSED = [...ENTERED, jo('propose-outcome')];
const TO_ISSUE = [...PROPOSED, tess('decide-to-issue')];

/** How a case of Jo's comes to be in each state, whoever else has it from there. */
export const PRE_PROCEEDINGS_WAYS: Readonly<Record<PreProceedingsState, readonly Taken[]>> = {
  draft: [],
  'at-gateway': AT_GATEWAY,
  'in-pre-proceedings': ENTERED,
  'outcome-proposed': PROPOSED,
  'to-issue': TO_ISSUE,
  issued: TO_ISSUE,
  'stepped-out': [...PROPOSED, tess('step-out')],
  'ended-otherwise': [...PROPOSED, tess('end-otherwise')],
  'not-entered': [...AT_GATEWAY, tess('not-enter')],
  withdrawn: [jo('withdraw')],
};

export const PROCEEDINGS_WAYS: Readonly<Record<CareProceedingsState, readonly Taken[]>> = {
  'to-issue': [],
  'before-court': [jo('issue')],
  ended: [jo('issue'), jo('final-order')],
  'not-issued': [jo('not-issue')],
};

export const SECTION_20_WAYS: Readonly<Record<Section20State, readonly Taken[]>> = {
  draft: [],
  agreed: [jo('agree')],
  objected: [jo('agree'), jo('object')],
  'before-manager': [jo('agree'), jo('object'), jo('tell-manager')],
  ended: [jo('agree'), jo('end')],
  withdrawn: [jo('withdraw')],
};

/** A case that came to `to-issue`, after the application that was opened from it was issued. */
const followed = (now: CaseNow): CaseNow => {
  const [, last] = [now, now.events.at(-1)];
  if (last === undefined || last.by === null) throw new Error('Somebody decided');
  const follow = findFollow(PRE_PROCEEDINGS, now, {
    case: 2,
    workflow: CARE_PROCEEDINGS.id,
    state: 'before-court',
    by: last.by,
    at: last.at,
  });
  if (follow === undefined) throw new Error('Nothing follows');
  return after(now, follow);
};

export const preProceedingsIn = (state: PreProceedingsState): CaseNow => {
  const now = caseOf(PRE_PROCEEDINGS, 'jo', PRE_PROCEEDINGS_WAYS[state]);
  return state === 'issued' ? followed(now) : now;
};

export const proceedingsIn = (state: CareProceedingsState): CaseNow =>
  caseOf(CARE_PROCEEDINGS, 'jo', PROCEEDINGS_WAYS[state]);

export const section20In = (state: Section20State): CaseNow =>
  caseOf(SECTION_20, 'jo', SECTION_20_WAYS[state]);

/** A case of these steps, each with what is said in taking it, by the test's own words. */
export const saidIn = (
  workflow: Workflow,
  steps: readonly (readonly [step: string, said: Readonly<Record<string, string>>])[],
): CaseNow => {
  const ways = steps.map(([step]) => jo(step));
  const now = caseOf(workflow, 'jo', ways);
  return caseFrom(
    now.events.map((event, at) => ({ ...event, said: { ...event.said, ...steps[at - 1]?.[1] } })),
  );
};
