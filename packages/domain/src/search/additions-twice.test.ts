import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logOf } from '../../test/search-cases.ts';
import { day } from '../calendar/day.ts';
import { findOfferedTwice } from './additions-twice.ts';
import { findAgreedTwice } from './agreed-price.ts';
import { additionKeys } from './price-asked.ts';
import { searchFrom } from './search.ts';

const TRAVEL = { what: 'Travel', weekly: '50.00', starts: '2026-11-09', why: 'Twelve miles' };
const STAFFING = { ...TRAVEL, what: '2:1 staffing' };
const AGAIN = { ...TRAVEL, what: 'travel' };
const placeAndWords = (...additions: readonly object[]) =>
  findOfferedTwice('offer', { additions: additions as never }).map(({ question, entry, sentence }) => [
    question,
    entry?.at,
    entry?.question,
    sentence,
  ]);

test('an offer that has one line of the price twice is told so at the second of them', () => {
  const twice = [
    'additions',
    2,
    'what',
    'Addition 3: “Travel” is there twice on 9 November 2026: end one before the other begins, or give them different names.',
  ];
  assert.deepEqual(placeAndWords(TRAVEL, STAFFING, AGAIN), [twice]);
  const without = { ...STAFFING, starts: 'soon' };
  assert.deepEqual(placeAndWords(TRAVEL, without, AGAIN), [twice], 'beside one that is not read');
  assert.deepEqual(placeAndWords({ ...TRAVEL, ends: '2026-11-22' }, { ...AGAIN, starts: '2026-11-23' }), []);
  assert.deepEqual(placeAndWords({ ...TRAVEL, what: 'Core-fee' }), [
    [
      'additions',
      0,
      'what',
      'Addition 1: “Core-fee” is how the core fee is called: give the addition a name of its own.',
    ],
  ]);
  assert.deepEqual(findOfferedTwice('declined', { additions: [TRAVEL, AGAIN] }), []);
  assert.deepEqual(placeAndWords(), []);
});

test('where terms are agreed one line is not agreed twice as it was offered twice, before anybody was told', () => {
  const said = { 'core-weekly': '1000.00', additions: [TRAVEL, STAFFING, AGAIN] };
  const [offer = assert.fail()] = searchFrom(logOf(['approach', null], ['offer', 1, said])).offers;
  const [travel = '', staffing = '', again = ''] = additionKeys(offer);
  const of = { offer, today: day('2026-11-02') };
  const kept = (...keys: readonly string[]) => findAgreedTwice('agree-terms', { 'additions-kept': keys }, of);
  const fault = kept(travel, staffing, again);
  assert.equal(fault?.question, 'additions-kept');
  assert.match(fault.sentence, /^“Travel” is there twice on 9 November 2026: .* under the next question\.$/);
  assert.equal(kept(travel, staffing), undefined);
  assert.equal(kept(again), undefined);
  assert.equal(findAgreedTwice('propose', { 'additions-kept': [travel, again] }, of), undefined);
});
