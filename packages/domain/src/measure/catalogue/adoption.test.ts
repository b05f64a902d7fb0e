import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import type { ChildFact } from '../../child/record.ts';

const DAY = '2024-03-31';

const ad1 = (year: number, match: string, fosterCare = '0'): ChildFact => ({
  kind: 'ad1',
  key: `${year}`,
  fields: { DATE_INT: '01/01/2021', DATE_MATCH: match, FOSTER_CARE: fosterCare },
});

const THREE = aLedger(
  aChild(
    'A',
    `2022-03-01 S C2 U6 PR1 2023-02-14 X1
     2023-02-14 P E1 A6 PR1 2023-12-01 E12`,
  ),
  aChild(
    'B',
    `2021-06-15 S C2 U6 PR1 2021-11-01 X1 PL_POST=ZZ1_1AA
     2021-11-01 P C2 U5 PR1 2022-12-01 X1 PL_POST=ZZ2_1AA
     2022-12-01 U E1 A5 PR1 2023-06-01 E12 PL_POST=ZZ2_1AA`,
    { facts: [ad1(2024, '01/11/2022', '1')] },
  ),
  aChild(
    'C',
    `2022-09-10 S C2 U6 PR1 2023-03-20 X1
     2023-03-20 P C2 A4 PR1 2024-01-10 E11`,
  ),
);

test('entering care to moving in: 350, 534 and 191 days is a mean of 358', () => {
  const figure = figureOf('adoption-a1', THREE, DAY);
  assert.equal(figure.value?.toFixed(1), '358.3');
  assert.deepEqual([figure.numerator, figure.denominator], [1075, 3]);
});

test('adopted by the foster carer, the clock stops when the child moved in with them: 350, 139 and 191 is 226.7', () => {
  assert.equal(figureOf('adoption-a10', THREE, DAY).value?.toFixed(1), '226.7');
});

test('foster carers who adopt count so by FOSTER_CARE even where the return calls it another placement', () => {
  const ledger = aLedger(
    aChild(
      'B',
      `2021-06-15 S C2 U6 PR1 2021-11-01 X1 PL_POST=ZZ1_1AA
       2021-11-01 P C2 U5 PR1 2022-12-01 X1 PL_POST=ZZ2_1AA
       2022-12-01 P E1 A6 PR1 2023-06-01 E12 PL_POST=ZZ2_1AA`,
      { facts: [ad1(2024, '01/11/2022', '1')] },
    ),
  );
  assert.equal(figureOf('adoption-a10', ledger, DAY).value, 139);
  assert.equal(figureOf('adoption-a1', ledger, DAY).value, 534);
  assert.equal(figureOf('early-permanence-share', ledger, DAY).value, 100);
});

test('under 14 months: two of three is 67%, and 14 calendar months to the day is too long', () => {
  const figure = figureOf('adoption-a3', THREE, DAY);
  assert.equal(figure.value?.toFixed(0), '67');
  const onTheDay = (placed: string) =>
    aLedger(aChild('A', `2022-01-31 S C2 U6 PR1 ${placed} X1\n${placed} P E1 A6 PR1 2023-12-01 E12`));
  assert.equal(figureOf('adoption-a3', onTheDay('2023-03-30'), DAY).value, 100);
  assert.equal(figureOf('adoption-a3', onTheDay('2023-03-31'), DAY).value, 0);
});

const orderThenMatch = (id: string, order: string, match: string) =>
  aChild(
    id,
    `2021-01-10 S C1 U6 PR1 ${order} X1
     ${order} L E1 U6 PR1 2023-03-01 X1
     2023-03-01 P E1 A6 PR1 2023-12-01 E12`,
    { facts: [ad1(2024, match)] },
  );

test('placement order to match: 106 and 175 days is a mean of 140.5', () => {
  const ledger = aLedger(
    orderThenMatch('A', '2022-09-05', '20/12/2022'),
    orderThenMatch('B', '2022-01-10', '04/07/2022'),
  );
  assert.equal(figureOf('adoption-a2', ledger, DAY).value, 140.5);
});

test('placement order to placed: 150 days; entering care to the order: 620', () => {
  const ledger = aLedger(
    aChild(
      'A',
      `2022-01-01 S C1 U6 PR1 2022-06-01 X1
       2022-06-01 L E1 U6 PR1 2022-10-29 X1
       2022-10-29 P E1 A6 PR1 2023-09-13 E12`,
    ),
  );
  assert.equal(figureOf('adoption-po-to-placed', ledger, DAY).value, 150);
  assert.equal(figureOf('adoption-entry-to-order', ledger, DAY).value, 620);
});

