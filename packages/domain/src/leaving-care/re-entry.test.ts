import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, read } from '../../test/figures.ts';
import { aChild, aLedger } from '../../test/ledgers.ts';
import { day } from '../calendar/day.ts';
import { findWatched } from './re-entry.ts';

const HOME = '2021-01-10 S V2 U6 PR1 2022-10-01 E4A';
const asOf = (date: string, lines: string) => findWatched(aChild('A', lines), day(date));

test('a child who goes home is watched for 24 months, the last day with them', () => {
  assert.equal(asOf('2022-09-30', HOME), undefined, 'nobody knows it the day before');
  assert.deepEqual(asOf('2022-10-01', HOME), {
    left: '2022-10-01',
    reason: 'E4A',
    until: { first: '2023-10-01', last: '2024-10-01' },
    back: undefined,
    within: undefined,
  });
  assert.ok(asOf('2024-10-01', HOME) !== undefined);
  assert.equal(asOf('2024-10-02', HOME), undefined);
});

test('who comes back is told of with within how long, from the day they do', () => {
  const back = (date: string) => `${HOME}\n${date} S C2 U6 PR1`;
  const within = (date: string) => asOf('2024-09-30', back(date))?.within;
  assert.deepEqual(['2023-10-01', '2023-10-02', '2024-09-30'].map(within), [12, 24, 24]);
  assert.equal(asOf('2023-05-01', back('2023-06-01'))?.back, undefined, 'not before it happens');
  assert.equal(asOf('2023-06-01', back('2023-06-01'))?.back, '2023-06-01');
});

test('adoption and independence are not watched, a guardian’s home is, and short breaks are not coming back', () => {
  const left = (reason: string) => asOf('2023-01-01', `2021-01-10 S V2 U6 PR1 2022-10-01 ${reason}`);
  assert.deepEqual(
    ['E4A', 'E4B', 'E13', 'E47', 'E41', 'E11', 'E5', 'E17', 'E3'].map((reason) => left(reason) !== undefined),
    [true, true, true, true, true, false, false, false, false],
  );
  assert.equal(asOf('2023-06-01', `${HOME}\n2023-02-01 S V4 K2`)?.back, undefined);
});

test('the measure counts the same children as back within a year', () => {
  const ledger = aLedger(
    ...['2022-12-01', '2023-10-01', '2023-10-02'].map((date) => aChild(date, `${HOME}\n${date} S C2 U6 PR1`)),
  );
  const watched = ledger.children.filter((one) => findWatched(one, day('2024-03-31'))?.within === 12);
  assert.equal(
    read(figureOf('cla-reentry', ledger, '2024-03-31')).split(' of ')[0],
    watched.map(({ id }) => id).join(' '),
  );
});
