import type { MeasureContext, Moment } from '@rightplace/domain';
import { loadUpstreamFacts, type Tx, upstreamTold } from '@rightplace/store';
import { daysToldBy, upstreamRecords } from '../upstream/upstream-records.ts';

/** What loads of children before care have told, made ready for measures. */
export type UpstreamForMeasures = Required<Pick<MeasureContext, 'records' | 'recordsTold'>>;

/** Few: the present ones, and those of a past somebody compares with. */
const MOST_KEPT = 3;

const NOTHING_TOLD: UpstreamForMeasures = { records: {}, recordsTold: {} };

/**
 * Kept beside the ledgers and not in them: there are many more of these children than children in care, and what is known
 * of them changes only with a load, not whenever a child moves.
 */
export const createUpstreamKept = (): ((
  tx: Tx,
  authorityId: string,
  knownAt: Moment | undefined,
) => Promise<UpstreamForMeasures>) => {
  const kept = new Map<string, UpstreamForMeasures>();
  return async (tx, authorityId, knownAt) => {
    const told = await upstreamTold(tx, knownAt);
    if (told.length === 0) return NOTHING_TOLD;
    // Facts change with loads alone, so the loads that were known tell which facts were.
    const key = JSON.stringify([authorityId, told.map(({ id }) => id)]);
    const held = kept.get(key) ?? {
      records: await upstreamRecords((kind) => loadUpstreamFacts(tx, { knownAt, kind }), told),
      recordsTold: daysToldBy(told),
    };
    kept.delete(key);
    kept.set(key, held);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return held;
  };
};
