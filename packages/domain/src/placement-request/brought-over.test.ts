import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import type { ChildFact } from '../child/record.ts';
import { broughtOver, type KnownBefore, type WrittenBefore } from './brought-over.ts';

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

const at = (when: string) => moment(`${when}T09:00:00Z`);

test('after a request for care all that was asked there stands, then what was written before and what the record says', () => {
  const answers = broughtOver({
    ...NOTHING,
    child: { details: { disabilities: ['AUT'] }, facts: [] },
    before: [
      {
        answers: { likes: 'Trains', 'child-view': 'To stay here', matching: 'No dogs' },
        at: at('2025-03-02'),
      },
      {
        answers: {
          'child-view': 'To live near Nan',
          'needed-from': '2026-12-01',
          rationale: 'Not of a home',
        },
        at: at('2026-11-20'),
        isOfThis: true,
      },
    ],
  });
  assert.deepEqual(answers, {
    likes: 'Trains',
    'child-view': 'To live near Nan',
    'needed-from': '2026-12-01',
    health: 'Disability in the record: autism.',
    matching: 'No dogs',
  });
});

const ASKED: WrittenBefore = {
  answers: { likes: 'Trains', 'child-view': 'To live near Nan', matching: 'No dogs' },
  at: at('2026-11-20'),
  isOfThis: true,
};
const ASKED_SINCE: WrittenBefore = {
  answers: { likes: 'Trains and swimming', 'child-view': 'To have a garden', matching: 'No dogs' },
  at: at('2026-11-22'),
  isOfThis: true,
};

test('a home asked for again after the same request for care begins with what was written last, wishes among it', () => {
  for (const before of [
    [ASKED, ASKED_SINCE],
    [ASKED_SINCE, ASKED],
  ])
    assert.deepEqual(broughtOver({ ...NOTHING, before }), ASKED_SINCE.answers);
});

test('saboteur: were it not told when each was written, what was begun last would stand, and not what was written last', () => {
  const atOnce = [ASKED_SINCE, { ...ASKED, at: ASKED_SINCE.at }];
  assert.equal(broughtOver({ ...NOTHING, before: atOnce }).likes, 'Trains');
});

test('of requests of another time the newest stands before the record, in whichever it was written, but for their wishes, and when a home was wanted and for how long', () => {
  const answers = broughtOver({
    ...NOTHING,
    child: { details: { disabilities: ['AUT'] }, facts: [] },
    before: [
      {
        answers: { likes: 'Trains', 'child-view': 'To stay here', 'how-soon': 'today', where: 'By the sea' },
        at: at('2026-02-01'),
      },
      {
        answers: {
          likes: 'Bricks',
          'at-their-best': 'Funny',
          health: 'An inhaler',
          'needed-from': '2024-01-01',
        },
        at: at('2024-01-01'),
      },
    ],
  });
  assert.deepEqual(answers, {
    'at-their-best': 'Funny',
    likes: 'Trains',
    health: 'An inhaler',
    where: 'By the sea',
  });
});
