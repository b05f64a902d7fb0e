import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assignmentOf } from '../../test/access.ts';
import type { Actor, RoleAssignment } from '../access/actor.ts';
import { day } from '../calendar/day.ts';
import { momentOnLondonClock } from '../calendar/london-time.ts';
import { type Moment, moment } from '../calendar/moment.ts';
import type { Delegation } from './delegation.ts';
import {
  delegationFault,
  endDelegationFault,
  longestUntil,
  type MakingDelegation,
  type NewDelegation,
} from './make-delegation.ts';

const NOW = moment('2026-11-20T16:30:00Z');
const on = (d: string, time = '08:00'): Moment => momentOnLondonClock(day(d), time) as Moment;

const PEOPLE: Readonly<Record<string, readonly RoleAssignment[]>> = {
  Ada: [assignmentOf('director')],
  Dev: [assignmentOf('director')],
  Gwen: [assignmentOf('group-manager', { serviceId: 'looked-after' })],
  Sam: [assignmentOf('group-manager', { serviceId: 'assessment' })],
  Tess: [assignmentOf('team-manager', { teamId: 'north-team' })],
  Jo: [assignmentOf('social-worker', { teamId: 'north-team' })],
  Abe: [assignmentOf('administrator')],
  Pat: [assignmentOf('placements-officer')],
  Nia: [assignmentOf('director', { teamId: 'north-team' })],
};
const rolesOf = (person: string) => PEOPLE[person] ?? [];
const actor = (id: string): Actor => ({ id, assignments: rolesOf(id) });

const WANTED: NewDelegation = {
  forPerson: 'Ada',
  role: 'director',
  standsIn: 'Sam',
  reason: 'duty',
  starts: on('2026-11-20', '17:00'),
  ends: on('2026-11-23'),
};
const fault = (by: string, changes: Partial<NewDelegation> = {}, others: MakingDelegation['others'] = []) =>
  delegationFault(
    { ...WANTED, ...changes },
    {
      actor: actor(by),
      at: NOW,
      rolesOf,
      others,
      nameOf: (person) => person,
    },
  );
const nameOf = (by: string, changes: Partial<NewDelegation> = {}, others: MakingDelegation['others'] = []) =>
  fault(by, changes, others)?.name ?? 'may';

/** Who of all would be let appoint whom, for whom: as "by: standsIn for forPerson". */
const selfAppointments = (ask: typeof nameOf): readonly string[] =>
  Object.keys(PEOPLE).flatMap((by) =>
    Object.keys(PEOPLE).flatMap((forPerson) =>
      (['team-manager', 'group-manager', 'director'] as const)
        .filter((role) => ask(by, { forPerson, role, standsIn: by }) === 'may')
        .map((role) => `${by} for ${forPerson} as ${role}`),
    ),
  );

test('nobody appoints themselves, whoever they are and whoever they would stand in for', () => {
  assert.deepEqual(selfAppointments(nameOf), []);
  assert.equal(nameOf('Dev', { standsIn: 'Dev' }), 'appoints-themselves');
  assert.match(fault('Dev', { standsIn: 'Dev' })?.sentence ?? '', /Ada, a director or an administrator can/);
});

test('saboteur: were self-appointment let through, it would be noticed', () => {
  const letting: typeof nameOf = (by, changes) => {
    const name = nameOf(by, changes);
    return name === 'appoints-themselves' ? 'may' : name;
  };
  assert.ok(selfAppointments(letting).includes('Dev for Ada as director'));
});

test('the person who is stood in for appoints, or a director or an administrator, and nobody else', () => {
  const who = ['Ada', 'Dev', 'Abe', 'Gwen', 'Tess', 'Jo', 'Pat', 'Nia'];
  assert.deepEqual(
    who.map((by) => nameOf(by)),
    [
      'may',
      'may',
      'may',
      'not-yours-to-appoint',
      'not-yours-to-appoint',
      'not-your-role',
      'not-your-role',
      'not-yours-to-appoint',
    ],
  );
  const gwen = { forPerson: 'Gwen', role: 'group-manager', standsIn: 'Tess' } as const;
  assert.deepEqual(
    ['Gwen', 'Ada', 'Sam'].map((by) => nameOf(by, gwen)),
    ['may', 'may', 'not-yours-to-appoint'],
  );
});

