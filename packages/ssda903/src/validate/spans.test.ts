import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ChildReturn, NO_ROWS } from './child-return.ts';
import type { Collection } from './collection.ts';
import type { DoloRow, EpisodeRow } from './rows.ts';
import { findRule } from './ruleset.ts';
import { Spans } from './spans.ts';

const day = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 30 }) }, fc.constant(Number.NaN));
const days = fc.array(fc.tuple(day, day), { maxLength: 20 });

test('spans of some days are found as they would be by asking each, and taken once', () => {
  fc.assert(
    fc.property(days, days, (given, asked) => {
      const all = given.map(([starts, ends], row) => ({ row, starts, ends }));
      const spans = new Spans(all);
      const taken = new Set<number>();
      for (const [begunBy, lastingTo] of asked) {
        const those = all
          .filter(
            ({ starts, ends }) => starts <= begunBy && (Number.isNaN(ends) ? Infinity : ends) >= lastingTo,
          )
          .map(({ row }) => row);
        assert.equal(spans.some(begunBy, lastingTo), those.length > 0);
        const left = those.filter((row) => !taken.has(row));
        assert.deepEqual(
          [...spans.take(begunBy, lastingTo)].toSorted((a, b) => a - b),
          left,
        );
        for (const row of left) taken.add(row);
      }
    }),
    { numRuns: 300 },
  );
});

/** A row of which every look at a cell is counted. */
const counted = (row: object, count: () => void): object =>
  new Proxy(row, {
    get: (cells, column) => {
      count();
      return Reflect.get(cells, column) as unknown;
    },
  });

test('rules 709 and 710 don’t hold each order of a child against each episode', () => {
  const MANY = 2000;
  let looks = 0;
  const count = (): void => {
    looks += 1;
  };
  const rows = {
    ...NO_ROWS,
    DoLo: Array.from({ length: MANY }, (_, at) =>
      counted({ table: 'DoLo', at, DOLO_START: at * 2, DOLO_END: at * 2 + 900 }, count),
    ) as DoloRow[],
    Episodes: Array.from({ length: MANY }, (_, at) =>
      counted({ table: 'Episodes', at, DECOM: at * 2, DEC: at * 2 + 700, PLACE: 'K1' }, count),
    ) as EpisodeRow[],
  };
  const child = new ChildReturn('A', rows, NO_ROWS, {} as Collection);
  for (const code of ['709', '710']) {
    const check = findRule(code, 2027)?.check;
    assert.ok(check?.kind === 'child');
    looks = 0;
    let flagged = 0;
    check.fails(child, (_, ...together) => (flagged += 1 + together.length), child.collection);
    assert.equal(flagged, MANY * 2);
    assert.ok(looks < MANY * 20, `${looks} cells were looked at of ${MANY * 2} rows.`);
  }
});
