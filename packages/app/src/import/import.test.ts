import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addMinutes, childId, type Moment } from '@rightplace/domain';
import { readReturn } from '@rightplace/ssda903';
import {
  asTenant,
  asTenantReading,
  createAuthority,
  decideImport,
  listAudit,
  listChanges,
  verifyAudit,
} from '@rightplace/store';
import {
  csvFile,
  demonstrationReturns,
  EPISODES,
  HEADER,
  REVIEWS,
  sampleReturn,
  smallReturn,
  withFile,
} from '../../test/returns.ts';
import { aWorld, type TestWorld } from '../../test/world.ts';
import { applyImport } from './apply-import.ts';
import { discardImport } from './discard-import.ts';
import { type GivenFile, sortIntoReturns } from './given-files.ts';
import type { Importer } from './importer.ts';
import { MOST_ROWS_KEPT } from './kept-report.ts';
import { showImport, showImports } from './past-imports.ts';
import { previewAgain } from './preview-again.ts';
import { previewImport } from './preview-import.ts';

let world: TestWorld;
let authorities = 0;

before(async () => {
  world = await aWorld();
});
after(() => world.close());

/** An authority of a test's own, with nothing in it. */
const anAuthority = async (): Promise<Importer & { readonly kind: 'command' }> => {
  authorities += 1;
  const authorityId = `E200000${String(authorities).padStart(2, '0')}`;
  await asTenant(world.db, { authorityId }, (tx) =>
    createAuthority(tx, { name: `Testshire ${authorities}` }),
  );
  return { kind: 'command', authorityId };
};

const preview = async (importer: Importer, files: readonly GivenFile[]) => {
  const previewed = await previewImport(world, importer, await sortIntoReturns(files));
  assert.ok(previewed.kind === 'previewed');
  return previewed;
};

const load = async (importer: Importer, files: readonly GivenFile[]) => {
  const { importId } = await preview(importer, files);
  const applied = await applyImport(world, importer, importId);
  assert.ok(applied.kind === 'applied', JSON.stringify(applied).slice(0, 300));
  return applied;
};

const known = ({ authorityId }: { authorityId: string }, knownAt?: Moment) =>
  asTenantReading(world.db, { authorityId, knownAt }, async (tx) => {
    const { ledger } = await world.ledgers.load(tx, authorityId, knownAt);
    return ledger.children;
  });

const changesOf = ({ authorityId }: { authorityId: string }) =>
  asTenantReading(world.db, { authorityId }, (tx) => listChanges(tx));

const outcomesOf = ({ report }: { report: { readonly new: number } & Record<string, unknown> }) => {
  const { new: isNew, changed, ended, unchanged, withdrawn, superseded } = report;
  return { new: isNew, changed, ended, unchanged, withdrawn, superseded };
};
const NOTHING = { new: 0, changed: 0, ended: 0, unchanged: 0, withdrawn: 0, superseded: 0 };

test('a preview says what would happen, keeps the files and changes nothing', async () => {
  const importer = await anAuthority();
  const { report, importId } = await preview(importer, smallReturn());
  assert.deepEqual(outcomesOf({ report: { ...report } }), { ...NOTHING, new: 6 });
  assert.deepEqual([report.childrenNew, report.childrenChanged, report.collectionYears], [2, 0, [2026]]);
  assert.deepEqual(await known(importer), []);
  assert.deepEqual(await changesOf(importer), []);
  const shown = await showImport(world, importer, importId);
  assert.ok(shown.kind === 'import');
  assert.equal(shown.shown.status, 'previewed');
  assert.deepEqual(
    shown.shown.files.map(({ name }) => name),
    ['2026/header.csv', '2026/episodes.csv', '2026/reviews.csv'],
  );
});

test('loading does what was previewed, and the audit says by whom', async () => {
  const importer = await anAuthority();
  const { importId } = await load(importer, smallReturn());
  const children = await known(importer);
  assert.deepEqual(
    children.map(({ id, placements, facts }) => [id, placements.length, facts.length]),
    [
      ['ZZ1', 1, 1],
      ['ZZ2', 2, 0],
    ],
  );
  const [change] = await changesOf(importer);
  assert.deepEqual([change?.why, change?.importId], ['Return for 2025-26 loaded', importId]);
  await asTenantReading(world.db, importer, async (tx) => {
    const entries = await listAudit(tx);
    assert.deepEqual(entries.map(({ action, actor }) => `${action} by ${actor}`).toSorted(), [
      'import-applied by command line',
      'import-previewed by command line',
    ]);
    assert.equal((await verifyAudit(tx)).kind, 'whole');
  });
});

