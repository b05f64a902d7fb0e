import type { Episode } from '@rightplace/domain';
import type { HeldEpisode, InferredEnd } from './held.ts';

/**
 * An episode that a return left open while a newer return knows only of a later one: usually the return of a year
 * between is missing. It is kept, and taken to end on the day the next one known begins.
 */
export interface TakenAsEnded {
  readonly episode: Episode;
  readonly endInferred?: InferredEnd;
}

/** Why care went on or ended is only known so far as the next episode tells: one that is no new start continues it. */
export const untilNext = (episode: Episode, next: Episode | undefined): TakenAsEnded => {
  if (episode.dec !== null || next === undefined) return { episode };
  const rec = episode.rec ?? (next.rne === 'S' ? null : 'X1');
  return { episode: { ...episode, dec: next.decom, rec }, endInferred: { rec: episode.rec } };
};

/** The episode as its return said it. */
export const asSaid = ({ episode, endInferred }: HeldEpisode): Episode =>
  endInferred === undefined ? episode : { ...episode, dec: null, rec: endInferred.rec };
