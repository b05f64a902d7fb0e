import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, commandTo, nameOf, type Taken } from '../../test/cases.ts';
import { askedNow, searchCase } from '../../test/search-cases.ts';
import { londonDayOf, londonTimeOf, momentInWords } from '../calendar/london-time.ts';
import { addMinutes, type Moment } from '../calendar/moment.ts';
import type { CaseNow } from './case.ts';

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const PROPOSED: readonly Taken[] = [
  ['submit', 'jo', 'social-worker'],
  ...officer('permit', 'take-on', 'ready', 'share-offers'),
  ['choose', 'jo', 'social-worker'],
  ['agree-choice', 'tess', 'team-manager'],
  ...officer('agree-terms', 'propose'),
];
const BY_WORD = 'approve-by-word';

/** What becomes of the director’s word, written down as given at a moment. */
const writtenDown = (now: CaseNow, given: Moment): string => {
  const workflow = askedNow(now);
  const command = commandTo(workflow, now, BY_WORD, { by: 'paige', parts: [{ role: 'placements-officer' }] });
  const said = { ...command.said, 'given-on': londonDayOf(given), 'given-at': londonTimeOf(given) };
  const answer = attempt(workflow, now, { ...command, said });
  return answer.kind === 'refused' && 'faults' in answer ? (answer.faults[0]?.sentence ?? '') : answer.kind;
};
const lastOf = ({ events }: CaseNow, step: string): Moment =>
  events.findLast((event) => event.step === step)?.at ?? assert.fail(step);

test('a word given before the director returned the proposal, or did not approve the home, counts no more', () => {
  for (const [step, way] of [
    ['give-back', officer('propose')],
    [
      'look-on',
      [
        ...officer('share-offers'),
        ['choose', 'jo', 'social-worker'],
        ['agree-choice', 'tess', 'team-manager'],
        ...officer('agree-terms', 'propose'),
      ],
    ],
  ] as const) {
    const now = searchCase([...PROPOSED, [step, 'ada', 'director'], ...way]);
    const decided = lastOf(now, step);
    const refusal = writtenDown(now, addMinutes(decided, -3));
    assert.ok(
      refusal.startsWith(`Enter a time from ${momentInWords(decided)} on: ${nameOf('ada')} `),
      `${step}: ${refusal}`,
    );
    assert.match(refusal, /then, and what was said before that counts no more$/);
    assert.equal(writtenDown(now, decided), 'decided', step);
    assert.equal(writtenDown(now, addMinutes(decided, 1)), 'decided', 'before it was put to them anew');
  }
});

test('a word that was denied is not written down again as of then, nor one before an approval that counts no more', () => {
  const denied = searchCase([...PROPOSED, ...officer(BY_WORD), ['deny-approval', 'ada', 'director']]);
  assert.match(writtenDown(denied, addMinutes(lastOf(denied, 'deny-approval'), -1)), /counts no more/);
  const again = searchCase([...PROPOSED, ['approve', 'ada', 'director'], ...officer('put-again')]);
  assert.match(writtenDown(again, addMinutes(lastOf(again, 'approve'), -1)), /approved the home then/);
  assert.equal(writtenDown(again, lastOf(again, 'approve')), 'decided');
});

test('where nothing was decided in between a word may be of before the proposal was typed', () => {
  const now = searchCase(PROPOSED);
  assert.equal(writtenDown(now, addMinutes(lastOf(now, 'propose'), -30)), 'decided');
  assert.equal(
    writtenDown(now, addMinutes(lastOf(now, 'agree-choice'), -1)),
    'decided',
    'a manager’s support',
  );
});
