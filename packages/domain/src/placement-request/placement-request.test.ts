import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo, attempt, begun, caseOf, commandTo, nameOf, type Taken } from '../../test/cases.ts';
import { askedNow, searchCase } from '../../test/search-cases.ts';
import { ALL_ROLES, type Role } from '../access/role.ts';
import { ENTRY_EVIDENCE } from '../entry-to-care/evidence.ts';
import { PALAC } from '../entry-to-care/palac.ts';
import { type Answers, type FormQuestion, optionsShown, questionsOf } from '../form/form.ts';
import { type CaseNow, caseFrom } from '../workflow/case.ts';
import { chronologyOf } from '../workflow/chronology.ts';
import { findFollow } from '../workflow/follow.ts';
import { type Step, stepsFrom, type Workflow, waitsFor } from '../workflow/workflow.ts';
import { PLACEMENT_REQUEST_EVIDENCE } from './evidence.ts';
import { PLACEMENT_REQUEST } from './placement-request.ts';
import { PLACEMENT_REQUEST_STATES, type PlacementRequestState } from './states.ts';

type Row = readonly [PlacementRequestState, Role, PlacementRequestState];

const rows = (
  from: readonly PlacementRequestState[],
  roles: readonly Role[],
  to: PlacementRequestState,
): readonly Row[] => from.flatMap((state) => roles.map((role): Row => [state, role, to]));

const OFFICER = ['placements-officer'] as const;
const TIERS = ['in-house', 'framework', 'spot', 'direct'] as const;
const ASKING = [...TIERS, 'all-tiers'] as const;
/** Where a tier may be opened that is not open. */
const BESIDES = (tier: PlacementRequestState): readonly PlacementRequestState[] =>
  (['searching', ...TIERS, 'escalated', 'offers-shared'] as const).filter((state) => state !== tier);
const BEFORE_EMERGENCY = ['searching', ...TIERS, 'escalated'] as const;
const AFTER_APPROVAL = ['approved', 'notified', 'contract', 'move-date-confirmed'] as const;

