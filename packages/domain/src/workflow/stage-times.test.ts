import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { caseOf } from '../../test/cases.ts';
import { EMERGENCY_STATES, emergencyIn } from '../../test/emergency-cases.ts';
import { caseIn, LATER, WAYS } from '../../test/palac-cases.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { moment } from '../calendar/moment.ts';
import { EMERGENCY } from '../entry-to-care/emergency.ts';
import { PALAC, type PalacState } from '../entry-to-care/palac.ts';
import { endOf, isApprovedAfter, retrospectiveOf, turnsOf } from './how-decided.ts';
import { type Stay, stageTimesOf, staysOf } from './stage-times.ts';

const asked = { at: LATER, calendar: ENGLAND_BANK_HOLIDAYS };
const clock = { ...asked, spanOf: () => undefined };
const stay = (workingDays: number, gone = true, state = 'with-director'): Stay => ({
  state,
  entered: moment('2026-11-02T09:00:00Z'),
  left: gone ? LATER : null,
  workingDays,
});
const directors = (...stays: readonly Stay[]) => {
  const found = stageTimesOf(PALAC, stays).find(({ state }) => state === 'with-director');
  return found ?? assert.fail();
};

test('where a request has been is told in order, each time that it was there, and the end is nowhere to wait', () => {
  const again = caseOf(PALAC, 'jo', [...WAYS.returned, ...WAYS.authorised]);
  assert.deepEqual(
    staysOf(PALAC, again, asked).map(({ state }) => state),
    [
      'draft',
      'with-team-manager',
      'with-group-manager',
      'with-director',
      'returned',
      'with-team-manager',
      'with-group-manager',
      'with-director',
      'authorised',
    ],
  );
  const open = staysOf(PALAC, again, asked).filter(({ left }) => left === null);
  // From Monday 2 to Tuesday 17 November 2026.
  assert.deepEqual(
    open.map(({ state, workingDays }) => [state, workingDays]),
    [['authorised', 11]],
  );
  assert.deepEqual(staysOf(PALAC, caseIn('rejected'), asked).at(-1)?.state, 'with-group-manager');
});

test('the middle of what went on, the ninth of ten, and how long each has waited that is there now', () => {
  const times = directors(...[1, 2, 3, 4, 5, 6, 7, 8, 9, 30].map((days) => stay(days)), stay(12, false));
  assert.deepEqual([times.left, times.median, times.ninetieth, times.waiting], [10, 5.5, 9, [12]]);
  assert.deepEqual([directors(stay(4), stay(1), stay(2)).median, directors(stay(4)).ninetieth], [2, 4]);
  const none = directors(stay(3, true, 'draft'));
  assert.deepEqual(
    [none.left, none.median, none.ninetieth, none.waiting],
    [0, undefined, undefined, []],
    'where none went on there is no middle',
  );
});

test('whatever the stays, half went on within the median and nine of ten within the ninetieth, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(60), fc.boolean()), { minLength: 1 }), (drawn) => {
      const times = directors(...drawn.map(([days, gone]) => stay(days, gone)));
      const gone = drawn.flatMap(([days, left]) => (left ? [days] : []));
      assert.equal(times.left + times.waiting.length, drawn.length);
      if (gone.length === 0) return;
      const within = (days: number): number => gone.filter((one) => one <= days).length / gone.length;
      assert.ok(within(times.median ?? -1) >= 0.5 && within(times.ninetieth ?? -1) >= 0.9);
      assert.ok(gone.filter((one) => one < (times.ninetieth ?? 0)).length < 0.9 * gone.length);
    }),
  );
});

test('each way in which a request goes other than on is counted when it happened, and the end is when it came to it', () => {
  const turns = (state: PalacState) => turnsOf(caseIn(state)).map(({ turn }) => turn);
  assert.deepEqual(turns('returned'), ['returned']);
  assert.deepEqual(turns('rejected'), ['rejected']);
  assert.deepEqual(turns('withdrawn'), ['withdrawn']);
  assert.deepEqual(turns('lapsed'), ['lapsed']);
  assert.deepEqual(turns('completed'), []);
  assert.equal(endOf(PALAC, caseIn('lapsed')), moment('2026-11-17T00:00:00Z'));
  assert.equal(endOf(PALAC, caseIn('authorised')), undefined);
  const [begin] = caseIn('draft').events;
  const diverted = { ...begin, from: 'listed', to: 'diverted', kind: 'record' as const };
  assert.deepEqual(turnsOf({ events: [begin, diverted] }), [{ turn: 'diverted', at: begin.at }]);
});

test('only what stands in red until it is decided is approved after the event, and not all that opens a case', () => {
  const placed = EMERGENCY.states.placed;
  assert.equal(isApprovedAfter(placed), true);
  const { alarm: _, ...calm } = placed;
  assert.equal(isApprovedAfter(calm), false);
  assert.equal(isApprovedAfter(EMERGENCY.states['not-authorised']), false);
});

test('an approval after the event is in time, late, or still red, wherever the emergency has come to be', () => {
  const standing = (state: (typeof EMERGENCY_STATES)[number], at = '2026-11-03T09:00:00Z') =>
    retrospectiveOf(EMERGENCY, emergencyIn(state), { ...clock, at: moment(at) });
  for (const state of ['placed', 'denied-placed'] as const) {
    assert.deepEqual([standing(state)?.standing, standing(state)?.isOverdue], ['still-red', false], state);
    assert.equal(standing(state, '2026-11-04T09:00:00Z')?.isOverdue, true, 'after its day');
  }
  for (const state of ['authorised', 'not-authorised', 'exit-planned', 'denied-authorised'] as const)
    assert.equal(standing(state)?.standing, 'in-time', state);
  assert.deepEqual(
    [standing('authorised')?.isApproved, standing('not-authorised')?.isApproved],
    [true, false],
  );
  for (const state of [
    'raised',
    'with-duty-director',
    'searching',
    'refused',
    'withdrawn',
    'denied',
  ] as const)
    assert.equal(standing(state), undefined, state);
  const now = emergencyIn('authorised');
  const last = now.events.at(-1) ?? assert.fail();
  const late = { ...last, at: moment('2026-11-04T08:00:00Z') };
  const [first, ...rest] = now.events.slice(0, -1);
  assert.ok(first !== undefined);
  const after = { ...now, events: [first, ...rest, late] as const, since: late.at };
  assert.equal(retrospectiveOf(EMERGENCY, after, { ...clock, at: LATER })?.standing, 'late');
});
