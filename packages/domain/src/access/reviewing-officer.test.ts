import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import { childId } from '../child/record.ts';
import { type ReviewingAllocation, reviewingOfficerOn, reviewingOfficersOf } from './reviewing-officer.ts';

const said = (starts: string, person: string | null): ReviewingAllocation => ({
  child: childId('NM1'),
  starts: day(starts),
  person,
  saidAt: moment('2026-11-20T10:00:00Z'),
  saidBy: 'gwen',
});
const on = (all: readonly ReviewingAllocation[], when: string) => reviewingOfficerOn(all, day(when));

test('a child has the reviewing officer of the last day of which anything was said, and none before the first', () => {
  const all = [said('2026-03-01', 'rob'), said('2026-09-01', 'una')];
  assert.deepEqual(
    ['2026-02-28', '2026-03-01', '2026-08-31', '2026-09-01', '2027-01-01'].map((when) => on(all, when)),
    [undefined, 'rob', 'rob', 'una', 'una'],
  );
  assert.deepEqual(
    ['2026-08-31', '2026-09-01'].map((when) => on(all.toReversed(), when)),
    ['rob', 'una'],
    'whichever was said first',
  );
});

test('of one day the last that was said counts, and nobody is nobody', () => {
  const all = [said('2026-03-01', 'rob'), said('2026-03-01', 'una'), said('2026-10-01', null)];
  assert.deepEqual(
    ['2026-03-01', '2026-10-01'].map((when) => on(all, when)),
    ['una', undefined],
  );
  assert.deepEqual(
    reviewingOfficersOf(all).map(({ person }) => person),
    [null, 'una'],
  );
});
