import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childId, moment, PLACEMENT_REQUEST } from '@rightplace/domain';
import type { CaseEventInto, ToldEntry } from '@rightplace/store';
import { recordsOfSearches, typeWanted } from './records-of-searches.ts';

const READY: CaseEventInto = {
  workflow: PLACEMENT_REQUEST.id,
  case: 7,
  openedFrom: null,
  child: childId('A'),
  at: moment('2026-11-02T10:00:00Z'),
  kind: 'record',
  from: 'quality',
  to: 'in-house',
  said: {},
};
const approach = (number: number, tier: string, provider: string): ToldEntry => ({
  case: 7,
  number,
  at: READY.at,
  kind: 'approach',
  about: null,
  tier,
  provider,
  sentOn: null,
  home: null,
  homeKind: null,
  priceBasis: null,
});

test('a request wants the one type that it prefers, and none where it prefers several or none', () => {
  assert.equal(typeWanted({ 'suits-foster': 'suitable', 'suits-residential': 'preferred' }), 'residential');
  assert.equal(typeWanted({ 'suits-foster': 'preferred', 'suits-supported': 'preferred' }), null);
  assert.equal(typeWanted({}), null);
});

test('one provider has one name however it is typed, and whoever may be a private person has none', () => {
  const log = [
    approach(1, 'framework', 'Saltings Homes'),
    approach(2, 'spot', ' saltings  homes'),
    approach(3, 'in-house', 'Mrs Tansy Weller'),
    approach(4, 'direct', 'Her aunt in Sallowby'),
  ];
  const { placementSearches } = recordsOfSearches(
    (workflow) => (workflow === PLACEMENT_REQUEST.id ? [READY] : []),
    { log: new Map([[7, log]]), wanted: new Map() },
  );
  assert.deepEqual(
    placementSearches?.[0]?.approaches.map(({ provider }) => provider),
    ['Saltings Homes', 'Saltings Homes', '', ''],
  );
});
