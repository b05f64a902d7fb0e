import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, attempt, commandTo, groundsFor, type Taken } from '../../test/cases.ts';
import { askedNow, logOf, searchCase } from '../../test/search-cases.ts';
import type { Role } from '../access/role.ts';
import { addDays, day } from '../calendar/day.ts';
import { londonDayOf, londonTimeOf } from '../calendar/london-time.ts';
import { PLACEMENT_REQUEST } from '../placement-request/placement-request.ts';
import type { CaseNow } from '../workflow/case.ts';
import { decide } from '../workflow/decide.ts';
import { stateMeaning, waitsFor } from '../workflow/workflow.ts';
import { lookedAtAfterMove } from './approved-after.ts';
import { approvedAfter, approvedOn, isByNobody, movedBeforeInWords } from './moved-before.ts';
import { searchFrom } from './search.ts';
import { isMetBySearch, searchStandingOf } from './standing.ts';
import { whyNotWritten } from './write-entry.ts';

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
const NO: Taken = ['refuse-after-move', 'dora', 'director'];

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
const approvedBy = (
  now: CaseNow,
  by: string,
  role: Role = 'director',
  { entries = logOf(), step = 'approve-after-move', hasLeft = false } = {},
): string => {
  const workflow = askedNow(now, undefined, false, undefined, entries, hasLeft);
  const command = commandTo(workflow, now, step, { by, parts: [{ role }] });
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
  assert.equal(approvedBy(now, 'kit', 'director', { entries: wrote }), 'had-a-part');
  assert.equal(approvedBy(now, 'gwen', 'group-manager'), 'not-your-step');
  assert.equal(approvedBy(now, 'paige', 'placements-officer'), 'not-your-step');
});

test('until then it waits for a director, in red', () => {
  const stands = (...steps: readonly Taken[]) => {
    const now = searchCase([...BY_WORD, ...MOVES, ...steps]);
    const workflow = lookedAtAfterMove(PLACEMENT_REQUEST, now, false);
    return [waitsFor(workflow, now.state), stateMeaning(workflow, now.state).alarm, isByNobody(now.events)];
  };
  const OFFICERS = ['placements-officer'];
  assert.deepEqual(stands(), [OFFICERS, undefined, false]);
  assert.deepEqual(stands(DENIED), [['director', ...OFFICERS], 'Approved by nobody', true]);
  assert.deepEqual(stands(DENIED, AFTER), [OFFICERS, undefined, false]);

  const again = approvedAndDenied();
  const workflow = lookedAtAfterMove(PLACEMENT_REQUEST, again, false);
  assert.equal(stateMeaning(workflow, again.state).alarm, 'Approval denied', 'one approved it before');
});

test('a director may say no to it instead, once, and may still approve it later', () => {
  const denied = [...BY_WORD, ...MOVES, DENIED];
  const refusedBy = (steps: readonly Taken[], by = 'dora', role: Role = 'director', hasLeft = false) =>
    approvedBy(searchCase(steps), by, role, { step: 'refuse-after-move', hasLeft });
  assert.equal(refusedBy(denied), 'moved');
  assert.equal(refusedBy([...BY_WORD, ...MOVES, ...officer('close'), DENIED]), 'closed');
  assert.equal(refusedBy([...BY_WORD, ...MOVES]), 'not-now', 'nobody has denied it');
  assert.equal(refusedBy([...denied, NO]), 'not-now', 'it is said');
  assert.equal(refusedBy([...denied, AFTER]), 'not-now', 'a director approved it');
  assert.equal(refusedBy(denied, 'ada', 'director', true), 'not-now', 'the child has left');
  assert.equal(refusedBy(denied, 'paige', 'placements-officer'), 'not-your-step');
  assert.equal(refusedBy(denied, 'gwen', 'group-manager'), 'not-your-step');
  assert.equal(refusedBy(denied, 'tess'), 'had-a-part');
  assert.equal(approvedBy(searchCase([...denied, NO]), 'dora'), 'moved', 'minds change');
  assert.equal(approvedBy(searchCase([...denied, NO]), 'ada'), 'moved');
});