test('whoever stands in is senior enough, and whoever is stood in for has the role then', () => {
  assert.equal(nameOf('Ada', { standsIn: 'Tess' }), 'not-senior-enough');
  assert.match(
    fault('Ada', { standsIn: 'Tess' })?.sentence ?? '',
    /^Tess is not senior enough then. Whoever stands in for a director is a group manager or a director\.$/,
  );
  assert.equal(nameOf('Ada', { standsIn: 'Pat' }), 'not-senior-enough');
  assert.equal(nameOf('Ada', { forPerson: 'Gwen' }), 'role-not-held');
  assert.equal(nameOf('Ada', { forPerson: 'Jo', role: 'social-worker' }), 'role-not-held');
  assert.equal(nameOf('Ada', { standsIn: 'Ada' }), 'for-themselves');
  const later = { starts: on('2027-01-01', '09:00'), ends: on('2027-01-02') };
  assert.equal(nameOf('Ada', later), 'role-not-held', 'the roles of these people end with the year');
});

test('it begins now or later, ends after it begins, and lasts no longer than its reason does', () => {
  assert.equal(nameOf('Ada', { starts: NOW }), 'may');
  assert.equal(nameOf('Ada', { starts: moment('2026-11-20T16:29:59Z') }), 'begins-in-the-past');
  assert.equal(nameOf('Ada', { ends: WANTED.starts }), 'ends-before-it-begins');
  for (const [reason, last, day] of [
    ['duty', '2026-11-27', '7 days'],
    ['leave', '2027-01-01', '6 weeks'],
    ['acting-up', '2027-02-19', '13 weeks'],
  ] as const) {
    assert.equal(nameOf('Ada', { reason, ends: on(last, '17:00') }), 'may', reason);
    const longer = fault('Ada', { reason, ends: on(last, '17:01') });
    assert.equal(longer?.name, 'too-long', reason);
    assert.match(longer?.sentence ?? '', new RegExp(`lasts ${day} at most\\. [A-Z].*\\.$`));
  }
});

test('a week is a week by London’s clock, when the clocks change in it too', () => {
  assert.equal(longestUntil('duty', on('2026-10-23', '17:00')), on('2026-10-30', '17:00'));
  assert.equal(longestUntil('duty', on('2027-03-26', '17:00')), on('2027-04-02', '17:00'));
  assert.equal(on('2026-10-25', '01:30'), '2026-10-25T00:30:00.000000Z', 'the first of the two');
  assert.equal(momentOnLondonClock(day('2027-03-28'), '01:30'), undefined, 'no clock shows it');
  assert.ok(longestUntil('duty', on('2027-03-21', '01:30')) > on('2027-03-28', '00:59'));
});

test('two people do not stand in for one at the same time in the same role, and the refusal says who does', () => {
  const held: Delegation = {
    ...WANTED,
    id: 1,
    recordedBy: 'Ada',
    recordedAt: NOW,
    ended: null,
  };
  const second = { standsIn: 'Dev', starts: on('2026-11-22', '12:00'), ends: on('2026-11-24') };
  const refused = fault('Ada', second, [held]);
  assert.equal(refused?.name, 'stood-in-for-already');
  assert.match(
    refused?.sentence ?? '',
    /^Sam stands in for Ada as director from 20 November 2026 at 17:00 to 23 November 2026 at 08:00\./,
  );
  assert.equal(nameOf('Ada', { ...second, starts: held.ends }, [held]), 'may', 'one after the other');
  const endedEarly = { ...held, ended: { by: 'Ada', at: on('2026-11-22', '12:00') } };
  assert.equal(nameOf('Ada', second, [endedEarly]), 'may');
});

test('it is ended by either of the two, a director or an administrator, and nobody else', () => {
  const end = (by: string) =>
    endDelegationFault({ forPerson: 'Gwen', standsIn: 'Tess' }, { actor: actor(by), on: day('2026-11-20') })
      ?.name ?? 'may';
  assert.deepEqual(['Gwen', 'Tess', 'Ada', 'Abe', 'Sam', 'Jo', 'Nia', 'Pat'].map(end), [
    'may',
    'may',
    'may',
    'may',
    'not-yours-to-end',
    'not-yours-to-end',
    'not-yours-to-end',
    'not-your-role',
  ]);
});
