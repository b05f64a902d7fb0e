import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CollectionYear, episodesFromTimelines, timelinesFromEpisodes } from '@rightplace/domain';
import fc from 'fast-check';
import { differences, readWritten, rowTexts, textsLess } from '../test/files.ts';
import { arbitraryDirtyReturn, arbitraryReturn, type RowsByTable, readReturnOf } from '../test/returns.ts';
import { sampleFiles } from '../test/sample.ts';
import { type Acceptance, acceptReturns } from './accept/accept-returns.ts';
import { noOutcomes, type Outcomes } from './accept/held.ts';
import { type ReadReturn, readReturn } from './read/read-return.ts';
import { getTable, TABLES } from './tables/tables.ts';
import { writeReturn } from './write/write-return.ts';

const YEARS = [2023, 2025, 2027];
const SAMPLE = readReturn(sampleFiles('.csv'));
const accept = (read: ReadReturn, collectionYear: CollectionYear | null): Acceptance =>
  acceptReturns({ returns: [{ ...read, collectionYear }] });

/** Every row read was accepted, set aside or gave way to a newer return's: none is lost. */
const addsUp = ({ counts }: Pick<Acceptance, 'counts'>): boolean =>
  [...counts.values()].every(
    ({ read, accepted, rejected, gaveWay }) => read === accepted + rejected + gaveWay,
  );

/** And the rows that are said to have been set aside are really listed. */
const rejectionsAreListed = ({ counts, rejected }: Acceptance): boolean =>
  [...counts.values()].reduce((sum, table) => sum + table.rejected, 0) ===
  rejected.filter(({ table }) => table !== null).length;

const NO_ROWS = Object.fromEntries(TABLES.map(({ name }) => [name, []])) as unknown as RowsByTable;

const allUnchanged = (outcomes: Outcomes): void =>
  assert.deepEqual({ ...outcomes, unchanged: 0 }, noOutcomes());

test('a return in which every row can stand comes back row for row, as CSV', () => {
  for (const year of YEARS) {
    fc.assert(
      fc.property(arbitraryReturn(year), (rows) => {
        const read = readReturnOf(rows);
        const accepted = accept(read, year);
        assert.deepEqual(accepted.rejected, []);
        assert.ok(addsUp(accepted));
        const written = writeReturn(accepted.children, { collectionYear: year });
        assert.deepEqual(differences(rowTexts(readWritten(written)), rowTexts(read)).slice(0, 5), []);
      }),
      { numRuns: 60 },
    );
  }
});

test('a return comes back row for row as XML, with the tables that XML has no place for beside it', () => {
  fc.assert(
    fc.property(arbitraryReturn(2027), (rows) => {
      const read = readReturnOf(rows);
      const written = writeReturn(accept(read, 2027).children, { collectionYear: 2027, format: 'xml' });
      assert.deepEqual(differences(rowTexts(readWritten(written)), rowTexts(read)).slice(0, 5), []);
    }),
    { numRuns: 120 },
  );
});

test('of a dirty return every row is accepted or set aside, and exactly the accepted ones come back', () => {
  fc.assert(
    fc.property(arbitraryDirtyReturn(2026), (rows) => {
      const read = readReturnOf(rows);
      const accepted = accept(read, 2026);
      assert.ok(addsUp(accepted));
      assert.ok(rejectionsAreListed(accepted));
      const back = readWritten(writeReturn(accepted.children, { collectionYear: 2026 }));
      assert.deepEqual(differences(rowTexts(back), textsLess(read, accepted.rejected)).slice(0, 5), []);
    }),
    { numRuns: 120 },
  );
});

test('importing the same return again changes nothing, nor does importing what was exported', () => {
  fc.assert(
    fc.property(arbitraryDirtyReturn(2026), (rows) => {
      const read = readReturnOf(rows);
      const first = accept(read, 2026);
      const again = acceptReturns({ returns: [{ ...read, collectionYear: 2026 }], held: first.children });
      allUnchanged(again.outcomes);
      for (const [id, child] of again.children) assert.equal(child, first.children.get(id));
      const exported = readWritten(writeReturn(first.children, { collectionYear: 2026 }));
      const back = acceptReturns({ returns: [{ ...exported, collectionYear: 2026 }], held: first.children });
      assert.deepEqual(back.rejected, []);
      allUnchanged(back.outcomes);
    }),
    { numRuns: 150 },
  );
});

test('several years at once: nothing lost, no two homes at once, and the same again changes nothing', () => {
  const years = fc.tuple(arbitraryDirtyReturn(2025), arbitraryDirtyReturn(2026), arbitraryDirtyReturn(2026));
  fc.assert(
    fc.property(
      years,
      fc.constantFrom([2025, 2026, 2027], [2026, 2025, 2026], [2026, 2026, 2026]),
      (all, labels) => {
        const returns = all.map((rows, i) => ({
          ...readReturnOf(rows, `${i}/`),
          collectionYear: labels[i] ?? null,
        }));
        const first = acceptReturns({ returns });
        assert.ok(addsUp(first));
        assert.ok(rejectionsAreListed(first));
        for (const { episodes } of first.children.values()) {
          const sequence = episodes.map(({ episode }) => episode);
          assert.deepEqual(episodesFromTimelines(timelinesFromEpisodes(sequence)), sequence);
        }
        const again = acceptReturns({ returns, held: first.children });
        allUnchanged(again.outcomes);
        for (const [id, child] of again.children) assert.equal(child, first.children.get(id));
      },
    ),
    { numRuns: 150 },
  );
});

