import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { inCare, on, who, withRecords } from '../../../test/records.ts';
import { addDays, day } from '../../calendar/day.ts';

const DAY = day('2024-03-31');
const visit = (id: string, on: ReturnType<typeof day>) => ({ child: who(id), on, seenAlone: true });
const everySixWeeks = (id: string, starts = '2023-01-10') => ({
  child: who(id),
  starts: on(starts),
  ends: null,
  every: { weeks: 6 },
});

test('every six weeks: a visit 40 days ago is in date, one 43 days ago is out, 42 are six weeks', () => {
  const visits = [40, 43, 42].map((ago, i) => visit(`C${i + 1}`, addDays(DAY, -ago)));
  const visitIntervals = ['C1', 'C2', 'C3'].map((id) => everySixWeeks(id));
  const figure = withRecords('visits-ontime', { visits, visitIntervals }, DAY, inCare(3));
  assert.equal(read(figure), 'C1 C3 of C1 C2 C3');
});

test('no interval is not known, never visited is out, the first week and short breaks are left out', () => {
  const ledger = aLedger(
    aChild('N', '2023-01-10 S C2 U6'),
    aChild('O', '2023-01-10 S C2 U6'),
    aChild('W', '2024-03-25 S C2 U6'),
    aChild('V', '2023-01-10 S V4 U6'),
  );
  const visitIntervals = [everySixWeeks('O'), everySixWeeks('W', '2024-03-25')];
  const figure = withRecords('visits-ontime', { visits: [], visitIntervals }, DAY, ledger);
  assert.equal(read(figure), ' of N O');
  assert.deepEqual(figure.notRecorded, ['N']);
  assert.deepEqual(
    figure.excluded.map(({ reason }) => reason),
    ['short-breaks', 'not-due-yet'],
  );
});

test('an agreed lower frequency is the one that counts, by calendar months', () => {
  const every = { months: 3 };
  const visitIntervals = [{ child: who('C1'), starts: on('2023-01-10'), ends: null, every }];
  const visits = [visit('C1', day('2023-12-31'))];
  assert.equal(withRecords('visits-ontime', { visits, visitIntervals }, DAY, inCare(1)).value, 100);
  assert.equal(withRecords('visits-ontime', { visits, visitIntervals }, '2024-04-01', inCare(1)).value, 0);
});

test('a visit later than the day is not known, and one from an earlier time in care is none of this one', () => {
  const visitIntervals = [everySixWeeks('C1')];
  const visits = [visit('C1', day('2023-01-09')), visit('C1', day('2024-04-01'))];
  assert.equal(withRecords('visits-ontime', { visits, visitIntervals }, DAY, inCare(1)).value, 0);
});

test('visits due and made on time: each counts from the one before it', () => {
  const ledger = inCare(1, '2024-01-08');
  const visitIntervals = [everySixWeeks('C1', '2024-01-08')];
  const visits = ['2024-01-15', '2024-02-27', '2024-03-05'].map((on) => visit('C1', day(on)));
  const figure = (asOf: string) =>
    withRecords('visits-made-ontime', { visits, visitIntervals }, asOf, ledger);
  // Due 15 January (made), 26 February (a day late), then 9 April: made early on 5 March.
  assert.deepEqual([figure(DAY).numerator, figure(DAY).denominator], [1, 2]);
  assert.equal(figure('2024-02-26').value, 50);
});
