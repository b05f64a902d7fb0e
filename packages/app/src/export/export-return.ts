import {
  type AttemptRefusal,
  collectionYearLabel,
  isPurpose,
  PURPOSES,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { type WrittenReturn, writeReturn } from '@rightplace/ssda903';
import { appendAudit, asTenant, asTenantReading, loadLedger, loadReported } from '@rightplace/store';
import { heldFromRecords } from '../import/held-children.ts';
import { actorOf, findImportRefusal, type Importer, tenantOf } from '../import/importer.ts';
import type { World } from '../world.ts';

export interface ExportAsked {
  /** By the year it ends in. */
  readonly collectionYear: number;
  readonly format: 'csv' | 'xml';
  /** Why it is wanted, one of the purposes: a whole return leaves the service. A command need not say. */
  readonly purpose?: string;
}

export type ExportRefusal = AttemptRefusal | Refusal<'purpose-needed'>;

export type Exported = { readonly kind: 'exported' } & WrittenReturn;

/** The record as a collection year's return. Who took it, and why, is in the audit before it leaves. */
export const exportReturn = async (
  world: Pick<World, 'db' | 'now' | 'tell'>,
  exporter: Importer,
  { collectionYear, format, purpose = '' }: ExportAsked,
): Promise<Exported | ExportRefusal> => {
  const refusal = findImportRefusal(world, exporter, 'export-return');
  if (refusal !== undefined) return refusal;
  if (exporter.kind === 'person' && !isPurpose(purpose))
    return refused('purpose-needed', 'Say what the return is for.');
  const tenant = tenantOf(exporter);
  world.tell?.({ words: 'Reading the record', share: 0 });
  const held = await asTenantReading(world.db, tenant, async (tx) => {
    const { children } = await loadLedger(tx);
    return heldFromRecords(children, await loadReported(tx));
  });
  world.tell?.({ words: 'Writing the files', share: 0.5 });
  const written = writeReturn(held, { collectionYear, format });
  // Not in the transaction that read: the audit goes on from its newest entry, which an older moment does not show.
  await asTenant(world.db, tenant, (tx) =>
    appendAudit(tx, {
      at: world.now(),
      actor: actorOf(exporter),
      action: 'return-exported',
      subject: { kind: 'return', id: collectionYearLabel(collectionYear) },
      ...(isPurpose(purpose) ? { why: PURPOSES[purpose] } : {}),
      // Who was in it, so that each child's own page of who has looked can say so.
      detail: { format, files: written.files.map(({ name }) => name), children: written.children },
    }),
  );
  return { kind: 'exported', ...written };
};
