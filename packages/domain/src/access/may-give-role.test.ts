import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assignmentOf, someone, TODAY } from '../../test/access.ts';
import { day } from '../calendar/day.ts';
import type { RoleAssignment } from './actor.ts';
import { mayGiveRole } from './may-give-role.ts';
import { ALL_ROLES, type Role } from './role.ts';

const give = (giver: Role, assignment: RoleAssignment, personId = 'person-2'): string => {
  const answer = mayGiveRole({ actor: someone(giver), personId, assignment, on: TODAY });
  return answer.kind === 'may' ? 'may' : answer.name;
};

test('only an administrator gives roles', () => {
  for (const role of ALL_ROLES)
    assert.equal(
      give(role, assignmentOf('director')),
      role === 'administrator' ? 'may' : 'not-your-role',
      role,
    );
});

test('nobody gives a role to themselves', () => {
  assert.equal(give('administrator', assignmentOf('director'), 'person-1'), 'own-role');
});

test('a role is given whole: its team or service, its end where it needs one, and dates in order', () => {
  assert.equal(give('administrator', assignmentOf('team-manager')), 'team-needed');
  assert.equal(give('administrator', assignmentOf('team-manager', { teamId: 'north-team' })), 'may');
  assert.equal(
    give('administrator', assignmentOf('group-manager', { teamId: 'north-team' })),
    'service-needed',
  );
  assert.equal(give('administrator', assignmentOf('inspector', { ends: null })), 'end-needed');
  assert.equal(give('administrator', assignmentOf('inspector')), 'may');
  assert.equal(
    give('administrator', assignmentOf('director', { starts: TODAY, ends: day('2026-11-01') })),
    'ends-before-it-starts',
  );
});
