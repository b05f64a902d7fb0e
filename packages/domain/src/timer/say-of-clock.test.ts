import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aChild } from '../../test/ledgers.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import { careHistory } from '../child/care-history.ts';
import { DEFAULT_PLACEMENT_COUNTING } from '../placement/counted-placements.ts';
import type { ClockEntry } from './clock-entry.ts';
import type { ClockRule } from './clock-rule.ts';
import { type ChildClock, clocksOf } from './clocks-of.ts';
import { LOOKED_AFTER_CLOCKS } from './looked-after-clocks.ts';
import { beginningFault, type ClockSaying, sayingFault } from './say-of-clock.ts';

const TODAY = day('2026-11-12');
const NOW = moment('2026-11-12T09:00:00Z');
const entry = (rule: string, start: string, more: Partial<ClockEntry>): ClockEntry => ({
  number: 1,
  rule,
  start,
  kind: 'done',
  on: day('2026-11-05'),
  at: undefined,
  until: undefined,
  said: 'It was so.',
  takesBack: undefined,
  by: '7',
  saidAt: moment('2026-11-05T12:00:00Z'),
  ...more,
});
const clock = (rule: string, episodes: string, said: readonly ClockEntry[] = []): ChildClock => {
  const found = clocksOf(
    LOOKED_AFTER_CLOCKS,
    careHistory(aChild('A', episodes), DEFAULT_PLACEMENT_COUNTING),
    said,
    {
      now: NOW,
      calendar: ENGLAND_BANK_HOLIDAYS,
      keptFrom: day('2011-04-01'),
      shortened: () => undefined,
    },
  ).clocks.findLast((one) => one.rule.id === rule);
  return found ?? assert.fail(rule);
};
const saying = (more: Partial<ClockSaying> = {}): ClockSaying => ({
  kind: 'done',
  on: day('2026-11-10'),
  until: undefined,
  said: 'Signed by all.',
  takesBack: undefined,
  ...more,
});
const fault = (of: ChildClock, more: Partial<ClockSaying> = {}, worksWithChild = false) =>
  sayingFault(of, saying(more), { now: NOW, worksWithChild, calendar: ENGLAND_BANK_HOLIDAYS })?.name;

const CAME = '2026-11-02 S V2 U6';
const plan = clock('placement-plan', CAME);

test('that it was done is said with its day and a sentence, not of a day to come, and once', () => {
  assert.equal(fault(plan), undefined);
  assert.equal(fault(plan, { said: '  ' }), 'words-needed');
  assert.equal(fault(plan, { said: 'x'.repeat(2001) }), 'words-needed');
  assert.equal(fault(plan, { on: day('2026-11-13') }), 'day-to-come');
  const done = clock('placement-plan', CAME, [entry('placement-plan', 'placement 2026-11-02', {})]);
  assert.equal(fault(done), 'over-already');
  assert.equal(fault(done, { kind: 'taken-back', takesBack: 1 }), undefined);
  assert.equal(fault(done, { kind: 'taken-back', takesBack: 2 }), 'nothing-to-take-back');
});

test('what is due again is done after it was done last; a plan may be made before the placement', () => {
  assert.equal(fault(plan, { on: day('2026-10-20') }), undefined);
  const again = clock('s20-recheck', CAME, [entry('s20-recheck', 'status V2 2026-11-02', {})]);
  assert.equal(fault(again, { on: day('2026-11-04') }), 'too-early');
  assert.equal(fault(again, { on: day('2026-11-05') }), undefined);
});

test('nobody who works with the child allows it to be later, nor earlier than it is due anyway', () => {
  const later = { kind: 'allowed', until: day('2026-11-20') } as const;
  assert.equal(fault(plan, later), undefined);
  assert.equal(fault(plan, later, true), 'own-work');
  assert.equal(fault(plan, { kind: 'allowed' }), undefined, 'or not at all');
  assert.equal(fault(plan, { kind: 'allowed', until: day('2026-11-09') }), 'until-needed');
});

test('a court gives more time once to an emergency order, and no more than the law lets it', () => {
  const epo = clock('epo', '2026-11-04 S L2 U6');
  const until = (text: string) => fault(epo, { kind: 'extended', until: day(text) });
  assert.equal(epo.due?.on, '2026-11-12');
  assert.equal(until('2026-11-19'), undefined);
  assert.equal(until('2026-11-20'), 'too-long');
  assert.equal(until('2026-11-12'), 'until-needed');
  const extended = clock('epo', '2026-11-04 S L2 U6', [
    entry('epo', 'status L2 2026-11-04', { kind: 'extended', until: day('2026-11-16') }),
  ]);
  assert.equal(fault(extended, { kind: 'extended', until: day('2026-11-18') }), 'not-for-this');
  assert.equal(fault(plan, { kind: 'extended', until: day('2026-11-18') }), 'not-for-this');
});

test('the record tells when a status ended, and nobody says so besides; its time, and the day in an order, are said', () => {
  const police = clock('police-protection', '2026-11-10 S L1 U6');
  assert.equal(fault(police), 'not-for-this');
  assert.equal(fault(police, { kind: 'allowed' }), 'not-for-this', 'nobody may allow more than the law');
  assert.equal(fault(police, { kind: 'began', at: moment('2026-11-10T22:15:00Z') }), undefined);
  assert.equal(fault(police, { kind: 'began', on: day('2026-11-09') }), 'too-early');
  const order = clock('ico', '2026-11-10 S C1 U6');
  assert.equal(fault(order, { kind: 'began' }), 'until-needed');
  assert.equal(fault(order, { kind: 'began', until: day('2026-12-18') }), undefined);
  assert.equal(fault(plan, { kind: 'began' }), 'not-for-this');
});

test('only what the record does not know is said to have begun, and only under a rule in force', () => {
  const rule = (id: string) => LOOKED_AFTER_CLOCKS.find((one) => one.id === id) ?? assert.fail(id);
  const begun = (given: ClockRule, more: Partial<ClockSaying> = {}) =>
    beginningFault(given, saying({ kind: 'began', ...more }), NOW)?.name;
  const begins = (id: string, more: Partial<ClockSaying> = {}) => begun(rule(id), more);
  assert.equal(begins('s20-objection'), undefined);
  assert.equal(begins('placement-plan'), 'not-for-this');
  assert.equal(begun({ ...rule('s20-objection'), effective: null }), 'not-for-this');
  assert.equal(begins('notify-end'), 'until-needed');
  assert.equal(begins('notify-end', { until: day('2026-12-01') }), undefined);
  assert.equal(begins('proceedings-26w', { on: day('2026-11-13') }), 'day-to-come');
});

test('nothing begins later today than it is now', () => {
  const police = clock('police-protection', '2026-11-12 S L1 U6');
  const began = (time: string) =>
    fault(police, { kind: 'began', on: TODAY, at: moment(`2026-11-12T${time}Z`) });
  assert.equal(began('09:01:00'), 'time-to-come');
  assert.equal(began('09:00:00'), undefined);
  const rule = LOOKED_AFTER_CLOCKS.find(({ id }) => id === 's20-objection') ?? assert.fail();
  const later = saying({ kind: 'began', on: TODAY, at: moment('2026-11-12T12:00:00Z') });
  assert.equal(beginningFault(rule, later, NOW)?.name, 'time-to-come');
});
