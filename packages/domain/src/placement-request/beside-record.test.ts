import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo } from '../../test/cases.ts';
import { day } from '../calendar/day.ts';
import { questionsOf } from '../form/form.ts';
import { missingEvidence } from '../workflow/missing-evidence.ts';
import { findAgainstRecord, findNotAgreed } from './beside-record.ts';
import { PLACEMENT_REQUEST } from './placement-request.ts';

const TODAY = day('2026-11-23');
const BORN = day('2010-12-01');
const wants = (supported: string, from = '2026-11-30') => ({
  'suits-supported': supported,
  'needed-from': from,
});
const found = (answers: ReturnType<typeof wants>, born: typeof BORN | undefined = BORN) =>
  findAgainstRecord(answers, { born, today: TODAY }).map(
    ({ question, sentence }) => `${question}: ${sentence}`,
  );

test('supported accommodation cannot be asked for, for somebody under 16 on the day on which the home is needed', () => {
  for (const how of ['preferred', 'suitable'])
    assert.deepEqual(found(wants(how)), [
      'suits-supported: Supported accommodation: choose “Not suitable”. Nobody under 16 may be placed there (regulation 27A), and the child is under 16 on 30 November 2026, from which the home is needed: they are 16 on 1 December 2026',
    ]);
  for (const how of ['unsuitable', 'not-said']) assert.deepEqual(found(wants(how)), []);
  assert.deepEqual(found(wants('preferred', '2026-12-01')), [], 'their birthday');
  assert.match(found(wants('preferred', '2026-11-01')).join(), /is under 16 now: they are 16/);
  assert.match(found(wants('preferred', '')).join(), /is under 16 now: they are 16/);
  assert.deepEqual(
    findAgainstRecord(wants('preferred'), { born: undefined, today: TODAY }),
    [],
    'whose birth nobody knows',
  );
});

test('such a request is not complete, in the part in which it is asked', () => {
  const answers = { ...answersTo(questionsOf(PLACEMENT_REQUEST.evidence)), ...wants('preferred') };
  const missing = missingEvidence(PLACEMENT_REQUEST, answers, { born: BORN, today: TODAY });
  assert.deepEqual(
    missing.map(({ section, faults }) => `${section.id} ${faults.length}`),
    ['home 1'],
  );
  const old = missingEvidence(PLACEMENT_REQUEST, answers, { born: day('2009-12-01'), today: TODAY });
  assert.deepEqual(old, []);
});

const AGREES = [
  ['today', '2026-11-23'],
  ['days', '2026-11-23'],
  ['days', '2026-11-28'],
  ['later', '2026-11-29'],
  ['later', '2027-03-20'],
  ['today', '2026-11-01'],
  ['later', '2026-11-22'],
] as const;
const DISAGREES = [
  ['today', '2026-11-24', 'Today'],
  ['days', '2026-11-29', 'Within five days'],
  ['days', '2027-03-20', 'Within five days'],
  ['later', '2026-11-28', 'In more than five days'],
] as const;

test('how soon a home is needed is held against the day from which it is needed', () => {
  for (const [soon, from] of AGREES)
    assert.equal(
      findNotAgreed({ 'how-soon': soon, 'needed-from': from }, TODAY),
      undefined,
      `${soon} ${from}`,
    );
  for (const [soon, from, words] of DISAGREES)
    assert.match(
      findNotAgreed({ 'how-soon': soon, 'needed-from': from }, TODAY) ?? '',
      new RegExp(`^These two do not agree: .*“${words}”, and the day`, 'u'),
      `${soon} ${from}`,
    );
  assert.equal(findNotAgreed({ 'how-soon': 'days' }, TODAY), undefined, 'no day');
  assert.equal(findNotAgreed({ 'needed-from': '2027-03-20' }, TODAY), undefined, 'not how soon');
});
