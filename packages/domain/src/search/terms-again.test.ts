import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, attempt, commandTo, type Taken } from '../../test/cases.ts';
import { askedNow, logOf, searchCase } from '../../test/search-cases.ts';
import type { Answer, Answers } from '../form/form.ts';
import { OFFER_CHOSEN } from '../placement-request/choice-steps.ts';
import { TERMS_AGAIN } from '../placement-request/terms-steps.ts';
import type { CaseNow } from '../workflow/case.ts';
import { saidAgain } from '../workflow/said-before-return.ts';
import { asAgreed } from './agreed-price.ts';
import { additionKeys } from './price-asked.ts';
import { searchFrom } from './search.ts';
import { askedFromBefore, saidOfSameHome, termsChanged } from './terms-again.ts';

const STAFFING = {
  what: '2:1 staffing',
  weekly: '700.00',
  starts: '2026-11-09',
  ends: '2026-12-06',
  why: 'The first month',
};
const search = searchFrom(
  logOf(['approach', null], ['offer', 1, { 'core-weekly': '1000.00', additions: [STAFFING] }], ['shared', 2]),
);
const [offer] = search.offers;
assert.ok(offer);
const [staffing = ''] = additionKeys(offer);

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const AT_TERMS = searchCase(
  [
    ['submit', 'jo', 'social-worker'],
    ...officer('permit', 'take-on', 'ready', 'share-offers'),
    ['choose', 'jo', 'social-worker'],
    ['agree-choice', 'tess', 'team-manager'],
  ],
  search,
);
const took = (
  now: CaseNow,
  [step, by, role]: Taken,
  said: Answers = {},
  table = askedNow(now, search),
): CaseNow => {
  const command = commandTo(table, now, step, { by, parts: [{ role }] });
  const answer = attempt(table, now, {
    ...command,
    said: { ...command.said, 'agreed-additions': [], ...said },
  });
  return answer.kind === 'decided' ? after(now, answer.event) : assert.fail(`${step}: ${answer.sentence}`);
};
const all = (now: CaseNow, ...steps: readonly Taken[]): CaseNow =>
  steps.reduce((was, step) => took(was, step), now);
const agreed = (now: CaseNow, weekly: string, kept: Answer, otherwise: Answer = []): CaseNow =>
  took(now, ['agree-terms', 'paige', 'placements-officer'], {
    'agreed-weekly': weekly,
    'additions-kept': kept,
    'agreed-additions': otherwise,
  });
const GIVE_BACK: Taken = ['give-back', 'ada', 'director'];

/** Agreed as it was offered, put to the director and given back. */
const RETURNED = all(agreed(AT_TERMS, '1000.00', [staffing]), ...officer('propose'), GIVE_BACK);
const stepOf = (now: CaseNow, id: string) =>
  askedNow(now, search).steps.find((step) => step.id === id) ?? assert.fail(id);

test('terms that the director would not have are agreed again by an officer, and go to the director again', () => {
  const again = all(RETURNED, ...officer(TERMS_AGAIN));
  assert.equal(again.state, 'negotiation');
  const anew = agreed(again, '960.00', ['none']);
  assert.equal(anew.state, 'checks', 'where what was checked still stands');
  assert.equal(all(anew, ...officer('propose'), ['approve', 'ada', 'director']).state, 'approved');
  const { core, additions } = asAgreed(anew.events, offer);
  assert.deepEqual([core, additions], [96_000, []]);
  assert.throws(() => all(RETURNED, [TERMS_AGAIN, 'ada', 'director']), /placements officer/);
});

test('what was agreed is there to be changed, but for with whom, and the proposal of before comes with it', () => {
  const again = all(RETURNED, ...officer(TERMS_AGAIN));
  const terms = stepOf(again, 'agree-terms');
  const before = saidOfSameHome(terms, again);
  assert.ok(before);
  const said = saidAgain(askedFromBefore(terms), before);
  assert.deepEqual(
    [said['agreed-weekly'], said['additions-kept'], said['agreed-with']],
    ['1000.00', [staffing], undefined],
  );
  const anew = agreed(again, '960.00', ['none']);
  const propose = stepOf(anew, 'propose');
  assert.equal(saidOfSameHome(propose, anew)?.step, 'propose');
  assert.equal(saidOfSameHome(stepOf(RETURNED, 'agree-terms'), RETURNED), undefined, 'not before');
  assert.equal(saidOfSameHome(terms, AT_TERMS), undefined);
  const failed = all(again, ...officer('terms-failed'), ['choose', 'jo', 'social-worker']);
  assert.equal(saidOfSameHome(terms, failed), undefined, 'nor after another choice');
});

test('of what can be chosen no more nothing is brought back', () => {
  const terms = stepOf(AT_TERMS, 'agree-terms');
  const said = { 'additions-kept': [staffing, 'Addition 2: Travel'], 'agreed-weekly': '960.00' };
  assert.deepEqual(saidAgain(terms, { said }), { 'additions-kept': [staffing], 'agreed-weekly': '960.00' });
  assert.deepEqual(saidAgain(terms, { said: { 'additions-kept': ['Addition 2: Travel'] } }), {});
});

