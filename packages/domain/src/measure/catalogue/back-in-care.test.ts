import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';

const WENT_HOME = '2021-01-10 S V2 U6 PR1 2022-10-01 E4A';

const FOUR = aLedger(
  aChild('A', WENT_HOME),
  aChild('B', WENT_HOME),
  aChild('C', `${WENT_HOME}\n2023-03-01 S C2 U6`),
  aChild('D', `${WENT_HOME}\n2023-12-01 S C2 U6`),
);

test('of four who went home in 2022-23, one was back within a year and two within two', () => {
  const year = figureOf('cla-reentry', FOUR, '2024-03-31');
  assert.equal(year.value, 25);
  assert.equal(read(year), 'C of A B C D');
  assert.equal(read(figureOf('cla-reentry-24m', FOUR, '2025-03-31')), 'C D of A B C D');
  assert.equal(read(figureOf('reunification-sustained', FOUR, '2024-03-31')), 'A B D of A B C D');
});

test('a child is followed for the full time: until then the year is not told', () => {
  assert.equal(figureOf('cla-reentry', FOUR, '2023-03-31').noValue, 'nobody-to-count');
});

test('back on the day twelve months after counts, and the day after it does not', () => {
  const ledger = aLedger(
    aChild('A', `${WENT_HOME}\n2023-10-01 S C2 U6`),
    aChild('B', `${WENT_HOME}\n2023-10-02 S C2 U6`),
  );
  assert.equal(read(figureOf('cla-reentry', ledger, '2024-03-31')), 'A of A B');
});

test('short breaks afterwards are not coming back, and adoption was not going home', () => {
  const ledger = aLedger(
    aChild('A', `${WENT_HOME}\n2023-02-01 S V4 K2`),
    aChild('B', '2021-01-10 S C2 A6 PR1 2022-10-01 E11\n2023-02-01 S C2 U6'),
  );
  assert.equal(read(figureOf('cla-reentry', ledger, '2024-03-31')), ' of A');
});

test('a child who went home twice in the year counts once, and came back if they did after either', () => {
  const ledger = aLedger(
    aChild(
      'A',
      `2021-01-10 S V2 U6 PR1 2022-05-01 E4A
       2022-06-01 S V2 U6 PR1 2022-08-01 E4B`,
    ),
  );
  assert.equal(read(figureOf('cla-reentry', ledger, '2024-03-31')), 'A of A');
});

test('of those who started in the year, some had been in care: within a year, within two, ever', () => {
  const before = (ended: string) => `2018-01-10 S V2 U6 PR1 ${ended} E8\n2023-06-01 S C2 U6`;
  const ledger = aLedger(
    aChild('A', before('2022-06-01')),
    aChild('B', before('2022-05-31')),
    aChild('C', before('2019-01-01')),
    aChild('D', '2023-06-01 S C2 U6'),
    aChild('E', '2022-09-01 S V4 U6 PR1 2022-12-01 E8\n2023-06-01 S C2 U6'),
  );
  assert.equal(read(figureOf('cla-reentry-starts', ledger, '2024-03-31')), 'A of A B C D E');
  assert.equal(read(figureOf('cla-reentry-starts-24m', ledger, '2024-03-31')), 'A B of A B C D E');
  assert.equal(read(figureOf('cla-reentry-starts-ever', ledger, '2024-03-31')), 'A B C of A B C D E');
});

test('care that went on from short breaks into a new start without a gap is no second time in care', () => {
  const ledger = aLedger(aChild('A', '2022-09-01 S V2 U6 PR1 2023-06-01 X1\n2023-06-01 S C2 U6'));
  assert.equal(read(figureOf('cla-reentry-starts-ever', ledger, '2024-03-31')), ' of A');
});
