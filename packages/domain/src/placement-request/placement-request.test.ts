import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo, attempt, caseOf, commandTo, type Taken } from '../../test/cases.ts';
import { ALL_ROLES, type Role } from '../access/role.ts';
import { ENTRY_EVIDENCE } from '../entry-to-care/evidence.ts';
import { PALAC } from '../entry-to-care/palac.ts';
import { type Answers, questionsOf } from '../form/form.ts';
import { findFollow } from '../workflow/follow.ts';
import type { Step, Workflow } from '../workflow/workflow.ts';
import { PLACEMENT_REQUEST_EVIDENCE } from './evidence.ts';
import { PLACEMENT_REQUEST, type PlacementRequestState } from './placement-request.ts';

/** Who may do what where: written down here a second time, from the process and not from the code. */
const MAY: Readonly<
  Record<string, readonly (readonly [PlacementRequestState, Role, PlacementRequestState])[]>
> = {
  submit: [
    ['draft', 'social-worker', 'permission-check'],
    ['returned', 'social-worker', 'permission-check'],
  ],
  permit: [['permission-check', 'placements-officer', 'to-allocate']],
  'ask-director': [['permission-check', 'placements-officer', 'clarification']],
  'director-permits': [['clarification', 'director', 'to-allocate']],
  'director-refuses': [['clarification', 'director', 'not-permitted']],
  'take-on': [['to-allocate', 'placements-officer', 'quality']],
  ready: [['quality', 'placements-officer', 'searching']],
  return: [
    ['permission-check', 'placements-officer', 'returned'],
    ['quality', 'placements-officer', 'returned'],
  ],
  hold: [['searching', 'placements-officer', 'on-hold']],
  'go-on': [['on-hold', 'placements-officer', 'searching']],
  propose: [['searching', 'placements-officer', 'with-director']],
  approve: [['with-director', 'director', 'approved']],
  'look-on': [['with-director', 'director', 'searching']],
  'fell-through': [['approved', 'placements-officer', 'searching']],
  'moved-in': [
    ['approved', 'placements-officer', 'placed'],
    ['approved', 'social-worker', 'placed'],
  ],
  cancel: (
    [
      'draft',
      'returned',
      'permission-check',
      'clarification',
      'to-allocate',
      'quality',
      'searching',
      'on-hold',
      'with-director',
      'approved',
    ] as const
  ).map((state) => [state, 'social-worker', 'cancelled']),
};

const SENT: readonly Taken[] = [['submit', 'jo', 'social-worker']];
const ASKED: readonly Taken[] = [...SENT, ['ask-director', 'paige', 'placements-officer']];
const PERMITTED: readonly Taken[] = [...SENT, ['permit', 'paige', 'placements-officer']];
const TAKEN_ON: readonly Taken[] = [...PERMITTED, ['take-on', 'paige', 'placements-officer']];
const SEARCHED: readonly Taken[] = [...TAKEN_ON, ['ready', 'paige', 'placements-officer']];
const PROPOSED: readonly Taken[] = [...SEARCHED, ['propose', 'paige', 'placements-officer']];
const APPROVED: readonly Taken[] = [...PROPOSED, ['approve', 'ada', 'director']];
const WAYS: Readonly<Record<PlacementRequestState, readonly Taken[]>> = {
  draft: [],
  'permission-check': SENT,
  clarification: ASKED,
  'to-allocate': PERMITTED,
  quality: TAKEN_ON,
  returned: [...TAKEN_ON, ['return', 'paige', 'placements-officer']],
  searching: SEARCHED,
  'on-hold': [...SEARCHED, ['hold', 'paige', 'placements-officer']],
  'with-director': PROPOSED,
  approved: APPROVED,
  placed: [...APPROVED, ['moved-in', 'paige', 'placements-officer']],
  'not-permitted': [...ASKED, ['director-refuses', 'ada', 'director']],
  cancelled: [...SENT, ['cancel', 'jo', 'social-worker']],
};
const STATES = Object.keys(WAYS) as readonly PlacementRequestState[];
const caseIn = (state: PlacementRequestState) => caseOf(PLACEMENT_REQUEST, 'jo', WAYS[state]);

const unlikeTheTable = (workflow: Workflow): readonly string[] =>
  STATES.flatMap((state) => {
    const now = caseIn(state);
    return workflow.steps.flatMap(({ id, kind }) =>
      ALL_ROLES.filter((role) => {
        const by = kind === 'withdraw' ? 'jo' : 'somebody new';
        const answer = attempt(workflow, now, commandTo(workflow, now, id, { by, parts: [{ role }] }));
        const row = MAY[id]?.find(([from, who]) => from === state && who === role);
        return (answer.kind === 'decided' ? answer.event.to : undefined) !== row?.[2];
      }).map((role) => `${id} in ${state} by ${role}`),
    );
  });

