import type { AttemptRefusal } from '@rightplace/domain';
import {
  asTenantReading,
  findImport,
  type ImportSummary,
  listImports,
  listPeople,
  type Tx,
} from '@rightplace/store';
import type { World } from '../world.ts';
import type { ImportReport } from './accept-given.ts';
import { findImportRefusal, type Importer, tenantOf } from './importer.ts';

/** An import as people see it: by whom, in words. */
export interface PastImport extends Omit<ImportSummary, 'summary'> {
  readonly by: string;
  readonly decidedByName: string | undefined;
  readonly counts: Readonly<Record<string, number>>;
}

export interface ShownImport extends PastImport {
  readonly report: ImportReport;
}

const namesOf = async (tx: Tx): Promise<(actor: string) => string> => {
  const people = new Map((await listPeople(tx)).map(({ id, name }) => [String(id), name]));
  return (actor) => people.get(actor) ?? actor;
};

const describe = ({ summary, ...rest }: ImportSummary, name: (actor: string) => string): PastImport => ({
  ...rest,
  by: name(rest.actor),
  decidedByName: rest.decidedBy === undefined ? undefined : name(rest.decidedBy),
  counts: summary as Readonly<Record<string, number>>,
});

export interface ImportHistory {
  readonly kind: 'imports';
  readonly imports: readonly PastImport[];
}

/** Every import of the authority, newest first. */
export const showImports = async (
  world: World,
  importer: Importer,
): Promise<ImportHistory | AttemptRefusal> => {
  const refusal = findImportRefusal(world, importer, 'view-imports');
  if (refusal !== undefined) return refusal;
  return asTenantReading(world.db, tenantOf(importer), async (tx) => {
    const name = await namesOf(tx);
    return { kind: 'imports', imports: (await listImports(tx)).map((each) => describe(each, name)) };
  });
};

/** One import with its whole report. */
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
    const { report, notes: _notes, ...summary } = found;
    return {
      kind: 'import',
      shown: { ...describe(summary, await namesOf(tx)), report: report as ImportReport },
    };
  });
};
