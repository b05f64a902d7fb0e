import assert from 'node:assert/strict';
import { test } from 'node:test';
import { START, type Taken } from '../../test/cases.ts';
import { askedNow, logOf, SHARED_LOG, searchCase, type Written } from '../../test/search-cases.ts';
import { day } from '../calendar/day.ts';
import { addMinutes } from '../calendar/moment.ts';
import { NO_OFFER_ON_PAGE, OFFERS_ON_PAGE } from '../placement-request/choice-steps.ts';
import { ALL_CHECKS } from './checks.ts';
import {
  findSharedAgainFault,
  isSharedSince,
  isToChoose,
  lostChoiceInWords,
  lostChoices,
  offersOnPage,
} from './lost-choice.ts';
import { isOpenToChoose } from './offer.ts';
import { searchFrom } from './search.ts';
import { isMetBySearch, needSentence, searchStandingOf } from './standing.ts';

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
const LOOK_ON: Taken = ['look-on', 'ada', 'director'];

const search = searchFrom(SHARED_LOG);
const lostAfter = (steps: readonly Taken[]) =>
  lostChoices(searchCase(steps, search), search.offers).map(({ offer, how }) => [offer, how]);

test('an offer whose choice came to nothing is known by how: no director, manager, price or check is silent', () => {
  assert.deepEqual(lostAfter(CHOSEN), [], 'while it is chosen');
  assert.deepEqual(lostAfter([...PROPOSED, LOOK_ON]), [[2, 'look-on']]);
  assert.deepEqual(
    lostAfter([...PROPOSED, ['give-back', 'ada', 'director']]),
    [],
    'returned, and chosen still',
  );
  assert.deepEqual(lostAfter([...CHOSEN, ['return-choice', 'tess', 'team-manager']]), [[2, 'return-choice']]);
  const agreed: readonly Taken[] = [...CHOSEN, ['agree-choice', 'tess', 'team-manager']];
  assert.deepEqual(lostAfter([...agreed, ...officer('terms-failed')]), [[2, 'terms-failed']]);
  assert.deepEqual(lostAfter([...agreed, ...officer('agree-terms', 'checks-failed')]), [
    [2, 'checks-failed'],
  ]);
  assert.deepEqual(lostAfter([...PROPOSED, ['approve', 'ada', 'director'], ...officer('fell-through')]), [
    [2, 'fell-through'],
  ]);
});

test('where none of the offers is chosen each that was shared says so, and one that was never shared does not', () => {
  const some = searchFrom(
    logOf(
      ['approach', null],
      ['offer', 1],
      ['shared', 2],
      ['offer', 1, { home: 'Far Lodge' }],
      ['offer', 1, { home: 'Mill House' }],
      ['shared', 5],
      ['unsuitable', 5, { reason: 'price', words: 'Twice the usual.' }],
    ),
  );
  const none: readonly Taken[] = [...CHOSEN.slice(0, -1), ['decline-all', 'jo', 'social-worker']];
  const lost = lostChoices(searchCase(none, some), some.offers);
  assert.deepEqual(
    lost.map(({ offer, how }) => [offer, how]),
    [
      [2, 'decline-all'],
      [5, 'decline-all'],
    ],
  );
  assert.match(
    lost[0] === undefined ? '' : lostChoiceInWords(lost[0]),
    /^The social worker chose none of the offers on \d+ \w+ \d{4}: .+$/,
  );
  const [first] = some.offers;
  assert.ok(first !== undefined && isSharedSince(first, { lost: [] }) && !isSharedSince(first, { lost }));
});

test('each time is kept when it is chosen again, and each is said with its day and reason', () => {
  const twice = [...PROPOSED, LOOK_ON, ...officer('share-offers'), CHOSEN.at(-1) ?? LOOK_ON];
  assert.deepEqual(lostAfter(twice), [[2, 'look-on']]);
  const [lost] = lostChoices(searchCase(twice, search), search.offers);
  assert.match(
    lost === undefined ? '' : lostChoiceInWords(lost),
    /^The director did not approve it on \d+ \w+ \d{4}: .+$/,
  );
});

test('whoever chooses is told at the choice what the director did not approve, and may choose it all the same', () => {
  const more = searchFrom(
    logOf(
      ['approach', null],
      ['offer', 1],
      ['shared', 2],
      ['offer', 1, { home: 'Far Lodge' }],
      ['shared', 4],
      ...ALL_CHECKS.map((check): Written => ['check', 2, { check, result: 'passed', evidence: 'Seen' }]),
    ),
  );
  const asksAfter = (steps: readonly Taken[]) => {
    const { steps: all } = askedNow(searchCase(steps, more), more);
    return all.find(({ id }) => id === 'choose')?.asks.find(({ name }) => name === 'offer');
  };
  const asked = asksAfter([...PROPOSED, LOOK_ON, ...officer('share-offers')]);
  assert.ok(asked?.kind === 'one-of');
  assert.deepEqual(Object.keys(asked.options), ['Offer 1: Brackenhill', 'Offer 2: Far Lodge']);
  assert.match(asked.hint ?? '', /^Offer 1: Brackenhill. The director did not approve it on .*dealt with/);
  assert.equal(asksAfter(CHOSEN.slice(0, -1))?.hint, undefined);
});

