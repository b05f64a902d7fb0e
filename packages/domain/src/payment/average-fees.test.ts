import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { childId } from '../child/record.ts';
import type { PlacementPrice } from '../measure/records/money.ts';
import { pencePerWeek } from '../money/weekly.ts';
import { averageFees } from './average-fees.ts';

const ON = day('2026-11-22');
const price = (child: string, core: number, said: Partial<PlacementPrice> = {}): PlacementPrice => ({
  child: childId(child),
  kind: 'fostering',
  route: 'framework',
  core: pencePerWeek(core),
  additional: pencePerWeek(0),
  starts: day('2026-01-01'),
  ends: null,
  expectedEnd: null,
  ...said,
});
const asked = { kind: 'fostering', on: ON, but: childId('T9') } as const;

test('an average is of the same type in force that day, framework beside spot, without the child’s own', () => {
  const prices = [
    price('T1', 850_00),
    price('T2', 900_00, { additional: pencePerWeek(100_00) }),
    price('T3', 890_00),
    price('T4', 1_025_00, { route: 'spot' }),
    price('T5', 5_000_00, { kind: 'residential' }),
    price('T6', 10_00, { ends: day('2026-11-22') }),
    price('T7', 10_00, { starts: day('2026-11-23') }),
    price('T8', 10_00, { route: null }),
    price('T9', 10_00),
  ];
  assert.deepEqual(
    averageFees(prices, asked).map(({ route, placements, core, total }) => [route, placements, core, total]),
    [
      ['framework', 3, 880_00, 913_33],
      ['spot', 1, 1_025_00, 1_025_00],
    ],
  );
});

test('where there is none, there is no average', () => {
  assert.deepEqual(
    averageFees([], asked).map(({ placements, core }) => [placements, core]),
    [
      [0, undefined],
      [0, undefined],
    ],
  );
});
