import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { attack, disclose, printedText } from '@rightplace/domain';
import fc from 'fast-check';
import { prepareSolver, readersOf, solver } from '../../test/disclosing.ts';
import { releaseFrom } from '../../test/made-up-tables.ts';

before(prepareSolver);

const hidingUpTo = (table: readonly (readonly number[])[], hidesUpTo: number) => {
  const answer = disclose({
    release: releaseFrom(table),
    profile: 'public-local',
    hidesUpTo,
    earlier: [],
    publishedAt: '2030-05-01T09:00:00.000000Z',
    solver,
  });
  assert.ok(answer.kind === 'disclosed');
  return answer;
};

const tables = fc.array(fc.array(fc.nat({ max: 30 }), { minLength: 3, maxLength: 3 }), {
  minLength: 2,
  maxLength: 5,
});

/** Counts from one to seven that somebody with linear programming knows to within fewer than four numbers. */
const found = (answer: ReturnType<typeof hidingUpTo>): readonly string[] => {
  const knowledge = readersOf(answer);
  const isFew = (value: number): boolean => value >= 1 && value <= 7;
  const printed = [...knowledge.numbers.values()].filter(
    ({ as, value, range }) => as !== 'bound' && isFew(value) && range.lower === range.upper,
  );
  const solved = attack(knowledge, solver, ({ as, value }) => as !== 'bound' && isFew(value)).filter(
    ({ lowest, highest }) => highest - lowest < 3 - 1e-6,
  );
  return [...printed, ...solved].map(({ key }) => key);
};

test('where an authority hides up to seven, no count of one to seven can be worked out', () => {
  fc.assert(
    fc.property(tables, (table) => {
      assert.deepEqual(found(hidingUpTo(table, 7)), []);
    }),
    { numRuns: 40 },
  );
});

test('saboteur: hiding up to four only, counts of five to seven are read off the page', () => {
  const table = [
    [5, 12, 6],
    [20, 7, 30],
  ];
  assert.ok(found(hidingUpTo(table, 4)).length >= 3);
  assert.deepEqual(found(hidingUpTo(table, 7)), []);
});

test('hidden is hidden: no symbol says of a seven that it is fewer than five', () => {
  const { printed, profile, says } = hidingUpTo([[2, 40, 30, 20, 6, 25]], 7);
  const texts = [...printed.values()].map((cell) => printedText(cell, profile));
  assert.ok(texts.includes('c') && !texts.includes('<5'), texts.join(' '));
  assert.match(says.join(' '), /1 to 7 children/);
  assert.match(profile.says, /Counts of 1 to 7 are shown as c/);
});

test('nobody can hide fewer than the profile does', () => {
  const { printed } = hidingUpTo([[3, 40, 30, 20, 2, 25]], 1);
  const values = [...printed.values()].map((cell) => (cell.kind === 'exact' ? cell.value : 0));
  assert.ok(!values.some((value) => value >= 1 && value <= 4));
});
