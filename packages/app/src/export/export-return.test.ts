import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readReturn } from '@rightplace/ssda903';
import { asTenant, asTenantReading, createAuthority, listAudit } from '@rightplace/store';
import {
  csvFile,
  demonstrationReturns,
  differences,
  EPISODES,
  HEADER,
  readWritten,
  rowTexts,
  sampleReturn,
  smallReturn,
  textsLess,
} from '../../test/returns.ts';
import { aWorld, type TestWorld } from '../../test/world.ts';
import { applyImport } from '../import/apply-import.ts';
import { type GivenFile, sortIntoReturns } from '../import/given-files.ts';
import type { Importer } from '../import/importer.ts';
import { previewImport } from '../import/preview-import.ts';
import { type ExportAsked, exportReturn } from './export-return.ts';

let world: TestWorld;
let authorities = 0;

before(async () => {
  world = await aWorld();
});
after(() => world.close());

/** A child who was in care in an earlier year only. */
const leftBefore: readonly GivenFile[] = [
  csvFile('2024/header.csv', HEADER, 'ZZ9,F,01/02/2008,WBRI,,,'),
  csvFile(
    '2024/episodes.csv',
    EPISODES,
    'ZZ9,01/05/2023,S,C2,N1,U6,PR1,01/11/2023,E4A,,ZZ1 1AA,ZZ2 2BB,9900001',
  ),
];

const loadedWith = async (files: readonly GivenFile[], collectionYear?: number) => {
  authorities += 1;
  const authorityId = `E200000${String(authorities).padStart(2, '0')}`;
  await asTenant(world.db, { authorityId }, (tx) => createAuthority(tx, { name: 'Testshire' }));
  const importer = { kind: 'command', authorityId } as const;
  const previewed = await previewImport(world, importer, await sortIntoReturns(files, collectionYear));
  assert.ok(previewed.kind === 'previewed');
  assert.equal((await applyImport(world, importer, previewed.importId)).kind, 'applied');
  return { importer, report: previewed.report };
};

const exported = async (importer: Importer, asked: ExportAsked) => {
  const answer = await exportReturn(world, importer, asked);
  assert.ok(answer.kind === 'exported');
  return answer;
};

test('every row of the sample that was accepted comes back out of the record, as CSV', async () => {
  const files = sampleReturn('.csv');
  const { importer, report } = await loadedWith(files, 2018);
  const back = readWritten(await exported(importer, { collectionYear: 2018, format: 'csv' }));
  const kept = textsLess(readReturn(files), report.rejected);
  assert.ok(kept.length > report.rejected.length * 20, 'nearly every row is kept');
  assert.deepEqual(differences(rowTexts(back), kept).slice(0, 5), []);
});

test('every row of the sample XML that was accepted comes back out of the record, as XML', async () => {
  const files = sampleReturn('.xml');
  const { importer, report } = await loadedWith(files, 2018);
  const back = readWritten(await exported(importer, { collectionYear: 2018, format: 'xml' }));
  // The whole file is one line, so the rows set aside are told by how many they are and not by where.
  const lacking = differences(rowTexts(readReturn(files)), rowTexts(back));
  assert.equal(lacking.length, report.rejected.length);
  assert.ok(lacking.every((text) => text.startsWith('only first')));
});

test('each of the invented authority’s returns comes back as it was given', async () => {
  const files = demonstrationReturns({ children: 60, years: 4 });
  for (const year of [2022, 2024, 2026]) {
    const ofYear = files.filter(({ name }) => name.startsWith(`${year}/`));
    const { importer, report } = await loadedWith(ofYear);
    assert.deepEqual(report.rejected, []);
    const back = readWritten(await exported(importer, { collectionYear: year, format: 'csv' }));
    assert.deepEqual(differences(rowTexts(back), rowTexts(readReturn(ofYear))).slice(0, 5), [], `${year}`);
  }
});

