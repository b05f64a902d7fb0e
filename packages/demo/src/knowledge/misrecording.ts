import { type DayNumber, dayNumber, type Episode } from '@rightplace/domain';
import { dayText } from '../calendar/days.ts';
import { between } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';
import type { Telling } from '../record/child-record.ts';

/** A mistake in the record while it was believed: the telling with it, and the day it was put right. */
export interface Misrecording {
  readonly telling: Telling;
  readonly putRight: DayNumber;
  /** The day on which the change was believed to be. */
  readonly believed: DayNumber;
}

/**
 * Puts the day of a recent change a few days out, later than it was, as happens when a move is entered from memory.
 * The change is a start of care, a move or a change of law; the episode that follows must be long enough to bear it.
 */
export const findMisrecording = (
  next: Stream,
  telling: Telling,
  when: { readonly after: DayNumber; readonly before: DayNumber },
): Misrecording | undefined => {
  const out = between(next, 1, 5);
  const at = telling.episodes.findIndex(({ decom, dec }) => {
    const began = dayNumber(decom);
    return began > when.after && began < when.before && (dec === null || dayNumber(dec) > began + out + 2);
  });
  const changed = telling.episodes[at];
  if (changed === undefined) return undefined;
  const began = dayNumber(changed.decom);
  const moved = dayText(began + out);
  const episodes = telling.episodes.map((episode, i): Episode => {
    if (i === at) return { ...episode, decom: moved };
    return i === at - 1 && episode.dec === changed.decom ? { ...episode, dec: moved } : episode;
  });
  return {
    telling: { ...telling, episodes },
    putRight: began + out + between(next, 5, 25),
    believed: began + out,
  };
};
