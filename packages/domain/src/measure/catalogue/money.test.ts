import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { inCare, names, on, onOrNull, weekly, who, withRecords } from '../../../test/records.ts';
import { pencePerWeek } from '../../money/weekly.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import type { CostAvoidance, PlacementPrice } from '../records/money.ts';
import { feeAverage } from './prices.ts';

const DAY = '2024-03-31';

const price = (child: string, pounds: number, rest: Partial<PlacementPrice> = {}): PlacementPrice => ({
  child: who(child),
  kind: 'fostering',
  route: 'framework',
  core: weekly(pounds),
  additional: weekly(0),
  starts: on('2023-06-01'),
  ends: null,
  expectedEnd: null,
  ...rest,
});
const ofPrices = (id: string, placementPrices: readonly PlacementPrice[], asOf = DAY) =>
  withRecords(id, { placementPrices }, asOf, inCare(100));

test('framework fees of £850, £900 and £890 average £880 a week, told apart from spot', () => {
  const placementPrices = [
    price('C1', 850),
    price('C2', 900),
    price('C3', 890, { additional: weekly(500) }),
    price('C4', 1025, { route: 'spot' }),
    price('C5', 2000, { ends: on(DAY) }),
  ];
  const rows = breakDown(feeAverage, 'purchase-route', authorityOnDay(prepare(inCare(5)), on(DAY)), {
    records: { placementPrices },
  });
  assert.deepEqual(
    rows.map(({ key, value }) => [key, value]),
    [
      ['framework', 88_000],
      ['spot', 102_500],
    ],
  );
  assert.equal(ofPrices('fee-median', placementPrices).value, 89_500);
  assert.equal(ofPrices('unit-cost-by-type', placementPrices.slice(0, 3)).value, (264_000 + 50_000) / 3);
  assert.equal(ofPrices('weekly-cost-total', placementPrices).value, 416_500);
});

test('through a framework: 40 of 100 is 40%', () => {
  const placementPrices = names(100).map((id, i) => price(id, 800, { route: i < 40 ? 'framework' : 'spot' }));
  assert.equal(ofPrices('framework-share', placementPrices).value, 40);
});

test('£9,000 a week is not high cost and £9,001 is, extras included', () => {
  const placementPrices = [
    price('C1', 9000),
    price('C2', 9001),
    price('C3', 8000, { additional: weekly(1000) }),
    price('C4', 8000, { additional: weekly(1001) }),
  ];
  assert.equal(read(ofPrices('high-cost', placementPrices)), 'C2 C4 of C1 C2 C3 C4');
  assert.match(ofPrices('high-cost', placementPrices).certainty.join(' '), /more than £9,000 a week/);
  const stricter = { highCostAbove: weekly(8999) };
  assert.equal(withRecords('high-cost', { placementPrices }, DAY, inCare(4), stricter).numerator, 4);
});

test('extras: four placements, £5,900 a week', () => {
  const extras = [2000, 1900, 1000, 1000, 0];
  const placementPrices = extras.map((pounds, i) => price(`C${i + 1}`, 4000, { additional: weekly(pounds) }));
  assert.equal(ofPrices('additional-support', placementPrices).value, 4);
  assert.equal(ofPrices('additional-support-cost', placementPrices).value, 590_000);
});

test('committed to the year’s end: £5,300 for twenty weeks is £106,000, less where the end is sooner', () => {
  const twentyWeeksBefore = '2023-11-12';
  const one = [price('C1', 5300)];
  assert.equal(ofPrices('forecast-year-end', one, twentyWeeksBefore).value, 10_600_000);
  const tenWeeks = [price('C1', 5300, { expectedEnd: on('2024-01-22') })];
  assert.equal(ofPrices('forecast-year-end', tenWeeks, twentyWeeksBefore).value, 5_300_000);
  const overdue = [price('C1', 5300, { expectedEnd: on('2023-10-01') })];
  assert.equal(ofPrices('forecast-year-end', overdue, twentyWeeksBefore).value, 0);
  assert.equal(ofPrices('forecast-year-end', one, DAY).value, 0);
});

test('after a breakdown £4,800 became £6,100 and £900 became £5,400: £2,900 more on average', () => {
  const ended = '2023-09-04';
  const brokeDown = (id: string) =>
    aChild(id, `2022-01-10 S C2 U6 PR4 ${ended} X1 REASON=CREQB\n${ended} P C2 K2 PR4`);
  const ledger = aLedger(brokeDown('C1'), brokeDown('C2'), brokeDown('C3'));
  const pair = (id: string, before: number, after: number) => [
    price(id, before, { ends: on(ended) }),
    price(id, after, { starts: on(ended) }),
  ];
  const placementPrices = [
    ...pair('C1', 4800, 6100),
    ...pair('C2', 900, 5400),
    price('C3', 900, { ends: on(ended) }),
  ];
  const figure = withRecords('post-breakdown-premium', { placementPrices }, DAY, ledger);
  assert.deepEqual([figure.value, figure.denominator], [290_000, 2]);
});