/** Who may do what where: written down here a second time, from the process and not from the code. */
const MAY: Readonly<Record<string, readonly Row[]>> = {
  submit: rows(['draft', 'returned'], ['social-worker'], 'permission-check'),
  permit: rows(['permission-check'], OFFICER, 'to-allocate'),
  'ask-director': rows(['permission-check'], OFFICER, 'clarification'),
  'director-permits': rows(['clarification'], ['director'], 'to-allocate'),
  'director-refuses': rows(['clarification'], ['director'], 'not-permitted'),
  'take-on': rows(['to-allocate'], OFFICER, 'quality'),
  allocate: rows(['to-allocate'], OFFICER, 'quality'),
  ready: rows(['quality'], OFFICER, 'in-house'),
  return: rows(['permission-check', 'quality'], OFFICER, 'returned'),
  'open-in-house': rows(BESIDES('in-house'), OFFICER, 'in-house'),
  'open-framework': rows(BESIDES('framework'), OFFICER, 'framework'),
  'open-spot': rows(BESIDES('spot'), OFFICER, 'spot'),
  'open-direct': rows(BESIDES('direct'), OFFICER, 'direct'),
  'all-tiers-by-word': rows(BEFORE_EMERGENCY, OFFICER, 'all-tiers'),
  'all-tiers-in-writing': rows(BEFORE_EMERGENCY, OFFICER, 'all-tiers'),
  'all-tiers': rows(BEFORE_EMERGENCY, ['director'], 'all-tiers'),
  escalate: rows(['searching', ...ASKING], OFFICER, 'escalated'),
  'search-on': rows(['escalated'], ['director'], 'searching'),
  'none-found': rows(['escalated'], ['director'], 'no-placement-found'),
  hold: rows(['searching', ...ASKING], OFFICER, 'on-hold'),
  // It was held from in house, in the case that is tried.
  'go-on': rows(['on-hold'], OFFICER, 'in-house'),
  'share-offers': rows(['searching', ...ASKING, 'escalated'], OFFICER, 'offers-shared'),
  choose: rows(['offers-shared'], ['social-worker'], 'social-work-decision'),
  'decline-all': rows(['offers-shared'], ['social-worker'], 'searching'),
  'agree-choice': rows(['social-work-decision'], ['team-manager'], 'negotiation'),
  'return-choice': rows(['social-work-decision'], ['team-manager'], 'offers-shared'),
  'agree-terms': rows(['negotiation'], OFFICER, 'checks'),
  'terms-failed': rows(['negotiation'], OFFICER, 'offers-shared'),
  'terms-again': rows(['checks'], OFFICER, 'negotiation'),
  'checks-failed': rows(['checks'], OFFICER, 'offers-shared'),
  propose: rows(['checks'], OFFICER, 'with-director'),
  approve: rows(['with-director'], ['director'], 'approved'),
  'approve-by-word': rows(['with-director'], OFFICER, 'approved'),
  'give-back': rows(['with-director'], ['director'], 'checks'),
  'look-on': rows(['with-director'], ['director'], 'searching'),
  notify: rows(['approved'], OFFICER, 'notified'),
  'send-contract': rows(['notified'], OFFICER, 'contract'),
  'confirm-move': rows(['contract'], OFFICER, 'move-date-confirmed'),
  'move-first': rows(['notified'], OFFICER, 'move-date-confirmed'),
  'moved-in': rows(['move-date-confirmed'], ['placements-officer', 'social-worker'], 'moved'),
  'put-again': rows(AFTER_APPROVAL, OFFICER, 'with-director'),
  'fell-through': rows(AFTER_APPROVAL, OFFICER, 'searching'),
  close: rows(['moved'], OFFICER, 'closed'),
  cancel: rows(
    [
      'draft',
      'returned',
      'permission-check',
      'clarification',
      'to-allocate',
      'quality',
      'searching',
      ...ASKING,
      'escalated',
      'on-hold',
      'offers-shared',
      'social-work-decision',
      'negotiation',
      'checks',
      'with-director',
      ...AFTER_APPROVAL,
    ],
    ['social-worker'],
    'cancelled',
  ),
};

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const SENT: readonly Taken[] = [['submit', 'jo', 'social-worker']];
const ASKED: readonly Taken[] = [...SENT, ...officer('ask-director')];
const READY: readonly Taken[] = [...SENT, ...officer('permit', 'take-on', 'ready')];
const SHARED: readonly Taken[] = [...READY, ...officer('share-offers')];
const CHOSEN: readonly Taken[] = [...SHARED, ['choose', 'jo', 'social-worker']];
const AGREED: readonly Taken[] = [...CHOSEN, ['agree-choice', 'tess', 'team-manager']];
const PROPOSED: readonly Taken[] = [...AGREED, ...officer('agree-terms', 'propose')];
const APPROVED: readonly Taken[] = [...PROPOSED, ['approve', 'ada', 'director']];
const CONFIRMED: readonly Taken[] = [...APPROVED, ...officer('notify', 'send-contract', 'confirm-move')];
const MOVED: readonly Taken[] = [...CONFIRMED, ['moved-in', 'jo', 'social-worker']];
const ESCALATED: readonly Taken[] = [...READY, ...officer('escalate')];

/** How a case comes to be in each state; none that is begun today comes to where the first version ended. */
const WAYS: Readonly<Record<Exclude<PlacementRequestState, 'placed'>, readonly Taken[]>> = {
  draft: [],
  'permission-check': SENT,
  clarification: ASKED,
  'to-allocate': [...SENT, ...officer('permit')],
  quality: [...SENT, ...officer('permit', 'allocate')],
  returned: [...SENT, ...officer('permit', 'take-on', 'return')],
  searching: [...ESCALATED, ['search-on', 'ada', 'director']],
  'in-house': READY,
  framework: [...READY, ...officer('open-framework')],
  spot: [...READY, ...officer('open-spot')],
  direct: [...READY, ...officer('open-direct')],
  'all-tiers': [...READY, ...officer('all-tiers-in-writing')],
  escalated: ESCALATED,
  'on-hold': [...READY, ...officer('hold')],
  'offers-shared': SHARED,
  'social-work-decision': CHOSEN,
  negotiation: AGREED,
  checks: [...AGREED, ...officer('agree-terms')],
  'with-director': PROPOSED,
  approved: APPROVED,
  notified: [...APPROVED, ...officer('notify')],
  contract: [...APPROVED, ...officer('notify', 'send-contract')],
  'move-date-confirmed': CONFIRMED,
  moved: MOVED,
  closed: [...MOVED, ...officer('close')],
  'not-permitted': [...ASKED, ['director-refuses', 'ada', 'director']],
  'no-placement-found': [...ESCALATED, ['none-found', 'ada', 'director']],
  cancelled: [...SENT, ['cancel', 'jo', 'social-worker']],
};
type Reached = keyof typeof WAYS;
const STATES = Object.keys(WAYS) as readonly Reached[];
const caseIn = (state: Reached) => searchCase(WAYS[state]);