test('the same files again change nothing, and the record does not say it learned anything', async () => {
  const importer = await anAuthority();
  await load(importer, smallReturn());
  const before = await known(importer);
  const again = await load(importer, smallReturn());
  assert.deepEqual(outcomesOf({ report: { ...again.report } }), { ...NOTHING, unchanged: 6 });
  assert.equal(again.report.childrenChanged, 0);
  assert.deepEqual(await known(importer), before);
  assert.equal((await changesOf(importer)).length, 1);
});

test('an import is loaded once: pressed twice, and by several people at one moment', async () => {
  const importer = await anAuthority();
  const { importId } = await preview(importer, smallReturn());
  const presses = await Promise.all([1, 2, 3].map(() => applyImport(world, importer, importId)));
  const kinds = presses.map((answer) => (answer.kind === 'refused' ? answer.name : answer.kind));
  assert.deepEqual(kinds.toSorted(), ['already-decided', 'already-decided', 'applied']);
  assert.equal((await changesOf(importer)).length, 1);
  assert.equal((await known(importer)).length, 2);
});

test('loaded and put away at one moment: one of the two is done, and the record agrees with it', async () => {
  for (const isAwayFirst of [false, true]) {
    const importer = await anAuthority();
    const { importId } = await preview(importer, smallReturn());
    let away: ReturnType<typeof discardImport> | undefined;
    const putAway = () => (away ??= discardImport(world, importer, importId));
    if (isAwayFirst) putAway();
    // The clock is looked at just before saving: then, at the latest, somebody puts the import away.
    const now = () => (putAway(), world.now());
    const applied = await applyImport({ ...world, now }, importer, importId);
    const discarded = await putAway();
    assert.equal(
      [applied, discarded].filter((answer) => answer.kind === 'refused').length,
      1,
      JSON.stringify([applied.kind, discarded]),
    );
    const shown = await showImport(world, importer, importId);
    assert.ok(shown.kind === 'import');
    assert.equal(shown.shown.status, applied.kind === 'applied' ? 'applied' : 'discarded');
    assert.equal((await known(importer)).length, applied.kind === 'applied' ? 2 : 0);
    if (!isAwayFirst) assert.equal(applied.kind, 'applied');
  }
});

test('the record has an import from when it was saved, not from when the work on it began', async () => {
  const importer = await anAuthority();
  const { importId } = await preview(importer, smallReturn());
  const asked = world.now();
  let looks = 0;
  const now = () => addMinutes(asked, (looks += 1));
  const applied = await applyImport({ ...world, now }, importer, importId);
  assert.equal(applied.kind, 'applied');
  const [change] = await changesOf(importer);
  assert.equal(change?.at, addMinutes(asked, looks));
  const shown = await showImport(world, importer, importId);
  assert.ok(shown.kind === 'import');
  assert.equal(shown.shown.decided?.at, change.at);
  await asTenantReading(world.db, importer, async (tx) => {
    const entry = (await listAudit(tx)).find(({ action }) => action === 'import-applied');
    assert.equal(entry?.at, change.at);
  });
});

test('a child in whose rows something was found, or whose record an import changed, is told of it', async () => {
  const importer = await anAuthority();
  const actionsNaming = (child: string) =>
    asTenantReading(world.db, importer, async (tx) =>
      (await listAudit(tx, { child })).map(({ action }) => action).toReversed(),
    );
  await load(importer, smallReturn());
  const corrected = csvFile(
    '2026/episodes.csv',
    EPISODES,
    'ZZ1,01/05/2025,S,C2,N1,U6,PR1,01/09/2025,X1,CARPL,ZZ1 1AA,ZZ2 2BB,9900001',
    'ZZ2,01/06/2025,S,V2,N1,U6,PR1,10/09/2025,X1,CARPL,ZZ1 1AA,ZZ2 2BB,9900001',
    'ZZ2,10/09/2025,P,V2,N1,K2,PR4,,,,ZZ1 1AA,ZZ3 3CC,9900002',
    'ZZ2,31/02/2026,P,V2,N1,K2,PR4,,,,ZZ1 1AA,ZZ3 3CC,9900002',
    `${'Z'.repeat(3000)},01/05/2025,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,9900001`,
  );
  await load(importer, withFile(smallReturn(), corrected));
  const twice = ['import-previewed', 'import-applied', 'import-previewed', 'import-applied'];
  assert.deepEqual(await actionsNaming('ZZ1'), twice, 'by the rules of the return');
  assert.deepEqual(await actionsNaming('ZZ2'), twice.slice(0, 3));
  assert.deepEqual(await actionsNaming('ZZ3'), []);
});

