/** Loading a return again and again through a year in which people correct the record by hand. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getTable, type TableName } from '@rightplace/ssda903';
import { asTenant, asTenantReading, createAuthority } from '@rightplace/store';
import { aCorrectionWorld, type CorrectionWorld, REASON, row } from '../../test/correction-world.ts';
import { csvFile } from '../../test/returns.ts';
import { exportReturn } from '../export/export-return.ts';
import { removeReturnRow } from '../return-correction/remove-return-row.ts';
import { saveReturnRow } from '../return-correction/save-return-row.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { applyImport } from './apply-import.ts';
import { type GivenFile, sortIntoReturns } from './given-files.ts';
import type { Importer } from './importer.ts';
import { previewImport } from './preview-import.ts';

let world: CorrectionWorld;
let people = 0;
before(async () => {
  world = await aCorrectionWorld();
});
after(() => world.close());

type Cells = Readonly<Record<string, string>>;
type Rows = Partial<Record<TableName, readonly Cells[]>>;

const filesOf = (rows: Rows, year = 2026): readonly GivenFile[] =>
  Object.entries(rows).map(([name, own]) => {
    const { fileName, columns } = getTable(name as TableName);
    const names = columns.map((column) => column.name);
    return csvFile(
      `${year}/${fileName}`,
      names.join(),
      ...own.map((cells) => names.map((column) => cells[column] ?? '').join()),
    );
  });

/** An authority of a test's own, and somebody who corrects its returns. */
const anAuthority = async (): Promise<Authority> => {
  people += 1;
  const authorityId = `E300000${String(people).padStart(2, '0')}`;
  await asTenant(world.db, { authorityId }, (tx) =>
    createAuthority(tx, { name: `Testshire ${people}`, demonstration: true }),
  );
  const { personId } = await world.addPerson({ name: `Analyst ${people}`, role: 'performance', authorityId });
  const { signedIn } = await world.signIn(personId, authorityId);
  return { importer: { kind: 'command', authorityId }, signedIn };
};

interface Authority {
  readonly importer: Importer & { readonly kind: 'command' };
  readonly signedIn: SignedIn;
}

const load = async ({ importer }: Authority, files: readonly GivenFile[]) => {
  world.pass(1);
  const previewed = await previewImport(world, importer, await sortIntoReturns(files));
  assert.ok(previewed.kind === 'previewed');
  const applied = await applyImport(world, importer, previewed.importId);
  assert.ok(applied.kind === 'applied', JSON.stringify(applied).slice(0, 300));
  return previewed.report;
};

/** Every child as it is believed now. */
const believed = ({ importer: { authorityId } }: Authority) =>
  asTenantReading(world.db, { authorityId }, async (tx) => {
    const { ledger } = await world.ledgers.load(tx, authorityId);
    return ledger.children;
  });

const written = async ({ importer }: Authority, collectionYear = 2026): Promise<readonly GivenFile[]> => {
  const exported = await exportReturn(world, importer, { collectionYear, format: 'csv' });
  assert.ok(exported.kind === 'exported');
  return exported.files.map(({ name, text }) => ({
    name: `${collectionYear}/${name}`,
    bytes: new TextEncoder().encode(text),
  }));
};

const correct = async (
  { signedIn }: Authority,
  [table, key]: readonly [TableName, string],
  said: Cells,
): Promise<void> => {
  world.pass(1);
  const saved = await world.type(signedIn, row('ZZ1', table, key, 2026), { said });
  assert.equal(saved.kind, 'saved', JSON.stringify(saved).slice(0, 400));
};

const add = async ({ signedIn }: Authority, table: TableName, cells: Cells): Promise<void> => {
  world.pass(1);
  const saved = await saveReturnRow(world, signedIn, {
    ...row('ZZ1', table, undefined, 2026),
    cells,
    was: {},
    reason: REASON,
  });
  assert.equal(saved.kind, 'saved', JSON.stringify(saved).slice(0, 400));
};

const remove = async (
  { signedIn }: Authority,
  [table, rowKey]: readonly [TableName, string],
): Promise<void> => {
  world.pass(1);
  const asked = row('ZZ1', table, rowKey, 2026);
  const { shown: was } = await world.opened(signedIn, asked);
  const removed = await removeReturnRow(world, signedIn, { ...asked, rowKey, reason: REASON, was });
  assert.equal(removed.kind, 'saved', JSON.stringify(removed).slice(0, 400));
};

