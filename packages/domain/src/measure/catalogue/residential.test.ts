import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, jsonOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';

const DAY = '2024-03-31';

const from = (place: string) => `2022-01-10 S C2 ${place} PR1 2023-06-01 X1\n2023-06-01 P C2 K2 PR4`;

const FOUR = aLedger(
  aChild('A', from('U6'), { born: '2014-01-01' }),
  aChild('B', '2023-06-01 S C2 K2 PR4', { born: '2009-01-01' }),
  aChild('C', from('K2'), { born: '2008-01-01' }),
  aChild('D', from('R2'), { born: '2011-01-01' }),
);

test('new in children’s homes: from fostering, home, residential and hospital; aged 9, 14, 15 and 12', () => {
  const json = jsonOf(FOUR, DAY);
  assert.equal(figureOf('new-residential', FOUR, DAY).value, 4);
  assert.deepEqual(json['new-residential-by-origin'], { home: 1, fostering: 1, residential: 1, hospital: 1 });
  assert.deepEqual(json['new-residential-by-age'], { '0-10': 1, '11-13': 1, '14-15': 2 });
});

test('with parents under a care order is home, and supported accommodation, an adoptive family and custody are told', () => {
  const ledger = aLedger(...['P1', 'K3', 'A6', 'R5'].map((place, i) => aChild(`C${i}`, from(place))));
  assert.deepEqual(jsonOf(ledger, DAY)['new-residential-by-origin'], { home: 1, supported: 1, other: 2 });
});

test('the bands meet: 10 and under, 11, 13, 14, 15 and 16', () => {
  const ledger = aLedger(
    ...['2012-06-02', '2012-06-01', '2009-06-02', '2009-06-01', '2007-06-02', '2007-06-01', undefined].map(
      (born, i) => aChild(`C${i}`, '2023-06-01 S C2 K2 PR4', born === undefined ? {} : { born }),
    ),
  );
  assert.deepEqual(jsonOf(ledger, DAY)['new-residential-by-age'], {
    '0-10': 1,
    '11-13': 2,
    '14-15': 2,
    '16+': 1,
    unknown: 1,
  });
});

test('a child with two new placements counts twice as placements and once as a child, as a share of all that began', () => {
  const ledger = aLedger(
    aChild(
      'A',
      `2023-05-01 S C2 U6 PR1 2023-06-01 X1
       2023-06-01 P C2 K2 PR4 2023-07-01 X1
       2023-07-01 P C2 K2 PR4`,
    ),
    aChild('B', '2023-05-01 S C2 U6 PR1'),
  );
  assert.equal(figureOf('new-residential', ledger, DAY).value, 2);
  assert.equal(figureOf('new-residential-children', ledger, DAY).value, 1);
  const share = figureOf('new-residential-share', ledger, DAY);
  assert.deepEqual([share.value, share.denominator], [50, 4]);
});

test('a legal status, a return from hospital, short breaks and a record that only opens there begin none', () => {
  const ledger = aLedger(
    aChild(
      'A',
      `2022-05-01 S V2 K2 PR4 2023-06-01 X1 PL_POST=ZZ1_1AA
       2023-06-01 L C2 K2 PR4 2023-07-01 X1 PL_POST=ZZ1_1AA
       2023-07-01 P C2 T1 -   2023-07-08 X1
       2023-07-08 P C2 K2 PR4 - - PL_POST=ZZ1_1AA`,
    ),
    aChild('B', '2023-05-01 S V4 K2 PR4'),
    aChild('C', '2023-05-01 L C2 K2 PR4'),
  );
  assert.equal(figureOf('new-residential', ledger, DAY).value, 0);
});

test('in homes aged 8, 9 and 10: two under ten; aged 8, 12 and 13: two of twelve or under', () => {
  const aged = (...births: readonly string[]) =>
    aLedger(...births.map((born, i) => aChild(`C${i}`, '2022-01-10 S C2 K2 PR4', { born })));
  assert.equal(figureOf('under10-residential', aged('2015-06-01', '2014-04-01', '2014-03-31'), DAY).value, 2);
  assert.equal(figureOf('under13-residential', aged('2015-06-01', '2011-04-01', '2011-03-31'), DAY).value, 2);
});

test('a child in a home whose age is not known is neither, and in foster care is not asked', () => {
  const ledger = aLedger(aChild('A', '2022-01-10 S C2 K2 PR4'), aChild('B', '2022-01-10 S C2 U6 PR4'));
  const figure = figureOf('under10-residential', ledger, DAY);
  assert.equal(read(figure), '');
  assert.deepEqual(figure.notRecorded, ['A']);
});
