import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type AverageFee,
  averageFees,
  childId,
  day,
  FEW_PRICES,
  type PlacementPrice,
  pencePerWeek,
} from '@rightplace/domain';
import { averagesShown } from './averages-for-type.ts';

const average = (route: AverageFee['route'], placements: number): AverageFee => ({
  route,
  placements,
  core: pencePerWeek(97_200),
  total: pencePerWeek(104_000),
});
const FOUND = new Map([
  ['fostering', [average('framework', FEW_PRICES + 2), average('spot', FEW_PRICES - 1)]],
] as const);

test('an average of few placements is shown to those alone who may read what each of them costs', () => {
  const shown = (seesAll: boolean) =>
    averagesShown(FOUND, seesAll)
      .get('fostering')
      ?.map(({ route, core, placements, isRough }) => [route, core, placements, isRough]);
  assert.deepEqual(shown(true), [
    ['framework', 97_200, 7, false],
    ['spot', 97_200, 4, false],
  ]);
  assert.deepEqual(shown(false), [['framework', 95_000, 5, true]], 'roughly, and not of how many');
});

const ON = day('2026-11-23');
const price = (child: string, core: number): PlacementPrice => ({
  child: childId(child),
  kind: 'fostering',
  route: 'framework',
  core: pencePerWeek(core),
  additional: pencePerWeek(0),
  starts: day('2026-01-05'),
  ends: null,
  expectedEnd: null,
});
const FIVE = [93_100, 94_200, 95_000, 95_900, 96_800].map((core, at) => price(`C${at}`, core));

/** What is read on a day by whoever may not read single prices, in the search of a child. */
const read = (prices: readonly PlacementPrice[], but: string, seesAll: boolean): string =>
  JSON.stringify([
    ...averagesShown(
      new Map([['fostering', averageFees(prices, { kind: 'fostering', on: ON, but: childId(but) })]]),
      seesAll,
    ),
  ]);

/** Whether two prices of one placement are told apart by what is read before it and after it, or with it and without it. */
const isWorkedOut = (one: number, other: number, seesAll: boolean): boolean => {
  const between = (core: number): string => {
    const six = [...FIVE, price('C9', core)];
    return [read(FIVE, 'X', seesAll), read(six, 'X', seesAll), read(six, 'C9', seesAll)].join();
  };
  return between(one) !== between(other);
};

test('from the averages of two days, or of two searches, nobody works out what the one placement between them costs', () => {
  for (const other of [88_000, 92_500, 94_999, 97_500, 104_000])
    assert.equal(isWorkedOut(95_000, other, false), false, String(other));
  assert.ok(isWorkedOut(95_000, 95_010, true), 'saboteur: by exact ones they would');
});
