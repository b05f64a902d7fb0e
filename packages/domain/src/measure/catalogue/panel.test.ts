import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../../test/figures.ts';
import { at, inCare, names, on, who, withRecords } from '../../../test/records.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import type { PalacRequest } from '../records/palac.ts';
import type { PanelReason } from '../records/panel.ts';
import { panelReasons, preventedEntry } from './panel.ts';

const DAY = '2024-03-31';

/** Fourteen children: over £9,000 3, aged 12 or under 5, six months before 18 4, extras 4; two have two reasons. */
const LISTED: readonly PanelReason[] = [
  ...Array.from({ length: 3 }, (): PanelReason => 'high-cost'),
  ...Array.from({ length: 5 }, (): PanelReason => 'young-in-residential'),
  ...Array.from({ length: 4 }, (): PanelReason => 'turning-18'),
  ...Array.from({ length: 4 }, (): PanelReason => 'additional-cost'),
];
const panelListings = names(14).map((name, i) => ({
  child: who(name),
  meetingOn: on('2024-03-20'),
  reasons: [LISTED[i], LISTED[i + 14]].filter((reason) => reason !== undefined),
}));

test('the panel: fourteen children, sixteen reasons, each reason in its part', () => {
  const ledger = inCare(14);
  assert.equal(withRecords('panel-caseload', { panelListings }, DAY, ledger).value, 14);
  assert.equal(withRecords('panel-reasons', { panelListings }, DAY, ledger).value, 16);
  const rows = breakDown(panelReasons, 'panel-reason', authorityOnDay(prepare(ledger), on(DAY)), {
    records: { panelListings },
  });
  assert.deepEqual(
    rows.map(({ key, numerator }) => [key, numerator]),
    [
      ['high-cost', 3],
      ['young-in-residential', 5],
      ['turning-18', 4],
      ['additional-cost', 4],
    ],
  );
});

test('only the latest meeting counts that the day knows of', () => {
  const earlier = panelListings.slice(0, 3).map((each) => ({ ...each, meetingOn: on('2024-03-06') }));
  const records = { panelListings: [...earlier, ...panelListings] };
  assert.equal(withRecords('panel-caseload', records, '2024-03-19', inCare(14)).value, 3);
  assert.equal(withRecords('panel-caseload', records, DAY, inCare(14)).value, 14);
});

test('a child of another part of the authority is not among those listed', () => {
  assert.equal(withRecords('panel-caseload', { panelListings }, DAY, inCare(4)).value, 4);
});

test('kept out of care 35, back with the family 21: 56, in their parts', () => {
  const entryDecisions = [
    ...names(35).map((name) => ({
      child: who(name),
      on: on('2023-06-01'),
      decision: 'kept-at-home' as const,
    })),
    ...names(21).map((name) => ({ child: who(name), on: on('2023-06-01'), decision: 'reunited' as const })),
    { child: who('X'), on: on('2023-06-01'), decision: 'came-into-care' as const },
    { child: who('Y'), on: on('2024-04-01'), decision: 'reunited' as const },
  ];
  assert.equal(withRecords('prevented-entry', { entryDecisions }, DAY).value, 56);
  const rows = breakDown(preventedEntry, 'entry-decision', authorityOnDay(prepare(inCare(0)), on(DAY)), {
    records: { entryDecisions },
  });
  assert.deepEqual(
    rows.map(({ numerator }) => numerator),
    [35, 21],
  );
});

const request = (child: string, rest: Partial<PalacRequest> = {}): PalacRequest => ({
  child: who(child),
  submittedAt: at('2024-01-08T09:00'),
  decidedAt: at('2024-01-08T13:00'),
  outcome: 'authorised',
  emergency: false,
  movedAt: null,
  ...rest,
});

test('hours to decide: of 4, 20 and 50 the middle one is 20', () => {
  const palacRequests = ['2024-01-08T13:00', '2024-01-09T05:00', '2024-01-10T11:00'].map((time, i) =>
    request(`C${i}`, { decidedAt: at(time) }),
  );
  assert.equal(withRecords('palac-timeliness', { palacRequests }, DAY).value, 20);
});

test('outcomes and emergencies of what was decided by the end of the day', () => {
  const palacRequests = [
    request('A'),
    request('B', { outcome: 'rejected' }),
    request('C', { outcome: 'returned', emergency: true }),
    request('D', { decidedAt: at('2024-04-02T09:00') }),
    request('E', { decidedAt: null, outcome: null }),
  ];
  assert.equal(read(withRecords('palac-outcomes', { palacRequests }, DAY)), 'A of A B C');
  assert.equal(read(withRecords('palac-emergencies', { palacRequests }, DAY)), 'C of A B C');
});

test('moved before approval: one of twelve is 8%, and never approved is before', () => {
  const after = Array.from({ length: 11 }, (_, i) =>
    request(`C${i}`, { movedAt: at(i === 0 ? '2024-01-08T13:00' : '2024-01-09T10:00') }),
  );
  const before = request('M', { movedAt: at('2024-01-08T12:59') });
  const figure = withRecords('retrospective-approvals', { palacRequests: [...after, before] }, DAY);
  assert.deepEqual([figure.children.numerator, Math.round(figure.value ?? 0)], [['M'], 8]);
  const never = request('N', { movedAt: at('2024-01-08T12:00'), decidedAt: null, outcome: null });
  assert.equal(withRecords('retrospective-approvals', { palacRequests: [never] }, DAY).value, 100);
});
