import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, attempt, caseOf, commandTo, groundsFor, nameOf, saidWith } from '../../test/cases.ts';
import { emergencyIn } from '../../test/emergency-cases.ts';
import { moment } from '../calendar/moment.ts';
import { EMERGENCY } from '../entry-to-care/emergency.ts';
import type { CaseNow } from './case.ts';
import { chronologyOf } from './chronology.ts';
import type { Part } from './part.ts';
import { findTimeOfWordFault, openWords, WORD_OF, wordInWords } from './word.ts';
import type { Workflow } from './workflow.ts';

const JO = { by: 'jo', parts: [{ role: 'social-worker' as const }] };
const directors = (...of: readonly string[]) => ({
  partsOf: (person: string): readonly Part[] =>
    of.includes(person) ? [{ role: 'team-manager' }, { role: 'director' }] : [],
});

/** What is said of writing down somebody's word. */
const writeDown = (
  now: CaseNow,
  step: string,
  of: string,
  parts: { partsOf: (person: string) => readonly Part[] },
) => {
  const said = { ...saidWith(EMERGENCY, step), [WORD_OF]: of };
  const answer = attempt(EMERGENCY, now, commandTo(EMERGENCY, now, step, JO, { said }), parts);
  return answer.kind === 'refused' && 'faults' in answer ? (answer.faults[0]?.sentence ?? '') : answer.kind;
};

test('nobody gives a word on their own request, nor in the name of whoever made it, nor a second one', () => {
  const raised = emergencyIn('raised');
  assert.match(writeDown(raised, 'write-down-manager', 'jo', directors('jo')), /word of somebody else/);
  const forJo = { partsOf: (): readonly Part[] => [{ role: 'team-manager', actingFor: 'jo' }] };
  assert.match(writeDown(raised, 'write-down-manager', 'sam', forJo), /stand in for whoever did/);
  assert.equal(writeDown(raised, 'write-down-manager', 'sam', directors('sam')), 'decided');
  const once = caseOf(EMERGENCY, 'jo', [['write-down-manager', 'jo', 'social-worker']]);
  // The helper writes down Tess.
  assert.match(
    writeDown(once, 'write-down-director', 'tess', directors('tess')),
    /have decided on it before/,
  );
  const forTess = { partsOf: (): readonly Part[] => [{ role: 'director', actingFor: 'tess' }] };
  assert.match(writeDown(once, 'write-down-director', 'sam', forTess), /stand in for whoever did/);
});

test('a word is a decision of whose it is: they do not decide again themselves', () => {
  const now = emergencyIn('with-duty-director');
  const who = { by: 'tess', parts: [{ role: 'director' as const }] };
  const answer = attempt(EMERGENCY, now, commandTo(EMERGENCY, now, 'director-approve', who));
  assert.equal(answer.kind === 'refused' && answer.name, 'had-a-part');
  // Were it not counted as theirs, they would.
  const uncounted = { ...now, decidedBy: new Map() };
  assert.equal(
    attempt(EMERGENCY, uncounted, commandTo(EMERGENCY, now, 'director-approve', who)).kind,
    'decided',
  );
});

test('only whoever a word is of answers for it, once, and each for their own', () => {
  const now = emergencyIn('searching');
  const answer = (at: CaseNow, by: string, step = 'confirm', workflow: Workflow = EMERGENCY) =>
    attempt(workflow, at, commandTo(workflow, at, step, { by, parts: [{ role: 'director' }] }));
  const gwen = answer(now, 'gwen');
  assert.equal(gwen.kind === 'refused' && gwen.name, 'not-your-word');
  const ada = answer(now, 'ada');
  assert.ok(ada.kind === 'decided');
  const confirmed = after(now, ada.event);
  assert.deepEqual(
    [confirmed.state, confirmed.since],
    [now.state, now.since],
    'it stays where it is, as long as it was',
  );
  assert.deepEqual(
    openWords(confirmed.words).map(({ person }) => person),
    ['tess'],
  );
  const again = answer(confirmed, 'ada', 'deny');
  assert.equal(again.kind === 'refused' && again.name, 'not-your-word', 'and is not taken back');
  const steps = EMERGENCY.steps.map((step) =>
    step.id === 'confirm' ? { ...step, kind: 'record' as const } : step,
  );
  assert.equal(
    answer(now, 'gwen', 'confirm', { ...EMERGENCY, steps }).kind,
    'decided',
    'a looser table would show',
  );
});

