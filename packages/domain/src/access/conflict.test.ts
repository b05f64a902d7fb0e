import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TODAY } from '../../test/access.ts';
import { day } from '../calendar/day.ts';
import type { Actor, RoleAssignment } from './actor.ts';
import { answersFor } from './conflict.ts';
import { ALL_ROLES, type Role } from './role.ts';

const holding = (id: string, role: Role, where: Partial<RoleAssignment> = {}): Actor => ({
  id,
  assignments: [{ role, starts: day('2020-01-01'), ends: day('2099-01-01'), ...where }],
});
const serviceOf = (team: string) => (team === 'east' ? 'care' : 'assessment');
const asks = (keeper: Actor, colleague: Actor) => answersFor({ keeper, colleague, on: TODAY, serviceOf });

const [EAST, WEST, CARE] = [{ teamId: 'east' }, { teamId: 'west' }, { serviceId: 'care' }];
const jo = holding('jo', 'social-worker', EAST);
const tess = holding('tess', 'team-manager', EAST);
const gwen = holding('gwen', 'group-manager', CARE);
const ada = holding('ada', 'director');

test('a manager answers for those of their own team or service, and a director for everybody', () => {
  const kit = holding('kit', 'social-worker', WEST);
  assert.deepEqual([asks(tess, jo), asks(gwen, jo), asks(ada, jo)], [true, true, true]);
  assert.deepEqual([asks(tess, kit), asks(gwen, kit), asks(ada, kit)], [false, false, true]);
  assert.deepEqual([asks(gwen, tess), asks(ada, gwen)], [true, true]);
});

test('nobody answers for somebody above them, for somebody who has a role elsewhere too, or for themselves', () => {
  assert.deepEqual([asks(tess, gwen), asks(tess, ada), asks(gwen, ada)], [false, false, false]);
  const both = { ...jo, assignments: [...jo.assignments, ...holding('jo', 'performance').assignments] };
  assert.deepEqual([asks(tess, both), asks(ada, both)], [false, true]);
  for (const one of [tess, gwen, ada]) assert.equal(asks(one, one), false, one.id);
  const nobody = { id: 'gone', assignments: [] };
  assert.deepEqual([asks(tess, nobody), asks(ada, nobody)], [false, true]);
});

test('whoever only stands in for a manager answers for nobody, and no other role does', () => {
  const standsIn = holding('kit', 'director', { actingFor: 'ada' });
  assert.equal(asks(standsIn, jo), false);
  for (const role of ALL_ROLES)
    assert.equal(asks(holding('one', role, { ...EAST, ...CARE }), jo), /manager|director/.test(role), role);
});
