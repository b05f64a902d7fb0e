import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftOver, rateOf, shareOf, singleCount, sumAcross } from './beside.ts';
import { type CountTable, countKey, countTable } from './count-table.ts';
import { boundsOfRatio } from './reader.ts';
import { releaseOf } from './release.ts';

const way = (id: string, ...keys: readonly string[]) => ({
  id,
  keys: keys.map((key) => ({ key, title: key })),
});
const age = way('age', 'under 10', '10 to 17');
const sex = way('sex', 'girls', 'boys');
const counts: Readonly<Record<string, number>> = {
  'under 10 girls': 7,
  'under 10 boys': 9,
  '10 to 17 girls': 20,
  '10 to 17 boys': 31,
};
const inCare = 'in care v1 on 2030-03-31';
const ageAndSex: CountTable = {
  of: inCare,
  title: 'In care',
  ways: [age, sex],
  count: ({ age: a, sex: s }) => counts[`${a} ${s}`] ?? 0,
};

test('a table has all its totals, and says what adds up to what', () => {
  const { counts: all, relations } = countTable(ageAndSex);
  const valueOf = new Map(all.map(({ key, value }) => [key, value]));
  assert.equal(valueOf.get(inCare), 67);
  assert.equal(valueOf.get(countKey(inCare, { sex: 'boys' })), 40);
  assert.equal(valueOf.get(countKey(inCare, { age: 'under 10' })), 16);
  assert.equal(all.length, 9);
  // Two rows, two columns, and everything both ways.
  assert.equal(relations.length, 6);
  assert.deepEqual(
    all.map(({ totalOf }) => totalOf).toSorted((a, b) => a - b),
    [0, 0, 0, 0, 1, 1, 1, 1, 2],
  );
});

test('the same count has the same key however a table is laid out, so tables of one measure are tied together', () => {
  assert.equal(countKey(inCare, { age: 'a', sex: 'b' }), countKey(inCare, { sex: 'b', age: 'a' }));
  const byAge = { ...ageAndSex, ways: [age], count: ({ age: a = '' }) => (a === 'under 10' ? 16 : 51) };
  const together = releaseOf({ id: 'r', title: 'R' }, [countTable(ageAndSex), countTable(byAge)]);
  assert.equal(together.counts.length, 9);
});

test('a total that is not printed in one table and is in another is printed', () => {
  const unprinted = countTable({ ...ageAndSex, printsTotal: () => false });
  assert.equal(unprinted.counts.filter(({ printed }) => printed).length, 4);
  const beside = releaseOf({ id: 'r', title: 'R' }, [unprinted, singleCount(inCare, 'In care', 67)]);
  assert.equal(beside.counts.filter(({ printed }) => printed).length, 5);
});

test('a release that contradicts itself is not made', () => {
  const make = (...parts: Parameters<typeof releaseOf>[1]) => releaseOf({ id: 'r', title: 'R' }, parts);
  assert.throws(
    () => make(countTable(ageAndSex), singleCount(inCare, 'In care', 66)),
    /66 in one place and 67/,
  );
  assert.throws(
    () => make(singleCount('a', 'A', 3), singleCount('b', 'B', 4), sumAcross('a', ['b'])),
    /do not add up/,
  );
  assert.throws(() => make(singleCount('a', 'A', 3), sumAcross('a', ['b'])), /Nothing in "R" is "b"/);
  assert.throws(() => make(singleCount('a', 'A', 2.5)), /no count/);
  assert.throws(() => make(leftOver({ key: 'a', value: 3 }, { key: 'b', value: 5 }, 'Others')), /no count/);
});

test('a share brings the children it does not count with it, unprinted', () => {
  const part = shareOf({
    of: 'near home',
    title: 'Near home',
    numerator: { value: 45, printed: true },
    denominator: { value: 48, printed: true },
  });
  const others = part.counts.find(({ printed }) => !printed);
  assert.equal(others?.value, 3);
  assert.equal(part.ratios.length, 1);
});

test('a printed percentage bounds its counts exactly as far as rounding allows', () => {
  const [ratio] = shareOf({
    of: 's',
    title: 'S',
    numerator: { key: 'n', value: 0, printed: false },
    denominator: { key: 'd', value: 0, printed: false },
  }).ratios;
  assert.ok(ratio !== undefined);
  for (let whole = 1; whole <= 40; whole++)
    for (let part = 0; part <= whole; part++)
      for (const steps of [0, 13, 50, 100]) {
        const told = boundsOfRatio(ratio, steps, (key) => (key === 'n' ? part : whole));
        const fits = told.every(({ value, range }) => range.lower <= value && value <= range.upper);
        assert.equal(fits, Math.floor((part * 100) / whole + 0.5 + 1e-9) === steps, `${part} of ${whole}`);
      }
});

test('a rate of a known population tells its count nearly exactly', () => {
  const [ratio] = rateOf({
    of: 'r',
    title: 'R',
    counted: { key: 'n', value: 803, printed: false },
    population: 171_543,
    decimals: 1,
  }).ratios;
  assert.ok(ratio !== undefined);
  assert.deepEqual(boundsOfRatio(ratio, 468, () => 803)[0]?.range, { lower: 802, upper: 803 });
});
