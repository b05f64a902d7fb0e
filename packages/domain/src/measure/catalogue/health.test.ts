import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oc2 } from '../../../test/facts.ts';
import { figureOf, jsonOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import type { ChildFact, Ledger } from '../../child/record.ts';
import type { FigureJson } from '../measures-as-json.ts';

const YEAR_END = '2024-03-31';
const ALL_YEAR = '2022-01-10 S C2 U6';

/** So many children looked after all the year, the first of whom have a yes in the column and the rest a no. */
const children = (count: number, yes: number, column: string): Ledger =>
  aLedger(
    ...Array.from({ length: count }, (_, i) =>
      aChild(`C${String(i).padStart(2, '0')}`, ALL_YEAR, {
        born: '2012-05-05',
        facts: [oc2(2024, { [column]: i < yes ? '1' : '0' })],
      }),
    ),
  );

const child = (id: string, born: string | undefined, ...facts: readonly ChildFact[]) =>
  aChild(id, ALL_YEAR, { ...(born === undefined ? {} : { born }), facts });

test('health assessments 46 of 50, teeth 40 of 50, immunisations 45 of 50', () => {
  assert.equal(figureOf('rha-uptodate', children(50, 46, 'HEALTH_ASSESSMENT'), YEAR_END).value, 92);
  assert.equal(figureOf('dental-uptodate', children(50, 40, 'TEETH_CHECK'), YEAR_END).value, 80);
  assert.equal(figureOf('imms-uptodate', children(50, 45, 'IMMUNISATIONS'), YEAR_END).value, 90);
});

test('development checks are of those under 5 on 31 March: the fifth birthday is that day for one, the day after for another', () => {
  const upToDate = oc2(2024, { HEALTH_CHECK: '1' });
  const figure = figureOf(
    'dev-checks-under5',
    aLedger(
      child('A', '2020-01-01', upToDate),
      child('B', '2022-01-05', upToDate),
      child('C', '2019-04-01', upToDate),
      child('D', '2019-03-31', upToDate),
      child('E', undefined, upToDate),
    ),
    YEAR_END,
  );
  assert.equal(figure.value, 100);
  assert.equal(read(figure), 'A B C of A B C');
  assert.deepEqual(figure.excluded, [
    { id: 'D', reason: 'aged-5-or-over' },
    { id: 'E', reason: 'no-date-of-birth' },
  ]);
});

test('a child with no row, or a row that leaves it blank, is in the denominator and told apart', () => {
  const figure = figureOf(
    'dental-uptodate',
    aLedger(
      child('A', '2012-05-05', oc2(2024, { TEETH_CHECK: '1' })),
      child('B', '2012-05-05', oc2(2024, { TEETH_CHECK: '0' })),
      child('C', '2012-05-05', oc2(2024, { IMMUNISATIONS: '1' })),
      child('D', '2012-05-05'),
      child('E', '2012-05-05', oc2(2023, { TEETH_CHECK: '1' })),
    ),
    YEAR_END,
  );
  assert.equal(read(figure), 'A of A B C D E');
  assert.deepEqual(figure.notRecorded, ['C', 'D', 'E']);
});

test('those not looked after all the year are left out, whatever their rows say', () => {
  const facts = [oc2(2024, { HEALTH_ASSESSMENT: '1' })];
  const figure = figureOf(
    'rha-uptodate',
    aLedger(
      aChild('A', ALL_YEAR, { facts }),
      aChild('B', '2023-06-01 S C2 U6', { facts }),
      aChild('C', '2022-01-10 S V4 K2', { facts }),
      aChild('D', '2022-01-10 S C2 U6 PR1 2024-03-31 E4A', { facts }),
    ),
    YEAR_END,
  );
  assert.equal(read(figure), 'A of A');
  assert.deepEqual(figure.excluded, [
    { id: 'B', reason: 'in-care-under-12-months' },
    { id: 'C', reason: 'short-breaks' },
  ]);
});

test('on any other day the last 31 March is told, and it says so', () => {
  const ledger = aLedger(
    aChild('A', '2022-01-10 S C2 U6 PR1 2024-06-01 E4A', { facts: [oc2(2024, { TEETH_CHECK: '1' })] }),
    aChild('B', '2023-03-01 S C2 U6', {
      facts: [oc2(2024, { TEETH_CHECK: '0' }), oc2(2025, { TEETH_CHECK: '1' })],
    }),
  );
  for (const asOf of ['2024-03-31', '2024-04-01', '2025-03-30']) {
    const figure = figureOf('dental-uptodate', ledger, asOf);
    assert.equal(read(figure), 'A of A B', asOf);
    assert.equal(figure.asOf, asOf);
    assert.match(figure.certainty.join(' '), /year 2023-24, as it stood on 31 March 2024/);
  }
  const yearLater = figureOf('dental-uptodate', ledger, '2025-03-31');
  assert.equal(read(yearLater), 'B of B');
  assert.match(yearLater.certainty.join(' '), /year 2024-25/);
});

test('a year of which nobody’s outcomes are held says so', () => {
  const says = figureOf('rha-uptodate', aLedger(child('A', undefined)), YEAR_END).certainty.join(' ');
  assert.match(says, /No outcomes \(OC2\) of that year/);
  assert.doesNotMatch(
    figureOf('rha-uptodate', children(1, 1, 'TEETH_CHECK'), YEAR_END).certainty.join(' '),
    /No outcomes/,
  );
});

test('of a year of which nothing is recorded there is no figure: nought per cent would be a false alarm', () => {
  const none = figureOf('rha-uptodate', aLedger(child('A', undefined), child('B', undefined)), YEAR_END);
  assert.deepEqual([none.value, none.noValue, none.denominator], [null, 'nothing-recorded', 2]);
  const one = aLedger(child('A', undefined), child('B', undefined, oc2(2024, { HEALTH_ASSESSMENT: '0' })));
  assert.equal(figureOf('rha-uptodate', one, YEAR_END).value, 0);
});

test('the children behind an average are those it is out of, too', () => {
  const ledger = aLedger(
    child('A', '2012-05-05', oc2(2024, { SDQ_SCORE: '12' })),
    child('B', '2012-05-05', oc2(2024, { SDQ_SCORE: '15' })),
    child('C', '2012-05-05', oc2(2024, {})),
  );
  const figure = jsonOf(ledger, YEAR_END, {}, true)['sdq-mean'] as FigureJson;
  assert.deepEqual([figure.numerator, figure.denominator], [27, 2]);
  assert.deepEqual(figure.children, { numerator: ['A', 'B'], denominator: ['A', 'B'] });
});

test('the command prints a figure of the year as any figure', () => {
  assert.deepEqual(jsonOf(children(2, 1, 'TEETH_CHECK'), YEAR_END)['dental-uptodate'], {
    value: 50,
    numerator: 1,
    denominator: 2,
    unit: 'percent',
    asOf: '2024-03-31',
    excluded: {},
    certainty: figureOf('dental-uptodate', children(2, 1, 'TEETH_CHECK'), YEAR_END).certainty.join(' '),
  });
});
