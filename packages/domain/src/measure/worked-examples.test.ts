import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, jsonOf, read } from '../../test/figures.ts';
import { aChild, aLedger, uasc } from '../../test/ledgers.ts';
import { day } from '../calendar/day.ts';
import { childId } from '../child/record.ts';
import { authorityOnDay, prepare } from './authority-on-day.ts';
import { breakDown } from './breakdown.ts';
import { claCeased, claEnds, claStarted } from './catalogue/flows.ts';
import { evaluate } from './evaluate.ts';
import type { Figure } from './figure.ts';
import type { Case, CaseMeasure, MeasureContext } from './measure.ts';

const claEndsAsCases: CaseMeasure = {
  ...claEnds,
  kind: 'cases',
  unit: 'days',
  takes: 'mean',
  over: 'window',
  breakdowns: [],
  cases: () => [],
  remarks: () => [],
};

const YEAR_END = '2024-03-31';

/** Children alike in all but one thing: one looked after on the day for each of those said. */
const oneEach = (...said: readonly Parameters<typeof aChild>[1][]) =>
  aLedger(...said.map((episodes, i) => aChild(String.fromCharCode(65 + i), episodes)));

test('children looked after: ended that day is not counted, started that day is, short breaks are not', () => {
  const ledger = oneEach(
    '2023-01-10 S V2 U6',
    '2022-05-01 S C2 U4 PR1 2024-03-31 E11',
    '2024-03-31 S L1 U6',
    '2023-12-01 S V4 K2',
  );
  const figure = figureOf('cla-number', ledger, YEAR_END);
  assert.equal(figure.value, 2);
  assert.equal(read(figure), 'A C');
  assert.deepEqual(figure.excluded, [{ id: 'D', reason: 'short-breaks' }]);
});

test('children looked after per 10,000: 640 of 172,300 is 37.1', () => {
  const ledger = aLedger(...Array.from({ length: 640 }, (_, i) => aChild(`C${i}`, '2023-01-10 S V2 U6')));
  const population = () => ({ count: 172_300, midYear: 2023 });
  const figure = figureOf('cla-rate-10k', ledger, YEAR_END, { population });
  assert.equal(figure.value?.toFixed(1), '37.1');
  assert.deepEqual([figure.numerator, figure.denominator], [640, 172_300]);
  assert.match(figure.certainty.join(' '), /mid-2023 estimate/);
});

test('leavers by reason: two went home, one was adopted, one stayed put, and one goes on', () => {
  const ledger = oneEach(
    '2023-01-10 S V2 U6 PR1 2023-06-01 E4A',
    '2023-01-10 S C2 U6 PR1 2023-07-01 E11',
    '2023-01-10 S C2 U6 PR1 2023-08-01 X1',
    '2023-01-10 S C2 U6 PR1 2023-09-01 E17',
    '2023-01-10 S V2 U6 PR1 2023-10-01 E4A',
  );
  const authority = authorityOnDay(prepare(ledger), day(YEAR_END));
  const rows = breakDown(claCeased, 'reason-ceased-group', authority);
  assert.deepEqual(
    rows.map(({ key, numerator }) => [key, numerator]),
    [
      ['adopted', 1],
      ['returned-home', 2],
      ['staying-put', 1],
    ],
  );
});

test('of a child counted once a year, it is the latest start that says who they were', () => {
  const ledger = oneEach('2023-04-02 S V2 U6 PR1 2023-05-01 E4A\n2023-11-01 S C2 K2 PR4');
  const authority = authorityOnDay(prepare(ledger), day(YEAR_END));
  assert.deepEqual(
    breakDown(claStarted, 'placement-type', authority).map(({ key, numerator }) => [key, numerator]),
    [['K2', 1]],
  );
});

