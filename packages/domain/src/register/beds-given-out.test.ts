/** Whatever searches do in one home, its beds are given out as they are promised. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ALWAYS, aHome, ahead, answerOf, at, blocked, held, later, TERMS, TODAY } from '../../test/beds.ts';
import { endOfLondonDay } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import { daysToLookAt } from './days-to-look-at.ts';
import { type Room, roomFor } from './room.ts';
import type { SettingInRegister } from './setting.ts';
import { type PlaceHold, type PlaceTaken, type PlannedMove, vacanciesOf } from './vacancies.ts';

const LAST = 4;
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
  { weight: 1, arbitrary: fc.record({ does: fc.constant('end block' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('fewer' as const), from: days }) },
);
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never;

const EVERY = Array.from({ length: LAST + 1 }, (_, on) => on);
const OTHERS = [1, 2, 3, 4];

/** A home that has one place fewer from each of some days on. */
const homeOf = (places: number, fewer: readonly number[]): SettingInRegister => {
  const from = [...new Set(fewer)].toSorted((a, b) => a - b);
  const terms = [-1, ...from].map((on, one) => {
    const ends = from[one];
    return {
      ...TERMS,
      starts: on < 0 ? ALWAYS.starts : ahead(on),
      ends: ends === undefined ? null : ahead(ends),
      places: Math.max(0, places - fewer.filter((less) => less <= on).length),
    };
  });
  return aHome(places, { terms });
};

