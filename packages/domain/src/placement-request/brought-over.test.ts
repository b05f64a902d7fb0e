import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import type { ChildFact } from '../child/record.ts';
import { broughtOver, type KnownBefore } from './brought-over.ts';

const NOTHING: KnownBefore = {
  child: { details: {}, facts: [] },
  siblings: [],
  before: [],
  today: day('2026-11-23'),
};
const missing = (on: string): ChildFact => ({
  kind: 'missing',
  key: on,
  fields: { MISSING: 'M', MIS_START: on, MIS_END: on },
});

test('a request of a child of whom nothing is known begins empty', () => {
  assert.deepEqual(broughtOver(NOTHING), {});
});

test('the record says who the brothers and sisters are, what disability is known, and that the child was missing this year', () => {
  const answers = broughtOver({
    ...NOTHING,
    child: { details: { disabilities: ['AUT', 'BEH'] }, facts: [missing('20/09/2026')] },
    siblings: [{ givenName: 'Wren', familyName: 'Brindle', dateOfBirth: day('2018-02-01') }, {}],
  });
  assert.deepEqual(answers, {
    health: 'Disability in the record: autism, behaviour.',
    siblings: [{ name: 'Wren Brindle', age: '8' }],
    risks: ['missing'],
  });
  const longAgo = {
    ...NOTHING,
    child: { details: { disabilities: ['NONE'] }, facts: [missing('20/09/2025')] },
  };
  assert.deepEqual(broughtOver(longAgo), {});
});

test('after a request for care all that was asked there stands, then what was written before and what the record says', () => {
  const answers = broughtOver({
    ...NOTHING,
    child: { details: { disabilities: ['AUT'] }, facts: [] },
    before: [{ likes: 'Trains', 'child-view': 'To stay here', matching: 'No dogs' }],
    follows: { 'child-view': 'To live near Nan', 'needed-from': '2026-12-01', rationale: 'Not of a home' },
  });
  assert.deepEqual(answers, {
    likes: 'Trains',
    'child-view': 'To live near Nan',
    'needed-from': '2026-12-01',
    health: 'Disability in the record: autism.',
    matching: 'No dogs',
  });
});

test('what was last written of the child stands before the record, but for their wishes, and when a home was wanted and for how long', () => {
  const answers = broughtOver({
    ...NOTHING,
    child: { details: { disabilities: ['AUT'] }, facts: [] },
    before: [
      { likes: 'Trains', 'child-view': 'To stay here', 'how-soon': 'today', where: 'By the sea' },
      { likes: 'Bricks', 'at-their-best': 'Funny', health: 'An inhaler', 'needed-from': '2024-01-01' },
    ],
  });
  assert.deepEqual(answers, {
    'at-their-best': 'Funny',
    likes: 'Trains',
    health: 'An inhaler',
    where: 'By the sea',
  });
});
