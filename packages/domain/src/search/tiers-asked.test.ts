import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, START, type Taken } from '../../test/cases.ts';
import { askedNow, logOf, searchCase } from '../../test/search-cases.ts';
import { addDays } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import type { Answers } from '../form/form.ts';
import { chronologyOf } from '../workflow/chronology.ts';
import { OUTSIDE_TIERS_WHY, PASSED_OVER_WHY } from './log-entry.ts';
import { approachAsks, asksOfEntry, findReasonFaults } from './outside-tiers.ts';
import { type Search, searchFrom } from './search.ts';
import { ALL_SEARCH_TIERS, type SearchTier } from './tiers.ts';
import { tiersOpened } from './tiers-opened.ts';
import { findEntryFault } from './write-entry.ts';

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const READY: readonly Taken[] = [['submit', 'jo', 'social-worker'], ...officer('permit', 'take-on', 'ready')];

const refusalOf = (
  steps: readonly Taken[],
  tier: SearchTier,
  said: Answers = {},
  search: Search = searchFrom([]),
) =>
  findEntryFault(searchCase(steps), search, {
    kind: 'approach',
    about: null,
    said: { tier, channel: 'phone', 'sent-on': '2026-11-02', ...said },
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

const CHOSEN: readonly Taken[] = [
  ...READY,
  ...officer('share-offers'),
  ['choose', 'jo', 'social-worker'],
  ['agree-choice', 'tess', 'team-manager'],
  ...officer('agree-terms', 'propose'),
  ['approve', 'ada', 'director'],
];
const WHY = { 'outside-tiers-why': 'Called at night, when nobody in house answered' };
/** Of the day before, so that it lies before an approval too. */
const OF_BEFORE = { 'sent-on': '2026-11-01' };

test('where no tier can be opened any more, an approach of one that was not is logged with why, at every stage', () => {
  for (const [stage, length] of Object.entries({
    'social-work-decision': 6,
    negotiation: 7,
    checks: 8,
    'with-director': 9,
    approved: 10,
  })) {
    const steps = CHOSEN.slice(0, length);
    assert.equal(searchCase(steps).state, stage);
    assert.equal(refusalOf(steps, 'in-house', OF_BEFORE), undefined);
    assert.match(
      refusalOf(steps, 'spot', OF_BEFORE)?.sentence ?? '',
      /was never opened.*Say why they were asked in it/,
    );
    assert.match(
      refusalOf(steps, 'spot', { ...OF_BEFORE, 'outside-tiers-why': 'x' })?.name ?? '',
      /^tier-not/,
    );
    assert.equal(refusalOf(steps, 'spot', { ...OF_BEFORE, ...WHY }), undefined, stage);
  }
});

test('while a tier can be opened no reason stands in for that, and on hold the search goes on first', () => {
  for (const steps of [READY, [...READY, ...officer('escalate')], [...READY, ...officer('share-offers')]])
    assert.match(refusalOf(steps, 'spot', WHY)?.sentence ?? '', /Open it first/);
  const held = [...READY, ...officer('hold')];
  assert.match(
    refusalOf(held, 'spot', WHY)?.sentence ?? '',
    /the search is on hold\. Go on with the search first.* and what you typed is here still\.$/,
  );
  assert.equal(refusalOf(held, 'in-house'), undefined);
});

test('whom was asked while all tiers were open on a word is logged with why once it is denied, and nobody asked since', () => {
  const denied: readonly Taken[] = [...READY, ...officer('all-tiers-by-word'), ['deny', 'ada', 'director']];
  const at = searchCase(denied).events.at(-1)?.at ?? START;
  const on = londonDayOf(at);
  assert.equal(refusalOf(denied, 'direct', { ...WHY, 'sent-on': addDays(on, -1) }), undefined);
  assert.equal(refusalOf(denied, 'direct', { ...WHY, 'sent-on': on, 'sent-at': '00:01' }), undefined);
  assert.equal(
    refusalOf([...denied, ...officer('hold')], 'direct', { ...WHY, 'sent-on': addDays(on, -1) }),
    undefined,
  );
  for (const since of [
    { 'sent-on': on },
    { 'sent-on': on, 'sent-at': '23:59' },
    { 'sent-on': addDays(on, 1) },
  ])
    assert.match(
      refusalOf(denied, 'direct', { ...WHY, ...since })?.sentence ?? '',
      /Open it first.*denied, is logged/,
    );
  assert.match(refusalOf(denied, 'direct', { 'sent-on': addDays(on, -1) })?.sentence ?? '', /and why\.$/);
});

test('on hold whom was asked after the denial is not logged for a reason: the search goes on first, and the tier is opened there', () => {
  const denied: readonly Taken[] = [...READY, ...officer('all-tiers-by-word'), ['deny', 'ada', 'director']];
  const on = londonDayOf(searchCase(denied).events.at(-1)?.at ?? START);
  const held = [...denied, ...officer('hold')];
  for (const since of [
    { 'sent-on': on },
    { 'sent-on': on, 'sent-at': '23:59' },
    { 'sent-on': addDays(on, 1) },
  ])
    assert.match(
      refusalOf(held, 'direct', { ...WHY, ...since })?.sentence ?? '',
      /the search is on hold\. Go on with the search first.* what you typed is here still\. Whom you asked before .*denied, is logged/,
    );
  assert.equal(refusalOf(held, 'direct', { ...WHY, 'sent-on': addDays(on, -1) }), undefined, 'of before it');
  const chosen = [...denied, ...CHOSEN.slice(READY.length)];
  assert.equal(
    refusalOf(chosen, 'direct', { ...WHY, 'sent-on': on, 'sent-at': '23:59', 'late-why': 'Told late' }),
    undefined,
    'where no tier can be opened any more a reason is enough',
  );
});

const PASSED_ON_WORD: readonly Taken[] = [
  ...READY,
  ...officer('all-tiers-by-word', 'share-offers', 'open-direct'),
  ['deny-besides', 'ada', 'director'],
];

test('a tier that was opened past others which were open on a denied word stays open, and asks why they are passed over', () => {
  const now = searchCase(PASSED_ON_WORD);
  assert.deepEqual([...tiersOpened(now)].toSorted(), ['direct', 'in-house']);
  assert.match(
    refusalOf(PASSED_ON_WORD, 'direct')?.sentence ?? '',
    /“framework”, “spot” were open on an approval that was denied since, so nobody has said why they are passed over/,
  );
  assert.equal(refusalOf(PASSED_ON_WORD, 'direct', { [PASSED_OVER_WHY]: 'x' })?.name, 'tier-not-opened');
  const why = { [PASSED_OVER_WHY]: 'Neither has anybody for siblings' };
  assert.equal(refusalOf(PASSED_ON_WORD, 'direct', why), undefined);
  assert.equal(refusalOf(PASSED_ON_WORD, 'in-house'), undefined);
  const log = searchFrom(logOf(['approach', null, { tier: 'direct', ...why }]));
  const asked = (search = searchFrom([])) =>
    asksOfEntry('approach', approachAsks(now, search.approaches)).find(
      ({ name }) => name === PASSED_OVER_WHY,
    );
  assert.deepEqual(asked()?.when, { question: 'tier', is: ['direct'] });
  assert.equal(asked()?.optional, undefined);
  assert.equal(asked(log), undefined, 'it is said once');
  assert.equal(refusalOf(PASSED_ON_WORD, 'direct', {}, log), undefined);
});

test('a tier that was opened past others with why asks no more, and neither does one once those are opened', () => {
  const again = [...PASSED_ON_WORD, ...officer('open-framework', 'open-direct')];
  assert.equal(refusalOf(again, 'direct'), undefined, 'why was said with the step');
  const all = [...PASSED_ON_WORD, ...officer('open-framework', 'open-spot')];
  assert.equal(refusalOf(all, 'direct'), undefined);
  const one = [...PASSED_ON_WORD, ...officer('open-framework')];
  assert.match(refusalOf(one, 'direct')?.sentence ?? '', /“spot” was open .* why it is passed over/);
});

test('which question of an approach asks why is known from the search: of no tier that is opened, or can be', () => {
  const asks = (steps: readonly Taken[]) =>
    asksOfEntry('approach', approachAsks(searchCase(steps), [])).find(
      ({ name }) => name === OUTSIDE_TIERS_WHY,
    );
  assert.equal(asks(READY), undefined);
  assert.equal(asks([...READY, ...officer('hold')]), undefined);
  const asked = asks(CHOSEN);
  assert.deepEqual(asked?.when, { question: 'tier', is: ['framework', 'spot', 'direct'] });
  assert.equal(asked?.optional, undefined);
  assert.equal(findReasonFaults('approach', { [OUTSIDE_TIERS_WHY]: 'x' }).length, 1);
  assert.deepEqual(findReasonFaults('approach', WHY), []);
});

test('saboteur: a search that took any reason would let a tier be passed over where it can be opened', () => {
  const isKept = (allows: (steps: readonly Taken[]) => boolean) => !allows(READY) && allows(CHOSEN);
  const asItIs = (steps: readonly Taken[]) =>
    refusalOf(steps, 'spot', { ...OF_BEFORE, ...WHY }) === undefined;
  const anyReason = () => true;
  const noReason = (steps: readonly Taken[]) => tiersOpened(searchCase(steps)).has('spot');
  assert.ok(isKept(asItIs));
  for (const saboteur of [anyReason, noReason]) assert.equal(isKept(saboteur), false);
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
