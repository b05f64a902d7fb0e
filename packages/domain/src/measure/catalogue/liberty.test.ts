import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { day } from '../../calendar/day.ts';
import { type ChildFact, childId } from '../../child/record.ts';
import type { MeasureContext, Registration } from '../measure.ts';

const DAY = '2027-03-31';

const order = (from: string, until?: string): ChildFact => ({
  kind: 'deprivation-of-liberty',
  key: from,
  fields: { DOLO_START: from, ...(until === undefined ? {} : { DOLO_END: until }) },
});

/** Homes by URN, as was recorded of each. */
const registered = (homes: Readonly<Record<string, Registration>>): MeasureContext => ({
  registrationOf: ({ place }) => homes[place],
});

const AGED = { 13: '2014-01-01', 16: '2011-01-01', 17: '2010-01-01' } as const;

const THREE = aLedger(
  aChild('A', '2026-01-10 S C2 K2 PR4', { born: AGED[13], facts: [order('01/05/2026')] }),
  aChild('B', '2026-01-10 S C2 Z12 -', { born: AGED[16], facts: [order('01/06/2026', '01/04/2027')] }),
  aChild('C', '2026-01-10 S C2 Z13 -', { born: AGED[17], facts: [order('01/02/2026')] }),
  aChild('D', '2026-01-10 S C2 U6 PR1', { born: AGED[17], facts: [order('01/02/2026', '31/03/2027')] }),
);

const UNREGISTERED = registered({ Z12: 'unregistered', Z13: 'unregistered' });

test('three under an order, two of them 16 or 17 in unregistered settings', () => {
  assert.equal(read(figureOf('dol-number', THREE, DAY)), 'A B C');
  assert.equal(read(figureOf('dol-unregistered-1617', THREE, DAY, UNREGISTERED)), 'B C');
  assert.equal(read(figureOf('dol-in-registered', THREE, DAY, UNREGISTERED)), 'A of A B C');
});

test('where nobody recorded the registration, a Z code is not known and stays in the whole', () => {
  const figure = figureOf('dol-in-registered', THREE, DAY);
  assert.equal(read(figure), 'A of A B C');
  assert.deepEqual(figure.notRecorded, ['B', 'C']);
  assert.deepEqual(figure.excluded, [{ id: 'D', reason: 'no-order' }]);
});

test('orders begun and ended in the year; one that ends later has not ended yet', () => {
  assert.equal(read(figureOf('dol-started', THREE, DAY)), 'A B');
  assert.equal(read(figureOf('dol-ended', THREE, DAY)), 'D');
  assert.equal(figureOf('dol-number', THREE, '2026-05-31').value, 3);
});

test('an order in short breaks is not counted as looked after', () => {
  const ledger = aLedger(aChild('A', '2026-01-10 S V4 K2 PR4', { facts: [order('01/05/2026')] }));
  assert.deepEqual(figureOf('dol-number', ledger, DAY).excluded, [{ id: 'A', reason: 'short-breaks' }]);
});

test('in a secure home for welfare: one, and not one by way of youth justice', () => {
  const ledger = aLedger(
    aChild('A', '2026-01-10 S C2 K1 PR1'),
    aChild('B', '2026-01-10 S J1 K1 PR1'),
    aChild('C', '2026-01-10 S C2 K2 PR1'),
  );
  assert.equal(read(figureOf('secure-welfare-number', ledger, DAY)), 'A');
});

test('15 in an unregistered home is both; 17 in K3 is neither; 17 where registration was refused is unregistered', () => {
  const ledger = aLedger(
    aChild('A', '2026-01-10 S C2 Z1 -', { born: '2011-06-01' }),
    aChild('B', '2026-01-10 S C2 K3 PR4', { born: '2009-06-01' }),
    aChild('C', '2026-01-10 S C2 P3 PR4', { born: '2009-06-01' }),
  );
  const context = registered({ Z1: 'unregistered', P3: 'unregistered' });
  const who = (id: string) => read(figureOf(id, ledger, DAY, context));
  assert.deepEqual(['unregistered-number', 'unregulated-under16', 'unregulated-number'].map(who), [
    'A C',
    'A',
    '',
  ]);
});

test('H5 and P2 were lawful without registration until 27 October 2023, and since then their code tells nothing', () => {
  const ledger = aLedger(
    aChild('A', '2023-01-10 S C2 H5 PR4', { born: '2006-06-01' }),
    aChild('B', '2023-01-10 S C2 P2 PR4', { born: '2008-06-01' }),
    aChild('C', '2023-01-10 S C2 U6 PR4', { born: '2008-06-01' }),
  );
  assert.equal(read(figureOf('unregulated-number', ledger, '2023-10-27')), 'A B');
  assert.equal(read(figureOf('unregulated-under16', ledger, '2023-10-27')), 'B');
  const since = figureOf('unregulated-number', ledger, '2023-10-28');
  assert.deepEqual([since.value, since.notRecorded], [0, ['A', 'B']]);
  const looked = figureOf('unregistered-number', ledger, '2023-10-28', registered({}));
  assert.deepEqual([looked.value, looked.notRecorded], [0, ['A', 'B']]);
});

