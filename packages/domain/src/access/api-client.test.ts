import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, day } from '../calendar/day.ts';
import {
  ALL_API_ACTIONS,
  ALL_API_SCOPES,
  API_POLICY,
  API_SCOPES,
  type ApiAction,
  type ApiClientStanding,
  type ApiPolicy,
  type ApiScope,
  apiClientState,
  findLastDayFault,
  isApiScope,
  mayClient,
} from './api-client.ts';

const TODAY = day('2026-11-23');

const aClient = (said: Partial<ApiClientStanding> = {}): ApiClientStanding => ({
  scope: 'children-named',
  lastDay: TODAY,
  isAgreed: true,
  isRevoked: false,
  ...said,
});

/** The table as agreed, told a second time: catalogue, rounded, figures, children, names. */
const AGREED: Readonly<Record<ApiScope, string>> = {
  'figures-rounded': 'yes yes .   .   .',
  figures: 'yes .   yes .   .',
  children: 'yes .   yes yes .',
  'children-named': 'yes .   yes yes yes',
};
const COLUMNS: readonly ApiAction[] = [
  'read-catalogue',
  'read-rounded',
  'read-figures',
  'read-children',
  'read-names',
];

const differences = (policy: ApiPolicy): readonly string[] =>
  ALL_API_SCOPES.flatMap((scope) =>
    AGREED[scope].split(/\s+/).flatMap((cell, i) => {
      const action = COLUMNS[i] ?? 'read-names';
      const answer = mayClient(aClient({ scope }), action, TODAY, policy);
      return (answer.kind === 'may') === (cell === 'yes') ? [] : [`${scope} ${action}`];
    }),
  );

test('each scope lets a client read what was agreed, and nothing else', () => {
  assert.deepEqual(COLUMNS.toSorted(), [...ALL_API_ACTIONS].toSorted());
  assert.deepEqual(differences(API_POLICY), []);
});

test('a right slipped into the scopes, or dropped from them, is noticed', () => {
  const slipped = {
    ...API_POLICY,
    'figures-rounded': new Set<ApiAction>(['read-catalogue', 'read-figures']),
  };
  assert.deepEqual(differences(slipped), ['figures-rounded read-rounded', 'figures-rounded read-figures']);
});

test('a refusal names the scope and what it does not let a client do', () => {
  const answer = mayClient(aClient({ scope: 'figures' }), 'read-children', TODAY);
  assert.ok(answer.kind === 'refused');
  assert.equal(
    answer.sentence,
    'The scope of this token, figures, does not let it read the children behind a figure.',
  );
});

test('a client works on its last day and not on the one after', () => {
  assert.equal(apiClientState(aClient(), TODAY), 'working');
  assert.equal(apiClientState(aClient(), addDays(TODAY, 1)), 'ended');
  const answer = mayClient(aClient(), 'read-catalogue', addDays(TODAY, 1));
  assert.ok(answer.kind === 'refused' && answer.name === 'client-ended');
  assert.match(answer.sentence, /23 November 2026/);
});

test('a client that reads more than rounded figures waits for a second person, and one that does not does not', () => {
  for (const scope of ALL_API_SCOPES) {
    const waits = scope !== 'figures-rounded';
    assert.equal(API_SCOPES[scope].agreed, waits, scope);
    const state = apiClientState(aClient({ scope, isAgreed: false }), TODAY);
    assert.equal(state, waits ? 'waiting' : 'working', scope);
  }
});

test('a revoked client reads nothing, whatever else is true of it', () => {
  for (const scope of ALL_API_SCOPES)
    for (const action of ALL_API_ACTIONS) {
      const answer = mayClient(aClient({ scope, isRevoked: true }), action, TODAY);
      assert.ok(answer.kind === 'refused' && answer.name === 'client-revoked', `${scope} ${action}`);
    }
});

test('a client is made for twelve months at most, and not for days gone by', () => {
  assert.equal(findLastDayFault(TODAY, TODAY), undefined);
  assert.equal(findLastDayFault(day('2027-11-23'), TODAY), undefined);
  assert.equal(findLastDayFault(day('2027-11-24'), TODAY)?.name, 'last-day-too-late');
  assert.equal(findLastDayFault(addDays(TODAY, -1), TODAY)?.name, 'last-day-gone-by');
});

test('text names a scope or does not', () => {
  assert.ok(isApiScope('figures') && !isApiScope('everything') && !isApiScope('toString'));
});