const DOB = '01/02/2010';
const OF = { CHILD: 'ZZ1', DOB };
/** A child with a row in every table of the return. */
const RETURN = {
  Header: [{ ...OF, SEX: 'F', ETHNIC: 'WBRI', UPN: 'UN2', MOTHER: '0' }],
  Episodes: [
    {
      CHILD: 'ZZ1',
      DECOM: '01/05/2025',
      RNE: 'S',
      LS: 'C2',
      CIN: 'N1',
      PLACE: 'U6',
      PLACE_PROVIDER: 'PR1',
      DEC: '10/09/2025',
      REC: 'X1',
      REASON_PLACE_CHANGE: 'CARPL',
      HOME_POST: 'ZZ1 1AA',
      PL_POST: 'ZZ2 2BB',
      URN: '9900001',
    },
    {
      CHILD: 'ZZ1',
      DECOM: '10/09/2025',
      RNE: 'P',
      LS: 'C2',
      CIN: 'N1',
      PLACE: 'K2',
      PLACE_PROVIDER: 'PR4',
      HOME_POST: 'ZZ1 1AA',
      PL_POST: 'ZZ3 3CC',
    },
  ],
  Reviews: [{ ...OF, REVIEW: '28/05/2025', REVIEW_CODE: 'PN1' }],
  UASC: [{ ...OF, SEX: 'F', DUC: '01/02/2028' }],
  OC2: [{ ...OF, SDQ_SCORE: '14', CONVICTED: '0', HEALTH_CHECK: '1', IMMUNISATIONS: '1', TEETH_CHECK: '1' }],
  OC3: [{ ...OF, IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'B1' }],
  AD1: [
    {
      ...OF,
      DATE_INT: '01/05/2025',
      DATE_MATCH: '02/05/2025',
      FOSTER_CARE: '0',
      NB_ADOPTR: '2',
      SEX_ADOPTR: 'MF',
      LS_ADOPTR: 'L11',
    },
  ],
  PlacedAdoption: [{ ...OF, DATE_PLACED: '01/06/2025' }],
  PrevPerm: [{ ...OF, PREV_PERM: 'P1', LA_PERM: '999', DATE_PERM: '01/02/2015' }],
  Missing: [{ ...OF, MISSING: 'M', MIS_START: '01/07/2025', MIS_END: '02/07/2025' }],
  SWEpisodes: [{ ...OF, SW_ID: 'SW1234567890', SW_DECOM: '01/05/2025', SW_REASON: 'FCONTA' }],
  DoLo: [{ ...OF, DOLO_START: '01/08/2025' }],
} satisfies Rows;

/** The return with cells of one row, or of a row with a given start, said otherwise. */
const returnWith = (table: TableName, said: Cells, place = 0): Rows => ({
  ...RETURN,
  [table]: RETURN[table].map((cells, i) => (i === place ? { ...cells, ...said } : cells)),
});

interface Case {
  readonly table: TableName;
  readonly key: string;
  /** Which of the table's rows it is. */
  readonly place?: number;
  /** What somebody types. */
  readonly typed: Cells;
  /** Another cell of the row that the case system comes to say otherwise. */
  readonly other: Cells;
  /** What the case system could say of the very cells that were typed, that is news. */
  readonly news: Cells;
}

const CASES: readonly Case[] = [
  {
    table: 'Header',
    key: 'header',
    typed: { UPN: 'A123456789012' },
    other: { ETHNIC: 'MWBC' },
    news: { UPN: 'UN3' },
  },
  {
    table: 'Header',
    key: 'header',
    typed: { MOTHER: '1', MC_DOB: '03/03/2025' },
    other: { UPN: 'UN3' },
    news: { MOTHER: '1', MC_DOB: '04/03/2025' },
  },
  {
    table: 'Episodes',
    key: '2025-05-01',
    typed: { LS: 'E1' },
    other: { PL_POST: 'ZZ4 4DD' },
    news: { LS: 'V2' },
  },
  {
    table: 'Episodes',
    key: '2025-05-01',
    typed: { URN: '' },
    other: { PLACE: 'U4' },
    news: { URN: '9900007' },
  },
  {
    table: 'Episodes',
    key: '2025-09-10',
    place: 1,
    typed: { DEC: '01/02/2026', REC: 'E4A' },
    other: { PLACE: 'K1' },
    news: { DEC: '05/02/2026', REC: 'E4A' },
  },
  {
    table: 'Episodes',
    key: '2025-09-10',
    place: 1,
    typed: { DECOM: '12/09/2025' },
    other: { PLACE: 'K1' },
    news: { DECOM: '11/09/2025' },
  },
  {
    table: 'Reviews',
    key: '2025-05-28',
    typed: { REVIEW_CODE: 'PN4' },
    other: {},
    news: { REVIEW_CODE: 'PN3' },
  },
  {
    table: 'Reviews',
    key: '2025-05-28',
    typed: { REVIEW: '29/05/2025' },
    other: { REVIEW_CODE: 'PN2' },
    news: { REVIEW: '30/05/2025' },
  },
  { table: 'UASC', key: '1', typed: { DUC: '01/06/2027' }, other: {}, news: { DUC: '01/07/2027' } },
  {
    table: 'OC2',
    key: '2026-03-31',
    typed: { SDQ_SCORE: '21' },
    other: { CONVICTED: '1' },
    news: { SDQ_SCORE: '9' },
  },
  { table: 'OC3', key: '2026-03-31', typed: { ACCOM: 'C2' }, other: { ACTIV: 'F4' }, news: { ACCOM: 'D2' } },
  {
    table: 'AD1',
    key: '2026-03-31',
    typed: { DATE_MATCH: '03/05/2025' },
    other: { FOSTER_CARE: '1' },
    news: { DATE_MATCH: '04/05/2025' },
  },
  {
    table: 'PlacedAdoption',
    key: '2025-06-01',
    typed: { DATE_PLACED_CEASED: '01/12/2025', REASON_PLACED_CEASED: 'RD3' },
    other: {},
    news: { DATE_PLACED_CEASED: '02/12/2025', REASON_PLACED_CEASED: 'RD3' },
  },
  {
    table: 'PrevPerm',
    key: '2026-03-31',
    typed: { PREV_PERM: 'P2' },
    other: { DATE_PERM: '01/03/2015' },
    news: { PREV_PERM: 'P3' },
  },
  {
    table: 'Missing',
    key: '2025-07-01 M',
    typed: { MIS_END: '05/07/2025' },
    other: {},
    news: { MIS_END: '06/07/2025' },
  },
  {
    table: 'SWEpisodes',
    key: '2025-05-01 SW1234567890',
    typed: { SW_DEC: '01/10/2025' },
    other: { SW_REASON: 'MANAGE' },
    news: { SW_DEC: '02/10/2025' },
  },
  {
    table: 'DoLo',
    key: '2025-08-01',
    typed: { DOLO_END: '01/09/2025' },
    other: {},
    news: { DOLO_END: '02/09/2025' },
  },
];

