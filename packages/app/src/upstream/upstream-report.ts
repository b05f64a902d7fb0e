import { createHash } from 'node:crypto';
import { addDays, type Day } from '@rightplace/domain';
import {
  gather,
  type KindCounts,
  type LoadPlan,
  type NotTaken,
  notTakenOf,
  planLoad,
  readUpstream,
  type UpstreamFact,
  type UpstreamGiven,
  type UpstreamKind,
  type UpstreamSource,
} from '@rightplace/ssda903';

/** What a person gives to be loaded, and the time it tells of where they say it. */
export interface UpstreamAsked {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

export interface UpstreamReport {
  readonly source: UpstreamSource;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly kinds: readonly UpstreamKind[];
  readonly counts: Readonly<Partial<Record<UpstreamKind, KindCounts>>>;
  readonly rows: number;
  readonly taken: number;
  /** Every one of them, with where and what to do. */
  readonly notTaken: readonly NotTaken[];
  /** What was taken in and may be wrong. Absent from reports kept before this was looked for. */
  readonly doubts?: readonly NotTaken[];
  readonly notes: readonly string[];
  /** Tells whether a load would still do what was shown. */
  readonly digest: string;
}

export interface NothingToLoad {
  readonly kind: 'nothing-to-load';
  readonly sentence: string;
  readonly notTaken: readonly NotTaken[];
  readonly notes: readonly string[];
}

export interface ReadToLoad {
  readonly kind: 'read';
  readonly given: UpstreamGiven;
  readonly report: Omit<UpstreamReport, 'counts' | 'digest'>;
}

export const readToLoad = async (asked: UpstreamAsked, today: Day): Promise<ReadToLoad | NothingToLoad> => {
  const reads = (await Promise.all(asked.files.map((file) => readUpstream(file, today)))).flat();
  const notTaken = notTakenOf(reads);
  const notes = reads.flatMap((read) => read.notes);
  const found = gather(reads, asked);
  if (found.kind === 'trouble') return { kind: 'nothing-to-load', sentence: found.reason, notTaken, notes };
  const { given } = found;
  const sum = (of: 'rows' | 'taken'): number => reads.reduce((total, read) => total + read[of], 0);
  return {
    kind: 'read',
    given,
    report: {
      source: given.source,
      firstDay: given.period.starts,
      lastDay: addDays(given.period.ends, -1),
      kinds: given.kinds,
      rows: sum('rows'),
      taken: sum('taken'),
      notTaken,
      doubts: found.doubts,
      notes,
    },
  };
};

/** What would be done to what is held, with a report that says so. */
export const planWithReport = (
  { given, report }: ReadToLoad,
  held: readonly UpstreamFact[],
): { readonly plan: LoadPlan; readonly report: UpstreamReport } => {
  const plan = planLoad(held, given);
  const said = JSON.stringify([plan.open, plan.close, given.kinds, given.period]);
  const digest = createHash('sha256').update(said).digest('hex');
  return { plan, report: { ...report, counts: plan.counts, digest } };
};
