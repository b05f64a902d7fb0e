import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aChild, assignmentOf, someone, TODAY } from '../../test/access.ts';
import { addDays, day } from '../calendar/day.ts';
import { ALL_ACTIONS, actionMeaning } from './action.ts';
import { type Actor, findAssignmentFault } from './actor.ts';
import { mayAttempt } from './may-attempt.ts';
import { mayDoTo } from './may-do-to.ts';
import { POLICY } from './policy.ts';
import { isPurpose } from './purpose.ts';
import { ALL_ROLES } from './role.ts';

const nameOf = (answer: { kind: string; name?: string }): string => answer.name ?? answer.kind;

test('someone with no role may do nothing', () => {
  for (const action of ['see-home', 'sign-in-account', 'view-measure', 'view-child'] as const)
    assert.equal(
      nameOf(mayAttempt({ actor: { id: 'person-1', assignments: [] }, action, on: TODAY })),
      'not-your-role',
    );
});

test('someone with several roles may do what any of them may, the widest first', () => {
  const both = mayAttempt({ actor: someone('social-worker', 'director'), action: 'view-child', on: TODAY });
  assert.ok(both.kind === 'may');
  assert.deepEqual(
    both.grants.map((g) => g.scope),
    ['authority', 'own-cases'],
  );
});

test('a role counts from the day it begins until the day it ends', () => {
  const actor: Actor = {
    id: 'person-1',
    assignments: [assignmentOf('director', { starts: TODAY, ends: addDays(TODAY, 10) })],
  };
  const on = (d: number) => nameOf(mayAttempt({ actor, action: 'view-child', on: addDays(TODAY, d) }));
  assert.deepEqual([-1, 0, 9, 10].map(on), ['access-not-begun', 'may', 'may', 'access-ended']);
});

test('a role ended before it began is over, not still to come', () => {
  const starts = addDays(TODAY, 5);
  const actor: Actor = { id: 'person-1', assignments: [assignmentOf('director', { starts, ends: starts })] };
  for (const d of [0, 5, 6])
    assert.equal(nameOf(mayAttempt({ actor, action: 'view-child', on: addDays(TODAY, d) })), 'access-ended');
});

test('an inspector’s access has an end or does not begin, and another role does not stretch it', () => {
  const endless = assignmentOf('inspector', { ends: null });
  const ask = (assignments: Actor['assignments']) =>
    mayAttempt({ actor: { id: 'person-1', assignments }, action: 'view-audit', on: TODAY });
  assert.equal(nameOf(ask([endless])), 'end-needed');
  assert.equal(findAssignmentFault(endless)?.name, 'end-needed');
  assert.equal(nameOf(ask([assignmentOf('inspector')])), 'may');
  const over = assignmentOf('inspector', { ends: day('2026-11-20') });
  assert.equal(nameOf(ask([over, assignmentOf('team-manager', { teamId: 'north-team' })])), 'access-ended');
});

test('a role that sees its team needs to be told which, and loses only that until it is', () => {
  const actor: Actor = { id: 'person-1', assignments: [assignmentOf('social-worker')] };
  assert.equal(nameOf(mayAttempt({ actor, action: 'view-measure', on: TODAY })), 'team-needed');
  assert.equal(nameOf(mayAttempt({ actor, action: 'view-child', on: TODAY })), 'may');
  assert.equal(findAssignmentFault(assignmentOf('group-manager'))?.name, 'service-needed');
  assert.equal(findAssignmentFault(assignmentOf('director')), undefined);
});

test('an analyst of one team or service sees no further, and never widens', () => {
  const analystOf = (where: object): Actor => ({
    id: 'person-1',
    assignments: [assignmentOf('performance', where)],
  });
  const sees = (actor: Actor, child: Parameters<typeof aChild>[0]) =>
    nameOf(mayDoTo({ actor, action: 'view-child', child: aChild(child), on: TODAY }));
  assert.equal(sees(analystOf({ teamId: 'north-team' }), {}), 'may');
  assert.equal(sees(analystOf({ teamId: 'north-team' }), { teamId: 'south-team' }), 'out-of-reach');
  assert.equal(sees(analystOf({ serviceId: 'looked-after-service' }), { teamId: 'south-team' }), 'may');
  assert.equal(sees(analystOf({ serviceId: 'looked-after-service' }), { serviceId: null }), 'out-of-reach');
});

test('a list of children leaves the service only with a purpose', () => {
  const ask = { actor: someone('performance'), action: 'download-children', on: TODAY } as const;
  const refusal = mayAttempt(ask);
  assert.ok(refusal.kind === 'refused');
  assert.equal(refusal.name, 'purpose-needed');
  assert.equal(refusal.sentence, 'Say why before you download a list of children.');
  assert.equal(mayAttempt({ ...ask, purpose: 'inspection' }).kind, 'may');
  assert.ok(isPurpose('court') && !isPurpose('curiosity') && !isPurpose('constructor'));
});

test('a purpose opens nothing that the role does not', () => {
  const answer = mayAttempt({
    actor: someone('elected-member'),
    action: 'download-children',
    on: TODAY,
    purpose: 'oversight',
  });
  assert.equal(nameOf(answer), 'figures-only');
});

test('a role narrowed to a team or service does nothing that touches the whole authority', () => {
  const ask = (assignments: Actor['assignments'], action: (typeof ALL_ACTIONS)[number]) =>
    mayAttempt({ actor: { id: 'person-1', assignments }, action, on: TODAY });
  let asked = 0;
  for (const role of ALL_ROLES)
    for (const action of ALL_ACTIONS) {
      if (actionMeaning(action).touches !== 'authority' || POLICY[role][action] === undefined) continue;
      asked += 1;
      for (const where of [{ teamId: 'north-team' }, { serviceId: 'looked-after-service' }]) {
        const answer = ask([assignmentOf(role, where)], action);
        assert.ok(answer.kind === 'refused' && answer.name === 'whole-authority-needed', `${role} ${action}`);
        assert.match(
          answer.sentence,
          /^Your role is for one (team|service), and to .* it must be for the whole/,
        );
        // Another role, not narrowed, still does, and only by itself.
        const both = ask([assignmentOf(role, where), assignmentOf(role)], action);
        assert.ok(both.kind === 'may');
        assert.deepEqual(
          both.grants.map(({ assignment }) => assignment),
          [assignmentOf(role)],
        );
      }
    }
  assert.ok(asked >= 7);
  const narrowed = [assignmentOf('performance', { teamId: 'north-team' })];
  assert.equal(ask(narrowed, 'view-measure').kind, 'may');
  assert.equal(ask(narrowed, 'see-home').kind, 'may');
});
