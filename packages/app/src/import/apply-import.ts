import { type AttemptRefusal, collectionYearLabel, type Refusal, refused } from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  decideImport,
  findImport,
  holdRecord,
  loadImportFiles,
  saveChildren,
  saveReported,
} from '@rightplace/store';
import type { World } from '../world.ts';
import type { ImportReport } from './accept-given.ts';
import { sortIntoReturns } from './given-files.ts';
import { reportedFromHeld } from './held-children.ts';
import { actorOf, findImportRefusal, type Importer, tenantOf } from './importer.ts';
import { acceptIntoRecord } from './preview-import.ts';

export interface Applied {
  readonly kind: 'applied';
  readonly importId: number;
  readonly report: ImportReport;
}

export type ApplyRefusal =
  | AttemptRefusal
  | Refusal<'no-such-import' | 'already-decided' | 'record-has-changed'>;

const why = (years: readonly number[]): string =>
  years.length === 1
    ? `Return for ${collectionYearLabel(years[0] as number)} loaded`
    : `Returns for ${collectionYearLabel(years[0] as number)} to ${collectionYearLabel(years.at(-1) as number)} loaded`;

/** Whether two reports do the same to the record; what they say beside it may differ. */
const doSame = (a: ImportReport, b: ImportReport): boolean =>
  (
    [
      'new',
      'changed',
      'ended',
      'unchanged',
      'withdrawn',
      'superseded',
      'childrenNew',
      'childrenChanged',
    ] as const
  ).every((name) => a[name] === b[name]) && a.rejected.length === b.rejected.length;

/**
 * Does what a previewed import showed, in one transaction: all of it, or none. It is worked out afresh on the record as it is
 * now; if something else changed the record since the preview so that this would do other things than were shown,
 * nothing is done and a new preview is asked for.
 */
export const applyImport = async (
  world: World,
  importer: Importer,
  importId: number,
): Promise<Applied | ApplyRefusal> => {
  const refusal = findImportRefusal(world, importer, 'apply-import');
  if (refusal !== undefined) return refusal;
  const tenant = tenantOf(importer);
  return asTenant(world.db, tenant, async (tx) => {
    await holdRecord(tx);
    const kept = await findImport(tx, importId);
    if (kept === undefined) return refused('no-such-import', 'There is no such import.');
    if (kept.status !== 'previewed') {
      const done = kept.status === 'applied' ? 'loaded into the record' : 'discarded';
      return refused('already-decided', `This import was already ${done}. Nothing was done a second time.`);
    }
    const files = await loadImportFiles(tx, importId);
    const given = await sortIntoReturns(files.map(({ name, content }) => ({ name, bytes: content })));
    const { report, records, acceptance } = await acceptIntoRecord(tx, world, tenant.authorityId, given);
    if (!doSame(report, kept.report as ImportReport)) {
      return refused(
        'record-has-changed',
        'The record has changed since this preview, so loading these files would now do something else. Preview them again.',
      );
    }
    const at = world.now();
    const actor = actorOf(importer);
    await saveChildren(tx, {
      at,
      why: why(report.collectionYears),
      importId,
      ...(tenant.personId === undefined ? {} : { byPerson: tenant.personId }),
      children: records,
    });
    const reported = reportedFromHeld(acceptance.children);
    await saveReported(tx, [...new Set(reported.map(({ collectionYear }) => collectionYear))], reported);
    await decideImport(tx, importId, { status: 'applied', at, actor });
    const { rejected, notes, tables, ...summary } = report;
    await appendAudit(tx, {
      at,
      actor,
      action: 'import-applied',
      subject: { kind: 'import', id: String(importId) },
      detail: { ...summary, rejected: rejected.length },
    });
    return { kind: 'applied', importId, report };
  });
};