const changedTo = (...terms: Parameters<typeof agreed> extends [CaseNow, ...infer Rest] ? Rest : never) =>
  termsChanged(agreed(all(RETURNED, ...officer(TERMS_AGAIN)), ...terms).events, offer);

test('it is told what of the price is another than when the home was put to the director before', () => {
  const put = RETURNED.events.find(({ step }) => step === 'propose');
  assert.deepEqual(changedTo('960.00', ['none']), {
    at: put?.at,
    changes: [
      'Core fee: £1,000 a week before, and £960 a week now',
      '2:1 staffing: £700 a week, 9 November 2026 to 6 December 2026 before, and not agreed any more',
    ],
  });
  const half = { ...STAFFING, what: '2:1  Staffing', weekly: '350.00' };
  const travel = { what: 'Travel', weekly: '145.00', starts: '2026-11-09', why: 'Twelve miles' };
  assert.deepEqual(changedTo('1000.00', ['none'], [half, travel])?.changes, [
    '2:1 staffing: £700 a week, 9 November 2026 to 6 December 2026 before, and £350 a week, 9 November 2026 to 6 December 2026 now',
    'Travel: £145 a week, from 9 November 2026, which is new',
  ]);
  assert.deepEqual(changedTo('1000.00', [staffing])?.changes, []);
});

test('of an addition that was agreed in several parts each is told', () => {
  const part = (weekly: string, starts: string, ends?: string): Answers => {
    const { ends: _, ...line } = STAFFING;
    return { ...line, weekly, starts, ...(ends && { ends }) };
  };
  const anew = changedTo('1000.00', ['none'], [
    part('650.00', '2026-11-09', '2026-11-22'),
    part('5000.00', '2026-11-23'),
  ] as Answer);
  assert.deepEqual(anew?.changes, [
    '2:1 staffing: £700 a week, 9 November 2026 to 6 December 2026 before, and £650 a week, 9 November 2026 to 22 November 2026 and £5,000 a week, from 23 November 2026 now',
  ]);
  const besides = changedTo('1000.00', [staffing], [
    part('300.00', '2026-12-07', '2026-12-13'),
    part('100.00', '2026-12-14', '2026-12-20'),
  ] as Answer);
  assert.deepEqual(besides?.changes, [
    '2:1 staffing: £300 a week, 7 December 2026 to 13 December 2026 and £100 a week, 14 December 2026 to 20 December 2026, which is new',
  ]);
});

const chosenAgain = (weekly: string, before: CaseNow): CaseNow =>
  agreed(
    all(
      before,
      ...officer('checks-failed'),
      ['choose', 'jo', 'social-worker'],
      ['agree-choice', 'tess', 'team-manager'],
    ),
    weekly,
    [staffing],
  );

test('the same home chosen again is told as it differs from what the director saw of it, whatever else was chosen in between', () => {
  const put = RETURNED.events.find(({ step }) => step === 'propose');
  const again = chosenAgain('1400.00', RETURNED);
  const told = { at: put?.at, changes: ['Core fee: £1,000 a week before, and £1,400 a week now'] };
  assert.deepEqual(termsChanged(again.events, offer), told);
  const between = all(chosenAgain('1200.00', RETURNED), ...officer('propose'), GIVE_BACK);
  const [, second] = between.events.filter(({ step }) => step === 'choose');
  const { events } = chosenAgain('1400.00', between);
  const other = events.map((event) =>
    event.number === second?.number
      ? { ...event, said: { ...event.said, [OFFER_CHOSEN]: 'Offer 9: Another home' } }
      : event,
  );
  assert.deepEqual(termsChanged(other, offer), told, 'not of what they saw of another home');
});

test('terms agreed again twice are told as they differ from those that the director saw, and those they saw are no news', () => {
  const once = agreed(all(RETURNED, ...officer(TERMS_AGAIN)), '960.00', ['none']);
  const twice = agreed(all(once, ...officer(TERMS_AGAIN)), '980.00', [staffing]);
  assert.deepEqual(termsChanged(twice.events, offer)?.changes, [
    'Core fee: £1,000 a week before, and £980 a week now',
  ]);
  assert.equal(termsChanged(RETURNED.events, offer), undefined);
  assert.equal(
    termsChanged(all(RETURNED, ...officer('propose')).events, offer),
    undefined,
    'put again on the same terms',
  );
});

test('saboteur: a process without the way back to the terms would be noticed', () => {
  const table = askedNow(RETURNED, search);
  const without = { ...table, steps: table.steps.filter(({ id }) => id !== TERMS_AGAIN) };
  const [step] = officer(TERMS_AGAIN);
  assert.ok(step);
  assert.equal(took(RETURNED, step).state, 'negotiation');
  assert.throws(() => took(RETURNED, step, {}, without), /There is no such step/);
});
