import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { day } from '../../calendar/day.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import type { DimensionId } from '../dimensions.ts';
import { moves, unplannedEndings } from './placement-moves.ts';

const DAY = '2024-03-31';

test('three moves are four placements in one period of care', () => {
  const ledger = aLedger(
    aChild(
      'A',
      `2022-01-10 S C2 U6 PR1 2023-06-01 X1
       2023-06-01 P C2 U6 PR1 2023-08-01 X1
       2023-08-01 P C2 U4 PR1 2023-10-01 X1
       2023-10-01 P C2 K2 PR4`,
    ),
    aChild(
      'B',
      `2022-01-10 S C2 U6 PR1 2023-06-01 X1
       2023-06-01 P C2 U6 PR1 2023-08-01 E4A
       2023-10-01 S C2 U6 PR1 2023-11-01 X1
       2023-11-01 P C2 K2 PR4`,
    ),
  );
  assert.equal(read(figureOf('stability-3plus-moves', ledger, DAY)), 'A of A B');
  assert.equal(read(figureOf('stability-3plus', ledger, DAY)), 'A B of A B');
});

test('three or more placements in two years: two of nine is 22%', () => {
  const still = '2021-01-10 S C2 U6 PR1';
  const moved = `2021-01-10 S C2 U6 PR1 2022-06-01 X1
                 2022-06-01 P C2 U6 PR1 2023-08-01 X1
                 2023-08-01 P C2 K2 PR4`;
  const ledger = aLedger(
    ...Array.from({ length: 9 }, (_, i) => aChild(`C${i}`, i < 2 ? moved : still)),
    aChild('N', '2022-04-01 S C2 U6 PR1'),
  );
  const figure = figureOf('stability-3plus-2yr', ledger, DAY);
  assert.equal(figure.value?.toFixed(0), '22');
  assert.deepEqual(figure.excluded, [{ id: 'N', reason: 'in-care-under-two-years' }]);
});

test('in care since the boundary day is two years; a placement that ended on the first day was before them', () => {
  const ledger = aLedger(
    aChild(
      'A',
      `2022-03-31 S C2 U6 PR1 2022-04-01 X1
       2022-04-01 P C2 U6 PR1 2023-08-01 X1
       2023-08-01 P C2 K2 PR4`,
    ),
  );
  assert.equal(read(figureOf('stability-3plus-2yr', ledger, DAY)), ' of A');
});

const MOVED = aLedger(
  aChild(
    'A',
    `2023-05-01 S C2 U6 PR1 2023-06-01 X1 REASON=CREQB
     2023-06-01 P C2 U6 PR1 2023-08-01 X1 REASON=CARPL
     2023-08-01 P C2 K2 PR4`,
  ),
  aChild('B', '2023-05-01 S C2 U6 PR1'),
);

test('moves: two of one child and none of the other is two, one for each child', () => {
  assert.equal(figureOf('stability-moves', MOVED, DAY).value, 2);
  const each = figureOf('stability-moves-per-child', MOVED, DAY);
  assert.deepEqual([each.value, each.numerator, each.denominator], [1, 2, 2]);
});

const keysOf = (measure: Parameters<typeof breakDown>[0], by: DimensionId, ledger = MOVED) =>
  breakDown(measure, by, authorityOnDay(prepare(ledger), day(DAY))).map(({ key, numerator }) => [
    key,
    numerator,
  ]);

test('moves are told by why, by whether it was planned, and from where to where', () => {
  assert.deepEqual(keysOf(moves, 'reason-left'), [
    ['CARPL', 1],
    ['CREQB', 1],
  ]);
  assert.deepEqual(keysOf(moves, 'reason-left-group'), [
    ['planned', 1],
    ['unplanned', 1],
  ]);
  assert.deepEqual(keysOf(moves, 'moved-from'), [['U6', 2]]);
  assert.deepEqual(keysOf(moves, 'placement-type'), [
    ['U6', 1],
    ['K2', 1],
  ]);
});

