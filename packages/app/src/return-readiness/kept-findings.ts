import type { CollectionYear } from '@rightplace/domain';
import {
  type CheckMoment,
  findLastCheck,
  type HeldFinding,
  lastCheckId,
  listCheckMoments,
  listFindings,
  type ReturnCheck,
  type Tx,
} from '@rightplace/store';
import { beside, recall } from '../ledger/recall.ts';
import type { World } from '../world.ts';

/** What the checks of a year have found, for the whole authority. What people answer is no part of it. */
export interface YearFound {
  readonly checks: readonly CheckMoment[];
  readonly lastCheck: ReturnCheck | undefined;
  /** Last night's check, or the first there was: what changes are counted from. */
  readonly base: CheckMoment | undefined;
  /** Open ones, and those cleared since the base. */
  readonly findings: readonly HeldFinding[];
}

const kept = new WeakMap<World['ledgers'], Map<string, YearFound>>();
const MOST_YEARS_KEPT = 6;

/**
 * Findings come, go and change with a check alone, which is a row of its own: so one small query tells whether those that
 * are kept still hold. They are everybody's of an authority, and whoever shows them asks first who may see which.
 */
export const loadYearFound = async (
  tx: Tx,
  { ledgers }: Pick<World, 'ledgers'>,
  { authorityId, collectionYear }: { readonly authorityId: string; readonly collectionYear: CollectionYear },
): Promise<YearFound> => {
  const last = await lastCheckId(tx, collectionYear);
  const years = beside(kept, ledgers, () => new Map<string, YearFound>());
  const key = `${authorityId} ${collectionYear} ${last ?? ''}`;
  const found = years.get(key);
  if (found !== undefined) return recall(years, key, MOST_YEARS_KEPT, () => found);
  const fresh = await readYear(tx, collectionYear);
  // A transaction that may write sees what others commit meanwhile: what is of two checks is shown once and not kept.
  if (last !== undefined && (await lastCheckId(tx, collectionYear)) === last)
    recall(years, key, MOST_YEARS_KEPT, () => fresh);
  return fresh;
};

const readYear = async (tx: Tx, year: CollectionYear): Promise<YearFound> => {
  const lastCheck = await findLastCheck(tx, year);
  const checks = await listCheckMoments(tx, year);
  const base = checks.findLast(({ cause }) => cause === 'night') ?? checks[0];
  const findings = await listFindings(tx, year, { clearedAfter: base?.id });
  return { checks, lastCheck, base, findings };
};
