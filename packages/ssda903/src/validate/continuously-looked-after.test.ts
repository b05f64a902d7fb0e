import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectionDays } from './collection.ts';
import { isContinuouslyLookedAfter } from './continuously-looked-after.ts';
import { tableFromObjects } from './return-table.ts';
import { rowMaker } from './row-makers.ts';

/** As their own cells have it, an episode of care under an order that began in 2020 and is open. */
interface EpisodeCells {
  readonly DECOM?: string;
  readonly RNE?: string;
  readonly LS?: string;
  readonly DEC?: string;
  readonly REC?: string;
}

const year = collectionDays(2027);

const isContinuous = (...episodes: readonly EpisodeCells[]): boolean => {
  const rows = episodes.map((cells) => ({ DECOM: '01/06/2020', RNE: 'S', LS: 'C2', ...cells }));
  const make = rowMaker('Episodes', tableFromObjects('Episodes', rows));
  return isContinuouslyLookedAfter(
    rows.map((_, at) => make(at)),
    year,
  );
};

const WITH: readonly (readonly [string, ...EpisodeCells[]])[] = [
  ['one episode from before the year, still open', {}],
  ['care that started on 1 April', { DECOM: '01/04/2026' }],
  ['care that ended on 31 March', { DEC: '31/03/2027', REC: 'E4A' }],
  ['care that ends after the year', { DEC: '01/04/2027', REC: 'E4A' }],
  ['care that ended on what is not a day', { DEC: '31/06/2026', REC: 'E4A' }],
  [
    'a move in the year',
    { DEC: '10/09/2026', REC: 'X1' },
    { DECOM: '10/09/2026', RNE: 'P', DEC: '31/03/2027', REC: 'X1' },
  ],
  ['a change of placement on 1 April', { DEC: '01/04/2026', REC: 'X1' }, { DECOM: '01/04/2026', RNE: 'P' }],
  ['care that ended before the year, and care since', { DEC: '31/03/2026', REC: 'E4A' }, {}],
  ['short breaks that ended before the year, and care since', { LS: 'V4', DEC: '31/03/2026', REC: 'E8' }, {}],
  ['care that will start after the year besides', {}, { DECOM: '01/04/2027', LS: 'V4' }],
  ['an episode with no start that says little besides', {}, { DECOM: '' }],
];

const WITHOUT: readonly (readonly [string, ...EpisodeCells[]])[] = [
  ['no episode'],
  ['care that started on 2 April', { DECOM: '02/04/2026' }],
  ['care that started on 31 March', { DECOM: '31/03/2027' }],
  ['care that ended on 30 March', { DEC: '30/03/2027', REC: 'E4A' }],
  ['care that ended on 1 April', { DEC: '01/04/2026', REC: 'E4A' }],
  ['care that ended for no reason given', { DEC: '10/09/2026', REC: '' }],
  [
    'care that ended and started again the next day',
    { DEC: '10/09/2026', REC: 'E4A' },
    { DECOM: '11/09/2026', RNE: 'S' },
  ],
  ['only care that ended before the year', { DEC: '31/03/2026', REC: 'E4A' }],
  ['only care that will start after the year', { DECOM: '01/04/2027' }],
  ['short breaks of the V3 kind', { LS: 'V3' }],
  ['short breaks of the V4 kind beside care', {}, { LS: 'V4', DEC: '01/04/2026', REC: 'X1' }],
  ['short breaks from 31 March beside care', {}, { DECOM: '31/03/2027', RNE: 'B', LS: 'V4' }],
  [
    'care that ended on 1 April and then another move',
    { DEC: '01/04/2026', REC: 'E4A' },
    { DECOM: '01/04/2026', RNE: 'P' },
  ],
  ['a move to an episode that is not there', { DEC: '10/09/2026', REC: 'X1' }],
  ['a move on 30 March to an episode that is not there', { DEC: '30/03/2027', REC: 'X1' }],
  ['only an episode with no start', { DECOM: '' }],
  ['only an episode whose start is not a day', { DECOM: '31/06/2020' }],
  ['an episode with no start that ended care in the year', {}, { DECOM: '', DEC: '10/09/2026', REC: 'E4A' }],
];

for (const [name, ...episodes] of WITH)
  test(`a child with ${name} was looked after all year`, () => {
    assert.equal(isContinuous(...episodes), true);
    assert.equal(isContinuous(...episodes.toReversed()), true);
  });

for (const [name, ...episodes] of WITHOUT)
  test(`a child with ${name} was not looked after all year`, () => {
    assert.equal(isContinuous(...episodes), false);
    assert.equal(isContinuous(...episodes.toReversed()), false);
  });
