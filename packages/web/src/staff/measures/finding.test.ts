import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShownFigure } from '@rightplace/app';
import { day, findMeasure, hasWindow, MEASURES } from '@rightplace/domain';
import { headlineText, shareInWords, sinceYearBefore } from './figure-words.ts';
import { finding } from './finding.ts';

const today = day('2026-11-21');

const figure = (
  id: string,
  value: number | null,
  before: number | null = value,
  asOf = today,
): ShownFigure => {
  const measure = findMeasure(id);
  if (measure === undefined) throw new Error(`There is no measure ${id}`);
  return {
    measure,
    asOf,
    value,
    noValue: value === null ? 'nobody-to-count' : undefined,
    cases: 0,
    notRecorded: 0,
    numerator: 0,
    denominator: null,
    excluded: [],
    certainty: [],
    yearBefore: { on: day('2025-11-21'), value: before, numerator: 0, denominator: null, noValue: undefined },
    window: hasWindow(measure) ? 'year-to-date' : undefined,
    trend: [],
  };
};
const says = (...of: Parameters<typeof figure>): string => finding(figure(...of), today);

test('a figure says what it shows in one sentence', () => {
  assert.equal(says('cla-number', 912, 898), '912 children are looked after, 14 more than a year ago');
  assert.equal(says('cla-number', 1, 1), '1 child is looked after, the same as a year ago');
  assert.equal(says('cla-number', 0, 3), '0 children are looked after, 3 fewer than a year ago');
  assert.equal(
    says('cla-rate-10k', 58.4, 60.1),
    '58 in every 10,000 children are looked after, 2 fewer than a year ago',
  );
  assert.equal(says('stability-3plus', 9.8), '1 in 10 children had three or more placements in the year');
  assert.equal(says('stability-3plus', 7.9), '8% of children had three or more placements in the year');
  assert.equal(says('foster-share', 69.2), '7 in 10 children live with foster carers');
  assert.equal(says('residential-share', 0), 'No child lives in children’s homes');
  assert.equal(says('within-20-miles', 100), 'Every child lives within 20 miles of home');
});

test('what a figure usually does is no news', () => {
  const usual = { limits: undefined, verdict: 'usual', sentence: '' } as const;
  assert.equal(
    finding(figure('cla-number', 912, 898), today, usual),
    '912 children are looked after, within what is usual',
  );
  assert.equal(
    finding(figure('cla-number', 912, 898), today, { ...usual, verdict: 'changed' }),
    '912 children are looked after, 14 more than a year ago',
  );
});

test('over another time a flow says which, and what it is compared with', () => {
  const over = (window: 'month' | 'quarter' | 'twelve-months', asOf = '2026-11-21') =>
    finding({ ...figure('cla-started', 21, 24, day(asOf)), window }, today);
  assert.equal(
    over('quarter'),
    '21 children started to be looked after from 1 October 2026 to 21 November 2026, 3 fewer than by the same day of that quarter last year',
  );
  assert.match(
    over('month', '2026-06-30'),
    /from 1 June 2026 to 30 June 2026, 3 fewer than in the same month last/,
  );
  assert.match(over('quarter', '2026-06-30'), /than in the same quarter last year/);
  assert.match(
    over('twelve-months'),
    /in the twelve months to 21 November 2026, 3 fewer than in the twelve months before/,
  );
});

test('a flow says since when, and a difference which way', () => {
  assert.equal(
    says('cla-started', 210, 234),
    '210 children started to be looked after since 1 April 2026, 24 fewer than by the same day last year',
  );
  assert.equal(says('cla-net-flow', -11), '11 more left care than came into it since 1 April 2026');
  assert.equal(says('cla-net-flow', 4), '4 more came into care than left it since 1 April 2026');
  assert.equal(says('cla-net-flow', 0), 'As many came into care as left it since 1 April 2026');
});

test('a day past is told in the past', () => {
  const then = day('2026-03-31');
  assert.equal(says('cla-number', 900, null, then), '900 children were looked after');
  assert.equal(says('foster-share', 70, 70, then), '7 in 10 children lived with foster carers');
});

test('every measure has a sentence, and one without a value says so', () => {
  for (const { id, title } of MEASURES) {
    assert.doesNotMatch(says(id, 50), /undefined|NaN/, id);
    assert.equal(says(id, null), `${title}: not known`);
  }
});

test('a share is told as a fraction only when it nearly is one', () => {
  const told = [1.2, 4.9, 5, 9.8, 12.4, 24, 33, 41, 50, 52.4, 66, 72.5, 75.2, 88, 96].map(shareInWords);
  assert.deepEqual(told, [
    '1%',
    '1 in 20',
    '1 in 20',
    '1 in 10',
    '1 in 8',
    '1 in 4',
    '1 in 3',
    '2 in 5',
    '1 in 2',
    '52%',
    '2 in 3',
    '73%',
    '3 in 4',
    '7 in 8',
    '96%',
  ]);
});

test('a change is told from what is shown, so that figures that look alike are the same', () => {
  assert.equal(sinceYearBefore(figure('foster-share', 70.04, 69.96)), 'the same as a year ago');
  assert.equal(sinceYearBefore(figure('foster-share', 70.2, 69.9)), 'up from 69.9% a year ago');
  assert.equal(sinceYearBefore(figure('cla-number', 5, null)), undefined);
  assert.equal(sinceYearBefore(figure('cla-net-flow', -11, 2)), '2 by the same day last year');
});

test('a rounded figure never shows more than it may', () => {
  const { measure } = figure('cla-number', 1);
  assert.equal(headlineText(measure, { kind: 'fewer-than-5' }), 'fewer than 5');
  assert.equal(headlineText(measure, { kind: 'about', value: 910 }), '910');
  assert.equal(headlineText(measure, { kind: 'withheld' }), 'not shown');
});