for (const { table, key, place = 0, typed, other, news } of CASES) {
  const what = `${table} ${Object.keys(typed).join(' and ')}`;
  test(`${what} corrected here stays through every return that says nothing new of it`, async () => {
    const own = await anAuthority();
    await load(own, filesOf(RETURN));
    const saidFirst = await believed(own);
    await correct(own, [table, key], typed);
    const corrected = await believed(own);
    assert.notDeepEqual(corrected, saidFirst);
    const again = filesOf(RETURN);
    for (const once of ['once more', 'and again']) {
      const report = await load(own, again);
      assert.deepEqual(report.corrections, undefined, once);
      assert.deepEqual([report.childrenChanged, report.changed], [0, 0], once);
      assert.deepEqual(await believed(own), corrected, once);
    }
    if (Object.keys(other).length > 0) {
      const otherwise = returnWith(table, other, place);
      for (const once of ['another cell says otherwise', 'and again']) {
        const report = await load(own, filesOf(otherwise));
        assert.equal(report.corrections, undefined, once);
      }
      const rows = RETURN[table].map((cells, i) => (i === place ? { ...cells, ...other, ...typed } : cells));
      const both = await anAuthority();
      await load(both, filesOf({ ...RETURN, [table]: rows }));
      assert.deepEqual(
        await believed(own),
        await believed(both),
        'the one cell is the return’s, the other ours',
      );
    }
    const undone = await load(own, filesOf(returnWith(table, news, place)));
    assert.equal(undone.corrections?.[0]?.kind, 'undone', 'what is new is the return’s, and said beforehand');
    const fresh = await anAuthority();
    await load(fresh, filesOf(returnWith(table, news, place)));
    assert.deepEqual(await believed(own), await believed(fresh));
  });
}

for (const { table, key, place, other } of CASES.filter(
  (one, i) =>
    one.table !== 'Header' &&
    CASES.findIndex(({ table, key }) => table === one.table && key === one.key) === i,
))
  test(`a row of ${table} (${key}) removed here stays removed until a return says something new of it`, async () => {
    const own = await anAuthority();
    await load(own, filesOf(RETURN));
    if (key === '2025-05-01') await remove(own, ['Episodes', '2025-09-10']);
    await remove(own, [table, key]);
    const corrected = await believed(own);
    for (const once of ['once more', 'and again']) {
      const report = await load(own, filesOf(RETURN));
      assert.deepEqual([report.corrections, report.childrenChanged], [undefined, 0], once);
      assert.equal(report.rejected.at(-1)?.rule, 'removed-here', 'and the preview says of the row why not');
      assert.deepEqual(await believed(own), corrected, once);
    }
    const news = Object.keys(other).length > 0 ? other : { DOB: '02/02/2010' };
    const back = await load(own, filesOf(returnWith(table, news, place)));
    assert.ok(back.corrections?.some(({ kind, what }) => kind === 'undone' && what.includes('removed')));
    assert.notDeepEqual(await believed(own), corrected);
  });

