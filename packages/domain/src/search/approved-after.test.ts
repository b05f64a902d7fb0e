import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, attempt, commandTo, type Taken } from '../../test/cases.ts';
import { askedNow, logOf, searchCase } from '../../test/search-cases.ts';
import type { Role } from '../access/role.ts';
import { londonDayOf, londonTimeOf } from '../calendar/london-time.ts';
import { PLACEMENT_REQUEST } from '../placement-request/placement-request.ts';
import type { CaseNow } from '../workflow/case.ts';
import { stateMeaning, waitsFor } from '../workflow/workflow.ts';
import { lookedAtAfterMove } from './approved-after.ts';
import { approvedAfter, approvedOn, isByNobody } from './moved-before.ts';

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const PROPOSED: readonly Taken[] = [
  ['submit', 'jo', 'social-worker'],
  ...officer('permit', 'take-on', 'ready', 'share-offers'),
  ['choose', 'jo', 'social-worker'],
  ['agree-choice', 'tess', 'team-manager'],
  ...officer('agree-terms', 'propose'),
];
const MOVES: readonly Taken[] = [
  ...officer('notify', 'send-contract', 'confirm-move'),
  ['moved-in', 'jo', 'social-worker'],
];
const BY_WORD: readonly Taken[] = [...PROPOSED, ...officer('approve-by-word')];
const DENIED: Taken = ['deny-besides', 'ada', 'director'];
const AFTER: Taken = ['approve-after-move', 'dora', 'director'];

/** Approved by a director, put to one again, and said to be approved by another just now, who denies it after the move. */
const approvedAndDenied = (): CaseNow => {
  const again = searchCase([...PROPOSED, ['approve', 'dora', 'director'], ...officer('put-again')]);
  const workflow = askedNow(again);
  const who = { by: 'paige', parts: [{ role: 'placements-officer' as const }] };
  const { said, ...command } = commandTo(workflow, again, 'approve-by-word', who);
  const given = { 'given-on': londonDayOf(command.at), 'given-at': londonTimeOf(command.at) };
  const answer = attempt(workflow, again, { ...command, said: { ...said, ...given } });
  assert.ok(answer.kind === 'decided');
  return searchCase([...MOVES, DENIED], undefined, undefined, after(again, answer.event));
};

/** What becomes of the approval of a home after the child has moved there. */
const approvedBy = (now: CaseNow, by: string, role: Role = 'director', entries = logOf()): string => {
  const workflow = askedNow(now, undefined, false, undefined, entries);
  const command = commandTo(workflow, now, 'approve-after-move', { by, parts: [{ role }] });
  const answer = attempt(workflow, now, command);
  return answer.kind === 'decided' ? answer.event.to : answer.name;
};

test('a home into which the child moved on a word that is denied is approved by a director all the same, and no other is', () => {
  const cases: readonly (readonly [why: string, readonly Taken[], answer: string])[] = [
    ['the word is denied', [...BY_WORD, ...MOVES, DENIED], 'moved'],
    ['the search is closed already', [...BY_WORD, ...MOVES, ...officer('close'), DENIED], 'closed'],
    ['nobody has answered for it', [...BY_WORD, ...MOVES], 'not-now'],
    ['it is confirmed', [...BY_WORD, ...MOVES, ['confirm', 'ada', 'director']], 'not-now'],
    ['a director approved it', [...PROPOSED, ['approve', 'dora', 'director'], ...MOVES], 'not-now'],
    [
      'another approved it since',
      [...BY_WORD, ...officer('put-again'), ['approve', 'dora', 'director'], ...MOVES, DENIED],
      'not-now',
    ],
    ['before the move', [...BY_WORD, ['deny-approval', 'ada', 'director']], 'not-now'],
    ['it is decided', [...BY_WORD, ...MOVES, DENIED, AFTER], 'not-now'],
  ];
  for (const [why, steps, answer] of cases) assert.equal(approvedBy(searchCase(steps), 'dora'), answer, why);
  assert.equal(
    approvedBy(approvedAndDenied(), 'dora'),
    'moved',
    'another approved it before it was put again',
  );
});

test('nor is it by who put the home forward or worked on the search below, nor by another than a director', () => {
  const now = searchCase([...BY_WORD, ...MOVES, DENIED]);
  for (const [by, answer] of [
    ['ada', 'moved'],
    ['paige', 'own-request'],
    ['jo', 'own-request'],
    ['tess', 'had-a-part'],
  ] as const)
    assert.equal(approvedBy(now, by), answer, by);
  const [entry] = logOf(['approach', null]);
  assert.ok(entry !== undefined);
  const wrote = [{ ...entry, by: { person: 'kit', part: { role: 'placements-officer' as const } } }];
  assert.equal(approvedBy(now, 'kit', 'director', wrote), 'had-a-part');
  assert.equal(approvedBy(now, 'gwen', 'group-manager'), 'not-your-step');
  assert.equal(approvedBy(now, 'paige', 'placements-officer'), 'not-your-step');
});

test('until then it waits for a director, in red', () => {
  const stands = (...steps: readonly Taken[]) => {
    const now = searchCase([...BY_WORD, ...MOVES, ...steps]);
    const workflow = lookedAtAfterMove(PLACEMENT_REQUEST, now);
    return [waitsFor(workflow, now.state), stateMeaning(workflow, now.state).alarm, isByNobody(now.events)];
  };
  const OFFICERS = ['placements-officer'];
  assert.deepEqual(stands(), [OFFICERS, undefined, false]);
  assert.deepEqual(stands(DENIED), [['director', ...OFFICERS], 'Approved by nobody', true]);
  assert.deepEqual(stands(DENIED, AFTER), [OFFICERS, undefined, false]);

  const again = approvedAndDenied();
  const workflow = lookedAtAfterMove(PLACEMENT_REQUEST, again);
  assert.equal(stateMeaning(workflow, again.state).alarm, 'Approval denied', 'one approved it before');
});

test('the day on which it was approved is the one after the move', () => {
  const { events } = searchCase([...BY_WORD, ...MOVES, DENIED, AFTER]);
  const on = approvedOn(events);
  assert.ok(on !== undefined);
  assert.equal(approvedAfter(events, on), undefined);
});
