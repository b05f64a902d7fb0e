import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oc2 } from '../../../test/facts.ts';
import { figureOf, jsonOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import type { ChildRecord } from '../../child/record.ts';

const YEAR_END = '2024-03-31';

const child = (
  id: string,
  born: string | undefined,
  fields?: Readonly<Record<string, string>>,
): ChildRecord =>
  aChild(id, '2022-01-10 S C2 U6', {
    ...(born === undefined ? {} : { born }),
    facts: fields === undefined ? [] : [oc2(2024, fields)],
  });

const TEN = '2014-02-02';

test('scores 9, 15, 22, none (the carer refused), and a child of 3: three of four, a mean of 15.3, a third in each band', () => {
  const ledger = aLedger(
    child('A', TEN, { SDQ_SCORE: '9' }),
    child('B', TEN, { SDQ_SCORE: '15' }),
    child('C', TEN, { SDQ_SCORE: '22' }),
    child('D', TEN, { SDQ_REASON: 'SDQ2' }),
    child('E', '2020-06-01', { SDQ_REASON: 'SDQ1' }),
  );
  const coverage = figureOf('sdq-coverage', ledger, YEAR_END);
  assert.equal(coverage.value, 75);
  assert.equal(read(coverage), 'A B C of A B C D');
  assert.deepEqual(coverage.excluded, [{ id: 'E', reason: 'not-aged-4-to-16' }]);
  const mean = figureOf('sdq-mean', ledger, YEAR_END);
  assert.equal(mean.value?.toFixed(1), '15.3');
  assert.deepEqual([mean.numerator, mean.denominator, mean.unit], [46, 3, 'score']);
  assert.deepEqual(jsonOf(ledger, YEAR_END)['sdq-bands'], { normal: 1, borderline: 1, concern: 1 });
});

test('13 is normal, 14 and 16 are borderline, 17 is cause for concern', () => {
  const scores = ['0', '13', '14', '16', '17', '40'];
  const ledger = aLedger(...scores.map((SDQ_SCORE, i) => child(`C${i}`, TEN, { SDQ_SCORE })));
  assert.deepEqual(jsonOf(ledger, YEAR_END)['sdq-bands'], { normal: 2, borderline: 2, concern: 2 });
});

test('a score that the questionnaire cannot give is none, and none said is told apart', () => {
  const ledger = aLedger(
    child('A', TEN, { SDQ_SCORE: '41' }),
    child('B', TEN, { SDQ_SCORE: '0' }),
    child('C', TEN),
    child('D', TEN, { SDQ_SCORE: '-1', SDQ_REASON: 'SDQ4' }),
  );
  const figure = figureOf('sdq-coverage', ledger, YEAR_END);
  assert.equal(read(figure), 'B of A B C D');
  assert.deepEqual(figure.notRecorded, ['A', 'C']);
  assert.equal(figureOf('sdq-mean', ledger, YEAR_END).value, 0);
});

test('at the edges of the age, what the row says decides: 4 and 17 on 31 March', () => {
  const ledger = aLedger(
    child('A', '2020-03-31', { SDQ_REASON: 'SDQ1' }),
    child('B', '2020-03-31', { SDQ_SCORE: '5' }),
    child('C', '2020-04-01', { SDQ_SCORE: '5' }),
    child('D', '2007-03-31', { SDQ_SCORE: '5' }),
    child('E', '2007-03-31', { SDQ_REASON: 'SDQ1' }),
    child('F', '2007-03-31'),
    child('G', '2007-04-01'),
    child('H', '2007-04-01', { SDQ_REASON: 'SDQ1' }),
    child('I', undefined, { SDQ_SCORE: '5' }),
    child('J', undefined),
  );
  const figure = figureOf('sdq-coverage', ledger, YEAR_END);
  assert.equal(read(figure), 'B D I of B D G H I');
  assert.deepEqual(
    figure.excluded.map(({ id, reason }) => `${id} ${reason}`),
    [
      'A not-aged-4-to-16',
      'C not-aged-4-to-16',
      'E not-aged-4-to-16',
      'F not-aged-4-to-16',
      'J no-date-of-birth',
    ],
  );
});

test('substance misuse: 2 of 50 identified, one of the two received help, the other refused it', () => {
  const ledger = aLedger(
    child('A', TEN, { SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '1' }),
    child('B', TEN, { SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0', INTERVENTION_OFFERED: '1' }),
    ...Array.from({ length: 48 }, (_, i) => child(`Z${i}`, TEN, { SUBSTANCE_MISUSE: '0' })),
  );
  assert.equal(figureOf('substance-misuse', ledger, YEAR_END).value, 4);
  assert.equal(read(figureOf('substance-intervention', ledger, YEAR_END)), 'A of A B');
  assert.equal(read(figureOf('substance-intervention-refused', ledger, YEAR_END)), 'B of A B');
});

test('of whom it is not said whether help was offered, nobody knows whether they refused', () => {
  const ledger = aLedger(child('A', TEN, { SUBSTANCE_MISUSE: '1', INTERVENTION_RECEIVED: '0' }));
  assert.deepEqual(figureOf('substance-intervention-refused', ledger, YEAR_END).notRecorded, ['A']);
});

test('convicted: 1 of 30 aged 10 to 17; a child of 9 and one of 18 are left out', () => {
  const ledger = aLedger(
    child('A', TEN, { CONVICTED: '1' }),
    ...Array.from({ length: 29 }, (_, i) => child(`Z${i}`, TEN, { CONVICTED: '0' })),
    child('B', '2014-04-01', { CONVICTED: '1' }),
    child('C', '2006-03-31', { CONVICTED: '1' }),
    child('D', '2006-04-01', { CONVICTED: '0' }),
  );
  const figure = figureOf('convicted', ledger, YEAR_END);
  assert.deepEqual([figure.numerator, figure.denominator], [1, 31]);
  assert.deepEqual(
    figure.excluded.map(({ id }) => id),
    ['B', 'C'],
  );
});
