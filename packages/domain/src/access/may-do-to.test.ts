import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aChild, aChildElsewhere, someone, TODAY } from '../../test/access.ts';
import { ALL_ACTIONS, isChildAction } from './action.ts';
import type { Actor } from './actor.ts';
import { type ChildForAccess, grantReaches, mayDoTo } from './may-do-to.ts';
import { POLICY } from './policy.ts';
import { ALL_ROLES, type Role } from './role.ts';

const CHILD_ACTIONS = ALL_ACTIONS.filter(isChildAction);
const REASON = { reason: 'Covering for the duty manager tonight' };

const open = (actor: Actor, child: ChildForAccess, breakGlass?: { reason: string }): string => {
  const ask = { actor, action: 'view-child', child, on: TODAY } as const;
  const answer = mayDoTo(breakGlass === undefined ? ask : { ...ask, breakGlass });
  return answer.kind === 'may' ? 'may' : answer.name;
};

test('each role opens the records its reach holds, and no others', () => {
  const openers: readonly (readonly [Role, ChildForAccess, ChildForAccess])[] = [
    ['social-worker', aChild({ teamId: 'south-team' }), aChild({ workerIds: ['person-9'] })],
    ['fostering-adoption', aChild({ serviceId: null }), aChild({ workerIds: [] })],
    [
      'reviewing-officer',
      aChildElsewhere({ workerIds: [], reviewingOfficerIds: ['person-1'] }),
      aChild({ workerIds: ['person-1'], reviewingOfficerIds: ['person-9'] }),
    ],
    ['team-manager', aChild({ workerIds: [] }), aChild({ teamId: 'south-team' })],
    ['group-manager', aChild({ teamId: 'south-team' }), aChild({ serviceId: 'disability-service' })],
  ];
  for (const [role, near, far] of openers) {
    assert.equal(open(someone(role), near), 'may', role);
    assert.equal(open(someone(role), far), 'out-of-reach', role);
  }
  for (const role of ['director', 'placements-officer', 'performance', 'inspector'] as const)
    assert.equal(open(someone(role), aChildElsewhere()), 'may', role);
});

test('whoever chairs the hearing of a case reaches it from wherever they work, in a role that chairs and in no other', () => {
  const chaired = aChildElsewhere({ chairIds: ['person-1'] });
  const seen = (role: Role, child: ChildForAccess) =>
    mayDoTo({ actor: someone(role), action: 'see-panel-case', child, on: TODAY }).kind;
  for (const role of ['group-manager', 'reviewing-officer'] as const) {
    assert.equal(seen(role, chaired), 'may', role);
    assert.equal(seen(role, aChildElsewhere({ chairIds: ['person-2'] })), 'refused', role);
    assert.equal(seen(role, { ...chaired, conflictedIds: ['person-1'] }), 'refused', role);
    assert.equal(seen(role, { ...chaired, restricted: true }), 'refused', role);
  }
  for (const role of ['team-manager', 'social-worker'] as const)
    assert.equal(seen(role, chaired), 'refused', role);
});

test('a child whose team and worker are not recorded is in no team’s reach', () => {
  const unplaced = aChild({ workerIds: [], teamId: null, serviceId: null });
  for (const role of ['social-worker', 'team-manager', 'group-manager'] as const)
    assert.equal(open(someone(role), unplaced), 'out-of-reach');
  assert.equal(open(someone('director'), unplaced), 'may');
});

test('every role with every action on a child is allowed only where the table says', () => {
  for (const role of ALL_ROLES)
    for (const action of CHILD_ACTIONS) {
      const answer = mayDoTo({
        actor: someone(role),
        action,
        child: aChild(),
        on: TODAY,
        purpose: 'oversight',
      });
      assert.equal(answer.kind === 'may', POLICY[role][action] !== undefined, `${role} ${action}`);
    }
});

test('the second of two roles reaches a child the first does not', () => {
  const child = aChildElsewhere({ workerIds: ['person-1'] });
  assert.equal(open(someone('team-manager'), child), 'out-of-reach');
  assert.equal(open(someone('team-manager', 'social-worker'), child), 'may');
});

