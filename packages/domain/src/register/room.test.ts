/** Whose bed it is, of searches that hold and plan places in one home. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHome, ahead, answerOf, at, blocked, held, later, plans, TERMS, TODAY } from '../../test/beds.ts';
import { day } from '../calendar/day.ts';
import { endOfLondonDay } from '../calendar/london-time.ts';
import { daysToLookAt } from './days-to-look-at.ts';
import { type Room, roomFor } from './room.ts';
import type { SettingInRegister } from './setting.ts';
import type { PlaceTaken, PlannedMove } from './vacancies.ts';

interface Known {
  readonly home?: SettingInRegister;
  readonly children?: number;
  readonly taken?: readonly PlaceTaken[];
  readonly planned?: readonly PlannedMove[];
}

/** What search 1 finds on a day, of two places in one of which a child lives, where its child is to move in on another. */
const roomOn = (
  days: number,
  { home = aHome(2), children = 1, taken = [], planned = [] }: Known,
  moves: number,
): Room =>
  roomFor(home, {
    on: ahead(days),
    at: at(days),
    movesAt: at(moves),
    children,
    taken,
    planned,
    caseId: 1,
  });
const HELD = held(1, 10, 3);
const BEYOND = plans(2, 20, 2, 2);
const CASES: readonly (readonly [string, string, Known, number?, number?])[] = [
  ['a free bed', 'nothing asked', {}],
  ['no bed by the record', 'asked', { children: 2 }],
  ['a bed that another holds', 'asked', { taken: [held(2, 10, 3)] }],
  ['a bed that another is planned for', 'asked', { planned: [plans(2, 10, 2)] }],
  ['a bed that another waits for', 'refused', { children: 2, planned: [plans(2, 10, 2, 2)] }],
  ['one beside which another waits', 'refused', { taken: [held(3, 10, 3)], planned: [BEYOND] }],
  ['own hold', 'nothing asked', { taken: [HELD] }],
  [
    'own hold, another planned since beyond the record',
    'nothing asked',
    { taken: [HELD], planned: [BEYOND] },
  ],
  [
    'own hold, another planned beyond the record before',
    'refused',
    { taken: [HELD], planned: [plans(2, 5, 2, 2)] },
  ],
  [
    'own hold, another beyond the record, a place blocked',
    'refused',
    { taken: [HELD, blocked(0, 5)], planned: [BEYOND] },
  ],
  ['own hold, an older one, a place blocked', 'refused', { taken: [HELD, held(2, 5, 3), blocked(0, 5)] }],
  [
    'own hold, an older one, a place blocked, none lives there',
    'asked',
    { children: 0, taken: [HELD, held(2, 5, 3), blocked(0, 5)] },
  ],
  [
    'own hold, a newer one, a place blocked, none lives there',
    'nothing asked',
    { children: 0, taken: [HELD, held(2, 15, 3), blocked(0, 5)] },
  ],
  [
    'own hold lengthened after another was planned, a place blocked, none lives there',
    'asked',
    {
      children: 0,
      taken: [held(1, 10, 3, { lengthened: [{ from: at(1), at: later(30) }] }), blocked(0, 5)],
      planned: [plans(2, 20, 2)],
    },
  ],
  [
    'the same on a day of the first hold',
    'nothing asked',
    {
      children: 0,
      taken: [held(1, 10, 3, { lengthened: [{ from: at(3), at: later(30) }] }), blocked(0, 5)],
      planned: [plans(2, 20, 2)],
    },
  ],
  [
    'own hold lengthened before another was planned and again after it, a place blocked, none lives there',
    'nothing asked',
    {
      children: 0,
      taken: [
        held(1, 10, 3, {
          lengthened: [
            { from: at(1), at: later(15) },
            { from: at(3), at: later(30) },
          ],
        }),
        blocked(0, 5),
      ],
      planned: [plans(2, 20, 2)],
    },
  ],
  [
    'own hold lengthened before another was planned and again after it, a place blocked, on a day of the second',
    'asked',
    {
      children: 0,
      taken: [
        held(1, 10, 4, {
          lengthened: [
            { from: at(1), at: later(15) },
            { from: at(3), at: later(30) },
          ],
        }),
        blocked(0, 5),
      ],
      planned: [plans(2, 20, 2)],
    },
    4,
  ],
  [
    'a plan older than the hold that followed it',
    'refused',
    { taken: [HELD, held(2, 20, 3), blocked(0, 5)], planned: [plans(2, 5, 2)] },
  ],
  ['after own hold, another planned for then', 'asked', { taken: [HELD], planned: [plans(2, 20, 4)] }, 4],
  [
    'after own hold, another planned since beyond the record',
    'nothing asked',
    { taken: [HELD], planned: [plans(2, 20, 4, 4)] },
    4,
  ],
  [
    'the same, and a place is blocked',
    'refused',
    { taken: [HELD, blocked(4, 5)], planned: [plans(2, 20, 4, 4)] },
    4,
  ],
  [
    'the same with no move while it was held',
    'refused',
    { taken: [HELD, blocked(4, 5)], planned: [plans(2, 20, 4, 4)] },
    5,
    5,
  ],
  [
    'after own hold, another planned since, beyond the record from a later day on',
    'refused',
    { home: aHome(1), children: 0, taken: [held(1, 10, 1)], planned: [plans(2, 20, 2, 4)] },
    3,
    1,
  ],
  [
    'after own hold, another planned since, beyond the record from a later day on, another could leave',
    'asked',
    { taken: [HELD], planned: [plans(2, 20, 4, 5)] },
    4,
  ],
  [
    'after own hold, one planned since for the bed and one on a reason',
    'refused',
    { taken: [HELD], planned: [plans(2, 20, 4), plans(3, 30, 4, 4)] },
    4,
  ],
  [
    'after own hold, two planned since on a reason',
    'refused',
    { taken: [HELD], planned: [plans(2, 20, 2, 2), plans(3, 30, 4, 4)] },
    4,
  ],
  [
    'a bed for which one planned on a reason has a place by now, another could leave',
    'refused',
    { home: aHome(3), children: 2, planned: [plans(2, 10, 2, 2)] },
  ],
  [
    'after own hold, another planned beyond the record before it',
    'refused',
    { taken: [HELD, blocked(4, 5)], planned: [plans(2, 5, 4, 4)] },
    4,
  ],
  [
    'after own hold, another planned for a bed that is blocked since',
    'refused',
    { taken: [HELD, blocked(4, 5)], planned: [plans(2, 20, 4)] },
    4,
  ],
];

