import type { Day } from '../calendar/day.ts';

/**
 * An SSDA903 episode: the stretch in which neither legal status nor placement changes. Never stored: it is the
 * meeting of the two timelines inside a period of care.
 */
export interface Episode {
  readonly decom: Day;
  readonly rne: string;
  readonly ls: string;
  readonly cin: string | null;
  readonly place: string;
  readonly provider: string | null;
  readonly dec: Day | null;
  readonly rec: string | null;
  readonly reasonPlaceChange: string | null;
  readonly homePostcode: string | null;
  readonly postcode: string | null;
  readonly urn: string | null;
}

/** An episode is half-open: a child whose episode ended on a day is not in it at the end of that day. */
export const isInEpisode = (episode: Episode, on: Day): boolean =>
  episode.decom <= on && (episode.dec === null || episode.dec > on);

/** Care went on from one episode to the next: the earlier says so (REC X1), and the next is no new start. */
export const followsOnInCare = (episode: Episode, before: Episode): boolean =>
  episode.rne !== 'S' && before.dec === episode.decom && before.rec === 'X1';

/** What could be known of a child's episodes on a day: later ones dropped, and later endings blanked. */
export const episodesAsOf = (episodes: readonly Episode[], asOf: Day): readonly Episode[] =>
  episodes
    .filter((episode) => episode.decom <= asOf)
    .map((episode) =>
      episode.dec !== null && episode.dec > asOf
        ? { ...episode, dec: null, rec: null, reasonPlaceChange: null }
        : episode,
    );