const line = (
  child: string,
  before: number,
  after: number,
  weeks: number,
  rest: Partial<CostAvoidance> = {},
) => ({
  child: who(child),
  placement: `P-${child}`,
  forum: 'panel' as const,
  on: on('2023-09-04'),
  before: weekly(before),
  after: weekly(after),
  weeksInYear: weeks,
  weeksInFull: 52,
  ...rest,
});

test('cost avoided: £5,200 to £4,900 for 20 weeks and £1,100 off for 6 come to £12,600, of two placements', () => {
  const costAvoidance = [line('C1', 5200, 4900, 20), line('C2', 1100, 0, 6, { forum: 'placements-forum' })];
  const figure = withRecords('cost-avoidance', { costAvoidance }, DAY, inCare(2));
  assert.equal(figure.value, 1_260_000);
  assert.match(figure.certainty.join(' '), /From 2 placements/);
  assert.equal(
    withRecords('cost-avoidance-full-year', { costAvoidance }, DAY, inCare(2)).value,
    (300 + 1100) * 52 * 100,
  );
});

test('several lines of one placement are one placement, part weeks make whole pence, and later lines wait', () => {
  const costAvoidance = [
    line('C1', 16_800, 0, 47.857_142),
    line('C1', 10, 9, 1 / 3),
    line('C1', 100, 0, 10, { on: on('2024-04-01') }),
  ];
  const figure = withRecords('cost-avoidance', { costAvoidance }, DAY, inCare(1));
  assert.equal(figure.value, Math.round(1_680_000 * 47.857_142) + 33);
  assert.match(figure.certainty.join(' '), /From 1 placement\b/);
});

test('a rise of 6% on £5,000 makes £5,300', () => {
  const uplifts = [
    {
      placement: 'P1',
      framework: 'West',
      on: on('2023-09-04'),
      before: weekly(5000),
      after: pencePerWeek(530_000),
    },
    { placement: 'P2', framework: 'West', on: on('2024-04-01'), before: weekly(5000), after: weekly(9000) },
  ];
  assert.equal(withRecords('uplift', { uplifts }, DAY).value, 6);
});

test('contracts signed in time: nine of ten is 90%; one not due yet is left out', () => {
  const placementContracts = [
    ...names(10).map((id, i) => ({
      child: who(id),
      placementStarts: on('2024-01-08'),
      signedOn: onOrNull(i === 0 ? '2024-01-23' : '2024-01-22'),
    })),
    { child: who('C11'), placementStarts: on('2024-03-25'), signedOn: null },
    { child: who('C12'), placementStarts: on('2024-03-25'), signedOn: on('2024-03-20') },
  ];
  const figure = withRecords('contract-signed', { placementContracts }, DAY, inCare(12));
  assert.deepEqual([figure.numerator, figure.denominator], [10, 11]);
  assert.equal(
    withRecords('contract-signed', { placementContracts: placementContracts.slice(0, 10) }, DAY, inCare(12))
      .value,
    90,
  );
});

test('payments set up within five working days of the move being confirmed', () => {
  const paymentsSetUp = ['2024-01-15', '2024-01-16', null].map((day, i) => ({
    child: who(`C${i + 1}`),
    moveConfirmedOn: on('2024-01-08'),
    setUpOn: onOrNull(day),
  }));
  assert.equal(read(withRecords('payment-setup', { paymentsSetUp }, DAY, inCare(3))), 'C1 of C1 C2 C3');
});

test('a figure of prices says of how many external placements no price is recorded', () => {
  const external = (id: string) => aChild(id, '2023-01-10 S C2 U4 PR4');
  const ledger = aLedger(
    external('C1'),
    external('C2'),
    external('C3'),
    aChild('C4', '2023-01-10 S C2 U6 PR1'),
  );
  const remarks = (...placementPrices: readonly PlacementPrice[]) =>
    withRecords('weekly-cost-total', { placementPrices }, DAY, ledger).certainty.join(' ');
  assert.match(remarks(price('C1', 4000)), /Of 2 more children in external placements that day no price/);
  assert.match(remarks(price('C1', 4000), price('C2', 4000)), /Of 1 more child in an external placement/);
  assert.doesNotMatch(remarks(...['C1', 'C2', 'C3'].map((id) => price(id, 4000))), /no price is recorded/);
});

test('a price of which nobody recorded how it was bought is told apart', () => {
  const told = ofPrices('framework-share', [price('C1', 4000, { route: null }), price('C2', 4000)]);
  assert.deepEqual(told.notRecorded, ['C1']);
});