test('an order that was revoked and made again is counted from the last one', () => {
  const ledger = aLedger(
    aChild(
      'A',
      `2021-01-01 S E1 U6 PR1 2021-06-01 X1
       2021-06-01 L C2 U6 PR1 2022-06-01 X1
       2022-06-01 L E1 U6 PR1 2022-10-29 X1
       2022-10-29 P E1 A6 PR1 2023-09-13 E12`,
    ),
  );
  assert.equal(figureOf('adoption-po-to-placed', ledger, DAY).value, 150);
});

test('a match that the return of another year tells of is the match of the adoption it led to, and of no other', () => {
  const told = (year: number, match: string) =>
    aLedger(
      aChild(
        'A',
        `2021-01-10 S C1 U6 PR1 2022-09-05 X1
         2022-09-05 L E1 U6 PR1 2023-03-01 X1
         2023-03-01 P E1 A6 PR1 2023-12-01 E12`,
        { facts: [ad1(year, match, '1')] },
      ),
    );
  assert.equal(figureOf('adoption-a2', told(2023, '20/12/2022'), DAY).value, 106);
  assert.equal(figureOf('adoption-a2', told(2025, '20/12/2022'), '2025-03-31').value, 106);
  // A later return says nothing to a day before its year.
  assert.equal(figureOf('adoption-a2', told(2025, '20/12/2022'), DAY).value, null);
  // Before the child came into care, or after the order: of some other adoption.
  assert.equal(figureOf('adoption-a2', told(2021, '20/12/2020'), DAY).value, null);
  assert.equal(figureOf('adoption-a2', told(2025, '20/12/2023'), '2025-03-31').value, null);
});

test('without a match, an order or an adoption code the days are not recorded, and no nought is averaged in', () => {
  const ledger = aLedger(
    orderThenMatch('A', '2022-09-05', '20/12/2022'),
    aChild('B', '2021-01-10 S C2 U6 PR1 2023-12-01 E11'),
  );
  for (const id of ['adoption-a1', 'adoption-a2', 'adoption-po-to-placed']) {
    const figure = figureOf(id, ledger, DAY);
    assert.deepEqual([figure.denominator, figure.notRecorded], [1, ['B']], id);
  }
});

test('a family that did not last is not the one moved in with: the last adoptive placement counts', () => {
  const ledger = aLedger(
    aChild(
      'A',
      `2021-01-01 S E1 A6 PR1 2021-06-01 X1
       2021-06-01 P E1 U6 PR1 2022-01-01 X1
       2022-01-01 P E1 A6 PR1 2023-09-13 E12`,
    ),
  );
  assert.equal(figureOf('adoption-a1', ledger, DAY).value, 365);
});

test('one year beside three: an adoption of two years ago is in one of them only', () => {
  const adopted = (id: string, on: string) =>
    aChild(id, `2020-01-01 S C2 U6 PR1 2020-07-01 X1\n2020-07-01 P E1 A6 PR1 ${on} E12`);
  const ledger = aLedger(
    adopted('A', '2021-03-31'),
    adopted('B', '2021-04-01'),
    adopted('C', '2023-03-31'),
    adopted('D', '2023-04-01'),
    adopted('E', '2024-04-01'),
  );
  assert.deepEqual(figureOf('adoption-a1', ledger, DAY).children.numerator, ['B', 'C', 'D']);
  assert.deepEqual(figureOf('adoption-a1-1y', ledger, DAY).children.numerator, ['D']);
});

test('fostered by their adopters first: one of three', () => {
  assert.equal(read(figureOf('early-permanence-share', THREE, DAY)), 'B of B A C');
});

test('where the record does not hold the start of care, a figure of days says so', () => {
  const ledger = aLedger(
    aChild('A', '2022-03-01 L C2 U6 PR1 2023-02-14 X1\n2023-02-14 P E1 A6 PR1 2023-12-01 E12'),
  );
  assert.match(figureOf('adoption-a1', ledger, DAY).certainty.join(' '), /only the earliest known/);
});

