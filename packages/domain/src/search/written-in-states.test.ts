import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BEFORE_MOVE, LOGGED_STATES, PLACEMENT_REQUEST_STATES } from '../placement-request/states.ts';
import { whyNotWrittenIn } from './write-entry.ts';

const statesOf = (kind: Parameters<typeof whyNotWrittenIn>[1]): readonly string[] =>
  Object.keys(PLACEMENT_REQUEST_STATES).filter((state) => whyNotWrittenIn(state, kind) === undefined);

test('homes are asked from the first tier until the director has approved one', () => {
  assert.deepEqual(statesOf('approach'), [
    'searching',
    'in-house',
    'framework',
    'spot',
    'direct',
    'all-tiers',
    'escalated',
    'on-hold',
    'offers-shared',
    'social-work-decision',
    'negotiation',
    'checks',
    'with-director',
  ]);
  assert.match(
    whyNotWrittenIn('move-date-confirmed', 'approach')?.sentence ?? '',
    /has approved a home.*record that/,
  );
  assert.match(whyNotWrittenIn('draft', 'approach')?.sentence ?? '', /has not begun/);
});

test('no offer is shared once a home is approved; what others answer is written down whenever it comes', () => {
  const kept = LOGGED_STATES.filter((state) => !BEFORE_MOVE.some((one) => one === state));
  assert.deepEqual(new Set(statesOf('shared')), new Set(kept));
  for (const kind of ['opened', 'question', 'declined', 'offer', 'withdrawn', 'check'] as const)
    assert.deepEqual(new Set(statesOf(kind)), new Set(LOGGED_STATES), kind);
  assert.equal(statesOf('outcome').length, Object.keys(PLACEMENT_REQUEST_STATES).length);
});
