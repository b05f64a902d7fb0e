import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, commandTo, groundsFor, type Taken } from '../../test/cases.ts';
import { AN_OFFER, askedNow, logOf, SHARED_LOG, searchCase, type Written } from '../../test/search-cases.ts';
import { addDays, type Day, day } from '../calendar/day.ts';
import type { Answers } from '../form/form.ts';
import type { SettingInRegister } from '../register/setting.ts';
import { decide } from '../workflow/decide.ts';
import { compareOffers } from './compare-offers.ts';
import { costOver, offerWeeklyOn } from './offer-cost.ts';
import { searchFrom } from './search.ts';
import { chosenOffer, gateFactsOf, isMetBySearch, officerOf, searchStandingOf } from './standing.ts';
import { tiersOpened } from './tiers-opened.ts';

const TODAY = day('2026-11-02');
const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const READY: readonly Taken[] = [['submit', 'jo', 'social-worker'], ...officer('permit', 'take-on', 'ready')];
const CHOSEN: readonly Taken[] = [...READY, ...officer('share-offers'), ['choose', 'jo', 'social-worker']];
const PROPOSED: readonly Taken[] = [
  ...CHOSEN,
  ['agree-choice', 'tess', 'team-manager'],
  ...officer('agree-terms', 'propose'),
];
const ASKED = { request: { 'deprivation-of-liberty': 'no' }, age: 11, today: TODAY };

test('the offer that was chosen counts until the choice is lost', () => {
  const search = searchFrom(SHARED_LOG);
  const chosenAfter = (...steps: readonly Taken[]) =>
    chosenOffer(searchCase([...CHOSEN, ...steps]), search)?.key;
  assert.equal(chosenAfter(), 'Offer 1: Brackenhill');
  assert.equal(chosenAfter(['return-choice', 'tess', 'team-manager']), undefined);
  assert.equal(chosenOffer(searchCase([...PROPOSED, ['look-on', 'ada', 'director']]), search), undefined);
  assert.equal(
    chosenOffer(searchCase([...PROPOSED, ['give-back', 'ada', 'director']]), search)?.key,
    'Offer 1: Brackenhill',
  );
});

test('whose search it is, and which tiers it has opened', () => {
  const now = searchCase([...READY, ...officer('open-framework')]);
  assert.equal(officerOf(now), 'paige');
  assert.deepEqual([...tiersOpened(now)], ['in-house', 'framework']);
  assert.equal(tiersOpened(searchCase([...READY, ...officer('all-tiers-in-writing')])).size, 4);
  const given = searchCase([['submit', 'jo', 'social-worker'], ...officer('permit', 'allocate')]);
  assert.equal(officerOf(given), 'paige', 'the first of those who were offered');
});

test('a director cannot approve through a shut gate or past a check, and is told each reason', () => {
  const now = searchCase(PROPOSED);
  const refusalWith = (said: Answers, more: readonly Written[] = []) => {
    const search = searchFrom([
      ...logOf(['approach', null], ['offer', 1, { ...AN_OFFER, ...said }], ['shared', 2]),
      ...SHARED_LOG.slice(3),
      ...logOf(...SHARED_LOG.map(() => ['approach', null] as const), ...more).slice(SHARED_LOG.length),
    ]);
    const standing = searchStandingOf(now, search, ASKED);
    const workflow = askedNow(now, search);
    const command = commandTo(workflow, now, 'approve', { by: 'ada', parts: [{ role: 'director' }] });
    const isMet = (need: string) => isMetBySearch(need, standing) ?? true;
    const answer = decide(workflow, now, command, groundsFor(workflow, { isMet }));
    return answer.kind === 'refused' ? answer.sentence : undefined;
  };
  assert.equal(refusalWith({}), undefined);
  assert.match(
    refusalWith({ 'children-there': 'more', terms: 'outside' }) ?? '',
    /More than three foster children.*not known to be approved/,
  );
  assert.match(
    refusalWith({}, [['check', 2, { check: 'visit', result: 'failed', evidence: 'Damp' }]]) ?? '',
    /Visit.*: not in order/,
  );
  assert.match(
    refusalWith({}, [['withdrawn', 2, { words: 'Filled' }]]) ?? '',
    /Offer 1: Brackenhill was withdrawn/,
  );
  const far = { 'home-kind': 'childrens-home', registered: 'yes', area: 'distance' };
  assert.match(refusalWith(far) ?? '', /approved by the director of children’s services/);
  const approval = { gate: 'at-distance', words: 'Approved', on: TODAY };
  assert.match(refusalWith(far, [['gate', 2, approval, 'group-manager']]) ?? '', /at a distance/);
  assert.equal(refusalWith(far, [['gate', 2, approval, 'director']]), undefined);
});

