import type { DayNumber } from '@rightplace/domain';
import type { ChildReturn } from './child-return.ts';
import { ADOPTED } from './code-groups.ts';
import { addYears } from './collection.ts';
import { isShortBreaks } from './continuously-looked-after.ts';
import type { EpisodeRow } from './rows.ts';

/** Thirteen weeks of care from 14 on, some of it from 16 on. */
const DAYS_FROM_14 = 91;
const DAYS_FROM_16 = 1;

/** Of this year's episodes and last year's, one of each start: what ended first, an open one only if none ended. */
const oneOfEachStart = ({ last, episodes }: ChildReturn): readonly EpisodeRow[] => {
  const kept = new Map<DayNumber, EpisodeRow>();
  for (const episode of [...episodes, ...last.Episodes]) {
    const { DECOM, DEC } = episode;
    if (Number.isNaN(DECOM)) continue;
    const other = kept.get(DECOM);
    const isBetter =
      other === undefined || DEC < other.DEC || (Number.isNaN(other.DEC) && !Number.isNaN(DEC));
    if (isBetter) kept.set(DECOM, episode);
  }
  return [...kept.values()];
};

/**
 * Whether the episodes of two years make a care leaver of the child: enough days in care from 14 on and from 16 on,
 * other than short breaks, and not adopted at the end. Only the latest episode may be open: it counts up to `end`.
 */
export const isCareLeaverByEpisodes = (child: ChildReturn, born: DayNumber, end: DayNumber): boolean => {
  const known = told.get(child) ?? new Map<DayNumber, boolean>();
  told.set(child, known);
  const before = known.get(born);
  if (before !== undefined) return before;
  const is = isCareLeaver(child, born, end);
  known.set(born, is);
  return is;
};

/** By child and date of birth: a file in which every row has one CHILD would else be gone through for each row. */
const told = new WeakMap<ChildReturn, Map<DayNumber, boolean>>();

const isCareLeaver = (child: ChildReturn, born: DayNumber, end: DayNumber): boolean => {
  const episodes = oneOfEachStart(child);
  let latest: EpisodeRow | undefined;
  for (const episode of episodes) if (latest === undefined || episode.DECOM > latest.DECOM) latest = episode;
  if (latest === undefined || ADOPTED.has(latest.REC)) return false;
  const [turned14, turned16] = [addYears(born, 14), addYears(born, 16)];
  let [from14, from16] = [0, 0];
  for (const episode of episodes) {
    if (isShortBreaks(episode)) continue;
    const until = episode === latest && Number.isNaN(episode.DEC) ? end : episode.DEC;
    if (Number.isNaN(until)) continue;
    from14 += Math.max(0, until - Math.max(episode.DECOM, turned14));
    from16 += Math.max(0, until - Math.max(episode.DECOM, turned16));
  }
  return from14 >= DAYS_FROM_14 && from16 >= DAYS_FROM_16;
};
