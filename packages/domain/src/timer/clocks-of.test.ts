import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEpisodes } from '../../test/episodes.ts';
import { aChild } from '../../test/ledgers.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { day, dayFromNumber, dayNumber } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import { careHistory } from '../child/care-history.ts';
import { DEFAULT_PLACEMENT_COUNTING } from '../placement/counted-placements.ts';
import type { ClockEntry, ClockEntryKind } from './clock-entry.ts';
import type { ClockRule } from './clock-rule.ts';
import { type ChildClock, type ClocksAsked, clocksOf } from './clocks-of.ts';
import { LOOKED_AFTER_CLOCKS } from './looked-after-clocks.ts';

const LONG_AGO = day('2011-04-01');
const entry = (
  rule: string,
  start: string,
  kind: ClockEntryKind,
  on: string,
  more: Partial<ClockEntry> = {},
): ClockEntry => ({
  number: 1,
  rule,
  start,
  kind,
  on: day(on),
  at: undefined,
  until: undefined,
  said: 'It was so.',
  takesBack: undefined,
  by: '7',
  saidAt: moment(`${on}T12:00:00Z`),
  ...more,
});

const read = (
  episodes: string,
  today: string,
  said: readonly ClockEntry[] = [],
  more: Partial<ClocksAsked> & { readonly rules?: readonly ClockRule[] } = {},
) =>
  clocksOf(
    more.rules ?? LOOKED_AFTER_CLOCKS,
    careHistory(aChild('A', episodes === '' ? [] : episodes), DEFAULT_PLACEMENT_COUNTING),
    said,
    {
      now: moment(today.includes('T') ? today : `${today}T09:00:00Z`),
      calendar: ENGLAND_BANK_HOLIDAYS,
      keptFrom: LONG_AGO,
      shortened: () => undefined,
      ...more,
    },
  );
const only = (id: string, ...given: Parameters<typeof read>): readonly ChildClock[] =>
  read(...given).clocks.filter(({ rule }) => rule.id === id);
const one = (id: string, ...given: Parameters<typeof read>): ChildClock => {
  const [clock, another] = only(id, ...given);
  assert.ok(clock !== undefined && another === undefined, `${id}: one clock`);
  return clock;
};
const brief = ({ began, due, status }: ChildClock): string => `${began.on} due ${due?.on ?? '–'} ${status}`;

const CAME = '2026-11-02 S V2 U6 PR1';

test('coming into care under section 20 starts the clocks of the plan, the placement, the officer and the agreement', () => {
  assert.deepEqual(
    read(CAME, '2026-11-03').clocks.map((clock) => `${clock.rule.id} ${brief(clock)}`),
    [
      'care-plan 2026-11-02 due 2026-11-16 open',
      'placement-plan 2026-11-02 due 2026-11-09 open',
      'delegated-authority 2026-11-02 due 2026-11-09 open',
      'iro-allocate 2026-11-02 due 2026-11-09 open',
      'notify-start 2026-11-02 due 2026-11-09 open',
      'chronology-initial 2026-11-02 due 2026-11-30 open',
      's20-consent 2026-11-02 due 2026-11-02 open',
      's20-recheck 2026-11-02 due 2027-05-02 open',
    ],
  );
});

test('a move starts those of a placement again; the care plan is asked for once, and a stay in hospital starts nothing', () => {
  const moved = `2026-11-02 S C2 U6 PR1 2026-11-10 X1
    2026-11-10 P C2 K2 PR4 2026-11-12 X1
    2026-11-12 P C2 T1 - 2026-11-14 X1
    2026-11-14 P C2 K2 PR4`;
  assert.deepEqual(only('placement-plan', moved, '2026-11-16').map(brief), [
    '2026-11-02 due 2026-11-09 stopped',
    '2026-11-10 due 2026-11-17 open',
  ]);
  assert.equal(only('care-plan', moved, '2026-11-16').length, 1);
});

test('short breaks, and care whose start the record does not know, start no clock', () => {
  assert.deepEqual(read('2026-11-02 S V3 U6', '2026-11-16').clocks, []);
  assert.deepEqual(read('2026-11-02 L C2 U6', '2026-11-16').clocks, []);
});

