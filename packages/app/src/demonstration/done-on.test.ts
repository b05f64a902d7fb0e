import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type ChildClock, type Day, day, VISIT_AND_REVIEW_CLOCKS } from '@rightplace/domain';
import { doneOn } from './done-on.ts';

const TODAY = day('2026-11-23');

/** A clock of visits as it is after this many times. */
const visitAgain = (began: Day, round: number): ChildClock => ({
  rule: VISIT_AND_REVIEW_CLOCKS[0] as ChildClock['rule'],
  start: 'placement 2026-06-01',
  round,
  began: { on: began },
  due: { on: addDays(began, 42) },
  status: 'open',
  done: undefined,
  stopped: undefined,
  allowed: undefined,
  daysLate: 0,
  isOverdue: false,
  ladder: [],
  alert: undefined,
  seen: 0,
  entries: [],
});

test('of children visited again and again there is a last visit, whatever the day', () => {
  for (let child = 0; child < 500; child += 1) {
    let began = addDays(TODAY, -(child % 90));
    let round = 2;
    for (let on = doneOn(visitAgain(began, round), `child ${child}`, TODAY); on !== undefined; round += 1) {
      assert.ok(on > began && on <= TODAY, `${on} is a visit after ${began}`);
      began = on;
      on = doneOn(visitAgain(began, round + 1), `child ${child}`, TODAY);
    }
  }
});

test('some first visits are made on the day the child came', () => {
  const made = Array.from({ length: 200 }, (_, child) =>
    doneOn(visitAgain(TODAY, 1), `child ${child}`, TODAY),
  );
  assert.ok(made.includes(TODAY) && made.includes(undefined));
});
