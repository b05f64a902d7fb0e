import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Moment } from '@rightplace/domain';
import type { Tx } from '../connection/database.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export interface GivenFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface NewImport {
  readonly at: Moment;
  /** A person's number as text, or the name of a command. */
  readonly actor: string;
  /** By the year each ends in. */
  readonly collectionYears: readonly number[];
  readonly summary: object;
  readonly report: object;
  readonly notes: readonly unknown[];
  readonly files: readonly GivenFile[];
}

export interface ImportSummary {
  readonly id: number;
  readonly at: Moment;
  readonly actor: string;
  readonly status: 'previewed' | 'applied' | 'discarded';
  readonly collectionYears: readonly number[];
  readonly summary: unknown;
  readonly decidedAt: Moment | undefined;
  readonly decidedBy: string | undefined;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

export interface ImportRecord extends ImportSummary {
  readonly report: unknown;
  readonly notes: unknown;
}

/** Keeps a previewed import with its files, so that any process can apply it later. */
export const saveImport = async (tx: Tx, given: NewImport): Promise<number> => {
  const { id } = await tx
    .insertInto('import')
    .values({
      at: given.at,
      actor: given.actor,
      status: 'previewed',
      collection_years: [...given.collectionYears],
      summary: JSON.stringify(given.summary),
      report: JSON.stringify(given.report),
      notes: JSON.stringify(given.notes),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [ordinal, { name, content }] of given.files.entries()) {
    await tx
      .insertInto('import_file')
      .values({
        import_id: id,
        ordinal,
        name,
        size: content.byteLength,
        sha256: createHash('sha256').update(content).digest('hex'),
        gzipped: await pack(content),
      })
      .execute();
  }
  return id;
};

/** The files of an import, as they were given and in that order. */
export const loadImportFiles = async (tx: Tx, importId: number): Promise<readonly GivenFile[]> => {
  const rows = await tx
    .selectFrom('import_file')
    .select(['name', 'gzipped'])
    .where('import_id', '=', importId)
    .orderBy('ordinal')
    .execute();
  return Promise.all(rows.map(async ({ name, gzipped }) => ({ name, content: await unpack(gzipped) })));
};

export interface ImportDecision {
  readonly status: 'applied' | 'discarded';
  readonly at: Moment;
  readonly actor: string;
  /** What applying it really did, where that differs from the preview. */
  readonly summary?: object;
  readonly report?: object;
}

/**
 * Takes a previewed import to apply or discard, and holds it until the transaction ends. False when it is not there or
 * was decided already: whoever comes second (a double click, another process) must then do nothing.
 */
export const decideImport = async (tx: Tx, importId: number, decision: ImportDecision): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('import')
    .set({
      status: decision.status,
      decided_at: decision.at,
      decided_by: decision.actor,
      ...(decision.summary === undefined ? {} : { summary: JSON.stringify(decision.summary) }),
      ...(decision.report === undefined ? {} : { report: JSON.stringify(decision.report) }),
    })
    .where('id', '=', importId)
    .where('status', '=', 'previewed')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

const SUMMARY = [
  'id',
  'at',
  'actor',
  'status',
  'collection_years',
  'summary',
  'decided_at',
  'decided_by',
] as const;

const filesOf = async (tx: Tx, importIds: readonly number[]) => {
  if (importIds.length === 0) return [];
  return tx
    .selectFrom('import_file')
    .select(['import_id', 'name', 'size', 'sha256'])
    .where('import_id', 'in', importIds)
    .orderBy('import_id')
    .orderBy('ordinal')
    .execute();
};

const summaryOf = (
  row: {
    id: number;
    at: Moment;
    actor: string;
    status: ImportSummary['status'];
    collection_years: number[];
    summary: unknown;
    decided_at: Moment | null;
    decided_by: string | null;
  },
  files: Awaited<ReturnType<typeof filesOf>>,
): ImportSummary => ({
  id: row.id,
  at: row.at,
  actor: row.actor,
  status: row.status,
  collectionYears: row.collection_years,
  summary: row.summary,
  decidedAt: row.decided_at ?? undefined,
  decidedBy: row.decided_by ?? undefined,
  files: files
    .filter((file) => file.import_id === row.id)
    .map(({ name, size, sha256 }) => ({ name, size, sha256 })),
});

/** Imports, newest first, without their reports. */
export const listImports = async (tx: Tx, limit = 100): Promise<readonly ImportSummary[]> => {
  const rows = await tx.selectFrom('import').select(SUMMARY).orderBy('id', 'desc').limit(limit).execute();
  const files = await filesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => summaryOf(row, files));
};

export const findImport = async (tx: Tx, importId: number): Promise<ImportRecord | undefined> => {
  const row = await tx
    .selectFrom('import')
    .select(SUMMARY)
    .select(['report', 'notes'])
    .where('id', '=', importId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { ...summaryOf(row, await filesOf(tx, [importId])), report: row.report, notes: row.notes };
};
