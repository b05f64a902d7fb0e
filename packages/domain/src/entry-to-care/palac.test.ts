import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, answersTo, attempt, caseOf, commandTo, nameOf, START, type Taken } from '../../test/cases.ts';
import { ALL_ROLES, type Role } from '../access/role.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { moment } from '../calendar/moment.ts';
import { questionsOf } from '../form/form.ts';
import type { CaseNow } from '../workflow/case.ts';
import { chronologyOf } from '../workflow/chronology.ts';
import { findLapse } from '../workflow/in-time.ts';
import { waitingFor } from '../workflow/work-list.ts';
import { goesOn, type Step, stepsFrom, type Workflow } from '../workflow/workflow.ts';
import { DUTIES } from './duties.ts';
import { ENTRY_EVIDENCE } from './evidence.ts';
import { PALAC, type PalacState } from './palac.ts';

const SUBMITTED: readonly Taken[] = [['submit', 'jo', 'social-worker']];
const SUPPORTED: readonly Taken[] = [...SUBMITTED, ['support', 'tess', 'team-manager']];
const QUALITY_ASSURED: readonly Taken[] = [...SUPPORTED, ['authorise', 'gwen', 'group-manager']];
const AUTHORISED: readonly Taken[] = [...QUALITY_ASSURED, ['director-authorise', 'ada', 'director']];