test('a mean, a median, a sum and a share of cases', () => {
  const cases = [106, 175, undefined].map(
    (amount, i): Case => ({
      id: childId(`C${i}`),
      on: day(YEAR_END),
      verdict: amount === undefined ? 'not-recorded' : 'counts',
      ...(amount === undefined ? {} : { amount }),
    }),
  );
  const taking = (takes: CaseMeasure['takes']) =>
    evaluate({ ...claEndsAsCases, takes, cases: () => cases }, prepare(aLedger()), day(YEAR_END));
  const read3 = ({ value, numerator, denominator }: Figure) => [value, numerator, denominator];
  assert.deepEqual(read3(taking('mean')), [140.5, 281, 2]);
  assert.deepEqual(read3(taking('median')), [140.5, 281, 2]);
  assert.deepEqual(read3(taking('sum')), [281, 281, null]);
  assert.deepEqual(read3(taking('count')), [2, 2, null]);
  assert.deepEqual(read3(taking('share')), [200 / 3, 2, 3]);
  assert.deepEqual(taking('share').notRecorded, ['C2']);
});

test('without a population there is no rate, and it says why', () => {
  const figure = figureOf('cla-rate-10k', oneEach('2023-01-10 S V2 U6'), YEAR_END);
  assert.deepEqual([figure.value, figure.noValue, figure.numerator], [null, 'no-population', 1]);
});

test('by age: under 1, 1 to 4, 5 to 9, 10 to 15, 16 and over, and not known', () => {
  const births = [
    '2023-06-01',
    '2020-06-01',
    '2016-06-01',
    '2011-06-01',
    '2010-06-01',
    '2007-06-01',
    undefined,
  ];
  const ledger = aLedger(
    ...births.map((born, i) => aChild(`C${i}`, '2023-07-01 S V2 U6', born === undefined ? {} : { born })),
  );
  assert.deepEqual(jsonOf(ledger, YEAR_END)['cla-by-age'], {
    '0': 1,
    '1-4': 1,
    '5-9': 1,
    '10-15': 2,
    '16+': 1,
    unknown: 1,
  });
});

test('by sex: two boys, a girl and one not known', () => {
  const ledger = aLedger(
    ...(['M', 'M', 'F', 'U'] as const).map((sex, i) => aChild(`C${i}`, '2023-07-01 S V2 U6', { sex })),
  );
  assert.deepEqual(jsonOf(ledger, YEAR_END)['cla-by-sex'], { F: 1, M: 2, U: 1 });
});

test('by ethnicity: three White British, one Indian, one not recorded', () => {
  const ledger = aLedger(
    ...['WBRI', 'WBRI', 'WBRI', 'AIND'].map((ethnicity, i) =>
      aChild(`C${i}`, '2023-07-01 S V2 U6', { ethnicity }),
    ),
    aChild('Z', '2023-07-01 S V2 U6'),
  );
  assert.deepEqual(jsonOf(ledger, YEAR_END)['cla-by-ethnicity'], { WBRI: 3, AIND: 1, unknown: 1 });
});

test('by legal status: three on care orders, two by agreement, one on a placement order', () => {
  const ledger = oneEach(...['C2', 'C2', 'C1', 'V2', 'V2', 'E1'].map((ls) => `2023-07-01 S ${ls} U6`));
  assert.deepEqual(jsonOf(ledger, YEAR_END)['cla-by-legal-status'], { C1: 1, C2: 2, E1: 1, V2: 2 });
});

test('by need: the one first recorded for the period of care', () => {
  const ledger = oneEach(
    '2023-07-01 S V2 U6 - - - CIN=N1',
    `2023-07-01 S V2 U6 - 2023-08-01 X1 CIN=N1
     2023-08-01 P V2 U6 - - - CIN=N5`,
    '2023-07-01 S V2 U6 - - - CIN=N8',
    '2023-07-01 S V2 U6',
  );
  assert.deepEqual(jsonOf(ledger, YEAR_END)['cla-by-need'], { N1: 2, N8: 1, unknown: 1 });
});

