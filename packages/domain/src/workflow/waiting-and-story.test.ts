import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, commandTo, nameOf, START } from '../../test/cases.ts';
import { caseIn, LATER } from '../../test/palac-cases.ts';
import type { Role } from '../access/role.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { moment } from '../calendar/moment.ts';
import { PALAC } from '../entry-to-care/palac.ts';
import { answersInWords, chronologyOf } from './chronology.ts';
import { findLapse } from './in-time.ts';
import { waitingFor } from './work-list.ts';

test('an authorisation lapses after ten working days, or as many as the authority has set, and not on the tenth', () => {
  const now = caseIn('authorised');
  const lapseOn = (at: string, days?: number) =>
    findLapse(PALAC, now, {
      calendar: ENGLAND_BANK_HOLIDAYS,
      spanOf: (setting) => (setting === 'palac-lapse' ? days : undefined),
      at: moment(at),
    });
  // Authorised on Monday 2 November 2026: the tenth working day after it is Monday 16 November.
  assert.equal(lapseOn('2026-11-16T23:59:00Z'), undefined);
  assert.equal(lapseOn('2026-11-17T00:00:00Z')?.to, 'lapsed');
  assert.equal(lapseOn('2026-11-25T15:30:00Z')?.at, moment('2026-11-17T00:00:00Z'), 'whenever it is read');
  assert.equal(lapseOn('2026-11-17T00:00:00Z', 11), undefined);
  assert.equal(lapseOn('2026-11-10T00:00:00Z', 5)?.to, 'lapsed');
  const late = commandTo(
    PALAC,
    now,
    'came-into-care',
    { by: 'paige', parts: [{ role: 'placements-officer' }] },
    { at: LATER },
  );
  const answer = attempt(PALAC, now, late);
  assert.ok(answer.kind === 'refused' && answer.name === 'lapsed');
});

test('the story of a request is told in words, newest first, with what each person said', () => {
  const told = chronologyOf(PALAC, caseIn('rejected'), nameOf);
  assert.deepEqual(
    told.map(({ sentence }) => sentence),
    [
      'Gwen Hale, group manager, rejected the request',
      'Tess Marlow, team manager, supported the request',
      'Jo Park, social worker, sent the request to the team manager',
      'Jo Park, social worker, began the request',
    ],
  );
  assert.deepEqual(told[1]?.said[0], {
    label: 'When did you discuss it with the social worker?',
    isBrief: true,
    paragraphs: ['30 October 2026'],
  });
  const lapsed = chronologyOf(PALAC, caseIn('lapsed'), nameOf);
  assert.equal(lapsed[0]?.sentence, 'It lapsed, because the child had not come into care in time');
});

test('a list with nothing in it is no question without an answer: it is left out', () => {
  const of = [{ kind: 'line', name: 'name', label: 'Name' }] as const;
  const questions = [
    { kind: 'list', name: 'siblings', label: 'Brothers and sisters', of, entry: 'child' },
  ] as const;
  assert.deepEqual(answersInWords(questions, { siblings: [] }), []);
  assert.deepEqual(answersInWords(questions, { siblings: [{ name: 'Jo' }] })[0]?.paragraphs, ['Name: Jo']);
});

test('it is on the list of whoever can take it on, for how long and since when, and late once its day is over', () => {
  const now = caseIn('with-director');
  const clock = { calendar: ENGLAND_BANK_HOLIDAYS, spanOf: () => undefined };
  const list = (by: string, role: Role, at = '2026-11-03T12:00:00Z') =>
    waitingFor(PALAC, now, { by, parts: [{ role }], at: moment(at), ...clock });
  assert.equal(list('ada', 'director')?.for, 'me');
  assert.equal(list('jo', 'social-worker')?.for, 'others');
  assert.equal(list('tess', 'team-manager')?.for, 'others');
  assert.equal(list('kit', 'social-worker')?.for, 'team');
  // Group manager acting up as director: it was them before.
  assert.equal(list('gwen', 'director')?.for, 'others');
  const waiting = list('ada', 'director');
  assert.deepEqual(
    [waiting?.roles, waiting?.workingDays, waiting?.due, waiting?.overdue],
    [['director'], 1, '2026-11-03', false],
  );
  assert.equal(list('ada', 'director', '2026-11-04T00:00:00Z')?.overdue, true);
  assert.equal(
    waitingFor(PALAC, caseIn('rejected'), { by: 'ada', parts: [{ role: 'director' }], at: START, ...clock }),
    undefined,
  );
});
