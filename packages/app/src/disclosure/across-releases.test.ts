/** Numbers that give others away by being subtracted: within a release, and from what was published before. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  countKey,
  countTable,
  type Disclosed,
  type DisclosureProfileId,
  leftOver,
  printedText,
  type Release,
  releaseOf,
  shareOf,
  singleCount,
} from '@rightplace/domain';
import fc from 'fast-check';
import {
  answerTo,
  disclosed,
  prepareSolver,
  readersOf,
  registered,
  workedOut,
} from '../../test/disclosing.ts';

before(prepareSolver);

const inCare = 'in care v1 on 2030-03-31';

const listOf = (of: string, way: string, counts: Readonly<Record<string, number>>) =>
  countTable({
    of,
    title: 'In care',
    ways: [{ id: way, keys: Object.keys(counts).map((key) => ({ key, title: key })) }],
    count: (part) => counts[part[way] ?? ''] ?? 0,
  });

const textOf = ({ printed, profile }: Disclosed, key: string): string => {
  const cell = printed.get(key);
  return cell === undefined ? '' : printedText(cell, profile);
};

const release = (id: string, ...parts: Parameters<typeof releaseOf>[1]): Release =>
  releaseOf({ id, title: id }, parts);

test('one small figure alone is told as fewer than five; where more must be hidden, all are told alike', () => {
  const alone = disclosed(release('headline', singleCount('missing', 'Missing', 3)));
  assert.equal(textOf(alone, 'missing'), '<5');

  const list = disclosed(
    release('list', listOf(inCare, 'need', { abuse: 60, disability: 3, absent: 12, low: 0 })),
  );
  assert.deepEqual(
    ['abuse', 'disability', 'absent', 'low'].map((need) => textOf(list, countKey(inCare, { need }))),
    ['60', 'c', 'c', '0'],
  );
  assert.equal(textOf(list, inCare), '75');
  assert.equal(list.small.length, 1);
  assert.equal(list.further.length, 1);
});

test('the same count with and without unaccompanied children does not tell how many those are', () => {
  const without = { key: `${inCare} | uasc=no`, value: 98 };
  const both = [singleCount(inCare, 'In care', 101), singleCount(without.key, 'Without', without.value)];
  const careless = disclosed(release('careless', ...both));
  assert.deepEqual(careless.further, []);

  const told = disclosed(
    release('told', ...both, leftOver({ key: inCare, value: 101 }, without, 'Unaccompanied children')),
  );
  assert.equal(told.further.length, 1);
  assert.deepEqual(workedOut(readersOf(told)), []);
  // A table cut by it says so by itself.
  const byTable = disclosed(release('table', listOf(inCare, 'uasc', { no: 98, yes: 3 })));
  assert.deepEqual(workedOut(readersOf(byTable)), []);
});

test('a percentage is hidden where one to four children stand on either side of it, and so is what tells of them', () => {
  const shareOfNear = (numerator: number, denominator: number, printed: boolean) =>
    disclosed(
      release(
        'near',
        shareOf({
          of: 'near',
          title: 'Near home',
          numerator: { value: numerator, printed },
          denominator: { value: denominator, printed },
        }),
      ),
    );
  const text = (told: Disclosed): string => textOf(told, 'near, percentage');
  assert.equal(text(shareOfNear(50, 80, true)), '63');
  assert.equal(text(shareOfNear(3, 80, true)), 'c');
  assert.equal(text(shareOfNear(77, 80, true)), 'c');
  assert.equal(text(shareOfNear(0, 80, true)), '0');
  assert.equal(text(shareOfNear(0, 0, false)), 'z');
  for (const [numerator, denominator] of [
    [3, 80],
    [77, 80],
    [9, 12],
    [6, 11],
  ] as const)
    for (const printed of [true, false])
      assert.deepEqual(workedOut(readersOf(shareOfNear(numerator, denominator, printed))), []);
});

/** Children counted and not, by age, with percentages; which of the counts are printed beside them is chosen. */
const sharesByAge = (
  cells: readonly (readonly [number, number])[],
  { counted, all, decimals }: { readonly counted: boolean; readonly all: boolean; readonly decimals: number },
): Release => {
  const way = { id: 'age', keys: cells.map((_, i) => ({ key: String(i), title: String(i) })) };
  const table = (of: string, printed: boolean, take: (cell: readonly [number, number]) => number) => {
    const count = ({ age }: Readonly<Record<string, string>>): number => take(cells[Number(age)] ?? [0, 0]);
    const part = countTable({ of, title: of, ways: [way], count });
    return { ...part, counts: part.counts.map((one) => ({ ...one, printed })) };
  };
  const near = table('near', counted, ([n]) => n);
  const whole = table('all', all, ([n, others]) => n + others);
  const shares = near.counts.map(({ key, value }, i) =>
    shareOf({
      of: key,
      title: key,
      numerator: { key, value, printed: counted },
      denominator: { key: whole.counts[i]?.key ?? '', value: whole.counts[i]?.value ?? 0, printed: all },
      decimals,
    }),
  );
  return release('shares', near, whole, ...shares);
};

