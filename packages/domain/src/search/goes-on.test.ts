import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Taken } from '../../test/cases.ts';
import { searchCase } from '../../test/search-cases.ts';
import { goesOnIn } from './goes-on.ts';
import { tiersOpened } from './tiers-opened.ts';

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const director = (step: string): Taken => [step, 'ada', 'director'];
const READY: readonly Taken[] = [['submit', 'jo', 'social-worker'], ...officer('permit', 'take-on', 'ready')];
const HELD_ON_WORD: readonly Taken[] = [...READY, ...officer('all-tiers-by-word', 'hold')];
const after = (...steps: readonly Taken[]) => searchCase(steps);

test('a search on hold goes on where it was, whatever was recorded while it was held', () => {
  for (const [state, ...steps] of [
    ['spot', ...officer('open-spot', 'hold')],
    ['all-tiers', ...officer('all-tiers-by-word', 'hold')],
    ['all-tiers', ...officer('all-tiers-by-word', 'hold'), director('confirm')],
  ] as const)
    assert.equal(
      after(...READY, ...steps, ...officer('go-on')).state,
      state,
      steps.map(([step]) => step).join(),
    );
  const held = after(...READY, ...officer('open-spot', 'hold')).events;
  const noted = {
    ...held[0],
    number: held.length + 1,
    step: 'home-notice',
    from: 'on-hold',
    to: 'on-hold',
  };
  assert.equal(goesOnIn({ events: [...held, noted] }), 'spot', 'a home’s end, for one');
});

test('a search whose tiers were open on a word that was denied while it was held goes on with none of them', () => {
  const denied = after(...HELD_ON_WORD, director('deny-besides'), ...officer('go-on'));
  assert.equal(denied.state, 'searching');
  assert.deepEqual([...tiersOpened(denied)], ['in-house']);
  const asked = [...HELD_ON_WORD, director('deny-besides'), ...officer('go-on'), director('all-tiers')];
  assert.equal(
    after(...asked, ...officer('hold', 'go-on')).state,
    'all-tiers',
    'asked by the director after all',
  );
});