test('nought in unregistered settings is only told where registration was looked up', () => {
  const ledger = aLedger(aChild('A', '2023-01-10 S C2 K2 PR4'), aChild('B', '2023-01-10 S C2 U6 PR4'));
  const { value, noValue } = figureOf('unregistered-number', ledger, DAY);
  assert.deepEqual([value, noValue], [null, 'nothing-recorded']);
  assert.equal(figureOf('unregistered-number', ledger, DAY, registered({})).value, 0);
});

test('placements of which nobody knows whether they are registered are told apart, and are not passed over', () => {
  const ledger = aLedger(aChild('A', '2024-04-10 S C2 Z1 -'), aChild('B', '2024-04-10 S C2 K2 PR4'));
  for (const id of ['unregulated-starts', 'unregulated-nights']) {
    const { value, notRecorded } = figureOf(id, ledger, '2024-04-30');
    assert.deepEqual([value, notRecorded], [0, ['A']], id);
  }
});

test('an age not known in a setting outside registration is not a no', () => {
  const ledger = aLedger(aChild('A', '2023-01-10 S C2 H5 PR4'));
  assert.deepEqual(figureOf('unregulated-under16', ledger, '2023-10-27').notRecorded, ['A']);
});

test('placements that began outside registration, and the nights there in the year so far', () => {
  const ledger = aLedger(
    aChild('A', '2023-03-30 S C2 H5 PR4 2023-04-03 E5'),
    aChild('B', '2023-04-29 S C2 H5 PR4'),
    aChild('C', '2023-04-29 S C2 U6 PR4'),
  );
  assert.equal(read(figureOf('unregulated-starts', ledger, '2023-04-30')), 'B');
  assert.equal(figureOf('unregulated-nights', ledger, '2023-04-30').value, 4);
});

const EXTERNAL = aLedger(
  ...['2009-05-31', '2009-08-31', '2009-10-31'].map((born, i) =>
    aChild(`C${i}`, '2026-01-10 S C2 K2 PR4', { born }),
  ),
  aChild('IN', '2026-01-10 S C2 U6 PR1', { born: '2009-05-31' }),
  aChild('PAST', '2026-01-10 S C2 K2 PR4', { born: '2009-03-31' }),
  aChild('LAST', '2026-01-10 S C2 K3 PR5', { born: '2009-09-30' }),
  aChild('OVER', '2026-01-10 S C2 K3 PR3', { born: '2009-10-01' }),
  aChild('Z', '2026-01-10 S C2 Z12 -', { born: '2009-05-31' }),
);

test('external placements with the 18th birthday in 2 and 5 months, not in 7; six months to the day is within', () => {
  const figure = figureOf('turning-18-external', EXTERNAL, DAY);
  assert.equal(read(figure), 'C0 C1 LAST');
  assert.deepEqual(figure.notRecorded, ['Z']);
});

test('of them, those with a plan agreed by the day', () => {
  const plan = (child: string, on: string) => ({ child: childId(child), agreedOn: day(on) });
  const moveOnPlans = [plan('C0', DAY), plan('C1', '2027-04-01')];
  const figure = figureOf('turning-18-external-planned', EXTERNAL, DAY, { records: { moveOnPlans } });
  assert.equal(read(figure), 'C0 of C0 C1 LAST');
  assert.equal(figureOf('turning-18-external-planned', EXTERNAL, DAY).noValue, 'no-records');
});

test('long-term foster care: three by code, two with the decision', () => {
  const ledger = aLedger(
    aChild('A', '2026-01-10 S C2 U4 PR1'),
    aChild('B', '2026-01-10 S C2 U4 PR1'),
    aChild('C', '2026-01-10 S C2 U1 PR1'),
    aChild('D', '2026-01-10 S C2 U6 PR1'),
  );
  const decided = (child: string, on: string) => ({ child: childId(child), on: day(on) });
  const longTermFosterDecisions = [
    decided('A', '2026-05-01'),
    decided('B', '2025-05-01'),
    decided('C', DAY),
    decided('D', '2026-05-01'),
  ];
  assert.equal(read(figureOf('long-term-foster', ledger, DAY)), 'A B C');
  const records = { longTermFosterDecisions };
  assert.equal(read(figureOf('long-term-foster-decided', ledger, DAY, { records })), 'A C');
  assert.equal(read(figureOf('long-term-foster-decided', ledger, '2027-03-30', { records })), 'A');
});
