import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, attempt, caseOf, commandTo } from '../../test/cases.ts';
import { AUTHORISED, caseIn, WAYS } from '../../test/palac-cases.ts';
import { ALL_ROLES } from '../access/role.ts';
import { PALAC } from '../entry-to-care/palac.ts';
import { stepsOnFrom, type Workflow } from './workflow.ts';

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
    return stepsOnFrom(workflow, state).flatMap(({ id }) =>
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
