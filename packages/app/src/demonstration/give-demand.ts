import { isDeepStrictEqual } from 'node:util';
import { addDays, type ChildRecord, type Day, londonDayOf } from '@rightplace/domain';
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
  loadUpstreamFacts,
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
  /** The day it was told for the first time, where it goes on from there. */
  readonly firstTold?: Day;
}) => InventedDemand;

/** Lists come once a week. */
const DAYS_BETWEEN = 7;

const SOURCE = 'annex-a';
const ACTOR = 'command line';

/**
 * Tells a demonstration what came before its children were looked after, as if their lists had been loaded, and on a later
 * day what has come since, as if the next lists had been. One in which anybody ever read a list or census keeps what it has,
 * and no real authority is given any.
 */
export const giveDemand = async (
  { db, now }: Pick<World, 'db' | 'now'>,
  invent: InventDemand,
): Promise<void> => {
  for (const { code: authorityId, demonstration } of await listAuthorities(db)) {
    if (!demonstration) continue;
    const asOf = londonDayOf(now());
    const told = await asTenantReading(db, { authorityId }, toldSoFar);
    if (told === 'others' || (told !== 'nothing' && addDays(told.last, DAYS_BETWEEN) > asOf)) continue;
    const { children } = await asTenantReading(db, { authorityId }, loadLedger);
    if (children.length === 0) continue;
    const demand = invent({ children, asOf, ...(told === 'nothing' ? {} : { firstTold: told.first }) });
    await asTenant(db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds them there.
      await holdRecord(tx);
      if (isDeepStrictEqual(await toldSoFar(tx), told))
        await load(tx, now, { ...demand, firstTold: told === 'nothing' ? demand.to : told.first });
    });
  }
};

/** Between which days invented lists were told last; or that there are none yet, or some that were read from files. */
const toldSoFar = async (
  tx: Tx,
): Promise<'nothing' | 'others' | { readonly first: Day; readonly last: Day }> => {
  const loads = await listUpstreamLoads(tx);
  const [latest, earliest] = [loads[0], loads.at(-1)];
  if (latest === undefined || earliest === undefined) return 'nothing';
  if (!loads.every(({ actor, report }) => actor === ACTOR && isInvented(report))) return 'others';
  // Only so many loads are listed, so each says since when it goes on.
  const { firstTold } = latest.report as { readonly firstTold?: Day };
  return { first: firstTold ?? earliest.lastDay, last: latest.lastDay };
};

const NOT_READ = 'Invented with the demonstration: no file was read.';

const isInvented = (report: unknown): boolean =>
  (report as Partial<UpstreamReport> | null)?.notes?.includes(NOT_READ) === true;

/** What is believed of it and no longer told so, and what is told that was not believed. */
const differences = (
  held: readonly UpstreamRow[],
  told: readonly UpstreamRow[],
): { readonly close: readonly UpstreamRow[]; readonly open: readonly UpstreamRow[] } => {
  const textOf = ({ kind, child, starts, ends, key, detail }: UpstreamRow): string =>
    JSON.stringify([
      kind,
      child,
      starts,
      ends,
      key,
      Object.entries(detail).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ]);
  const [before, now] = [new Set(held.map(textOf)), new Set(told.map(textOf))];
  return {
    close: held.filter((row) => !now.has(textOf(row))),
    open: told.filter((row) => !before.has(textOf(row))),
  };
};

const load = async (
  tx: Tx,
  now: World['now'],
  { from, to, facts, firstTold }: InventedDemand & { readonly firstTold: Day },
): Promise<void> => {
  const { close, open } = differences(await loadUpstreamFacts(tx, { source: SOURCE }), facts);
  const report = reportOf(from, to, { facts, close, open });
  const { kinds, counts, rows } = report;
  const loadId = await saveUpstreamLoad(tx, {
    at: now(),
    actor: ACTOR,
    source: SOURCE,
    firstDay: from,
    lastDay: to,
    kinds,
    report: { ...report, firstTold },
    files: [],
  });
  const knownFrom = await saveUpstreamFacts(tx, {
    source: SOURCE,
    clock: now,
    why: 'Lists of children before care, invented with the demonstration',
    event: 'demonstration',
    close,
    open,
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

interface Told {
  readonly facts: readonly UpstreamRow[];
  readonly close: readonly UpstreamRow[];
  readonly open: readonly UpstreamRow[];
}

const reportOf = (firstDay: Day, lastDay: Day, { facts, close, open }: Told): UpstreamReport => {
  const countsOf = (kind: string): UpstreamReport['counts'][UpstreamKind] => {
    const many = (rows: readonly UpstreamRow[]): number => rows.filter((row) => row.kind === kind).length;
    // What is told otherwise than before is closed and opened.
    const changed = many(close);
    return { new: many(open) - changed, changed, unchanged: many(facts) - many(open), withdrawn: 0 };
  };
  const counts = KINDS.map((kind) => [kind, countsOf(kind)]);
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
    notes: [NOT_READ],
    digest: '',
  };
};
