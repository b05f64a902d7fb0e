import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, prepare } from '@rightplace/domain';
import { aChild, anEpisode, worker } from '../../test/children-world.ts';
import { type StaffMember, staffOf } from '../child/scope.ts';
import { figureBook, measureOf } from './figure-book.ts';
import { holdingOf, workplacesOf } from './workplaces.ts';

const today = day('2026-11-23');
const EAST = { id: 1, name: 'East team', service: 'Looked after' };
const WEST = { id: 2, name: 'West team', service: 'Assessment' };

const member = (id: number, socialWorkNumber: string, roles: StaffMember['roles']): StaffMember => ({
  id,
  name: `Worker ${id}`,
  socialWorkNumber,
  roles,
});
const role = (name: string, teamId: number | null, starts: string, ends: string | null = null) => ({
  role: name,
  teamId,
  service: null,
  starts: day(starts),
  ends: ends === null ? null : day(ends),
});

const staff = staffOf(
  [
    member(1, 'SW1', [role('social-worker', 1, '2026-01-01')]),
    member(2, 'sw2', [role('social-worker', 2, '2020-01-01')]),
    member(3, 'SW3', [role('social-worker', 1, '2020-01-01', '2025-01-01')]),
    member(4, 'SW4', [role('team-manager', 2, '2020-01-01'), role('social-worker', 1, '2020-01-01')]),
    member(5, 'SW5', [role('performance', null, '2020-01-01')]),
  ],
  [EAST, WEST],
);

test('a worker’s place is where they work now, or last did, as a social worker first', () => {
  const places = workplacesOf(staff, today);
  const teams = ['SW1', 'SW2', 'SW3', 'SW4', 'SW5'].map((number) => places.get(number)?.teamId);
  assert.deepEqual(teams, [1, 2, 1, 1, undefined]);
  assert.equal(places.get('SW2')?.service, 'Assessment');
});

const holdingFor = (...children: readonly ReturnType<typeof aChild>[]) =>
  holdingOf(children, workplacesOf(staff, today), [{ teamId: 1, service: undefined }]);

test('a child is a team’s while their worker of the day works in it, a newcomer before the one who hands over', () => {
  const child = aChild('A', {
    facts: [worker('SW2', '01/01/2026', '10/06/2026'), worker('SW1', '01/06/2026')],
  });
  const { heldOn } = holdingFor(child);
  const held = ['2025-12-31', '2026-05-31', '2026-06-01', '2026-06-10', '2026-11-23'].map((on) =>
    heldOn(child.id, day(on)),
  );
  assert.deepEqual(held, [false, false, true, true, true]);
});

test('a start belongs to who held the case or first did, and never to who came after the day looked at', () => {
  const child = aChild('A', { facts: [worker('SW1', '05/05/2026')] });
  const { heldFrom } = holdingFor(child);
  assert.equal(heldFrom(child.id, day('2026-05-01'), day('2026-05-31')), true);
  assert.equal(heldFrom(child.id, day('2026-05-01'), day('2026-05-04')), false);
});

test('an ending belongs to who held the case the day before, or last had', () => {
  const closedThatDay = aChild('A', { facts: [worker('SW1', '01/01/2026', '01/06/2026')] });
  const closedBefore = aChild('B', { facts: [worker('SW1', '01/01/2026', '20/05/2026')] });
  const elsewhere = aChild('C', { facts: [worker('SW2', '01/01/2026', '01/06/2026')] });
  const { heldUntil } = holdingFor(closedThatDay, closedBefore, elsewhere);
  const ended = [closedThatDay, closedBefore, elsewhere].map(({ id }) => heldUntil(id, day('2026-06-01')));
  assert.deepEqual(ended, [true, true, false]);
});

test('a past day of which too little is known is no day to compare a team with', () => {
  const child = (id: string, number: string) =>
    aChild(id, {
      facts: [worker('SW9', '01/01/2024', '01/01/2026'), worker(number, '01/01/2026')],
      episodes: [anEpisode({ decom: '2024-01-01' })],
    });
  const children = [child('A', 'SW1'), child('B', 'SW1'), child('C', 'SW2')];
  const ledger = { authority: 'E10000901', children };
  const held = {
    ledger,
    prepared: prepare(ledger),
    context: {},
    childById: new Map(children.map((each) => [each.id, each])),
    knownAt: undefined,
    version: 'invented',
  };
  const book = figureBook({ held, part: { key: 'east', holding: () => holdingFor(...children) } });
  const number = measureOf('cla-number');
  assert.equal(book.figure(number, today).value, 2);
  assert.equal(book.point(number, day('2026-01-01')).value, 2);
  assert.equal(
    book.point(number, day('2025-12-31')).value,
    null,
    'SW9 is on nobody’s list: nought would be growth to two',
  );
  const whole = figureBook({ held, part: undefined });
  assert.equal(whole.point(number, day('2025-12-31')).value, 3);
});
