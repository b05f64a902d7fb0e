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
