import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, type Moment, moment } from '@rightplace/domain';
import { knownAtOf, quarterEndsBy } from './quarter-ends.ts';

const shown = (knownAt: string | undefined) =>
  quarterEndsBy({ asOf: day('2026-11-21'), knownAt: knownAt === undefined ? undefined : moment(knownAt) });

test('a moment is taken to the latest quarter that was over in London by then', () => {
  assert.equal(shown(undefined).knownOn, undefined);
  assert.equal(shown('2026-11-20T10:00:00Z').knownOn, '2026-09-30');
  assert.equal(shown('2026-12-31T23:59:59.999999Z').knownOn, '2026-09-30', 'the quarter is not over yet');
  assert.equal(shown('2027-01-01T00:00:00Z').knownOn, '2026-12-31');
  // In summer London's midnight is an hour before that of UTC.
  assert.equal(shown('2026-06-30T22:59:59.999999Z').knownOn, '2026-03-31');
  assert.equal(shown('2026-06-30T23:00:00Z').knownOn, '2026-06-30');
  assert.equal(shown('2026-11-20T10:00:00Z').asOf, '2026-09-30');
});

test('what is shown was known by the moment asked for, and asking for it again shows the same', () => {
  for (const asked of [
    '2026-03-31T22:30:00Z',
    '2026-03-31T23:00:00Z',
    '2026-04-01T00:00:00Z',
    '2025-12-31T12:00:00Z',
  ]) {
    const ends = shown(asked);
    const at = knownAtOf(ends) as Moment;
    assert.ok(at <= moment(asked), asked);
    assert.deepEqual(shown(at), ends, asked);
  }
});
