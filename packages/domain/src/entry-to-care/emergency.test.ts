import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo, attempt, commandTo } from '../../test/cases.ts';
import { EMERGENCY_STATES, emergencyIn, followed } from '../../test/emergency-cases.ts';
import { ALL_ROLES, type Role } from '../access/role.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { moment } from '../calendar/moment.ts';
import { questionsOf } from '../form/form.ts';
import { readAnswers } from '../form/read-answers.ts';
import type { CaseNow } from '../workflow/case.ts';
import { dueDay } from '../workflow/in-time.ts';
import { waitingFor } from '../workflow/work-list.ts';
import { type Step, stateMeaning, type Workflow } from '../workflow/workflow.ts';
import { EMERGENCY, type EmergencyState } from './emergency.ts';
import { EMERGENCY_CHECKS } from './emergency-checks.ts';
import { EMERGENCY_EVIDENCE } from './emergency-evidence.ts';
import { ENTRY_EVIDENCE } from './evidence.ts';

const MANAGERS = ['team-manager', 'group-manager'] as const;
const rows = (
  from: readonly EmergencyState[],
  roles: readonly Role[],
  to?: EmergencyState,
): readonly (readonly [EmergencyState, Role, EmergencyState])[] =>
  from.flatMap((state) => roles.map((role) => [state, role, to ?? state] as const));

/** Who may do what where: written down a second time, from what the route is to be and not from the table. */
const MAY: Readonly<Record<string, readonly (readonly [EmergencyState, Role, EmergencyState])[]>> = {
  'manager-approve': rows(['raised'], MANAGERS, 'with-duty-director'),
  'write-down-manager': rows(['raised'], ['social-worker'], 'with-duty-director'),
  'manager-refuse': rows(['raised'], MANAGERS, 'refused'),
  'director-approve': rows(['with-duty-director'], ['director'], 'searching'),
  'write-down-director': rows(['with-duty-director'], ['social-worker', ...MANAGERS], 'searching'),
  'director-refuse': rows(['with-duty-director'], ['director'], 'refused'),
  placed: rows(['searching'], ['social-worker', 'placements-officer'], 'placed'),
  'exit-plan': rows(['not-authorised'], ['social-worker', ...MANAGERS], 'exit-planned'),
  confirm: rows(
    EMERGENCY_STATES.filter((state) => state !== 'raised'),
    [...MANAGERS, 'director'],
  ),
  deny: rows(['with-duty-director', 'searching'], [...MANAGERS, 'director'], 'denied'),
  'deny-placed': rows(['placed'], [...MANAGERS, 'director'], 'denied-placed'),
  'deny-authorised': rows(['authorised'], [...MANAGERS, 'director'], 'denied-authorised'),
  'deny-besides': rows(
    [
      'not-authorised',
      'exit-planned',
      'refused',
      'withdrawn',
      'denied',
      'denied-placed',
      'denied-authorised',
    ],
    [...MANAGERS, 'director'],
  ),
  'decide-denied': rows(['denied'], ['director'], 'searching'),
  'stop-denied': rows(['denied'], ['director'], 'refused'),
  'keep-placed': rows(['denied-placed'], ['director'], 'placed'),
  'end-placed': rows(['denied-placed'], ['director'], 'not-authorised'),
  'looked-into': rows(['denied-authorised'], ['director'], 'authorised'),
  withdraw: rows(['raised', 'with-duty-director', 'searching', 'denied'], ['social-worker'], 'withdrawn'),
};

/** Somebody for whom a word is open in a state, as they alone answer for it. */
const askedIn = ({ words }: CaseNow): string =>
  words.find(({ answer }) => answer === undefined)?.person ?? 'nobody';

const unlikeTheTable = (workflow: Workflow): readonly string[] => {
  const unlike: string[] = [];
  for (const state of EMERGENCY_STATES) {
    const now = emergencyIn(state);
    const asked = askedIn(now);
    for (const { id, kind } of workflow.steps)
      for (const role of ALL_ROLES) {
        const answers = kind === 'confirm' || kind === 'deny';
        const by = answers ? asked : kind === 'withdraw' ? 'jo' : 'somebody new';
        const answer = attempt(workflow, now, commandTo(workflow, now, id, { by, parts: [{ role }] }));
        const row = MAY[id]?.find(([from, who]) => from === state && who === role);
        // A word is open wherever the cases of this test have one.
        const expected = answers && by === 'nobody' ? undefined : row?.[2];
        if ((answer.kind === 'decided' ? answer.event.to : undefined) !== expected)
          unlike.push(`${id} in ${state} by ${role}`);
      }
  }
  return unlike;
};