test('no shares that add up give a small count away, whichever counts stand beside them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 30 })), { minLength: 2, maxLength: 4 }),
      fc.record({ counted: fc.boolean(), all: fc.boolean(), decimals: fc.constantFrom(0, 1) }),
      fc.constantFrom<DisclosureProfileId>('public-local', 'dfe-2012-2018'),
      (cells, told, profile) => {
        const answer = disclosed(sharesByAge(cells, told), [], profile);
        assert.deepEqual(workedOut(readersOf(answer)), []);
      },
    ),
    { numRuns: 80 },
  );
});

test('what was hidden last time stays hidden in a release that cuts it differently', () => {
  const byAge = disclosed(
    release('by age', listOf(inCare, 'age', { 'under 10': 3, '10 to 15': 9, '16 and over': 40 })),
  );
  const hidden = byAge.further[0] ?? '';
  assert.equal(textOf(byAge, hidden), 'c');
  // The one hidden beside the small one, on its own a year later: alone it would be no danger.
  const count = singleCount(hidden, 'Again', hidden.includes('10 to 15') ? 9 : 40);
  assert.notEqual(textOf(disclosed(release('alone', count)), hidden), 'c');
  const after = disclosed(release('after', count), [registered(byAge)]);
  assert.equal(textOf(after, hidden), 'c');
  assert.deepEqual(workedOut(readersOf(after, byAge)), []);
});

test('two releases that are safe alone and not together are made safe by the second', () => {
  const cells = fc.array(fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 30 })), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(cells, (counts) => {
      const ways = ['age', 'sex'].map((id) => ({
        id,
        keys: ['0', '1', '2'].map((key) => ({ key, title: `${id} ${key}` })),
      }));
      const whole = countTable({
        of: inCare,
        title: 'In care',
        ways,
        count: ({ age, sex }) => counts[Number(age) * 3 + Number(sex)] ?? 0,
      });
      const inner = { ...whole, counts: whole.counts.map((one) => ({ ...one, printed: one.totalOf === 0 })) };
      const totals = { ...whole, counts: whole.counts.map((one) => ({ ...one, printed: one.totalOf > 0 })) };
      const first = disclosed(release('inner', inner));
      const second = answerTo(release('totals', totals), [registered(first)]);
      if (second.kind === 'refused') return;
      assert.deepEqual(workedOut(readersOf(second, first)), []);
    }),
    { numRuns: 40 },
  );
});

