import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { printedCount } from './board.ts';
import { type Printed, printedText, rangeTold } from './printed.ts';
import { DISCLOSURE_PROFILES, type DisclosureProfileId, disclosureProfile } from './profile.ts';
import { within } from './range.ts';
import { ratioOf, roundedTo } from './rounding.ts';

const text = (value: number, id: DisclosureProfileId, area: 'authority' | 'wider' = 'authority'): string =>
  printedText(printedCount(value, area, disclosureProfile(id)), disclosureProfile(id));

test('each profile prints counts as its publisher does', () => {
  const values = [0, 1, 4, 5, 7, 8, 12, 13, 1_114];
  const cases: readonly (readonly [DisclosureProfileId, 'authority' | 'wider', readonly string[]])[] = [
    ['public-local', 'authority', ['0', '<5', '<5', '5', '7', '8', '12', '13', '1,114']],
    ['ees-current', 'authority', ['0', 'c', 'c', '5', '7', '8', '12', '13', '1,114']],
    ['ees-current', 'wider', ['0', 'k', 'k', '10', '10', '10', '10', '10', '1,110']],
    ['dfe-2012-2018', 'authority', ['0', '<5', '<5', '5', '5', '10', '10', '15', '1,115']],
    ['dfe-2012-2018', 'wider', ['0', '<5', '<5', '10', '10', '10', '10', '10', '1,110']],
    ['internal', 'authority', ['0', '1', '4', '5', '7', '8', '12', '13', '1,114']],
  ];
  for (const [id, area, printed] of cases)
    assert.deepEqual(
      values.map((value) => text(value, id, area)),
      printed,
      `${id}, ${area}`,
    );
});

test('symbols are those of the profile, and what is not counted is told from what is hidden', () => {
  const symbols = (id: DisclosureProfileId): readonly string[] =>
    (['few', 'hidden', 'not-applicable', 'not-available'] as const).map((kind) =>
      printedText({ kind }, disclosureProfile(id)),
    );
  assert.deepEqual(symbols('public-local'), ['<5', 'c', 'z', 'x']);
  assert.deepEqual(symbols('ees-current'), ['c', 'c', 'z', 'x']);
  assert.deepEqual(symbols('dfe-2012-2018'), ['<5', 'x', 'z', 'x']);
  assert.equal(
    printedText({ kind: 'exact', value: 1234.5 }, disclosureProfile('public-local'), 1),
    '1,234.5',
  );
});

test('halves go upward, and percentages come from counts that are not rounded', () => {
  assert.deepEqual(
    [2, 3, 7, 8, 12, 13].map((n) => roundedTo(n, 5)),
    [0, 5, 5, 10, 10, 15],
  );
  assert.equal(roundedTo(5, 10), 10);
  const percent = (part: number, whole: number, decimals = 0): number =>
    ratioOf(part, whole, { per: 100, decimals });
  // Printed by truncation in one paper and by rounding in another: ours are always rounded.
  assert.deepEqual([percent(4, 61), percent(26, 61), percent(27, 82), percent(12, 82)], [7, 43, 33, 15]);
  assert.equal(percent(1, 8), 13);
  assert.equal(percent(1, 8, 1), 12.5);
  // As binary fractions 1.005 and 0.285 lie below the half, and would go down.
  assert.equal(percent(201, 20_000, 2), 1.01);
  assert.equal(percent(57, 20_000, 2), 0.29);
  assert.equal(ratioOf(803, 171_543, { per: 10_000, decimals: 1 }), 46.8);
});

test('what a reader takes from a printed count always holds the true one', () => {
  const ids = Object.keys(DISCLOSURE_PROFILES) as DisclosureProfileId[];
  fc.assert(
    fc.property(
      fc.nat({ max: 300 }),
      fc.constantFrom(...ids),
      fc.constantFrom('authority' as const, 'wider' as const),
      (value, id, area) => {
        const profile = disclosureProfile(id);
        const printed: Printed = printedCount(value, area, profile);
        assert.ok(within(value, rangeTold(printed)));
        // And no other count that is printed differently.
        const { lower, upper } = rangeTold(printed);
        for (let other = lower; other <= Math.min(upper, 400) && printed.kind !== 'hidden'; other++)
          assert.deepEqual(printedCount(other, area, profile), printed);
      },
    ),
  );
});

test('rounded parts need not add to their rounded total, and are not made to', () => {
  // Starts in care by need, year ending March 2013, as printed in 2018.
  const printed = [195, 10, 15, 45, 30, 10, 0, 40];
  const ranges = printed.map((value) =>
    rangeTold(value === 0 ? { kind: 'exact', value } : { kind: 'rounded', value, to: 5 }),
  );
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  assert.equal(sum(printed), 345);
  assert.equal(sum(ranges.map(({ lower }) => lower)), 331);
  assert.equal(sum(ranges.map(({ upper }) => upper)), 359);
  // The figure published for that year now.
  assert.equal(text(353, 'dfe-2012-2018'), '355');
});

test('every profile says in words what it does and how sure we are', () => {
  for (const [id, profile] of Object.entries(DISCLOSURE_PROFILES)) {
    assert.equal(profile.id, id);
    assert.ok(profile.says.length > 40 && profile.certainty.says.length > 10);
  }
  assert.equal(DISCLOSURE_PROFILES['public-local'].certainty.mark, 'local');
  assert.equal(DISCLOSURE_PROFILES['ees-current'].certainty.mark, 'uncertain');
});
