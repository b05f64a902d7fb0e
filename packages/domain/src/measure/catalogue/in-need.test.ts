import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { names, on, onOrNull, weekly, who, withRecords } from '../../../test/records.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import type { EDGE_OF_CARE_OUTCOMES } from '../records/upstream.ts';
import { edgeOfCareClosures } from './edge-of-care.ts';
import { riskFactors } from './in-need.ts';

const DAY = '2024-03-31';
const time = (child: string, starts: string, ends: string | null = null) => ({
  child: who(child),
  starts: on(starts),
  ends: onOrNull(ends),
});

test('children in need that day, each once, and their rate', () => {
  const childrenInNeed = [
    time('A', '2023-06-01'),
    time('A', '2024-01-01'),
    time('B', DAY),
    time('C', '2023-06-01', DAY),
    time('D', '2024-04-01'),
  ];
  assert.equal(read(withRecords('cin-number', { childrenInNeed }, DAY)), 'A B');
  const rate = figureOf('cin-rate-10k', aLedger(), DAY, {
    records: { childrenInNeed },
    population: () => ({ count: 500, midYear: 2023 }),
  });
  assert.deepEqual([rate.value, rate.numerator, rate.denominator], [40, 2, 500]);
  assert.equal(withRecords('cin-rate-10k', { childrenInNeed }, DAY).noValue, 'no-population');
});

test('enquiries that led to a conference: 18 of 40 is 45%; one after the day is not known', () => {
  const section47Enquiries = Array.from({ length: 40 }, (_, i) => ({
    child: who(`C${i}`),
    on: on('2024-01-10'),
    conferenceOn: onOrNull(i < 18 ? '2024-01-30' : i === 18 ? '2024-04-01' : null),
  }));
  assert.equal(withRecords('s47-to-icpc', { section47Enquiries }, DAY).value, 45);
  assert.equal(withRecords('s47-number', { section47Enquiries }, DAY).value, 40);
});

test('a strategy discussion on 29 April 2024 has its conference by 21 May', () => {
  const initialConferences = ['2024-05-21', '2024-05-22'].map((day, i) => ({
    child: who(`C${i}`),
    strategyOn: on('2024-04-29'),
    on: on(day),
  }));
  assert.equal(read(withRecords('icpc-15wd', { initialConferences }, '2024-06-30')), 'C0 of C0 C1');
  assert.equal(withRecords('icpc-number', { initialConferences }, '2024-05-21').value, 1);
});

test('edge of care: of 221 closed 167 better, 40 to protection, 3 into care, 11 otherwise: 76, 18, 1 and 5%', () => {
  const counts: Readonly<Record<keyof typeof EDGE_OF_CARE_OUTCOMES, number>> = {
    improved: 167,
    protection: 40,
    care: 3,
    other: 11,
  };
  const edgeOfCareClosures_ = (Object.keys(counts) as readonly (keyof typeof counts)[]).flatMap((outcome) =>
    Array.from({ length: counts[outcome] }, (_, i) => ({
      child: who(`${outcome}${i}`),
      on: on('2024-05-10'),
      outcome,
    })),
  );
  const records = { edgeOfCareClosures: edgeOfCareClosures_ };
  const figure = withRecords('edge-of-care-closure', records, '2024-06-30');
  assert.deepEqual([Math.round(figure.value ?? 0), figure.denominator], [76, 221]);
  const rows = breakDown(
    edgeOfCareClosures,
    'edge-of-care-outcome',
    authorityOnDay(prepare(aLedger()), on('2024-06-30')),
    { records },
  );
  assert.deepEqual(
    rows.map(({ denominator }) => Math.round(((denominator ?? 0) * 100) / 221)),
    [76, 18, 1, 5],
  );
});

test('factors found 40, 31 and 22 times rank first, second and third', () => {
  const found = { 'Mental health of the child': 31, 'Emotional abuse': 22, 'Domestic abuse': 40 };
  const assessmentFactors = Object.entries(found).flatMap(([factor, times]) =>
    Array.from({ length: times }, (_, i) => ({ child: who(`C${i}`), on: on('2024-01-10'), factor })),
  );
  const rows = breakDown(riskFactors, 'factor', authorityOnDay(prepare(aLedger()), on(DAY)), {
    records: { assessmentFactors },
  }).toSorted((a, b) => b.numerator - a.numerator);
  assert.deepEqual(
    rows.map(({ title, numerator }) => [title, numerator]),
    [
      ['Domestic abuse', 40],
      ['Mental health of the child', 31],
      ['Emotional abuse', 22],
    ],
  );
});