/** What is done in one home, one thing a minute, as the service lets it be done. */
const doAll = (places: number, children: number, all: readonly Doing[]): void => {
  let fewer: readonly number[] = [];
  let taken: readonly PlaceTaken[] = [];
  let planned: readonly PlannedMove[] = [];
  let isTakenAway = false;
  /** Since when the hold of a search has lasted until a day. */
  const covered = new Map<string, Moment>();
  const home = (): SettingInRegister => homeOf(places, fewer);
  const every = (from: number, to = LAST) => EVERY.filter((on) => from <= on && on <= to);
  const holdOf = (caseId: number): PlaceHold | undefined =>
    taken.find((one): one is PlaceHold => one.kind === 'hold' && one.caseId === caseId);
  const holdsOn = (caseId: number, on: number): boolean => at(on) < (holdOf(caseId)?.until ?? '');
  const moveOf = (caseId: number, on: number): PlannedMove | undefined =>
    planned.find((move) => move.caseId === caseId && move.on <= ahead(on));
  const isOnReason = (caseId: number, on: number): boolean => {
    const from = moveOf(caseId, on)?.beyondFrom;
    return from !== undefined && from <= ahead(on);
  };
  const isVacant = (caseId: number, from: number, until: number): boolean =>
    every(from, until).every((on) => {
      const others = planned.filter((move) => move.caseId !== caseId);
      const asked = { on: ahead(on), at: at(on), children, taken, planned: others };
      return vacanciesOf(home(), asked).vacant > 0;
    });
  const lastDayOf = ({ until }: PlaceHold): number => EVERY.findLast((on) => at(on) < until) ?? -1;
  const covers = (caseId: number, now: Moment): void => {
    for (const on of EVERY) {
      const key = `${caseId} ${on}`;
      if (!holdsOn(caseId, on)) covered.delete(key);
      else if (!covered.has(key)) covered.set(key, now);
    }
  };
  /** By the record, without those who are to come. */
  const freeOn = (on: number): number => {
    const blocks = taken.filter(
      (one) => one.kind === 'block' && one.from <= at(on) && at(on) < (one.until ?? ''),
    ).length;
    return places - fewer.filter((from) => from <= on).length - children - blocks;
  };
  /** Since when a search is to have a place on a day for which nobody was asked anything. */
  const unaskedSince = (caseId: number, on: number): Moment | undefined => {
    const byMove = isOnReason(caseId, on) ? undefined : moveOf(caseId, on)?.plannedAt;
    return [covered.get(`${caseId} ${on}`), byMove].filter((one) => one !== undefined).toSorted()[0];
  };
  /** By how much more was promised of each day than is there, with a bed for each reason, and with one that is to be left at most. */
  const tooMuch = (): readonly (readonly [number, number])[] =>
    EVERY.map((on) => {
      const promised = OTHERS.filter((one) => holdsOn(one, on) || moveOf(one, on) !== undefined).length;
      const reasons = OTHERS.filter((one) => isOnReason(one, on)).length;
      const beyond = promised - Math.max(0, freeOn(on));
      return [Math.max(0, beyond - reasons), Math.max(0, beyond - 1)];
    });

  const roomsOf = (caseId: number, on: number, looked: readonly number[]): readonly Room[] =>
    looked.map((of) => {
      const asked = { on: ahead(of), at: at(of), movesAt: at(on), children, taken, planned, caseId };
      return roomFor(home(), asked);
    });
  const plan = ({ caseId, on, reason }: Extract<Doing, { does: 'plan' }>, now: Moment): void => {
    const rooms = roomsOf(caseId, on, every(on));
    const known = { setting: home(), planned, taken, today: TODAY };
    const days = daysToLookAt(ahead(on), known);
    const looked = rooms.filter((room) => days.includes(room.on));
    const [isPromised, beyondFrom] = [
      rooms.some((room) => room.isPromised),
      rooms.find(({ isFull }) => isFull)?.on,
    ];
    assert.equal(
      looked.find(({ isFull }) => isFull)?.on,
      beyondFrom,
      'the days that are looked at are enough',
    );
    assert.equal(
      looked.some((room) => room.isPromised),
      isPromised,
      'the days that are looked at are enough',
    );
    if (!isTakenAway)
      for (const [of, room] of rooms.entries())
        if (holdsOn(caseId, on + of))
          assert.equal(answerOf(room), 'nothing asked', 'what is held, and was taken away by nothing');
    if (isPromised || (beyondFrom !== undefined && !reason)) return;
    if (beyondFrom === undefined)
      for (const of of every(on)) {
        const own = unaskedSince(caseId, of) ?? now;
        const before = OTHERS.filter((one) => one !== caseId).filter(
          (one) => (unaskedSince(one, of) ?? now) < own,
        ).length;
        assert.ok(before < freeOn(of), `planned without a word where ${before} come before, on day ${of}`);
      }
    planned = [...planned, { caseId, on: ahead(on), plannedAt: now, beyondFrom }];
  };
  const hold = (one: Extract<Doing, { does: 'hold' | 'lengthen' }>, minute: number): void => {
    const now = later(minute);
    const running = holdOf(one.caseId);
    if (one.does === 'hold') {
      if (running !== undefined || !isVacant(one.caseId, 0, one.until)) return;
      taken = [...taken, held(one.caseId, minute, one.until)];
    } else {
      if (running === undefined || one.until <= lastDayOf(running)) return;
      if (!isVacant(one.caseId, lastDayOf(running) + 1, one.until)) return;
      const lengthened = [...running.lengthened, { from: running.until, at: now }];
      const longer = { ...running, until: endOfLondonDay(ahead(one.until)), lengthened };
      taken = taken.map((other) => (other === running ? longer : other));
    }
    covers(one.caseId, now);
  };

  for (const [number, one] of all.entries()) {
    const now = later(number + 1);
    if (one.does === 'plan' || one.does === 'put again')
      planned = planned.filter((move) => move.caseId !== one.caseId);
    const before = tooMuch();
    if (one.does === 'plan') plan(one, now);
    if (one.does === 'hold' || one.does === 'lengthen') hold(one, number + 1);
    if (one.does === 'give up') {
      taken = taken.filter((other) => other.kind !== 'hold' || other.caseId !== one.caseId);
      covers(one.caseId, now);
    }
    if (one.does === 'block') taken = [...taken, blocked(one.from, Math.max(one.from, one.until))];
    if (one.does === 'end block') taken = taken.filter(({ kind }) => kind === 'hold');
    if (one.does === 'fewer') fewer = [...fewer, one.from];
    if (one.does === 'block' || one.does === 'fewer') isTakenAway = true;
    else
      for (const [on, [lacking, twice]] of tooMuch().entries()) {
        assert.ok(lacking <= (before[on]?.[0] ?? 0), `a bed for which nobody gave a reason, on day ${on}`);
        assert.ok(twice <= (before[on]?.[1] ?? 0), `the bed of one who leaves is given twice, on day ${on}`);
      }
  }
};

test('whatever is held, planned, given up, blocked and taken away, no bed is given twice but one for each reason, and no bed that is to be left', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 3 }),
      fc.array(doing, { minLength: 4, maxLength: 18, size: 'max' }),
      (places, children, all) => doAll(places, Math.min(places, children), all),
    ),
    { seed: 20261201, numRuns: 3_000 },
  );
});
