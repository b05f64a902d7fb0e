import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvFile, EPISODES, HEADER, smallReturn } from '../../test/returns.ts';
import { acceptGiven } from './accept-given.ts';
import { type GivenFile, sortIntoReturns } from './given-files.ts';

const accept = async (files: readonly GivenFile[], held: Parameters<typeof acceptGiven>[1] = new Map()) =>
  acceptGiven(await sortIntoReturns(files), held);

test('a child whose rows are as they were is not counted as changed, though one more return tells of them', async () => {
  const first = await accept(smallReturn());
  const again = await accept(smallReturn('2027'), first.after);
  assert.deepEqual([again.report.childrenNew, again.report.childrenChanged, again.report.changed], [0, 0, 0]);
  assert.equal(again.records.length, 2, 'it is still noted which return said it');
  const moved = [
    csvFile('2027/header.csv', HEADER, 'ZZ1,F,01/02/2014,WBRI,,,', 'ZZ2,M,03/04/2010,MWBC,,,'),
    csvFile(
      '2027/episodes.csv',
      EPISODES,
      'ZZ1,01/05/2025,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,9900001',
      'ZZ2,10/09/2025,P,V2,N1,K2,PR5,,,,ZZ1 1AA,ZZ3 3CC,9900002',
    ),
  ];
  assert.equal((await accept(moved, first.after)).report.childrenChanged, 1);
});

test('a child of whom a return takes a row back is counted as changed', async () => {
  const first = await accept(smallReturn());
  const header = csvFile('2026/header.csv', HEADER, 'ZZ2,M,03/04/2010,MWBC,,,');
  const fewer = csvFile(
    '2026/episodes.csv',
    EPISODES,
    'ZZ2,10/09/2025,P,V2,N1,K2,PR4,,,,ZZ1 1AA,ZZ3 3CC,9900002',
  );
  const { report } = await accept([header, fewer], first.after);
  assert.deepEqual([report.withdrawn, report.childrenChanged], [1, 1]);
});

const doubts = async (files: readonly GivenFile[], year?: number): Promise<readonly string[]> =>
  acceptGiven(await sortIntoReturns(files, year), new Map()).report.yearDoubts ?? [];

test('a return said to be of another year than its dates tell is loaded as that, and whoever loads it is told', async () => {
  const inNoFolder = smallReturn().map((file) => ({ ...file, name: file.name.replace('2026/', '') }));
  assert.deepEqual(await doubts(inNoFolder, 2026), []);
  assert.deepEqual(await doubts(inNoFolder), [], 'nobody said a year');
  const [doubt, ...more] = await doubts(inNoFolder, 2025);
  assert.match(doubt ?? '', /^By their dates these files are of 2025-26, .* the return for 2024-25/);
  assert.deepEqual(more, []);
});

test('where a folder says another year than the person, the folder is believed and the person told', async () => {
  assert.deepEqual(await doubts(smallReturn()), []);
  assert.deepEqual(await doubts(smallReturn(), 2027), [
    'These files were given as the return for 2026-27. Their folder says 2025-26, so they are read as the return for 2025-26.',
  ]);
});
