import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo, begun, nameOf } from '../../test/cases.ts';
import { day } from '../calendar/day.ts';
import { type Answers, questionsOf } from '../form/form.ts';
import { readAnswers } from '../form/read-answers.ts';
import { caseFrom } from '../workflow/case.ts';
import { chronologyOf } from '../workflow/chronology.ts';
import { HOME_CHANGES } from './change-of-home.ts';
import {
  HOME_NOTICE,
  HOME_NOTICE_ASKS,
  homeNeededBy,
  homeNoticeIn,
  homeNoticeOf,
  isOutOfTime,
  neededByNotice,
  offeredByNotice,
  withLength,
} from './home-notice.ts';
import { PLACEMENT_REQUEST } from './placement-request.ts';

const TODAY = day('2026-11-02');
const SAID: Answers = {
  ...answersTo(HOME_NOTICE_ASKS),
  'notice-by': 'provider',
  'notice-on': '2026-10-30',
  'last-day': '2026-11-27',
  'notice-reason': 'CREQO',
};
const noticeOf = (changes: Answers = {}) => {
  const notice = homeNoticeIn({ ...SAID, ...changes });
  assert.ok(notice !== undefined);
  return notice;
};
const caseWith = (...notices: readonly Answers[]) => {
  const { events } = begun(PLACEMENT_REQUEST, 'paige', 'placements-officer');
  const [first] = events;
  return caseFrom([
    first,
    ...notices.map((said, at) => ({
      ...first,
      number: at + 2,
      kind: 'record' as const,
      step: HOME_NOTICE.id,
      from: first.to,
      said: withLength(said, noticeOf(said)),
      key: `notice ${at}`,
    })),
  ]);
};

test('notice is of a day that has been, and ends no earlier than it was given', () => {
  const faultsOf = (changes: Answers) =>
    readAnswers(HOME_NOTICE_ASKS, { ...SAID, ...changes }, TODAY).faults.map(({ question }) => question);
  assert.deepEqual(faultsOf({}), []);
  assert.deepEqual(faultsOf({ 'notice-on': '2026-11-03' }), ['notice-on']);
  assert.deepEqual(faultsOf({ 'last-day': '2026-10-29' }), ['last-day']);
  assert.deepEqual(faultsOf({ 'last-day': '2026-10-30' }), [], 'at once');
  assert.deepEqual(faultsOf({ 'notice-reason': 'PLACE' }), ['notice-reason'], 'nobody leaves');
});

test('another home is needed by the last day, and today where the child may not be there tonight', () => {
  const soon = (lastDay: string) => neededByNotice(noticeOf({ 'last-day': lastDay }), TODAY);
  assert.deepEqual(soon('2026-11-02'), { 'how-soon': 'today', 'needed-from': '2026-11-02' });
  assert.equal(soon('2026-10-31')['how-soon'], 'today', 'a day that has gone by');
  assert.equal(soon('2026-11-03')['how-soon'], 'days');
  assert.equal(soon('2026-11-07')['how-soon'], 'days');
  assert.equal(soon('2026-11-08')['how-soon'], 'later');
  const asked = questionsOf(PLACEMENT_REQUEST.evidence);
  assert.deepEqual(
    readAnswers(asked, soon('2026-11-08'), TODAY).answers,
    soon('2026-11-08'),
    'as it is asked',
  );
});

test('the chronology tells who recorded notice, of how long, for which last day and why', () => {
  const [line] = chronologyOf(PLACEMENT_REQUEST, caseWith(SAID), nameOf);
  assert.equal(
    line?.sentence,
    'Paige Marsh, placements officer, recorded that the home the child lives in is to end',
  );
  const said = line.said.flatMap(({ paragraphs }) => paragraphs);
  for (const words of ['The provider of the home', '30 October 2026', '27 November 2026', '28 days'])
    assert.ok(said.includes(words), words);
  assert.ok(said.includes('Carer asked, for another reason'));
});

test('a second notice takes the place of the first, and neither moves the search', () => {
  const now = caseWith(SAID, { ...SAID, 'last-day': '2026-11-13' });
  assert.equal(homeNoticeOf(now)?.lastDay, '2026-11-13');
  assert.equal(now.state, 'draft');
});

test('why the home ended is offered where the move is recorded, and nowhere else', () => {
  assert.deepEqual(offeredByNotice(HOME_CHANGES, caseWith(SAID)), { 'old-home-ended': 'CREQO' });
  assert.deepEqual(offeredByNotice(HOME_CHANGES, caseWith()), {});
  assert.deepEqual(offeredByNotice(HOME_NOTICE_ASKS, caseWith(SAID)), {});
});

test('a child has no home for tonight from the last day until the move is recorded', () => {
  const now = caseWith(SAID);
  assert.equal(isOutOfTime(now, day('2026-11-26')), false);
  assert.equal(isOutOfTime(now, day('2026-11-27')), true);
  assert.equal(isOutOfTime({ ...now, state: 'moved' }, day('2026-11-27')), false);
  assert.equal(isOutOfTime(caseWith(), day('2026-11-27')), false);
});

test('a home is needed by the day that is asked, or by the last day of notice where that is sooner', () => {
  const asked = (on: string): Answers => ({ 'needed-from': on });
  assert.equal(homeNeededBy(asked('2026-12-01'), caseWith(SAID)), '2026-11-27');
  assert.equal(homeNeededBy(asked('2026-11-20'), caseWith(SAID)), '2026-11-20');
  assert.equal(homeNeededBy({}, caseWith(SAID)), '2026-11-27');
  assert.equal(homeNeededBy(asked('2026-12-01'), caseWith()), '2026-12-01');
  assert.equal(homeNeededBy({}, caseWith()), undefined);
});
