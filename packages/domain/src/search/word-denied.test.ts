import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, attempt, commandTo, type Taken } from '../../test/cases.ts';
import { askedNow, searchCase } from '../../test/search-cases.ts';
import { londonDayOf, londonTimeOf } from '../calendar/london-time.ts';
import type { CaseNow } from '../workflow/case.ts';
import { stepsFrom } from '../workflow/workflow.ts';
import { tiersOpened } from './tiers-opened.ts';

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const READY: readonly Taken[] = [['submit', 'jo', 'social-worker'], ...officer('permit', 'take-on', 'ready')];
const PROPOSED: readonly Taken[] = [
  ...officer('share-offers'),
  ['choose', 'jo', 'social-worker'],
  ['agree-choice', 'tess', 'team-manager'],
  ...officer('agree-terms', 'propose'),
];
const ALL_TIERS = officer('all-tiers-by-word');
const BY_WORD = officer('approve-by-word');
const DENIALS = ['deny', 'deny-approval', 'deny-besides'] as const;

/** How somebody may deny a word of theirs; all words of these cases are Ada’s. */
const mayDeny = (now: CaseNow, by = 'ada'): readonly string[] => {
  const workflow = askedNow(now);
  const who = { by, parts: [{ role: 'director' as const }] };
  return DENIALS.filter(
    (step) => attempt(workflow, now, commandTo(workflow, now, step, who)).kind === 'decided',
  );
};
const buttonOf = (now: CaseNow, step: string): string | undefined =>
  stepsFrom(askedNow(now), now.state).find(({ id }) => id === step)?.button;
const answersIn = ({ words }: CaseNow) => words.map(({ answer }) => answer?.kind);
const ada = (step: string): Taken => [step, 'ada', 'director'];

test('a word on a home that fell through is denied without undoing what another director approved since', () => {
  const steps = [...READY, ...PROPOSED, ...BY_WORD, ...officer('fell-through'), ...PROPOSED] as const;
  const other: Taken = ['approve', 'dora', 'director'];
  const approved = searchCase([...steps, other]);
  assert.deepEqual(mayDeny(approved), ['deny-besides']);
  assert.equal(buttonOf(approved, 'deny-approval'), undefined);
  assert.equal(buttonOf(approved, 'deny-besides'), 'Say that an earlier approval is not yours');
  const denied = searchCase([...steps, other, ada('deny-besides')]);
  assert.deepEqual([denied.state, answersIn(denied)], ['approved', ['deny']]);
});

test('of two open words the denial of the approval is of the one on the home, and the other denial of the other', () => {
  const steps = [...READY, ...ALL_TIERS, ...PROPOSED, ...BY_WORD];
  const both = searchCase(steps);
  assert.deepEqual(mayDeny(both), ['deny-approval', 'deny-besides']);
  assert.deepEqual(mayDeny(both, 'dora'), [], 'nobody denies for another');
  const home = searchCase([...steps, ada('deny-approval')]);
  assert.deepEqual([home.state, answersIn(home)], ['with-director', [undefined, 'deny']]);
  assert.ok(tiersOpened(home).has('direct'), 'the tiers stay open');
  const tiers = searchCase([...steps, ada('deny-besides')]);
  assert.deepEqual([tiers.state, answersIn(tiers)], ['approved', ['deny', undefined]]);
  assert.deepEqual(mayDeny(tiers), ['deny-approval']);
  assert.equal(
    searchCase([...steps, ada('deny-besides'), ada('deny-approval')]).state,
    'with-director',
    'each for itself',
  );
});

test('all tiers that another director ordered since stay open when an earlier word on them is denied', () => {
  const steps: readonly Taken[] = [
    ...READY,
    ...ALL_TIERS,
    ...officer('escalate'),
    ['all-tiers', 'dora', 'director'],
  ];
  assert.deepEqual(mayDeny(searchCase(steps)), ['deny-besides']);
  const denied = searchCase([...steps, ada('deny-besides')]);
  assert.deepEqual([denied.state, answersIn(denied)], ['all-tiers', ['deny']]);
  assert.ok(tiersOpened(denied).has('direct'));
});