test('two people load the same files at one moment: one does it, the other is asked to look again', async () => {
  const importer = await anAuthority();
  const [one, two] = [await preview(importer, smallReturn()), await preview(importer, smallReturn())];
  const answers = await Promise.all([one, two].map(({ importId }) => applyImport(world, importer, importId)));
  const kinds = answers.map((answer) => (answer.kind === 'refused' ? answer.name : answer.kind));
  assert.deepEqual(kinds.toSorted(), ['applied', 'record-has-changed']);
  assert.equal((await changesOf(importer)).length, 1);
});

const MOVED = csvFile(
  '2026/episodes.csv',
  EPISODES,
  'ZZ1,01/05/2025,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,9900001',
  // The move was three weeks later than was said, and she has moved again since.
  'ZZ2,01/06/2025,S,V2,N1,U6,PR1,01/10/2025,X1,CARPL,ZZ1 1AA,ZZ2 2BB,9900001',
  'ZZ2,01/10/2025,P,V2,N1,K2,PR4,05/01/2026,X1,ALLEG,ZZ1 1AA,ZZ3 3CC,9900002',
  'ZZ2,05/01/2026,P,V2,N1,U6,PR4,,,,ZZ1 1AA,ZZ4 4DD,9900003',
);

test('a corrected return corrects, and what was known yesterday stays what was known yesterday', async () => {
  const importer = await anAuthority();
  await load(importer, smallReturn());
  const yesterday = world.now();
  const then = await known(importer);
  world.pass(24 * 60);
  const { report } = await load(importer, withFile(smallReturn(), MOVED));
  assert.deepEqual([report.childrenNew, report.childrenChanged], [0, 1]);
  const now = await known(importer);
  assert.deepEqual(
    now.find(({ id }) => id === childId('ZZ2'))?.placements.map(({ starts }) => starts),
    ['2025-06-01', '2025-10-01', '2026-01-05'],
  );
  assert.notDeepEqual(now, then);
  assert.deepEqual(await known(importer, yesterday), then);
});

test('a record changed since the preview is not loaded into, until it is previewed again', async () => {
  const importer = await anAuthority();
  await load(importer, smallReturn());
  const { importId } = await preview(importer, withFile(smallReturn(), MOVED));
  const other = csvFile('2026/episodes.csv', EPISODES, 'ZZ2,01/06/2025,S,C2,N1,U6,PR1,,,,,,');
  await load(importer, [other]);
  const before = await known(importer);
  const answer = await applyImport(world, importer, importId);
  assert.ok(answer.kind === 'refused' && answer.name === 'record-has-changed');
  assert.deepEqual(await known(importer), before);

  const again = await previewAgain(world, importer, importId);
  assert.ok(again.kind === 'previewed');
  const old = await showImport(world, importer, importId);
  assert.ok(old.kind === 'import' && old.shown.status === 'discarded');
  assert.equal((await applyImport(world, importer, again.importId)).kind, 'applied');
});

test('a change to another child does not stand in the way', async () => {
  const importer = await anAuthority();
  await load(importer, smallReturn());
  const { importId } = await preview(importer, withFile(smallReturn(), MOVED));
  await load(importer, [csvFile('2026/episodes.csv', EPISODES, 'ZZ9,01/06/2025,S,C2,N1,U6,PR1,,,,,,')]);
  assert.equal((await applyImport(world, importer, importId)).kind, 'applied');
});

test('the files of an import are previewed again for another year', async () => {
  const importer = await anAuthority();
  const unlabelled = smallReturn().map(({ name, bytes }) => ({ name: name.replace('2026/', ''), bytes }));
  const first = await preview(importer, unlabelled);
  assert.deepEqual([first.report.collectionYears, first.report.yearsFromDates], [[2026], [2026]]);
  const again = await previewAgain(world, importer, first.importId, 2027);
  assert.ok(again.kind === 'previewed');
  assert.deepEqual([again.report.collectionYears, again.report.yearsFromDates], [[2027], []]);
  const back = await previewAgain(world, importer, again.importId, 2026);
  assert.ok(back.kind === 'previewed');
  assert.deepEqual(back.report.collectionYears, [2026]);
  assert.equal((await applyImport(world, importer, back.importId)).kind, 'applied');
});