test('of an Inadequate home the director says why, and of any other is not asked', () => {
  const now = searchCase(PROPOSED);
  const asks = (judgement: string) => {
    const search = searchFrom(
      logOf(['approach', null], ['offer', 1, { ...AN_OFFER, judgement }], ['shared', 2]),
    );
    return askedNow(now, search)
      .steps.find(({ id }) => id === 'approve')
      ?.asks.map(({ name }) => name);
  };
  assert.deepEqual(asks('good'), ['conditions']);
  assert.deepEqual(asks('inadequate'), ['inadequate-why', 'conditions']);
});

test('a withdrawn offer is none of those to choose from', () => {
  const now = searchCase([...READY, ...officer('share-offers')]);
  const search = searchFrom(
    logOf(['approach', null], ['offer', 1], ['shared', 2], ['withdrawn', 2, { words: 'Filled' }]),
  );
  const workflow = askedNow(now, search);
  const command = commandTo(workflow, now, 'choose', { by: 'jo', parts: [{ role: 'social-worker' }] });
  const said = { ...command.said, offer: 'Offer 1: Brackenhill' };
  const answer = attempt(workflow, now, { ...command, said });
  assert.ok(answer.kind === 'refused' && answer.name === 'not-said');
});

test('facts for the gates come from the offer and the request, and what neither says is not known', () => {
  const facts = gateFactsOf({ kind: 'own-carer', said: AN_OFFER }, { ...ASKED, on: TODAY });
  assert.deepEqual(facts, {
    age: 11,
    kind: 'own-carer',
    registered: undefined,
    childrenThere: 'up-to-3',
    terms: 'within',
    area: 'inside',
    isDeprived: false,
    isHomeUnknown: false,
  });
  const { isHomeUnknown, ...nothing } = gateFactsOf(
    { kind: undefined, said: {} },
    { request: {}, age: undefined, on: TODAY },
  );
  assert.deepEqual(new Set(Object.values(nothing)), new Set([undefined]));
  assert.equal(isHomeUnknown, false);
});

const priced = (additions: Answers[string], core = '700.00') =>
  searchFrom(logOf(['approach', null], ['offer', 1, { ...AN_OFFER, 'core-weekly': core, additions }])).offers;
const TWO_TO_ONE = [
  { what: 'Two to one', weekly: '1400.00', starts: '2026-11-09', ends: '2026-12-06', why: 'To settle' },
];

test('what an offer costs: the core fee throughout, and each addition for its own days to the last of them', () => {
  const [offer] = priced(TWO_TO_ONE);
  assert.ok(offer);
  assert.equal(offerWeeklyOn(offer, day('2026-11-09')), 210_000);
  assert.equal(offerWeeklyOn(offer, day('2026-12-06')), 210_000, 'on its last day still');
  assert.equal(offerWeeklyOn(offer, day('2026-12-07')), 70_000);
  // Four weeks of both, and 22 of the core alone.
  assert.deepEqual(costOver(offer, { from: day('2026-11-09'), nights: 26 * 7 }), {
    core: 26 * 70_000,
    additions: 4 * 140_000,
    all: 26 * 70_000 + 4 * 140_000,
  });
  assert.equal(costOver(offer, { from: day('2026-11-09'), nights: 1 }).all, 30_000, 'a night is a seventh');
});

test('what an offer costs adds up to the penny however its time is cut', () => {
  const [offer] = priced(TWO_TO_ONE, '777.77');
  assert.ok(offer);
  const from = day('2026-11-05');
  const whole = costOver(offer, { from, nights: 100 }).all;
  for (let cut = 0; cut <= 100; cut += 1) {
    const first: number = costOver(offer, { from, nights: cut }).all;
    const rest: number = costOver(offer, { from: addDays(from, cut), nights: 100 - cut }).all;
    assert.equal(first + rest, whole, String(cut));
  }
});

