import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchCase } from '../../test/search-cases.ts';
import { moment } from '../calendar/moment.ts';
import type { Answers } from '../form/form.ts';
import { BEFORE_MOVE, LOGGED_STATES, PLACEMENT_REQUEST_STATES } from '../placement-request/states.ts';
import { searchFrom } from './search.ts';
import { findEntryFault, whyNotWrittenIn } from './write-entry.ts';

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

test('an approach that was made before the approval is written down after it, and none that was made since', () => {
  const at = moment('2026-11-23T14:30:00Z');
  const approved = { ...searchCase([]).events[0], to: 'approved', at };
  const now = { state: 'notified', events: [approved] };
  const by = { person: '1', part: { role: 'placements-officer' } } as const;
  const refusalOf = (said: Answers) =>
    findEntryFault(now, searchFrom([]), {
      kind: 'approach',
      about: null,
      said: { channel: 'phone', ...said },
      by,
    });
  assert.equal(refusalOf({ 'sent-on': '2026-11-22' }), undefined);
  assert.equal(refusalOf({ 'sent-on': '2026-11-23', 'sent-at': '14:29' }), undefined);
  for (const said of [
    { 'sent-on': '2026-11-23' },
    { 'sent-on': '2026-11-23', 'sent-at': '14:30' },
    { 'sent-on': '2026-11-24' },
    {},
  ])
    assert.match(refusalOf(said)?.sentence ?? 'written', /approached before that can still be logged/);
  assert.equal(
    refusalOf({ channel: 'portal', 'sent-on': '2026-11-22' })?.name,
    'nothing-sent',
    'what the portal sends is sent when it is written',
  );
});

test('no offer is shared once a home is approved; what others answer is written down whenever it comes', () => {
  const kept = LOGGED_STATES.filter((state) => !BEFORE_MOVE.some((one) => one === state));
  assert.deepEqual(new Set(statesOf('shared')), new Set(kept));
  for (const kind of ['opened', 'question', 'declined', 'offer', 'withdrawn', 'check'] as const)
    assert.deepEqual(new Set(statesOf(kind)), new Set(LOGGED_STATES), kind);
  assert.equal(statesOf('outcome').length, Object.keys(PLACEMENT_REQUEST_STATES).length);
});
