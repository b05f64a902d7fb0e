import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Taken } from '../../test/cases.ts';
import { askedNow, logOf, searchCase } from '../../test/search-cases.ts';
import { day } from '../calendar/day.ts';
import type { Answers } from '../form/form.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { agreedPrice, asAgreed, findAgreedTwice, notAgreed, notOffered } from './agreed-price.ts';
import { costOver } from './offer-cost.ts';
import { additionKeys } from './price-asked.ts';
import { searchFrom } from './search.ts';

const ADDITIONS = [
  {
    what: '2:1 staffing',
    weekly: '700.00',
    starts: '2026-11-09',
    ends: '2026-12-06',
    why: 'The first month',
  },
  { what: 'Travel', weekly: '145.00', starts: '2026-11-09', why: 'Twelve miles' },
];
const log = (said: Answers) => searchFrom(logOf(['approach', null], ['offer', 1, said], ['shared', 2]));
const search = log({ 'core-weekly': '1000.00', additions: ADDITIONS });
const [offer] = search.offers;
assert.ok(offer !== undefined);
const [staffing = '', travel = ''] = additionKeys(offer);

const event = (number: number, step: string, said: Answers = {}) => ({ number, step, said }) as CaseEvent;
const CHOSEN = event(1, 'choose', { offer: offer.key });
const after = (said: Answers) => [CHOSEN, event(2, 'agree-terms', { 'agreed-weekly': '960.00', ...said })];
const inAll = (said: Answers) =>
  costOver(asAgreed(after(said), offer), { from: day('2026-11-09'), nights: 26 * 7 });

test('an addition that was not agreed is not in the price, over the weeks to the penny', () => {
  const core = 96_000 * 26;
  assert.deepEqual(inAll({ 'additions-kept': ['none'] }), { core, additions: 0, all: core });
  assert.equal(inAll({ 'additions-kept': [staffing] }).additions, 70_000 * 4, 'for its four weeks');
  assert.equal(inAll({ 'additions-kept': [travel] }).additions, 14_500 * 26);
  assert.equal(inAll({ 'additions-kept': [staffing, travel] }).additions, 70_000 * 4 + 14_500 * 26);
  assert.deepEqual(
    notAgreed(offer, asAgreed(after({ 'additions-kept': [travel] }), offer)).map(({ what }) => what),
    ['2:1 staffing'],
  );
});

test('an addition that was agreed otherwise is paid as it was agreed, and not as it was offered besides', () => {
  const half = {
    what: '2:1 staffing',
    weekly: '350.00',
    starts: '2026-11-09',
    ends: '2026-11-22',
    why: 'Two',
  };
  const said = { 'additions-kept': ['none'], 'agreed-additions': [half] };
  assert.equal(inAll(said).additions, 35_000 * 2);
  const asked = { offer, today: day('2026-11-02') };
  assert.equal(findAgreedTwice('agree-terms', said, asked), undefined);
  const both = { ...said, 'additions-kept': [staffing] };
  assert.equal(
    findAgreedTwice('agree-terms', both, asked)?.sentence,
    '“2:1 staffing” is there twice on 9 November 2026: end one before the other begins, or give them different names.',
  );
  assert.equal(findAgreedTwice('propose', both, asked), undefined, 'of no other step');
  const typedOtherwise = { ...both, 'agreed-additions': [{ ...half, what: ' 2:1  Staffing' }] };
  assert.match(
    findAgreedTwice('agree-terms', typedOtherwise, asked)?.sentence ?? '',
    /^“2:1 staffing” is there twice/,
    'in other capitals and spaces it is the same addition',
  );
});

test('what is paid and was not offered so is told: agreed on other terms, or not in the offer at all', () => {
  const half = {
    what: '2:1  Staffing',
    weekly: '350.00',
    starts: '2026-11-09',
    ends: '2026-11-22',
    why: 'Two',
  };
  const lessons = { what: 'Swimming', weekly: '20.00', starts: '2026-11-09', why: 'On Saturdays' };
  const told = (said: Answers) =>
    notOffered(offer, asAgreed(after(said), offer)).map(({ what, how }) => [what, how]);
  assert.deepEqual(told({ 'additions-kept': [staffing, travel] }), []);
  assert.deepEqual(told({ 'additions-kept': [travel], 'agreed-additions': [half, lessons] }), [
    ['2:1  Staffing', 'otherwise'],
    ['Swimming', 'new'],
  ]);
});

test('what was agreed before anybody was asked of each addition counts as it was offered', () => {
  assert.equal(inAll({ 'agreed-extras': 'No 2:1' }).additions, 70_000 * 4 + 14_500 * 26);
});

test('a price is agreed of the offer that it was agreed for, since it was chosen the last time', () => {
  const agreed = after({ 'additions-kept': ['none'] });
  assert.equal(agreedPrice([CHOSEN], offer), undefined);
  assert.equal(agreedPrice([...agreed, event(3, 'choose', { offer: offer.key })], offer), undefined);
  assert.equal(agreedPrice(agreed, { ...offer, key: 'Offer 2: Far Lodge' }), undefined);
  assert.deepEqual(agreedPrice(agreed, offer), { core: 96_000, additions: [] });
});

const AT_TERMS: readonly Taken[] = [
  ['submit', 'jo', 'social-worker'],
  ['permit', 'paige', 'placements-officer'],
  ['take-on', 'paige', 'placements-officer'],
  ['ready', 'paige', 'placements-officer'],
  ['share-offers', 'paige', 'placements-officer'],
  ['choose', 'jo', 'social-worker'],
  ['agree-choice', 'tess', 'team-manager'],
];

test('each addition of the chosen offer is asked for by itself, and none where it has none', () => {
  const asked = (of: typeof search) =>
    askedNow(searchCase(AT_TERMS, of), of)
      .steps.find(({ id }) => id === 'agree-terms')
      ?.asks.find(({ name }) => name === 'additions-kept');
  const question = asked(search);
  assert.ok(question?.kind === 'any-of' && question.optional === undefined);
  assert.deepEqual(Object.keys(question.options), [staffing, travel, 'none']);
  assert.equal(asked(log({})), undefined);
});
