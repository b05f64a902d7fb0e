import assert from 'node:assert/strict';
import { test } from 'node:test';
import { names, on, withRecords } from '../../../test/records.ts';
import type { PROGRESS, StrategyAction } from '../records/strategy.ts';

const DAY = '2024-03-31';
const action = (name: string, rest: Partial<StrategyAction> = {}): StrategyAction => ({
  action: name,
  theme: 'Placements',
  agreedOn: on('2023-06-01'),
  dueOn: on('2024-06-01'),
  progress: [],
  ...rest,
});
const said = (state: keyof typeof PROGRESS, day = '2024-01-10') => [{ on: on(day), state }];

test('actions on track: 18 of 24 is 75%', () => {
  const strategyActions = names(24).map((name, i) =>
    action(name, { progress: said(i < 10 ? 'done' : i < 18 ? 'on-track' : 'at-risk') }),
  );
  assert.equal(withRecords('strategy-action-progress', { strategyActions }, DAY).value, 75);
});

test('overdue is not on track unless done; the last thing said by the day counts; silence is not known', () => {
  const strategyActions = [
    action('late', { dueOn: on('2024-03-30'), progress: said('on-track') }),
    action('done late', { dueOn: on('2024-03-30'), progress: said('done') }),
    action('turned', { progress: [...said('on-track', '2023-09-01'), ...said('off-track')] }),
    action('later', { progress: [...said('on-track'), ...said('off-track', '2024-04-01')] }),
    action('silent'),
    action('to come', { agreedOn: on('2024-04-01') }),
  ];
  const figure = withRecords('strategy-action-progress', { strategyActions }, DAY);
  assert.deepEqual(figure.children.numerator, ['done late', 'later']);
  assert.deepEqual([figure.denominator, figure.notRecorded], [5, ['silent']]);
});

test('a projection is told, and not made, here: the latest by the day, of twelve months on', () => {
  const projections = [
    { madeOn: on('2023-06-01'), forDay: on('2024-03-31'), children: 700 },
    { madeOn: on('2024-01-10'), forDay: on('2024-09-30'), children: 715 },
    { madeOn: on('2024-01-10'), forDay: on('2025-03-31'), children: 728 },
    { madeOn: on('2024-01-10'), forDay: on('2026-03-31'), children: 750 },
    { madeOn: on('2024-04-01'), forDay: on('2025-03-31'), children: 900 },
  ];
  assert.equal(withRecords('cla-projection', { projections }, DAY).value, 728);
  assert.equal(withRecords('cla-projection', {}, DAY).noValue, 'no-records');
});
