import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidIn } from '../../test/proceedings-cases.ts';
import { day } from '../calendar/day.ts';
import { CARE_PROCEEDINGS } from './care-proceedings.ts';
import { courtTimetable, weeksTaken } from './timetable.ts';
import { timetableMarks } from './timetable-marks.ts';

const ISSUED = {
  'issued-on': '2026-05-11',
  court: 'Northmarsh Family Court',
  'case-number': 'NM26C00123',
  next: 'listed',
  'next-kind': 'case-management',
  'next-on': '2026-05-28',
  'next-at': '10:00',
};
const told = (today: string, ...steps: Parameters<typeof saidIn>[1]) =>
  courtTimetable(saidIn(CARE_PROCEEDINGS, [['issue', ISSUED], ...steps]).events, day(today));

test('weeks are counted from the issue, and exactly 26 of them are in time', () => {
  const standing = (today: string) => {
    const { weeks, standing: how } = weeksTaken(day('2026-05-11'), undefined, 26, day(today));
    return [weeks, how];
  };
  assert.deepEqual(standing('2026-05-11'), [0, 'in-time']);
  assert.deepEqual(standing('2026-10-11'), [21, 'in-time']);
  assert.deepEqual(standing('2026-10-12'), [22, 'near-end']);
  assert.deepEqual(standing('2026-11-09'), [26, 'near-end']);
  assert.deepEqual(standing('2026-11-10'), [26, 'over']);
  assert.equal(weeksTaken(day('2023-11-13'), day('2024-05-13'), 26, day('2026-01-01')).standing, 'near-end');
});

test('the next hearing is the last that was listed, until one is held on or after its day', () => {
  assert.deepEqual(told('2026-06-01')?.next, { kind: 'case-management', on: '2026-05-28', at: '10:00' });
  const held = {
    hearing: 'case-management',
    'heard-on': '2026-05-28',
    'heard-at': '10:00',
    ordered: 'Directions.',
    next: 'not-yet',
    'next-kind': '',
    'next-on': '',
    'next-at': '',
  };
  const after = told('2026-06-01', ['hearing', held]);
  assert.deepEqual([after?.heard?.on, after?.next], ['2026-05-28', undefined]);
  const listed = { 'next-kind': 'issues-resolution', 'next-on': '2026-09-14', 'next-at': '14:00' };
  const again = told('2026-06-01', ['hearing', held], ['listed', listed]);
  assert.deepEqual(again?.next, { kind: 'issues-resolution', on: '2026-09-14', at: '14:00' });
});

test('what the court gave is added to the 26 weeks, and the final order ends them', () => {
  const more = { 'given-on': '2026-11-02', weeks: '8' };
  const extended = told('2026-12-01', ['extension', more]);
  assert.deepEqual(
    [extended?.weeks.allowed, extended?.weeks.limit, extended?.extensions],
    [34, '2027-01-04', 1],
  );
  const ended = told(
    '2027-03-01',
    ['extension', more],
    ['final-order', { order: 'care-order', 'made-on': '2026-12-14' }],
  );
  assert.deepEqual(
    [ended?.weeks.weeks, ended?.weeks.standing, ended?.finalOrder, ended?.next],
    [31, 'near-end', { title: 'Care order', on: '2026-12-14' }, undefined],
  );
});

test('the timetable marks 12, 18, 22 and 26 weeks, and what the court gave beyond them', () => {
  const { events } = saidIn(CARE_PROCEEDINGS, [
    ['issue', ISSUED],
    ['extension', { 'given-on': '2026-11-02', weeks: '8' }],
  ]);
  assert.deepEqual(
    timetableMarks(events, day('2026-06-01'))?.map(({ on, week, what }) => `${on} ${week} ${what}`),
    [
      '2026-05-11 0 Application issued',
      '2026-05-28 2 Case management hearing, listed',
      '2026-06-01 3 Today',
      '2026-08-03 12 12 weeks: reminder',
      '2026-09-14 18 18 weeks: reminder',
      '2026-10-12 22 22 weeks: reminder',
      '2026-11-02 25 More time given: 8 weeks',
      '2026-11-09 26 26 weeks',
      '2027-01-04 34 34 weeks, with what the court gave',
    ],
  );
  assert.equal(timetableMarks([], day('2026-06-01')), undefined);
});

test('a hearing is listed up to its day, and is said to be not recorded once that has passed', () => {
  const { events } = saidIn(CARE_PROCEEDINGS, [['issue', ISSUED]]);
  const kindOn = (today: string) =>
    timetableMarks(events, day(today))?.find(({ what }) => what === 'Case management hearing, listed')?.kind;
  assert.equal(kindOn('2026-05-27'), 'to-come');
  assert.equal(kindOn('2026-05-28'), 'to-come');
  assert.equal(kindOn('2026-05-29'), 'not-recorded');
});
