import {
  DEFAULT_PLACEMENT_COUNTING,
  type PlacementCountingSettings,
} from '../../placement/counted-placements.ts';
import { type EpisodeColumns, IS, OPEN } from './episode-columns.ts';

/** Before every day there is. */
const NOT_AWAY = -0x80000000;

/** Every child's counted placements, and the spans in which each was looked after (short breaks aside), as columns. */
export interface PlacementColumns {
  readonly children: readonly string[];
  /** Where each child's placements begin, and one more at the end. They are in order of `countsFrom`. */
  readonly firstPlacement: Int32Array;
  readonly countsFrom: Int32Array;
  readonly ends: Int32Array;
  readonly knownEndedFrom: Int32Array;
  /** Spans of care: whose, from when, to when. No two of a child's touch. */
  readonly spanChild: Int32Array;
  readonly spanStarts: Int32Array;
  readonly spanEnds: Int32Array;
}

/**
 * `countedPlacements` over columns, in one pass: the rules are told there, step for step as here, and a property test
 * holds the two equal.
 */
export const placementColumns = (
  episodes: EpisodeColumns,
  settings: PlacementCountingSettings = DEFAULT_PLACEMENT_COUNTING,
): PlacementColumns => {
  const { children, first, decom, dec, place, postcode, marks } = episodes;
  const most = decom.length;
  const countsFrom = new Int32Array(most);
  const ends = new Int32Array(most);
  const knownEndedFrom = new Int32Array(most);
  const firstPlacement = new Int32Array(children.length + 1);
  const spanStarts = new Int32Array(most);
  const spanEnds = new Int32Array(most);
  const spanChild = new Int32Array(most);
  const anotherHome = IS.anotherHome | (settings.sameCarerMoveCounts ? IS.sameCarer : 0);
  let placements = 0;
  let spans = 0;

  for (let child = 0; child < children.length; child++) {
    const from = first[child] as number;
    const to = first[child + 1] as number;
    firstPlacement[child] = placements;
    const noSpanYet = spans;
    let startsAnew = true;
    /** The episode that last said where the child lives; -1 before there is one. */
    let lives = -1;
    /** The end of a temporary absence from there. */
    let awayEnds = NOT_AWAY;
    /** Whether it began with another carer. */
    let awayMoved = false;

    for (let e = from; e < to; e++) {
      const mark = marks[e] as number;
      const starts = decom[e] as number;
      const finishes = dec[e] as number;
      const followsOn =
        e > from &&
        (mark & IS.start) === 0 &&
        dec[e - 1] === starts &&
        ((marks[e - 1] as number) & IS.followed) !== 0;
      if (!followsOn) startsAnew = true;
      const temporary = (mark & IS.temporary) !== 0;
      if ((mark & IS.shortBreaks) !== 0) {
        if (!temporary && (mark & anotherHome) !== 0) startsAnew = true;
        continue;
      }
      if (spans > noSpanYet && spanEnds[spans - 1] === starts) spanEnds[spans - 1] = finishes;
      else {
        spanChild[spans] = child;
        spanStarts[spans] = starts;
        spanEnds[spans++] = finishes;
      }
      let begins = false;
      if (startsAnew || lives < 0) begins = true;
      else if (temporary && ((marks[lives] as number) & IS.temporary) === 0) {
        awayMoved = (awayEnds !== NOT_AWAY && awayMoved) || (mark & anotherHome) !== 0;
        awayEnds = finishes;
        continue;
      } else {
        const cameBack =
          awayEnds !== NOT_AWAY && place[e] === place[lives] && postcode[e] === postcode[lives];
        begins = !temporary && !cameBack && (mark & anotherHome) !== 0;
      }
      if (begins) {
        if (awayEnds !== NOT_AWAY) placements = countTimeAway(placements, awayEnds, awayMoved);
        countsFrom[placements++] = starts;
        startsAnew = false;
      }
      ends[placements - 1] = finishes;
      knownEndedFrom[placements - 1] = finishes;
      awayEnds = NOT_AWAY;
      lives = e;
    }
    if (awayEnds === OPEN) {
      ends[placements - 1] = OPEN;
      knownEndedFrom[placements - 1] = OPEN;
    } else if (awayEnds !== NOT_AWAY) placements = countTimeAway(placements, awayEnds, awayMoved);
  }
  firstPlacement[children.length] = placements;

  /** The child did not come back, so time away with another carer was a placement, as could be told when it ended. */
  function countTimeAway(placementsSoFar: number, awayEnded: number, moved: boolean): number {
    knownEndedFrom[placementsSoFar - 1] = awayEnded;
    if (!moved) {
      ends[placementsSoFar - 1] = awayEnded;
      return placementsSoFar;
    }
    countsFrom[placementsSoFar] = awayEnded;
    ends[placementsSoFar] = awayEnded;
    knownEndedFrom[placementsSoFar] = awayEnded;
    return placementsSoFar + 1;
  }

  return {
    children,
    firstPlacement,
    countsFrom: countsFrom.subarray(0, placements),
    ends: ends.subarray(0, placements),
    knownEndedFrom: knownEndedFrom.subarray(0, placements),
    spanChild: spanChild.subarray(0, spans),
    spanStarts: spanStarts.subarray(0, spans),
    spanEnds: spanEnds.subarray(0, spans),
  };
};
