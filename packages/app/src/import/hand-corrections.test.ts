import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId } from '@rightplace/domain';
import { asTenant, declareConflict } from '@rightplace/store';
import { aCorrectionWorld, type CorrectionWorld, REASON, row } from '../../test/correction-world.ts';
import { csvFile, EPISODES, HEADER, smallReturn, withFile } from '../../test/returns.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { removeReturnRow } from '../return-correction/remove-return-row.ts';
import { saveReturnRow } from '../return-correction/save-return-row.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { applyImport } from './apply-import.ts';
import { type GivenFile, sortIntoReturns } from './given-files.ts';
import type { HandCorrection } from './hand-corrections.ts';
import { showImport } from './past-imports.ts';
import { previewImport } from './preview-import.ts';

let world: CorrectionWorld;
let analyst: SignedIn;
before(async () => {
  world = await aCorrectionWorld();
  analyst = (await world.signIn(await world.someone('performance'))).signedIn;
});
after(() => world.close());

const importer = () => ({ kind: 'person', signedIn: analyst }) as const;
const preview = async (files: readonly GivenFile[]) => {
  const previewed = await previewImport(world, importer(), await sortIntoReturns(files));
  assert.ok(previewed.kind === 'previewed');
  return previewed;
};
const load = async (files: readonly GivenFile[]): Promise<void> => {
  const { importId } = await preview(files);
  assert.equal((await applyImport(world, importer(), importId)).kind, 'applied');
};
const correctionsIn = async (files: readonly GivenFile[]): Promise<readonly HandCorrection[]> =>
  (await preview(files)).report.corrections ?? [];

/** The small return with a piece of text in one of its files put another way. */
const saying = (file: string, was: string, is: string, files = smallReturn()): readonly GivenFile[] => {
  const given = files.find(({ name }) => name.endsWith(file));
  assert.ok(given !== undefined);
  const text = new TextDecoder().decode(given.bytes);
  assert.ok(text.includes(was));
  return withFile(files, { ...given, bytes: new TextEncoder().encode(text.replace(was, is)) });
};
const LEGAL = 'ZZ1,01/05/2025,S,C2';
const REVIEW = 'ZZ1,01/02/2014,28/05/2025,PN1';

test('a preview tells which rows corrected here the files say something new of, by whom and when', async () => {
  await load(smallReturn());
  assert.deepEqual(await correctionsIn(smallReturn()), []);
  world.pass(1);
  const legal = row('ZZ1', 'Episodes', '2025-05-01', 2026);
  assert.equal((await world.type(analyst, legal, { said: { LS: 'E1' } })).kind, 'saved');
  const review = row('ZZ1', 'Reviews', '2025-05-28', 2026);
  const { shown } = await world.opened(analyst, review);
  const removal = { ...review, rowKey: '2025-05-28', reason: REASON, was: shown };
  assert.equal((await removeReturnRow(world, analyst, removal)).kind, 'saved');
  assert.deepEqual(await correctionsIn(smallReturn()), [], 'these only say what was said before');
  const news = saying('reviews.csv', REVIEW, `${REVIEW.slice(0, -1)}2`);
  const met = await correctionsIn(saying('episodes.csv', LEGAL, 'ZZ1,01/05/2025,S,V2', news));
  assert.deepEqual(
    met.map(({ kind, child, table, what, by, collectionYear }) => [
      kind,
      child,
      table,
      what,
      by,
      collectionYear,
    ]),
    [
      ['undone', 'ZZ1', 'Reviews', 'row 2025-05-28 removed', 'Somebody (performance)', 2026],
      ['undone', 'ZZ1', 'Episodes', 'row 2025-05-01 with LS E1', 'Somebody (performance)', 2026],
    ],
  );
  assert.equal(met[0]?.at.slice(0, 10), '2026-11-23');
  const [entry] = (await world.auditNaming('ZZ1')).filter(({ action }) => action === 'import-previewed');
  assert.ok(entry !== undefined, 'whoever reads the preview has seen the child’s name');
});

test('files that have the correction by now undo nothing', async () => {
  const corrected = saying('episodes.csv', LEGAL, 'ZZ1,01/05/2025,S,E1');
  const noReview = withFile(corrected, csvFile('2026/reviews.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE'));
  assert.deepEqual(await correctionsIn(noReview), []);
});

test('an end entered here that an older return would tell once it is loaded again is said', async () => {
  const id = await world.fresh('ZZ8');
  const cells = {
    DECOM: '01/02/2026',
    RNE: 'S',
    LS: 'C2',
    CIN: 'N1',
    PLACE: 'U6',
    PLACE_PROVIDER: 'PR1',
    DEC: '20/04/2026',
    REC: 'E8',
    HOME_POST: 'PE21 0ZZ',
    PL_POST: 'PE11 1ZZ',
  };
  world.pass(1);
  const saved = await saveReturnRow(world, analyst, {
    ...row(id, 'Episodes', undefined),
    cells,
    was: {},
    reason: REASON,
  });
  assert.equal(saved.kind, 'saved', JSON.stringify(saved));
  const older = [
    csvFile('2026/header.csv', HEADER, 'ZZ8,F,01/02/2013,WBRI,,,'),
    csvFile('2026/episodes.csv', EPISODES, 'ZZ8,01/02/2026,S,C2,N1,U6,PR1,,,,PE21 0ZZ,PE11 1ZZ,'),
  ];
  const [met] = await correctionsIn(older);
  assert.equal(met?.kind, 'ends-later');
  assert.match(met.what, /The return for 2025-26, in which it goes on, would tell its end of 20\/04\/2026/);
});

test('what was corrected of a child is kept from an analyst who has a conflict of interest there', async () => {
  const child = childId('ZZ1');
  const news = saying('episodes.csv', LEGAL, 'ZZ1,01/05/2025,S,V3');
  const { importId, report } = await preview(news);
  assert.ok(report.corrections?.some((one) => one.child === 'ZZ1'));
  const shownTo = async (who: SignedIn) => {
    const answer = await showImport(world, { kind: 'person', signedIn: who }, importId);
    assert.ok(answer.kind === 'import');
    return { text: JSON.stringify(answer.shown), closedRows: answer.shown.closedRows };
  };
  assert.match((await shownTo(analyst)).text, /"child":"ZZ1"/);
  const personId = analyst.person.id;
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    declareConflict(tx, { child, personId, why: 'A cousin of theirs', at: world.now(), by: 'test' }),
  );
  const closed = await shownTo(analyst);
  assert.doesNotMatch(closed.text, /ZZ1/);
  assert.ok(closed.closedRows >= 1);
  const colleague = (await world.signIn(await world.someone('performance'))).signedIn;
  assert.match((await shownTo(colleague)).text, /"child":"ZZ1"/);
});
