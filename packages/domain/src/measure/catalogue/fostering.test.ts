import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLedger } from '../../../test/ledgers.ts';
import { names, on, onOrNull, withRecords } from '../../../test/records.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import type { FosterHousehold } from '../records/fostering.ts';
import { fosterLeavers, fosterPlaces } from './foster-households.ts';

const DAY = '2024-03-31';

test('sixty enquiries, six assessments, two approvals: 10% and 3.3%, of a period and of its enquiries', () => {
  const fosterEnquiries = names(60).map((household, i) => ({
    household,
    on: on('2023-05-10'),
    assessmentOn: onOrNull(i < 6 ? '2023-08-10' : null),
    approvedOn: onOrNull(i < 2 ? '2024-02-10' : null),
  }));
  const figure = (id: string, asOf = DAY) => withRecords(id, { fosterEnquiries }, asOf);
  for (const id of ['foster-funnel', 'foster-funnel-cohort']) assert.equal(figure(id).value, 10, id);
  for (const id of ['foster-funnel-approvals', 'foster-funnel-approvals-cohort'])
    assert.equal(figure(id).value?.toFixed(1), '3.3', id);
  assert.equal(figure('foster-funnel-cohort', '2023-08-09').value, 0);
});

test('an assessment of a time may follow an enquiry of the time before: then it is none of its enquiries', () => {
  const fosterEnquiries = [
    { household: 'A', on: on('2023-02-10'), assessmentOn: on('2023-05-10'), approvedOn: null },
    { household: 'B', on: on('2023-05-10'), assessmentOn: null, approvedOn: null },
    { household: 'C', on: on('2023-05-10'), assessmentOn: on('2024-04-01'), approvedOn: null },
  ];
  assert.equal(withRecords('foster-funnel', { fosterEnquiries }, DAY).value, 50);
  assert.equal(withRecords('foster-funnel-cohort', { fosterEnquiries }, DAY).value, 0);
});

const household = (name: string, rest: Partial<FosterHousehold> = {}): FosterHousehold => ({
  household: name,
  approvedOn: on('2020-05-10'),
  ceasedOn: null,
  ceasedWhy: null,
  specialist: false,
  ...rest,
});

test('152 households that day, five of them specialists', () => {
  const fosterHouseholds = [
    ...names(152).map((name, i) => household(name, { specialist: i < 5 })),
    household('gone', { ceasedOn: on(DAY), specialist: true }),
    household('to come', { approvedOn: on('2024-04-01') }),
  ];
  assert.equal(withRecords('foster-households', { fosterHouseholds }, DAY).value, 152);
  assert.equal(withRecords('foster-specialist', { fosterHouseholds }, DAY).value, 5);
});

test('four approved and seven ended are minus three, and why they ended', () => {
  const fosterHouseholds = [
    ...names(4).map((name) => household(name, { approvedOn: on('2023-06-01') })),
    ...Array.from({ length: 7 }, (_, i) =>
      household(`L${i}`, { ceasedOn: on('2023-06-01'), ceasedWhy: i < 5 ? 'retired' : null }),
    ),
    household('later', { ceasedOn: on('2024-04-01'), ceasedWhy: 'retired' }),
  ];
  assert.equal(withRecords('foster-net', { fosterHouseholds }, DAY).value, -3);
  assert.equal(withRecords('foster-leavers', { fosterHouseholds }, DAY).value, 7);
  const rows = breakDown(
    fosterLeavers,
    'reason-fostering-ended',
    authorityOnDay(prepare(aLedger()), on(DAY)),
    {
      records: { fosterHouseholds },
    },
  );
  assert.deepEqual(
    rows.map(({ title, numerator }) => [title, numerator]),
    [
      ['Retired', 5],
      ['Not recorded', 2],
    ],
  );
});

test('places as last recorded of each household: filled, vacant and not to be had', () => {
  const fosterHouseholds = [
    household('A'),
    household('B'),
    household('gone', { ceasedOn: on('2024-01-10') }),
  ];
  const places = (name: string, day: string, filled: number, vacant: number, unavailable: number) => ({
    household: name,
    on: on(day),
    filled,
    vacant,
    unavailable,
  });
  const records = {
    fosterHouseholds,
    fosterPlaces: [
      places('A', '2023-06-01', 0, 3, 0),
      places('A', '2024-01-10', 2, 0, 1),
      places('A', '2024-04-01', 3, 0, 0),
      places('B', '2023-06-01', 1, 1, 0),
      places('gone', '2023-06-01', 2, 0, 0),
    ],
  };
  assert.equal(withRecords('foster-places', records, DAY).value, 5);
  const rows = breakDown(fosterPlaces, 'place-use', authorityOnDay(prepare(aLedger()), on(DAY)), { records });
  assert.deepEqual(
    rows.map(({ key, value }) => [key, value]),
    [
      ['filled', 3],
      ['vacant', 1],
      ['unavailable', 1],
    ],
  );
});

test('reviews: 48 of 50 households within the year is 96%; one just approved is in date', () => {
  const fosterHouseholds = names(50).map((name, i) =>
    household(name, { approvedOn: on(i === 0 ? '2024-01-10' : '2020-05-10') }),
  );
  const fosterContacts = names(50)
    .slice(1)
    .map((name, i) => ({
      household: name,
      on: on(i < 2 ? '2023-03-30' : '2023-03-31'),
      kind: 'review' as const,
    }));
  assert.equal(withRecords('foster-review-ontime', { fosterHouseholds, fosterContacts }, DAY).value, 96);
});

test('supervising visits within six weeks, unless set otherwise; a review is no visit', () => {
  const fosterHouseholds = names(3).map((name) => household(name));
  const contact = (name: string, day: string, kind: 'review' | 'visit') => ({
    household: name,
    on: on(day),
    kind,
  });
  const fosterContacts = [
    contact('C1', '2024-02-18', 'visit'),
    contact('C2', '2024-02-17', 'visit'),
    contact('C3', '2024-03-01', 'review'),
  ];
  const figure = (weeks: number) =>
    withRecords('foster-visits-ontime', { fosterHouseholds, fosterContacts }, DAY, aLedger(), {
      fosterVisitWeeks: weeks,
    }).numerator;
  assert.deepEqual([figure(6), figure(8)], [1, 2]);
});

test('two households with an exemption that day', () => {
  const exemption = (name: string, ends: string | null) => ({
    household: name,
    starts: on('2023-06-01'),
    ends: onOrNull(ends),
  });
  const fosterExemptions = [exemption('A', null), exemption('B', '2024-04-01'), exemption('C', DAY)];
  assert.equal(withRecords('exemptions-over-3', { fosterExemptions }, DAY).value, 2);
});
