import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AN_OFFER, logOf, SHARED_LOG } from '../../test/search-cases.ts';
import { addDays, type Day, day } from '../calendar/day.ts';
import { type ApprovedHome, findMoveFault, whatShutsOn } from './day-of-move.ts';
import { gatesBefore } from './gates.ts';
import { searchFrom } from './search.ts';
import { gateFactsOf } from './standing.ts';

const APPROVED_ON = day('2026-11-02');
const UNTIL = addDays(APPROVED_ON, 30);

/** A home in a neighbouring area, which the director allowed until a day. */
const neighbouring = (): ApprovedHome => {
  const search = searchFrom([
    ...logOf(
      ['approach', null],
      ['offer', 1, { ...AN_OFFER, 'home-kind': 'agency-carer', registered: 'yes', area: 'adjoining' }],
      ['shared', 2],
    ),
    ...SHARED_LOG.slice(3),
    ...logOf(...SHARED_LOG.map(() => ['approach', null] as const), [
      'gate',
      2,
      { gate: 'out-of-area', words: 'Allowed', on: APPROVED_ON, until: UNTIL },
      'director',
    ]).slice(SHARED_LOG.length),
  ]);
  const [chosen] = search.offers;
  assert.ok(chosen);
  return {
    events: [] as unknown as ApprovedHome['events'],
    chosen,
    home: undefined,
    request: { 'deprivation-of-liberty': 'no' },
    dateOfBirth: day('2014-03-04'),
  };
};

test('a move is let through on exactly the days on which every gate is open, whichever step says the day', () => {
  const approved = neighbouring();
  const { chosen, request } = approved;
  const isOpen = (on: Day): boolean =>
    gatesBefore(gateFactsOf(chosen, { request, age: 12, on }), chosen.gates, on).every(
      ({ isShut }) => !isShut,
    );
  const agrees = (isLet: (on: Day) => boolean): boolean =>
    !fc.check(
      fc.property(fc.integer({ min: -20, max: 60 }), (after) => {
        const on = addDays(APPROVED_ON, after);
        return isLet(on) === isOpen(on);
      }),
    ).failed;
  for (const [step, question] of [
    ['confirm-move', 'moves-on'],
    ['move-first', 'moves-on'],
    ['moved-in', 'placed-on'],
    ['moved-home', 'moved-on'],
  ] as const)
    assert.ok(
      agrees((on) => findMoveFault(step, { [question]: on }, approved) === undefined),
      step,
    );
  // As it would be if what was so at the approval were enough, or a move were never looked at.
  assert.equal(
    agrees(() => whatShutsOn(approved, APPROVED_ON).length === 0),
    false,
  );
});

test('a step that says no day of a move is not looked at', () => {
  assert.equal(findMoveFault('notify', { 'moves-on': addDays(UNTIL, 9) }, neighbouring()), undefined);
  assert.equal(findMoveFault('confirm-move', {}, neighbouring()), undefined);
});
