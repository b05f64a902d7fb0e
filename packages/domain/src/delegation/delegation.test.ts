import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assignmentOf } from '../../test/access.ts';
import type { RoleAssignment } from '../access/actor.ts';
import { ALL_ROLES, type Role } from '../access/role.ts';
import { day } from '../calendar/day.ts';
import { type Moment, minuteNumber, moment, momentFromMilliseconds } from '../calendar/moment.ts';
import { type Delegation, isInForce, overFrom, overlap, phaseOf } from './delegation.ts';
import { actingAssignments, isSeniorEnough, STOOD_IN_FOR, whoMayStandInFor } from './may-stand-in.ts';

/** 20 November 2026 at 17:00. */
const BASE = minuteNumber(moment('2026-11-20T17:00:00Z')) * 60_000;
const at = (seconds: number): Moment => momentFromMilliseconds(BASE + seconds * 1000);

const aDelegation = (changes: Partial<Delegation> = {}): Delegation => ({
  id: 1,
  forPerson: 'ada',
  role: 'director',
  standsIn: 'sam',
  reason: 'duty',
  starts: at(0),
  ends: at(3600),
  recordedBy: 'ada',
  recordedAt: at(-60),
  ended: null,
  ...changes,
});

/** Seconds near each other, so that every order and every meeting of bounds is drawn. */
const second = fc.integer({ min: 0, max: 12 });
const dated = fc
  .record({ from: second, lasts: fc.integer({ min: 1, max: 8 }), ended: fc.option(second) })
  .map(({ from, lasts, ended }) => ({
    from,
    to: ended === null ? from + lasts : Math.min(from + lasts, ended),
    delegation: aDelegation({
      starts: at(from),
      ends: at(from + lasts),
      ended: ended === null ? null : { by: 'ada', at: at(ended) },
    }),
  }));

type InForce = typeof isInForce;

/** Where an answer to "is it in force?" parts from counting the seconds. */
const wrongBounds = (answer: InForce): boolean => {
  try {
    fc.assert(
      fc.property(dated, second, ({ from, to, delegation }, now) => {
        assert.equal(answer(delegation, at(now)), from <= now && now < to);
      }),
      { seed: 5 },
    );
    return false;
  } catch {
    return true;
  }
};

test('a delegation holds from its first moment, up to and without the moment it ends or is ended', () => {
  assert.equal(wrongBounds(isInForce), false);
  const one = aDelegation();
  assert.deepEqual(
    [
      '2026-11-20T16:59:59.999999Z',
      '2026-11-20T17:00:00Z',
      '2026-11-20T17:59:59.999999Z',
      '2026-11-20T18:00:00Z',
    ].map((text) => isInForce(one, moment(text))),
    [false, true, true, false],
  );
});

test('saboteurs: an answer that forgets the dates, the early end, or counts the last moment in, is noticed', () => {
  const saboteurs: readonly InForce[] = [
    () => true,
    ({ starts, ends }, now) => starts <= now && now < ends,
    (one, now) => one.starts <= now && now <= overFrom(one),
    (one, now) => one.starts < now && now < overFrom(one),
    (one, now) => now < overFrom(one),
  ];
  assert.deepEqual(
    saboteurs.map(wrongBounds),
    saboteurs.map(() => true),
  );
});

test('what is in force is now, what is not is to come or past, and what is past never comes back', () => {
  fc.assert(
    fc.property(dated, second, second, ({ delegation }, a, b) => {
      const [first, then] = [Math.min(a, b), Math.max(a, b)].map((seconds) =>
        phaseOf(delegation, at(seconds)),
      );
      assert.equal(phaseOf(delegation, at(a)) === 'now', isInForce(delegation, at(a)));
      assert.ok(first !== 'past' || then === 'past');
    }),
  );
});

test('two overlap exactly when there is a moment at which both hold', () => {
  fc.assert(
    fc.property(dated, dated, (one, other) => {
      const both = Array.from({ length: 24 }, (_, n) => at(n)).some(
        (m) => isInForce(one.delegation, m) && isInForce(other.delegation, m),
      );
      assert.equal(overlap(one.delegation, other.delegation), both);
    }),
  );
});

const PEOPLE: Readonly<Record<string, readonly RoleAssignment[]>> = {
  ada: [assignmentOf('director'), assignmentOf('administrator')],
  gwen: [assignmentOf('group-manager', { serviceId: 'looked-after' })],
  sam: [assignmentOf('group-manager', { serviceId: 'assessment' })],
  tess: [assignmentOf('team-manager', { teamId: 'north-team' })],
  jo: [assignmentOf('social-worker', { teamId: 'north-team' })],
  finn: [assignmentOf('finance')],
};
const rolesOf = (person: string) => PEOPLE[person] ?? [];
const acting = (changes: Partial<Delegation>, now = 10, roles = rolesOf) => {
  const one = aDelegation(changes);
  return actingAssignments(one.standsIn, [one], { rolesOf: roles, at: at(now) });
};

test('whoever stands in has the colleague’s role, as far as it reaches for them, and none of their others', () => {
  assert.deepEqual(acting({}), [{ ...assignmentOf('director'), actingFor: 'ada' }]);
  assert.deepEqual(acting({ forPerson: 'gwen', role: 'group-manager', standsIn: 'tess' }), [
    { ...assignmentOf('group-manager', { serviceId: 'looked-after' }), actingFor: 'gwen' },
  ]);
  assert.deepEqual(actingAssignments('tess', [aDelegation()], { rolesOf, at: at(10) }), [], 'it is Sam’s');
});

test('outside its hours, and once the colleague no longer has the role or the person their own, it gives nothing', () => {
  fc.assert(
    fc.property(dated, second, ({ from, to, delegation }, now) => {
      assert.equal(
        actingAssignments('sam', [delegation], { rolesOf, at: at(now) }).length,
        from <= now && now < to ? 1 : 0,
      );
    }),
  );
  const over = (who: string) => (person: string) =>
    rolesOf(person).map((held) => (person === who ? { ...held, ends: day('2026-11-20') } : held));
  assert.deepEqual(acting({}, 10, over('ada')), []);
  assert.deepEqual(acting({}, 10, over('sam')), []);
});

test('standing in is not handed on: a role held for a colleague makes nobody senior enough', () => {
  const asDirector: RoleAssignment = { ...assignmentOf('director'), actingFor: 'ada' };
  assert.equal(isSeniorEnough([asDirector], 'director', at(0)), false);
  assert.equal(isSeniorEnough([assignmentOf('director')], 'director', at(0)), true);
});

test('each role is stood in for by its own rank, those above, and one step below; roles that decide nothing by nobody', () => {
  const table: Readonly<Partial<Record<Role, readonly Role[]>>> = {
    'team-manager': ['social-worker', 'team-manager', 'group-manager', 'director'],
    'group-manager': ['team-manager', 'group-manager', 'director'],
    director: ['group-manager', 'director'],
    'reviewing-officer': ['reviewing-officer'],
  };
  for (const role of ALL_ROLES) assert.deepEqual(whoMayStandInFor(role), table[role] ?? [], role);
  assert.deepEqual(STOOD_IN_FOR.toSorted(), Object.keys(table).toSorted());
  for (const person of ['jo', 'tess', 'finn']) assert.deepEqual(acting({ standsIn: person }), [], person);
});
