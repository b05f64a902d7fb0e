import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchCase } from '../../test/search-cases.ts';
import type { Role } from '../access/role.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import {
  type Colleague,
  isLateForLong,
  noticesOfEvent,
  noticesOfOverdue,
} from '../notification/notices-of-event.ts';
import { PLACEMENT_REQUEST } from '../placement-request/placement-request.ts';
import type { CaseNow } from './case.ts';
import { holderOf } from './holder.ts';
import type { Part } from './part.ts';
import { waitingFor } from './work-list.ts';

type Taken = readonly [step: string, by: string, role: Role];
const SENT: readonly Taken[] = [
  ['submit', 'jo', 'social-worker'],
  ['permit', 'paige', 'placements-officer'],
];
const OFFICER: Part = { role: 'placements-officer' };
const taken = searchCase([...SENT, ['take-on', 'milo', 'placements-officer']]);

const CLOCK = { calendar: ENGLAND_BANK_HOLIDAYS, spanOf: () => undefined };
const listOf = (
  by: string,
  part: Part,
  { at = '2026-11-02T12:00:00Z', holder = holderOf(PLACEMENT_REQUEST, taken) } = {},
) => waitingFor(PLACEMENT_REQUEST, taken, { by, parts: [part], at: moment(at), holder, ...CLOCK })?.for;

test('a search is whose who took it on, waits for them and whoever stands in for them, and once late for every officer', () => {
  assert.equal(holderOf(PLACEMENT_REQUEST, searchCase(SENT)), undefined);
  assert.equal(holderOf(PLACEMENT_REQUEST, taken), 'milo');
  assert.equal(listOf('milo', OFFICER), 'me');
  assert.notEqual(listOf('paige', OFFICER), 'me');
  assert.equal(listOf('paige', { ...OFFICER, actingFor: 'milo' }), 'me');
  assert.equal(listOf('paige', OFFICER, { at: '2026-12-02T12:00:00Z' }), 'me', 'late');
});

const colleague = (id: string, part: Part = OFFICER, hasConflict = false): Colleague => ({
  id,
  parts: [part],
  hasConflict,
});
const toldOf = (now: CaseNow, colleagues: readonly Colleague[]): readonly string[] => {
  const event = { ...now.events.at(-1), by: null } as CaseNow['events'][0];
  return noticesOfEvent(PLACEMENT_REQUEST, { event, now }, colleagues).map(({ to }) => to);
};

test('its officer alone is told that it waits, and that it is late, unless they are not there to be told', () => {
  assert.deepEqual(toldOf(taken, [colleague('paige'), colleague('milo')]), ['milo']);
  assert.deepEqual(toldOf(taken, [colleague('paige'), colleague('ola', { ...OFFICER, actingFor: 'milo' })]), [
    'ola',
  ]);
  assert.deepEqual(toldOf(taken, [colleague('paige'), colleague('ola')]), ['paige', 'ola'], 'milo has left');
  assert.deepEqual(toldOf(taken, [colleague('paige'), colleague('milo', OFFICER, true)]), ['paige']);
  const late = (now: CaseNow, ...colleagues: readonly Colleague[]) =>
    noticesOfOverdue(PLACEMENT_REQUEST, now, colleagues).map(({ to }) => to);
  assert.deepEqual(late(taken, colleague('paige'), colleague('milo')), ['milo']);
  assert.deepEqual(late(taken, colleague('paige'), colleague('ola')), ['paige', 'ola'], 'milo has left');
  assert.deepEqual(
    late(searchCase(SENT), colleague('paige'), colleague('milo')),
    ['paige', 'milo'],
    'nobody’s',
  );
});

test('late for more than a working day it is told to every officer: whose it is may be away', () => {
  const late = (isLong: boolean) =>
    noticesOfOverdue(PLACEMENT_REQUEST, taken, [colleague('paige'), colleague('milo')], { isLong }).map(
      ({ to }) => to,
    );
  assert.deepEqual(late(false), ['milo']);
  assert.deepEqual(late(true), ['paige', 'milo']);
  const isLong = (today: string) => isLateForLong(day('2026-11-05'), day(today), CLOCK);
  assert.deepEqual(
    ['2026-11-05', '2026-11-06', '2026-11-08', '2026-11-09'].map(isLong),
    [false, false, false, true],
    'due on a Thursday: on the Monday',
  );
});
