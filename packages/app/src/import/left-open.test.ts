import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asTenant, asTenantReading, createAuthority } from '@rightplace/store';
import { csvFile, EPISODES, readWritten, rowTexts } from '../../test/returns.ts';
import { aWorld, type TestWorld } from '../../test/world.ts';
import { exportReturn } from '../export/export-return.ts';
import { applyImport } from './apply-import.ts';
import { type GivenFile, sortIntoReturns } from './given-files.ts';
import { previewImport } from './preview-import.ts';

let world: TestWorld;
let authorities = 0;

before(async () => {
  world = await aWorld();
});
after(() => world.close());

const anAuthority = async () => {
  authorities += 1;
  const authorityId = `E200000${String(authorities).padStart(2, '0')}`;
  await asTenant(world.db, { authorityId }, (tx) => createAuthority(tx, { name: 'Testshire' }));
  return { kind: 'command', authorityId } as const;
};
type Authority = Awaited<ReturnType<typeof anAuthority>>;

const load = async (importer: Authority, ...files: readonly GivenFile[]) => {
  const previewed = await previewImport(world, importer, await sortIntoReturns(files));
  assert.ok(previewed.kind === 'previewed');
  assert.equal((await applyImport(world, importer, previewed.importId)).kind, 'applied');
  return previewed.report;
};

const stays = ({ authorityId }: Authority) =>
  asTenantReading(world.db, { authorityId }, async (tx) => {
    const { ledger } = await world.ledgers.load(tx, authorityId);
    return ledger.children.flatMap(({ placements }) => placements.map(({ starts, ends }) => [starts, ends]));
  });

const written = async (importer: Authority, collectionYear: number) => {
  const answer = await exportReturn(world, importer, { collectionYear, format: 'csv' });
  assert.ok(answer.kind === 'exported');
  return rowTexts(readWritten(answer));
};

const OLDER = csvFile('2025/episodes.csv', EPISODES, 'ZZ1,01/05/2024,S,C2,N8,U6,PR1,,,,,ZZ1 1AB,');
/** A reason for an ending, and no ending. */
const WITH_REASON = csvFile('2025/episodes.csv', EPISODES, 'ZZ1,01/05/2024,S,C2,N8,U6,PR1,,X1,,,ZZ1 1AB,');
const NEWER = csvFile('2026/episodes.csv', EPISODES, 'ZZ1,01/06/2025,P,C2,N8,K2,PR4,,,,,ZZ1 1AC,');

test('what an older return left open is in the record, ended when the next known begins, and written open', async () => {
  for (const older of [OLDER, WITH_REASON])
    for (const loads of [[[older, NEWER]], [[older], [NEWER]], [[NEWER], [older]]]) {
      const importer = await anAuthority();
      for (const files of loads) await load(importer, ...files);
      assert.deepEqual(await stays(importer), [
        ['2024-05-01', '2025-06-01'],
        ['2025-06-01', null],
      ]);
      assert.match((await written(importer, 2025)).join('\n'), /^Episodes\|ZZ1\|01\/05\/2024\|S\|[^\n]*$/);
      assert.ok((await written(importer, 2025))[0]?.includes(older === OLDER ? '|PR1||||' : '|PR1||X1||'));
      assert.equal((await written(importer, 2026)).length, 1);
      for (const again of [[older], [NEWER], [NEWER, older]]) {
        const { unchanged, ...others } = await load(importer, ...again);
        assert.equal(unchanged, again.length);
        assert.deepEqual(
          [others.changed, others.ended, others.superseded, others.childrenChanged],
          [0, 0, 0, 0],
        );
      }
    }
});

test('a return that brings the real ending replaces the one that was taken', async () => {
  const importer = await anAuthority();
  await load(importer, OLDER, NEWER);
  const real = csvFile(
    '2026/episodes.csv',
    EPISODES,
    'ZZ1,01/05/2024,S,C2,N8,U6,PR1,01/06/2025,X1,CARPL,,ZZ1 1AB,',
    'ZZ1,01/06/2025,P,C2,N8,K2,PR4,,,,,ZZ1 1AC,',
  );
  const report = await load(importer, real);
  assert.deepEqual([report.ended, report.unchanged], [1, 1]);
  assert.match((await written(importer, 2026)).join('\n'), /01\/06\/2025\|X1\|CARPL/);
  assert.match(
    (await written(importer, 2025)).join('\n'),
    /^Episodes\|ZZ1\|01\/05\/2024\|S\|[^\n]*\|PR1\|\|\|\|/,
  );
});
