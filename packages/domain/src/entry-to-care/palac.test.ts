import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo, attempt, commandTo } from '../../test/cases.ts';
import { caseIn, LATER, WAYS } from '../../test/palac-cases.ts';
import { ALL_ROLES, type Role } from '../access/role.ts';
import { isAsked, questionsOf } from '../form/form.ts';
import type { Step, Workflow } from '../workflow/workflow.ts';
import { DUTIES } from './duties.ts';
import { ENTRY_EVIDENCE } from './evidence.ts';
import { PALAC, type PalacState } from './palac.ts';

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
  'care-begins': [
    ['authorised', 'placements-officer', 'completed'],
    ['authorised', 'social-worker', 'completed'],
  ],
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
      if (!isAsked(question, answersTo(asks))) continue;
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
