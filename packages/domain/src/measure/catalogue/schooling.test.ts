import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../../test/figures.ts';
import { aChild, aLedger, uasc } from '../../../test/ledgers.ts';
import { inCare, names, on, onOrNull, who, withRecords } from '../../../test/records.ts';
import { day } from '../../calendar/day.ts';
import { isOfSchoolAge } from '../../child/school-age.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import { initialHealthAssessment } from './health-dates.ts';

const DAY = '2024-03-31';

const started = (since: string, held: string | null, ...more: readonly string[]) => {
  const ledger = aLedger(aChild('A', [`${since} S V2 U6`, ...more].join(' ')));
  const healthAssessments =
    held === null ? [] : [{ child: who('A'), kind: 'initial' as const, on: on(held) }];
  return (asOf = DAY) => withRecords('iha-20wd', { healthAssessments }, asOf, ledger);
};

test('first health assessment: of a start on 4 December 2023, 4 January is in time and 5 January late', () => {
  assert.equal(started('2023-12-04', '2024-01-04')().value, 100);
  assert.equal(started('2023-12-04', '2024-01-05')().value, 0);
});

test('it is asked about once its day has come, and of children still in care then', () => {
  assert.equal(started('2023-12-04', '2023-12-20')('2024-01-03').excluded[0]?.reason, 'not-due-yet');
  assert.equal(started('2023-12-04', null)('2024-01-04').value, 0);
  const left = started('2023-12-04', null, 'PR1', '2024-01-04', 'E4A')();
  assert.equal(left.excluded[0]?.reason, 'in-care-too-short');
});

test('one from before care began is another, and unaccompanied children can be told apart', () => {
  assert.equal(started('2023-12-04', '2023-12-01')().value, 0);
  const ledger = aLedger(
    aChild('A', '2023-12-04 S V2 U6'),
    aChild('B', '2023-12-04 S V2 U6', { facts: [uasc()] }),
  );
  const healthAssessments = [{ child: who('B'), kind: 'initial' as const, on: on('2023-12-11') }];
  const rows = breakDown(initialHealthAssessment, 'uasc', authorityOnDay(prepare(ledger), day(DAY)), {
    records: { healthAssessments },
  });
  assert.deepEqual(
    rows.map(({ key, value }) => [key, value]),
    [
      ['uasc', 100],
      ['other', 0],
    ],
  );
});

test('health passports: four of five who left at 16 or over is 80%', () => {
  const ledger = aLedger(
    ...names(5).map((id) => aChild(id, '2022-01-10 S C2 U4 PR1 2023-06-01 E5', { born: '2006-05-01' })),
    aChild('Y', '2022-01-10 S C2 U4 PR1 2023-06-01 E4A', { born: '2012-05-01' }),
  );
  const issued = ['2023-06-01', '2023-05-01', '2023-05-01', '2023-05-01', '2023-06-02'];
  const healthPassports = issued.map((day, i) => ({ child: who(`C${i + 1}`), issuedOn: on(day) }));
  const figure = withRecords('health-passport', { healthPassports }, DAY, ledger);
  assert.deepEqual([figure.value, figure.denominator], [80, 5]);
});

test('school age begins at the end of August, December or March, and ends on the last Friday of June', () => {
  const of = (born: string, on: string) => isOfSchoolAge(day(born), day(on));
  assert.deepEqual([of('2019-04-01', '2024-08-30'), of('2019-04-01', '2024-08-31')], [false, true]);
  assert.deepEqual([of('2019-03-31', '2024-03-30'), of('2019-03-31', '2024-03-31')], [false, true]);
  assert.deepEqual([of('2019-09-01', '2024-12-30'), of('2019-09-01', '2024-12-31')], [false, true]);
  assert.deepEqual([of('2008-08-31', '2024-06-28'), of('2008-08-31', '2024-06-29')], [true, false]);
  assert.deepEqual([of('2008-09-01', '2025-06-27'), of('2008-09-01', '2025-06-28')], [true, false]);
});

const schoolTerms = [
  { starts: on('2023-09-04'), ends: on('2023-12-22') },
  { starts: on('2024-01-08'), ends: on('2024-03-28') },
  { starts: on('2024-04-15'), ends: on('2024-07-19') },
];
const plan = (id: string, day: string, rating: 'green' | 'amber' | null = null) => ({
  child: who(id),
  on: on(day),
  rating,
});

test('education plans: nine of ten pupils reviewed this term is 90%; in a holiday it is the term before', () => {
  const plans = names(10).map((id, i) => plan(id, i === 0 ? '2023-12-22' : '2024-01-08'));
  const figure = (asOf: string) =>
    withRecords('pep-current', { educationPlans: plans, schoolTerms }, asOf, inCare(10));
  assert.equal(figure(DAY).value, 90);
  assert.equal(figure('2024-04-15').value, 0);
  const young = withRecords(
    'pep-current',
    { educationPlans: [], schoolTerms },
    DAY,
    inCare(1, DAY, '2022-01-01'),
  );
  assert.equal(young.excluded[0]?.reason, 'not-of-school-age');
});

