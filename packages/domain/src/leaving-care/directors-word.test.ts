import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aChild } from '../../test/ledgers.ts';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import { REASONS_CEASED } from '../child/reason-ceased.ts';
import type { ChildRecord } from '../child/record.ts';
import { daysServed, endingsForDirector, findUnauthorisedEnding } from './directors-word.ts';
import { endCare } from './ending.ts';

/** Seventeen, and in care by agreement since January. */
const ASH = aChild('ASH', '2026-01-10 S V2 U6 PR1', { born: '2009-05-01' });
const LEFT = day('2026-11-20');

const leaving = (record: ChildRecord, reason: string, on = LEFT) => ({
  before: record,
  after: endCare(record, { on, reason }),
});

test('at 16 and 17, and at no other age, an ending by decision is the director’s', () => {
  const born = (date: string) => aChild('C1', '2026-01-10 S V2 U6 PR1', { born: date });
  const isDirectors = (date: string) => findUnauthorisedEnding(leaving(born(date), 'E5'), []) !== undefined;
  assert.deepEqual(
    ['2010-11-21', '2010-11-20', '2009-05-01', '2008-11-21', '2008-11-20'].map(isDirectors),
    [false, true, true, true, false],
    'from the 16th birthday up to the day before the 18th',
  );
  assert.ok(isDirectors('2008-11-21'));
});

test('by their own wish or by decision: with agreement also home as planned; a court, a sentence or a death is not', () => {
  const codes = Object.keys(REASONS_CEASED.codes).filter((code) => code !== 'X1');
  const directors = (record: ChildRecord) =>
    codes.filter((reason) => findUnauthorisedEnding(leaving(record, reason), []) !== undefined);
  assert.deepEqual(directors(ASH).toSorted(), ['E13', 'E4A', 'E4B', 'E5', 'E6', 'E8']);
  const underOrder = aChild('OAK', '2026-01-10 S C2 U6 PR1', { born: '2009-05-01' });
  assert.deepEqual(directors(underOrder).toSorted(), ['E13', 'E4B', 'E5', 'E6', 'E8']);
  assert.deepEqual(directors(aChild('ELM', '2026-01-10 S V4 K2 PR1', { born: '2009-05-01' })), []);
});

test('the authorisation is of that same time in care, and not of a day after care was over', () => {
  const ending = leaving(ASH, 'E5');
  const isRefused = (...authorised: string[]) =>
    findUnauthorisedEnding(
      ending,
      authorised.map((on) => ({ on: day(on), served: [] })),
    ) !== undefined;
  assert.equal(isRefused('2026-11-20'), false);
  assert.equal(isRefused('2026-11-10'), false);
  assert.equal(isRefused('2026-11-21'), true, 'care does not end before it is authorised');
  assert.equal(isRefused('2025-12-01'), true, 'an earlier time in care was another matter');
});

test('what the record has had is history: it is named, and its day may be put right', () => {
  const left = endCare(ASH, { on: LEFT, reason: 'E5' });
  assert.equal(endingsForDirector(left).length, 1);
  const corrected = endCare(ASH, { on: day('2026-11-18'), reason: 'E6' });
  assert.equal(findUnauthorisedEnding({ before: left, after: corrected }, []), undefined);
  const again = aChild('ASH', '2026-01-10 S V2 U6 PR1 2026-11-20 E5\n2026-11-20 S V2 U6 PR1', {
    born: '2009-05-01',
  });
  const leftAgain = leaving(again, 'E5', day('2026-11-22'));
  assert.ok(findUnauthorisedEnding(leftAgain, []) !== undefined, 'a second leaving is not the first');
});

test('no detour leads past the director: without a date of birth, as short breaks, or under an order of another day', () => {
  const unborn = { ...ASH, details: {} };
  assert.ok(findUnauthorisedEnding(leaving(unborn, 'E5'), []) !== undefined);
  const detours: readonly ChildRecord[] = [
    aChild('ASH', '2026-01-10 S V4 U6 PR1', { born: '2009-05-01' }),
    aChild('ASH', '2026-01-10 S C2 U6 PR1', { born: '2009-05-01' }),
    aChild('ASH', '2026-01-10 S V2 U6 PR1', { born: '2000-05-01' }),
  ];
  for (const detour of detours) {
    const away = endCare(detour, { on: LEFT, reason: 'E4A' });
    assert.equal(findUnauthorisedEnding({ before: detour, after: away }, []), undefined);
    const back = endCare(ASH, { on: LEFT, reason: 'E4A' });
    assert.ok(findUnauthorisedEnding({ before: away, after: back }, []) !== undefined);
  }
});

test('an authorisation serves the first ending after it, on whichever day that is put right to, and none after care went on', () => {
  const given = { on: day('2026-11-10'), at: moment('2026-11-10T10:00:00Z') };
  const believed = (from: string, until: string | undefined, ends: string | null, endReason = 'E6') => ({
    starts: day('2026-01-10'),
    ends: ends === null ? null : day(ends),
    endReason: ends === null ? null : endReason,
    from: moment(`2026-11-${from}T12:00:00Z`),
    until: until === undefined ? undefined : moment(`2026-11-${until}T12:00:00Z`),
  });
  assert.deepEqual(daysServed([believed('01', undefined, null)], given), []);
  assert.deepEqual(daysServed([believed('05', '09', '2026-11-12')], given), [], 'what was said before it');
  assert.deepEqual(daysServed([believed('12', '13', '2026-11-12', 'E9')], given), [], 'a sentence uses none');
  const story = [
    believed('12', '13', '2026-11-12'),
    believed('13', '14', '2026-11-11'),
    believed('14', '16', null),
    believed('16', undefined, '2026-11-16'),
  ];
  assert.deepEqual(daysServed(story, given), ['2026-11-12', '2026-11-11']);
  const earlier = { ...believed('13', undefined, '2025-06-01'), starts: day('2025-01-05') };
  assert.deepEqual(
    daysServed([earlier, ...story], given),
    ['2026-11-12', '2026-11-11'],
    'an earlier time in care put right in the same moment is another matter',
  );
  const authorised = [{ on: given.on, served: daysServed(story, given) }];
  const isRefused = (on: string) =>
    findUnauthorisedEnding(leaving(ASH, 'E5', day(on)), authorised) !== undefined;
  assert.deepEqual(['2026-11-11', '2026-11-12', '2026-11-16'].map(isRefused), [false, false, true]);
});
