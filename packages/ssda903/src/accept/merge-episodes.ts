import {
  collectionYearLabel,
  collectionYearOf,
  collectionYearPeriod,
  type Episode,
} from '@rightplace/domain';
import { dayToReturn } from '../dates.ts';
import type { RowTrouble } from './check-row.ts';
import type { Entry, MergeRules, Standing } from './merge.ts';
import { byStart, sameEpisode } from './row-items.ts';

/**
 * Episodes that stand, in order, so that what one meets is found beside its place. They overlap only where one was left
 * open and goes on until the next.
 */
const standingEpisodes = (): Standing<Episode> => {
  let entries: Entry<Episode>[] = [];
  return {
    all: () => entries,
    add: (added) => {
      if (added.length === 0) return;
      entries = [...entries, ...added].sort((a, b) => byStart(a.item, b.item));
    },
    find: (episode, isInTheWay) => {
      const at = firstFrom(entries, episode.decom);
      let met: Entry<Episode> | undefined;
      for (let i = at; entries[i]?.item.decom === episode.decom; i++) {
        const entry = entries[i];
        if (entry === undefined || !isInTheWay(entry)) continue;
        if (sameEpisode(entry.item, episode)) return entry;
        // Of two that start that day, the later version is the one that is likewise of some length or of none.
        if (met === undefined || byStart(entry.item, episode) === 0) met = entry;
      }
      if (met !== undefined) return met;
      const before = entries[at - 1];
      const beside =
        before !== undefined && runsPast(before.item, episode.decom) && isInTheWay(before) ? [before] : [];
      // Past those that are not in the way: of the same day, or within a stay that no return had told of.
      for (let i = at; i < entries.length; i++) {
        const after = entries[i];
        if (after === undefined || !runsPast(episode, after.item.decom)) break;
        if (after.item.decom === episode.decom || !isInTheWay(after)) continue;
        beside.push(after);
        break;
      }
      // One that ends the same day is likely the same stay with its start corrected.
      return beside.find((entry) => entry.item.dec === episode.dec) ?? beside[0];
    },
  };
};

const runsPast = ({ dec }: Episode, decom: string): boolean => dec === null || dec > decom;

/** The place of the first entry that starts on or after a day. */
const firstFrom = (entries: readonly Entry<Episode>[], decom: string): number => {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.item.decom ?? '') < decom) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const EPISODE_RULES: MergeRules<Episode> = {
  standing: standingEpisodes,
  isSame: sameEpisode,
  keyOf: ({ decom }) => decom,
  isOpen: ({ dec }) => dec === null,
  yearOf: ({ decom, dec }) => collectionYearOf(dec ?? decom),
  couldBeIn: ({ decom, dec }, year) => {
    const { starts, ends } = collectionYearPeriod(year);
    return decom < ends && (dec === null || dec >= starts);
  },
  isFollowedBy: ({ decom, dec }, other) => dec === null && decom < other.decom,
  haveRoom: (episode, other) => episode.decom === other.decom && byStart(episode, other) !== 0,
};

/** An older row that would be a second home beside what a newer return says of the same days. */
export const supersededBy = (episode: Episode, { item, years }: Entry<Episode>): RowTrouble => {
  const year = years.at(-1);
  const newer = year === undefined ? 'the record' : `the return for ${collectionYearLabel(year)}`;
  const ends = item.dec === null ? 'on' : `to ${dayToReturn(item.dec)}`;
  return {
    rule: 'superseded-by-newer-return',
    reason: `It starts on ${dayToReturn(episode.decom)} and overlaps the episode that ${newer} has from ${dayToReturn(item.decom)} ${ends}; the newer is believed.`,
    todo: 'Nothing, if the newer is right. If this row is, correct the newer return and load it again.',
  };
};
