import { type Stream, stream } from '../random/stream.ts';
import type { Entry } from './entry.ts';
import { endReasonOf } from './leaving.ts';
import { planLegal } from './legal.ts';
import type { Spell, StatusFrom, Stay } from './life.ts';
import type { Market } from './market.ts';
import { type ChildsHome, matchLongTerm, placeIn } from './placing.ts';
import { planHomes } from './stays.ts';
import { withTemporaryMove } from './temporary-moves.ts';

/**
 * One period of care, from the bones to the last stay. `name` names its streams; `family` names the law's, which
 * brothers and sisters share.
 */
export const inventSpell = (
  name: string,
  entry: Entry,
  market: Market,
  home: ChildsHome,
  family: string = name,
): Spell => {
  const legal = planLegal(stream(`${family}/legal`), entry);
  const next = stream(`${name}/homes`);
  const homes = planHomes(next, entry, legal.statuses, legal.adoption);
  const careOrderFrom = legal.statuses.find((s) => s.status === 'C2')?.starts ?? Number.POSITIVE_INFINITY;
  const placed = placeIn(next, market, homes, home);
  const matched = placed.flatMap((stay, i) => matchLongTerm(next, stay, homes[i], careOrderFrom));
  const stays = temporarilyAway(stream(`${name}/away`), matched, legal.statuses, home);
  const adoption = legal.adoption ?? legal.reversed;
  return {
    starts: entry.starts,
    ends: entry.ends,
    endReason: endReasonOf(next, entry, stays[stays.length - 1]),
    need: entry.need,
    homePostcode: home.postcode,
    statuses: legal.statuses,
    stays,
    ...(adoption === undefined ? {} : { adoption }),
  };
};

export const temporarilyAway = (
  next: Stream,
  stays: readonly Stay[],
  statuses: readonly StatusFrom[],
  home: ChildsHome,
): readonly Stay[] => {
  const changes = statuses.map((s) => s.starts);
  return stays.flatMap((stay) => withTemporaryMove(next, stay, home, changes));
};