test('a search is refused, asked or neither by what others claimed before it', () => {
  for (const [name, answer, known, on = 2, moves = 2] of CASES)
    assert.equal(answerOf(roomOn(on, known, moves)), answer, name);
});

test('the days are looked at on which a move, a wait, a block or a hold begins, a hold goes on or is over, or the terms are others', () => {
  const terms = [0, 7].map((on) => ({
    ...TERMS,
    starts: ahead(on),
    ends: on === 0 ? ahead(7) : null,
    places: 2,
  }));
  const known = {
    setting: aHome(2, { terms }),
    planned: [plans(2, 10, 2, 9)],
    taken: [
      held(1, 10, 3, { lengthened: [{ from: endOfLondonDay(ahead(0)), at: later(15) }] }),
      blocked(5, 6),
    ],
    today: TODAY,
  };
  const days = [0, 1, 2, 4, 5, 7, 9].map(ahead);
  assert.deepEqual(daysToLookAt(TODAY, known), days);
  assert.deepEqual(daysToLookAt(ahead(4), known), days.slice(3));
  assert.deepEqual(daysToLookAt(ahead(-2), known), [ahead(-2), ...days], 'today, where the day is past');
});

test('a home has no places from the day on which it is registered no more, but on the day of the move what it has', () => {
  const home = aHome(2, {
    standings: [
      { starts: day('2024-01-01'), ends: ahead(3), state: 'open', note: null },
      { starts: ahead(3), ends: null, state: 'closed', note: null },
    ],
  });
  assert.deepEqual(
    [2, 3].map((on) => roomOn(on, { home, children: 0 }, 2).places),
    [2, 0],
  );
  assert.equal(roomOn(3, { home, children: 0 }, 3).places, 2, 'that it is shut then is said by the gate');
  const held = { ...home, standings: home.standings.map((one) => ({ ...one, state: 'on-hold' as const })) };
  assert.equal(roomOn(3, { home: held, children: 0 }, 2).places, 2, 'who lives there stays');
});
