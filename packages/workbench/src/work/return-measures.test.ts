import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '@rightplace/domain';
import { aHeader, anEpisode, aTable, checkedOf } from '../../test/returns.ts';
import { countedReturn, measuresShown, trendShown } from './return-measures.ts';

const files = [
  aTable('Header', [aHeader('A'), aHeader('B')]),
  aTable('Episodes', [
    anEpisode('A'),
    anEpisode('B', { DEC: '01/09/2026', REC: 'E4A', REASON_PLACE_CHANGE: 'OTHER' }),
  ]),
];
const counted = countedReturn(checkedOf(files));
const on = (asOf: string, population?: number) => measuresShown(counted, { asOf: day(asOf), population });
const measure = (asOf: string, id: string, population?: number) =>
  on(asOf, population).measures.find((one) => one.id === id);
const trendOf = (asOf: string, id: string) =>
  trendShown(counted, { asOf: day(asOf), population: undefined }, id);

test('the children looked after on a day are counted and named', () => {
  assert.deepEqual(measure('2026-08-31', 'cla-number')?.children, ['A', 'B']);
  assert.deepEqual(measure('2027-03-31', 'cla-number')?.children, ['A']);
});

test('the trend goes from the beginning of the return to the day, by months', () => {
  const trend = trendOf('2026-09-15', 'cla-number');
  assert.deepEqual(
    trend.map(({ on: end, value }) => [end, value]),
    [
      ['2026-04-30', 0],
      ['2026-05-31', 0],
      ['2026-06-30', 2],
      ['2026-07-31', 2],
      ['2026-08-31', 2],
    ],
  );
});

test('a measure that looks back further than the files given says so, and has no trend there', () => {
  const early = measure('2026-08-31', 'stability-3plus');
  assert.match(early?.caution ?? '', /begin on 1 April 2026/);
  assert.deepEqual(trendOf('2026-08-31', 'stability-3plus'), []);
  const whole = measure('2027-03-31', 'stability-3plus');
  assert.equal(whole?.caution, '');
  assert.deepEqual(
    trendOf('2027-03-31', 'stability-3plus').map(({ on: end }) => end),
    ['2027-03-31'],
  );
});

test('last year’s return lets it look back', () => {
  const last = aTable('Episodes', [anEpisode('A', { DECOM: '01/06/2025' })], 'last-year');
  const both = countedReturn(checkedOf([...files, last], { collectionYear: 2027 }));
  const shown = measuresShown(both, { asOf: day('2026-08-31'), population: undefined });
  assert.equal(shown.measures.find(({ id }) => id === 'stability-3plus')?.caution, '');
  assert.equal(shown.from, '2025-04-01');
});

test('the rate needs the number of children in the authority', () => {
  assert.match(measure('2026-08-31', 'cla-rate-10k')?.noValue ?? '', /number of children in the authority/);
  assert.equal(measure('2026-08-31', 'cla-rate-10k', 1000)?.value, 20);
});

test('who the children are is counted in parts that add up', () => {
  for (const { parts } of on('2026-08-31').breakdowns)
    assert.equal(
      parts.reduce((sum, { children }) => sum + children.length, 0),
      2,
    );
});

test('rows that cannot be counted are said', () => {
  const broken = [...files, aTable('Episodes', [anEpisode('C', { DECOM: '31/02/2026' })])];
  const { setAside } = countedReturn(checkedOf(broken, { collectionYear: 2027 }));
  assert.deepEqual(
    setAside.map(({ rule }) => rule),
    ['bad-date'],
  );
});

test('what needs other tables than were given is named and not given as nought', () => {
  const { measures, notCounted } = on('2026-08-31');
  assert.equal(measure('2026-08-31', 'missing-children'), undefined);
  assert.ok(measures.length > 30 && notCounted.length > 20);
  assert.ok(notCounted.every((title) => measures.every((one) => one.title !== title)));
});

test('what a table given tells is counted, and what the year asks is told of its last 31 March', () => {
  const more = [
    aTable('Missing', [
      { CHILD: 'A', DOB: '04/05/2014', MISSING: 'M', MIS_START: '03/07/2026', MIS_END: '04/07/2026' },
    ]),
    aTable('OC2', [{ CHILD: 'A', DOB: '04/05/2014', TEETH_CHECK: '1' }]),
  ];
  const asked = { asOf: day('2027-03-31'), population: undefined };
  const { measures, notCounted } = measuresShown(countedReturn(checkedOf([...files, ...more])), asked);
  const shown = (id: string) => measures.find((one) => one.id === id);
  assert.deepEqual(shown('missing-children')?.children, ['A']);
  assert.match(shown('dental-uptodate')?.certainty.join(' ') ?? '', /31 March 2027/);
  assert.equal(shown('dental-uptodate')?.caution, '');
  assert.equal(shown('reviews-ontime'), undefined);
  assert.ok(notCounted.includes('Children whose reviews were all on time'));
});

test('each measure is marked for as long as it looks back further than the files given', () => {
  const cautionOn = (asOf: string, id: string): string => measure(asOf, id)?.caution ?? 'not shown';
  assert.match(cautionOn('2027-03-31', 'cla-reentry'), /looks back 24 months/);
  assert.match(cautionOn('2027-03-31', 'cla-reentry-starts-ever'), /back to the beginning/);
  assert.equal(cautionOn('2026-04-01', 'cla-started'), '');
});