test('after their no it waits for no director, and says so until the child has left; where they have left, nothing is asked', () => {
  const stands = (steps: readonly Taken[], hasLeft = false) => {
    const now = searchCase([...BY_WORD, ...MOVES, ...steps]);
    const workflow = lookedAtAfterMove(PLACEMENT_REQUEST, now, hasLeft);
    const { alarm, ended } = stateMeaning(workflow, now.state);
    return [waitsFor(workflow, now.state), alarm, ended === true];
  };
  const OFFICERS = ['placements-officer'];
  const REFUSED = 'Not approved: another home is to be found';
  const CLOSED = officer('close');
  assert.deepEqual(stands([DENIED, NO]), [OFFICERS, REFUSED, false]);
  assert.deepEqual(stands([DENIED, NO, AFTER]), [OFFICERS, undefined, false]);
  assert.deepEqual(stands([DENIED, NO, ...CLOSED]), [[], REFUSED, true]);
  assert.deepEqual(stands([...CLOSED, DENIED]), [['director'], 'Approved by nobody', false]);
  assert.deepEqual(stands([...CLOSED, DENIED, NO]), [[], REFUSED, true]);
  assert.deepEqual(stands([...CLOSED, DENIED, AFTER]), [[], undefined, true]);
  for (const steps of [[DENIED], [DENIED, NO], [...CLOSED, DENIED]])
    assert.deepEqual(
      stands(steps, true).slice(1),
      [undefined, steps[0] !== DENIED],
      'the child lives elsewhere',
    );
  assert.equal(
    approvedBy(searchCase([...BY_WORD, ...MOVES, DENIED]), 'dora', 'director', { hasLeft: true }),
    'not-now',
  );
});

test('the search is not closed while the child lives by a denied word and no director has decided', () => {
  const close = (steps: readonly Taken[], hasLeft = false): string => {
    const now = searchCase([...BY_WORD, ...MOVES, ...steps]);
    const workflow = askedNow(now, undefined, false, undefined, [], hasLeft);
    const standing = searchStandingOf(now, searchFrom([]), {
      request: {},
      age: 11,
      today: day('2026-11-02'),
      hasLeft,
    });
    const command = commandTo(workflow, now, 'close', {
      by: 'paige',
      parts: [{ role: 'placements-officer' }],
    });
    const grounds = {
      ...groundsFor(workflow),
      isMet: (need: string) => isMetBySearch(need, standing) ?? true,
    };
    const answer = decide(workflow, now, command, grounds);
    return answer.kind === 'decided' ? answer.event.to : answer.sentence;
  };
  assert.equal(close([]), 'closed', 'nobody has denied it');
  assert.match(close([DENIED]), /A director has to decide on the home first, on their desk or on the page/);
  assert.equal(close([DENIED, NO]), 'closed');
  assert.equal(close([DENIED, AFTER]), 'closed');
  assert.equal(close([DENIED], true), 'closed', 'the child has left');
});

test('a gate that has lapsed since the move is recorded where a director has a home to decide on, and nowhere else', () => {
  const gate = (steps: readonly Taken[]): string => {
    const now = searchCase([...BY_WORD, ...MOVES, ...steps]);
    return whyNotWritten(now, 'gate')?.sentence ?? 'written';
  };
  assert.match(gate([]), /has moved in, so this is no longer written/);
  assert.equal(gate([DENIED]), 'written');
  assert.equal(gate([DENIED, NO]), 'written', 'it may still be approved');
  assert.equal(gate([...officer('close'), DENIED]), 'written');
  assert.match(gate([DENIED, AFTER]), /has moved in/);
  assert.match(gate([...officer('close')]), /is over/);
});

test('while the approval is denied no day is told on which the home was approved', () => {
  const moved = [...BY_WORD, ...MOVES];
  const on = approvedOn(searchCase(moved).events);
  assert.ok(on !== undefined);
  const before = addDays(on, -3);
  const events = (...steps: readonly Taken[]) =>
    searchCase([...moved, ...steps]).events.map((event) =>
      event.step === 'moved-in' ? { ...event, said: { ...event.said, 'placed-on': before } } : event,
    );
  const told = (...steps: readonly Taken[]) => [
    approvedOn(events(...steps)),
    approvedAfter(events(...steps), before),
    movedBeforeInWords(events(...steps)) !== undefined,
  ];
  assert.deepEqual(told(), [on, on, true]);
  assert.deepEqual(told(DENIED), [undefined, undefined, false]);
});

test('the day on which it was approved is the one after the move', () => {
  const { events } = searchCase([...BY_WORD, ...MOVES, DENIED, AFTER]);
  const on = approvedOn(events);
  assert.ok(on !== undefined);
  assert.equal(approvedAfter(events, on), undefined);
});
