import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEpisodes } from '../../../test/episodes.ts';
import { figureOf } from '../../../test/figures.ts';
import { aChild, aLedger, episodes } from '../../../test/ledgers.ts';
import { addDays, type Day, day } from '../../calendar/day.ts';
import type { Episode } from '../../child/episode.ts';
import { buildEpisodeColumns, episodeColumnsOf } from './episode-columns.ts';
import { placementColumns } from './placement-columns.ts';
import { childrenWithThreeOrMorePlacements } from './three-or-more-placements.ts';

const FIRST = day('2020-01-31');

interface Counted {
  readonly lookedAfter: number;
  readonly threeOrMore: readonly string[];
}

const byColumns = (
  said: readonly (readonly Episode[])[],
  asOf: Day,
  sameCarerMoveCounts: boolean,
): Counted => {
  const columns = episodeColumnsOf(said.map((each, i) => ({ id: `C${i}`, episodes: each })));
  const placements = placementColumns(columns, { sameCarerMoveCounts });
  const counted = childrenWithThreeOrMorePlacements(placements, asOf);
  return {
    lookedAfter: counted.lookedAfter,
    threeOrMore: counted.children.map((i) => placements.children[i] ?? ''),
  };
};

const byDefinition = (
  said: readonly (readonly Episode[])[],
  asOf: Day,
  sameCarerMoveCounts: boolean,
): Counted => {
  const ledger = aLedger(...said.map((each, i) => aChild(`C${i}`, each)));
  const figure = figureOf('stability-3plus', ledger, asOf, {}, { sameCarerMoveCounts });
  return { lookedAfter: figure.denominator ?? 0, threeOrMore: figure.children.numerator };
};

const anything = fc.record({
  said: fc.array(arbitraryEpisodes(FIRST, 10), { maxLength: 9 }),
  asOf: fc.nat(1200).map((days) => addDays(FIRST, days)),
  sameCarerMoveCounts: fc.boolean(),
});

test('three or more placements counted over columns is what the readable definition counts', () => {
  fc.assert(
    fc.property(anything, ({ said, asOf, sameCarerMoveCounts }) => {
      assert.deepEqual(
        byColumns(said, asOf, sameCarerMoveCounts),
        byDefinition(said, asOf, sameCarerMoveCounts),
      );
    }),
    { numRuns: 2000 },
  );
});

test('the check above notices columns that forget the way back from a temporary stay', () => {
  const forgetful = (said: readonly Episode[]): readonly Episode[] =>
    said.map((row) => (row.place.startsWith('T') ? { ...row, place: 'K2' } : row));
  const check = fc.check(
    fc.property(anything, ({ said, asOf }) => {
      assert.deepEqual(byColumns(said.map(forgetful), asOf, false), byDefinition(said, asOf, false));
    }),
    { seed: 1, numRuns: 2000 },
  );
  assert.equal(check.failed, true);
});

test('columns grow as rows come, and postcodes are compared without spaces or case', () => {
  const builder = buildEpisodeColumns(1);
  for (let child = 0; child < 3000; child++) {
    builder.beginChild(`C${child}`);
    const post = child % 2 === 0 ? 'ZZ1 1AA' : 'zz11aa';
    builder.add({ decom: child, dec: child + 1, rne: 'S', ls: 'C2', place: 'U6', rec: 'E8', postcode: post });
  }
  const columns = builder.build();
  assert.deepEqual([columns.children.length, columns.decom.length, columns.first[3000]], [3000, 3000, 3000]);
  assert.equal(columns.decom[2999], 2999);
  assert.equal(new Set(columns.postcode).size, 1);
});

test('a child without episodes takes no place in another’s count', () => {
  const said = episodes(`2023-05-01 S C2 U6 PR1 2023-07-01 X1
                         2023-07-01 P C2 U6 PR1 2023-09-01 X1
                         2023-09-01 P C2 U6 PR1`);
  assert.deepEqual(byColumns([[], said, []], day('2024-03-31'), false), {
    lookedAfter: 1,
    threeOrMore: ['C1'],
  });
});
