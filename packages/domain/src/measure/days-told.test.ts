import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf } from '../../test/figures.ts';
import { aLedger } from '../../test/ledgers.ts';
import { on, who } from '../../test/records.ts';
import { closedPeriod } from '../calendar/period.ts';
import { authorityOnDay, prepare } from './authority-on-day.ts';
import { breakDown } from './breakdown.ts';
import { contacts } from './catalogue/front-door.ts';
import { bridge } from './change/bridge.ts';
import { type DaysTold, joinedTimes, toldFor } from './days-told.ts';
import type { MeasureContext } from './measure.ts';

const time = (from: string, to: string) => closedPeriod(on(from), on(to));
const PLANS: MeasureContext = {
  records: {
    protectionPlans: [{ child: who('A'), starts: on('2024-05-01'), ends: null }],
    contacts: [{ child: who('A'), on: on('2024-06-03'), source: '6', outcome: '', factors: [] }],
  },
  recordsTold: {
    protectionPlans: [time('2024-04-01', '2024-09-30')],
    contacts: [time('2024-04-01', '2024-09-30')],
  },
};

const valueOn = (id: string, day: string, context = PLANS) => {
  const { value, noValue } = figureOf(id, aLedger(), day, context);
  return noValue ?? value;
};

test('before the first day that is told of and after the last there is no figure, and between them there is', () => {
  assert.equal(valueOn('cp-number', '2024-03-31'), 'not-told');
  assert.equal(valueOn('cp-number', '2024-04-01'), 0, 'told of, and nobody is on a plan');
  assert.equal(valueOn('cp-number', '2024-09-30'), 1);
  assert.equal(valueOn('cp-number', '2024-10-01'), 'not-told');
});

test('what is counted over a time has a figure only where every day of it is told of', () => {
  assert.equal(valueOn('cp-starts', '2024-09-30'), 1, 'from 1 April');
  assert.equal(valueOn('cp-starts', '2024-10-31'), 'not-told');
  const late: DaysTold = { protectionPlans: [time('2024-04-02', '2024-09-30')] };
  assert.equal(valueOn('cp-starts', '2024-09-30', { ...PLANS, recordsTold: late }), 'not-told');
});

test('of a kind that says no days every day is told of', () => {
  assert.equal(valueOn('cp-number', '2030-01-01', { ...PLANS, recordsTold: {} }), 1);
  assert.equal(toldFor(contacts, {}), undefined);
});

test('times that touch are one, and a day between two is in none', () => {
  const [a, b, c] = [
    time('2024-01-01', '2024-01-31'),
    time('2024-02-01', '2024-02-29'),
    time('2024-03-02', '2024-03-31'),
  ];
  assert.deepEqual(joinedTimes([c, b, a]), [time('2024-01-01', '2024-02-29'), c]);
  const recordsTold = { protectionPlans: joinedTimes([a, b, c]) };
  assert.equal(valueOn('cp-number', '2024-03-01', { ...PLANS, recordsTold }), 'not-told');
});

test('what is not told has no parts and no bridge', () => {
  const authority = authorityOnDay(prepare(aLedger()), on('2024-10-31'));
  assert.deepEqual(breakDown(contacts, 'contact-source', authority, PLANS), []);
  const view = (day: string) => ({ ledger: prepare(aLedger()), asOf: on(day) });
  const between = (after: string) =>
    bridge(contacts, { before: view('2024-06-01'), after: view(after) }, PLANS);
  assert.equal(between('2024-10-31'), undefined);
  assert.equal(between('2024-09-30')?.after.value, 1);
});