const unlikeTheTable = (table: Workflow): readonly string[] =>
  STATES.flatMap((state) => {
    const now = caseIn(state);
    const workflow = askedNow(now, undefined, false, table);
    // Of a word it is tried beside what a word is that nobody wrote down.
    const steps = workflow.steps.filter(({ kind }) => kind !== 'confirm' && kind !== 'deny');
    return steps.flatMap(({ id, kind }) =>
      ALL_ROLES.filter((role) => {
        const by = kind === 'withdraw' ? 'jo' : 'somebody new';
        const answer = attempt(workflow, now, commandTo(workflow, now, id, { by, parts: [{ role }] }));
        const row = MAY[id]?.find(([from, who]) => from === state && who === role);
        return (answer.kind === 'decided' ? answer.event.to : undefined) !== row?.[2];
      }).map((role) => `${id} in ${state} by ${role}`),
    );
  });

test('every step, in every state, by every role: a request for a home allows what its table says and nothing else', () => {
  assert.deepEqual(unlikeTheTable(PLACEMENT_REQUEST), []);
  assert.deepEqual(
    STATES.map((state) => caseIn(state).state),
    STATES,
    'every state was tried',
  );
  assert.deepEqual([...STATES, 'placed'].toSorted(), Object.keys(PLACEMENT_REQUEST_STATES).toSorted());
});

test('a process in which a home needs no director would be noticed', () => {
  const steps = PLACEMENT_REQUEST.steps.map(
    (step): Step => (step.id === 'propose' ? { ...step, to: 'approved' } : step),
  );
  assert.deepEqual(unlikeTheTable({ ...PLACEMENT_REQUEST, steps }), [
    'propose in checks by placements-officer',
  ]);
});

test('every state that is not over waits for somebody, and nothing leads out of one that is', () => {
  for (const [state, { ended }] of Object.entries(PLACEMENT_REQUEST_STATES)) {
    assert.equal(waitsFor(PLACEMENT_REQUEST, state).length > 0, ended !== true, state);
    const on = stepsFrom(PLACEMENT_REQUEST, state).filter(
      ({ kind }) => kind !== 'confirm' && kind !== 'deny',
    );
    assert.equal(on.length > 0, ended !== true, state);
  }
});

test('what is with the social worker or the director waits for them alone, though an officer may ask on or write down a word', () => {
  for (const [state, role] of [
    ['offers-shared', 'social-worker'],
    ['with-director', 'director'],
  ] as const)
    assert.deepEqual(waitsFor(PLACEMENT_REQUEST, state), [role], state);
  for (const [state, id] of [
    ['offers-shared', 'open-direct'],
    ['with-director', 'approve-by-word'],
  ] as const)
    assert.ok(
      stepsFrom(PLACEMENT_REQUEST, state).some((step) => step.id === id),
      `${id} in ${state}`,
    );
  assert.deepEqual(waitsFor(PLACEMENT_REQUEST, 'framework'), OFFICER);
});

