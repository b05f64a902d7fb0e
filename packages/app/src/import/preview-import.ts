import type { AttemptRefusal } from '@rightplace/domain';
import { appendAudit, asTenant, loadReported, saveImport, type Tx } from '@rightplace/store';
import type { World } from '../world.ts';
import { type AcceptedImport, acceptGiven, type ImportReport } from './accept-given.ts';
import type { Given } from './given-files.ts';
import { heldFromRecords } from './held-children.ts';
import { actorOf, findImportRefusal, type Importer, tenantOf } from './importer.ts';

export interface Previewed {
  readonly kind: 'previewed';
  readonly importId: number;
  readonly report: ImportReport;
}

/** What files would do to the record as it is now. */
export const acceptIntoRecord = async (
  tx: Tx,
  world: World,
  authorityId: string,
  given: Given,
): Promise<AcceptedImport> => {
  const { ledger } = await world.ledgers.load(tx, authorityId);
  return acceptGiven(given, heldFromRecords(ledger.children, await loadReported(tx)));
};

/** A file's name as kept: with the year it was given for, so that it reads the same when it is read again. */
const keptName = (collectionYear: number | undefined, name: string): string =>
  collectionYear === undefined || name.split('/').includes(String(collectionYear))
    ? name
    : `${collectionYear}/${name}`;

const counts = ({ rejected, notes, tables, ...rest }: ImportReport): object => ({
  ...rest,
  rejected: rejected.length,
  notes: notes.length,
});

/** Reads the files and keeps them with what they would do. The record itself is not touched. */
export const previewImport = async (
  world: World,
  importer: Importer,
  given: Given,
): Promise<Previewed | AttemptRefusal> => {
  const refusal = findImportRefusal(world, importer, 'preview-import');
  if (refusal !== undefined) return refusal;
  const tenant = tenantOf(importer);
  return asTenant(world.db, tenant, async (tx) => {
    const { report } = await acceptIntoRecord(tx, world, tenant.authorityId, given);
    const at = world.now();
    const importId = await saveImport(tx, {
      at,
      actor: actorOf(importer),
      collectionYears: report.collectionYears,
      summary: counts(report),
      report,
      notes: report.notes,
      files: given.returns.flatMap(({ collectionYear, files }) =>
        files.map(({ name, bytes }) => ({ name: keptName(collectionYear, name), content: bytes })),
      ),
    });
    await appendAudit(tx, {
      at,
      actor: actorOf(importer),
      action: 'import-previewed',
      subject: { kind: 'import', id: String(importId) },
    });
    return { kind: 'previewed', importId, report };
  });
};
