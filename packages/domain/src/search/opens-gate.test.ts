import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, commandTo, type Taken } from '../../test/cases.ts';
import { askedNow, SHARED_LOG, searchCase } from '../../test/search-cases.ts';
import type { Role } from '../access/role.ts';
import type { CaseNow } from '../workflow/case.ts';
import type { Decided, DecideRefusal } from '../workflow/decide.ts';
import type { Part } from '../workflow/part.ts';
import { WORD_OF } from '../workflow/word.ts';
import { answersForWord, stepsFrom } from '../workflow/workflow.ts';
import { gateMeaning } from './gates.ts';
import type { SearchEntry } from './log-entry.ts';
import { findOpeningFault, type WorkedOn } from './opens-gate.ts';

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const AT_TERMS: readonly Taken[] = [
  ['submit', 'jo', 'social-worker'],
  ...officer('permit', 'take-on', 'ready', 'share-offers'),
  ['choose', 'jo', 'social-worker'],
  ['agree-choice', 'gwen', 'team-manager', 'tess'],
];
const now = searchCase(AT_TERMS);
const PROPOSED = searchCase([...AT_TERMS, ...officer('agree-terms', 'propose')]);

/** Why somebody may not open a gate as the director, their own part or a colleague’s. */
const asDirector = (by: string, worked: WorkedOn, actingFor?: string): string | undefined =>
  findOpeningFault(gateMeaning('at-distance').openedBy, worked, by, {
    role: 'director',
    ...(actingFor === undefined ? {} : { actingFor }),
  })?.name;

test('who made the request, put the home forward or worked on the search in another part does not open for the director', () => {
  const worked = { now: PROPOSED, entries: [] };
  assert.deepEqual(
    ['jo', 'paige', 'gwen', 'tess', 'ada', 'milo'].map((by) => asDirector(by, worked, 'dora')),
    ['own-request', 'own-request', 'had-a-part', 'had-a-part', undefined, undefined],
  );
  assert.equal(asDirector('milo', worked, 'tess'), 'had-a-part', 'nor stands anybody in for them');
  assert.equal(asDirector('paige', { now, entries: [] }), 'had-a-part', 'before she puts it forward');
});

test('who wrote in the log of the search in another part does not either, and a director who did so as director does', () => {
  const none = { now: searchCase([]), entries: [] };
  assert.equal(asDirector('paige', none), undefined);
  assert.equal(asDirector('paige', { ...none, entries: SHARED_LOG }), 'had-a-part');
  const theirs = SHARED_LOG.map((entry) => ({
    ...entry,
    by: { person: 'ada', part: { role: 'director' } } as const,
  }));
  assert.equal(asDirector('ada', { ...none, entries: theirs }), undefined);
  const approved = searchCase([
    ...AT_TERMS,
    ...officer('agree-terms', 'propose'),
    ['approve', 'ada', 'director'],
  ]);
  assert.equal(asDirector('ada', { now: approved, entries: [] }), undefined, 'nor keeps an approval from it');
});

test('what officers open too is no decision of theirs, and they open it of homes that they put forward', () => {
  const openedBy = gateMeaning('foster-limit').openedBy;
  const part = { role: 'placements-officer' as const };
  assert.equal(findOpeningFault(openedBy, { now: PROPOSED, entries: SHARED_LOG }, 'paige', part), undefined);
});

test('saboteur: were it not told in which part somebody worked on it, they would open it', () => {
  const [first, ...rest] = now.events;
  const unseen = (event: typeof first) => ({
    ...event,
    ...(event.by === null ? {} : { by: { ...event.by, part: { role: 'director' as Role } } }),
  });
  const blind = {
    now: { madeBy: now.madeBy, events: [unseen(first), ...rest.map(unseen)] as const },
    entries: [],
  };
  assert.equal(asDirector('gwen', { now, entries: [] }, 'ada'), 'had-a-part');
  assert.equal(asDirector('gwen', blind, 'ada'), undefined);
});

/** A check of the one offer, as somebody wrote it down in this part. */
const CHECKED_BY = (person: string, role: Role): WorkedOn['entries'] => [
  { kind: 'check', about: 2, by: { person, part: { role } } },
];

