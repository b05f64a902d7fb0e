import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import type { Began, Placement } from '../child/record.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { hasLeftHome } from './still-lives-there.ts';

const lived = (
  starts: string,
  ends: string | null,
  postcode: string | null,
  more: { began?: Began; type?: string } = {},
): Placement => ({
  starts: day(starts),
  ends: ends === null ? null : day(ends),
  type: more.type ?? 'U4',
  provider: 'PR4',
  postcode,
  homePostcode: null,
  urn: 'SC012345',
  began: more.began ?? 'changed',
  endReason: null,
});
const MOVED = [
  { step: 'moved-in', from: 'move-date-confirmed', to: 'moved', said: { 'placed-on': '2026-11-10' } },
] as unknown as readonly CaseEvent[];
const left = (...placements: readonly Placement[]): boolean =>
  hasLeftHome(MOVED, placements, day('2026-11-30'));

test('a child has left a home where the record has them in another since, or out of care, and is not away for a time', () => {
  const here = (ends: string | null): Placement => lived('2026-11-10', ends, 'XA1 1AA');
  assert.equal(left(here(null)), false);
  assert.equal(left(here('2026-11-20'), lived('2026-11-20', null, 'XB2 2BB')), true, 'another home');
  assert.equal(left(here('2026-11-20')), true, 'care has ended');
  const away = lived('2026-11-20', '2026-11-22', 'XH1 1HH', { type: 'T1' });
  assert.equal(left(here('2026-11-20'), { ...away, ends: null }), false, 'in hospital');
  assert.equal(left(here('2026-11-20'), away, lived('2026-11-22', null, 'XA1 1AA')), false, 'and back');
  const same = lived('2026-11-20', null, 'XB2 2BB', { began: 'same-carer' });
  assert.equal(left(here('2026-11-20'), same), false, 'moved house with the same carer');
  const twice = [lived('2026-11-10', '2026-11-10', 'XA1 1AA'), lived('2026-11-10', null, 'XB2 2BB')];
  assert.equal(left(...twice), true, 'a second time on that day');
});

test('where the record does not have the move, nobody is taken to have left', () => {
  assert.equal(left(), false);
  assert.equal(left(lived('2026-11-01', null, 'XA1 1AA')), false);
  assert.equal(
    left(lived('2026-11-01', '2026-11-12', 'XA1 1AA'), lived('2026-11-12', null, 'XB2 2BB')),
    false,
  );
  assert.equal(hasLeftHome([], [lived('2026-11-10', null, null)], day('2026-11-30')), false);
});