test('by placement and provider: a child on a temporary stay is counted where they usually live', () => {
  const ledger = oneEach(
    '2023-07-01 S C2 U6 PR1',
    '2023-07-01 S C2 U4 PR4',
    '2023-07-01 S C2 K2 PR4',
    '2023-07-01 S C2 K3 PR5',
    '2023-07-01 S C2 P1 PR0',
    `2023-07-01 S C2 U6 PR1 2024-03-25 X1
     2024-03-25 P C2 T3`,
    '2023-07-01 S C2 Z12',
  );
  const json = jsonOf(ledger, YEAR_END);
  assert.deepEqual(json['cla-by-placement-type'], { U4: 1, U6: 2, P1: 1, K2: 1, K3: 1, Z12: 1 });
  assert.deepEqual(json['cla-by-provider'], { PR0: 1, PR1: 2, PR4: 2, PR5: 1, none: 1 });
});

test('in foster care: U6 and U4 of U6, U4, K2, P1 is half', () => {
  const ledger = oneEach(
    '2023-07-01 S C2 U6',
    '2023-07-01 S C2 U4',
    '2023-07-01 S C2 K2',
    '2023-07-01 S C2 P1',
  );
  const figure = figureOf('foster-share', ledger, YEAR_END);
  assert.equal(figure.value, 50);
  assert.equal(read(figure), 'A B of A B C D');
});

test('in children’s homes: 14 of 100; secure homes and residential schools are not among them', () => {
  const places = Array.from({ length: 100 }, (_, i) =>
    i < 14 ? 'K2' : i < 16 ? 'K1' : i < 18 ? 'S1' : 'U6',
  );
  const figure = figureOf(
    'residential-share',
    oneEach(...places.map((place) => `2023-07-01 S C2 ${place}`)),
    YEAR_END,
  );
  assert.equal(figure.value, 14);
});

test('unaccompanied asylum-seeking children: those whose status had not ceased by the day', () => {
  const ledger = aLedger(
    aChild('A', '2023-07-01 S V2 U6', { facts: [uasc()] }),
    aChild('B', '2023-07-01 S V2 U6', { facts: [uasc('31/03/2024')] }),
    aChild('C', '2023-07-01 S V2 U6', { facts: [uasc('01/04/2024')] }),
    aChild('D', '2023-07-01 S V2 U6'),
  );
  assert.equal(read(figureOf('uasc-number', ledger, YEAR_END)), 'A C');
});

const started = oneEach(
  `2023-04-02 S V2 U6 PR1 2023-06-01 E4A
   2023-11-01 S V2 U6 PR1`,
  '2024-03-31 S C1 U6',
  '2023-06-01 S V4 U6',
);

test('started in the year: two children, three starts, short breaks apart', () => {
  assert.equal(read(figureOf('cla-started', started, YEAR_END)), 'A B');
  const starts = figureOf('cla-starts', started, YEAR_END);
  assert.equal(starts.value, 3);
  assert.equal(read(starts), 'A A B');
  assert.deepEqual(starts.excluded, [{ id: 'C', reason: 'short-breaks' }]);
});

test('ceased in the year: X1 is not an ending; an ending without a reason is', () => {
  const ended = (reason: string) => `2022-04-02 S V2 U6 PR1 2023-11-01 ${reason}`;
  const ledger = oneEach(...['E4A', 'E11', 'X1', 'E17', 'E4A', '-'].map(ended));
  assert.equal(read(figureOf('cla-ceased', ledger, YEAR_END)), 'A B D E F');
  assert.equal(figureOf('cla-ends', ledger, YEAR_END).value, 5);
});

test('starts less endings: three starts and one ending is two more', () => {
  const figure = figureOf('cla-net-flow', started, YEAR_END);
  assert.deepEqual([figure.value, figure.numerator, figure.denominator], [2, 3, 1]);
  assert.equal(read(figure), 'A A B of A');
});

