/** Returns that are loaded again and again, and people who correct the record by hand in between. */
import assert from 'node:assert/strict';
import type { ChildRecord } from '@rightplace/domain';
import { getTable, type TableName } from '@rightplace/ssda903';
import { asTenant, asTenantReading, createAuthority } from '@rightplace/store';
import { exportReturn } from '../src/export/export-return.ts';
import type { ImportReport } from '../src/import/accept-given.ts';
import { applyImport } from '../src/import/apply-import.ts';
import { type GivenFile, sortIntoReturns } from '../src/import/given-files.ts';
import type { Importer } from '../src/import/importer.ts';
import { previewImport } from '../src/import/preview-import.ts';
import { removeReturnRow } from '../src/return-correction/remove-return-row.ts';
import { saveReturnRow } from '../src/return-correction/save-return-row.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { aCorrectionWorld, type CorrectionWorld, REASON, row } from './correction-world.ts';
import { csvFile } from './returns.ts';

export type Cells = Readonly<Record<string, string>>;
export type Rows = Partial<Record<TableName, readonly Cells[]>>;
/** A row of a child's return of 2026: its table and its key. */
type RowOf = readonly [table: TableName, key: string];

export const filesOf = (rows: Rows, year = 2026): readonly GivenFile[] =>
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
export interface Authority {
  /** Previews and loads; answers with what the preview said. */
  readonly load: (files: readonly GivenFile[]) => Promise<ImportReport>;
  /** Every child as it is believed now. */
  readonly believed: () => Promise<readonly ChildRecord[]>;
  /** The return as it would be sent, ready to be loaded. */
  readonly written: (collectionYear?: number) => Promise<readonly GivenFile[]>;
  readonly correct: (row: RowOf, said: Cells, child?: string) => Promise<void>;
  readonly add: (table: TableName, cells: Cells) => Promise<void>;
  readonly remove: (row: RowOf, child?: string) => Promise<void>;
}

export interface LoadingWorld extends CorrectionWorld {
  readonly anAuthority: () => Promise<Authority>;
}

/** The child of a test that has only one. */
const ONLY = 'ZZ1';

const theAuthority = (world: CorrectionWorld, authorityId: string, signedIn: SignedIn): Authority => {
  const importer: Importer & { kind: 'command' } = { kind: 'command', authorityId };
  return {
    load: async (files) => {
      world.pass(1);
      const previewed = await previewImport(world, importer, await sortIntoReturns(files));
      assert.ok(previewed.kind === 'previewed');
      const applied = await applyImport(world, importer, previewed.importId);
      assert.ok(applied.kind === 'applied', JSON.stringify(applied).slice(0, 300));
      return previewed.report;
    },
    believed: () =>
      asTenantReading(world.db, { authorityId }, async (tx) => {
        const { ledger } = await world.ledgers.load(tx, authorityId);
        return ledger.children;
      }),
    written: async (collectionYear = 2026) => {
      const exported = await exportReturn(world, importer, { collectionYear, format: 'csv' });
      assert.ok(exported.kind === 'exported');
      return exported.files.map(({ name, text }) => ({
        name: `${collectionYear}/${name}`,
        bytes: new TextEncoder().encode(text),
      }));
    },
    correct: async ([table, key], said, child = ONLY) => {
      world.pass(1);
      const saved = await world.type(signedIn, row(child, table, key, 2026), { said });
      assert.equal(saved.kind, 'saved', JSON.stringify(saved).slice(0, 400));
    },
    add: async (table, cells) => {
      world.pass(1);
      const asked = row(ONLY, table, undefined, 2026);
      const saved = await saveReturnRow(world, signedIn, { ...asked, cells, was: {}, reason: REASON });
      assert.equal(saved.kind, 'saved', JSON.stringify(saved).slice(0, 400));
    },
    remove: async ([table, rowKey], child = ONLY) => {
      world.pass(1);
      const asked = row(child, table, rowKey, 2026);
      const { shown: was } = await world.opened(signedIn, asked);
      const removed = await removeReturnRow(world, signedIn, { ...asked, rowKey, reason: REASON, was });
      assert.equal(removed.kind, 'saved', JSON.stringify(removed).slice(0, 400));
    },
  };
};

export const aLoadingWorld = async (): Promise<LoadingWorld> => {
  const world = await aCorrectionWorld();
  let made = 0;
  const anAuthority = async (): Promise<Authority> => {
    made += 1;
    const authorityId = `E300000${String(made).padStart(2, '0')}`;
    await asTenant(world.db, { authorityId }, (tx) =>
      createAuthority(tx, { name: `Testshire ${made}`, demonstration: true }),
    );
    const { personId } = await world.addPerson({ name: `Analyst ${made}`, role: 'performance', authorityId });
    const { signedIn } = await world.signIn(personId, authorityId);
    return theAuthority(world, authorityId, signedIn);
  };
  return { ...world, anAuthority };
};

export const DOB = '01/02/2010';
export const OF = { CHILD: 'ZZ1', DOB };
/** A child with a row in every table of the return. */
export const RETURN = {
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
