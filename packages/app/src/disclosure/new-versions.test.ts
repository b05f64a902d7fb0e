/** A release published again with other figures: whoever reads both versions subtracts one from the other. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  countKey,
  countTable,
  type Disclosed,
  knowledgeFrom,
  printedText,
  type Release,
  releaseOf,
} from '@rightplace/domain';
import { disclosed, prepareSolver, registered, workedOut } from '../../test/disclosing.ts';

const inCare = 'in care v1 on 2030-03-31';

const byAge = (counts: Readonly<Record<string, number>>, head: { id: string; revises?: string }): Release =>
  releaseOf({ title: 'In care', ...head }, [
    countTable({
      of: inCare,
      title: 'In care',
      ways: [{ id: 'age', keys: Object.keys(counts).map((key) => ({ key, title: key })) }],
      count: ({ age }) => counts[age ?? ''] ?? 0,
    }),
  ]);

const textOf = ({ printed, profile }: Disclosed, age?: string): string => {
  const cell = printed.get(age === undefined ? inCare : countKey(inCare, { age }));
  return cell === undefined ? '' : printedText(cell, profile);
};

let first: Disclosed;
before(async () => {
  await prepareSolver();
  first = disclosed(byAge({ young: 40, middle: 30, old: 20 }, { id: 'first' }));
});
const again = (counts: Readonly<Record<string, number>>, revises: string | null = 'first'): Disclosed =>
  disclosed(byAge(counts, { id: 'second', ...(revises === null ? {} : { revises }) }), [registered(first)]);

test('one child more is not told by the difference of two versions: what changed by a few is hidden', () => {
  const second = again({ young: 41, middle: 30, old: 20 });
  assert.deepEqual(
    [textOf(second), textOf(second, 'young'), textOf(second, 'middle'), textOf(second, 'old')],
    ['c', 'c', '30', '20'],
  );
  assert.deepEqual(workedOut(knowledgeFrom([registered(second), registered(first)])), []);
});

test('nor is one child fewer, nor one who is in another part than before', () => {
  for (const counts of [
    { young: 38, middle: 30, old: 20 },
    { young: 39, middle: 31, old: 20 },
  ]) {
    const second = again(counts);
    assert.equal(textOf(second, 'young'), 'c');
    assert.deepEqual(workedOut(knowledgeFrom([registered(second), registered(first)])), []);
  }
});

test('a correction of many is printed', () => {
  const second = again({ young: 52, middle: 30, old: 20 });
  assert.deepEqual([textOf(second), textOf(second, 'young')], ['102', '52']);
});

test('a few in one part are hidden among the many of a correction, with another part beside them', () => {
  const second = again({ young: 52, middle: 32, old: 30 });
  assert.equal(textOf(second, 'middle'), 'c');
  assert.deepEqual(workedOut(knowledgeFrom([registered(second), registered(first)])), []);
});

test('a third version is held against both before it', () => {
  const second = registered(again({ young: 52, middle: 30, old: 20 }));
  const third = disclosed(byAge({ young: 53, middle: 30, old: 20 }, { id: 'third', revises: 'second' }), [
    second,
    registered(first),
  ]);
  assert.equal(textOf(third, 'young'), 'c');
  assert.deepEqual(workedOut(knowledgeFrom([registered(third), second, registered(first)])), []);
});

test('saboteur: printed as if it were no new version, the child is found', () => {
  const careless = { ...registered(again({ young: 41, middle: 30, old: 20 }, null)), revises: 'first' };
  const found = workedOut(knowledgeFrom([careless, registered(first)]));
  assert.ok(
    found.some((key) => key.includes('change')),
    found.join(),
  );
});