test('files in which nothing tells the year are not loaded until somebody says it', async () => {
  const importer = await anAuthority();
  const files = [csvFile('header.csv', HEADER, 'ZZ1,F,01/02/2014,WBRI,,,')];
  const { report, importId } = await preview(importer, files);
  assert.deepEqual([report.collectionYears, report.isYearMissing], [[], true]);
  const answer = await applyImport(world, importer, importId);
  assert.ok(answer.kind === 'refused' && answer.name === 'year-needed');
  const again = await previewAgain(world, importer, importId, 2026);
  assert.ok(again.kind === 'previewed' && !again.report.isYearMissing);
  assert.equal((await applyImport(world, importer, again.importId)).kind, 'applied');
});

test('an import that was put away is not loaded, nor put away twice', async () => {
  const importer = await anAuthority();
  const { importId } = await preview(importer, smallReturn());
  assert.equal((await discardImport(world, importer, importId)).kind, 'discarded');
  const twice = await discardImport(world, importer, importId);
  assert.ok(twice.kind === 'refused' && twice.name === 'already-decided');
  const answer = await applyImport(world, importer, importId);
  assert.ok(answer.kind === 'refused' && answer.name === 'already-decided');
  assert.match(answer.sentence, /already discarded/);
  assert.deepEqual(await known(importer), []);
});

for (const [what, table] of [
  ['while the last timeline is saved', 'placement'],
  ['when which return said what is kept', 'reported'],
  ['at the last step, the audit', 'audit'],
] as const)
  test(`saboteur: an import that fails ${what} leaves nothing of itself`, async () => {
    const importer = await anAuthority();
    const { importId } = await preview(importer, smallReturn());
    const undo = await world.database.refuseNewRows(table);
    try {
      await assert.rejects(applyImport(world, importer, importId), /sabotaged/);
    } finally {
      await undo();
    }
    assert.deepEqual(await known(importer), []);
    assert.deepEqual(await changesOf(importer), []);
    const shown = await showImport(world, importer, importId);
    assert.ok(shown.kind === 'import' && shown.shown.status === 'previewed');
    assert.equal((await applyImport(world, importer, importId)).kind, 'applied', 'and it can be tried again');
  });

test('saboteur: an import decided by somebody who held nothing is not loaded all the same', async () => {
  const importer = await anAuthority();
  const { importId } = await preview(importer, smallReturn());
  const [isDecided, isSaving] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const decided = asTenant(world.db, importer, async (tx) => {
    await decideImport(tx, importId, { status: 'discarded', at: world.now(), actor: 'saboteur' });
    isDecided.resolve();
    await isSaving.promise;
  });
  await isDecided.promise;
  const now = () => (isSaving.resolve(), world.now());
  await assert.rejects(applyImport({ ...world, now }, importer, importId), /did not hold the record/);
  await decided;
  assert.deepEqual([await known(importer), await changesOf(importer)], [[], []]);
});

test('a child in Episodes and in no Header is kept, and noted', async () => {
  const importer = await anAuthority();
  const { report } = await load(importer, [
    csvFile('2026/episodes.csv', EPISODES, 'ZZ7,01/06/2025,S,C2,N1,U6,PR1,,,,,,'),
  ]);
  assert.match(report.notes.join('\n'), /1 child is in Episodes and in no Header.*: kept.*ZZ7/);
  const [child] = await known(importer);
  assert.deepEqual([child?.id, child?.details, child?.placements.length], ['ZZ7', {}, 1]);
});

test('NUL bytes, formulas and odd letters in cells and names come in or are set aside, and never stop the rest', async () => {
  const importer = await anAuthority();
  const { report } = await load(importer, [
    csvFile(
      '2026/he\0ader.csv',
      HEADER,
      '=1+1,F,01/02/2014,WBRI,,,',
      'Z\0Z,M,03/04/2010,MWBC,,,',
      'Zoë 😀,U,,,,,',
    ),
    csvFile('2026/episodes.csv', EPISODES, '=1+1,01/06/2025,S,C2,N1,U6,PR1,,,,,,'),
  ]);
  assert.deepEqual(
    report.rejected.map(({ rule, line }) => [rule, line]),
    [['unreadable-characters', 3]],
  );
  assert.deepEqual(
    (await known(importer)).map(({ id }) => id),
    ['=1+1', 'ZOË 😀'],
  );
});