test('where hiding here cannot help any more, the release is refused, and it says for which counts', () => {
  const small = countKey(inCare, { age: 'under 10' });
  // Somebody printed every other part and the total, and nothing was known of the small one.
  const before = disclosed(
    release(
      'before',
      singleCount(inCare, 'In care', 52),
      singleCount(countKey(inCare, { age: '10 to 17' }), '10 to 17', 49),
    ),
  );
  const table = release('table', listOf(inCare, 'age', { 'under 10': 3, '10 to 17': 49 }));
  const answer = answerTo(table, [registered(before)]);
  assert.ok(answer.kind === 'refused');
  assert.equal(answer.name, 'told-before');
  assert.deepEqual(answer.cells, [small]);
  assert.match(answer.sentence, /“In care, under 10”/);
  assert.doesNotMatch(answer.sentence, /\b3\b/);
});

test('what earlier releases give away by themselves does not stop a later one, and is told', () => {
  const leaky = registered(
    disclosed(release('old', listOf(inCare, 'age', { 'under 10': 3, '10 to 17': 49 }))),
  );
  const careless = {
    ...leaky,
    counts: leaky.counts.map((count) => ({
      ...count,
      printed: { kind: 'exact', value: count.value } as const,
    })),
  };
  const later = disclosed(release('new', singleCount(inCare, 'In care', 52)), [careless]);
  assert.deepEqual(later.alreadyTold, [countKey(inCare, { age: 'under 10' })]);
  assert.match(later.says.join(' '), /can be worked out from those alone/);
  assert.equal(textOf(later, inCare), '52');
});

test('a count that was put right since is another number in the older release', () => {
  const before = disclosed(release('before', singleCount(inCare, 'In care', 52)));
  const after = disclosed(release('after', singleCount(inCare, 'In care', 53)), [registered(before)]);
  assert.equal(textOf(after, inCare), '53');
});

test('what was rounded before is not told more exactly than is safe now', () => {
  const list = { 'under 10': 3, '10 to 15': 9, '16 and over': 40 };
  const rounded = disclosed(release('rounded', listOf(inCare, 'age', list)), [], 'dfe-2012-2018');
  assert.equal(textOf(rounded, countKey(inCare, { age: 'under 10' })), '<5');
  assert.equal(textOf(rounded, inCare), '50');
  const exact = disclosed(release('exact', listOf(inCare, 'age', list)), [registered(rounded)]);
  assert.deepEqual(workedOut(readersOf(exact, rounded)), []);
});

test('releases that have nothing to do with this one change nothing', () => {
  const table = release('table', listOf(inCare, 'age', { 'under 10': 3, '10 to 17': 49 }));
  const other = disclosed(release('other', listOf('leavers', 'age', { 18: 2, 19: 30 })));
  assert.deepEqual(disclosed(table, [registered(other)]), disclosed(table));
});

test('the register can be kept as JSON', () => {
  const first = registered(
    disclosed(release('by age', listOf(inCare, 'age', { 'under 10': 3, '10 to 17': 49 }))),
  );
  const kept = JSON.parse(JSON.stringify(first)) as typeof first;
  assert.deepEqual(kept, first);
});

test('a figure to be kept is hidden last, and it is said when it had to be', () => {
  const parts = listOf(inCare, 'age', { 'under 10': 3, '10 to 17': 49 });
  const keeping = (...keys: readonly string[]) => ({
    ...parts,
    counts: parts.counts.map((count) => ({ ...count, keep: keys.includes(count.key) })),
  });
  const older = countKey(inCare, { age: '10 to 17' });
  assert.deepEqual(disclosed(release('usual', parts)).further, [older]);
  assert.deepEqual(disclosed(release('kept', keeping(older))).further, [inCare]);
  const stuck = disclosed(release('both', keeping(older, inCare)));
  assert.equal(stuck.hiddenThoughKept.length, 1);
  assert.match(stuck.says.join(' '), /There was no way to keep/);
});

test('within the care record nothing is hidden, and nothing goes into the register', () => {
  const told = disclosed(
    release('own', listOf(inCare, 'age', { 'under 10': 3, '10 to 17': 49 })),
    [],
    'internal',
  );
  assert.equal(textOf(told, countKey(inCare, { age: 'under 10' })), '3');
  assert.equal(told.toRegister, null);
});