const WAYS: Readonly<Record<PalacState, readonly Taken[]>> = {
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

const LATER = moment('2026-11-17T09:30:00Z');

const caseIn = (state: PalacState): CaseNow => {
  const now = caseOf(PALAC, 'jo', WAYS[state]);
  if (state !== 'lapsed') return now;
  const clock = { calendar: ENGLAND_BANK_HOLIDAYS, spanOf: () => undefined, at: LATER };
  const lapse = findLapse(PALAC, now, clock);
  assert.ok(lapse !== undefined);
  return after(now, lapse);
};

/** Who may do what where: written down here a second time, from the table of the process and not from the code. */
const MAY: Readonly<Record<string, readonly (readonly [PalacState, Role, PalacState])[]>> = {
  submit: [
    ['draft', 'social-worker', 'with-team-manager'],
    ['returned', 'social-worker', 'with-team-manager'],
  ],
  support: [['with-team-manager', 'team-manager', 'with-group-manager']],
  'return-to-draft': [['with-team-manager', 'team-manager', 'draft']],
  authorise: [['with-group-manager', 'group-manager', 'with-director']],
  return: [['with-group-manager', 'group-manager', 'returned']],
  reject: [['with-group-manager', 'group-manager', 'rejected']],
  'director-authorise': [['with-director', 'director', 'authorised']],
  'director-return': [['with-director', 'director', 'returned']],
  'director-reject': [['with-director', 'director', 'rejected']],
  'came-into-care': [['authorised', 'placements-officer', 'completed']],
  withdraw: [
    ['draft', 'social-worker', 'withdrawn'],
    ['with-team-manager', 'social-worker', 'withdrawn'],
    ['with-group-manager', 'social-worker', 'withdrawn'],
    ['with-director', 'social-worker', 'withdrawn'],
    ['returned', 'social-worker', 'withdrawn'],
    ['authorised', 'social-worker', 'withdrawn'],
  ],
};

const STATES = Object.keys(WAYS) as readonly PalacState[];

/** Where a process allows what the table written here does not, or refuses what it allows. */
const unlikeTheTable = (workflow: Workflow): readonly string[] => {
  const unlike: string[] = [];
  for (const state of STATES) {
    const now = caseIn(state);
    for (const { id, kind } of workflow.steps)
      for (const role of ALL_ROLES) {
        const by = kind === 'withdraw' ? 'jo' : 'somebody new';
        const later = state === 'lapsed' ? { at: LATER } : {};
        const answer = attempt(workflow, now, commandTo(workflow, now, id, { by, parts: [{ role }] }, later));
        const row = MAY[id]?.find(([from, who]) => from === state && who === role);
        if ((answer.kind === 'decided' ? answer.event.to : undefined) !== row?.[2])
          unlike.push(`${id} in ${state} by ${role}`);
      }
  }
  return unlike;
};

test('every step, in every state, by every role: the process allows what its table says and nothing else', () => {
  assert.deepEqual(unlikeTheTable(PALAC), []);
  assert.deepEqual(
    STATES.map((state) => caseIn(state).state),
    STATES,
    'every state was tried',
  );
});

test('a process that lets somebody skip a stage, or do another’s part, would be noticed', () => {
  const changed = (id: string, changes: Partial<Step>): Workflow => ({
    ...PALAC,
    steps: PALAC.steps.map((step) => (step.id === id ? { ...step, ...changes } : step)),
  });
  assert.deepEqual(unlikeTheTable(changed('submit', { to: 'with-director' })), [
    'submit in draft by social-worker',
    'submit in returned by social-worker',
  ]);
  assert.deepEqual(unlikeTheTable(changed('director-authorise', { who: ['director', 'group-manager'] })), [
    'director-authorise in with-director by group-manager',
  ]);
  assert.deepEqual(unlikeTheTable(changed('support', { from: ['with-team-manager', 'rejected'] })), [
    'support in rejected by team-manager',
  ]);
});

/** Decisions open to somebody who made the request or has decided on it before, whatever roles they hold. */
const ownDecisions = (workflow: Workflow): readonly string[] => {
  const parts = ALL_ROLES.map((role) => ({ role }));
  return (
    [
      ['with-team-manager', ['jo']],
      ['with-group-manager', ['jo', 'tess']],
      ['with-director', ['jo', 'tess', 'gwen']],
    ] as const
  ).flatMap(([state, people]) => {
    const now = caseIn(state);
    return stepsFrom(workflow, state)
      .filter(goesOn)
      .flatMap(({ id }) =>
        people
          .filter(
            (by) => attempt(workflow, now, commandTo(workflow, now, id, { by, parts })).kind === 'decided',
          )
          .map((by) => `${id} by ${by}`),
      );
  });
};

test('nobody who made a request decides on it, whatever else they are, and nobody decides on it twice', () => {
  assert.deepEqual(ownDecisions(PALAC), []);
  const now = caseIn('with-director');
  const why = (by: string) => {
    const parts = [{ role: 'director' as const }];
    const answer = attempt(PALAC, now, commandTo(PALAC, now, 'director-authorise', { by, parts }));
    return answer.kind === 'refused' ? answer.name : 'decided';
  };
  assert.deepEqual(['jo', 'tess', 'gwen', 'ada'].map(why), [
    'own-request',
    'had-a-part',
    'had-a-part',
    'decided',
  ]);
});

test('a decision that is not counted as one would be noticed', () => {
  const steps = PALAC.steps.map((step) =>
    step.id === 'director-authorise' ? { ...step, kind: 'record' as const } : step,
  );
  assert.deepEqual(ownDecisions({ ...PALAC, steps }), [
    'director-authorise by jo',
    'director-authorise by tess',
    'director-authorise by gwen',
  ]);
});

test('whoever stands in for the director decides as they would, but not on a request of their own or of theirs', () => {
  const acting = (by: string, actingFor: string) => ({
    by,
    parts: [{ role: 'director' as const, actingFor }],
  });
  const now = caseIn('with-director');
  const taken = attempt(PALAC, now, commandTo(PALAC, now, 'director-authorise', acting('dev', 'ada')));
  assert.ok(taken.kind === 'decided');
  assert.deepEqual(taken.event.by, { person: 'dev', part: { role: 'director', actingFor: 'ada' } });
  for (const [by, actingFor, name] of [
    ['jo', 'ada', 'own-request'],
    ['dev', 'jo', 'own-request'],
    ['gwen', 'ada', 'had-a-part'],
    ['dev', 'gwen', 'had-a-part'],
  ] as const) {
    const answer = attempt(PALAC, now, commandTo(PALAC, now, 'director-authorise', acting(by, actingFor)));
    assert.equal(answer.kind === 'refused' ? answer.name : 'decided', name, `${by} for ${actingFor}`);
  }
});

test('a request sent on anew is looked at anew, by those who looked before as well', () => {
  const again = caseOf(PALAC, 'jo', [...WAYS.returned, ...AUTHORISED]);
  assert.equal(again.state, 'authorised');
});

test('of two who decide at once, the second is told who decided, and when, and nothing of theirs is recorded', () => {
  const now = caseIn('with-director');
  const first = attempt(
    PALAC,
    now,
    commandTo(PALAC, now, 'director-return', { by: 'ada', parts: [{ role: 'director' }] }),
  );
  assert.ok(first.kind === 'decided');
  const second = attempt(
    PALAC,
    after(now, first.event),
    commandTo(PALAC, now, 'director-authorise', { by: 'dev', parts: [{ role: 'director' }] }),
  );
  assert.ok(second.kind === 'refused' && second.name === 'decided-meanwhile');
  assert.match(
    second.sentence,
    /^Ada Osei returned the request to the social worker on 2 November 2026 at \d\d:\d\d,/,
  );
});

test('the same form sent twice is one decision', () => {
  const now = caseIn('with-director');
  const command = commandTo(PALAC, now, 'director-authorise', { by: 'ada', parts: [{ role: 'director' }] });
  const first = attempt(PALAC, now, command);
  assert.ok(first.kind === 'decided' && !first.before);
  const again = attempt(PALAC, after(now, first.event), command);
  assert.ok(again.kind === 'decided' && again.before);
  assert.deepEqual(again.event, first.event);
  const another = attempt(PALAC, after(now, first.event), { ...command, by: 'dev' });
  assert.equal(another.kind, 'refused', 'somebody else’s form is not theirs');
});

test('a request is sent on only when it is complete, and every question that is open is named', () => {
  const now = caseIn('draft');
  const command = commandTo(PALAC, now, 'submit', { by: 'jo', parts: [{ role: 'social-worker' }] });
  const nothing = attempt(PALAC, now, command, { evidence: undefined });
  assert.ok(nothing.kind === 'refused' && nothing.name === 'evidence-missing');
  assert.match(nothing.sentence, /the child, the family, why care, what was tried, the legal basis, duties/);
  const complete = answersTo(questionsOf(ENTRY_EVIDENCE));
  for (const question of questionsOf(ENTRY_EVIDENCE)) {
    if (complete[question.name] === undefined) continue;
    const answers = Object.fromEntries(Object.entries(complete).filter(([name]) => name !== question.name));
    const answer = attempt(PALAC, now, command, { evidence: { revision: 2, answers } });
    if (question.optional === true) assert.equal(answer.kind, 'decided', question.name);
    else
      assert.ok(
        answer.kind === 'refused' &&
          answer.name === 'evidence-missing' &&
          answer.faults.some((fault) => fault.question === question.name),
        question.name,
      );
  }
});

test('each duty is answered, and one not done or not applying says why', () => {
  const complete = answersTo(questionsOf(ENTRY_EVIDENCE));
  const now = caseIn('draft');
  const command = commandTo(PALAC, now, 'submit', { by: 'jo', parts: [{ role: 'social-worker' }] });
  assert.equal(Object.keys(DUTIES).length, 14);
  for (const duty of Object.keys(DUTIES))
    for (const said of ['not-yet', 'does-not-apply']) {
      const evidence = { revision: 2, answers: { ...complete, [duty]: said } };
      const answer = attempt(PALAC, now, command, { evidence });
      assert.ok(answer.kind === 'refused' && answer.name === 'evidence-missing', duty);
      assert.deepEqual(
        answer.faults.map(({ question }) => question),
        [`${duty}-why`],
      );
    }
});

test('each decision says what it must: why it is supported, what has to change, who tells the family', () => {
  for (const { id, from, who, asks } of PALAC.steps) {
    const [state] = from as readonly [PalacState];
    const [role] = who as readonly [Role];
    const now = caseIn(state);
    const by = role === 'social-worker' ? 'jo' : 'somebody new';
    for (const question of asks) {
      const said = Object.fromEntries(
        Object.entries(answersTo(asks)).filter(([name]) => name !== question.name),
      );
      const answer = attempt(PALAC, now, commandTo(PALAC, now, id, { by, parts: [{ role }] }, { said }));
      assert.equal(
        answer.kind,
        question.optional === true ? 'decided' : 'refused',
        `${id}: ${question.name}`,
      );
    }
  }
});

test('the director does not authorise without the panel’s view, where there is a panel', () => {
  const now = caseIn('with-director');
  const command = commandTo(PALAC, now, 'director-authorise', { by: 'ada', parts: [{ role: 'director' }] });
  const answer = attempt(PALAC, now, command, { isMet: (need) => need !== 'panel-view' });
  assert.ok(answer.kind === 'refused' && answer.name === 'need-not-met');
  assert.match(answer.sentence, /Entry to Care Panel/);
});

test('a child is not said to have come into care before the record says when', () => {
  const now = caseIn('authorised');
  const command = commandTo(PALAC, now, 'came-into-care', {
    by: 'paige',
    parts: [{ role: 'placements-officer' }],
  });
  const answer = attempt(PALAC, now, command, { isMet: (need) => need !== 'looked-after-start' });
  assert.equal(answer.kind === 'refused' && answer.name, 'need-not-met');
});

test('an authorisation lapses after ten working days, or as many as the authority has set, and not on the tenth', () => {
  const now = caseIn('authorised');
  const lapseOn = (at: string, days?: number) =>
    findLapse(PALAC, now, {
      calendar: ENGLAND_BANK_HOLIDAYS,
      spanOf: (setting) => (setting === 'palac-lapse' ? days : undefined),
      at: moment(at),
    });
  // Authorised on Monday 2 November 2026: the tenth working day after it is Monday 16 November.
  assert.equal(lapseOn('2026-11-16T23:59:00Z'), undefined);
  assert.equal(lapseOn('2026-11-17T00:00:00Z')?.to, 'lapsed');
  assert.equal(lapseOn('2026-11-17T00:00:00Z', 11), undefined);
  assert.equal(lapseOn('2026-11-10T00:00:00Z', 5)?.to, 'lapsed');
  const late = commandTo(
    PALAC,
    now,
    'came-into-care',
    { by: 'paige', parts: [{ role: 'placements-officer' }] },
    { at: LATER },
  );
  const answer = attempt(PALAC, now, late);
  assert.ok(answer.kind === 'refused' && answer.name === 'lapsed');
});

test('a request is withdrawn by whoever made it or now works with the child, and by no other social worker', () => {
  const now = caseIn('with-group-manager');
  const who = { by: 'kit', parts: [{ role: 'social-worker' as const }] };
  const other = attempt(PALAC, now, commandTo(PALAC, now, 'withdraw', who));
  assert.equal(other.kind === 'refused' && other.name, 'not-yours-to-withdraw');
  assert.equal(
    attempt(PALAC, now, commandTo(PALAC, now, 'withdraw', who, { worksWithChild: true })).kind,
    'decided',
  );
});

test('the story of a request is told in words, newest first, with what each person said', () => {
  const told = chronologyOf(PALAC, caseIn('rejected'), nameOf);
  assert.deepEqual(
    told.map(({ sentence }) => sentence),
    [
      'Gwen Hale, group manager, rejected the request',
      'Tess Marlow, team manager, supported the request',
      'Jo Park, social worker, sent the request to the team manager',
      'Jo Park, social worker, began the request',
    ],
  );
  assert.deepEqual(told[1]?.said[0], {
    label: 'When did you discuss it with the social worker?',
    isBrief: true,
    paragraphs: ['30 October 2026'],
  });
  const lapsed = chronologyOf(PALAC, caseIn('lapsed'), nameOf);
  assert.equal(lapsed[0]?.sentence, 'It lapsed, because the child had not come into care in time');
});

test('it is on the list of whoever can take it on, for how long and since when, and late once its day is over', () => {
  const now = caseIn('with-director');
  const clock = { calendar: ENGLAND_BANK_HOLIDAYS, spanOf: () => undefined };
  const list = (by: string, role: Role, at = '2026-11-03T12:00:00Z') =>
    waitingFor(PALAC, now, { by, parts: [{ role }], at: moment(at), ...clock });
  assert.equal(list('ada', 'director')?.for, 'me');
  assert.equal(list('jo', 'social-worker')?.for, 'others');
  assert.equal(list('tess', 'team-manager')?.for, 'others');
  assert.equal(list('kit', 'social-worker')?.for, 'team');
  // Group manager acting up as director: it was them before.
  assert.equal(list('gwen', 'director')?.for, 'others');
  const waiting = list('ada', 'director');
  assert.deepEqual(
    [waiting?.roles, waiting?.workingDays, waiting?.due, waiting?.overdue],
    [['director'], 1, '2026-11-03', false],
  );
  assert.equal(list('ada', 'director', '2026-11-04T00:00:00Z')?.overdue, true);
  assert.equal(
    waitingFor(PALAC, caseIn('rejected'), { by: 'ada', parts: [{ role: 'director' }], at: START, ...clock }),
    undefined,
  );
});
