import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '@rightplace/domain';
import { asTenant, asTenantReading, createAuthority } from '@rightplace/store';
import { csvFile, EPISODES, HEADER, smallReturn } from '../../test/returns.ts';
import { aWorld, type TestWorld } from '../../test/world.ts';
import { loadForReturns, yearOfRecord } from '../return-readiness/record-as-return.ts';
import { applyImport } from './apply-import.ts';
import { type GivenFile, sortIntoReturns } from './given-files.ts';
import type { Importer } from './importer.ts';
import { showImport } from './past-imports.ts';
import { previewImport } from './preview-import.ts';
import { foundAsCsv, foundByRule } from './rules-found.ts';

const importer: Importer = { kind: 'command', authorityId: 'E20000099' };

let world: TestWorld;
before(async () => {
  world = await aWorld();
  await asTenant(world.db, { authorityId: importer.authorityId }, (tx) =>
    createAuthority(tx, { name: 'Testshire' }),
  );
});
after(() => world.close());

const previewFor = async (who: Importer, files: readonly GivenFile[]) => {
  const previewed = await previewImport(world, who, await sortIntoReturns(files));
  assert.ok(previewed.kind === 'previewed');
  return previewed;
};

const preview = async (files: readonly GivenFile[]) => {
  const previewed = await previewFor(importer, files);
  const found = await showImport(world, importer, previewed.importId);
  assert.ok(found.kind === 'import');
  const { rulesFound } = found.shown.report;
  assert.ok(rulesFound !== undefined);
  const { foundRows } = found.shown;
  const { collectionYear } = rulesFound;
  return {
    importId: previewed.importId,
    rulesFound,
    rows: (rule: string) => foundByRule({ foundRows, collectionYear }, rule)?.rows,
    csv: foundAsCsv({ foundRows, collectionYear }),
  };
};

/** ZZ1 of the small return a year later, said to be a boy, and a child who comes of age when the year is not over yet. */
const aYearLater: readonly GivenFile[] = [
  csvFile('2027/header.csv', HEADER, 'ZZ1,M,01/02/2014,WBRI,UN1,,', 'ZZ8,M,01/02/2009,WBRI,UN1,,'),
  csvFile(
    '2027/episodes.csv',
    EPISODES,
    'ZZ1,01/05/2025,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,9900001',
    'ZZ8,01/05/2026,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,9900001',
  ),
];

test('with nothing of last year, nothing is compared with it', async () => {
  const { rulesFound, rows } = await preview(aYearLater);
  assert.equal(rulesFound.lastYear, 'nothing');
  assert.equal(rows('202'), undefined);
});

test('files are compared with last year’s among them, else with what the record has of it', async () => {
  const together = await preview([...smallReturn(), ...aYearLater]);
  assert.equal(together.rulesFound.lastYear, 'files');
  assert.equal(together.rows('202')?.length, 1);

  const last = await preview(smallReturn());
  assert.equal((await applyImport(world, importer, last.importId)).kind, 'applied');
  const { rulesFound, rows, csv } = await preview(aYearLater);
  assert.equal(rulesFound.lastYear, 'record');
  assert.deepEqual(
    rows('202')?.map(({ child, file, line, cells }) => [child, file, line, cells]),
    [['ZZ1', '2027/header.csv', 2, 'SEX M']],
  );
  assert.match(csv, /\r\n202,\w+,[^\r]*,2027\/header\.csv,2,ZZ1,SEX,SEX M,/);
});

test('a year that is not over is looked at as far as it has come, as the record is', async () => {
  const { rows } = await preview(aYearLater);
  assert.equal(rows('359'), undefined, 'eighteen in February, and it is November');
  world.pass(60 * 24 * 100);
  assert.equal((await preview(aYearLater)).rows('359')?.[0]?.child, 'ZZ8');
});

test('a return whose year was told from its dates is that year’s to the rules, and no other’s', async () => {
  const other: Importer = { kind: 'command', authorityId: 'E20000098' };
  await asTenant(world.db, other, (tx) => createAuthority(tx, { name: 'Othershire' }));
  const noFolder = smallReturn().map(({ name, bytes }) => ({ name: name.replace('2026/', ''), bytes }));
  const { report, importId } = await previewFor(other, noFolder);
  assert.deepEqual(report.yearsFromDates, [2026]);
  assert.equal((await applyImport(world, other, importId)).kind, 'applied');
  const again = await previewFor(other, noFolder);
  assert.equal(again.report.rulesFound?.lastYear, 'nothing', 'no child was in care the year before');
  const years = await asTenantReading(world.db, other, async (tx) => {
    const record = await loadForReturns(tx);
    return [2025, 2026, 2027].map((year) =>
      yearOfRecord(record, { collectionYear: year, today: day('2026-11-23') }).tables.flatMap(
        ({ table, lines }) => `${table} ${lines.length}`,
      ),
    );
  });
  assert.deepEqual(years, [
    ['Header 0', 'Episodes 0', 'Reviews 0'],
    ['Header 2', 'Episodes 3', 'Reviews 1'],
    ['Header 2', 'Episodes 2', 'Reviews 0'],
  ]);
});
