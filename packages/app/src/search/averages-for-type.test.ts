import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AverageFee, FEW_PRICES, pencePerWeek } from '@rightplace/domain';
import { averagesShown } from './averages-for-type.ts';

const average = (route: AverageFee['route'], placements: number): AverageFee => ({
  route,
  placements,
  core: pencePerWeek(97_200),
  total: pencePerWeek(104_000),
});
const FOUND = new Map([
  ['fostering', [average('framework', FEW_PRICES), average('spot', FEW_PRICES - 1)]],
] as const);

test('an average of few placements is shown to those alone who may read what each of them costs', () => {
  const routes = (seesAll: boolean) =>
    averagesShown(FOUND, seesAll)
      .get('fostering')
      ?.map(({ route }) => route);
  assert.deepEqual(routes(true), ['framework', 'spot']);
  assert.deepEqual(routes(false), ['framework']);
});