test('first education plan: of a start on 27 March 2024 the last day is 12 April', () => {
  const ledger = inCare(2, '2024-03-27');
  const educationPlans = [plan('C1', '2024-04-12'), plan('C2', '2024-04-15')];
  const figure = withRecords('pep-initial-10wd', { educationPlans }, '2024-04-30', ledger);
  assert.equal(figure.denominator, 0, 'the start is of the year before');
  const inMarch = withRecords('pep-initial-10wd', { educationPlans }, DAY, ledger);
  assert.deepEqual(
    inMarch.excluded.map(({ reason }) => reason),
    ['not-due-yet', 'not-due-yet'],
  );
  const startedInApril = inCare(2, '2024-04-01');
  const plans = [plan('C1', '2024-04-15'), plan('C2', '2024-04-16')];
  const next = withRecords('pep-initial-10wd', { educationPlans: plans }, '2024-04-30', startedInApril);
  assert.equal(read(next), 'C1 of C1 C2');
});

test('quality of education plans: six of nine rated is 67%, and one not rated is not asked about', () => {
  const educationPlans = names(10).map((id, i) =>
    plan(id, '2024-02-01', i === 9 ? null : i < 6 ? 'green' : 'amber'),
  );
  const figure = withRecords('pep-quality', { educationPlans }, DAY, inCare(10));
  assert.deepEqual([Math.round(figure.value ?? 0), figure.denominator], [67, 9]);
});

const sessions = (id: string, attended: number, possible: number) => ({
  child: who(id),
  starts: on('2023-09-01'),
  ends: on('2024-03-30'),
  attended,
  possible,
});

test('attendance: 380 of 400 sessions is 95%, of children in care all the year', () => {
  const attendance = [sessions('C1', 200, 200), sessions('C2', 180, 200), sessions('X', 0, 200)];
  const ledger = aLedger(...inCare(2).children, aChild('X', '2023-09-01 S C2 U6'));
  const figure = withRecords('attendance-cla', { attendance }, DAY, ledger);
  assert.deepEqual([figure.value, figure.numerator, figure.denominator], [95, 380, 400]);
  assert.equal(withRecords('attendance-cla', { attendance }, '2024-03-30', ledger).value, null);
});

test('persistently absent: two of twenty is 10%, and a tenth exactly is', () => {
  const attendance = names(20).map((id, i) => sessions(id, i === 0 ? 180 : i === 1 ? 100 : 181, 200));
  assert.equal(withRecords('persistent-absence', { attendance }, DAY, inCare(20)).value, 10);
});

const place = (id: string, school: string, hours: number | null, starts = '2022-09-01', ends?: string) => ({
  child: who(id),
  school,
  weeklyHours: hours,
  starts: on(starts),
  ends: onOrNull(ends ?? null),
});

test('full-time: eighteen of twenty is 90%; two schools add up; no hours is not known', () => {
  const full = names(20).map((id, i) => place(id, 'Alder School', i < 18 ? 25 : 24));
  assert.equal(withRecords('full-time-offer', { schoolPlaces: full }, DAY, inCare(20)).value, 90);
  const some = [
    place('C1', 'Alder School', 15),
    place('C1', 'Birch College', 10),
    place('C2', 'Alder School', null),
  ];
  const figure = withRecords('full-time-offer', { schoolPlaces: some }, DAY, inCare(3));
  assert.equal(read(figure), 'C1 of C1 C2 C3');
  assert.deepEqual(figure.notRecorded, ['C2']);
});

test('school moves: three of twenty in the year is 15%; the same school again is none', () => {
  const schoolPlaces = names(20).flatMap((id, i) => {
    const next = i < 3 ? 'Birch School' : 'Alder School';
    const moved = i === 5 ? '2023-03-31' : '2023-04-01';
    return [
      place(id, 'Alder School', 25, '2022-09-01', moved),
      place(id, i === 5 ? 'Birch School' : next, 25, moved),
    ];
  });
  assert.equal(withRecords('school-moves', { schoolPlaces }, DAY, inCare(20)).value, 15);
});

test('suspended in the twelve months, each child once', () => {
  const suspensions = ['2023-03-31', '2023-04-01', '2024-04-01'].map((day, i) => ({
    child: who(`C${i + 1}`),
    on: on(day),
  }));
  const twice = [...suspensions, { child: who('C2'), on: on('2024-01-10') }];
  assert.equal(read(withRecords('suspensions', { suspensions: twice }, DAY, inCare(3))), 'C2 of C1 C2 C3');
});

test('16 and 17 year olds: what nobody recorded is in the whole and told apart', () => {
  const youngPersonsActivities = [
    { child: who('C1'), activity: 'training' as const, starts: on('2023-09-01'), ends: null },
    { child: who('C2'), activity: 'none' as const, starts: on('2023-09-01'), ends: null },
    { child: who('C3'), activity: 'training' as const, starts: on('2023-09-01'), ends: on(DAY) },
  ];
  const ledger = aLedger(
    ...inCare(3, '2023-01-10', '2007-03-01').children,
    aChild('Y', '2023-01-10 S C2 U6', { born: '2008-04-01' }),
  );
  const figure = withRecords('neet-cla-16-17', { youngPersonsActivities }, DAY, ledger);
  assert.equal(read(figure), 'C1 of C1 C2 C3');
  assert.deepEqual(figure.notRecorded, ['C3']);
});
