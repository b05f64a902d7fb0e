import { type AttemptRefusal, londonDayOf, type Refusal, refused } from '@rightplace/domain';
import { UPSTREAM_SOURCES, type UpstreamFact } from '@rightplace/ssda903';
import {
  appendAudit,
  asTenant,
  asTenantReading,
  decideUpstreamLoad,
  holdRecord,
  listUpstreamLoads,
  loadUpstreamFacts,
  loadUpstreamFiles,
  saveUpstreamFacts,
  saveUpstreamLoad,
  type Tx,
  type UpstreamLoad,
} from '@rightplace/store';
import { actorOf, findImportRefusal, type Importer, tenantOf } from '../import/importer.ts';
import type { World } from '../world.ts';
import {
  type NothingToLoad,
  planWithReport,
  type ReadToLoad,
  readToLoad,
  type UpstreamAsked,
  type UpstreamReport,
} from './upstream-report.ts';

export interface UpstreamPreviewed {
  readonly kind: 'previewed';
  readonly loadId: number;
  readonly report: UpstreamReport;
}

export interface UpstreamLoaded {
  readonly kind: 'loaded';
  readonly report: UpstreamReport;
}

export type UpstreamRefusal =
  | AttemptRefusal
  | Refusal<'no-such-load' | 'already-decided' | 'record-has-changed'>;

type Outside = Pick<World, 'db' | 'now' | 'tell'>;

const ALREADY = 'It was already loaded or discarded. Nothing was done a second time.';

/** Every row held of a source was read by us before it was kept, so its words are ours. */
const heldOf = async (tx: Tx, source: string): Promise<readonly UpstreamFact[]> =>
  (await loadUpstreamFacts(tx, { source })).map(
    ({ source: _, knownFrom: __, ...fact }) => fact as UpstreamFact,
  );

/** Reads the files and keeps them with what they would do. Nothing is believed of them yet. */
export const previewUpstream = async (
  world: Outside,
  importer: Importer,
  asked: UpstreamAsked,
): Promise<UpstreamPreviewed | NothingToLoad | AttemptRefusal> => {
  const refusal = findImportRefusal(world, importer, 'preview-import');
  if (refusal !== undefined) return refusal;
  world.tell?.({ words: 'Reading the files', share: 0.05 });
  const read = await readToLoad(asked, londonDayOf(world.now()));
  if (read.kind === 'nothing-to-load') return read;
  world.tell?.({ words: 'Comparing them with what was loaded before', share: 0.6 });
  return asTenant(world.db, tenantOf(importer), async (tx) => {
    const { report } = planWithReport(read, await heldOf(tx, read.given.source));
    const { source, firstDay, lastDay, kinds } = report;
    world.tell?.({ words: 'Keeping the files and what they would do', share: 0.8 });
    const [at, actor] = [world.now(), actorOf(importer)];
    const files = asked.files.map(({ name, bytes }) => ({ name, content: bytes }));
    const loadId = await saveUpstreamLoad(tx, { at, actor, source, firstDay, lastDay, kinds, report, files });
    await appendAudit(tx, {
      at,
      actor,
      action: 'upstream-previewed',
      subject: subjectOf(loadId),
      detail: told(report),
    });
    return { kind: 'previewed', loadId, report };
  });
};

/**
 * Does what a preview showed, in one transaction. It is worked out afresh; if it would now do something else, nothing is done
 * and a new preview is asked for.
 */
export const applyUpstream = async (
  world: Outside,
  importer: Importer,
  loadId: number,
): Promise<UpstreamLoaded | UpstreamRefusal> => {
  const refusal = findImportRefusal(world, importer, 'apply-import');
  if (refusal !== undefined) return refusal;
  const tenant = tenantOf(importer);
  // Before the record is held: a census takes seconds to read, and nobody who saves a child should wait for it.
  world.tell?.({ words: 'Reading the files', share: 0.05 });
  const found = await asTenantReading(world.db, tenant, (tx) => readKept(tx, loadId));
  if (found.kind === 'refused') return found;
  const { kept, read } = found;
  return asTenant(world.db, tenant, async (tx): Promise<UpstreamLoaded | UpstreamRefusal> => {
    await holdRecord(tx);
    const [now] = await listUpstreamLoads(tx, loadId);
    if (now?.status !== 'previewed') return refused('already-decided', ALREADY);
    const { plan, report } = planWithReport(read, await heldOf(tx, kept.source));
    if (report.digest !== (kept.report as UpstreamReport).digest)
      return refused(
        'record-has-changed',
        'Other files were loaded since this preview, so loading these would now do something else. Preview them again.',
      );
    world.tell?.({ words: 'Loading what is new, changed and withdrawn', share: 0.5 });
    const at = await saveUpstreamFacts(tx, {
      source: kept.source,
      clock: world.now,
      why: `${UPSTREAM_SOURCES[report.source]} loaded`,
      event: 'upstream-loaded',
      ...(tenant.personId === undefined ? {} : { byPerson: tenant.personId }),
      ...plan,
    });
    const actor = actorOf(importer);
    await decideUpstreamLoad(tx, loadId, { status: 'applied', at, actor, knownFrom: at });
    await appendAudit(tx, {
      at,
      actor,
      action: 'upstream-loaded',
      subject: subjectOf(loadId),
      detail: told(report),
    });
    return { kind: 'loaded', report };
  });
};

/** What waits to be loaded, read as on the day of its preview: what was to come then was shown as set aside. */
const readKept = async (
  tx: Tx,
  loadId: number,
): Promise<
  | { readonly kind: 'kept'; readonly kept: UpstreamLoad; readonly read: ReadToLoad }
  | Refusal<'no-such-load' | 'already-decided'>
> => {
  const [kept] = await listUpstreamLoads(tx, loadId);
  if (kept === undefined) return refused('no-such-load', 'There are no such files.');
  if (kept.status !== 'previewed') return refused('already-decided', ALREADY);
  const files = (await loadUpstreamFiles(tx, loadId)).map(({ name, content }) => ({ name, bytes: content }));
  const asked = { files, from: kept.firstDay, to: kept.lastDay };
  const read = await readToLoad(asked, londonDayOf(kept.at));
  if (read.kind !== 'read') throw new Error(`Load ${loadId} was read once and cannot be read again`);
  return { kind: 'kept', kept, read };
};

/** Puts a preview away, and its files with it. */
export const discardUpstream = async (
  world: Outside,
  importer: Importer,
  loadId: number,
): Promise<{ readonly kind: 'discarded' } | UpstreamRefusal> => {
  const refusal = findImportRefusal(world, importer, 'preview-import');
  if (refusal !== undefined) return refusal;
  return asTenant(world.db, tenantOf(importer), async (tx) => {
    await holdRecord(tx);
    const [at, actor] = [world.now(), actorOf(importer)];
    if (!(await decideUpstreamLoad(tx, loadId, { status: 'discarded', at, actor })))
      return refused('already-decided', ALREADY);
    await appendAudit(tx, { at, actor, action: 'upstream-discarded', subject: subjectOf(loadId) });
    return { kind: 'discarded' };
  });
};

const subjectOf = (loadId: number) => ({ kind: 'upstream-load', id: String(loadId) }) as const;

/** Counts and times: the audit of who looked at which child is of children with a record here. */
const told = ({ source, firstDay, lastDay, counts, rows, taken }: UpstreamReport) => ({
  source,
  firstDay,
  lastDay,
  counts,
  rows,
  taken,
});
