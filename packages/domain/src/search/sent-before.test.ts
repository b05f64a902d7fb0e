import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AN_OFFER, logOf, type Written } from '../../test/search-cases.ts';
import { searchFrom } from './search.ts';
import { sentBefore } from './sent-before.ts';

const offersOf = (...written: readonly Written[]) => searchFrom(logOf(['approach', null], ...written)).offers;
const DEARER = { ...AN_OFFER, 'core-weekly': '500.00' };

test('the same offer is one for as long as the first stands, whatever its form knew of', () => {
  const offers = offersOf(['offer', 1], ['offer', 1, DEARER]);
  const backwards = Object.fromEntries(Object.entries(DEARER).toReversed());
  for (const known of [0, 1, 2]) {
    const found = sentBefore(offers, { said: backwards, known });
    assert.equal(found?.kind === 'same' && found.offer.number, 3);
  }
  const withdrawn = offersOf(['offer', 1], ['withdrawn', 2]);
  assert.equal(sentBefore(withdrawn, { said: AN_OFFER, known: 0 }), undefined);
});

test('another offer goes out once its form knew of every one that stands', () => {
  const offers = offersOf(['offer', 1], ['offer', 1, DEARER]);
  const said = { ...AN_OFFER, home: 'Another home' };
  const unseen = (known: number) => {
    const found = sentBefore(offers, { said, known });
    return found?.kind === 'unseen' ? found.offers.map(({ number }) => number) : [];
  };
  assert.deepEqual(unseen(0), [2, 3]);
  assert.deepEqual(unseen(1), [3]);
  assert.deepEqual(unseen(-1), [2, 3]);
  assert.equal(sentBefore(offers, { said, known: 2 }), undefined);
  assert.equal(sentBefore([], { said, known: 0 }), undefined);
  const withdrawn = offersOf(['offer', 1], ['withdrawn', 2]);
  assert.equal(
    sentBefore(withdrawn, { said, known: 0 }),
    undefined,
    'one that was withdrawn is in nobody’s way',
  );
});