test('what began before the clocks are kept is not measured, and what is to come has not begun', () => {
  assert.deepEqual(read(CAME, '2026-11-16', [], { keptFrom: day('2026-11-03') }).clocks, []);
  assert.deepEqual(read(CAME, '2026-11-01').clocks, []);
});

test('done on the day it is due is in time, a day later is late, before the placement is in time', () => {
  const done = (on: string) =>
    one('placement-plan', CAME, '2026-11-20', [entry('placement-plan', 'placement 2026-11-02', 'done', on)]);
  assert.equal(done('2026-11-09').status, 'done-in-time');
  assert.equal(done('2026-10-30').status, 'done-in-time');
  const late = done('2026-11-11');
  assert.deepEqual([late.status, late.daysLate, late.alert], ['done-late', 2, undefined]);
});

test('what is due again counts from when it was done, and not from when it was due', () => {
  const done = (number: number, on: string) =>
    entry('s20-recheck', 'status V2 2026-01-05', 'done', on, { number });
  const clocks = only('s20-recheck', '2026-01-05 S V2 U6', '2026-11-20', [
    done(1, '2026-03-02'),
    done(2, '2026-09-10'),
  ]);
  assert.deepEqual(clocks.map(brief), [
    '2026-01-05 due 2026-07-05 done-in-time',
    '2026-03-02 due 2026-09-02 done-late',
    '2026-09-10 due 2027-03-10 open',
  ]);
  assert.deepEqual(
    clocks.map(({ round }) => round),
    [1, 2, 3],
  );
});

test('leaving care, the end of a placement and of a status stop what was not done, with the reason, and keep it', () => {
  const left = '2026-11-02 S V2 U6 PR1 2026-11-12 E4A';
  const clock = one('care-plan', left, '2026-11-20');
  assert.deepEqual(clock.stopped, { on: '2026-11-12', why: 'the child leaves care' });
  assert.deepEqual([clock.status, clock.alert, clock.daysLate], ['stopped', undefined, 0]);
  assert.equal(one('placement-plan', left, '2026-11-20').daysLate, 3, 'it was late before it stopped');
  const ordered = '2026-11-02 S V2 U6 PR1 2026-11-05 X1\n2026-11-05 L C1 U6 PR1';
  assert.equal(one('s20-recheck', ordered, '2026-11-20').stopped?.why, 'the legal status ends');
});

test('police protection is over when the status ends: after 72 hours from the time that is said, late', () => {
  const until = (dec: string, at?: string) =>
    one(
      'police-protection',
      `2026-11-06 S L1 U6 PR1 ${dec} X1\n${dec} L C1 U6 PR1`,
      '2026-11-20',
      at === undefined
        ? []
        : [entry('police-protection', 'status L1 2026-11-06', 'began', '2026-11-06', { at: moment(at) })],
    );
  assert.equal(until('2026-11-09').status, 'done-in-time');
  assert.equal(until('2026-11-10').status, 'done-late');
  const timed = until('2026-11-09', '2026-11-06T22:15:00Z');
  assert.equal(timed.due?.at, '2026-11-09T22:15:00.000000Z');
  const stillOn = (now: string) =>
    one('police-protection', '2026-11-06 S L1 U6 PR1', now, [
      entry('police-protection', 'status L1 2026-11-06', 'began', '2026-11-06', {
        at: moment('2026-11-06T22:15:00Z'),
      }),
    ]).isOverdue;
  assert.deepEqual([stillOn('2026-11-09T22:15:00Z'), stillOn('2026-11-09T22:16:00Z')], [false, true]);
});

test('what was allowed to be later is quiet until then, and late all the same when it is done late', () => {
  const start = 'placement 2026-11-02';
  const allowed = entry('placement-plan', start, 'allowed', '2026-11-06', { until: day('2026-11-13') });
  const on = (today: string, more: readonly ClockEntry[] = []) =>
    one('placement-plan', CAME, today, [allowed, ...more]);
  const waiting = on('2026-11-12');
  assert.deepEqual([waiting.status, waiting.alert, waiting.daysLate], ['waived', undefined, 3]);
  assert.equal(waiting.due?.on, '2026-11-09', 'the day it was due stays');
  const after = on('2026-11-16');
  assert.deepEqual([after.status, after.alert?.level], ['open', 'head-of-service']);
  const done = on('2026-11-12', [entry('placement-plan', start, 'done', '2026-11-12', { number: 2 })]);
  assert.equal(done.status, 'done-late');
});

