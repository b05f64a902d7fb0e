import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveSafe } from './proof.ts';
import type { PublishedRelease } from './published.ts';

const hidden = { kind: 'hidden' } as const;

/** Two hidden parts, 3 and 9, of a printed 12. */
const published: PublishedRelease = {
  format: 1,
  id: 'r',
  title: 'R',
  publishedAt: '2030-05-01T09:00:00.000000Z',
  profile: 'public-local',
  area: 'authority',
  counts: [
    { key: 'a', title: 'A', value: 3, printed: hidden },
    { key: 'b', title: 'B', value: 9, printed: hidden },
    { key: 'c', title: 'C', value: 12, printed: { kind: 'exact', value: 12 } },
  ],
  relations: [
    [
      { key: 'c', times: -1 },
      { key: 'a', times: 1 },
      { key: 'b', times: 1 },
    ],
  ],
  ratios: [],
};

const proving =
  (...evidence: readonly Readonly<Record<string, number>>[]) =>
  (): void =>
    proveSafe({
      published: [published],
      concerning: ['a', 'b', 'c'],
      evidence: evidence.map((values) => new Map(Object.entries(values))),
      hidesUpTo: 4,
      except: [],
    });

test('other tables that a reader could believe in prove a release safe, if they are far enough apart', () => {
  assert.doesNotThrow(proving({ a: 6, b: 6 }));
  assert.doesNotThrow(proving({ a: 1, b: 11 }, { a: 4, b: 8 }));
  assert.throws(proving({ a: 1, b: 11 }), /"A" cannot be worked out/);
  assert.throws(proving(), /cannot be worked out/);
});

test('evidence that no reader could believe in proves nothing', () => {
  assert.throws(proving({ a: 6, b: 7 }), /does not add up/);
  assert.throws(proving({ a: 6 }), /does not add up/);
  assert.throws(proving({ a: 0, b: 12 }, { a: 3, b: 9 }), /does not agree/);
  assert.throws(proving({ a: 6, b: 6, c: 13 }), /does not agree/);
});
