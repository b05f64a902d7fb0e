import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aChild, aLedger } from '../../test/ledgers.ts';
import { day } from '../calendar/day.ts';
import { authorityOnDay, prepare } from '../measure/authority-on-day.ts';
import { isContinuouslyLookedAfter } from './continuously-looked-after.ts';

const YEAR_END = day('2024-03-31');

/** Whether a child with these episodes was looked after all of 2023-24; undefined when not in care at its end. */
const allYear = (episodes: string): boolean | undefined => {
  const [child] = authorityOnDay(prepare(aLedger(aChild('A', episodes))), YEAR_END).inCare;
  return child === undefined ? undefined : isContinuouslyLookedAfter(child, 2024);
};

test('to have started on 1 April is all the year, and on 2 April is not', () => {
  assert.equal(allYear('2023-03-31 S C2 U6'), true);
  assert.equal(allYear('2023-04-01 S C2 U6'), true);
  assert.equal(allYear('2023-04-02 S C2 U6'), false);
});

test('a move or another legal status breaks nothing', () => {
  assert.equal(
    allYear('2022-01-01 S V2 U6 PR1 2023-06-01 X1\n2023-06-01 L C2 U6 PR1 2023-09-01 X1\n2023-09-01 P C2 K2'),
    true,
  );
});

test('an end in the year breaks it, even when care began again the same day', () => {
  assert.equal(allYear('2022-01-01 S V2 U6 PR1 2023-06-01 E4A\n2023-06-01 S V2 U6'), false);
  assert.equal(allYear('2022-01-01 S V2 U6 PR1 2023-04-01 E4A\n2023-04-01 S V2 U6'), false);
  assert.equal(allYear('2022-01-01 S V2 U6 PR1 2023-03-31 E4A\n2023-04-01 S V2 U6'), true);
});

test('a start in the year breaks it, even after an episode that says care went on', () => {
  assert.equal(allYear('2022-01-01 S V2 U6 PR1 2023-06-01 X1\n2023-06-01 S V2 U6'), false);
});

test('a gap between episodes breaks it, though the earlier says care went on', () => {
  assert.equal(allYear('2022-01-01 S V2 U6 PR1 2023-06-01 X1\n2023-06-10 P V2 U6'), false);
});

test('short breaks break it, and care that followed them counts from its own first day', () => {
  assert.equal(allYear('2022-01-01 S V4 U6'), false);
  assert.equal(allYear('2022-01-01 S V4 U6 PR1 2023-06-01 X1\n2023-06-01 L V2 U6'), false);
  assert.equal(allYear('2022-01-01 S V4 U6 PR1 2023-04-01 X1\n2023-04-01 L V2 U6'), true);
});

test('a child who left on 31 March is not looked after that day', () => {
  assert.equal(allYear('2022-01-01 S C2 U6 PR1 2024-03-31 E11'), undefined);
  assert.equal(allYear('2022-01-01 S C2 U6 PR1 2024-04-01 E11'), true);
});

test('care whose start the record does not hold counts from the earliest day known', () => {
  assert.equal(allYear('2023-03-01 P C2 U6'), true);
  assert.equal(allYear('2023-05-01 P C2 U6'), false);
});
