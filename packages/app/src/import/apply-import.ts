import { type AttemptRefusal, collectionYearLabel, type Refusal, refused } from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  decideImport,
  findImport,
  holdRecord,
  loadImportFiles,
  saveChildren,
  saveEntered,
  saveReported,
} from '@rightplace/store';
import { loadForReturns } from '../return-readiness/record-as-return.ts';
import type { World } from '../world.ts';
import { acceptGiven, type ImportReport } from './accept-given.ts';
import { actorOf, findImportRefusal, type Importer, tenantOf } from './importer.ts';
import { givenFromKept } from './kept-files.ts';
import { type KeptReport, summaryOf } from './kept-report.ts';

export interface Applied {
  readonly kind: 'applied';
  readonly importId: number;
  readonly report: ImportReport;
}

export type ApplyRefusal =
  | AttemptRefusal
  | Refusal<'no-such-import' | 'already-decided' | 'record-has-changed' | 'year-needed'>;

const inWords = (years: readonly number[]): string => {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return 'Return loaded';
  return first === last
    ? `Return for ${collectionYearLabel(first)} loaded`
    : `Returns for ${collectionYearLabel(first)} to ${collectionYearLabel(last)} loaded`;
};

/**
 * Does what a previewed import showed, in one transaction: all of it, or none. It is worked out afresh on the record as it is
 * now; if something else changed the record since the preview so that this would do other things than were shown,
 * nothing is done and a new preview is asked for.
 */
export const applyImport = async (
  world: Pick<World, 'db' | 'now' | 'tell'>,
  importer: Importer,
  importId: number,
): Promise<Applied | ApplyRefusal> => {
  const refusal = findImportRefusal(world, importer, 'apply-import');
  if (refusal !== undefined) return refusal;
  const tenant = tenantOf(importer);
  return asTenant(world.db, tenant, async (tx): Promise<Applied | ApplyRefusal> => {
    // Putting an import away holds the record too, so what is found here stays so until this is done.
    await holdRecord(tx);
    const kept = await findImport(tx, importId);
    if (kept === undefined) return refused('no-such-import', 'There is no such import.');
    if (kept.status !== 'previewed') {
      const done = kept.status === 'applied' ? 'loaded into the record' : 'discarded';
      return refused('already-decided', `This import was already ${done}. Nothing was done a second time.`);
    }
    const { tell } = world;
    tell?.({ words: 'Reading the files again', share: 0 });
    const files = await loadImportFiles(tx, importId);
    const given = await givenFromKept(files.map(({ name, content }) => ({ name, bytes: content })));
    tell?.({ words: 'Reading the record', share: 0.15 });
    const { held } = await loadForReturns(tx);
    tell?.({ words: 'Working out what they change', share: 0.4 });
    const { report, records, reported, entered, digest } = acceptGiven(given, held);
    if (digest !== (kept.report as KeptReport).digest)
      return refused(
        'record-has-changed',
        'The record has changed since this preview, so loading these files would now do something else. Preview them again.',
      );
    if (report.isYearMissing)
      return refused(
        'year-needed',
        'Nothing in these files tells which collection year they are for. Say which it is, and preview them again.',
      );
    const actor = actorOf(importer);
    tell?.({ words: `Saving ${records.length.toLocaleString('en-GB')} children`, share: 0.65 });
    // The clock is read only in there: until then the record was as it was, and whoever looked meanwhile was told so.
    const { at } = await saveChildren(tx, {
      clock: world.now,
      why: inWords(report.collectionYears),
      importId,
      ...(tenant.personId === undefined ? {} : { byPerson: tenant.personId }),
      children: records,
    });
    tell?.({ words: 'Keeping what the files said', share: 0.9 });
    await saveReported(tx, reported);
    await saveEntered(tx, entered);
    if (!(await decideImport(tx, importId, { status: 'applied', at, actor })))
      throw new Error(`Import ${importId} was decided by somebody who did not hold the record`);
    const subject = { kind: 'import', id: String(importId) };
    const detail = { ...summaryOf(report), children: records.map(({ id }) => id) };
    await appendAudit(tx, { at, actor, action: 'import-applied', subject, detail });
    return { kind: 'applied', importId, report };
  });
};