/** A search to which these things happened, each word given in the minute in which it is written down. */
const wordsGivenThen = (steps: readonly Taken[]): CaseNow =>
  steps.reduce((now, [step, by, role]) => {
    const workflow = askedNow(now);
    const command = commandTo(workflow, now, step, { by, parts: [{ role }] });
    const given = { 'given-on': londonDayOf(command.at), 'given-at': londonTimeOf(command.at) };
    const answer = attempt(workflow, now, { ...command, said: { ...command.said, ...given } });
    assert.ok(answer.kind === 'decided', `${step}: ${'sentence' in answer ? answer.sentence : ''}`);
    return after(now, answer.event);
  }, searchCase([]));

test('all tiers that another director ordered, before the word or after it, keep the search there, also where it was held', () => {
  const ORDER: Taken = ['all-tiers', 'dora', 'director'];
  const again = officer('escalate');
  for (const [ordered, ...steps] of [
    ['after it', ...ALL_TIERS, ...again, ORDER],
    ['before it', ORDER, ...again, ...ALL_TIERS],
    ['in writing', ...officer('all-tiers-in-writing'), ...again, ...ALL_TIERS],
    ['between two words', ...ALL_TIERS, ...again, ORDER, ...again, ...ALL_TIERS],
  ] as const) {
    const open = [...READY, ...steps];
    assert.deepEqual(mayDeny(wordsGivenThen(open)), ['deny-besides'], ordered);
    for (const held of [[], officer('hold', 'go-on')]) {
      const denied = wordsGivenThen([...open, ...held, ada('deny-besides')]);
      assert.deepEqual([denied.state, denied.words.at(-1)?.answer?.kind], ['all-tiers', 'deny'], ordered);
      assert.ok(tiersOpened(denied).has('direct'), 'the tiers stay open');
    }
    const meanwhile = wordsGivenThen([...open, ...officer('hold'), ada('deny-besides'), ...officer('go-on')]);
    assert.equal(meanwhile.state, 'all-tiers', `${ordered}, denied while it was held`);
    assert.ok(tiersOpened(meanwhile).has('direct'));
  }
});

test('of two words on all tiers the denial of one leaves the search there, and that of both shuts them', () => {
  const both = [...READY, ...ALL_TIERS, ...officer('escalate'), ...ALL_TIERS];
  assert.deepEqual(mayDeny(wordsGivenThen(both)), ['deny-besides']);
  const one = wordsGivenThen([...both, ada('deny-besides')]);
  assert.deepEqual([one.state, answersIn(one), mayDeny(one)], ['all-tiers', [undefined, 'deny'], ['deny']]);
  const none = wordsGivenThen([...both, ada('deny-besides'), ada('deny')]);
  assert.deepEqual([none.state, answersIn(none)], ['searching', ['deny', 'deny']]);
  assert.deepEqual([...tiersOpened(none)], ['in-house']);
});

test('the button of a denial says that it is of an earlier word only where it is', () => {
  const ORDER: Taken = ['all-tiers', 'dora', 'director'];
  const since = wordsGivenThen([...READY, ...ALL_TIERS, ...officer('escalate'), ORDER]);
  assert.equal(buttonOf(since, 'deny-besides'), 'Say that an earlier approval is not yours');
  const before = wordsGivenThen([...READY, ORDER, ...officer('escalate'), ...ALL_TIERS]);
  assert.equal(buttonOf(before, 'deny-besides'), 'Say that this approval is not yours');
});

test('where all tiers are open on the word alone its denial shuts them, also after a hold', () => {
  for (const steps of [ALL_TIERS, [...ALL_TIERS, ...officer('hold', 'go-on')]]) {
    assert.deepEqual(mayDeny(searchCase([...READY, ...steps])), ['deny']);
    const denied = searchCase([...READY, ...steps, ada('deny')]);
    assert.deepEqual([denied.state, answersIn(denied)], ['searching', ['deny']]);
  }
});

test('where nothing stands a denial is of the newest word it can be of, and leaves the tiers open', () => {
  const steps = [...READY, ...ALL_TIERS, ...PROPOSED, ...BY_WORD, ...officer('fell-through')];
  assert.deepEqual(mayDeny(searchCase(steps)), ['deny-besides']);
  const denied = searchCase([...steps, ada('deny-besides')]);
  assert.deepEqual(answersIn(denied), [undefined, 'deny']);
  assert.ok(tiersOpened(denied).has('direct'), 'the tiers stay open');
  assert.deepEqual(answersIn(searchCase([...steps, ada('deny-besides'), ada('deny-besides')])), [
    'deny',
    'deny',
  ]);
});