test('a search of the first version goes on from each place in which it could be', () => {
  const places: readonly (readonly [PlacementRequestState, Role, string])[] = [
    ['searching', 'placements-officer', 'open-in-house'],
    ['on-hold', 'placements-officer', 'go-on'],
    ['with-director', 'director', 'look-on'],
    ['approved', 'placements-officer', 'notify'],
  ];
  const first = begun(PLACEMENT_REQUEST, 'jo', 'social-worker').events[0];
  for (const [state, role, step] of places) {
    // As it was written then: from one state of searching to where it stood.
    const now = caseFrom([
      first,
      { ...first, number: 2, kind: 'record', step: 'ready', from: first.to, to: 'searching', key: 'a' },
      { ...first, number: 3, kind: 'record', step: 'propose', from: 'searching', to: state, key: 'b' },
    ]);
    const workflow = askedNow(now, {
      approaches: [],
      offers: [],
      counts: { approached: 0, replied: 0, offered: 0, shared: 0 },
    });
    const answer = attempt(workflow, now, commandTo(workflow, now, step, { by: 'x', parts: [{ role }] }));
    assert.equal(answer.kind, 'decided', `${state}: ${answer.kind === 'refused' ? answer.sentence : ''}`);
  }
  assert.equal(PLACEMENT_REQUEST_STATES.placed.ended, true);
});

test('the same director clears up a question about the search and later approves the home', () => {
  const now = searchCase([...ASKED, ['director-permits', 'ada', 'director'], ...PROPOSED.slice(2)]);
  const workflow = askedNow(now);
  const command = commandTo(workflow, now, 'approve', { by: 'ada', parts: [{ role: 'director' }] });
  assert.equal(attempt(workflow, now, command).kind, 'decided');
});

test('the same director clears up a question about the search and later says that no home was found', () => {
  const way: readonly Taken[] = [
    ...ASKED,
    ['director-permits', 'ada', 'director'],
    ...officer('take-on', 'ready', 'escalate'),
  ];
  assert.equal(searchCase([...way, ['none-found', 'ada', 'director']]).state, 'no-placement-found');
});

test('whoever chose a home, agreed to the choice or put it to the director does not approve it, whatever else they are', () => {
  const now = caseIn('with-director');
  const workflow = askedNow(now);
  const approving = (by: string, actingFor?: string) => {
    const part = { role: 'director' as const, ...(actingFor === undefined ? {} : { actingFor }) };
    const answer = attempt(workflow, now, commandTo(workflow, now, 'approve', { by, parts: [part] }));
    return answer.kind === 'refused' ? answer.name : 'approved';
  };
  assert.deepEqual(
    ['jo', 'paige', 'tess', 'ada'].map((by) => approving(by)),
    ['own-request', 'own-request', 'had-a-part', 'approved'],
  );
  assert.equal(approving('tess', 'ada'), 'had-a-part', 'nor standing in for the director');
  assert.equal(approving('ada', 'tess'), 'had-a-part', 'nor a director for whoever agreed');
});

test('saboteur: a search that forgot who agreed to the choice, once it was sent on, would let them approve it', () => {
  const now = { ...caseIn('with-director'), decidedBy: new Map() };
  // By the table alone: what each case adds to it forgets nobody who worked on the search below.
  const attemptBy = (one: CaseNow) =>
    attempt(
      PLACEMENT_REQUEST,
      one,
      commandTo(PLACEMENT_REQUEST, one, 'approve', { by: 'tess', parts: [{ role: 'director' }] }),
    ).kind;
  assert.deepEqual([attemptBy(now), attemptBy(caseIn('with-director'))], ['decided', 'refused']);
  assert.deepEqual([...caseIn('with-director').decidedBy.keys()], ['tess']);
});

test('a choice that is looked at anew is agreed to by whoever agreed before, and approved by another', () => {
  const again = searchCase([
    ...PROPOSED,
    ['give-back', 'ada', 'director'],
    ['checks-failed', 'paige', 'placements-officer'],
    ['choose', 'jo', 'social-worker'],
    ['agree-choice', 'tess', 'team-manager'],
  ]);
  assert.equal(again.state, 'negotiation');
});

