import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Taken } from '../../test/cases.ts';
import { searchCase } from '../../test/search-cases.ts';
import { ALL_SEARCH_TIERS, EVERY_TIER_AT_ONCE, isSearchTier, type SearchTier } from './tiers.ts';
import { tiersDenied, tiersOpened } from './tiers-opened.ts';

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const READY: readonly Taken[] = [['submit', 'jo', 'social-worker'], ...officer('permit', 'take-on', 'ready')];
const BY_WORD: readonly Taken[] = [...READY, ...officer('all-tiers-by-word')];
const DENY: Taken = ['deny', 'ada', 'director'];

const openedAfter = (...steps: readonly Taken[]) => [...tiersOpened(searchCase(steps))];

test('all tiers asked at once on a director’s word are open until the director denies it, and none of them by it afterwards', () => {
  assert.deepEqual(openedAfter(...BY_WORD), ALL_SEARCH_TIERS);
  assert.deepEqual(openedAfter(...BY_WORD, ['confirm', 'ada', 'director']), ALL_SEARCH_TIERS);
  assert.deepEqual(openedAfter(...BY_WORD, DENY), ['in-house'], 'as it was before the emergency');
  assert.deepEqual(openedAfter(...BY_WORD, DENY, ...officer('open-spot')), ['in-house', 'spot']);
  const later = [...BY_WORD, ...officer('escalate'), ['deny-besides', 'ada', 'director'] as const];
  assert.deepEqual(openedAfter(...later), ['in-house'], 'denied when the search stood elsewhere');
});

test('what was opened on a word that was denied is shut again after a hold as well', () => {
  const held = [...BY_WORD, ...officer('hold', 'go-on')];
  assert.deepEqual(openedAfter(...held), ALL_SEARCH_TIERS);
  assert.deepEqual(openedAfter(...held, DENY), ['in-house']);
  assert.deepEqual(
    openedAfter(...held, ...officer('hold', 'go-on'), DENY),
    ['in-house'],
    'and after another',
  );
});

test('what the director had asked, or approved in writing, stands when a word beside it is denied', () => {
  assert.deepEqual(
    openedAfter(...BY_WORD, DENY, ['all-tiers', 'ada', 'director']),
    ALL_SEARCH_TIERS,
    'asked by the director after all',
  );
  const denied = searchCase([...BY_WORD, DENY]);
  assert.deepEqual([...tiersDenied(denied).keys()], ['framework', 'spot', 'direct']);
  assert.deepEqual(
    [...tiersDenied(searchCase([...BY_WORD, DENY, ...officer('open-framework')])).keys()],
    ['spot', 'direct'],
    'one that was opened since is open',
  );
});

test('saboteur: by the steps alone, whatever became of the word, every tier would stay open', () => {
  const byStepsAlone: typeof tiersOpened = ({ events }) =>
    new Set(
      events.flatMap(({ to }): readonly SearchTier[] =>
        to === EVERY_TIER_AT_ONCE ? ALL_SEARCH_TIERS : isSearchTier(to) ? [to] : [],
      ),
    );
  const isShutAgain = (opened: typeof tiersOpened) => !opened(searchCase([...BY_WORD, DENY])).has('direct');
  assert.ok(isShutAgain(tiersOpened));
  assert.equal(isShutAgain(byStepsAlone), false);
});
