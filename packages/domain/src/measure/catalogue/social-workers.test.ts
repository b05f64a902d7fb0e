import assert from 'node:assert/strict';
import { test } from 'node:test';
import { socialWorkers } from '../../../test/facts.ts';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';

const IN_CARE = '2020-01-10 S C2 U6';
const YEAR_END = '2024-03-31';

const held = (id: string, ...times: readonly string[]) =>
  aChild(id, IN_CARE, { facts: socialWorkers(...times) });

test('three or more social workers in twelve months: two of ten', () => {
  const ledger = aLedger(
    held('A', 'SW1 2022-01-01 2023-06-01', 'SW2 2023-06-01 2023-10-01', 'SW3 2023-10-01'),
    held('B', 'SW1 2023-05-01 2023-06-01', 'SW2 2023-06-01 2023-10-01', 'SW3 2023-10-01', 'SW4 2024-03-31'),
    ...Array.from({ length: 8 }, (_, i) => held(`Z${i}`, 'SW1 2022-01-01 2023-06-01', 'SW2 2023-06-01')),
  );
  const figure = figureOf('sw-changes', ledger, YEAR_END);
  assert.equal(figure.value, 20);
  assert.deepEqual(figure.children.numerator, ['A', 'B']);
});

test('one who left on the first of the twelve months’ days was gone before them; one who came back counts once', () => {
  const ledger = aLedger(
    held('A', 'SW1 2022-01-01 2023-04-01', 'SW2 2023-04-01 2023-10-01', 'SW3 2023-10-01'),
    held('B', 'SW1 2022-01-01 2023-04-02', 'SW2 2023-04-02 2023-10-01', 'SW3 2023-10-01'),
    held('C', 'SW1 2022-01-01 2023-06-01', 'SW2 2023-06-01 2023-10-01', 'SW1 2023-10-01'),
    held('D', 'SW1 2022-01-01 2023-06-01', 'SW2 2023-06-01 2023-10-01', 'SW3 2024-04-01'),
  );
  assert.equal(read(figureOf('sw-changes', ledger, YEAR_END)), 'B of A B C D');
});

test('a child of whom no social worker is recorded is told apart, and short breaks are left out', () => {
  const ledger = aLedger(held('A'), aChild('B', '2020-01-10 S V4 K2'));
  const figure = figureOf('sw-changes', ledger, YEAR_END);
  assert.deepEqual([figure.value, figure.noValue, figure.denominator], [null, 'nothing-recorded', 1]);
  assert.deepEqual(figure.notRecorded, ['A']);
  assert.deepEqual(figure.excluded, [{ id: 'B', reason: 'short-breaks' }]);
});
