import type { CollectionDays } from './collection.ts';
import type { EpisodeRow } from './rows.ts';

export const isShortBreaks = ({ LS }: EpisodeRow): boolean => LS === 'V3' || LS === 'V4';

/** Whether some of the episode falls in the collection year. */
export const isInYear = ({ DECOM, DEC }: EpisodeRow, { START, END }: CollectionDays): boolean =>
  DECOM <= END && (DEC >= START || Number.isNaN(DEC));

/**
 * Looked after continuously for the collection year: some episode is in it and runs to its end, and none in it starts
 * care after 1 April, ends care before 31 March, or is a short break. To start on 1 April, or to leave on 31 March,
 * breaks nothing. (The return's guidance on OC2. That the last episode must reach the year's end is our reading: a
 * child whose only episode ends in June with X1 has not been looked after all year.)
 */
export const isContinuouslyLookedAfter = (episodes: readonly EpisodeRow[], year: CollectionDays): boolean => {
  const { START, END } = year;
  let reachesEnd = false;
  for (const episode of episodes) {
    const { DECOM, DEC, RNE, REC } = episode;
    const inYear = isInYear(episode, year);
    if (RNE === 'S' && DECOM > START && DECOM <= END) return false;
    if (REC !== 'X1' && DEC >= START && DEC < END) return false;
    if (inYear && isShortBreaks(episode)) return false;
    if (inYear && !(DEC < END)) reachesEnd = true;
  }
  return reachesEnd;
};

/** Said of every rule that asks it. */
export const DEPARTS_ON_CONTINUITY =
  'The other validator counts a child whose only episode ends in the year with X1 as looked after all year. We also ask for an episode that reaches 31 March.';
