import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf } from '../../../test/figures.ts';
import { aLedger } from '../../../test/ledgers.ts';
import { on, onOrNull, who, withRecords } from '../../../test/records.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import type { DimensionId } from '../dimensions.ts';
import type { CaseMeasure } from '../measure.ts';
import type { Records } from '../records.ts';
import { contactFactors, contacts, referrals } from './front-door.ts';

const DAY = '2024-06-30';

const aContact = (
  child: string,
  said: { on?: string; source?: string; outcome?: string; factors?: string },
) => ({
  child: who(child),
  on: on(said.on ?? '2024-05-01'),
  source: said.source ?? '',
  outcome: said.outcome ?? '',
  factors: (said.factors ?? '').split(',').filter((factor) => factor !== ''),
});

const partsOf = (measure: CaseMeasure, by: DimensionId, records: Records) =>
  Object.fromEntries(
    breakDown(measure, by, authorityOnDay(prepare(aLedger()), on(DAY)), { records }).map((row) => [
      row.title,
      row.numerator,
    ]),
  );

const TOLD = {
  contacts: [
    aContact('A', { source: '6', outcome: 'Referral', factors: 'Parents struggling,Mental health' }),
    aContact('A', {
      source: '2A: School',
      on: '2024-05-02',
      outcome: 'Advice',
      factors: 'Parents struggling',
    }),
    aContact('B', { source: 'Neighbourhood hub', outcome: 'Advice' }),
    aContact('C', { on: '2024-03-31', source: '6' }),
    aContact('D', { on: '2024-07-01', source: '6' }),
  ],
};

test('contacts in the time, by who told and by what came of them', () => {
  assert.equal(withRecords('contacts', TOLD, DAY).value, 3);
  assert.deepEqual(partsOf(contacts, 'contact-source', TOLD), {
    School: 1,
    Police: 1,
    'Neighbourhood hub': 1,
  });
  assert.deepEqual(partsOf(contacts, 'contact-outcome', TOLD), { Advice: 2, Referral: 1 });
  const unsaid = { contacts: [aContact('A', {})] };
  assert.deepEqual(partsOf(contacts, 'contact-source', unsaid), { 'Not recorded': 1 });
});

test('risk factors in contacts: parents who struggle come first, and a contact may name several', () => {
  assert.equal(withRecords('contact-factors', TOLD, DAY).value, 3);
  assert.deepEqual(partsOf(contactFactors, 'contact-factor', TOLD), {
    'Mental health': 1,
    'Parents struggling': 2,
  });
});

const aReferral = (child: string, noFurtherAction: boolean | null) => ({
  child: who(child),
  on: on('2024-05-01'),
  source: '3A',
  noFurtherAction,
});

test('referrals, and of those the share without further action: one of three is 33%, one is not said', () => {
  const records = { referrals: [aReferral('A', true), aReferral('B', false), aReferral('C', null)] };
  assert.equal(withRecords('referrals', records, DAY).value, 3);
  assert.deepEqual(partsOf(referrals, 'contact-source', records), { GP: 3 });
  const { value, notRecorded } = withRecords('referrals-nfa', records, DAY);
  assert.deepEqual([Math.round(value ?? 0), notRecorded], [33, ['C']]);
});

test('an assessment begun on Tuesday 2 April 2024 is in time until 6 June, 45 working days later', () => {
  const done = (child: string, authorised: string | null) => ({
    child: who(child),
    startedOn: on('2024-04-02'),
    authorisedOn: onOrNull(authorised),
  });
  const assessments = [
    done('A', '2024-06-06'),
    done('B', '2024-06-07'),
    done('C', null),
    done('D', '2024-07-01'),
  ];
  assert.equal(withRecords('assessments', { assessments }, DAY).value, 2);
  const figure = figureOf('assessments-45wd', aLedger(), DAY, { records: { assessments } });
  assert.deepEqual([figure.children.numerator, figure.value], [['A'], 50]);
});