test('factors told as codes of the census are in words, whatever is written after the code', () => {
  const assessmentFactors = ['4A', '4a - mental health of the child', 'Our own word'].map((factor, i) => ({
    child: who(`C${i}`),
    on: on('2024-01-10'),
    factor,
  }));
  const rows = breakDown(riskFactors, 'factor', authorityOnDay(prepare(aLedger()), on(DAY)), {
    records: { assessmentFactors },
  });
  assert.deepEqual(
    rows.map(({ title, numerator }) => [title, numerator]),
    [
      ['The child’s mental health', 2],
      ['Our own word', 1],
    ],
  );
});

test('relatives with support: six children, £140 a week', () => {
  const pounds = [20, 20, 20, 30, 30, 20];
  const familySupport = [
    ...pounds.map((each, i) => ({ ...time(`C${i}`, '2023-06-01'), weekly: weekly(each) })),
    { ...time('past', '2023-06-01', DAY), weekly: weekly(50) },
  ];
  assert.equal(withRecords('family-network-support', { familySupport }, DAY).value, 6);
  assert.equal(withRecords('family-network-support-cost', { familySupport }, DAY).value, 14_000);
});

test('protection plans: of three open two began 15 months ago or more', () => {
  const protectionPlans = [
    time('A', '2022-11-30'),
    time('B', '2022-12-31'),
    time('C', '2023-02-01'),
    time('D', '2022-01-01', DAY),
  ];
  assert.equal(read(withRecords('cp-15m', { protectionPlans }, DAY)), 'A B of A B C');
  assert.equal(withRecords('cp-number', { protectionPlans }, DAY).value, 3);
});

test('a second plan: five of twenty is 25%, of which some within two years', () => {
  const begun = names(20).map((child) => time(child, '2024-01-10'));
  const before = [
    time('C1', '2015-01-10', '2016-01-10'),
    time('C2', '2020-01-10', '2022-01-09'),
    time('C3', '2021-01-10', '2022-01-10'),
    time('C4', '2022-06-01', '2023-06-01'),
    time('C5', '2022-06-01', '2023-06-01'),
    time('other', '2022-06-01', '2023-06-01'),
  ];
  const protectionPlans = [...begun, ...before];
  assert.equal(withRecords('cp-repeat', { protectionPlans }, DAY).value, 25);
  assert.equal(withRecords('cp-repeat-24m', { protectionPlans }, DAY).value, 15);
  assert.equal(withRecords('cp-starts', { protectionPlans }, DAY).value, 20);
});

test('a plan before, ever: what the file says counts beside what was loaded, and what nobody said is not recorded', () => {
  const begun = (child: string, previousPlans: number | null) => ({
    ...time(child, '2024-01-10'),
    previousPlans,
  });
  const protectionPlans = [
    begun('A', 2),
    begun('B', 0),
    begun('C', null),
    begun('D', 0),
    time('D', '2015-01-10', '2016-01-10'),
    begun('E', 0),
  ];
  const figure = withRecords('cp-previous', { protectionPlans }, DAY);
  assert.deepEqual(
    [figure.children.numerator, figure.denominator, figure.notRecorded],
    [['A', 'D'], 5, ['C']],
  );
  assert.equal(withRecords('cp-repeat', { protectionPlans }, DAY).numerator, 1);
  assert.equal(withRecords('cp-repeat-24m', { protectionPlans }, DAY).numerator, 0);
});

test('ended in care: one of six is 17%; 28 days after the end count, 29 do not, nor care before the plan', () => {
  const came = (id: string, day: string) => aChild(id, `${day} S C2 U6`);
  const ledger = aLedger(came('A', '2024-01-10'), came('B', '2023-03-31'), came('C', '2024-02-15'));
  const protectionPlans = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) =>
    time(id, '2023-06-01', id === 'C' ? '2024-01-17' : '2024-01-12'),
  );
  const figure = withRecords('cp-outcome-care', { protectionPlans }, DAY, ledger);
  assert.deepEqual([figure.children.numerator, Math.round(figure.value ?? 0)], [['A'], 17]);
  const within = protectionPlans.map((plan) =>
    plan.child === 'C' ? time('C', '2023-06-01', '2024-01-18') : plan,
  );
  assert.equal(withRecords('cp-outcome-care', { protectionPlans: within }, DAY, ledger).numerator, 2);
});