test('of a file gone wrong from end to end the first rows are kept to look at, and all are counted', async () => {
  const importer = await anAuthority();
  const rows = Array.from({ length: MOST_ROWS_KEPT + 500 }, (_, i) => `C${i},01/02/2014,2025-05-28,PN1`);
  const { importId, report } = await preview(importer, [csvFile('2026/reviews.csv', REVIEWS, ...rows)]);
  assert.equal(report.rejected.length, MOST_ROWS_KEPT + 500);
  const shown = await showImport(world, importer, importId);
  assert.ok(shown.kind === 'import');
  assert.equal(shown.shown.report.rejected.length, MOST_ROWS_KEPT);
  assert.deepEqual(shown.shown.counts.rejectedByRule, { 'bad-date': MOST_ROWS_KEPT + 500 });
});

test('no file that can be read: nothing would happen, and each is set aside with what to do', async () => {
  const importer = await anAuthority();
  const { report, importId } = await preview(importer, [
    { name: 'header.csv', bytes: new Uint8Array() },
    csvFile('photo.csv', '\u0089PNG\r\n'),
  ]);
  assert.deepEqual(outcomesOf({ report: { ...report } }), NOTHING);
  assert.equal(report.rejected.length, 2);
  assert.ok(report.rejected.every(({ reason, todo }) => reason.length > 10 && todo.length > 10));
  assert.equal((await applyImport(world, importer, importId)).kind, 'applied');
  assert.deepEqual(await changesOf(importer), []);
});

test('several years at once go in oldest first and the newest is believed', async () => {
  const importer = await anAuthority();
  const files = demonstrationReturns({ children: 30, years: 3 });
  const { report } = await load(importer, files.toReversed());
  assert.deepEqual(report.collectionYears, [2023, 2024, 2025, 2026]);
  assert.deepEqual(report.rejected, []);
  const again = await preview(importer, files);
  assert.deepEqual(
    { ...outcomesOf({ report: { ...again.report } }), unchanged: 0 },
    NOTHING,
    'and the same again changes nothing',
  );
  assert.equal(again.report.childrenChanged, 0);
  const yearByYear = await anAuthority();
  for (const year of ['2023', '2024', '2025', '2026'])
    await load(
      yearByYear,
      files.filter(({ name }) => name.startsWith(year)),
    );
  const parts = (children: Awaited<ReturnType<typeof known>>) =>
    children.map(({ id, details, placements, legalStatuses, facts }) => ({
      id,
      details,
      placements,
      legalStatuses,
      facts,
    }));
  assert.deepEqual(
    parts(await known(yearByYear)),
    parts(await known(importer)),
    'one after another is the same',
  );
});

test('the made-up sample goes in, dirty as it is, less what is set aside', async () => {
  const importer = await anAuthority();
  const { report } = await load(importer, sampleReturn('.csv'));
  const given = readReturn(sampleReturn('.csv')).tables.find(({ table }) => table === 'Episodes')?.lines
    .length;
  const setAside = report.rejected.filter(({ table }) => table === 'Episodes').length;
  assert.ok(given !== undefined && setAside > 0);
  assert.equal(report.tables.Episodes?.read, given);
  assert.equal(report.tables.Episodes?.accepted, given - setAside);
  const again = await preview(importer, sampleReturn('.csv'));
  assert.deepEqual({ ...outcomesOf({ report: { ...again.report } }), unchanged: 0 }, NOTHING);
  assert.deepEqual([again.report.childrenNew, again.report.childrenChanged], [0, 0]);
});

test('another authority sees nothing of an import', async () => {
  const [importer, other] = [await anAuthority(), await anAuthority()];
  const { importId } = await preview(importer, smallReturn());
  assert.equal((await showImport(world, other, importId)).kind, 'none');
  const history = await showImports(world, other);
  assert.ok(history.kind === 'imports' && history.imports.length === 0);
  const answer = await applyImport(world, other, importId);
  assert.ok(answer.kind === 'refused' && answer.name === 'no-such-import');
  const again = await previewAgain(world, other, importId);
  assert.ok(again.kind === 'refused' && again.name === 'no-such-import');
});
