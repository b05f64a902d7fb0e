/** Whose bed it is, of searches that hold and plan places in one home. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type Day, day } from '../calendar/day.ts';
import { endOfLondonDay } from '../calendar/london-time.ts';
import { addMinutes, type Moment, moment } from '../calendar/moment.ts';
import { type Room, roomFor } from './room.ts';
import type { SettingInRegister } from './setting.ts';
import { momentOfDay, type PlaceHold, type PlaceTaken, type PlannedMove, vacanciesOf } from './vacancies.ts';

const TODAY = day('2026-12-01');
const NINE = moment('2026-12-01T09:00:00Z');
const LAST = 4;
const ahead = (days: number): Day => addDays(TODAY, days);
const later = (minutes: number): Moment => addMinutes(NINE, minutes);

const ALWAYS = { starts: day('2024-01-01'), ends: null };
const TERMS = { agesFrom: 8, agesTo: 17, sexes: 'any', kinds: [] } as const;
const aHome = (places: number, said: Partial<SettingInRegister> = {}): SettingInRegister => ({
  id: 1,
  providerId: null,
  name: 'Weir House',
  type: 'K2',
  kind: 'childrens-home',
  urn: 'SC980001',
  postcode: null,
  inHouse: false,
  standings: [{ ...ALWAYS, state: 'open', note: null }],
  terms: [{ ...ALWAYS, ...TERMS, places }],
  judgements: [],
  exemptions: [],
  fees: [],
  ...said,
});
const held = (caseId: number, minute: number, until: number, said: Partial<PlaceHold> = {}): PlaceHold => ({
  kind: 'hold',
  id: caseId,
  settingId: 1,
  place: caseId,
  caseId,
  from: later(minute),
  until: endOfLondonDay(ahead(until)),
  ended: null,
  filledOn: null,
  lengthened: null,
  ...said,
});
const blocked = (from: number, until: number): PlaceTaken => ({
  kind: 'block',
  id: 90 + from,
  settingId: 1,
  place: 9,
  reason: 'repair',
  note: null,
  from: momentOfDay(ahead(from), { today: TODAY, now: later(0) }),
  until: endOfLondonDay(ahead(until)),
});
const plans = (caseId: number, minute: number, on: number, isOnReason = false): PlannedMove => ({
  caseId,
  on: ahead(on),
  plannedAt: later(minute),
  isOnReason,
});

interface Known {
  readonly home?: SettingInRegister;
  readonly children?: number;
  readonly taken?: readonly PlaceTaken[];
  readonly planned?: readonly PlannedMove[];
}
const NOW = later(300);
const at = (days: number): Moment => momentOfDay(ahead(days), { today: TODAY, now: NOW });

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
const answerOf = ({ isPromised, isFull }: Room): string =>
  isPromised ? 'refused' : isFull ? 'asked' : 'nothing asked';

const HELD = held(1, 10, 3);
const BEYOND = plans(2, 20, 2, true);
const CASES: readonly (readonly [string, string, Known, number?, number?])[] = [
  ['a free bed', 'nothing asked', {}],
  ['no bed by the record', 'asked', { children: 2 }],
  ['a bed that another holds', 'asked', { taken: [held(2, 10, 3)] }],
  ['a bed that another is planned for', 'asked', { planned: [plans(2, 10, 2)] }],
  ['a bed that another waits for', 'refused', { children: 2, planned: [plans(2, 10, 2, true)] }],
  ['one beside which another waits', 'refused', { taken: [held(3, 10, 3)], planned: [BEYOND] }],
  ['own hold', 'nothing asked', { taken: [HELD] }],
  [
    'own hold, another planned since beyond the record',
    'nothing asked',
    { taken: [HELD], planned: [BEYOND] },
  ],
  ['own hold, another planned before', 'asked', { taken: [HELD], planned: [plans(2, 5, 2, true)] }],
  [
    'own hold, another beyond the record, a place blocked',
    'asked',
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
      taken: [held(1, 10, 3, { lengthened: { from: at(1), at: later(30) } }), blocked(0, 5)],
      planned: [plans(2, 20, 2)],
    },
  ],
  [
    'the same on a day of the first hold',
    'nothing asked',
    {
      children: 0,
      taken: [held(1, 10, 3, { lengthened: { from: at(3), at: later(30) } }), blocked(0, 5)],
      planned: [plans(2, 20, 2)],
    },
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
    { taken: [HELD], planned: [plans(2, 20, 4, true)] },
    4,
  ],
  [
    'the same, and a place is blocked',
    'asked',
    { taken: [HELD, blocked(4, 5)], planned: [plans(2, 20, 4, true)] },
    4,
  ],
  [
    'the same with no move while it was held',
    'refused',
    { taken: [HELD, blocked(4, 5)], planned: [plans(2, 20, 4, true)] },
    5,
    5,
  ],
  [
    'after own hold, another planned beyond the record before it',
    'refused',
    { taken: [HELD, blocked(4, 5)], planned: [plans(2, 5, 4, true)] },
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

const search = fc.integer({ min: 1, max: 4 });
const days = fc.integer({ min: 0, max: LAST });
const PLAN = fc.record({
  does: fc.constant('plan' as const),
  caseId: search,
  on: days,
  reason: fc.boolean(),
});
const doing = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('hold' as const), caseId: search, until: days }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('lengthen' as const), caseId: search, until: days }),
  },
  { weight: 6, arbitrary: PLAN },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('put again' as const), caseId: search }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('give up' as const), caseId: search }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('block' as const), from: days, until: days }) },
);
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never;

/** What is done in one home, one thing a minute, as the service lets it be done. */
const doAll = (places: number, children: number, all: readonly Doing[]): void => {
  const home = aHome(places);
  let taken: readonly PlaceTaken[] = [];
  let planned: readonly (PlannedMove & { readonly wasAsked: boolean })[] = [];
  let isTakenAway = false;
  const every = (from: number, to = LAST) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, one) => from + one);
  const holdOf = (caseId: number): PlaceHold | undefined =>
    taken.find((one): one is PlaceHold => one.kind === 'hold' && one.caseId === caseId);
  const isVacant = (caseId: number, from: number, until: number): boolean =>
    every(from, until).every((on) => {
      const others = planned.filter((move) => move.caseId !== caseId);
      const asked = { on: ahead(on), at: at(on), children, taken, planned: others };
      return vacanciesOf(home, asked).vacant > 0;
    });
  const lastDayOf = ({ until }: PlaceHold): number => every(0).findLast((on) => at(on) < until) ?? -1;
  const blockedOn = (on: number): number =>
    taken.filter((one) => one.kind === 'block' && one.from <= at(on) && at(on) < (one.until ?? '')).length;
  /** Since when a search is to have a place on a day for which nobody was asked anything. */
  const unaskedSince = (caseId: number, on: number): Moment | undefined => {
    const [hold, move] = [holdOf(caseId), planned.find((one) => one.caseId === caseId)];
    const byHold =
      hold !== undefined && at(on) < hold.until
        ? hold.lengthened !== null && at(on) >= hold.lengthened.from
          ? hold.lengthened.at
          : hold.from
        : undefined;
    const byMove = move !== undefined && move.on <= ahead(on) && !move.wasAsked ? move.plannedAt : undefined;
    return [byHold, byMove].filter((one) => one !== undefined).toSorted()[0];
  };
  const OTHERS = [1, 2, 3, 4];

  const plan = ({ caseId, on, reason }: Extract<Doing, { does: 'plan' }>, now: Moment): void => {
    planned = planned.filter((move) => move.caseId !== caseId);
    const rooms = every(on).map((of) => ({
      of,
      room: roomFor(home, {
        on: ahead(of),
        at: at(of),
        movesAt: at(on),
        children,
        taken,
        planned,
        caseId,
      }),
    }));
    const hold = holdOf(caseId);
    for (const { of, room } of rooms)
      if (!isTakenAway && hold !== undefined && at(of) < hold.until)
        assert.equal(room.isFull, false, 'what is held, and was taken away by nothing, is asked about');
    if (rooms.some(({ room }) => room.isPromised)) return;
    const wasAsked = rooms.some(({ room }) => room.isFull);
    if (wasAsked && !reason) return;
    if (!wasAsked)
      for (const { of } of rooms) {
        const own = unaskedSince(caseId, of) ?? now;
        const before = OTHERS.filter((one) => one !== caseId).filter((one) => {
          const since = unaskedSince(one, of);
          return since !== undefined && since < own;
        }).length;
        assert.ok(
          children + blockedOn(of) + before < places,
          `planned without a word where ${before} come before, on day ${of}`,
        );
      }
    planned = [...planned, { caseId, on: ahead(on), plannedAt: now, isOnReason: wasAsked, wasAsked }];
  };

  for (const [minute, one] of all.entries()) {
    const now = later(minute + 1);
    if (one.does === 'plan') plan(one, now);
    else if (one.does === 'put again') planned = planned.filter((move) => move.caseId !== one.caseId);
    else if (one.does === 'give up')
      taken = taken.filter((other) => other.kind !== 'hold' || other.caseId !== one.caseId);
    else if (one.does === 'block') {
      taken = [...taken, blocked(one.from, Math.max(one.from, one.until))];
      isTakenAway = true;
    } else {
      const hold = holdOf(one.caseId);
      if (one.does === 'hold' && hold === undefined && isVacant(one.caseId, 0, one.until))
        taken = [...taken, held(one.caseId, minute + 1, one.until)];
      if (one.does === 'lengthen' && hold !== undefined && one.until > lastDayOf(hold)) {
        if (!isVacant(one.caseId, lastDayOf(hold) + 1, one.until)) continue;
        const lengthened = { from: hold.lengthened?.from ?? hold.until, at: now };
        const longer = { ...hold, until: endOfLondonDay(ahead(one.until)), lengthened };
        taken = taken.map((other) => (other === hold ? longer : other));
      }
    }
    if (!isTakenAway)
      for (const on of every(0)) {
        const unasked = OTHERS.filter((caseId) => unaskedSince(caseId, on) !== undefined).length;
        assert.ok(
          children + unasked <= places,
          `${unasked} searches of which nobody was asked, on day ${on}`,
        );
      }
  }
};

test('whatever is held, planned, given up and blocked in a home, no two have one bed of which nobody was asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
      fc.array(doing, { minLength: 4, maxLength: 16, size: 'max' }),
      (places, children, all) => doAll(places, Math.min(places, children), all),
    ),
    { seed: 20261201, numRuns: 3_000 },
  );
});
