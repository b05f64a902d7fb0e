import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logOf, type Written } from '../../test/search-cases.ts';
import { ALL_ROLES } from '../access/role.ts';
import { day } from '../calendar/day.ts';
import type { Answers } from '../form/form.ts';
import { orderStandingOf } from './court-order.ts';
import { ALL_GATES, gatesBefore } from './gates.ts';
import { KINDS_OF_HOME } from './kinds-of-home.ts';
import { searchFrom } from './search.ts';
import { gateFactsOf } from './standing.ts';
import { findEntryFault } from './write-entry.ts';

const TODAY = day('2026-11-20');
const ORDER: Answers = {
  'order-on': '2026-11-16',
  'court-number': 'ZZ26P00001',
  judge: 'A judge of the Family Division',
  conditions: 'Two staff, doors locked at night',
  'review-on': '2026-12-14',
  until: '2027-01-29',
  'ofsted-told-on': '2026-11-16',
  'ofsted-told': 'By e-mail, kept with the order',
  'why-none': 'Forty-one homes were asked',
};
const UNREGISTERED: Answers = { 'home-kind': 'childrens-home', registered: 'no', area: 'inside' };

const shutBefore = (
  written: readonly Written[],
  {
    age = 14,
    today = TODAY,
    liberty = 'needed',
    home = UNREGISTERED,
  }: { age?: number; today?: typeof TODAY; liberty?: string; home?: Answers } = {},
) => {
  const [offer] = searchFrom(logOf(['approach', null], ['offer', 1, home], ...written)).offers;
  assert.ok(offer !== undefined);
  const request = { 'deprivation-of-liberty': liberty };
  return gatesBefore(gateFactsOf(offer, { request, age, on: today }), offer.gates, today).flatMap(
    ({ id, isShut }) => (isShut ? [id] : []),
  );
};
const BY_DIRECTOR: Written = ['court-order', 2, ORDER, 'director'];

test('an order of the High Court that the director recorded opens a children’s home that is not registered, and nothing else', () => {
  assert.deepEqual(shutBefore([]), ['registered', 'liberty']);
  assert.deepEqual(shutBefore([BY_DIRECTOR]), []);
  for (const role of ALL_ROLES.filter((one) => one !== 'director'))
    assert.deepEqual(shutBefore([['court-order', 2, ORDER, role]]), ['registered', 'liberty'], role);
  assert.deepEqual(shutBefore([BY_DIRECTOR], { liberty: 'no' }), ['registered'], 'liberty is not restricted');
  for (const kind of Object.keys(KINDS_OF_HOME).filter((one) => one !== 'childrens-home')) {
    const home = { ...UNREGISTERED, 'home-kind': kind };
    assert.deepEqual(shutBefore([BY_DIRECTOR], { home }), shutBefore([], { home }), kind);
  }
  for (const gate of ALL_GATES)
    if (gate !== 'registered' && gate !== 'liberty')
      assert.ok(
        !shutBefore([]).includes(gate) || shutBefore([BY_DIRECTOR]).includes(gate),
        `${gate} is not opened by an order`,
      );
});

test('under 16 in what nobody registers stays closed, whatever order there is', () => {
  for (const kind of ['supported', 'other'])
    assert.ok(
      shutBefore([BY_DIRECTOR], { age: 15, home: { 'home-kind': kind, area: 'inside' } }).includes(
        'under-16',
      ),
      kind,
    );
});

test('it opens until it ends or the court looks again, whichever is first, and shuts when registration is refused', () => {
  assert.deepEqual(shutBefore([BY_DIRECTOR], { today: day('2026-12-14') }), []);
  assert.deepEqual(shutBefore([BY_DIRECTOR], { today: day('2026-12-15') }), ['registered', 'liberty']);
  const again: Written = [
    'court-order',
    2,
    { ...ORDER, 'order-on': '2026-12-14', 'review-on': '2027-01-11' },
    'director',
  ];
  assert.deepEqual(shutBefore([BY_DIRECTOR, again], { today: day('2026-12-15') }), []);
  const refused: Written = ['registration', 2, { result: 'refused', on: '2026-11-19' }];
  assert.deepEqual(shutBefore([BY_DIRECTOR, refused]), ['registered', 'liberty']);
});

test('until it is registered it is late when nobody applied in seven days, when the review is past, and when refused', () => {
  const standing = (today: string, ...more: readonly Written[]) =>
    orderStandingOf(logOf(BY_DIRECTOR, ...more), day(today));
  const on = (result: string): Written => ['registration', 2, { result, on: '2026-11-20' }];
  assert.equal(orderStandingOf([], TODAY), undefined);
  assert.deepEqual([standing('2026-11-23')?.isLate, standing('2026-11-23')?.applyBy], [false, '2026-11-23']);
  assert.equal(standing('2026-11-24')?.isLate, true);
  assert.equal(standing('2026-11-24', on('applied'))?.isLate, false);
  assert.equal(standing('2026-11-24', on('applied'))?.isSettled, false);
  assert.equal(standing('2026-12-15', on('applied'))?.isLate, true);
  assert.equal(standing('2026-11-21', on('applied'), on('refused'))?.isLate, true);
  for (const result of ['registered', 'left'])
    assert.deepEqual(
      [standing('2027-03-01', on(result))?.isSettled, standing('2027-03-01', on(result))?.isLate],
      [true, false],
    );
});

test('an order is recorded of a children’s home alone, and how registration stands also after the move', () => {
  const by = { person: 'ada', part: { role: 'director' } } as const;
  const fault = (home: Answers, kind: 'court-order' | 'registration' | 'figure', state: string) =>
    findEntryFault({ state, events: [] }, searchFrom(logOf(['approach', null], ['offer', 1, home])), {
      kind,
      about: 2,
      said: {},
      by,
    })?.name;
  assert.equal(fault(UNREGISTERED, 'court-order', 'with-director'), undefined);
  assert.equal(fault({ 'home-kind': 'supported' }, 'court-order', 'with-director'), 'no-order-here');
  assert.equal(fault(UNREGISTERED, 'registration', 'moved'), undefined);
  assert.equal(fault(UNREGISTERED, 'court-order', 'moved'), undefined);
  assert.equal(fault(UNREGISTERED, 'figure', 'moved'), 'log-closed');
  assert.equal(fault(UNREGISTERED, 'registration', 'closed'), 'log-closed');
});