test('three or more placements in the year: two of four', () => {
  const ledger = oneEach(
    `2022-06-01 S C2 U6 PR1 2023-07-01 X1
     2023-07-01 P C2 U6 PR1 2023-12-01 X1
     2023-12-01 P C2 K2 PR4`,
    `2023-05-01 S C2 U6 PR1 2023-08-01 X1
     2023-08-01 P C2 T2 -   2023-08-10 X1
     2023-08-10 P C2 U6 PR1 2024-01-05 X1
     2024-01-05 P C2 U4 PR1`,
    `2023-04-20 S C2 U3 PR1 2023-06-01 E4A
     2023-10-01 S C2 U6 PR1 2023-10-20 X1
     2023-10-20 P C2 U6 PR1`,
    `2021-01-01 S C2 U6 PR1 2023-09-01 X1
     2023-09-01 T C2 U4 PR1`,
    `2023-05-01 S C2 U6 PR1 2023-07-01 X1
     2023-07-01 P C2 U6 PR1 2023-09-01 X1
     2023-09-01 P C2 U6 PR1 2024-02-01 E4A`,
  );
  const figure = figureOf('stability-3plus', ledger, YEAR_END);
  assert.equal(figure.value, 50);
  assert.equal(read(figure), 'A C of A B C D');
});

test('two years in the same placement: two of three', () => {
  const ledger = aLedger(
    aChild('A', `2020-01-01 S C2 U6 PR1 2021-11-01 X1\n 2021-11-01 P C2 U4 PR1`, { born: '2012-01-01' }),
    aChild('B', `2021-02-01 S C2 U6 PR1 2022-09-01 X1\n 2022-09-01 P C2 U6 PR1`, { born: '2015-01-01' }),
    aChild(
      'C',
      `2021-05-01 S C2 U6 PR1 2021-09-01 X1
       2021-09-01 P C2 U6 PR1 2023-10-01 X1
       2023-10-01 B E1 A6 PR1`,
      { born: '2020-01-01' },
    ),
    aChild('D', '2022-01-02 S C2 U6 PR1', { born: '2009-01-01' }),
    aChild('E', '2015-01-01 S C2 U6 PR1', { born: '2008-03-31' }),
  );
  const figure = figureOf('stability-2yr', ledger, YEAR_END);
  assert.equal(figure.value?.toFixed(1), '66.7');
  assert.equal(read(figure), 'A C of A B C');
  assert.deepEqual(figure.excluded, [
    { id: 'D', reason: 'in-care-under-30-months' },
    { id: 'E', reason: 'aged-16-or-over' },
  ]);
});

/** Degrees of latitude north of home that make so many miles. */
const north = (miles: number): number => miles / ((2 * Math.PI * 6371.0088) / 1.609344 / 360);

test('within 20 miles: three of four whose distance is known, and one unknown', () => {
  const distances: Readonly<Record<string, number>> = {
    HOME: 0,
    NEAR: 4.2,
    FAR: 31.5,
    CLOSE: 19.9,
    EDGE: 20 - 1e-9,
  };
  const context: MeasureContext = {
    locate: (postcode) => {
      const miles = distances[postcode];
      return miles === undefined
        ? undefined
        : { lat: 52 + north(miles), lon: -2, source: postcode === 'FAR' ? 'sector' : 'directory' };
    },
  };
  const ledger = oneEach(
    ...['NEAR', 'CLOSE', 'EDGE', 'FAR', 'LOST'].map(
      (post) => `2023-07-01 S C2 U6 - - - HOME_POST=HOME PL_POST=${post}`,
    ),
  );
  const figure = figureOf('within-20-miles', ledger, YEAR_END, context);
  assert.equal(figure.value, 75);
  assert.equal(read(figure), 'A B C of A B C D');
  assert.deepEqual(figure.excluded, [{ id: 'E', reason: 'distance-not-known' }]);
  assert.match(figure.certainty.join(' '), /Provisional: for one child/);
});
