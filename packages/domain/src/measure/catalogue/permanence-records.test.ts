import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reviews } from '../../../test/facts.ts';
import { read } from '../../../test/figures.ts';
import { aChild, aLedger, uasc } from '../../../test/ledgers.ts';
import { inCare, names, on, onOrNull, who, withRecords } from '../../../test/records.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { evaluateOn } from '../evaluate.ts';
import type { CaseMeasure } from '../measure.ts';
import { windowOf } from '../window.ts';
import { proceedingsDays, proceedingsIn26Weeks, proceedingsMedian } from './proceedings.ts';

const DAY = '2024-03-31';

test('a plan by the second review: eight of ten is 80%; a plan the day after is not, nor one of a time before', () => {
  const held = reviews('2023-06-01', '2023-09-01', '2024-02-01');
  const ledger = aLedger(...names(10).map((id) => aChild(id, '2023-05-08 S C2 U6', { facts: held })));
  const days = ['2023-09-02', '2023-05-07'];
  const permanencePlans = names(10).map((id, i) => ({ child: who(id), on: on(days[i] ?? '2023-09-01') }));
  const figure = withRecords('permanence-plan-by-2nd-review', { permanencePlans }, DAY, ledger);
  assert.deepEqual([figure.value, figure.denominator], [80, 10]);
  assert.equal(
    withRecords('permanence-plan-by-2nd-review', { permanencePlans }, '2023-08-31', ledger).denominator,
    0,
  );
});

test('where the start of care is not held, nobody can say which review was the second', () => {
  const ledger = aLedger(aChild('A', '2023-05-08 P C2 U6', { facts: reviews('2023-06-01', '2023-09-01') }));
  const figure = withRecords('permanence-plan-by-2nd-review', { permanencePlans: [] }, DAY, ledger);
  assert.equal(figure.excluded[0]?.reason, 'start-not-known');
});

test('milestones overdue: seven children, each once; one due that day or met is not', () => {
  const due = (id: string, dueOn: string, metOn: string | null = null) => ({
    child: who(id),
    milestone: 'adoption-match' as const,
    setOn: on('2023-06-01'),
    dueOn: on(dueOn),
    metOn: onOrNull(metOn),
  });
  const permanenceMilestones = [
    ...names(6).map((id) => due(id, '2024-03-30')),
    due('C1', '2024-01-01'),
    due('C7', '2024-03-01', '2024-04-01'),
    due('C8', DAY),
    due('C9', '2024-03-01', DAY),
    due('gone', '2024-03-01'),
  ];
  const figure = withRecords('permanence-drift', { permanenceMilestones }, DAY, inCare(9));
  assert.deepEqual([figure.value, figure.children.numerator.length], [7, 7]);
});

const court = (name: string, issued: string, final: string | null, children = ['K']) => ({
  case: name,
  children: children.map(who),
  issuedOn: on(issued),
  finalOrderOn: onOrNull(final),
});

test('court: 175, 231 and exactly 182 days make 67% within 26 weeks, and 196 on average', () => {
  const careProceedings = [
    court('A', '2023-09-04', '2024-02-26', ['K', 'L']),
    court('B', '2023-06-05', '2024-01-22'),
    court('C', '2023-11-13', '2024-05-13', ['M', 'N']),
    court('D', '2023-11-13', null),
  ];
  const asOf = on('2024-05-31');
  const authority = authorityOnDay(prepare(aLedger()), asOf, windowOf('twelve-months', asOf));
  const figure = (measure: CaseMeasure) => evaluateOn(measure, authority, { records: { careProceedings } });
  assert.equal(figure(proceedingsDays).value, (175 + 231 + 182) / 3);
  assert.equal(figure(proceedingsMedian).value, 182);
  assert.equal(read(figure(proceedingsIn26Weeks)), 'A C of A B C');
  assert.match(figure(proceedingsDays).certainty.join(' '), /about 5 children/);
  assert.equal(withRecords('proceedings-days', { careProceedings }, DAY).denominator, 2);
});

test('pre-proceedings: nine families, seventeen children', () => {
  const family = (name: string, children: number, ends: string | null = null) => ({
    family: name,
    children: Array.from({ length: children }, (_, i) => who(`${name}-${i}`)),
    starts: on('2024-01-10'),
    ends: onOrNull(ends),
  });
  const preProceedings = [
    ...Array.from({ length: 8 }, (_, i) => family(`F${i}`, 2)),
    family('F8', 1),
    family('over', 3, DAY),
  ];
  assert.equal(withRecords('pre-proceedings-number', { preProceedings }, DAY).value, 17);
  assert.equal(withRecords('pre-proceedings-families', { preProceedings }, DAY).value, 9);
});

test('adopters: eleven households approved in the time, and those approved, not matched and not gone waiting', () => {
  const household = (
    name: string,
    approved: string,
    matched: string | null = null,
    ceased: string | null = null,
  ) => ({
    household: name,
    approvedOn: on(approved),
    matchedOn: onOrNull(matched),
    ceasedOn: onOrNull(ceased),
  });
  const adopters = [
    ...names(11).map((name) => household(name, '2023-04-01')),
    household('before', '2023-03-31'),
    household('after', '2024-04-01'),
    household('matched', '2022-01-10', DAY),
    household('gone', '2022-01-10', null, '2024-01-10'),
    household('matched later', '2022-01-10', '2024-04-01'),
  ];
  assert.equal(withRecords('adopters-approved', { adopters }, DAY).value, 11);
  assert.equal(withRecords('adopters-waiting', { adopters }, DAY).value, 13);
});

test('triple plans: ten unaccompanied children, nine in care over 20 working days, seven with all three: 78%', () => {
  const ledger = aLedger(
    ...names(10).map((id, i) =>
      aChild(id, `${i === 9 ? '2024-03-18' : '2023-09-04'} S V2 U6`, { facts: [uasc()] }),
    ),
    aChild('other', '2023-09-04 S V2 U6'),
  );
  const tripleCarePlans = names(10).map((id, i) => ({
    child: who(id),
    on: on('2023-10-02'),
    ifGranted: true,
    ifRefused: true,
    ifReunited: i < 7,
  }));
  const figure = withRecords('uasc-triple-plan', { tripleCarePlans }, DAY, ledger);
  assert.deepEqual([figure.numerator, figure.denominator, Math.round(figure.value ?? 0)], [7, 9, 78]);
  assert.deepEqual(figure.excluded, [{ id: 'C10', reason: 'in-care-too-short' }]);
});

test('children known to be at risk, and of those at risk of exploitation who has a plan', () => {
  const risk = (id: string, kind: 'exploitation' | 'genital-mutilation', planOn: string | null = null) => ({
    child: who(id),
    risk: kind,
    starts: on('2024-01-10'),
    ends: null,
    planOn: onOrNull(planOn),
  });
  const knownRisks = [
    risk('C1', 'exploitation', '2024-01-12'),
    risk('C2', 'exploitation', '2024-04-01'),
    risk('C3', 'exploitation', '2024-01-12'),
    risk('C3', 'exploitation'),
    risk('C4', 'genital-mutilation'),
    risk('elsewhere', 'exploitation'),
  ];
  const figure = (id: string) => withRecords(id, { knownRisks }, DAY, inCare(4));
  assert.equal(read(figure('cse-risk')), 'C1 C2 C3');
  assert.equal(read(figure('exploitation-plan')), 'C1 of C1 C2 C3');
  assert.equal(read(figure('fgm-flag')), 'C4');
});
