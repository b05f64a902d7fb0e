import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reviews } from '../../test/facts.ts';
import { aChild } from '../../test/ledgers.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { type Day, day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import { careHistory } from '../child/care-history.ts';
import { DEFAULT_PLACEMENT_COUNTING } from '../placement/counted-placements.ts';
import type { ClockEntry } from './clock-entry.ts';
import type { ClockRule } from './clock-rule.ts';
import { clocksOf } from './clocks-of.ts';
import { VISIT_AND_REVIEW_CLOCKS } from './visit-and-review-clocks.ts';

const LONG_AGO = day('2011-04-01');

interface Asked {
  readonly held?: readonly string[];
  readonly said?: readonly (readonly [on: string, start: string])[];
  readonly keptFrom?: Day;
  readonly keptLater?: ReadonlyMap<string, Day>;
  readonly rules?: readonly ClockRule[];
}

/** The clocks of one rule, each as "since 2026-11-02 due 2026-11-09 open". */
const clocks = (id: string, episodes: string, today: string, asked: Asked = {}): readonly string[] => {
  const { held = [], said = [], rules = VISIT_AND_REVIEW_CLOCKS, ...kept } = asked;
  const entries = said.map(
    ([on, start], i): ClockEntry => ({
      number: i + 1,
      rule: id,
      start,
      kind: 'done',
      on: day(on),
      at: undefined,
      until: undefined,
      said: 'It was done.',
      takesBack: undefined,
      by: '7',
      saidAt: moment(`${on}T12:00:00Z`),
    }),
  );
  return clocksOf(
    rules,
    careHistory(aChild('A', episodes, { facts: reviews(...held) }), DEFAULT_PLACEMENT_COUNTING),
    entries,
    {
      now: moment(`${today}T09:00:00Z`),
      calendar: ENGLAND_BANK_HOLIDAYS,
      keptFrom: LONG_AGO,
      shortened: () => undefined,
      ...kept,
    },
  )
    .clocks.filter(({ rule }) => rule.id === id)
    .map(({ began, due, status }) => `since ${began.on} due ${due?.on ?? '–'} ${status}`);
};

const CAME = '2026-01-05 S C2 U6 PR1';
const PLACED = 'placement 2026-01-05';
const visits = (...on: readonly string[]) => ({ said: on.map((each) => [each, PLACED] as const) });
const last = (lines: readonly string[]): string | undefined => lines.at(-1);

test('a child is visited within a week of a placement, and then within six weeks of each visit', () => {
  assert.deepEqual(clocks('visit', CAME, '2026-01-06'), ['since 2026-01-05 due 2026-01-12 open']);
  assert.deepEqual(clocks('visit', CAME, '2026-03-01', visits('2026-01-12', '2026-02-20')), [
    'since 2026-01-05 due 2026-01-12 done-in-time',
    'since 2026-01-12 due 2026-02-23 done-in-time',
    'since 2026-02-20 due 2026-04-03 open',
  ]);
});

test('a move begins the visits again, and ends those to the home before', () => {
  const moved = `${CAME} 2026-02-02 X1 REASON=CREQB\n2026-02-02 P C2 K2 PR4`;
  assert.deepEqual(clocks('visit', moved, '2026-02-03', visits('2026-01-12')), [
    'since 2026-01-05 due 2026-01-12 done-in-time',
    'since 2026-01-12 due 2026-02-23 stopped',
    'since 2026-02-02 due 2026-02-09 open',
  ]);
});

test('in long-term fostering alone visits are three months apart, and only after its first year', () => {
  const at = (place: string, visited: string): string | undefined =>
    last(
      clocks('visit', `2025-01-06 S C2 ${place} PR1`, '2026-03-01', {
        said: [[visited, 'placement 2025-01-06']],
      }),
    );
  assert.equal(at('U4', '2026-01-05'), 'since 2026-01-05 due 2026-02-16 open');
  assert.equal(at('U4', '2026-01-06'), 'since 2026-01-06 due 2026-04-06 open');
  assert.equal(at('U6', '2026-01-06'), 'since 2026-01-06 due 2026-02-17 open');
});

test('at home under an interim order visits are weekly until the first review, then four weeks apart; under a care order six', () => {
  const at = (ls: string, held: readonly string[]): string | undefined =>
    last(clocks('visit', `2026-01-05 S ${ls} P1 PR0`, '2026-01-20', { held, ...visits('2026-01-12') }));
  assert.equal(at('C1', []), 'since 2026-01-12 due 2026-01-19 open');
  assert.equal(at('C1', ['2026-01-13']), 'since 2026-01-12 due 2026-01-19 open', 'reviewed after that visit');
  assert.equal(at('C1', ['2026-01-12']), 'since 2026-01-12 due 2026-02-09 open');
  assert.equal(at('C2', []), 'since 2026-01-12 due 2026-02-23 open');
});

