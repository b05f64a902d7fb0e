import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, type Taken } from '../../test/cases.ts';
import { askedNow, searchCase } from '../../test/search-cases.ts';
import { chronologyOf } from '../workflow/chronology.ts';
import { searchFrom } from './search.ts';
import { ALL_SEARCH_TIERS, type SearchTier } from './tiers.ts';
import { findEntryFault } from './write-entry.ts';

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const READY: readonly Taken[] = [['submit', 'jo', 'social-worker'], ...officer('permit', 'take-on', 'ready')];

const refusalOf = (steps: readonly Taken[], tier: SearchTier) =>
  findEntryFault(searchCase(steps), searchFrom([]), {
    kind: 'approach',
    about: null,
    said: { tier, channel: 'phone', 'sent-on': '2026-11-02' },
    by: { person: 'paige', part: { role: 'placements-officer' } },
  });
const askedIn = (steps: readonly Taken[]): readonly SearchTier[] =>
  ALL_SEARCH_TIERS.filter((tier) => refusalOf(steps, tier) === undefined);

test('homes are asked in the tiers that were opened, and in no other, whatever was opened last', () => {
  assert.deepEqual(askedIn(READY), ['in-house']);
  assert.deepEqual(askedIn([...READY, ...officer('open-spot')]), ['in-house', 'spot']);
  assert.deepEqual(askedIn([...READY, ...officer('all-tiers-in-writing')]), ALL_SEARCH_TIERS);
});

test('who would ask in a tier that is not opened is told where it is opened, and that a reason is asked there', () => {
  const refusal = refusalOf(READY, 'spot');
  assert.equal(refusal?.name, 'tier-not-opened');
  assert.match(
    refusal?.sentence ?? '',
    /“spot” is not opened .* Open it first: “Ask other registered providers”, on the page of the search, where you say why/,
  );
});

test('where no tier is opened any more, an approach made before is logged in the one in which it was made', () => {
  const chosen: readonly Taken[] = [
    ...READY,
    ...officer('share-offers'),
    ['choose', 'jo', 'social-worker'],
    ['agree-choice', 'tess', 'team-manager'],
  ];
  assert.equal(refusalOf(chosen, 'in-house'), undefined);
  assert.match(refusalOf(chosen, 'spot')?.sentence ?? '', /was never opened.*in which they were asked/);
});

test('why a tier was passed over stays in the chronology, also once that tier is opened after all', () => {
  for (const more of [[], ['open-framework']]) {
    const now = searchCase([...READY, ...officer('open-spot', ...more)]);
    const opened = chronologyOf(askedNow(now), now, nameOf).find(({ sentence }) =>
      /tier “spot”/.test(sentence),
    );
    assert.ok(
      opened?.said.some(({ paragraphs }) => paragraphs.includes('What was said of: skipped-why')),
      more.join(),
    );
  }
});
