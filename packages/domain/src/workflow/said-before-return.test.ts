import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Taken } from '../../test/cases.ts';
import { searchCase } from '../../test/search-cases.ts';
import { PLACEMENT_REQUEST } from '../placement-request/placement-request.ts';
import type { CaseNow } from './case.ts';
import { saidAgain, sentOnBefore } from './said-before-return.ts';

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const CHOSEN: readonly Taken[] = [
  ['submit', 'jo', 'social-worker'],
  ...officer('permit', 'take-on', 'ready', 'share-offers'),
  ['choose', 'jo', 'social-worker'],
];
const PROPOSED: readonly Taken[] = [
  ...CHOSEN,
  ['agree-choice', 'tess', 'team-manager'],
  ...officer('agree-terms', 'propose'),
];
/** The steps for which answers of last time are brought back. */
const broughtBack = (now: CaseNow): readonly string[] =>
  PLACEMENT_REQUEST.steps.filter((step) => sentOnBefore(step, now) !== undefined).map(({ id }) => id);

test('what was returned is sent on again from what was said of it, and nothing else is', () => {
  assert.deepEqual(broughtBack(searchCase(PROPOSED)), []);
  assert.deepEqual(broughtBack(searchCase([...PROPOSED, ['give-back', 'ada', 'director']])), ['propose']);
  assert.deepEqual(broughtBack(searchCase([...CHOSEN, ['return-choice', 'tess', 'team-manager']])), [
    'choose',
  ]);
  assert.deepEqual(
    broughtBack(searchCase([...PROPOSED, ['look-on', 'ada', 'director']])),
    [],
    'another home is looked for: what was said of this one does not go with it',
  );
  assert.deepEqual(
    broughtBack(searchCase([...PROPOSED, ['give-back', 'ada', 'director'], ...officer('propose')])),
    [],
    'it has been sent on since',
  );
});

test('what was told to the director before another home was put to them is answered, and does not come back as what they returned', () => {
  const before: readonly Taken[] = [
    ...CHOSEN.slice(0, 4),
    ...officer('escalate'),
    ['search-on', 'ada', 'director'],
    ...officer('escalate', 'share-offers'),
    ...PROPOSED.slice(5),
  ];
  assert.deepEqual(broughtBack(searchCase([...before, ['look-on', 'ada', 'director']])), []);
  assert.deepEqual(broughtBack(searchCase([...before, ['give-back', 'ada', 'director']])), ['propose']);
});

test('of two proposals of a home the newer one is brought back, also where it was approved and put again in between', () => {
  const propose = PLACEMENT_REQUEST.steps.find(({ id }) => id === 'propose');
  assert.ok(propose);
  const twice = searchCase([
    ...PROPOSED,
    ['give-back', 'ada', 'director'],
    ...officer('propose'),
    ['approve', 'ada', 'director'],
    ...officer('put-again'),
    ['give-back', 'ada', 'director'],
  ]);
  const [older, newer] = twice.events.filter(({ step }) => step === 'propose');
  assert.ok(older && newer);
  assert.equal(sentOnBefore(propose, twice)?.number, newer.number);
});

test('of the answers of last time those are brought back that are still asked and can still be chosen', () => {
  const now = searchCase([...PROPOSED, ['give-back', 'ada', 'director']]);
  const propose = PLACEMENT_REQUEST.steps.find(({ id }) => id === 'propose');
  const before = propose && sentOnBefore(propose, now);
  assert.ok(propose && before);
  const said = saidAgain(propose, before);
  for (const name of ['considered', 'why-this', 'social-worker-view'])
    assert.equal(said[name], `What was said of: ${name}`);
  assert.deepEqual(saidAgain({ asks: propose.asks.slice(0, 1) }, before), {
    considered: 'What was said of: considered',
  });
  const gone = { kind: 'one-of', name: 'offer', label: 'Which?', options: { b: 'B' } } as const;
  assert.deepEqual(saidAgain({ asks: [gone] }, { said: { offer: 'a' } }), {});
  assert.deepEqual(saidAgain({ asks: [gone] }, { said: { offer: 'b' } }), { offer: 'b' });
});
