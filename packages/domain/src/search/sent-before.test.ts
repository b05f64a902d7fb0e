import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
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

const anySends = fc.array(
  fc.record({
    weekly: fc.constantFrom('480.00', '500.00', '520.00'),
    withdraws: fc.boolean(),
    /** How many its form knew of, beside those there are. */
    behind: fc.integer({ min: -1, max: 3 }),
  }),
  { maxLength: 8 },
);

/** Whether, however forms are sent, no offer stands twice, and none is sent beside one that its form did not know of. */
const standOnce = (work: typeof sentBefore): boolean =>
  !fc.check(
    fc.property(anySends, (sends) => {
      const written: Written[] = [];
      for (const { weekly, withdraws, behind } of sends) {
        const offers = offersOf(...written);
        const first = offers.find(({ withdrawn }) => withdrawn === undefined);
        if (withdraws && first !== undefined) written.push(['withdrawn', first.number]);
        const said = { ...AN_OFFER, 'core-weekly': weekly };
        const now = offersOf(...written);
        const known = now.length - behind;
        if (work(now, { said, known }) !== undefined) continue;
        if (now.slice(Math.max(0, known)).some(({ withdrawn }) => withdrawn === undefined)) return false;
        written.push(['offer', 1, said]);
      }
      const standing = offersOf(...written).filter(({ withdrawn }) => withdrawn === undefined);
      return new Set(standing.map(({ core }) => core)).size === standing.length;
    }),
    { seed: 17, numRuns: 400 },
  ).failed;

test('however often forms are sent no offer stands twice; saboteurs that look at less are caught', () => {
  assert.ok(standOnce(sentBefore));
  const lookAtNone: typeof sentBefore = () => undefined;
  const lookAtLast: typeof sentBefore = (offers, asked) => sentBefore(offers.slice(-1), asked);
  const trustTheForm: typeof sentBefore = (offers, asked) => {
    const found = sentBefore(offers, asked);
    return found?.kind === 'same' && asked.known >= offers.length ? undefined : found;
  };
  for (const saboteur of [lookAtNone, lookAtLast, trustTheForm]) assert.equal(standOnce(saboteur), false);
});