test('what was decided on a word that is denied is undone, and whoever decided may decide again', () => {
  const denied = emergencyIn('denied');
  assert.deepEqual([...denied.decidedBy.keys()], []);
  const who = { by: 'ada', parts: [{ role: 'director' as const }] };
  assert.equal(
    attempt(EMERGENCY, denied, commandTo(EMERGENCY, denied, 'decide-denied', who)).kind,
    'decided',
  );
  const jo = { by: 'jo', parts: [{ role: 'director' as const }] };
  const own = attempt(EMERGENCY, denied, commandTo(EMERGENCY, denied, 'decide-denied', jo));
  assert.equal(own.kind === 'refused' && own.name, 'own-request', 'but never whoever asked');
});

test('a decision given by word of mouth says when, and one’s own may be given here and now', () => {
  const now = emergencyIn('raised');
  const who = { by: 'tess', parts: [{ role: 'team-manager' as const }] };
  const approve = (said: Readonly<Record<string, unknown>>) => {
    const answer = attempt(
      EMERGENCY,
      now,
      commandTo(EMERGENCY, now, 'manager-approve', who, { said: { rationale: 'Not safe.', ...said } }),
      groundsFor(EMERGENCY),
    );
    return answer.kind === 'refused' && 'faults' in answer
      ? answer.faults.map(({ question }) => question).join()
      : answer.kind;
  };
  assert.equal(approve({ means: 'here' }), 'decided');
  assert.equal(approve({ means: 'call' }), 'given-on,given-at');
  assert.equal(approve({ means: 'call', 'given-on': '2026-11-02', 'given-at': '09:30' }), 'decided');
  assert.equal(
    approve({ means: 'call', 'given-on': '2026-11-02', 'given-at': '09:41' }),
    'given-at',
    'to come',
  );
});

test('the story says whose word it was, who wrote it down, and whether it was theirs', () => {
  const denied = emergencyIn('denied');
  const [last, , first] = chronologyOf(EMERGENCY, denied, nameOf);
  assert.equal(
    last?.sentence,
    'Tess Marlow, team manager, said that the approval written down was not theirs',
  );
  assert.equal(
    first?.sentence,
    'Jo Park, social worker, wrote down the approval of Tess Marlow, team manager',
  );
  const [tess, ada] = denied.words.map((word) => wordInWords(word, nameOf));
  assert.match(
    tess ?? '',
    /^Tess Marlow said on 2 November 2026 at \d\d:\d\d that they did not give the approval that Jo Park wrote down as theirs \(2 November 2026 at 09:30, by telephone\)\.$/,
  );
  assert.match(ada ?? '', /^Not yet confirmed by Ada Osei: /);
});

test('a word was given at most twelve hours before it was raised, as whoever asks at night writes afterwards, and in the last three days', () => {
  const begun = moment('2026-11-02T09:30:40Z');
  const faultAt = (on: string, at: string, now: string) => {
    const said = { 'given-on': on, 'given-at': at };
    return findTimeOfWordFault(said, { begun, now: moment(now) });
  };
  const SOON = '2026-11-02T10:00:00Z';
  assert.equal(faultAt('2026-11-02', '09:30', SOON), undefined);
  assert.equal(faultAt('2026-11-01', '21:30', SOON), undefined, 'in the minute twelve hours before');
  const before = faultAt('2026-11-01', '21:29', SOON);
  assert.equal(before?.question, 'given-at');
  assert.match(
    before?.sentence ?? '',
    /^Enter a time from 1 November 2026 at 21:30 on: twelve hours before this was raised/,
  );
  assert.match(faultAt('2026-11-02', '10:01', SOON)?.sentence ?? '', /a time that has passed/);
  assert.equal(faultAt('2026-11-02', '09:41', '2026-11-05T09:40:00Z'), undefined);
  assert.match(faultAt('2026-11-02', '09:39', '2026-11-05T09:40:00Z')?.sentence ?? '', /last three days/);
});

test('a word from the day before the emergency was raised is refused at its question, whoever writes it down', () => {
  const now = emergencyIn('raised');
  const said = {
    ...saidWith(EMERGENCY, 'write-down-manager'),
    'given-on': '2026-11-01',
    'given-at': '09:29',
  };
  const answer = attempt(EMERGENCY, now, commandTo(EMERGENCY, now, 'write-down-manager', JO, { said }));
  assert.ok(answer.kind === 'refused' && answer.name === 'not-said');
  assert.deepEqual(
    answer.faults.map(({ question }) => question),
    ['given-at'],
  );
});
