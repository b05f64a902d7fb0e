import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Taken } from '../../test/cases.ts';
import { askedNow, SHARED_LOG, searchCase } from '../../test/search-cases.ts';
import { addDays, day } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import { addMinutes } from '../calendar/moment.ts';
import type { Answers } from '../form/form.ts';
import { MOVED_BEFORE_WHY } from '../placement-request/move-steps.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { type ApprovedHome, findMoveFault } from './day-of-move.ts';
import { approvedOn, asksMovedBefore, movedBeforeInWords } from './moved-before.ts';
import { searchFrom } from './search.ts';

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const TO_DIRECTOR: readonly Taken[] = [
  ['submit', 'jo', 'social-worker'],
  ...officer('permit', 'take-on', 'ready', 'share-offers'),
  ['choose', 'jo', 'social-worker'],
  ['agree-choice', 'tess', 'team-manager'],
  ...officer('agree-terms', 'propose'),
];
const approvedCase = searchCase([...TO_DIRECTOR, ['approve', 'ada', 'director'], ...officer('notify')]);
const APPROVED_ON = day('2026-11-02');
const [chosen] = searchFrom(SHARED_LOG).offers;
assert.ok(chosen);

const faultOf = (step: string, said: Answers, events: ApprovedHome['events'] = approvedCase.events) =>
  findMoveFault(step, said, {
    events,
    chosen,
    home: undefined,
    request: { 'deprivation-of-liberty': 'no' },
    dateOfBirth: day('2015-03-04'),
  });
const withEvent = (step: string, said: Answers): ApprovedHome['events'] => {
  const [first, ...rest] = approvedCase.events;
  const last = approvedCase.events.at(-1) ?? first;
  const confirmed: CaseEvent = {
    ...last,
    number: last.number + 1,
    step,
    from: last.to,
    to: 'move-date-confirmed',
    said,
  };
  return [first, ...rest, confirmed];
};

test('a move of a day before the approval asks why, with whichever step its day is said, and no other move does', () => {
  for (const [step, question] of [
    ['confirm-move', 'moves-on'],
    ['move-first', 'moves-on'],
    ['moved-in', 'placed-on'],
    ['moved-home', 'moved-on'],
  ] as const) {
    const early = { [question]: addDays(APPROVED_ON, -7) };
    assert.deepEqual(
      faultOf(step, early),
      {
        question: MOVED_BEFORE_WHY,
        sentence:
          'Say why the child moved on 26 October 2026, before the home was approved, or enter another day',
      },
      step,
    );
    assert.equal(
      faultOf(step, { ...early, [MOVED_BEFORE_WHY]: 'The carers took him in that night.' }),
      undefined,
    );
    for (const on of [APPROVED_ON, addDays(APPROVED_ON, 1)])
      assert.equal(faultOf(step, { [question]: on }), undefined, `${step}: ${on}`);
  }
});

test('why is said once: what was said with the day that was confirmed is not asked again', () => {
  const said = { 'moves-on': '2026-10-26', [MOVED_BEFORE_WHY]: 'In an emergency.' };
  const events = withEvent('confirm-move', said);
  assert.equal(faultOf('moved-home', { 'moved-on': '2026-10-26' }, events), undefined);
  assert.equal(
    movedBeforeInWords(events),
    'The day of the move is 26 October 2026, and the home was approved on 2 November 2026. Why the child moved before that: In an emergency.',
  );
  assert.equal(movedBeforeInWords(withEvent('confirm-move', { 'moves-on': '2026-11-02' })), undefined);
  assert.equal(movedBeforeInWords(approvedCase.events), undefined);
});

test('of an approval by word of mouth the day is the one on which it was said', () => {
  assert.equal(approvedOn(searchCase(TO_DIRECTOR).events), undefined);
  const { events } = searchCase([...TO_DIRECTOR, ...officer('approve-by-word')]);
  const written = events.at(-1);
  assert.ok(written);
  assert.equal(approvedOn(events), londonDayOf(written.at));
  const earlier = { ...written, said: { ...written.said, 'given-on': '2026-11-01', 'given-at': '22:40' } };
  assert.equal(approvedOn([...events.slice(0, -1), earlier]), '2026-11-01');
});

test('where the day is asked it is said when the home was approved', () => {
  for (const id of ['confirm-move', 'move-first', 'moved-home']) {
    const { steps } = askedNow(approvedCase, undefined, true);
    const asked = steps.find((step) => step.id === id)?.asks.find(({ name }) => name === MOVED_BEFORE_WHY);
    assert.equal(
      asked?.label,
      'The home was approved on 2 November 2026. If the child moved before that, say why',
      id,
    );
  }
});

