import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, attempt, commandTo, nameOf, type Taken } from '../../test/cases.ts';
import { askedNow, searchCase } from '../../test/search-cases.ts';
import { londonDayOf, londonTimeOf, momentInWords } from '../calendar/london-time.ts';
import { addMinutes, type Moment } from '../calendar/moment.ts';
import { type CaseNow, caseFrom } from './case.ts';

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
const ALL_TIERS = 'all-tiers-by-word';

/** The director’s word, as an officer writes it down as given at a moment. */
const writing = (now: CaseNow, given: Moment, step = BY_WORD) => {
  const workflow = askedNow(now);
  const command = commandTo(workflow, now, step, { by: 'paige', parts: [{ role: 'placements-officer' }] });
  const said = { ...command.said, 'given-on': londonDayOf(given), 'given-at': londonTimeOf(given) };
  return attempt(workflow, now, { ...command, said });
};

/** What becomes of it. */
const writtenDown = (now: CaseNow, given: Moment, step = BY_WORD): string => {
  const answer = writing(now, given, step);
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

/** The steps that somebody took after a case stood where it does. */
const on = (now: CaseNow, ...steps: readonly Taken[]): CaseNow =>
  steps.reduce((was, [step, by, role]) => {
    const workflow = askedNow(was);
    const answer = attempt(workflow, was, commandTo(workflow, was, step, { by, parts: [{ role }] }));
    return answer.kind === 'decided' ? after(was, answer.event) : assert.fail(answer.sentence);
  }, now);

/** A home that was approved by a word of two minutes after it was put to the director, and put before them again. */
const wordUsed = (): { readonly now: CaseNow; readonly given: Moment } => {
  const proposed = searchCase(PROPOSED);
  const given = addMinutes(lastOf(proposed, 'propose'), 2);
  const answer = writing(proposed, given);
  assert.ok(answer.kind === 'decided');
  return { now: on(after(proposed, answer.event), ...officer('put-again')), given };
};

test('one spoken approval is written down once: put before the director again, the home needs another word', () => {
  const { now, given } = wordUsed();
  for (const [told, was] of [
    ['not answered for', now],
    ['confirmed', on(now, ['confirm', 'ada', 'director'])],
  ] as const) {
    for (const at of [given, addMinutes(given, -1)])
      assert.equal(
        writtenDown(was, at),
        `Enter a time after ${momentInWords(given)}: what ${nameOf('ada')} said then is written down already, and counts once`,
        told,
      );
    assert.equal(
      writtenDown(was, addMinutes(given, 1)),
      'decided',
      'what they said after it is another word',
    );
  }
});

test('saboteur: were it not counted whose word it was, the same one would be written down twice', () => {
  const { now, given } = wordUsed();
  const nobodys = caseFrom(now.events.map(({ wordOf: _, ...event }) => event));
  assert.equal(writtenDown(nobodys, given), 'decided');
});

test('what the director decided of another question takes nothing from their word', () => {
  const proposed = searchCase(PROPOSED);
  const given = addMinutes(lastOf(proposed, 'propose'), 3);
  const looked = on(proposed, ['look-on', 'ada', 'director']);
  assert.equal(
    writtenDown(looked, given, ALL_TIERS),
    'decided',
    'no to the home, and yes to asking all tiers',
  );
  const asked = searchCase([...PROPOSED.slice(0, 4), ...officer(ALL_TIERS), ...PROPOSED.slice(4)]);
  const said = addMinutes(lastOf(asked, 'propose'), 3);
  const denied = on(asked, ['deny-besides', 'ada', 'director']);
  assert.equal(
    writtenDown(denied, said),
    'decided',
    'they denied a word on the tiers, and approved the home',
  );
});

test('of its own question a denial takes the word away, of asking all tiers as of the home', () => {
  const asked = searchCase([...PROPOSED.slice(0, 4), ...officer(ALL_TIERS)]);
  const denied = on(asked, ['deny', 'ada', 'director']);
  assert.match(writtenDown(denied, addMinutes(lastOf(denied, 'deny'), -1), ALL_TIERS), /counts no more/);
});

test('a denial of the director’s word counts as the director’s no, in whatever part whoever gave it for them denies it', () => {
  const now = searchCase([...PROPOSED, ...officer(BY_WORD), ['deny-approval', 'ada', 'director']]);
  const [first, ...others] = now.events;
  const asThemselves = others.map((event) =>
    event.kind === 'deny' && event.by !== null
      ? { ...event, by: { ...event.by, part: { role: 'group-manager' as const } } }
      : event,
  );
  const denied = caseFrom([first, ...asThemselves]);
  const before = addMinutes(lastOf(denied, 'deny-approval'), -1);
  assert.match(writtenDown(denied, before), /said that the approval written down was not theirs/);
});
