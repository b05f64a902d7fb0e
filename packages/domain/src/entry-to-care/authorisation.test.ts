import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, caseOf, START, type Taken } from '../../test/cases.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { addMinutes, moment } from '../calendar/moment.ts';
import { findLapse } from '../workflow/in-time.ts';
import { authorisationOf } from './authorisation.ts';
import { PALAC } from './palac.ts';

const CLOCK = { calendar: ENGLAND_BANK_HOLIDAYS, spanOf: () => undefined };
const WAY: readonly Taken[] = [
  ['submit', 'jo', 'social-worker'],
  ['support', 'tess', 'team-manager'],
  ['authorise', 'gwen', 'group-manager'],
  ['director-authorise', 'ada', 'director'],
];
const on = (...steps: readonly Taken[]) => authorisationOf(caseOf(PALAC, 'jo', steps), CLOCK);

test('there is no authorisation before the director has given it', () => {
  for (let taken = 0; taken < WAY.length; taken += 1) assert.equal(on(...WAY.slice(0, taken)), undefined);
  assert.equal(on(...WAY.slice(0, 3), ['director-reject', 'ada', 'director']), undefined);
  assert.equal(on(...WAY.slice(0, 2), ['withdraw', 'jo', 'social-worker']), undefined);
});

test('it holds from the decision to the last day before it lapses, with all that led to it', () => {
  const given = on(...WAY);
  assert.deepEqual(given?.standing, { kind: 'in-force', lapsesAfter: '2026-11-16' });
  assert.deepEqual(
    given?.events.map(({ step }) => step),
    ['begin', 'submit', 'support', 'authorise', 'director-authorise'],
  );
  assert.equal(given?.event.by?.person, 'ada');
});

test('what happens later changes how it stands, and not what was decided', () => {
  const used = on(...WAY, ['came-into-care', 'pat', 'placements-officer']);
  const back = on(...WAY, ['withdraw', 'jo', 'social-worker']);
  assert.equal(used?.standing.kind, 'used');
  assert.ok(back?.standing.kind === 'withdrawn');
  assert.equal(back.standing.event.by?.person, 'jo');
  const now = caseOf(PALAC, 'jo', WAY);
  const lapse = findLapse(PALAC, now, { ...CLOCK, at: moment('2026-11-17T08:00:00Z') });
  assert.ok(lapse !== undefined);
  const lapsed = authorisationOf(after(now, lapse), CLOCK);
  assert.deepEqual(lapsed?.standing, { kind: 'lapsed', at: lapse.at });
  for (const later of [used, back, lapsed]) assert.deepEqual(later?.events, on(...WAY)?.events);
  assert.equal(findLapse(PALAC, now, { ...CLOCK, at: addMinutes(START, 60) }), undefined);
});
