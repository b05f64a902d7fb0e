import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitOfOfferedKind } from './homes-to-ask.ts';

const WANTS_A_HOME = { 'suits-residential': 'preferred', 'deprivation-of-liberty': 'no' };

test('a request that prefers a children’s home is met by one, and not by a secure home or a school with beds', () => {
  assert.equal(fitOfOfferedKind('childrens-home', WANTS_A_HOME), 'met');
  assert.equal(fitOfOfferedKind('secure-home', WANTS_A_HOME), 'not');
  assert.equal(fitOfOfferedKind('residential-school', WANTS_A_HOME), 'partly');
});

test('a secure home is looked at where a court is asked to restrict the child’s liberty, and never where nothing is said', () => {
  assert.equal(fitOfOfferedKind('secure-home', { 'deprivation-of-liberty': 'asked' }), 'partly');
  assert.equal(fitOfOfferedKind('secure-home', { 'suits-residential': 'preferred' }), 'not');
});

test('a residential school is no better than the request finds children’s homes', () => {
  assert.equal(fitOfOfferedKind('residential-school', { 'suits-residential': 'suitable' }), 'partly');
  assert.equal(fitOfOfferedKind('residential-school', { 'suits-residential': 'unsuitable' }), 'not');
  assert.equal(fitOfOfferedKind(undefined, WANTS_A_HOME), 'unknown');
});
