import type { Day } from '../calendar/day.ts';
import { type Episode, followsOnInCare } from '../child/episode.ts';
import { isShortBreaks } from '../child/legal-status.ts';
import { isTemporary } from './placement-type.ts';
import { samePostcode } from './postcode.ts';

/**
 * A placement as the stability measures count them: one home or carer, however many episodes the return needs to say
 * so. What RNE says decides whether a home changed (S, P and B are new; L, T and U are the same), not PLACE or URN.
 *
 * Short breaks (V3, V4) are left out. A temporary placement (T0 to T4: hospital, holidays) is not one, and coming
 * back from it is not another (DfE guidance on the return: the way back is a new episode with the same PLACE and
 * postcode), whatever RNE the way back is given. If the child did not come back, the code was wrong: it is counted
 * from the day it began, and flagged; unless the way there was with the same carer (RNE L, T or U), which is no other
 * home whatever the code says. A temporary code that begins a period of care is a placement.
 */
export interface CountedPlacement {
  readonly starts: Day;
  /** The day it ended, as is now known; null while it runs on. */
  readonly ends: Day | null;
  /**
   * The first day on which it could be told that this is a placement of its own. It is `starts`, save for a temporary
   * code from which the child did not come back: until that ended, it looked temporary.
   */
  readonly countsFrom: Day;
  /** The first day on which it could be told to have ended: `ends`, save where such a temporary code followed. */
  readonly knownEndedFrom: Day | null;
  /** The episodes that say what it is, in order; temporary ones only when nothing else says what it is. */
  readonly episodes: readonly [Episode, ...Episode[]];
  /** A temporary code from which the child did not come back: a matter for whoever keeps the return right. */
  readonly notReturnedFrom: boolean;
}

export interface PlacementCountingSettings {
  /**
   * Whether a change of placement with the same carer (RNE T or U) counts as another placement. Local: the
   * Department's present practice does not count it; practice before those codes were introduced differed.
   */
  readonly sameCarerMoveCounts: boolean;
}

export const DEFAULT_PLACEMENT_COUNTING: PlacementCountingSettings = { sameCarerMoveCounts: false };

/** Every placement of a child, earliest first. Ask `isCountedOn` and `endAsKnownOn` what an earlier day knew. */
export const countedPlacements = (
  episodes: readonly Episode[],
  settings: PlacementCountingSettings = DEFAULT_PLACEMENT_COUNTING,
): readonly CountedPlacement[] => {
  const counted: Placement[] = [];
  /** A temporary absence from the last placement counted, while it is not known how it ends. */
  let away: Away | undefined;
  let startsAnew = true;
  let before: Episode | undefined;

  for (const episode of episodes) {
    if (before === undefined || !followsOnInCare(episode, before)) startsAnew = true;
    before = episode;
    const temporary = isTemporary(episode.place);
    if (isShortBreaks(episode.ls)) {
      if (!temporary && isAnotherHome(episode, settings)) startsAnew = true;
      continue;
    }
    const current = counted.at(-1);
    if (startsAnew || current === undefined) {
      away = didNotComeBack(away, counted);
      counted.push(begin(episode));
      startsAnew = false;
    } else if (temporary && !isTemporary(lastEpisode(current).place)) {
      const moved = isAnotherHome(episode, settings);
      if (away === undefined) away = { ...begin(episode), moved };
      else {
        extend(away, episode);
        away.moved ||= moved;
      }
    } else if (temporary || (away !== undefined && isSameHome(episode, lastEpisode(current)))) {
      away = undefined;
      extend(current, episode);
    } else if (isAnotherHome(episode, settings)) {
      away = didNotComeBack(away, counted);
      counted.push(begin(episode));
    } else {
      away = undefined;
      extend(current, episode);
    }
  }
  const last = counted.at(-1);
  if (away?.ends === null && last !== undefined) Object.assign(last, { ends: null, knownEndedFrom: null });
  else didNotComeBack(away, counted);
  return counted;
};

/** Whether that day could already tell that this is a placement. */
export const isCountedOn = (placement: CountedPlacement, on: Day): boolean => placement.countsFrom <= on;

/** The end of a placement as that day knew it: null while it was, or seemed, to be running on. */
export const endAsKnownOn = (placement: CountedPlacement, on: Day): Day | null =>
  placement.knownEndedFrom === null || placement.knownEndedFrom > on ? null : placement.ends;

/** A counted placement in the making. */
type Placement = { -readonly [K in keyof CountedPlacement]: CountedPlacement[K] } & {
  readonly episodes: [Episode, ...Episode[]];
};

/** A temporary absence. `moved`: it began with another carer, so that it is a placement if the child does not return. */
type Away = Placement & { moved: boolean };

const begin = (episode: Episode): Placement => ({
  starts: episode.decom,
  ends: episode.dec,
  countsFrom: episode.decom,
  knownEndedFrom: episode.dec,
  episodes: [episode],
  notReturnedFrom: false,
});

const extend = (placement: Placement, episode: Episode): void => {
  placement.ends = episode.dec;
  placement.knownEndedFrom = episode.dec;
  placement.episodes.push(episode);
};

/** The time away was a placement after all, which could be told on the day it ended without a way back. */
const didNotComeBack = (away: Away | undefined, counted: Placement[]): undefined => {
  if (away === undefined || away.ends === null) return;
  const left = counted.at(-1);
  const { moved, ...placement } = away;
  if (left !== undefined) {
    left.knownEndedFrom = away.ends;
    if (!moved) left.ends = away.ends;
  }
  if (moved) counted.push({ ...placement, countsFrom: away.ends, notReturnedFrom: true });
};

const lastEpisode = (placement: CountedPlacement): Episode =>
  placement.episodes.at(-1) ?? placement.episodes[0];

const isSameHome = (a: Episode, b: Episode): boolean =>
  a.place === b.place && samePostcode(a.postcode, b.postcode);

const isAnotherHome = ({ rne }: Episode, settings: PlacementCountingSettings): boolean =>
  rne === 'S' || rne === 'P' || rne === 'B' || (settings.sameCarerMoveCounts && (rne === 'T' || rne === 'U'));
