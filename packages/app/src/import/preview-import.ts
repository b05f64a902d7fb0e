import type { AttemptRefusal } from '@rightplace/domain';
import { appendAudit, asTenant, asTenantReading, saveImport } from '@rightplace/store';
import { loadForReturns } from '../return-readiness/record-as-return.ts';
import type { World } from '../world.ts';
import { acceptGiven, type ImportReport } from './accept-given.ts';
import type { Given } from './given-files.ts';
import { correctionsMet } from './hand-corrections.ts';
import { actorOf, findImportRefusal, type Importer, tenantOf } from './importer.ts';
import { keptFiles } from './kept-files.ts';
import { childrenFound, childrenSetAside, reportToKeep, summaryOf } from './kept-report.ts';
import { findByRules } from './rules-found.ts';

export interface Previewed {
  readonly kind: 'previewed';
  readonly importId: number;
  readonly report: ImportReport;
}

/** Reads the files and keeps them with what they would do. The record itself is not touched. */
export const previewImport = async (
  world: Pick<World, 'db' | 'now' | 'tell'>,
  importer: Importer,
  given: Given,
): Promise<Previewed | AttemptRefusal> => {
  const refusal = findImportRefusal(world, importer, 'preview-import');
  if (refusal !== undefined) return refusal;
  const tenant = tenantOf(importer);
  const { tell } = world;
  const { accepted, found, corrections } = await asTenantReading(world.db, tenant, async (tx) => {
    tell?.({ words: 'Reading the record', share: 0.1 });
    const record = await loadForReturns(tx);
    tell?.({ words: 'Comparing the files with the record', share: 0.4 });
    const accepted = acceptGiven(given, record.held);
    const { authorityId } = tenant;
    const years = accepted.report.collectionYears;
    tell?.({ words: 'Running the rules on the files', share: 0.75 });
    return {
      accepted,
      corrections: await correctionsMet(tx, { before: record.held, after: accepted.after, years }),
      found: await findByRules(accepted.returns, { tx, record, authorityId, now: world.now() }),
    };
  });
  const report = {
    ...accepted.report,
    ...(found === undefined ? {} : { rulesFound: found.told }),
    ...(corrections.length === 0 ? {} : { corrections }),
  };
  const foundRows = found?.rows ?? [];
  tell?.({ words: 'Keeping the files and what they would do', share: 0.9 });
  return asTenant(world.db, tenant, async (tx) => {
    const [at, actor] = [world.now(), actorOf(importer)];
    const importId = await saveImport(tx, {
      at,
      actor,
      collectionYears: report.collectionYears,
      summary: summaryOf(report),
      report: reportToKeep({ ...accepted, report, foundRows }),
      notes: report.notes,
      files: keptFiles(given).map(({ name, bytes }) => ({ name, content: bytes })),
    });
    const subject = { kind: 'import', id: String(importId) };
    // The report tells of these children to whoever reads it, here or where the command runs.
    const corrected = corrections.map(({ child }) => child);
    const named = [...childrenSetAside(report), ...childrenFound(foundRows), ...corrected];
    const detail = { children: [...new Set(named)] };
    await appendAudit(tx, { at, actor, action: 'import-previewed', subject, detail });
    return { kind: 'previewed', importId, report };
  });
};
