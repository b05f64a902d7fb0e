import assert from 'node:assert/strict';
import { test } from 'node:test';
import { START } from '../../test/cases.ts';
import { caseIn } from '../../test/palac-cases.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import type { Day } from '../calendar/day.ts';
import { PALAC } from '../entry-to-care/palac.ts';
import { LOOKED_AFTER_CLOCKS } from '../timer/looked-after-clocks.ts';
import { findShorterFault, shortenableOf } from '../timer/shorter.ts';
import { EVERY_WORKFLOW } from './every-workflow.ts';
import { dueDay, lastDayBeforeLapse } from './in-time.ts';
import { findSpanFault, spansOf } from './spans.ts';

test('every span that a table names can be set, once, and is in force as the table has it until it is', () => {
  for (const workflow of EVERY_WORKFLOW) {
    const named = Object.values(workflow.states).flatMap(({ target, lapses }) => [
      ...(target === undefined ? [] : [target]),
      ...(lapses === undefined ? [] : [lapses]),
    ]);
    const spans = spansOf(workflow);
    assert.deepEqual(
      spans.map(({ setting }) => setting).toSorted(),
      [...new Set(named.map(({ setting }) => setting))].toSorted(),
      workflow.id,
    );
    for (const span of spans) {
      assert.equal(findSpanFault(span, span.workingDays), undefined, span.setting);
      const standards = new Set(
        named.filter(({ setting }) => setting === span.setting).map(({ workingDays }) => workingDays),
      );
      assert.equal(standards.size, 1, `${span.setting} means one thing`);
    }
  }
});

test('no setting is of two processes that would have it differ', () => {
  const standards = new Map<string, number>();
  for (const { setting, workingDays } of EVERY_WORKFLOW.flatMap(spansOf))
    assert.equal(standards.get(setting) ?? workingDays, workingDays, setting);
});

test('a span is whole days, up to sixty, and what lapses leaves a day', () => {
  const nameOf = (least: 0 | 1, days: number) => findSpanFault({ least }, days)?.name;
  assert.deepEqual(
    [nameOf(0, 0), nameOf(0, 60), nameOf(0, 61), nameOf(0, -1), nameOf(0, 1.5), nameOf(0, Number.NaN)],
    [undefined, undefined, 'too-many', 'too-few', 'not-whole', 'not-whole'],
  );
  assert.deepEqual([nameOf(1, 0), nameOf(1, 1)], ['too-few', undefined]);
  assert.equal(spansOf(PALAC).find(({ setting }) => setting === 'palac-lapse')?.least, 1);
});

test('a span is the one that was set on the day from which it is counted, so that a change undoes nothing', () => {
  const clock = (setFrom: string, days: number) => ({
    calendar: ENGLAND_BANK_HOLIDAYS,
    spanOf: (_: string, since: Day) => (since >= setFrom ? days : undefined),
  });
  const now = caseIn('authorised');
  assert.equal(now.events[0].at, START);
  assert.equal(lastDayBeforeLapse(PALAC, now, clock('2026-11-02', 3)), '2026-11-05');
  assert.equal(
    lastDayBeforeLapse(PALAC, now, clock('2026-11-03', 3)),
    '2026-11-16',
    'as it was when authorised',
  );
  assert.equal(dueDay(PALAC, caseIn('with-director'), clock('2026-11-02', 4)), '2026-11-06');
});

test('an authority allows less time than a rule of what is due, and never more', () => {
  const rules = shortenableOf(LOOKED_AFTER_CLOCKS);
  assert.ok(rules.length > 5);
  assert.ok(rules.every(({ rule }) => rule.mayShorten));
  for (const each of rules) {
    assert.equal(findShorterFault(each, each.span.count), undefined, 'as the rule has it');
    assert.equal(findShorterFault(each, each.span.count + 1)?.name, 'too-many');
    assert.equal(findShorterFault(each, 0)?.name, 'too-few');
    assert.equal(findShorterFault(each, 0.5)?.name, 'not-whole');
  }
  const plan = rules.find(({ rule }) => rule.id === 'placement-plan') ?? assert.fail();
  assert.match(
    findShorterFault(plan, 6)?.sentence ?? '',
    /^The law allows 5 working days\. An authority may allow less, and never more\.$/,
  );
});
