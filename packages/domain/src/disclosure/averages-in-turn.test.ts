import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AmountOf, type ToldAverage, tellAmounts } from './averages.ts';
import { tellInTurn } from './averages-in-turn.ts';

/**
 * The attacker: has every figure that was ever told, knows how many children stand behind each and the amounts of all of
 * them but one, and puts together what each figure leaves for that one. Shares no code with what tells.
 */
const leftOf = (
  whom: string,
  sets: readonly (readonly AmountOf[])[],
  told: readonly ToldAverage[],
): { lowest: number; highest: number } => {
  let [lowest, highest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  sets.forEach((set, year) => {
    const printed = told[year]?.printed;
    if (printed?.kind !== 'rounded' || !set.some(({ of }) => of === whom)) return;
    let others = 0;
    for (const { of, amount } of set) if (of !== whom) others += amount;
    lowest = Math.max(lowest, (printed.value - printed.to / 2) * set.length - others);
    highest = Math.min(highest, (printed.value + printed.to / 2) * set.length - others);
  });
  return { lowest, highest };
};

/** Who was adopted in which year, after how many days; told of three years at a time. */
const years = fc.array(fc.array(fc.integer({ min: 120, max: 1400 }), { maxLength: 14 }), {
  minLength: 3,
  maxLength: 9,
});
const threeYearsEach = (of: readonly (readonly number[])[]): readonly (readonly AmountOf[])[] => {
  const each = of.map((amounts, year) => amounts.map((amount, i) => ({ of: `C${year}-${i}`, amount })));
  return each.map((_, year) => each.slice(Math.max(0, year - 2), year + 1).flat());
};
const DAYS = { takes: 'mean', unit: 'days' } as const;

/** Children whom somebody can tell better than by how far they are from all others of some year they are in. */
const found = (sets: readonly (readonly AmountOf[])[], told: readonly ToldAverage[]): readonly string[] =>
  sets.flatMap((set, year) => {
    if (told[year]?.printed.kind !== 'rounded') return [];
    return set.flatMap(({ of, amount }) => {
      const { lowest, highest } = leftOf(of, sets, told);
      assert.ok(lowest <= amount + 1e-6 && amount <= highest + 1e-6, 'what is told is true');
      const others = set.filter((each) => each.of !== of);
      const mean = others.reduce((sum, each) => sum + each.amount, 0) / others.length;
      return highest - lowest < Math.max(10, Math.abs(amount - mean)) * 0.999 ? [of] : [];
    });
  });

test('whoever has every year’s average and knows all children but one does not know that one better than by the others', () => {
  let told = 0;
  let alone = 0;
  fc.assert(
    fc.property(years, (of) => {
      const sets = threeYearsEach(of);
      const inTurn = tellInTurn(sets, DAYS);
      told += inTurn.filter(({ printed }) => printed.kind === 'rounded').length;
      assert.deepEqual(found(sets, inTurn), []);
      // Saboteur: each told for itself, as if the years before had not been.
      alone += found(
        sets,
        sets.map((set) => tellAmounts(set, DAYS)),
      ).length;
    }),
    { numRuns: 80 },
  );
  assert.ok(told > 100, `${told} are told at all`);
  assert.ok(alone > 20, `${alone} children would have been found without regard to the years before`);
});

test('a year is told the same whatever later years are asked for, and nothing is told of too few', () => {
  const sets = threeYearsEach([
    Array.from({ length: 12 }, (_, i) => 300 + 9 * i),
    Array.from({ length: 11 }, (_, i) => 350 + 7 * i),
    [410],
    Array.from({ length: 9 }, (_, i) => 280 + 11 * i),
  ]);
  const all = tellInTurn(sets, DAYS);
  sets.forEach((_, i) => {
    assert.deepEqual(tellInTurn(sets.slice(0, i + 1), DAYS), all.slice(0, i + 1));
  });
  assert.equal(all[0]?.printed.kind, 'rounded');
  const few = threeYearsEach([[300, 310, 320], [330], [340]]);
  assert.deepEqual(
    tellInTurn(few, DAYS).map(({ why }) => why),
    ['too-few', 'too-few', 'too-few'],
  );
  assert.deepEqual(tellInTurn([[]], DAYS), [{ printed: { kind: 'not-applicable' } }]);
});

test('where one child joins ten whose average was told, the difference tells nobody’s days', () => {
  const ten = Array.from({ length: 10 }, (_, i): AmountOf => ({ of: `C${i}`, amount: 400 + i }));
  const sets = [ten, [...ten, { of: 'NEW', amount: 900 }]];
  const told = tellInTurn(sets, DAYS);
  const { lowest, highest } = leftOf('NEW', sets, told);
  assert.ok(highest - lowest >= 900 - 404.5, `known to within ${highest - lowest} days`);
});
