import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import { childId } from '../child/record.ts';
import { paidForStays, type StayClaim } from './same-stay.ts';

const claim = (id: number, said: Partial<StayClaim> = {}): StayClaim => ({
  id,
  child: childId('T1'),
  stay: { starts: day('2026-11-02'), ends: null },
  decidedAt: undefined,
  ...said,
});
const FIRST = moment('2026-11-10T09:00:00Z');
const THEN = moment('2026-11-11T09:00:00Z');

test('of two agreements for one stay the one made last is paid until somebody decides, and then the one they decided on', () => {
  const paid = (...claims: readonly StayClaim[]) => paidForStays(claims).get(1);
  assert.deepEqual(paid(claim(1), claim(2)), { agreements: [1, 2], paid: 2, isDecided: false });
  assert.deepEqual(paid(claim(2), claim(1, { decidedAt: FIRST })), {
    agreements: [1, 2],
    paid: 1,
    isDecided: true,
  });
  assert.equal(paid(claim(1, { decidedAt: FIRST }), claim(2, { decidedAt: THEN }))?.paid, 2);
});

test('what is alone, of another child, for another stay or still to come is paid by itself', () => {
  const others = [
    claim(2, { child: childId('T2') }),
    claim(3, { stay: { starts: day('2026-11-03'), ends: null } }),
    claim(4, { stay: null }),
    claim(5, { stay: null }),
  ];
  assert.deepEqual([...paidForStays([claim(1), ...others])], []);
});

const anyClaims = fc.uniqueArray(
  fc.record({
    id: fc.nat(20),
    child: fc.constantFrom(childId('T1'), childId('T2')),
    stay: fc.constantFrom(
      null,
      { starts: day('2026-11-02'), ends: null },
      { starts: day('2026-12-01'), ends: null },
    ),
    decidedAt: fc.constantFrom(undefined, FIRST, THEN),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
);

/** No stay is paid by two, and none by nobody. */
const paysEachOnce = (work: typeof paidForStays): boolean =>
  !fc.check(
    fc.property(anyClaims, (claims) => {
      const told = work(claims);
      const paying = claims.filter(({ id, stay }) => stay !== null && (told.get(id)?.paid ?? id) === id);
      const keys = (of: readonly StayClaim[]) => of.map(({ child, stay }) => `${child} ${stay?.starts}`);
      const stays = new Set(keys(claims.filter(({ stay }) => stay !== null)));
      return paying.length === stays.size && new Set(keys(paying)).size === stays.size;
    }),
    { seed: 31, numRuns: 400 },
  ).failed;

test('no stay is ever paid by two agreements, and none by nobody', () => {
  assert.ok(paysEachOnce(paidForStays));
  // As it was: each by itself.
  assert.equal(
    paysEachOnce(() => new Map()),
    false,
  );
});
