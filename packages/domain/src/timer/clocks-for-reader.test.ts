import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aChild } from '../../test/ledgers.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { addDays, day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import { careHistory } from '../child/care-history.ts';
import { DEFAULT_PLACEMENT_COUNTING } from '../placement/counted-placements.ts';
import type { ClockEntry } from './clock-entry.ts';
import { clocksForReader } from './clocks-for-reader.ts';
import { clocksOf } from './clocks-of.ts';
import { LOOKED_AFTER_CLOCKS } from './looked-after-clocks.ts';
import type { SaidByCase } from './said-by-cases.ts';

const HIDDEN = 12;
const OPEN = 13;
const UNTIL = day('2026-09-01');

const saidIn = (caseId: number, more: Partial<SaidByCase>): SaidByCase => ({
  case: caseId,
  number: 2,
  rule: 'ico',
  kind: 'began',
  on: day('2026-06-20'),
  at: undefined,
  until: undefined,
  weeks: undefined,
  said: 'Taken from the case, where it was said',
  by: '7',
  saidAt: moment('2026-06-20T12:00:00Z'),
  ...more,
});

const history = careHistory(
  aChild('A', '2026-06-15 S L2 U6 - 2026-06-20 X1\n2026-06-20 L C1 U6'),
  DEFAULT_PLACEMENT_COUNTING,
);
const asked = {
  now: moment('2026-07-01T09:00:00Z'),
  calendar: ENGLAND_BANK_HOLIDAYS,
  keptFrom: day('2026-06-01'),
  shortened: () => undefined,
};
const hides = (caseId: number): boolean => caseId === HIDDEN;
type Way = (
  byCases: readonly SaidByCase[],
  said?: readonly ClockEntry[],
) => Pick<ReturnType<typeof clocksForReader>, 'clocks' | 'unattached' | 'withheld'>;
const read: Way = (byCases, said = []) =>
  clocksForReader(LOOKED_AFTER_CLOCKS, history, said, { ...asked, byCases, hides });

/** What must not be done: to work clocks out from everything, and to drop what a hidden case said from what is shown. */
const droppingAfterwards: Way = (byCases, said = []) => {
  const { clocks, unattached } = clocksOf(LOOKED_AFTER_CLOCKS, history, said, { ...asked, byCases });
  return {
    clocks: clocks.map((clock) => ({
      ...clock,
      entries: clock.entries.filter((entry) => entry.case !== HIDDEN),
    })),
    unattached,
    withheld: [],
  };
};

const ORDER = saidIn(HIDDEN, { until: UNTIL });
const tells = (way: Way, what: string): boolean => JSON.stringify(way([ORDER])).includes(what);

test('a day that only a hidden case tells is nowhere in what a reader is told; dropping what it said afterwards would leave it', () => {
  assert.equal(tells(read, UNTIL), false);
  assert.equal(tells(droppingAfterwards, UNTIL), true, 'the check notices the fault it is here for');
});

test('a clock that a hidden case says something of is withheld by name, and not shown as if nothing were said of it', () => {
  const { clocks, withheld } = read([ORDER]);
  assert.ok(!clocks.some(({ rule }) => rule.id === 'ico'));
  assert.deepEqual(
    withheld.map(({ rule, began }) => [rule.id, began]),
    [['ico', '2026-06-20']],
  );
  const whole = read([{ ...ORDER, case: OPEN }]);
  assert.equal(whole.clocks.find(({ rule }) => rule.id === 'ico')?.due?.on, UNTIL);
  assert.deepEqual(whole.withheld, [], 'whoever sees the case is told all of it');
});

test('of a clock that a hidden case began nothing is told, nor what somebody said of it by hand', () => {
  const issued = saidIn(HIDDEN, { rule: 'proceedings-26w', on: day('2026-06-22') });
  const allowed: ClockEntry = {
    ...issued,
    case: undefined as never,
    number: 1,
    start: `said case ${HIDDEN} 2`,
    kind: 'allowed',
    until: UNTIL,
    takesBack: undefined,
    said: 'The expert is ill.',
  };
  const told = read([issued], [allowed]);
  assert.ok(!JSON.stringify(told).includes('proceedings-26w'));
  const gone = read([], [allowed]);
  assert.deepEqual(gone.unattached, [], 'nor once the case says it no longer');
});

test('what a hidden case says changes nothing of what a reader is told but that a clock is withheld', () => {
  const kinds = ['began', 'done', 'extended', 'stopped'] as const;
  const one = fc
    .record({
      rule: fc.constantFrom('ico', 'epo', 'proceedings-26w', 's20-consent', 'care-plan'),
      kind: fc.constantFrom(...kinds),
      on: fc.integer({ min: 0, max: 15 }),
      until: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
      case: fc.constantFrom(HIDDEN, OPEN),
      number: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ on, until, case: caseId, ...more }) =>
      saidIn(caseId, {
        ...more,
        on: addDays(day('2026-06-15'), on),
        until: until === undefined ? undefined : addDays(day('2026-06-20'), until),
      }),
    );
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), (byCases) => {
      const { clocks, withheld } = read(byCases);
      const without = read(byCases.filter((entry) => entry.case !== HIDDEN)).clocks;
      const isTold = (key: { rule: { id: string }; start: string }) =>
        clocks.some(({ rule, start }) => rule.id === key.rule.id && start === key.start);
      assert.deepEqual(clocks, without.filter(isTold));
      for (const clock of withheld) assert.equal(isTold(clock), false, 'told or withheld, and not both');
      assert.equal(
        new Set(without.map(({ rule, start }) => `${rule.id} ${start}`)).size,
        new Set([...clocks, ...withheld].map(({ rule, start }) => `${rule.id} ${start}`)).size,
      );
    }),
  );
});
