/** What people entered by hand, through whatever is loaded after it: generated returns and changes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ChildId,
  type ChildRecord,
  type CollectionYear,
  episodesFromTimelines,
  timelinesFromEpisodes,
} from '@rightplace/domain';
import fc from 'fast-check';
import { readWritten } from '../test/files.ts';
import { arbitraryHandChanges, withHandChanges } from '../test/hand-changes.ts';
import { arbitraryDirtyReturn, arbitraryReturn, type RowsByTable, readReturnOf } from '../test/returns.ts';
import { type Acceptance, acceptReturns } from './accept/accept-returns.ts';
import type { HeldChild, HeldFact } from './accept/held.ts';
import { recordFromHeld } from './accept/ledger.ts';
import { tellsTheSame } from './accept/same-child.ts';
import { TABLES } from './tables/tables.ts';
import { writeReturn } from './write/write-return.ts';

type Children = ReadonlyMap<ChildId, HeldChild>;

const NOBODY: Children = new Map();
const load = (held: Children, rows: RowsByTable, collectionYear: CollectionYear): Acceptance =>
  acceptReturns({ returns: [{ ...readReturnOf(rows), collectionYear }], held });

/** What is believed, whoever said it. */
const believed = (children: Children): readonly ChildRecord[] =>
  Array.from(children, ([id, held]) => {
    const record = recordFromHeld(id, held);
    return { ...record, facts: record.facts.toSorted((a, b) => (a.kind + a.key < b.kind + b.key ? -1 : 1)) };
  });

const sameAgain = (children: Children, again: Children): void => {
  for (const [id, child] of again) assert.equal(child, children.get(id));
};

test('a return loaded again after corrections, additions and removals by hand changes nothing of them', () => {
  let made = 0;
  fc.assert(
    fc.property(arbitraryReturn(2026), arbitraryHandChanges(2026), (rows, changes) => {
      const hand = withHandChanges(load(NOBODY, rows, 2026).children, changes, 2026);
      made += hand.made;
      const once = load(hand.children, rows, 2026);
      assert.deepEqual(believed(once.children), believed(hand.children));
      sameAgain(once.children, load(once.children, rows, 2026).children);
    }),
    { numRuns: 200 },
  );
  assert.ok(made > 100, 'or the changes are none');
});

test('what is written out of a record changed by hand and loaded again is no change, and nobody is told of one', () => {
  fc.assert(
    fc.property(
      arbitraryReturn(2026),
      arbitraryHandChanges(2026),
      fc.constantFrom('csv', 'xml'),
      (rows, changes, format) => {
        const { children } = withHandChanges(load(NOBODY, rows, 2026).children, changes, 2026);
        const written = writeReturn(children, { collectionYear: 2026, format });
        // XML says a child's date of birth once, and so loses another that a row has: it says that it does.
        if (written.notes.length > 0) return;
        const returns = [{ ...readWritten(written), collectionYear: 2026 }];
        const again = acceptReturns({ returns, held: children });
        assert.deepEqual(again.rejected, []);
        assert.deepEqual(believed(again.children), believed(children));
        for (const [id, child] of again.children) {
          const before = children.get(id);
          assert.ok(before !== undefined && tellsTheSame(before, child));
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('whatever is loaded over what was entered: nothing lost of the return, no two homes, and twice is as once', () => {
  fc.assert(
    fc.property(
      arbitraryDirtyReturn(2026),
      arbitraryHandChanges(2026),
      arbitraryDirtyReturn(2026),
      fc.constantFrom(2025, 2026, 2027),
      (rows, changes, next, year) => {
        const { children } = withHandChanges(load(NOBODY, rows, 2026).children, changes, 2026);
        const once = load(children, next, year);
        for (const { read, accepted, rejected, gaveWay } of once.counts.values())
          assert.equal(read, accepted + rejected + gaveWay);
        for (const { episodes } of once.children.values()) {
          const sequence = episodes.map(({ episode }) => episode);
          assert.deepEqual(episodesFromTimelines(timelinesFromEpisodes(sequence)), sequence);
        }
        sameAgain(once.children, load(once.children, next, year).children);
      },
    ),
    { numRuns: 300 },
  );
});

test('a return blank in every cell that may be blank takes nothing out that was entered here', () => {
  const blank = (rows: RowsByTable): RowsByTable =>
    Object.fromEntries(
      TABLES.map(({ name, columns }) => {
        const blanks = columns.filter(({ mayBeBlank }) => mayBeBlank).map((column) => [column.name, '']);
        return [name, rows[name].map((cells) => ({ ...cells, ...Object.fromEntries(blanks) }))];
      }),
    ) as unknown as RowsByTable;
  fc.assert(
    fc.property(arbitraryReturn(2026), arbitraryHandChanges(2026), (rows, { changes, typed }) => {
      const filled = { changes: changes.filter(({ kind }) => kind === 'change'), typed };
      const before = load(NOBODY, rows, 2026).children;
      const { children } = withHandChanges(before, filled, 2026);
      const after = load(children, blank(rows), 2026).children;
      for (const [id, child] of children) {
        const [was, is] = [before.get(id), after.get(id)];
        assert.ok(was !== undefined && is !== undefined);
        for (const field of ['upn', 'mother', 'motherChildBornOn', 'ethnicity', 'dateOfBirth'] as const)
          if (child.details[field] !== undefined && child.details[field] !== was.details[field])
            assert.equal(is.details[field], child.details[field], field);
        for (const { fact } of child.facts) {
          const isOne = (each: HeldFact): boolean =>
            each.fact.kind === fact.kind && each.fact.key === fact.key;
          const old: HeldFact | undefined = was.facts.find(isOne);
          const now: HeldFact | undefined = is.facts.find(isOne);
          if (old === undefined) continue;
          for (const [name, text] of Object.entries(fact.fields))
            if (old.fact.fields[name] !== text)
              assert.equal(now?.fact.fields[name], text, `${fact.kind} ${name}`);
        }
      }
    }),
    { numRuns: 150 },
  );
});
