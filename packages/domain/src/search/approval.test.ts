import assert from 'node:assert/strict';
import { test } from 'node:test';
import { START, type Taken } from '../../test/cases.ts';
import { SHARED_LOG, searchCase } from '../../test/search-cases.ts';
import { day } from '../calendar/day.ts';
import { INADEQUATE_WHY } from '../placement-request/choice-steps.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import { isApproval, lastApproval, lastApprovalDenied } from './approval.ts';
import {
  approvedSince,
  disclosureStands,
  findDisclosureFault,
  type HomesOfChild,
  recipientsAt,
} from './disclosure.ts';
import { searchFrom } from './search.ts';

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

const MOVED: readonly Taken[] = [
  ...BY_WORD,
  ...officer('notify', 'send-contract', 'confirm-move'),
  ['moved-in', 'jo', 'social-worker'],
];
const search = searchFrom(SHARED_LOG);
const sendsTo = (now: CaseNow): readonly number[] =>
  recipientsAt('match', now, search).map(({ number }) => number);

test('once the word on which the child moved is denied, nothing more of who they are is sent on it', () => {
  const moved = searchCase(MOVED);
  assert.deepEqual([moved.state, sendsTo(moved)], ['moved', [1]]);
  assert.equal(findDisclosureFault('match', 1, { now: moved, search }), undefined);
  const denied = searchCase([...MOVED, ['deny-besides', 'ada', 'director']]);
  assert.deepEqual([denied.state, sendsTo(denied), approvedSince(denied)], ['moved', [], undefined]);
  assert.equal(findDisclosureFault('match', 1, { now: denied, search })?.name, 'not-matched');
  assert.equal(lastApprovalDenied(denied.events), denied.events.at(-1)?.at);
  const confirmed = searchCase([...MOVED, ['confirm', 'ada', 'director']]);
  assert.deepEqual([sendsTo(confirmed), lastApprovalDenied(confirmed.events)], [[1], undefined]);
});

test('once a director approves the home after the move all the same, what has changed is sent to it again', () => {
  const steps: readonly Taken[] = [...MOVED, ['deny-besides', 'ada', 'director']];
  const approved = searchCase([...steps, ['approve-after-move', 'dora', 'director']]);
  assert.deepEqual([approved.state, sendsTo(approved)], ['moved', [1]]);
  assert.equal(findDisclosureFault('match', 1, { now: approved, search }), undefined);
});

test('what the home was sent before the denial it reads on while the child lives there, and no longer', () => {
  const denied = searchCase([...MOVED, ['deny-besides', 'ada', 'director']]);
  const sent = denied.events.at(-2)?.at ?? START;
  const homes: HomesOfChild = [{ starts: day('2026-10-30'), ends: null, began: 'changed' }];
  const stands = (lives: HomesOfChild) =>
    disclosureStands({ stage: 'match', at: sent }, 1, { now: denied, search, homes: lives });
  assert.deepEqual([stands(homes), stands([])], [true, false]);
});

test('of the approval of another director the denial of an earlier word says nothing, and what rests on it is sent', () => {
  const steps: readonly Taken[] = [
    ...BY_WORD,
    ...officer('put-again'),
    ['approve', 'dora', 'director'],
    ...MOVED.slice(BY_WORD.length),
  ];
  const denied = searchCase([...steps, ['deny-besides', 'ada', 'director']]);
  assert.deepEqual([sendsTo(denied), lastApprovalDenied(denied.events)], [[1], undefined]);
});

test('saboteur: were every event counted that leaves it approved, the confirmation would be the approval', () => {
  const { events } = searchCase([...BY_WORD, ['confirm', 'ada', 'director']]);
  const loosely = events.findLast(({ to }: CaseEvent) => to === 'approved');
  assert.ok(loosely !== undefined && !isApproval(loosely));
});
