import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answers } from './form.ts';
import { mergeAnswers, sameAnswers } from './merge-answers.ts';

const anyAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.oneof(fc.constantFrom('1', '2'), fc.array(fc.constantFrom('1', '2'), { maxLength: 2 })),
);

test('what each of two wrote alone stands, and what both wrote differently is said', () => {
  const began = { why: 'Old', risk: 'Old', views: 'Old', gone: 'Old' };
  const theirs = { why: 'Theirs', risk: 'Old', views: 'Theirs', gone: 'Old', more: 'Theirs' };
  const mine = { why: 'Old', risk: 'Mine', views: 'Mine' };
  assert.deepEqual(mergeAnswers(began, theirs, mine), {
    answers: { why: 'Theirs', risk: 'Mine', views: 'Theirs', more: 'Theirs' },
    both: ['views'],
  });
});

test('a list that comes back with the fields of its entries in another order was changed by nobody', () => {
  const kept = { siblings: [{ name: 'Mo', lives: 'At home' }], why: 'Old' };
  const sent = { why: 'Old', siblings: [{ lives: 'At home', name: 'Mo' }] };
  const theirs = { siblings: [{ name: 'Mo', lives: 'With an aunt' }], why: 'Old' };
  assert.deepEqual(mergeAnswers(kept, theirs, sent), { answers: theirs, both: [] });
  assert.ok(sameAnswers(kept, sent));
  assert.ok(!sameAnswers(kept, theirs));
  assert.ok(!sameAnswers(kept, { siblings: kept.siblings }), 'one that is left open is not the same');
});

test('nothing that only one of two wrote is ever lost', () => {
  fc.assert(
    fc.property(anyAnswers, anyAnswers, anyAnswers, (began, theirs, mine) => {
      const { answers, both } = mergeAnswers(began, theirs, mine);
      const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
      for (const name of ['a', 'b', 'c']) {
        if (!same(mine[name], began[name]) && !both.includes(name))
          assert.deepEqual(answers[name], mine[name]);
        if (!same(theirs[name], began[name])) assert.deepEqual(answers[name], theirs[name]);
      }
    }),
  );
});

test('of one who alone wrote, exactly that is kept', () => {
  fc.assert(
    fc.property(anyAnswers, anyAnswers, (began, mine) => {
      assert.deepEqual({ ...mergeAnswers(began, began, mine).answers }, { ...mine });
      assert.deepEqual({ ...mergeAnswers(began, mine, began).answers }, { ...mine });
    }),
  );
});