/** What becomes of the approval of the home: by somebody as director, and by their word. */
const approvedBy = (by: string, entries: WorkedOn['entries'] = [], actingFor?: string): readonly string[] => {
  const workflow = askedNow(PROPOSED, undefined, false, undefined, entries);
  const part: Part = { role: 'director', ...(actingFor === undefined ? {} : { actingFor }) };
  const own = attempt(workflow, PROPOSED, commandTo(workflow, PROPOSED, 'approve', { by, parts: [part] }));
  const milo = { by: 'milo', parts: [{ role: 'placements-officer' as const }] };
  const command = commandTo(workflow, PROPOSED, 'approve-by-word', milo);
  const said = { ...command.said, [WORD_OF]: by };
  const word = attempt(workflow, PROPOSED, { ...command, said }, { partsOf: () => [part] });
  return [own, word].map((answer) =>
    answer.kind === 'decided'
      ? answer.kind
      : 'faults' in answer
        ? (answer.faults[0]?.sentence ?? '')
        : answer.sentence,
  );
};
const HAD_A_PART = [
  'You, or whom you stand in for, worked on this search in another part, so somebody else has to decide on this.',
  'Choose somebody else: they, or whom they stand in for, worked on this search in another part',
];

test('nor is a home approved by who worked on the search below, in the log or by a step, nor by their word, nor for them', () => {
  const theirs = CHECKED_BY('kit', 'placements-officer');
  assert.deepEqual(approvedBy('kit', theirs), HAD_A_PART);
  assert.deepEqual(approvedBy('ada', theirs, 'kit'), HAD_A_PART, 'whoever stands in for them');
  assert.deepEqual(approvedBy('kit', theirs, 'ada'), HAD_A_PART, 'whomever they stand in for');
  assert.deepEqual(approvedBy('kit', SHARED_LOG), ['decided', 'decided'], 'where it was another who wrote');
  const director = CHECKED_BY('kit', 'director');
  assert.deepEqual(approvedBy('kit', director), ['decided', 'decided'], 'who wrote as director');
});

/** What becomes of every decision of the director in a search that somebody takes as director, and gives their word for. */
const decidedBy = (now: CaseNow, by: string, entries: WorkedOn['entries'] = []): Record<string, string> => {
  const workflow = askedNow(now, undefined, false, undefined, entries);
  const parts: readonly Part[] = [{ role: 'director' }];
  const given = stepsFrom(workflow, now.state).flatMap(
    (step): readonly [string, Decided | DecideRefusal][] => {
      if (step.word?.includes('director')) {
        const milo = { by: 'milo', parts: [{ role: 'placements-officer' as const }] };
        const command = commandTo(workflow, now, step.id, milo);
        const said = { ...command.said, [WORD_OF]: by };
        return [[step.id, attempt(workflow, now, { ...command, said }, { partsOf: () => parts })]];
      }
      return step.who.includes('director') && !answersForWord(step)
        ? [[step.id, attempt(workflow, now, commandTo(workflow, now, step.id, { by, parts }))]]
        : [];
    },
  );
  return Object.fromEntries(
    given.map(([step, answer]) => [step, answer.kind === 'decided' ? 'decided' : answer.name]),
  );
};
const SUBMITTED = AT_TERMS[0] as Taken;
const OF_DIRECTOR: Readonly<Record<string, readonly Taken[]>> = {
  clarification: [SUBMITTED, ...officer('ask-director')],
  'with-director': [...AT_TERMS, ...officer('agree-terms', 'propose')],
  'in-house': [SUBMITTED, ...officer('permit', 'take-on', 'ready')],
  escalated: [SUBMITTED, ...officer('permit', 'take-on', 'ready', 'escalate')],
};

test('nor does who worked on the search below take any other step of the director, nor give their word for it', () => {
  const seen = new Set<string>();
  for (const [state, steps] of Object.entries(OF_DIRECTOR)) {
    const now = searchCase(steps);
    assert.equal(now.state, state);
    const theirs = CHECKED_BY('kit', 'placements-officer');
    for (const [step, answer] of Object.entries(decidedBy(now, 'kit', theirs))) {
      assert.match(answer, /^(?:had-a-part|not-said)$/, `${step} in ${state}`);
      seen.add(step);
    }
    for (const [step, answer] of Object.entries(decidedBy(now, 'paige')))
      assert.match(answer, /^(?:had-a-part|own-request|not-said)$/, `${step} in ${state}, the officer`);
    for (const [step, answer] of Object.entries(decidedBy(now, 'ada')))
      assert.equal(answer, 'decided', `${step} in ${state}, a director who did nothing below`);
  }
  for (const step of ['look-on', 'give-back', 'all-tiers', 'all-tiers-by-word', 'none-found', 'search-on'])
    assert.ok(seen.has(step), step);
  assert.ok(seen.has('director-permits') && seen.has('director-refuses'));
});