test('offers are compared need by need in the order of the request, with what each costs and leaves open', () => {
  const request: Answers = {
    'suits-foster': 'preferred',
    'suits-residential': 'unsuitable',
    'how-soon': 'days',
    'needed-from': '2026-11-09',
    school: 'Brook Lane, where her friends are',
    adaptations: 'no',
  };
  const search = searchFrom(
    logOf(
      ['approach', null],
      ['offer', 1, { ...AN_OFFER, 'fits-school': 'met' }],
      [
        'offer',
        1,
        {
          ...AN_OFFER,
          home: 'Far Lodge',
          'home-kind': 'childrens-home',
          registered: 'yes',
          'starts-on': '2026-12-01',
          urn: '1234567',
        },
      ],
    ),
  );
  const { needs, offers } = compareOffers(search.offers, {
    request,
    neededFrom: day('2026-11-09'),
    nights: 7,
  });
  const fits = Object.fromEntries(needs.map(({ id, fits: of }) => [id, of.join(' ')]));
  assert.equal(fits.kind, 'met not');
  assert.equal(fits['in-time'], 'met not');
  assert.equal(fits.school, 'met unknown');
  assert.equal(fits.adaptations, undefined, 'no adapted home is asked for');
  assert.match(needs.find(({ id }) => id === 'school')?.wanted ?? '', /Brook Lane/);
  assert.ok(offers[0]?.missing.includes('education'));
  assert.ok(!offers[0]?.missing.includes('Ofsted number'), 'a carer of our own has none');
  assert.ok(!offers[1]?.missing.includes('Ofsted number'), 'it says it');
});

/** Of a carer who resigned today. */
const HOUSEHOLD: SettingInRegister = {
  id: 1,
  providerId: null,
  name: 'Brackenhill',
  type: 'U6',
  kind: 'foster-household',
  urn: null,
  postcode: null,
  inHouse: true,
  standings: [
    { starts: day('2024-01-01'), ends: TODAY, state: 'open', note: null },
    { starts: TODAY, ends: null, state: 'closed', note: 'Resigned' },
  ],
  terms: [],
  judgements: [],
  exemptions: [],
  fees: [],
};

test('what the register knows shuts a gate that the offer would open, and opens none', () => {
  const termsOn = (on: Day, terms: string) =>
    gateFactsOf({ kind: 'own-carer', said: { ...AN_OFFER, terms } }, { ...ASKED, home: HOUSEHOLD, on }).terms;
  assert.equal(termsOn(addDays(TODAY, -1), 'within'), 'within');
  assert.equal(termsOn(TODAY, 'within'), 'none', 'approved no more');
  assert.equal(termsOn(addDays(TODAY, -1), 'outside'), 'outside');
});

test('what is needed is said in a line: choices small, and a day as it is written', () => {
  const { needs } = compareOffers([], {
    request: {
      'how-soon': 'days',
      'needed-from': '2026-11-23',
      risks: ['self-harm', 'missing'],
      'risks-to-others': ['none'],
    },
    neededFrom: day('2026-11-23'),
    nights: 7,
  });
  const wanted = (need: string) => needs.find(({ id }) => id === need)?.wanted;
  assert.equal(
    wanted('in-time'),
    'How soon is it needed: within five days. From which day is a home needed: 23 November 2026.',
  );
  assert.match(wanted('safety') ?? '', /kept safe from: self-harm; going missing\..*: none that is known\./);
});

test('saboteur: gates that asked the register of the chosen offer alone would be open until it is too late', () => {
  const search = searchFrom(
    logOf(
      ['approach', null],
      ['offer', 1, { ...AN_OFFER, 'home-kind': 'childrens-home', registered: 'yes' }],
      ['shared', 2],
    ),
  );
  const [offer] = search.offers;
  assert.ok(offer);
  const closed: SettingInRegister = { ...HOUSEHOLD, kind: 'childrens-home', type: 'K2' };
  const now = searchCase([...READY, ...officer('share-offers')]);
  const isToldBefore = (homes: ReadonlyMap<number, SettingInRegister>) =>
    searchStandingOf(now, search, { ...ASKED, homes })
      .gatesOf(offer)
      .some(({ id, isShut }) => id === 'registered' && isShut);
  assert.ok(isToldBefore(new Map([[offer.number, closed]])));
  assert.equal(isToldBefore(new Map()), false);
});