test('a court’s more time moves the day, as the law does', () => {
  const extended = entry('epo', 'status L2 2026-11-02', 'extended', '2026-11-09', {
    until: day('2026-11-17'),
  });
  assert.equal(one('epo', '2026-11-02 S L2 U6', '2026-11-12', [extended]).due?.on, '2026-11-17');
  assert.equal(one('epo', '2026-11-02 S L2 U6', '2026-11-12').isOverdue, true);
});

test('what is taken back no longer holds, and is counted all the same', () => {
  const start = 'placement 2026-11-02';
  const done = entry('placement-plan', start, 'done', '2026-11-06');
  const back = entry('placement-plan', start, 'taken-back', '2026-11-07', { number: 2, takesBack: 1 });
  const clock = one('placement-plan', CAME, '2026-11-08', [done, back]);
  assert.deepEqual([clock.status, clock.seen, clock.entries], ['open', 2, []]);
});

test('what the record does not know begins when somebody says so; stopped with why; not before a rule is in force', () => {
  const key = 'said f1';
  const issued = entry('proceedings-26w', key, 'began', '2026-11-02');
  assert.equal(brief(one('proceedings-26w', '', '2026-11-20', [issued])), '2026-11-02 due 2027-05-03 open');
  const stopped = entry('proceedings-26w', key, 'stopped', '2026-11-10', { number: 2, said: 'Withdrawn.' });
  assert.equal(one('proceedings-26w', '', '2026-11-20', [issued, stopped]).stopped?.why, 'Withdrawn.');
  const notYet = LOOKED_AFTER_CLOCKS.map((rule) => ({ ...rule, effective: null }));
  assert.deepEqual(read('', '2026-11-20', [issued], { rules: notYet }).clocks, []);
});

test('a status whose last day is in the order is due when somebody says the day, and has none till then', () => {
  const order = '2026-11-02 S C1 U6';
  assert.equal(brief(one('ico', order, '2026-11-20')), '2026-11-02 due – open');
  const said = entry('ico', 'status C1 2026-11-02', 'began', '2026-11-02', { until: day('2026-12-18') });
  assert.equal(one('ico', order, '2026-11-20', [said]).due?.on, '2026-12-18');
});

test('an authority may allow less time where the rule lets it, and never more', () => {
  const days = (id: string, count: number) =>
    one(id, CAME, '2026-11-03', [], { shortened: () => count }).due?.on;
  assert.equal(days('placement-plan', 3), '2026-11-05');
  assert.equal(days('placement-plan', 30), '2026-11-09');
  const fixed = LOOKED_AFTER_CLOCKS.map((rule) => ({ ...rule, mayShorten: false }));
  assert.equal(
    one('placement-plan', CAME, '2026-11-03', [], { shortened: () => 3, rules: fixed }).due?.on,
    '2026-11-09',
  );
});

test('what began under one version of a rule is measured by it', () => {
  const [plan] = LOOKED_AFTER_CLOCKS.filter(({ id }) => id === 'placement-plan');
  assert.ok(plan !== undefined);
  const change = day('2026-11-10');
  const rules: readonly ClockRule[] = [
    { ...plan, effective: { starts: LONG_AGO, ends: change } },
    { ...plan, version: 2, effective: { starts: change, ends: null }, allowed: { unit: 'days', count: 1 } },
  ];
  const moved = '2026-11-02 S C2 U6 PR1 2026-11-10 X1\n2026-11-10 P C2 K2 PR4';
  assert.deepEqual(
    only('placement-plan', moved, '2026-11-10', [], { rules }).map(({ rule, due }) => [
      rule.version,
      due?.on,
    ]),
    [
      [1, '2026-11-09'],
      [2, '2026-11-11'],
    ],
  );
});

test('what was said of a start that the record no longer has is kept, and told apart', () => {
  const done = entry('placement-plan', 'placement 2026-11-01', 'done', '2026-11-06');
  const { clocks, unattached } = read(CAME, '2026-11-08', [done]);
  assert.deepEqual(unattached, [done]);
  assert.ok(clocks.every(({ status }) => status === 'open'));
});