test('coming back into care, the same carer, a legal status and a stay in hospital are no moves', () => {
  const ledger = aLedger(
    aChild(
      'A',
      `2023-05-01 S V2 U6 PR1 2023-06-01 X1 PL_POST=ZZ1_1AA
       2023-06-01 P V2 T1 -   2023-06-09 X1
       2023-06-09 P V2 U6 PR1 2023-07-01 X1 PL_POST=ZZ1_1AA
       2023-07-01 L C2 U6 PR1 2023-08-01 X1 PL_POST=ZZ1_1AA
       2023-08-01 T C2 U4 PR1 2023-09-01 E4A PL_POST=ZZ1_1AA
       2023-10-01 S C2 K2 PR4`,
    ),
  );
  assert.equal(figureOf('stability-moves', ledger, DAY).value, 0);
});

test('a hospital stay from which the child did not return is a move, once that could be told', () => {
  const ledger = aLedger(
    aChild(
      'A',
      `2023-05-01 S V2 U6 PR1 2023-06-01 X1
       2023-06-01 P V2 T1 -   2023-06-09 X1
       2023-06-09 P V2 K2 PR4`,
    ),
  );
  assert.equal(figureOf('stability-moves', ledger, '2023-06-08').value, 0);
  assert.equal(figureOf('stability-moves', ledger, '2023-06-09').value, 2);
});

test('unplanned endings: three of four, the same carer being no ending', () => {
  const ended = (reason: string, rne: string) =>
    `2023-01-01 S C2 U6 PR1 2023-06-01 X1 REASON=${reason}\n2023-06-01 ${rne} C2 U4 PR1`;
  const ledger = aLedger(
    aChild('A', ended('CARPL', 'P')),
    aChild('B', ended('CREQB', 'P')),
    aChild('C', ended('CHILD', 'P')),
    aChild('D', ended('PLACE', 'T')),
    aChild('E', ended('CREQB', 'P')),
    aChild('F', ended('PLACE', 'P')),
  );
  const figure = figureOf('unplanned-endings', ledger, DAY);
  assert.equal(figure.value, 75);
  assert.equal(read(figure), 'B C E of A B C E');
  assert.deepEqual(figure.excluded, [{ id: 'F', reason: 'same-carer' }]);
});

test('going home unplanned is an unplanned ending; leaving care otherwise is not asked about; no reason is not known', () => {
  const ledger = aLedger(
    aChild('A', '2023-01-01 S C2 U6 PR1 2023-06-01 E4B'),
    aChild('B', '2023-01-01 S C2 U6 PR1 2023-06-01 E11'),
    aChild('C', '2023-01-01 S C2 U6 PR1 2023-06-01 X1\n2023-06-01 P C2 K2 PR4'),
    aChild('D', '2023-01-01 S C2 U6 PR1 2023-06-01 X1 REASON=CLOSE\n2023-06-01 P C2 K2 PR4'),
  );
  const figure = figureOf('unplanned-endings', ledger, DAY);
  assert.equal(read(figure), 'A of A C D');
  assert.deepEqual(figure.notRecorded, ['C']);
  assert.deepEqual(figure.excluded, [{ id: 'B', reason: 'left-care-as-planned' }]);
  assert.deepEqual(keysOf(unplannedEndings, 'reason-placement-ended-group', ledger), [
    ['unplanned', 1],
    ['apart', 0],
    ['unknown', 0],
  ]);
});

test('the first placement is followed for 90 days, and the ninetieth day has to be in the time shown', () => {
  const ledger = aLedger(
    aChild('A', '2023-05-01 S C2 U6 PR1 2023-07-31 X1\n2023-07-31 P C2 K2 PR4'),
    aChild('B', '2023-05-01 S C2 U6 PR1 2023-07-30 X1\n2023-07-30 P C2 K2 PR4'),
    aChild('C', '2023-05-01 S C2 U6 PR1 2023-07-30 E4A'),
    aChild('D', '2024-02-01 S C2 U6 PR1'),
    aChild('E', '2022-12-31 S C2 U6 PR1'),
    aChild('F', '2023-01-01 S C2 U6 PR1'),
    aChild('V', '2023-05-01 S V4 U6 PR1'),
  );
  const figure = figureOf('stability-first-placement-90d', ledger, DAY);
  assert.equal(read(figure), 'F A of F A B');
  assert.deepEqual(
    figure.excluded.map(({ id, reason }) => `${id} ${reason}`),
    ['C left-care-first', 'V short-breaks'],
  );
});
