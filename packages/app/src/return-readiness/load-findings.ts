import type { AttemptRefusal, CollectionYear, Refusal } from '@rightplace/domain';
import {
  type CheckMoment,
  findLastCheck,
  type HeldFinding,
  listCheckMoments,
  listFindings,
  listStandingAnswers,
  type ReturnCheck,
  type Tx,
} from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type FindingWords, momentsOf, upToOf } from './describe-finding.ts';
import { type FindingReach, findYearRefusal, loadFindingReach } from './reach.ts';

/** A year's findings within somebody's reach: open ones, and those cleared since last night. */
export interface LoadedFindings {
  readonly kind: 'loaded';
  readonly reach: FindingReach;
  readonly words: FindingWords;
  readonly lastCheck: ReturnCheck | undefined;
  readonly checks: readonly CheckMoment[];
  /** Last night's check, or the first there was: what changes are counted from. */
  readonly base: CheckMoment | undefined;
  /** Those that may be shown. */
  readonly open: readonly HeldFinding[];
  /** Those that are only counted. */
  readonly closed: readonly HeldFinding[];
}

export const loadFindings = async (
  tx: Tx,
  world: Pick<World, 'ledgers' | 'now'>,
  signedIn: SignedIn,
  collectionYear: CollectionYear,
): Promise<LoadedFindings | AttemptRefusal | Refusal<'no-such-year'>> => {
  const reach = await loadFindingReach(tx, world, signedIn);
  if ('kind' in reach) return reach;
  const refusal = findYearRefusal(collectionYear, reach.loaded.today);
  if (refusal !== undefined) return refusal;
  const lastCheck = await findLastCheck(tx, collectionYear);
  const checks = await listCheckMoments(tx, collectionYear);
  const base = (await findLastCheck(tx, collectionYear, 'night')) ?? checks[0];
  const all = await listFindings(tx, collectionYear, { clearedAfter: base?.id });
  const standing = await listStandingAnswers(tx, collectionYear);
  return {
    kind: 'loaded',
    reach,
    words: {
      collectionYear,
      reach,
      moments: momentsOf(checks),
      standing: new Map(standing.map((answer) => [answer.finding, answer])),
      lastYear: lastCheck?.lastYear ?? 'nothing',
      upTo: upToOf(lastCheck),
    },
    lastCheck,
    checks,
    base,
    open: all.filter(({ child }) => reach.standing(child) === 'open'),
    closed: all.filter(({ child }) => reach.standing(child) === 'closed'),
  };
};
