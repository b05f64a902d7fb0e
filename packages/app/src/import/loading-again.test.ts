/** Loading a return again and again through a year in which people correct the record by hand. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  aLoadingWorld,
  DOB,
  filesOf,
  type LoadingWorld,
  OF,
  RETURN,
  type Rows,
} from '../../test/loading-world.ts';

let world: LoadingWorld;
before(async () => {
  world = await aLoadingWorld();
});
after(() => world.close());

test('an older return, which says otherwise than the newer one did, does not bring back what was removed here', async () => {
  const own = await world.anAuthority();
  const older = { Episodes: [{ ...RETURN.Episodes[0], DECOM: '01/05/2024', DEC: '', REC: '', LS: 'V2' }] };
  const newer = { Episodes: [{ ...RETURN.Episodes[0], DECOM: '01/05/2024' }, RETURN.Episodes[1]] };
  const both = [...filesOf(older, 2025), ...filesOf(newer as Rows, 2026)];
  await own.load(both);
  await own.remove(['Episodes', '2024-05-01']);
  const corrected = await own.believed();
  for (const files of [filesOf(older, 2025), both, filesOf(older, 2025)]) {
    await own.load(files);
    assert.deepEqual(await own.believed(), corrected);
  }
});

test('a row corrected here that its return no longer has is taken back, and the preview says so', async () => {
  const own = await world.anAuthority();
  await own.load(filesOf(RETURN));
  await own.correct(['Episodes', '2025-09-10'], { LS: 'E1' });
  const report = await own.load(filesOf({ ...RETURN, Episodes: RETURN.Episodes.slice(0, 1) }));
  assert.deepEqual([report.withdrawn, report.corrections?.map(({ kind }) => kind)], [1, ['undone']]);
});

test('saboteur: a load that fails to keep what was entered here leaves nothing of itself, nor does a correction', async () => {
  const own = await world.anAuthority();
  await own.load(filesOf(RETURN));
  const was = await own.believed();
  const undo = await world.database.refuseNewRows('entered_here');
  try {
    await assert.rejects(own.correct(['Episodes', '2025-09-10'], { LS: 'E1' }), /sabotaged/);
  } finally {
    await undo();
  }
  assert.deepEqual(await own.believed(), was);
});

test('a row added here stays, whether or not returns come to tell of it, and the cells they leave blank stay', async () => {
  const own = await world.anAuthority();
  await own.load(filesOf(RETURN));
  const missing = { ...OF, MISSING: 'A', MIS_START: '03/09/2025', MIS_END: '04/09/2025' };
  await own.add('Missing', missing);
  const added = await own.believed();
  const unended = { ...RETURN, Missing: [...RETURN.Missing, { ...missing, MIS_END: '' }] };
  for (const files of [RETURN, unended, unended, RETURN, RETURN]) {
    const report = await own.load(filesOf(files));
    assert.equal(report.corrections, undefined);
    assert.deepEqual(await own.believed(), added);
  }
});

test('what was entered here before any return told of the child stays where returns leave it blank, load after load', async () => {
  const own = await world.anAuthority();
  const birth = '07/07/2025';
  await own.load(filesOf({ Episodes: RETURN.Episodes }));
  await own.correct(['Episodes', '2025-05-01'], { CIN: 'N2' });
  await own.add('Header', {
    DOB,
    SEX: 'F',
    ETHNIC: 'MWBC',
    UPN: 'A123456789012',
    MOTHER: '1',
    MC_DOB: birth,
  });
  const bare = { ...RETURN, Header: [{ CHILD: 'ZZ1', DOB, SEX: 'F', ETHNIC: 'WBRI' }] };
  for (const once of ['first', 'second', 'third']) {
    await own.load(filesOf(bare));
    const [child] = await own.believed();
    assert.deepEqual(
      child?.details,
      {
        dateOfBirth: '2010-02-01',
        sex: 'F',
        ethnicity: 'WBRI',
        upn: 'A123456789012',
        mother: '1',
        motherChildBornOn: '2025-07-07',
      },
      once,
    );
    assert.equal(child?.needs[0]?.need, 'N2', once);
  }
});

test('next year’s return that still says what was corrected here changes nothing either', async () => {
  const own = await world.anAuthority();
  await own.load(filesOf(RETURN));
  await own.correct(['Episodes', '2025-09-10'], { LS: 'E1' });
  await own.correct(['Header', 'header'], { ETHNIC: 'MWBC' });
  const corrected = await own.believed();
  const next = { Header: RETURN.Header, Episodes: RETURN.Episodes.slice(1) };
  for (const _ of [1, 2]) {
    const report = await own.load(filesOf(next, 2027));
    assert.equal(report.corrections, undefined);
    assert.deepEqual(await own.believed(), corrected);
  }
});

test('a record corrected, added to and removed from is written out and loaded again without a change', async () => {
  const own = await world.anAuthority();
  await own.load(filesOf(RETURN));
  await own.correct(['Header', 'header'], { DOB: '02/02/2010', UPN: 'A123456789012' });
  await own.correct(['Episodes', '2025-09-10'], { DECOM: '12/09/2025' });
  await own.correct(['Episodes', '2025-05-01'], { DEC: '12/09/2025' });
  await own.remove(['Reviews', '2025-05-28']);
  await own.add('Reviews', { DOB: '02/02/2010', REVIEW: '01/10/2025', REVIEW_CODE: 'PN2' });
  const corrected = await own.believed();
  for (const files of [await own.written(), filesOf(RETURN), await own.written(), filesOf(RETURN)]) {
    const report = await own.load(files);
    assert.deepEqual(await own.believed(), corrected);
    assert.deepEqual([report.corrections, report.childrenChanged], [undefined, 0]);
  }
});
