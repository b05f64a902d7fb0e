import { type ChildRecord, type Day, londonDayOf } from '@rightplace/domain';
import { UPSTREAM_KINDS, type UpstreamKind } from '@rightplace/ssda903';
import {
  appendAudit,
  asTenant,
  asTenantReading,
  decideUpstreamLoad,
  holdRecord,
  listAuthorities,
  listUpstreamLoads,
  loadLedger,
  saveUpstreamFacts,
  saveUpstreamLoad,
  type Tx,
  type UpstreamRow,
} from '@rightplace/store';
import type { UpstreamReport } from '../upstream/upstream-report.ts';
import type { World } from '../world.ts';

/** What comes before care, invented for an authority's children: what the demonstration package makes. */
export interface InventedDemand {
  readonly from: Day;
  readonly to: Day;
  readonly facts: readonly UpstreamRow[];
}

export type InventDemand = (asked: {
  readonly children: readonly ChildRecord[];
  readonly asOf: Day;
}) => InventedDemand;

const SOURCE = 'annex-a';
const ACTOR = 'command line';

/**
 * Tells a demonstration what came before its children were looked after, as if their lists had been loaded. One in which
 * anybody ever read a list or census keeps what it has, and no real authority is given any.
 */
export const giveDemand = async (
  { db, now }: Pick<World, 'db' | 'now'>,
  invent: InventDemand,
): Promise<void> => {
  for (const { code: authorityId, demonstration } of await listAuthorities(db)) {
    if (!demonstration) continue;
    const { children, isTold } = await asTenantReading(db, { authorityId }, async (tx) => ({
      isTold: (await listUpstreamLoads(tx)).length > 0,
      ...(await loadLedger(tx)),
    }));
    if (isTold || children.length === 0) continue;
    const demand = invent({ children, asOf: londonDayOf(now()) });
    await asTenant(db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds them there.
      await holdRecord(tx);
      if ((await listUpstreamLoads(tx)).length === 0) await load(tx, now, demand);
    });
  }
};

const load = async (tx: Tx, now: World['now'], { from, to, facts }: InventedDemand): Promise<void> => {
  const report = reportOf(from, to, facts);
  const { kinds, counts, rows } = report;
  const loadId = await saveUpstreamLoad(tx, {
    at: now(),
    actor: ACTOR,
    source: SOURCE,
    firstDay: from,
    lastDay: to,
    kinds,
    report,
    files: [],
  });
  const knownFrom = await saveUpstreamFacts(tx, {
    source: SOURCE,
    clock: now,
    why: 'Lists of children before care, invented with the demonstration',
    event: 'demonstration',
    close: [],
    open: facts,
  });
  await decideUpstreamLoad(tx, loadId, { status: 'applied', at: knownFrom, actor: ACTOR, knownFrom });
  await appendAudit(tx, {
    at: knownFrom,
    actor: ACTOR,
    action: 'upstream-loaded',
    subject: { kind: 'upstream-load', id: String(loadId) },
    detail: { source: SOURCE, firstDay: from, lastDay: to, counts, rows, taken: rows, invented: true },
  });
};

const KINDS = Object.keys(UPSTREAM_KINDS) as readonly UpstreamKind[];

const reportOf = (firstDay: Day, lastDay: Day, facts: readonly UpstreamRow[]): UpstreamReport => {
  const ofKind = Map.groupBy(facts, ({ kind }) => kind);
  const counts = KINDS.map((kind) => [
    kind,
    { new: ofKind.get(kind)?.length ?? 0, changed: 0, unchanged: 0, withdrawn: 0 },
  ]);
  return {
    source: SOURCE,
    firstDay,
    lastDay,
    kinds: KINDS,
    counts: Object.fromEntries(counts),
    rows: facts.length,
    taken: facts.length,
    notTaken: [],
    doubts: [],
    notes: ['Invented with the demonstration: no file was read.'],
    digest: '',
  };
};