const LEVELS = ['begun', 'reminder', 'amber', 'red', 'team-manager', 'head-of-service'];
test('the ladder: three quarters, five working days or a fifth before, the day itself, the next working day, five after', () => {
  const ladder = (id: string, episodes = CAME) =>
    one(id, episodes, '2026-11-03').ladder.map(({ level, from }) => `${level} ${from.on}`);
  // 28 days: five working days before is later than when a fifth is left.
  assert.deepEqual(ladder('chronology-initial'), [
    'begun 2026-11-02',
    'reminder 2026-11-23',
    'amber 2026-11-25',
    'red 2026-11-30',
    'team-manager 2026-12-01',
    'head-of-service 2026-12-07',
  ]);
  assert.deepEqual(ladder('s20-recheck').slice(1, 4), [
    'reminder 2027-02-02',
    'amber 2027-04-26',
    'red 2027-05-02',
  ]);
  const late = one('placement-plan', CAME, '2026-11-16').alert;
  assert.deepEqual(late, {
    level: 'head-of-service',
    since: '2026-11-16',
    to: ['team-manager', 'group-manager', 'reviewing-officer'],
  });
});

const anyDay = fc
  .integer({ min: dayNumber(day('2011-04-01')), max: dayNumber(day('2030-06-01')) })
  .map(dayFromNumber);
test('of any child on any day: rungs come one after the other, what is over is quiet, late means after the day', () => {
  fc.assert(
    fc.property(arbitraryEpisodes(), anyDay, (episodes, on) => {
      const history = careHistory(aChild('A', episodes), DEFAULT_PLACEMENT_COUNTING);
      const { clocks } = clocksOf(LOOKED_AFTER_CLOCKS, history, [], {
        now: moment(`${on}T09:00:00Z`),
        calendar: ENGLAND_BANK_HOLIDAYS,
        keptFrom: LONG_AGO,
        shortened: () => undefined,
      });
      const named = clocks.map(({ rule, start, round }) => `${rule.id} ${start} ${round}`);
      assert.equal(new Set(named).size, named.length, 'no two clocks go by one name');
      for (const { ladder, status, alert, isOverdue, daysLate, began } of clocks) {
        assert.ok(began.on <= on);
        const levels = ladder.map(({ level }) => LEVELS.indexOf(level));
        assert.deepEqual(
          levels,
          levels.toSorted((a, b) => a - b),
        );
        const from = ladder.map((step) => step.from.on);
        assert.deepEqual(from, from.toSorted());
        if (status !== 'open') assert.equal(alert, undefined);
        if (isOverdue) assert.ok(status === 'open' && daysLate > 0);
        if (status === 'done-late') assert.ok(daysLate > 0);
        if (status === 'done-in-time') assert.equal(daysLate, 0);
      }
    }),
  );
});

test('that a reviewing officer is named follows the record: what was said of it by hand is kept and read, and meets nothing', () => {
  const officer = (
    named: readonly (readonly [string, string | null])[],
    said: readonly ClockEntry[] = [],
  ) => {
    const officers = named.map(([on, who]) => ({ on: day(on), officer: who }));
    return one('iro-allocate', CAME, '2026-11-20', said, { officers });
  };
  const byHand = entry('iro-allocate', 'care 2026-11-02', 'done', '2026-11-03');
  const asserted = officer([], [byHand]);
  assert.equal(asserted.status, 'open');
  assert.ok(asserted.isOverdue);
  assert.deepEqual(asserted.entries, [byHand]);
  const named = officer([['2026-11-05', '9']], [byHand]);
  assert.deepEqual(
    [named.status, named.done?.on, named.done?.entry?.by],
    ['done-in-time', '2026-11-05', '9'],
  );
  assert.equal(named.entries.length, 2);
  assert.equal(
    officer([['2025-01-01', '9']]).done?.on,
    '2026-11-02',
    'who was it before is it from the first day',
  );
  assert.equal(officer([['2026-11-16', '9']]).status, 'done-late');
  const taken = [
    ['2026-11-05', '9'],
    ['2026-11-12', null],
  ] as const;
  assert.equal(officer(taken).status, 'open', 'there is nobody now');
  assert.equal(officer([...taken, ['2026-11-18', '8']]).done?.on, '2026-11-05');
});