test('of several years the newest comes back as it was given, and each export loads with nothing to change', async () => {
  const files = demonstrationReturns({ children: 60, years: 3 });
  const { importer } = await loadedWith(files);
  const newest = files.filter(({ name }) => name.startsWith('2026/'));
  const back = readWritten(await exported(importer, { collectionYear: 2026, format: 'csv' }));
  assert.deepEqual(differences(rowTexts(back), rowTexts(readReturn(newest))).slice(0, 5), []);
  for (const collectionYear of [2023, 2024, 2025, 2026]) {
    const written = await exported(importer, { collectionYear, format: 'csv' });
    const given = written.files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
    const again = await previewImport(world, importer, await sortIntoReturns(given, collectionYear));
    assert.ok(again.kind === 'previewed');
    const { unchanged, ...others } = again.report;
    assert.ok(unchanged > 100);
    assert.deepEqual(
      [
        others.new,
        others.changed,
        others.ended,
        others.withdrawn,
        others.childrenNew,
        others.rejected.length,
      ],
      [0, 0, 0, 0, 0, 0],
      `${collectionYear}`,
    );
  }
});

test('a return is written from one moment, though another is loaded while it is read', async () => {
  const { importer } = await loadedWith(smallReturn());
  const asked = { collectionYear: 2026, format: 'csv' } as const;
  const before = await exported(importer, asked);
  const more = csvFile('2026/episodes.csv', EPISODES, 'ZZ9,01/06/2025,S,C2,N1,U6,PR1,,,,,,');
  const newer = await previewImport(world, importer, await sortIntoReturns([more]));
  assert.ok(newer.kind === 'previewed');
  // As soon as the reading has begun, and before most of it.
  let loaded: ReturnType<typeof applyImport> | undefined;
  const db = world.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      loaded ??= applyImport(world, importer, newer.importId);
      assert.equal((await loaded).kind, 'applied');
      return result;
    },
  });
  const answer = await exportReturn({ ...world, db }, importer, asked);
  assert.ok(answer.kind === 'exported' && loaded !== undefined);
  assert.deepEqual(answer.files, before.files);
  assert.notDeepEqual((await exported(importer, asked)).files, before.files);
});

test('the comparison notices a row that is lost on the way', async () => {
  const files = smallReturn();
  const { importer } = await loadedWith(files);
  const { files: written } = await exported(importer, { collectionYear: 2026, format: 'csv' });
  const poorer = written.map(({ name, text }) => ({ name, text: text.replace(/^ZZ2,10\/09.*\r\n/m, '') }));
  const lost = differences(rowTexts(readReturn(files)), rowTexts(readWritten({ files: poorer })));
  assert.equal(lost.length, 1);
});

test('a person says what the return is for, and the audit keeps it before the return leaves', async () => {
  const { personId } = await world.addPerson({ name: 'Ada Analyst', role: 'performance' });
  const { signedIn } = await world.signIn(personId);
  const importer = { kind: 'person', signedIn } as const;
  const asked = { collectionYear: 2026, format: 'csv' } as const;
  for (const purpose of [undefined, '', 'curiosity']) {
    const answer = await exportReturn(world, importer, {
      ...asked,
      ...(purpose === undefined ? {} : { purpose }),
    });
    assert.ok(answer.kind === 'refused' && answer.name === 'purpose-needed');
  }
  await exported(importer, { ...asked, purpose: 'statutory-return' });
  const entries = await asTenantReading(world.db, { authorityId: signedIn.authority.id }, (tx) =>
    listAudit(tx),
  );
  const taken = entries.filter(({ action }) => action === 'return-exported');
  assert.deepEqual(
    taken.map(({ actor, why, subject }) => [actor, why, subject]),
    [[String(personId), 'A statutory return', { kind: 'return', id: '2025-26' }]],
  );
});

test('each child in a return that was written is told of it, and no child of another year', async () => {
  const { importer } = await loadedWith([...smallReturn(), ...leftBefore]);
  for (const format of ['csv', 'xml'] as const) {
    await exported(importer, { collectionYear: 2026, format });
    const actionsNaming = async (child: string): Promise<readonly string[]> =>
      asTenantReading(world.db, importer, async (tx) =>
        (await listAudit(tx, { child })).map(({ action, detail }) =>
          action === 'return-exported' ? `exported as ${(detail as { format: string }).format}` : action,
        ),
      );
    for (const child of ['ZZ1', 'ZZ2'])
      assert.equal((await actionsNaming(child))[0], `exported as ${format}`, child);
    assert.ok((await actionsNaming('ZZ9')).every((action) => action === 'import-applied'));
  }
});
