import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseOf, nameOf, type Taken } from '../../test/cases.ts';
import { EMERGENCY } from '../entry-to-care/emergency.ts';
import { PALAC } from '../entry-to-care/palac.ts';
import { conditionsTold } from './conditions-told.ts';

const AUTHORISED: readonly Taken[] = [
  ['submit', 'jo', 'social-worker'],
  ['support', 'tess', 'team-manager'],
  ['authorise', 'gil', 'group-manager'],
  ['director-authorise', 'ada', 'director'],
];
const BY_WORD: readonly Taken[] = [
  ['write-down-manager', 'jo', 'social-worker'],
  ['write-down-director', 'jo', 'social-worker'],
];

test('on what conditions care was authorised is told with who decided and when, and of what decided without any nothing', () => {
  const now = caseOf(PALAC, 'jo', AUTHORISED);
  const told = conditionsTold(PALAC, now, nameOf);
  assert.equal(told.length, 1);
  assert.match(told[0]?.sentence ?? '', /, director of children’s services, authorised entry to care$/);
  assert.deepEqual([told[0]?.words, told[0]?.at], ['What was said of: conditions', now.events.at(-1)?.at]);
  const without = now.events.map((event) => ({ ...event, said: { conditions: '  ' } }));
  const [first, ...rest] = without;
  assert.ok(first);
  assert.deepEqual(conditionsTold(PALAC, { ...now, events: [first, ...rest] }, nameOf), []);
});

test('of an approval by word of mouth it is what they said, and of one that was denied nothing', () => {
  const words = (steps: readonly Taken[]) =>
    conditionsTold(EMERGENCY, caseOf(EMERGENCY, 'jo', steps), nameOf).map((told) => told.words);
  assert.deepEqual(words(BY_WORD), ['What was said of: words', 'What was said of: words']);
  const placed: readonly Taken[] = [...BY_WORD, ['placed', 'jo', 'social-worker']];
  assert.equal(words([...placed, ['deny-placed', 'tess', 'team-manager']]).length, 1, 'hers is denied');
});
