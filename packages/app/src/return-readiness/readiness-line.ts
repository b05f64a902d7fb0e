import { collectionYearOf, londonDayOf } from '@rightplace/domain';
import { LAST_YEAR } from '@rightplace/ssda903';
import type { Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { answersToDecide } from './answers-to-decide.ts';
import { countByTeam } from './count-findings.ts';
import { NO_TEAM } from './counts-of-check.ts';
import { stateOf } from './describe-finding.ts';
import { loadFindings } from './load-findings.ts';
import { readyShare } from './return-readiness.ts';
import type { ReadinessLine } from './views.ts';

/** How ready this year's return is, in a line for the first page. Undefined for who may not see it, and before a check. */
export const readinessLine = async (
  tx: Tx,
  world: Pick<World, 'ledgers' | 'now'>,
  signedIn: SignedIn,
): Promise<ReadinessLine | undefined> => {
  const collectionYear = Math.min(LAST_YEAR, collectionYearOf(londonDayOf(world.now())));
  const loaded = await loadFindings(tx, world, signedIn, collectionYear);
  if (loaded.kind === 'refused' || loaded.lastCheck === undefined) return undefined;
  const there = [...loaded.open, ...loaded.closed].filter(({ clearedCheck }) => clearedCheck === undefined);
  const listed = loaded.open.filter(({ clearedCheck }) => clearedCheck === undefined);
  const teams = countByTeam(listed, loaded.words).filter(({ open }) => open > 0);
  const [most] = teams;
  return {
    collectionYear,
    ready: readyShare(loaded),
    open: there.filter((held) => stateOf(held, loaded.words.standing) !== 'answered').length,
    mostWith:
      most === undefined || teams.length < 2 || most.key === NO_TEAM
        ? undefined
        : { team: most.title, open: most.open },
    toDecide: answersToDecide(loaded, signedIn),
    checkedAt: loaded.lastCheck.at,
  };
};