test('of two who act on one search at once, the second is told who chose meanwhile', () => {
  const before = caseIn('offers-shared');
  const now = caseIn('social-work-decision');
  const command = commandTo(askedNow(before), before, 'decline-all', {
    by: 'sam',
    parts: [{ role: 'social-worker' }],
  });
  const answer = attempt(askedNow(now), now, command);
  assert.ok(answer.kind === 'refused' && answer.name === 'decided-meanwhile');
  assert.match(answer.sentence, /Jo Park chose an offer/);
});

test('a move that was recorded is told still, though the child is in care since', () => {
  const now = caseIn('moved');
  const story = chronologyOf(askedNow(now, undefined, true), now, nameOf);
  assert.equal(story[0]?.sentence, 'Jo Park, social worker, recorded that the child has moved in');
});

test('to pass a tier over asks why, and to open them one after the other does not', () => {
  const asksWhy = (state: Reached, step: string) =>
    askedNow(caseIn(state))
      .steps.find(({ id }) => id === step)
      ?.asks.find(({ name }) => name === 'skipped-why');
  assert.equal(asksWhy('in-house', 'open-framework'), undefined);
  assert.match(asksWhy('in-house', 'open-spot')?.label ?? '', /Why is “framework” passed over\?/);
  assert.match(asksWhy('in-house', 'open-direct')?.label ?? '', /“framework”, “spot”/);
  const inEmergency = askedNow(caseIn('all-tiers')).steps.filter(({ from }) =>
    from.some((state) => state === 'all-tiers'),
  );
  assert.deepEqual(
    inEmergency.filter(({ id }) => id.startsWith('open-')),
    [],
    'in an emergency all are asked',
  );
  const now = caseIn('in-house');
  const workflow = askedNow(now);
  const command = commandTo(workflow, now, 'open-spot', {
    by: 'paige',
    parts: [{ role: 'placements-officer' }],
  });
  const silent = attempt(workflow, now, { ...command, said: {} });
  assert.ok(silent.kind === 'refused' && silent.name === 'not-said');
  const stroke = attempt(workflow, now, { ...command, said: { 'skipped-why': '.' } });
  assert.ok(stroke.kind === 'refused' && 'faults' in stroke);
  assert.deepEqual(stroke.faults, [
    {
      question: 'skipped-why',
      sentence: 'Say in a few words why the tiers before it are passed over',
    },
  ]);
  const reason = { 'skipped-why': 'Nobody there takes siblings' };
  assert.equal(attempt(workflow, now, { ...command, said: reason }).kind, 'decided');
});

test('an emergency approved by word of mouth is the director’s to confirm, and when denied the tiers are asked one by one', () => {
  const word: readonly Taken[] = [...READY, ...officer('all-tiers-by-word')];
  const now = searchCase(word);
  assert.deepEqual([now.state, now.words.length], ['all-tiers', 1]);
  const confirmed = searchCase([...word, ['confirm', 'ada', 'director']]);
  assert.deepEqual([confirmed.state, confirmed.words[0]?.answer?.kind], ['all-tiers', 'confirm']);
  assert.equal(searchCase([...word, ['deny', 'ada', 'director']]).state, 'searching');
  const later = searchCase([...word, ...officer('share-offers'), ['deny-besides', 'ada', 'director']]);
  assert.deepEqual([later.state, later.words[0]?.answer?.kind], ['offers-shared', 'deny']);
});

test('a home approved by word of mouth is the director’s to confirm, and when denied is before the director again', () => {
  const word: readonly Taken[] = [...PROPOSED, ...officer('approve-by-word')];
  const now = searchCase(word);
  assert.deepEqual([now.state, now.words[0]?.answer], ['approved', undefined]);
  const confirmed = searchCase([...word, ['confirm', 'ada', 'director']]);
  assert.deepEqual([confirmed.state, confirmed.words[0]?.answer?.kind], ['approved', 'confirm']);
  const told = [...word, ...officer('notify')];
  assert.equal(searchCase([...told, ['deny-approval', 'ada', 'director']]).state, 'with-director');
  assert.throws(() => searchCase([...told, ['deny-besides', 'ada', 'director']]), /deny-besides/);
  const inCare = [...word, ...officer('notify', 'send-contract', 'confirm-move', 'moved-in')];
  const late = searchCase([...inCare, ['deny-besides', 'ada', 'director']]);
  assert.deepEqual([late.state, late.words[0]?.answer?.kind], ['moved', 'deny']);
});

