import type { AttemptRefusal, Moment } from '@rightplace/domain';
import {
  asTenantReading,
  findImport,
  type ImportSummary,
  listChanges,
  listImports,
  listPeople,
  type Tx,
} from '@rightplace/store';
import type { World } from '../world.ts';
import type { ImportReport } from './accept-given.ts';
import { openRowsFor } from './closed-rows.ts';
import { findImportRefusal, type Importer, tenantOf } from './importer.ts';
import type { ImportCounts, KeptReport } from './kept-report.ts';
import type { FoundRowKept } from './rules-found.ts';

/** An import as people see it: by whom, in words. */
export interface PastImport {
  readonly id: number;
  readonly status: ImportSummary['status'];
  readonly at: Moment;
  readonly by: string;
  /** When and by whom it was loaded or discarded. */
  readonly decided: { readonly at: Moment; readonly by: string } | undefined;
  readonly collectionYears: readonly number[];
  readonly counts: ImportCounts;
  readonly files: ImportSummary['files'];
}

export interface ShownImport extends PastImport {
  /** Of very many rows set aside, only the first are in it; `counts` has them all. */
  readonly report: ImportReport;
  /** What the rules found in the files, row by row; of very many only the first. */
  readonly foundRows: readonly FoundRowKept[];
  /** How many of these rows are left out, because the record of their child is closed to whoever looks. */
  readonly closedRows: number;
  /** Until when the record was known otherwise: its last change before this import was loaded, if there was one. */
  readonly knownBefore: Moment | undefined;
}

const namesOf = async (tx: Tx): Promise<(actor: string) => string> => {
  const people = new Map((await listPeople(tx)).map(({ id, name }) => [String(id), name]));
  return (actor) => people.get(actor) ?? actor;
};

const describe = (found: ImportSummary, nameOf: (actor: string) => string): PastImport => {
  const { id, status, at, actor, collectionYears, summary, decidedAt, decidedBy, files } = found;
  return {
    id,
    status,
    at,
    by: nameOf(actor),
    decided:
      decidedAt === undefined || decidedBy === undefined
        ? undefined
        : { at: decidedAt, by: nameOf(decidedBy) },
    collectionYears,
    counts: summary as ImportCounts,
    files,
  };
};

/** Far enough back for a link; an import long ago is looked at by its day. */
const LATEST_CHANGES = 1000;

const changeBefore = async (tx: Tx, importId: number): Promise<Moment | undefined> => {
  const changes = await listChanges(tx, LATEST_CHANGES);
  const own = changes.findIndex((change) => change.importId === importId);
  return own === -1 ? undefined : changes[own + 1]?.at;
};

export interface ImportHistory {
  readonly kind: 'imports';
  readonly imports: readonly PastImport[];
}

/** Imports of the authority, newest first. */
export const showImports = async (
  world: World,
  importer: Importer,
): Promise<ImportHistory | AttemptRefusal> => {
  const refusal = findImportRefusal(world, importer, 'view-imports');
  if (refusal !== undefined) return refusal;
  return asTenantReading(world.db, tenantOf(importer), async (tx) => {
    const nameOf = await namesOf(tx);
    return { kind: 'imports', imports: (await listImports(tx)).map((each) => describe(each, nameOf)) };
  });
};

/** One import with its report, less the rows of children whose record is closed to whoever looks. */
export const showImport = async (
  world: World,
  importer: Importer,
  importId: number,
): Promise<
  { readonly kind: 'import'; readonly shown: ShownImport } | { readonly kind: 'none' } | AttemptRefusal
> => {
  const refusal = findImportRefusal(world, importer, 'view-imports');
  if (refusal !== undefined) return refusal;
  return asTenantReading(world.db, tenantOf(importer), async (tx) => {
    const found = await findImport(tx, importId);
    if (found === undefined) return { kind: 'none' };
    const { foundRows: everyFound = [], ...report } = found.report as KeptReport;
    const { rejected: everyRejected, corrections: everyCorrection } = report;
    const open = await openRowsFor(tx, importer);
    const [rejected, foundRows] = [open(everyRejected), open(everyFound)];
    const corrections = everyCorrection && open(everyCorrection);
    const every = everyRejected.length + everyFound.length + (everyCorrection?.length ?? 0);
    const left = rejected.length + foundRows.length + (corrections?.length ?? 0);
    const shown: ShownImport = {
      ...describe(found, await namesOf(tx)),
      report: { ...report, rejected, ...(corrections === undefined ? {} : { corrections }) },
      foundRows,
      closedRows: every - left,
      knownBefore: await changeBefore(tx, importId),
    };
    return { kind: 'import', shown };
  });
};