test('every sight of a child has to be recorded, with the purpose where one was given', () => {
  const seen = mayDoTo({ actor: someone('director'), action: 'view-child', child: aChild(), on: TODAY });
  assert.ok(seen.kind === 'may');
  assert.deepEqual(seen.mustRecord, [{ kind: 'seen' }]);
  const taken = mayDoTo({
    actor: someone('director'),
    action: 'download-children',
    child: aChild(),
    on: TODAY,
    purpose: 'court',
  });
  assert.ok(taken.kind === 'may');
  assert.deepEqual(taken.mustRecord, [{ kind: 'seen' }, { kind: 'purpose', purpose: 'court' }]);
});

test('a restricted record opens only with a reason, which has to be recorded for review', () => {
  const child = aChild({ restricted: true });
  for (const role of ['social-worker', 'team-manager', 'director', 'performance'] as const) {
    assert.equal(open(someone(role), child), 'restricted-record');
    assert.equal(open(someone(role), child, { reason: '   ' }), 'reason-too-short');
    assert.equal(open(someone(role), child, { reason: 'because' }), 'reason-too-short');
    const answer = mayDoTo({
      actor: someone(role),
      action: 'view-child',
      child,
      on: TODAY,
      breakGlass: { reason: `  ${REASON.reason} ` },
    });
    assert.ok(answer.kind === 'may');
    assert.deepEqual(answer.mustRecord, [{ kind: 'seen' }, { kind: 'break-glass', reason: REASON.reason }]);
  }
});

test('a reason opens one record by itself, never several in a list, and reaches no further', () => {
  const child = aChild({ restricted: true });
  for (const action of ['list-children', 'view-measure-children', 'download-children'] as const) {
    const answer = mayDoTo({
      actor: someone('director'),
      action,
      child,
      on: TODAY,
      purpose: 'oversight',
      breakGlass: REASON,
    });
    assert.equal(answer.kind === 'refused' && answer.name, 'restricted-record', action);
  }
  assert.equal(open(someone('team-manager'), aChildElsewhere({ restricted: true }), REASON), 'out-of-reach');
  assert.equal(open(someone('finance'), child, REASON), 'not-your-role');
});

test('nothing is recorded as a broken glass where no glass was in the way', () => {
  const answer = mayDoTo({
    actor: someone('director'),
    action: 'view-child',
    child: aChild(),
    on: TODAY,
    breakGlass: REASON,
  });
  assert.ok(answer.kind === 'may');
  assert.deepEqual(answer.mustRecord, [{ kind: 'seen' }]);
});

test('a conflict of interest closes the record to anyone, for any action and any reason', () => {
  const child = aChild({ conflictedIds: ['person-1'], restricted: true });
  for (const role of ALL_ROLES)
    for (const action of CHILD_ACTIONS) {
      const answer = mayDoTo({
        actor: someone(role, 'performance', 'placements-officer', 'group-manager', 'director', 'finance'),
        action,
        child,
        on: TODAY,
        purpose: 'oversight',
        breakGlass: REASON,
      });
      assert.equal(answer.kind === 'refused' && answer.name, 'conflict-of-interest', `${role} ${action}`);
    }
  assert.equal(open(someone('director'), aChild({ conflictedIds: ['person-2'] })), 'may');
});

test('a conflict about a child out of reach does not tell that the child is there', () => {
  assert.equal(
    open(someone('team-manager'), aChildElsewhere({ conflictedIds: ['person-1'] })),
    'out-of-reach',
  );
});

test('a provider reaches no child of another provider, and none where no provider is named', () => {
  // No action is given to a provider's reach yet; the reach itself is held here until one is.
  const grantFor = (providerId?: string) => ({
    scope: 'own-provider' as const,
    assignment: {
      role: 'external-provider' as const,
      starts: TODAY,
      ends: null,
      ...(providerId ? { providerId } : {}),
    },
  });
  const living = aChild({ providerIds: ['larch-homes'] });
  assert.ok(grantReaches(grantFor('larch-homes'), someone(), living));
  assert.ok(!grantReaches(grantFor('rowan-care'), someone(), living));
  assert.ok(!grantReaches(grantFor('larch-homes'), someone(), aChild()));
  assert.ok(!grantReaches(grantFor(), someone(), aChild()));
});

test('a child with no team recorded is not in reach of a role with no team recorded', () => {
  const unplaced = aChild({ teamId: null, serviceId: null });
  for (const scope of ['team', 'service'] as const) {
    const assignment = {
      role: 'team-manager',
      starts: TODAY,
      ends: null,
      teamId: null,
      serviceId: null,
    } as const;
    assert.ok(!grantReaches({ scope, assignment }, someone(), unplaced));
  }
});