test('a manager who gave the choice back does not then decide for the director, and a director decides again as director', () => {
  const returned = searchCase([
    ...AT_TERMS.slice(0, -1),
    ['return-choice', 'gwen', 'team-manager'],
    ['choose', 'jo', 'social-worker'],
    ['agree-choice', 'tess', 'team-manager'],
    ...officer('agree-terms', 'propose'),
  ]);
  assert.equal(decidedBy(returned, 'gwen')['look-on'], 'had-a-part');
  const on: readonly Taken[] = [...(OF_DIRECTOR.escalated ?? []), ['search-on', 'ada', 'director']];
  const again = searchCase([...on, ...officer('open-framework', 'escalate')]);
  assert.deepEqual(new Set(Object.values(decidedBy(again, 'ada'))), new Set(['decided']));
});

/** An entry of a manager’s about an offer: number 2 is the one that is chosen. */
type Wrote = Pick<SearchEntry, 'kind' | 'about'> & { readonly role?: Role };
const wroteBy = (person: string, { role = 'group-manager', ...entry }: Wrote): WorkedOn['entries'] => [
  { ...entry, by: { person, part: { role } } },
];
const OF_THE_CHOSEN: Wrote = { kind: 'gate', about: 2 };
const OF_ANOTHER: Wrote = { kind: 'gate', about: 40 };
const OFFICER: Pick<Wrote, 'role'> = { role: 'placements-officer' };

test('who opened a gate as a manager decided on one home, and for the director decides on every other and on the search itself', () => {
  const cases: readonly (readonly [why: string, Wrote, asked: string, mayDecide: boolean])[] = [
    ['of the home that is before the director', OF_THE_CHOSEN, 'with-director', false],
    ['of another home', OF_ANOTHER, 'with-director', true],
    ['while no home is chosen', OF_THE_CHOSEN, 'escalated', true],
    ['while no home is chosen', OF_THE_CHOSEN, 'in-house', true],
    ['while no home is chosen', OF_THE_CHOSEN, 'clarification', true],
    ['how registration stands', { kind: 'registration', about: 2 }, 'with-director', true],
    ['as an officer, of another home', { ...OF_ANOTHER, ...OFFICER }, 'with-director', false],
    ['as an officer, how it stands', { kind: 'registration', about: 40, ...OFFICER }, 'escalated', false],
    ['what is no gate', { kind: 'unsuitable', about: 40 }, 'escalated', false],
  ];
  for (const [why, wrote, state, mayDecide] of cases) {
    const decided = decidedBy(searchCase(OF_DIRECTOR[state] ?? []), 'greta', wroteBy('greta', wrote));
    assert.ok(Object.keys(decided).length > 0, state);
    for (const [step, answer] of Object.entries(decided))
      assert.match(
        answer,
        mayDecide ? /^decided$/ : /^(?:had-a-part|not-said)$/,
        `${why}: ${step} in ${state}`,
      );
  }
});

test('nor does it keep them from a gate of the director’s before another home', () => {
  const before = (offer: number, wrote: Wrote): string | undefined =>
    asDirector('greta', { now: searchCase([]), entries: wroteBy('greta', wrote), offer }, 'ada');
  assert.equal(before(2, OF_ANOTHER), undefined);
  assert.equal(before(40, OF_ANOTHER), 'had-a-part', 'before the same home it is another’s to decide');
  assert.equal(before(2, { ...OF_ANOTHER, ...OFFICER }), 'had-a-part', 'nor who worked on it as an officer');
  const stoodInFor = asDirector(
    'ada',
    { now: searchCase([]), entries: wroteBy('greta', OF_THE_CHOSEN), offer: 2 },
    'greta',
  );
  assert.equal(stoodInFor, 'had-a-part', 'nor whoever stands in for them');
});
