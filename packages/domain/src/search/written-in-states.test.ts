import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchCase } from '../../test/search-cases.ts';
import { moment } from '../calendar/moment.ts';
import type { Answers } from '../form/form.ts';
import { BEFORE_MOVE, LOGGED_STATES, PLACEMENT_REQUEST_STATES } from '../placement-request/states.ts';
import { findLateFault } from './late-approach.ts';
import type { EntryOfRegister } from './log-entry.ts';
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

const APPROVED_AT = moment('2026-11-23T14:30:00Z');
const approvedIn = (state: string) => ({
  state,
  events: [{ ...searchCase([]).events[0], to: 'approved', at: APPROVED_AT }],
});
const BY = { person: '1', part: { role: 'placements-officer' } } as const;
const WHY = {
  'late-why': 'She called back before we could tell her',
  'outside-tiers-why': 'Called at night',
};
const lateRefusal = (state: string, said: Answers, register?: EntryOfRegister) =>
  findEntryFault(approvedIn(state), searchFrom([]), {
    kind: 'approach',
    about: null,
    said: { channel: 'phone', ...said },
    by: BY,
    ...(register === undefined ? {} : { register }),
  });
const BEFORE = [{ 'sent-on': '2026-11-22' }, { 'sent-on': '2026-11-23', 'sent-at': '14:29' }];
const SINCE = [
  { 'sent-on': '2026-11-23' },
  { 'sent-on': '2026-11-23', 'sent-at': '14:30' },
  { 'sent-on': '2026-11-24' },
  {},
];

test('an approach that was made before the approval is written down after it, and one that was made since with why', () => {
  for (const state of BEFORE_MOVE) {
    for (const said of BEFORE) assert.equal(lateRefusal(state, said), undefined, state);
    for (const said of SINCE) {
      assert.match(lateRefusal(state, said)?.sentence ?? 'written', /all the same is logged with why/);
      assert.equal(lateRefusal(state, { ...said, ...WHY, 'late-why': '-' })?.name, 'log-closed');
      assert.equal(lateRefusal(state, { ...said, ...WHY }), undefined, state);
      assert.deepEqual(
        findLateFault('approach', said, approvedIn(state)).map(({ question }) => question),
        ['late-why'],
      );
    }
  }
  assert.equal(
    lateRefusal('notified', { channel: 'portal', 'sent-on': '2026-11-22' })?.name,
    'nothing-sent',
    'what the portal sends is sent when it is written',
  );
});

test('once the child has moved an approach is written down with why, whenever it was made', () => {
  for (const said of [...BEFORE, ...SINCE]) {
    assert.equal(lateRefusal('moved', said)?.name, 'log-closed');
    assert.equal(lateRefusal('moved', { ...said, ...WHY }), undefined);
  }
  assert.deepEqual(findLateFault('approach', {}, { state: 'spot', events: [] }), []);
});

test('nobody of the register is asked once a home is approved, whatever is said of it', () => {
  const register = { providerId: 1, settingId: 2, profileVersion: 3 };
  for (const state of [...BEFORE_MOVE, 'moved'])
    for (const said of [...BEFORE, ...SINCE])
      assert.equal(lateRefusal(state, { ...said, ...WHY }, register)?.name, 'log-closed', state);
});

test('when the search is over it says so, and that what was typed is there still', () => {
  for (const state of ['closed', 'placed', 'not-permitted'])
    assert.match(
      lateRefusal(state, { ...BEFORE[0], ...WHY })?.sentence ?? '',
      /is over.* not saved\. What you typed is here still/,
    );
  assert.match(whyNotWrittenIn('moved', 'check')?.sentence ?? '', /has moved in/);
});

test('whom was asked before a search ended that came to no home is written down with why, and nobody asked since', () => {
  for (const state of ['cancelled', 'no-placement-found']) {
    const until = [...BEFORE, { 'sent-on': '2026-11-23' }, { 'sent-on': '2026-11-23', 'sent-at': '18:00' }];
    for (const said of until) {
      assert.match(lateRefusal(state, said)?.sentence ?? 'written', /is over\. Whom you approached before/);
      assert.equal(lateRefusal(state, { ...said, ...WHY, 'late-why': '-' })?.name, 'log-closed');
      assert.equal(lateRefusal(state, { ...said, ...WHY }), undefined, state);
    }
    const register = { providerId: 1, settingId: 2, profileVersion: 3 };
    assert.equal(lateRefusal(state, { ...BEFORE[0], ...WHY }, register)?.name, 'log-closed');
    for (const said of [{ 'sent-on': '2026-11-24' }, {}]) {
      assert.equal(lateRefusal(state, { ...said, ...WHY })?.name, 'log-closed', state);
      assert.deepEqual(
        findLateFault('approach', { ...said, ...WHY }, approvedIn(state)).map(({ question }) => question),
        ['sent-on'],
      );
    }
    const never = { state, events: searchCase([]).events };
    const said = { channel: 'phone', ...BEFORE[0], ...WHY };
    const refused = findEntryFault(never, searchFrom([]), { kind: 'approach', about: null, said, by: BY });
    assert.match(refused?.sentence ?? '', /is over/, 'where no home was looked for');
  }
});

test('no offer is shared once a home is approved; what others answer is written down whenever it comes', () => {
  const kept = LOGGED_STATES.filter((state) => !BEFORE_MOVE.some((one) => one === state));
  assert.deepEqual(new Set(statesOf('shared')), new Set(kept));
  for (const kind of ['opened', 'question', 'declined', 'no-reply', 'offer'] as const)
    assert.deepEqual(new Set(statesOf(kind)), new Set([...LOGGED_STATES, 'moved']), kind);
  for (const kind of ['withdrawn', 'check', 'unsuitable'] as const)
    assert.deepEqual(new Set(statesOf(kind)), new Set(LOGGED_STATES), kind);
  assert.equal(statesOf('outcome').length, Object.keys(PLACEMENT_REQUEST_STATES).length);
});