test('a care order made while a child lives at home asks for a visit within a week of it', () => {
  const ordered = `2026-01-05 S C1 P1 PR0 2026-02-02 X1\n2026-02-02 L C2 P1 PR0`;
  assert.deepEqual(clocks('visit-co-home', ordered, '2026-02-03'), ['since 2026-02-02 due 2026-02-09 open']);
  assert.deepEqual(clocks('visit-co-home', CAME, '2026-02-03'), []);
});

test('of a child placed for adoption nobody is told when to visit once the review decides it', () => {
  const placed = '2026-01-05 S E1 A4 PR1';
  const at = (held: readonly string[]) =>
    clocks('visit', placed, '2026-01-20', { held, ...visits('2026-01-12') });
  assert.equal(last(at([])), 'since 2026-01-12 due 2026-01-19 open');
  assert.deepEqual(at(['2026-01-10']), ['since 2026-01-05 due 2026-01-12 done-in-time']);
});

test('a case is reviewed within twenty working days, three months after that, and then every six months', () => {
  const held = ['2026-01-30', '2026-04-20'];
  assert.deepEqual(clocks('review', CAME, '2026-05-01', { held }), [
    'since 2026-01-05 due 2026-02-02 done-in-time',
    'since 2026-01-30 due 2026-04-30 done-in-time',
    'since 2026-04-20 due 2026-10-20 open',
  ]);
  const moved = `${CAME} 2026-02-02 X1 REASON=CARPL\n2026-02-02 P C2 K2 PR4`;
  assert.deepEqual(clocks('review', moved, '2026-05-01', { held }).length, 3, 'a move begins no other chain');
});

test('a review is said before the record has it, and is one review once it has', () => {
  const said = [['2026-01-28', 'care 2026-01-05']] as const;
  const second = 'since 2026-01-28 due 2026-04-28 open';
  assert.equal(last(clocks('review', CAME, '2026-02-10', { said })), second);
  const both = clocks('review', CAME, '2026-02-10', { said, held: ['2026-01-30'] });
  assert.deepEqual([both.length, last(both)], [2, 'since 2026-01-30 due 2026-04-30 open']);
  const another = clocks('review', CAME, '2026-02-10', { said, held: ['2026-02-06'] });
  assert.equal(another.length, 3, 'more than a week apart they are two');
});

test('a review of another time in care, or one to come, meets nothing', () => {
  const back = `2025-01-06 S V2 U6 PR1 2025-02-03 E4A\n${CAME}`;
  assert.equal(
    last(clocks('review', back, '2026-01-20', { held: ['2025-01-20', '2026-01-30'] })),
    'since 2026-01-05 due 2026-02-02 open',
  );
});

test('after a move that was not planned the case is reviewed, and after one that was planned it need not be', () => {
  const moved = (why: string) => `${CAME} 2026-02-02 X1 REASON=${why}\n2026-02-02 P C2 K2 PR4`;
  const id = 'review-unplanned-move';
  assert.deepEqual(clocks(id, moved('CREQB'), '2026-02-03'), ['since 2026-02-02 due 2026-03-02 open']);
  assert.deepEqual(clocks(id, moved('CREQB'), '2026-02-20', { held: ['2026-02-19'] }), [
    'since 2026-02-02 due 2026-03-02 done-in-time',
  ]);
  assert.deepEqual(clocks(id, moved('CARPL'), '2026-02-03'), []);
  assert.deepEqual(clocks(id, CAME, '2026-02-03'), []);
});

test('what began before visits are kept is not measured, and a saboteur who forgets it is seen', () => {
  const keptLater = new Map([['visit', day('2026-01-06')]]);
  const kept = (more: Asked) => clocks('visit', CAME, '2026-06-01', more);
  assert.deepEqual(kept({ keptLater }), []);
  assert.deepEqual(kept({}), ['since 2026-01-05 due 2026-01-12 open'], 'the mutant');
});

test('a table without the later times would leave a child unvisited or ask too often, and is told apart', () => {
  const mutant = VISIT_AND_REVIEW_CLOCKS.map(({ later: _, ...rule }) => rule);
  const asked = { held: ['2026-01-30'] };
  assert.equal(last(clocks('review', CAME, '2026-02-10', asked)), 'since 2026-01-30 due 2026-04-30 open');
  assert.equal(
    last(clocks('review', CAME, '2026-02-10', { ...asked, rules: mutant })),
    'since 2026-01-30 due 2026-02-27 open',
  );
});
