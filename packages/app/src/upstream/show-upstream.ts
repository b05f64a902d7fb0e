import type { AttemptRefusal, Moment } from '@rightplace/domain';
import { asTenantReading, listPeople, listUpstreamLoads, type UpstreamLoad } from '@rightplace/store';
import { openRowsFor } from '../import/closed-rows.ts';
import { findImportRefusal, type Importer, tenantOf } from '../import/importer.ts';
import type { World } from '../world.ts';
import type { UpstreamReport } from './upstream-report.ts';

export interface ShownUpstreamLoad {
  readonly id: number;
  readonly at: Moment;
  readonly by: string;
  readonly status: UpstreamLoad['status'];
  readonly decided: { readonly at: Moment; readonly by: string } | undefined;
  readonly files: readonly string[];
  /** Less the rows of children whose record a conflict of interest closes to whoever looks. */
  readonly report: UpstreamReport;
  /** How many those are. */
  readonly closedRows: number;
}

export interface UpstreamHistory {
  readonly kind: 'loads';
  readonly loads: readonly ShownUpstreamLoad[];
}

/** What was given of children before care, newest first; or one of them. */
export const showUpstream = async (
  world: Pick<World, 'db' | 'now'>,
  importer: Importer,
  only?: number,
): Promise<UpstreamHistory | AttemptRefusal> => {
  const refusal = findImportRefusal(world, importer, 'view-imports');
  if (refusal !== undefined) return refusal;
  return asTenantReading(world.db, tenantOf(importer), async (tx) => {
    const people = new Map((await listPeople(tx)).map(({ id, name }) => [String(id), name]));
    const nameOf = (actor: string): string => people.get(actor) ?? actor;
    const loads = await listUpstreamLoads(tx, only);
    const open = await openRowsFor(tx, importer);
    return {
      kind: 'loads',
      loads: loads.map(({ id, at, actor, status, decidedAt, decidedBy, files, report }) => ({
        id,
        at,
        by: nameOf(actor),
        status,
        decided:
          decidedAt === null || decidedBy === null ? undefined : { at: decidedAt, by: nameOf(decidedBy) },
        files,
        // Kept by the preview, and by nothing else.
        ...withoutClosed(report as UpstreamReport, open),
      })),
    };
  });
};

const withoutClosed = (
  report: UpstreamReport,
  open: Awaited<ReturnType<typeof openRowsFor>>,
): Pick<ShownUpstreamLoad, 'report' | 'closedRows'> => {
  const { notTaken: everyNotTaken, doubts: everyDoubt = [] } = report;
  const [notTaken, doubts] = [open(everyNotTaken), open(everyDoubt)];
  return {
    report: { ...report, notTaken, doubts },
    closedRows: everyNotTaken.length + everyDoubt.length - notTaken.length - doubts.length,
  };
};
