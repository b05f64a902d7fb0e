import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Taken } from '../../test/cases.ts';
import { searchCase } from '../../test/search-cases.ts';
import { INADEQUATE_WHY } from '../placement-request/choice-steps.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { isApproval, lastApproval } from './approval.ts';
import { approvedSince } from './disclosure.ts';

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const BY_WORD: readonly Taken[] = [
  ['submit', 'jo', 'social-worker'],
  ...officer('permit', 'take-on', 'ready', 'share-offers'),
  ['choose', 'jo', 'social-worker'],
  ['agree-choice', 'tess', 'team-manager'],
  ...officer('agree-terms', 'propose', 'approve-by-word'),
];

test('that a director confirms their word while the home stands approved is no approval anew: nothing of it changes', () => {
  const approved = searchCase(BY_WORD);
  const word = approved.events.at(-1);
  const confirmed = searchCase([...BY_WORD, ['confirm', 'ada', 'director']]);
  assert.deepEqual([confirmed.state, confirmed.events.at(-1)?.to], ['approved', 'approved']);
  assert.equal(lastApproval(confirmed.events)?.number, word?.number);
  assert.equal(approvedSince(confirmed), word?.at);
  assert.equal(lastApproval(confirmed.events)?.said[INADEQUATE_WHY], word?.said[INADEQUATE_WHY]);
});

test('a home that is put before the director again is approved anew', () => {
  const again = searchCase([...BY_WORD, ...officer('put-again'), ['approve', 'dora', 'director']]);
  assert.equal(lastApproval(again.events)?.step, 'approve');
  assert.equal(approvedSince(again), again.events.at(-1)?.at);
  const none = searchCase(BY_WORD.slice(0, -1));
  assert.deepEqual([lastApproval(none.events), approvedSince(none)], [undefined, undefined]);
});

test('saboteur: were every event counted that leaves it approved, the confirmation would be the approval', () => {
  const { events } = searchCase([...BY_WORD, ['confirm', 'ada', 'director']]);
  const loosely = events.findLast(({ to }: CaseEvent) => to === 'approved');
  assert.ok(loosely !== undefined && !isApproval(loosely));
});