test('one year after another ends in the newest return as it was given', () => {
  fc.assert(
    fc.property(arbitraryDirtyReturn(2025), arbitraryReturn(2026), (older, newer) => {
      const held = accept(readReturnOf(older), 2025).children;
      const read = readReturnOf(newer);
      const { children, rejected } = acceptReturns({ returns: [{ ...read, collectionYear: 2026 }], held });
      assert.deepEqual(rejected, []);
      const back = readWritten(writeReturn(children, { collectionYear: 2026 }));
      assert.deepEqual(differences(rowTexts(back), rowTexts(read)).slice(0, 5), []);
    }),
    { numRuns: 120 },
  );
});

test('a missing year between: what the older return left open is written open, and the newer is as it was given', () => {
  fc.assert(
    fc.property(arbitraryReturn(2025), arbitraryReturn(2027), fc.boolean(), (older, newer, isOlderFirst) => {
      const [before, after] = [readReturnOf(older, '2025/'), readReturnOf(newer, '2027/')];
      const returns = [
        { ...before, collectionYear: 2025 },
        { ...after, collectionYear: 2027 },
      ];
      const { children, rejected } = acceptReturns({
        returns: isOlderFirst ? returns : returns.toReversed(),
      });
      const olderBack = new Set(rowTexts(readWritten(writeReturn(children, { collectionYear: 2025 }))));
      const newerKeys = new Set(newer.Episodes.map((row) => `${row['CHILD']} ${row['DECOM']}`));
      const open = older.Episodes.filter(
        (row) => row['DEC'] === '' && !newerKeys.has(`${row['CHILD']} ${row['DECOM']}`),
      );
      const texts = rowTexts(readReturnOf({ ...NO_ROWS, Episodes: open }));
      const listed = rejected.filter(({ rule }) => rule === 'superseded-by-newer-return').length;
      assert.ok(texts.filter((text) => !olderBack.has(text)).length <= listed);
      const newerBack = readWritten(writeReturn(children, { collectionYear: 2027 }));
      assert.deepEqual(differences(rowTexts(newerBack), rowTexts(after)).slice(0, 5), []);
    }),
    { numRuns: 60 },
  );
});

test('the sample CSV files come back, row for row, less what was set aside', () => {
  const read = SAMPLE;
  const accepted = accept(read, 2018);
  assert.ok(addsUp(accepted));
  const given = read.tables.find(({ table }) => table === 'Episodes')?.lines.length ?? 0;
  const setAside = accepted.rejected.filter(({ table }) => table === 'Episodes').length;
  assert.ok(setAside > 0 && setAside * 20 < given, 'some episodes cannot be, nearly all can');
  assert.equal(accepted.counts.get('Episodes')?.read, given);
  assert.equal(accepted.counts.get('Episodes')?.accepted, given - setAside);
  const back = readWritten(writeReturn(accepted.children, { collectionYear: 2018 }));
  assert.deepEqual(differences(rowTexts(back), textsLess(read, accepted.rejected)).slice(0, 5), []);
});

test('the sample comes back whole for any year when it does not say its own', () => {
  const read = SAMPLE;
  const accepted = accept(read, null);
  const back = readWritten(writeReturn(accepted.children, { collectionYear: 2024 }));
  assert.deepEqual(differences(rowTexts(back), textsLess(read, accepted.rejected)).slice(0, 5), []);
});

test('the sample XML comes back, row for row, less what was set aside', () => {
  const read = readReturn(sampleFiles('.xml'));
  const accepted = accept(read, 2018);
  assert.ok(addsUp(accepted));
  const back = readWritten(writeReturn(accepted.children, { collectionYear: 2018, format: 'xml' }));
  // The whole file is one line, so the rows set aside are told by how many they are and not by where.
  const lacking = differences(rowTexts(read), rowTexts(back));
  assert.equal(lacking.length, accepted.rejected.length);
  assert.ok(lacking.every((text) => text.startsWith('only first')));
});

test('the accounting notices rows dropped in silence', () => {
  const read = SAMPLE;
  const { counts, ...rest } = accept(read, 2018);
  const dropping = new Map([...counts].map(([table, each]) => [table, { ...each, rejected: 0 }]));
  assert.equal(addsUp({ counts: dropping }), false);
  assert.equal(rejectionsAreListed({ ...rest, counts, rejected: rest.rejected.slice(1) }), false);
  assert.equal(rejectionsAreListed({ ...rest, counts }), true);
});

test('the check on sequences notices two homes at once', () => {
  const read = SAMPLE;
  const { rejected, children } = accept(read, 2018);
  const clash = rejected.find(({ rule }) => rule === 'two-homes-at-once');
  const child = [...children].find(([id]) => id === clash?.child)?.[1];
  const first = child?.episodes[0]?.episode;
  assert.ok(first !== undefined);
  const sequence = [first, { ...first, rne: 'P', urn: '9999999' }];
  assert.notDeepEqual(episodesFromTimelines(timelinesFromEpisodes(sequence)), sequence);
});

test('files are named for their tables', () => {
  const { files } = writeReturn(accept(SAMPLE, 2018).children, {
    collectionYear: 2018,
  });
  assert.deepEqual(files[0]?.name, getTable('Header').fileName);
});
