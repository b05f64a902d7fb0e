import type { AttemptRefusal } from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  asTenantReading,
  loadLedger,
  loadReported,
  saveImport,
  type Tx,
} from '@rightplace/store';
import type { World } from '../world.ts';
import { type AcceptedImport, acceptGiven, type ImportReport } from './accept-given.ts';
import type { Given } from './given-files.ts';
import { heldFromRecords } from './held-children.ts';
import { actorOf, findImportRefusal, type Importer, tenantOf } from './importer.ts';
import { keptFiles } from './kept-files.ts';
import { childrenSetAside, reportToKeep, summaryOf } from './kept-report.ts';

export interface Previewed {
  readonly kind: 'previewed';
  readonly importId: number;
  readonly report: ImportReport;
}

/** What files would do to the record as it is now. */
export const acceptIntoRecord = async (
  tx: Tx,
  given: Given,
  options: { readonly withRules?: boolean } = {},
): Promise<AcceptedImport> => {
  const { children } = await loadLedger(tx);
  return acceptGiven(given, heldFromRecords(children, await loadReported(tx)), options);
};

/** Reads the files and keeps them with what they would do. The record itself is not touched. */
export const previewImport = async (
  world: Pick<World, 'db' | 'now'>,
  importer: Importer,
  given: Given,
): Promise<Previewed | AttemptRefusal> => {
  const refusal = findImportRefusal(world, importer, 'preview-import');
  if (refusal !== undefined) return refusal;
  const tenant = tenantOf(importer);
  const accepted = await asTenantReading(world.db, tenant, (tx) =>
    acceptIntoRecord(tx, given, { withRules: true }),
  );
  const { report } = accepted;
  return asTenant(world.db, tenant, async (tx) => {
    const [at, actor] = [world.now(), actorOf(importer)];
    const importId = await saveImport(tx, {
      at,
      actor,
      collectionYears: report.collectionYears,
      summary: summaryOf(report),
      report: reportToKeep(accepted),
      notes: report.notes,
      files: keptFiles(given).map(({ name, bytes }) => ({ name, content: bytes })),
    });
    const subject = { kind: 'import', id: String(importId) };
    // The report tells of these children to whoever reads it, here or where the command runs.
    const detail = { children: childrenSetAside(report) };
    await appendAudit(tx, { at, actor, action: 'import-previewed', subject, detail });
    return { kind: 'previewed', importId, report };
  });
};