test('every step, in every state, by every role: the emergency route allows what its table says and nothing else', () => {
  assert.deepEqual(unlikeTheTable(EMERGENCY), []);
  assert.deepEqual(
    EMERGENCY_STATES.map((state) => emergencyIn(state).state),
    EMERGENCY_STATES,
    'every state was tried',
  );
  assert.deepEqual(Object.keys(MAY).toSorted(), EMERGENCY.steps.map(({ id }) => id).toSorted());
  assert.deepEqual(
    EMERGENCY_STATES.filter((state) => askedIn(emergencyIn(state)) === 'nobody'),
    ['raised'],
    'a word is answered for wherever there may be one',
  );
});

test('a route that skips the duty director, or lets a worker decide, would be noticed', () => {
  const changed = (id: string, changes: Partial<Step>): Workflow => ({
    ...EMERGENCY,
    steps: EMERGENCY.steps.map((step): Step => (step.id === id ? { ...step, ...changes } : step)),
  });
  assert.deepEqual(unlikeTheTable(changed('manager-approve', { to: 'searching' })), [
    'manager-approve in raised by team-manager',
    'manager-approve in raised by group-manager',
  ]);
  assert.deepEqual(unlikeTheTable(changed('director-approve', { who: ['director', 'social-worker'] })), [
    'director-approve in with-duty-director by social-worker',
  ]);
  assert.deepEqual(unlikeTheTable(changed('withdraw', { from: ['raised', 'placed'] })), [
    'withdraw in with-duty-director by social-worker',
    'withdraw in searching by social-worker',
    'withdraw in placed by social-worker',
    'withdraw in denied by social-worker',
  ]);
});

test('nothing is approved before it is said what happened, what the child says, the legal basis and the risk', () => {
  const now = emergencyIn('raised');
  for (const [step, who] of [
    ['manager-approve', { by: 'tess', parts: [{ role: 'team-manager' }] }],
    ['write-down-manager', { by: 'jo', parts: [{ role: 'social-worker' }] }],
  ] as const) {
    const answer = attempt(EMERGENCY, now, commandTo(EMERGENCY, now, step, who), { evidence: undefined });
    assert.ok(answer.kind === 'refused' && answer.name === 'evidence-missing');
    const asked = answer.faults.map(({ question }) => question);
    for (const name of ['trigger', 'chronology', 'why-now', 'child-view', 'risk', 'legal-basis'])
      assert.ok(asked.includes(name), name);
  }
});

test('what is answered at night is offered again in the full request, under the same questions', () => {
  const night = answersTo(questionsOf(EMERGENCY_EVIDENCE));
  const { answers } = readAnswers(
    questionsOf(ENTRY_EVIDENCE),
    night,
    '2026-11-03' as Parameters<typeof readAnswers>[2],
  );
  assert.deepEqual(Object.keys(answers), [
    'at-their-best',
    'child-view',
    'siblings',
    'parents-view',
    'network',
    'risk',
    'chronology',
    'legal-basis',
    'consent',
  ]);
  for (const [name, answer] of Object.entries(answers)) assert.deepEqual(answer, night[name], name);
});

test('every check that holds for a home holds for one found at night, and one that is not so says who agreed', () => {
  const now = emergencyIn('searching');
  const asks = EMERGENCY.steps.find(({ id }) => id === 'placed')?.asks ?? [];
  assert.equal(Object.keys(EMERGENCY_CHECKS).length, 8);
  for (const check of Object.keys(EMERGENCY_CHECKS)) {
    const take = (said: Readonly<Record<string, unknown>>) =>
      attempt(
        EMERGENCY,
        now,
        commandTo(
          EMERGENCY,
          now,
          'placed',
          { by: 'jo', parts: [{ role: 'social-worker' }] },
          { said: { ...answersTo(asks), ...said } },
        ),
      );
    const open = take({ [check]: undefined });
    assert.ok(open.kind === 'refused' && open.name === 'not-said', check);
    const bare = take({ [check]: 'not' });
    assert.ok(bare.kind === 'refused' && bare.name === 'not-said');
    assert.deepEqual(
      bare.faults.map(({ question }) => question),
      [`${check}-why`],
    );
    assert.equal(take({ [check]: 'not', [`${check}-why`]: 'The director agreed.' }).kind, 'decided');
  }
});

