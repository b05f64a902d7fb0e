/** What a decision writes in the record, through whatever return is loaded after it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ChildId,
  type ChildRecord,
  type Day,
  episodesFromTimelines,
  timelinesFromEpisodes,
} from '@rightplace/domain';
import fc from 'fast-check';
import { arbitraryReturn, type RowsByTable, readReturnOf } from '../../test/returns.ts';
import { acceptReturns } from '../accept/accept-returns.ts';
import type { HeldChild } from '../accept/held.ts';
import { recordFromHeld } from '../accept/ledger.ts';
import { isSameChild, tellsTheSame } from '../accept/same-child.ts';
import { withRecord } from './with-record.ts';

type Children = ReadonlyMap<ChildId, HeldChild>;

const load = (held: Children, rows: RowsByTable): Children =>
  acceptReturns({ returns: [{ ...readReturnOf(rows), collectionYear: 2026 }], held }).children;

/** Care that goes on ends on a day: as a decision says it, and no return does. */
const ended = (record: ChildRecord, on: Day): ChildRecord => {
  const episodes = episodesFromTimelines(record);
  const last = episodes.at(-1);
  if (last === undefined || last.dec !== null || last.decom >= on) return record;
  return {
    ...record,
    ...timelinesFromEpisodes([...episodes.slice(0, -1), { ...last, dec: on, rec: 'E4A' }]),
  };
};

/** Likewise a new legal status, under which everything else goes on. */
const underOrder = (record: ChildRecord, on: Day): ChildRecord => {
  const episodes = episodesFromTimelines(record);
  const last = episodes.at(-1);
  if (last === undefined || last.dec !== null || last.decom >= on || last.ls === 'C2') return record;
  return {
    ...record,
    ...timelinesFromEpisodes([
      ...episodes.slice(0, -1),
      { ...last, dec: on, rec: 'X1', reasonPlaceChange: null },
      { ...last, decom: on, rne: 'L', ls: 'C2' },
    ]),
  };
};

const DAY = '2026-06-01' as Day;

for (const [what, decide] of [
  ['an ending', ended],
  ['an order', underOrder],
] as const)
  test(`${what} written by a decision stays when the return before it is loaded again`, () => {
    let changed = 0;
    fc.assert(
      fc.property(arbitraryReturn(2026), (rows) => {
        const before = load(new Map(), rows);
        const after = new Map(
          Array.from(before, ([id, held]) => {
            const record = recordFromHeld(id, held);
            const decided = decide(record, DAY);
            if (decided !== record) changed += 1;
            const written = withRecord(held, decided);
            assert.deepEqual(
              episodesFromTimelines(recordFromHeld(id, written)),
              episodesFromTimelines(decided),
            );
            return [id, written] as const;
          }),
        );
        for (const [id, again] of load(after, rows))
          assert.ok(tellsTheSame(after.get(id) as HeldChild, again), id);
      }),
      { numRuns: 60 },
    );
    assert.ok(changed > 20, 'or nothing was decided');
  });

test('a record in which nothing changed leaves all as it was held', () => {
  fc.assert(
    fc.property(arbitraryReturn(2026), (rows) => {
      for (const [id, held] of load(new Map(), rows)) {
        const same = withRecord(held, recordFromHeld(id, held));
        assert.ok(isSameChild(held, same));
        same.episodes.forEach((episode, i) => {
          assert.equal(episode, held.episodes[i]);
        });
      }
    }),
    { numRuns: 40 },
  );
});

test('without remembering that it was entered here, the return would take an ending back', () => {
  let takenBack = 0;
  fc.assert(
    fc.property(arbitraryReturn(2026), (rows) => {
      const after = new Map(
        Array.from(load(new Map(), rows), ([id, held]) => {
          const forgotten = withRecord(held, ended(recordFromHeld(id, held), DAY));
          const episodes = forgotten.episodes.map(({ entered: _, ...each }) => each);
          return [id, { ...forgotten, episodes }] as const;
        }),
      );
      for (const [id, again] of load(after, rows))
        if (!tellsTheSame(after.get(id) as HeldChild, again)) takenBack += 1;
    }),
    { numRuns: 40 },
  );
  assert.ok(takenBack > 0);
});
