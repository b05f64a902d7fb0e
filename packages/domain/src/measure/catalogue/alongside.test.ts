import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { day } from '../../calendar/day.ts';
import { childId } from '../../child/record.ts';

const DAY = '2024-03-31';

const sibling = (id: string, siblingGroup: string, home: string) =>
  aChild(id, `2023-01-10 S C2 U6 PR1 PL_POST=${home}`, { siblingGroup });

const FIVE_GROUPS = aLedger(
  ...['one', 'two', 'three', 'four'].flatMap((group, i) => [
    sibling(`${i}a`, group, `ZZ1_${i}AA`),
    sibling(`${i}b`, group, `ZZ1${i}AA`),
  ]),
  sibling('5a', 'five', 'ZZ1_5AA'),
  sibling('5b', 'five', 'ZZ2_5AA'),
);

test('brothers and sisters: four of five groups together is 80%', () => {
  const figure = figureOf('cla-siblings-together', FIVE_GROUPS, DAY);
  assert.equal(figure.value, 80);
  assert.match(figure.certainty.join(' '), /every group is asked about/);
});

test('where plans are recorded, only groups planned to be together that day are asked about', () => {
  const siblingPlans = [
    { group: 'one', together: true, starts: day('2023-01-10'), ends: null },
    { group: 'two', together: true, starts: day('2023-01-10'), ends: day(DAY) },
    { group: 'five', together: false, starts: day('2023-01-10'), ends: null },
  ];
  const figure = figureOf('cla-siblings-together', FIVE_GROUPS, DAY, { records: { siblingPlans } });
  assert.equal(read(figure), 'one of one');
});

test('a group of one is none, a home not recorded is not apart, and another known home is', () => {
  const ledger = aLedger(
    sibling('A', 'alone', 'ZZ1_1AA'),
    sibling('B', 'partly', 'ZZ1_1AA'),
    aChild('C', '2023-01-10 S C2 U6 PR1', { siblingGroup: 'partly' }),
    sibling('D', 'apart', 'ZZ1_1AA'),
    sibling('E', 'apart', 'ZZ3_1AA'),
    aChild('F', '2023-01-10 S C2 U6 PR1', { siblingGroup: 'apart' }),
  );
  const figure = figureOf('cla-siblings-together', ledger, DAY);
  assert.deepEqual([figure.numerator, figure.denominator, figure.notRecorded], [0, 2, ['partly']]);
});

test('looked after and on a protection plan that day: two; without records there is no figure', () => {
  const ledger = aLedger(
    ...['A', 'B', 'C', 'D'].map((id) => aChild(id, '2023-01-10 S C2 U6')),
    aChild('V', '2023-01-10 S V4 U6'),
  );
  const plan = (child: string, starts: string, ends: string | null) => ({
    child: childId(child),
    starts: day(starts),
    ends: ends === null ? null : day(ends),
  });
  const protectionPlans = [
    plan('A', '2022-01-01', null),
    plan('B', DAY, '2024-06-01'),
    plan('C', '2022-01-01', DAY),
    plan('V', '2022-01-01', null),
    plan('not-in-care', '2022-01-01', null),
  ];
  assert.equal(read(figureOf('cla-dual-cp', ledger, DAY, { records: { protectionPlans } })), 'A B');
  assert.equal(figureOf('cla-dual-cp', ledger, DAY).noValue, 'no-records');
});

test('self-discharges: three of three authorised is 100%', () => {
  const ledger = aLedger(
    ...['E5', 'E6', 'E8'].map((rec, i) =>
      aChild(`C${i}`, `2022-01-10 S V2 K3 PR4 2023-06-01 ${rec}`, { born: '2006-05-01' }),
    ),
  );
  const selfDischarges = ['C0', 'C1', 'C2'].map((id) => ({
    child: childId(id),
    on: day('2023-06-01'),
    authorisedOn: day('2023-06-01'),
  }));
  const figure = figureOf('self-discharge-1617', ledger, DAY, { records: { selfDischarges } });
  assert.deepEqual([figure.value, figure.denominator], [100, 3]);
});

test('authorised too late is not; nothing recorded is not known; other ages, orders and endings are not asked about', () => {
  const said: readonly (readonly [string, string, string, string | null])[] = [
    ['A', '2006-05-01', 'V2', '2023-06-02'],
    ['B', '2006-05-01', 'V2', null],
    ['C', '2008-05-01', 'V2', '2023-06-01'],
    ['D', '2006-05-01', 'C2', '2023-06-01'],
  ];
  const ledger = aLedger(
    ...said.map(([id, born, ls]) => aChild(id, `2022-01-10 S ${ls} K3 PR4 2023-06-01 E6`, { born })),
    aChild('E', '2022-01-10 S V2 K3 PR4 2023-06-01 E6', { born: '2006-05-01' }),
  );
  const selfDischarges = said.map(([id, , , authorised]) => ({
    child: childId(id),
    on: day('2023-06-01'),
    authorisedOn: authorised === null ? null : day(authorised),
  }));
  const figure = figureOf('self-discharge-1617', ledger, DAY, { records: { selfDischarges } });
  assert.equal(read(figure), ' of A B');
  assert.deepEqual(figure.notRecorded, ['B']);
});