const clock = { calendar: ENGLAND_BANK_HOLIDAYS, spanOf: () => undefined };

test('the full request is due by the next working day after the child was placed, and a denial puts it off for nobody', () => {
  // Placed on Monday 2 November 2026.
  for (const state of ['placed', 'denied-placed'] as const)
    assert.equal(dueDay(EMERGENCY, emergencyIn(state), clock), '2026-11-03', state);
  const later = { at: moment('2026-11-05T10:00:00Z') };
  const denied = emergencyIn('denied-placed');
  const who = { by: 'dev', parts: [{ role: 'director' as const }] };
  const kept = attempt(EMERGENCY, denied, commandTo(EMERGENCY, denied, 'keep-placed', who, later));
  assert.ok(kept.kind === 'decided');
  const again = {
    ...denied,
    state: 'placed',
    since: later.at,
    events: [...denied.events, kept.event] as const,
  };
  assert.equal(dueDay(EMERGENCY, again as never, clock), '2026-11-03');
  assert.equal(dueDay(EMERGENCY, emergencyIn('placed'), { ...clock, spanOf: () => 3 }), '2026-11-05');
});

test('a child in care on words alone stays in red, on the lists of the social worker and the director, until it is authorised', () => {
  const listed = (state: EmergencyState, by: string, role: Role) =>
    waitingFor(EMERGENCY, emergencyIn(state), {
      by,
      parts: [{ role }],
      at: moment('2026-11-20T12:00:00Z'),
      ...clock,
    });
  for (const [by, role] of [
    ['jo', 'social-worker'],
    ['dev', 'director'],
  ] as const) {
    assert.equal(listed('placed', by, role)?.for, 'me', by);
    assert.equal(listed('placed', by, role)?.overdue, true);
  }
  assert.equal(listed('placed', 'gwen', 'group-manager')?.for, 'team');
  assert.equal(stateMeaning(EMERGENCY, 'placed').alarm, 'Not authorised yet');
  assert.equal(stateMeaning(EMERGENCY, 'authorised').alarm, undefined);
  assert.deepEqual(listed('authorised', 'tess', 'team-manager')?.unconfirmed, ['tess', 'ada']);
});

test('the full request decides: authorised it is over, rejected the child leaves by a plan of the same day', () => {
  assert.equal(followed(emergencyIn('placed'), 'authorised').state, 'authorised');
  const rejected = followed(emergencyIn('placed'), 'rejected');
  assert.equal(rejected.state, 'not-authorised');
  assert.equal(dueDay(EMERGENCY, rejected, clock), '2026-11-02');
  assert.throws(() => followed(emergencyIn('searching'), 'authorised'), /does not follow/);
});

test('what a home is checked for goes by the child’s age, and by nothing less where that is not known', () => {
  const now = emergencyIn('searching');
  const missing = (age: number | undefined): readonly string[] => {
    const who = { by: 'jo', parts: [{ role: 'social-worker' as const }] };
    const placed = { 'placed-on': '2026-11-02', 'placed-at': '09:40', home: 'With Mr Lowe' };
    const answer = attempt(EMERGENCY, now, commandTo(EMERGENCY, now, 'placed', who, { said: placed }), {
      age,
    });
    assert.ok(answer.kind === 'refused' && answer.name === 'not-said');
    return answer.faults.map(({ question }) => question);
  };
  const always = ['terms-of-approval', 'connected-person', 'out-of-area', 'secure-limit', 'carer-told'];
  const beside = (age: number | undefined) =>
    missing(age).filter((name) => name in EMERGENCY_CHECKS && !always.includes(name));
  assert.deepEqual(beside(12), ['under-16', 'secure-under-13']);
  assert.deepEqual([beside(13), beside(15)], [['under-16'], ['under-16']]);
  assert.deepEqual([beside(16), beside(17)], [['supported-16'], ['supported-16']]);
  assert.deepEqual(beside(undefined), ['under-16', 'supported-16', 'secure-under-13']);
  for (const age of [12, 17, undefined])
    assert.ok(
      always.every((name) => missing(age).includes(name)),
      String(age),
    );
});