test('a denial of the emergency that opened all tiers does not undo an approval of the home that the director gave', () => {
  const tiers: readonly Taken[] = [...READY, ...officer('all-tiers-by-word', 'share-offers')];
  const approved: readonly Taken[] = [
    ...tiers,
    ['choose', 'jo', 'social-worker'],
    ['agree-choice', 'tess', 'team-manager'],
    ...officer('agree-terms', 'propose'),
    ['approve', 'dora', 'director'],
  ];
  assert.throws(() => searchCase([...approved, ['deny-approval', 'ada', 'director']]), /deny-approval/);
  assert.equal(searchCase([...approved, ['deny-besides', 'ada', 'director']]).state, 'approved');
});

test('what was said of the child in the request for care is offered again under its question, and the child comes first', () => {
  const inEntry = new Map(questionsOf(ENTRY_EVIDENCE).map((question) => [question.name, question]));
  const shared = questionsOf(PLACEMENT_REQUEST_EVIDENCE).filter(({ name }) => inEntry.has(name));
  assert.deepEqual(
    shared.map(({ name }) => name),
    ['at-their-best', 'child-view', 'siblings', 'needed-from'],
  );
  for (const { toCome, ...question } of shared as readonly (FormQuestion & { toCome?: true })[]) {
    assert.deepEqual(question, inEntry.get(question.name));
    // A child may have come into care before the request for it is written, and no home is looked for in the past.
    assert.equal(toCome, question.name === 'needed-from' ? true : undefined);
  }
  assert.equal(PLACEMENT_REQUEST_EVIDENCE.sections[0]?.questions[0]?.name, 'at-their-best');
});

test('a risk that is named says when it happens and what helps, and one that is not says nothing', () => {
  const complete = answersTo(questionsOf(PLACEMENT_REQUEST_EVIDENCE));
  const now = caseIn('draft');
  const command = commandTo(PLACEMENT_REQUEST, now, 'submit', {
    by: 'jo',
    parts: [{ role: 'social-worker' }],
  });
  const send = (answers: Answers) =>
    attempt(PLACEMENT_REQUEST, now, command, { evidence: { revision: 1, answers } });
  const without: Answers = Object.fromEntries(
    Object.entries({ ...complete, risks: ['missing'] }).filter(([name]) => name !== 'risks-what-helps'),
  );
  const answer = send(without);
  assert.ok(answer.kind === 'refused' && answer.name === 'evidence-missing');
  assert.deepEqual(
    answer.faults.map(({ question }) => question),
    ['risks-what-helps'],
  );
  assert.equal(send({ ...without, risks: ['none'] }).kind, 'decided');
});

test('once the child has moved in, the request for care that it came from is over as well', () => {
  const authorised = caseOf(PALAC, 'jo', [
    ['submit', 'jo', 'social-worker'],
    ['support', 'tess', 'team-manager'],
    ['authorise', 'gwen', 'group-manager'],
    ['director-authorise', 'ada', 'director'],
  ]);
  const placed = caseIn('moved').events.at(-1);
  assert.ok(placed?.by);
  const outcome = { case: 7, workflow: PLACEMENT_REQUEST.id, by: placed.by, at: placed.at };
  assert.equal(findFollow(PALAC, authorised, { ...outcome, state: 'moved' })?.to, 'completed');
  assert.equal(findFollow(PALAC, authorised, { ...outcome, state: 'cancelled' }), undefined);
});

test('how well a request shows the child is asked from the best to the least', () => {
  const [asked] = PLACEMENT_REQUEST.steps.find(({ id }) => id === 'ready')?.asks ?? [];
  assert.ok(asked?.kind === 'one-of');
  assert.deepEqual(
    optionsShown(asked).map(([, words]) => words),
    ['Fully', 'Mostly', 'In parts', 'Hardly'],
  );
  assert.equal(optionsShown(asked).length, Object.keys(asked.options).length);
});