test('every step, in every state, by every role: a request for a home allows what its table says and nothing else', () => {
  assert.deepEqual(unlikeTheTable(PLACEMENT_REQUEST), []);
  assert.deepEqual(
    STATES.map((state) => caseIn(state).state),
    STATES,
    'every state was tried',
  );
});

test('a process in which a home needs no director would be noticed', () => {
  const steps = PLACEMENT_REQUEST.steps.map(
    (step): Step => (step.id === 'propose' ? { ...step, to: 'approved' } : step),
  );
  assert.deepEqual(unlikeTheTable({ ...PLACEMENT_REQUEST, steps }), [
    'propose in searching by placements-officer',
  ]);
});

test('the same director clears up a question about the search and later approves the home', () => {
  const now = caseOf(PLACEMENT_REQUEST, 'jo', [
    ...ASKED,
    ['director-permits', 'ada', 'director'],
    ['take-on', 'paige', 'placements-officer'],
    ['ready', 'paige', 'placements-officer'],
    ['propose', 'paige', 'placements-officer'],
  ]);
  const command = commandTo(PLACEMENT_REQUEST, now, 'approve', { by: 'ada', parts: [{ role: 'director' }] });
  assert.equal(attempt(PLACEMENT_REQUEST, now, command).kind, 'decided');
});

test('whoever put a home to the director does not approve it, whatever else they are', () => {
  const now = caseIn('with-director');
  const command = commandTo(PLACEMENT_REQUEST, now, 'approve', {
    by: 'paige',
    parts: [{ role: 'director' }],
  });
  const answer = attempt(PLACEMENT_REQUEST, now, command);
  assert.ok(answer.kind === 'refused' && answer.name === 'own-request');
});

test('what was said of the child in the request for care is offered again under its question, and the child comes first', () => {
  const inEntry = new Map(questionsOf(ENTRY_EVIDENCE).map((question) => [question.name, question]));
  const shared = questionsOf(PLACEMENT_REQUEST_EVIDENCE).filter(({ name }) => inEntry.has(name));
  assert.deepEqual(
    shared.map(({ name }) => name),
    ['at-their-best', 'child-view', 'siblings', 'needed-from'],
  );
  for (const question of shared) assert.equal(question, inEntry.get(question.name));
  assert.equal(PLACEMENT_REQUEST_EVIDENCE.sections[0]?.questions[0]?.name, 'at-their-best');
});

test('a risk that is named says when it happens and what helps, and one that is not says nothing', () => {
  const complete = answersTo(questionsOf(PLACEMENT_REQUEST_EVIDENCE));
  const now = caseIn('draft');
  const command = commandTo(PLACEMENT_REQUEST, now, 'submit', {
    by: 'jo',
    parts: [{ role: 'social-worker' }],
  });
  const send = (answers: Answers) =>
    attempt(PLACEMENT_REQUEST, now, command, { evidence: { revision: 1, answers } });
  const without: Answers = Object.fromEntries(
    Object.entries({ ...complete, risks: ['missing'] }).filter(([name]) => name !== 'risks-what-helps'),
  );
  const answer = send(without);
  assert.ok(answer.kind === 'refused' && answer.name === 'evidence-missing');
  assert.deepEqual(
    answer.faults.map(({ question }) => question),
    ['risks-what-helps'],
  );
  assert.equal(send({ ...without, risks: ['none'] }).kind, 'decided');
});

test('once the child has moved in, the request for care that it came from is over as well', () => {
  const authorised = caseOf(PALAC, 'jo', [
    ['submit', 'jo', 'social-worker'],
    ['support', 'tess', 'team-manager'],
    ['authorise', 'gwen', 'group-manager'],
    ['director-authorise', 'ada', 'director'],
  ]);
  const placed = caseIn('placed').events.at(-1);
  assert.ok(placed?.by);
  const outcome = { case: 7, workflow: PLACEMENT_REQUEST.id, by: placed.by, at: placed.at };
  assert.equal(findFollow(PALAC, authorised, { ...outcome, state: 'placed' })?.to, 'completed');
  assert.equal(findFollow(PALAC, authorised, { ...outcome, state: 'cancelled' }), undefined);
});