const APPROVED: Taken = ['approve', 'ada', 'director'];
/** Each event of a search on a day of its own, from Monday 2 November on: as the steps come, so many days apart. */
const dayByDay = (steps: readonly Taken[]): ApprovedHome['events'] => {
  const { events } = searchCase(steps);
  const from = TO_DIRECTOR.length;
  const later = (event: CaseEvent, at: number): CaseEvent => ({
    ...event,
    at: addMinutes(event.at, Math.max(0, at - from - 1) * 24 * 60),
  });
  const [first, ...rest] = events;
  return [first, ...rest.map((event, at) => later(event, at + 1))];
};
const movedOn = (events: ApprovedHome['events'], on: string): string | undefined => {
  const [first, ...rest] = events;
  const last = rest.at(-1) ?? first;
  const said = { 'moves-on': on };
  const move: CaseEvent = {
    ...last,
    number: last.number + 1,
    step: 'confirm-move',
    from: last.to,
    to: 'move-date-confirmed',
    said,
  };
  return movedBeforeInWords([first, ...rest, move]);
};

test('an approval that stood on the day of the move counts, though the home was put before the director again since', () => {
  // Approved on the 2nd, told on the 3rd, put again on the 4th and approved anew on the 5th.
  const events = dayByDay([...TO_DIRECTOR, APPROVED, ...officer('notify', 'put-again'), APPROVED]);
  assert.equal(approvedOn(events), '2026-11-05');
  for (const on of ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06']) {
    assert.equal(movedOn(events, on), undefined, on);
    assert.equal(faultOf('moved-home', { 'moved-on': on }, events), undefined, on);
  }
  assert.match(movedOn(events, '2026-11-01') ?? '', /day of the move is 1 November 2026/);
  assert.equal(faultOf('moved-home', { 'moved-on': '2026-11-01' }, events)?.question, MOVED_BEFORE_WHY);
  assert.equal(
    asksMovedBefore(events),
    'The home was approved on 5 November 2026, and before that stood approved from 2 November 2026 to 4 November 2026. If the child moved while it was not approved, say why',
  );
});

test('an approval that counted no more, that was denied or that was of another home lets nobody move before the one that stands', () => {
  // Put again on the 3rd, looked at anew for two days.
  const between = dayByDay([
    ...TO_DIRECTOR,
    APPROVED,
    ...officer('put-again'),
    ['give-back', 'ada', 'director'],
    ...officer('propose'),
    APPROVED,
  ]);
  assert.equal(approvedOn(between), '2026-11-06');
  assert.equal(movedOn(between, '2026-11-03'), undefined, 'it was put again on that day');
  assert.match(movedOn(between, '2026-11-04') ?? '', /the home was approved on 6 November 2026/);
  const denied = dayByDay([
    ...TO_DIRECTOR,
    ...officer('approve-by-word'),
    ['deny-approval', 'ada', 'director'],
    APPROVED,
  ]);
  assert.match(movedOn(denied, '2026-11-02') ?? '', /the home was approved on 4 November 2026/);
  const [first, ...others] = dayByDay([
    ...TO_DIRECTOR,
    APPROVED,
    ...officer('fell-through', 'share-offers'),
    ...TO_DIRECTOR.slice(5),
    APPROVED,
  ]);
  const again: ApprovedHome['events'] = [first, ...others];
  assert.equal(movedOn(again, '2026-11-02'), undefined, 'the same home');
  const chosenLast = again.findLast(({ step }) => step === 'choose');
  const another = others.map((event) =>
    event === chosenLast ? { ...event, said: { ...event.said, offer: 'Offer 9: Far Lodge' } } : event,
  );
  assert.match(movedOn([first, ...another], '2026-11-02') ?? '', /Why the child moved before that/);
});

test('a word that was denied never stood, though the home was put before the director again before that', () => {
  // By word on the 2nd, put again on the 3rd, the word denied on the 4th, and approved by another on the 5th.
  const put = [...TO_DIRECTOR, ...officer('approve-by-word', 'put-again')];
  const dora: Taken = ['approve', 'dora', 'director'];
  assert.equal(movedOn(dayByDay([...put, dora]), '2026-11-02'), undefined, 'while nobody has denied it');
  const denied = dayByDay([...put, ['deny-besides', 'ada', 'director'], dora]);
  assert.match(movedOn(denied, '2026-11-02') ?? '', /the home was approved on 5 November 2026/);
  assert.equal(movedOn(denied, '2026-11-05'), undefined, 'what the other approved stands');
});
