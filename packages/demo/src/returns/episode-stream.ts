import { type Day, dayNumber, type Episode, type Sex } from '@rightplace/domain';
import { dayText } from '../calendar/days.ts';
import { episodesAsAt, episodesOf } from '../care/episodes.ts';
import { invent } from '../invented.ts';

/** A child with nothing but episodes, for measuring speed on very many. */
export interface StreamedChild {
  readonly id: string;
  readonly dateOfBirth: Day;
  readonly sex: Sex;
  readonly episodes: readonly Episode[];
}

export interface EpisodeStreamOptions {
  readonly seed: string | number;
  readonly asOf: Day;
  /** Stops with the child whose episodes reach this many. */
  readonly episodes: number;
}

/** So many children are truly invented; after them they come again, each time born a week earlier. */
const INVENTED = 2000;

const shifted = (episode: Episode, days: number): Episode => ({
  ...episode,
  decom: dayText(dayNumber(episode.decom) + days),
  dec: episode.dec === null ? null : dayText(dayNumber(episode.dec) + days),
});

/** Children until there are that many episodes, as known on the as-of day. */
export function* episodeStream(options: EpisodeStreamOptions): Generator<StreamedChild> {
  const { asOf, lastDay, lives } = invent({ ...options, children: INVENTED });
  const originals = [...lives()].map((life) => ({ life, episodes: episodesOf(life) }));
  let made = 0;
  for (let round = 0; made < options.episodes; round += 1) {
    for (const { life, episodes } of originals) {
      if (made >= options.episodes) return;
      const days = -7 * round;
      const known = episodesAsAt(
        days === 0 ? episodes : episodes.map((episode) => shifted(episode, days)),
        lastDay,
      );
      if (known.length === 0) continue;
      made += known.length;
      yield {
        id: round === 0 ? life.id : `${life.id}-${round}`,
        dateOfBirth: dayText(Math.min(life.born + days, asOf)),
        sex: life.sex,
        episodes: known,
      };
    }
  }
}