test('what was declined with all others is not put again, nor chosen, until it is shared again with a reason', () => {
  const entries = [
    ['approach', null],
    ['offer', 1],
    ['shared', 2],
  ] as const satisfies readonly Written[];
  const first = searchFrom(logOf(...entries));
  const none = searchCase([...CHOSEN.slice(0, -1), ['decline-all', 'jo', 'social-worker']], first);
  const asOf = (of: typeof first) =>
    searchStandingOf(none, of, { request: {}, age: 11, today: day('2026-11-02') });
  const declined = asOf(first);
  const [offer] = first.offers;
  assert.ok(offer !== undefined && !isToChoose(offer, declined));
  assert.equal(isMetBySearch('offer-shared', declined), false);
  assert.match(
    needSentence('offer-shared', declined) ?? '',
    /^Nothing is open to put to the social worker: they chose none of the offers on \d+ \w+ \d{4}\. Share another offer, or share one of those again and say why\.$/,
  );
  assert.match(
    findSharedAgainFault(offer, { words: 'x' }, declined)[0]?.sentence ?? '',
    /^Say why it is put to the social worker again, in a few words: they chose none/,
  );
  assert.deepEqual(findSharedAgainFault(offer, { words: 'Nearer by a move.' }, declined), []);
  assert.deepEqual(findSharedAgainFault(offer, {}, { lost: [] }), [], 'the first time no reason is asked');

  const log = logOf(...entries, ['shared', 2, { words: 'Nearer by a move.' }]);
  const later = addMinutes(none.events.at(-1)?.at ?? START, 5);
  const again = searchFrom(log.map((entry) => (entry.number === 4 ? { ...entry, at: later } : entry)));
  const shared = asOf(again);
  assert.ok(again.offers[0] !== undefined && isToChoose(again.offers[0], shared));
  assert.equal(isMetBySearch('offer-shared', shared), true);
  assert.equal(needSentence('offer-shared', shared), undefined);
});

/** One offer, declined with the rest, and what was written of it five minutes and more after that. */
const declinedThen = (...more: readonly Written[]) => {
  const before = [
    ['approach', null],
    ['offer', 1],
    ['shared', 2],
  ] as const satisfies readonly Written[];
  const none = searchCase(
    [...CHOSEN.slice(0, -1), ['decline-all', 'jo', 'social-worker']],
    searchFrom(logOf(...before)),
  );
  const since = none.events.at(-1)?.at ?? START;
  const log = logOf(...before, ...more).map((entry) =>
    entry.number > before.length ? { ...entry, at: addMinutes(since, entry.number) } : entry,
  );
  const [offer] = searchFrom(log).offers;
  assert.ok(offer);
  return { offer, of: { lost: lostChoices(none, [offer]) } };
};
const UNSUITABLE: Written = ['unsuitable', 2, { reason: 'other', words: 'Marked by mistake' }];

const asksEachTime = (findFault: typeof findSharedAgainFault): boolean =>
  [declinedThen(), declinedThen(UNSUITABLE), declinedThen(UNSUITABLE, UNSUITABLE)].every(
    ({ offer, of }) => findFault(offer, {}, of).length === 1,
  );

test('marking a declined offer as not to be shared is no way round saying why it is shared again', () => {
  assert.ok(asksEachTime(findSharedAgainFault));
  const { offer, of } = declinedThen(UNSUITABLE);
  assert.deepEqual(findSharedAgainFault(offer, { words: 'The school has agreed' }, of), []);
  const again = declinedThen(['shared', 2, { words: 'The school has agreed' }], UNSUITABLE);
  assert.deepEqual(
    findSharedAgainFault(again.offer, {}, again.of),
    [],
    'it was said why, and nobody declined it since',
  );
});

test('saboteur: a rule that looked only at what is shared now would let it come back unexplained', () => {
  const ofSharedAlone: typeof findSharedAgainFault = (offer, said, of) =>
    isOpenToChoose(offer) ? findSharedAgainFault(offer, said, of) : [];
  assert.equal(asksEachTime(ofSharedAlone), false);
});

const TWO_SHARED = logOf(
  ['approach', null],
  ['offer', 1],
  ['shared', 2],
  ['offer', 1, { home: 'Later House' }],
  ['shared', 4],
);
const declinedOn = (page: readonly string[] | undefined) => {
  const now = searchCase([...CHOSEN.slice(0, -1), ['decline-all', 'jo', 'social-worker']]);
  const events = now.events.map((event) =>
    event.step === 'decline-all' && page !== undefined
      ? { ...event, said: { ...event.said, [OFFERS_ON_PAGE]: page } }
      : event,
  );
  return lostChoices({ events }, searchFrom(TWO_SHARED).offers).map(({ offer }) => offer);
};

test('of offers the ones on the page are declined, and one that was shared meanwhile is not', () => {
  assert.deepEqual(declinedOn(['Offer 1: Brackenhill']), [2]);
  assert.deepEqual(declinedOn(['Offer 1: Brackenhill', 'Offer 2: Later House']), [2, 4]);
  assert.deepEqual(declinedOn([NO_OFFER_ON_PAGE]), [], 'the page had none');
  assert.deepEqual(declinedOn(undefined), [2, 4], 'of before the page was kept: all of that moment');
  const { offers } = searchFrom(TWO_SHARED);
  assert.deepEqual(offersOnPage({ id: 'decline-all' }, { offers }, [])[OFFERS_ON_PAGE], [
    'Offer 1: Brackenhill',
    'Offer 2: Later House',
  ]);
  assert.deepEqual(offersOnPage({ id: 'decline-all' }, { offers: [] }, [])[OFFERS_ON_PAGE], [
    NO_OFFER_ON_PAGE,
  ]);
  assert.deepEqual(offersOnPage({ id: 'choose' }, { offers }, []), {});
});