test('placed for adoption in a quarter: 5, 7, 2 and 8', () => {
  const placed = ['2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01'].flatMap((from, quarter) =>
    Array.from({ length: [5, 7, 2, 8][quarter] ?? 0 }, (_, i) =>
      aChild(`${from}-${i}`, `2022-01-01 S E1 U6 PR1 ${from} X1\n${from} P E1 A6 PR1`),
    ),
  );
  const ledger = aLedger(...placed);
  const ends = ['2023-06-30', '2023-09-30', '2023-12-31', '2024-03-31'];
  assert.deepEqual(
    ends.map((end) => figureOf('adoption-placed-quarter', ledger, end).value),
    [5, 7, 2, 8],
  );
  const population = () => ({ count: 40_000, midYear: 2023 });
  assert.match(
    figureOf('adoption-placed-quarter', ledger, '2024-03-31', { population }).certainty.join(' '),
    /2\.00 for every 10,000 .* 36\.4 for every 100/,
  );
});

test('a foster placement that became adoptive began that day; one that the record only opens in had begun before', () => {
  const ledger = aLedger(
    aChild('A', '2022-01-01 S E1 U5 PR1 2024-02-01 X1\n2024-02-01 T E1 A5 PR1'),
    aChild('B', '2024-02-01 L E1 A6 PR1'),
    aChild('C', '2023-01-01 S C2 A4 PR1 2024-02-01 X1\n2024-02-01 L E1 A6 PR1'),
  );
  assert.equal(read(figureOf('adoption-placed-quarter', ledger, DAY)), 'A');
});

test('adopted in the year: five', () => {
  const ledger = aLedger(
    ...['E11', 'E12', 'E12', 'E11', 'E11', 'E4A'].map((rec, i) =>
      aChild(`C${i}`, `2022-01-01 S E1 A6 PR1 2023-06-01 ${rec}`),
    ),
  );
  assert.equal(figureOf('adoption-number', ledger, DAY).value, 5);
});

test('placement orders: made when the status became E1, not when the placement under it changed', () => {
  const ledger = aLedger(
    aChild(
      'A',
      `2023-05-01 S C1 U6 PR1 2023-07-01 X1
       2023-07-01 L E1 U6 PR1 2023-09-01 X1
       2023-09-01 P E1 A6 PR1`,
    ),
    aChild('B', '2023-05-01 P E1 U6 PR1'),
  );
  assert.equal(read(figureOf('placement-orders', ledger, DAY)), 'A');
});

const decision = (on: string, ceased?: string): ChildFact => ({
  kind: 'placed-for-adoption',
  key: on,
  fields: {
    DATE_PLACED: on,
    ...(ceased === undefined ? {} : { DATE_PLACED_CEASED: ceased, REASON_PLACED_CEASED: 'RD2' }),
  },
});

test('one decision for adoption was reversed in the year, and two were made', () => {
  const ledger = aLedger(
    aChild('A', '2022-01-01 S C2 U6', { facts: [decision('01/05/2023', '01/02/2024')] }),
    aChild('B', '2022-01-01 S C2 U6', { facts: [decision('01/06/2023', '01/04/2024')] }),
    aChild('C', '2022-01-01 S C2 U6', { facts: [decision('31/03/2023')] }),
  );
  assert.equal(read(figureOf('adoption-a5', ledger, DAY)), 'A');
  assert.equal(read(figureOf('adm-decisions', ledger, DAY)), 'A B');
});

test('waiting for a match: six; not one matched by the day, nor one who lives with the family', () => {
  const waiting = Array.from({ length: 6 }, (_, i) => aChild(`C${i}`, '2022-01-01 S E1 U6'));
  const ledger = aLedger(
    ...waiting,
    aChild('M', '2022-01-01 S E1 U6', { facts: [ad1(2024, '31/03/2024')] }),
    aChild('P', '2022-01-01 S E1 A6'),
    aChild('O', '2022-01-01 S C2 U6'),
  );
  assert.equal(figureOf('waiting-for-match', ledger, DAY).value, 6);
  assert.equal(figureOf('waiting-for-match', ledger, '2024-03-30').value, 7);
});

test('with carers who may adopt: U2 and U5', () => {
  const ledger = aLedger(
    ...['U2', 'U5', 'U5', 'U2', 'U6', 'A5'].map((place, i) => aChild(`C${i}`, `2022-01-01 S C2 ${place}`)),
  );
  assert.equal(figureOf('foster-to-adopt', ledger, DAY).value, 4);
});
