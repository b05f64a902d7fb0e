import type { AttemptRefusal, CollectionYear, Refusal } from '@rightplace/domain';
import { listStandingAnswers, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type FindingWords, momentsOf, upToOf } from './describe-finding.ts';
import { loadYearFound, type YearFound } from './kept-findings.ts';
import { type FindingReach, findYearRefusal, loadFindingReach } from './reach.ts';

/** A year's findings within somebody's reach: open ones, and those cleared since last night. */
export interface LoadedFindings extends Omit<YearFound, 'findings'> {
  readonly kind: 'loaded';
  readonly reach: FindingReach;
  readonly words: FindingWords;
  /** Those that may be shown. */
  readonly open: YearFound['findings'];
  /** Those that are only counted. */
  readonly closed: YearFound['findings'];
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
  const { lastCheck, checks, base, findings } = await loadYearFound(tx, world, {
    authorityId: signedIn.authority.id,
    collectionYear,
  });
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
    open: findings.filter(({ child }) => reach.standing(child) === 'open'),
    closed: findings.filter(({ child }) => reach.standing(child) === 'closed'),
  };
};
