import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';

const DAY = '2024-03-31';

const leaving = (...reasons: readonly string[]) =>
  aLedger(
    ...reasons.map((rec, i) =>
      aChild(String.fromCharCode(65 + i), `2022-01-10 S C2 U6 PR1 2023-06-01 ${rec}`),
    ),
  );

test('returned home: three of eight is 38%', () => {
  const figure = figureOf(
    'returned-home',
    leaving('E4A', 'E4B', 'E13', 'E11', 'E17', 'E5', 'E45', 'E2'),
    DAY,
  );
  assert.equal(figure.value, 37.5);
  assert.equal(read(figure), 'A B C of A B C D E F G H');
});

test('special guardianship: two of twenty is 10%, one of them a former foster carer', () => {
  const ledger = leaving('E46', 'E47', ...Array.from({ length: 18 }, () => 'E4A'));
  assert.equal(figureOf('sgo-exits', ledger, DAY).value, 10);
  assert.equal(read(figureOf('sgo-exits-former-carer', ledger, DAY)), 'A of A B');
});

test('child arrangements: one of twenty is 5%', () => {
  const figure = figureOf('cao-exits', leaving('E41', ...Array.from({ length: 19 }, () => 'E4A')), DAY);
  assert.deepEqual([figure.value, figure.numerator, figure.denominator], [5, 1, 20]);
});

test('adopted: two of eight leavers is 25%', () => {
  const ledger = leaving('E11', 'E12', 'E4A', 'E4A', 'E4A', 'E4A', 'E4A', 'E4A');
  assert.equal(figureOf('adoption-share-leavers', ledger, DAY).value, 25);
});

test('a child who left twice counts once, by the latest ending', () => {
  const ledger = aLedger(
    aChild(
      'A',
      `2023-01-10 S V2 U6 PR1 2023-05-01 E4A
       2023-07-01 S C2 U6 PR1 2023-09-01 E46`,
    ),
  );
  assert.equal(read(figureOf('returned-home', ledger, DAY)), ' of A');
  assert.equal(read(figureOf('returned-home', ledger, '2023-06-30')), 'A of A');
});

test('short breaks that ended are left out, unless an ending that counts came before or after', () => {
  const ledger = aLedger(
    aChild('A', '2023-01-10 S V4 K2 PR1 2023-05-01 E4A'),
    aChild(
      'B',
      `2023-01-10 S V2 U6 PR1 2023-05-01 E4A
       2023-07-01 S V4 K2 PR1 2023-09-01 E8`,
    ),
  );
  const figure = figureOf('returned-home', ledger, DAY);
  assert.equal(read(figure), 'B of B');
  assert.deepEqual(figure.excluded, [{ id: 'A', reason: 'short-breaks' }]);
});

test('an ending without a reason stays in the whole, and is told apart', () => {
  const figure = figureOf('returned-home', leaving('E4A', '-'), DAY);
  assert.deepEqual([figure.value, figure.notRecorded], [50, ['B']]);
});

test('the first and last days of the year are in it, and the days beside them are not', () => {
  const ends = ['2023-03-31', '2023-04-01', '2024-03-31', '2024-04-01'];
  const ledger = aLedger(...ends.map((dec, i) => aChild(`C${i}`, `2022-01-10 S C2 U6 PR1 ${dec} E4A`)));
  assert.equal(read(figureOf('returned-home', ledger, DAY)), 'C1 C2 of C1 C2');
});