test('an older return, which says otherwise than the newer one did, does not bring back what was removed here', async () => {
  const own = await anAuthority();
  const older = { Episodes: [{ ...RETURN.Episodes[0], DECOM: '01/05/2024', DEC: '', REC: '', LS: 'V2' }] };
  const newer = { Episodes: [{ ...RETURN.Episodes[0], DECOM: '01/05/2024' }, RETURN.Episodes[1]] };
  const both = [...filesOf(older, 2025), ...filesOf(newer as Rows, 2026)];
  await load(own, both);
  await remove(own, ['Episodes', '2024-05-01']);
  const corrected = await believed(own);
  for (const files of [filesOf(older, 2025), both, filesOf(older, 2025)]) {
    await load(own, files);
    assert.deepEqual(await believed(own), corrected);
  }
});

test('a row corrected here that its return no longer has is taken back, and the preview says so', async () => {
  const own = await anAuthority();
  await load(own, filesOf(RETURN));
  await correct(own, ['Episodes', '2025-09-10'], { LS: 'E1' });
  const report = await load(own, filesOf({ ...RETURN, Episodes: RETURN.Episodes.slice(0, 1) }));
  assert.deepEqual([report.withdrawn, report.corrections?.map(({ kind }) => kind)], [1, ['undone']]);
});

test('saboteur: a load that fails to keep what was entered here leaves nothing of itself, nor does a correction', async () => {
  const own = await anAuthority();
  await load(own, filesOf(RETURN));
  const was = await believed(own);
  const undo = await world.database.refuseNewRows('entered_here');
  try {
    await assert.rejects(correct(own, ['Episodes', '2025-09-10'], { LS: 'E1' }), /sabotaged/);
  } finally {
    await undo();
  }
  assert.deepEqual(await believed(own), was);
});

test('a row added here stays, whether or not returns come to tell of it, and the cells they leave blank stay', async () => {
  const own = await anAuthority();
  await load(own, filesOf(RETURN));
  const missing = { ...OF, MISSING: 'A', MIS_START: '03/09/2025', MIS_END: '04/09/2025' };
  await add(own, 'Missing', missing);
  const added = await believed(own);
  const unended = { ...RETURN, Missing: [...RETURN.Missing, { ...missing, MIS_END: '' }] };
  for (const files of [RETURN, unended, unended, RETURN, RETURN]) {
    const report = await load(own, filesOf(files));
    assert.equal(report.corrections, undefined);
    assert.deepEqual(await believed(own), added);
  }
});

test('what was entered here before any return told of the child stays where returns leave it blank, load after load', async () => {
  const own = await anAuthority();
  const birth = '07/07/2025';
  await load(own, filesOf({ Episodes: RETURN.Episodes }));
  await correct(own, ['Episodes', '2025-05-01'], { CIN: 'N2' });
  await add(own, 'Header', {
    DOB,
    SEX: 'F',
    ETHNIC: 'MWBC',
    UPN: 'A123456789012',
    MOTHER: '1',
    MC_DOB: birth,
  });
  const bare = { ...RETURN, Header: [{ CHILD: 'ZZ1', DOB, SEX: 'F', ETHNIC: 'WBRI' }] };
  for (const once of ['first', 'second', 'third']) {
    await load(own, filesOf(bare));
    const [child] = await believed(own);
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
  const own = await anAuthority();
  await load(own, filesOf(RETURN));
  await correct(own, ['Episodes', '2025-09-10'], { LS: 'E1' });
  await correct(own, ['Header', 'header'], { ETHNIC: 'MWBC' });
  const corrected = await believed(own);
  const next = { Header: RETURN.Header, Episodes: RETURN.Episodes.slice(1) };
  for (const _ of [1, 2]) {
    const report = await load(own, filesOf(next, 2027));
    assert.equal(report.corrections, undefined);
    assert.deepEqual(await believed(own), corrected);
  }
});

test('a record corrected, added to and removed from is written out and loaded again without a change', async () => {
  const own = await anAuthority();
  await load(own, filesOf(RETURN));
  await correct(own, ['Header', 'header'], { DOB: '02/02/2010', UPN: 'A123456789012' });
  await correct(own, ['Episodes', '2025-09-10'], { DECOM: '12/09/2025' });
  await correct(own, ['Episodes', '2025-05-01'], { DEC: '12/09/2025' });
  await remove(own, ['Reviews', '2025-05-28']);
  await add(own, 'Reviews', { DOB: '02/02/2010', REVIEW: '01/10/2025', REVIEW_CODE: 'PN2' });
  const corrected = await believed(own);
  for (const files of [await written(own), filesOf(RETURN), await written(own), filesOf(RETURN)]) {
    const report = await load(own, files);
    assert.deepEqual(await believed(own), corrected);
    assert.deepEqual([report.corrections, report.childrenChanged], [undefined, 0]);
  }
});
