import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childId, type Ledger, moment } from '@rightplace/domain';
import type { CaseEventInto } from '@rightplace/store';
import { recordsOfProceedings } from './records-of-proceedings.ts';

type Told = readonly [to: string, decidedOn?: string];

/** What a case of one child came to, an event a day from 1 June. */
const preProceedingsOf = (...told: readonly Told[]) => {
  const events = told.map(
    ([to, on], at): CaseEventInto => ({
      workflow: 'pre-proceedings',
      case: 1,
      openedFrom: null,
      child: childId('NM1'),
      at: moment(`2026-06-0${at + 1}T09:00:00Z`),
      kind: 'record',
      from: told[at - 1]?.[0] ?? 'at-gateway',
      to,
      said: on === undefined ? {} : { 'decided-on': on },
    }),
  );
  const ledger = { children: [] } as unknown as Ledger;
  const { preProceedings = [] } = recordsOfProceedings(
    (workflow) => (workflow === 'pre-proceedings' ? events : []),
    ledger,
  );
  return preProceedings.map(({ starts, ends }) => [starts, ends]);
};

const ENTERED: Told = ['in-pre-proceedings', '2026-06-01'];
const PROPOSED: Told = ['outcome-proposed'];

test('pre-proceedings end with the decision that ended them, and stay ended when no application is made after all', () => {
  assert.deepEqual(preProceedingsOf(ENTERED), [['2026-06-01', null]]);
  const toIssue: Told = ['to-issue', '2026-06-02'];
  assert.deepEqual(preProceedingsOf(ENTERED, toIssue), [['2026-06-01', '2026-06-02']]);
  assert.deepEqual(
    preProceedingsOf(ENTERED, toIssue, ['ended-otherwise']),
    [['2026-06-01', '2026-06-02']],
    'the court’s case tells it, and says no day of the gateway',
  );
  assert.deepEqual(preProceedingsOf(ENTERED, ['stepped-out', '2026-06-03']), [['2026-06-01', '2026-06-03']]);
});

test('sent back to go on they have not ended, and what never entered is none', () => {
  assert.deepEqual(preProceedingsOf(ENTERED, PROPOSED, ['in-pre-proceedings']), [['2026-06-01', null]]);
  const ended: Told = ['ended-otherwise', '2026-06-04'];
  assert.deepEqual(preProceedingsOf(ENTERED, PROPOSED, ['in-pre-proceedings'], PROPOSED, ended), [
    ['2026-06-01', '2026-06-04'],
  ]);
  assert.deepEqual(preProceedingsOf(['to-issue', '2026-06-02'], ['ended-otherwise']), []);
});
