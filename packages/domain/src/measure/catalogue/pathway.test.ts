import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../../test/figures.ts';
import { inCare, names, on, onOrNull, who, withRecords } from '../../../test/records.ts';

const DAY = '2024-03-31';
/** Turned 16 on 10 January 2024. */
const turned16 = inCare(1, '2022-01-10', '2008-01-10');

test('16 on 10 January 2024, plan on 28 March: not by the birthday, and assessed in time by 10 April', () => {
  const pathwayPlans = [{ child: who('C1'), on: on('2024-03-28') }];
  assert.equal(read(withRecords('pathway-plan-16', { pathwayPlans }, DAY, turned16)), ' of C1');
  const needsAssessments = [{ child: who('C1'), on: on('2024-03-28') }];
  assert.equal(read(withRecords('pathway-plan-16y3m', { needsAssessments }, DAY, turned16)), 'C1 of C1');
});

test('on the birthday is by it; three months to the day are within them; sooner it is not due', () => {
  const onTheDay = [{ child: who('C1'), on: on('2024-01-10') }];
  assert.equal(withRecords('pathway-plan-16', { pathwayPlans: onTheDay }, DAY, turned16).value, 100);
  const none = withRecords('pathway-plan-16y3m', { needsAssessments: [] }, DAY, turned16);
  assert.equal(none.excluded[0]?.reason, 'not-due-yet');
  const born = inCare(1, '2022-01-10', '2007-12-31');
  const assessed = (day: string) =>
    withRecords('pathway-plan-16y3m', { needsAssessments: [{ child: who('C1'), on: on(day) }] }, DAY, born);
  assert.equal(assessed('2024-03-31').value, 100);
  assert.equal(assessed('2024-04-01').value, 0);
});

test('a child not in care on the birthday, or 16 before the time shown, is not asked about', () => {
  assert.equal(
    withRecords('pathway-plan-16', { pathwayPlans: [] }, DAY, inCare(1, '2024-01-11', '2008-01-10'))
      .denominator,
    0,
  );
  assert.equal(
    withRecords('pathway-plan-16', { pathwayPlans: [] }, DAY, inCare(1, '2022-01-10', '2007-03-31'))
      .denominator,
    0,
  );
});

const leavers = names(20).map((id) => ({ child: who(id), starts: on('2022-06-01'), ends: null }));

test('care leavers: nineteen of twenty with an adviser is 95%, seventeen with a plan reviewed in six months 85%', () => {
  const careLeavers = [...leavers, { child: who('past'), starts: on('2020-06-01'), ends: on(DAY) }];
  const personalAdvisers = leavers.map(({ child }, i) => ({
    child,
    starts: on('2022-06-01'),
    ends: onOrNull(i === 0 ? DAY : null),
  }));
  assert.equal(withRecords('cl-pa-allocated', { careLeavers, personalAdvisers }, DAY).value, 95);
  const pathwayPlans = leavers.map(({ child }, i) => ({
    child,
    on: on(i < 3 ? '2023-09-29' : '2023-09-30'),
  }));
  assert.equal(withRecords('cl-pathway-6m', { careLeavers: leavers, pathwayPlans }, '2024-03-30').value, 85);
});

test('a young person recorded twice over is one care leaver', () => {
  const twice = [...leavers.slice(0, 1), ...leavers.slice(0, 1)];
  const figure = withRecords('cl-pa-allocated', { careLeavers: twice, personalAdvisers: [] }, DAY);
  assert.equal(figure.denominator, 1);
  assert.equal(withRecords('cl-staying-close', { stayingClose: twice }, DAY).value, 1);
});
