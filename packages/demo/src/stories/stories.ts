import type { Life } from '../care/life.ts';
import { adoptionStories } from './adoption-stories.ts';
import { castOf } from './cast.ts';
import { familyStories } from './family-stories.ts';
import { olderStories } from './older-stories.ts';
import { recordStories } from './record-stories.ts';
import { type Teller, type ToldChild, tell } from './telling.ts';

/** A child worth looking at, on an identifier that never changes. */
export interface Story {
  readonly id: string;
  readonly title: string;
  /** One sentence: what there is to see. */
  readonly about: string;
}

export interface ToldStory extends Story {
  readonly child: ToldChild;
}

const told = (teller: Teller): readonly ToldStory[] => {
  const cast = castOf(teller.market);
  return [...familyStories(cast), ...olderStories(cast), ...adoptionStories(cast), ...recordStories(cast)];
};

/** Stories as lives, Kofi A first. */
export const storyLives = (teller: Teller): readonly Life[] =>
  told(teller).map(({ child }) => tell(teller, child));

export const storiesOf = (teller: Teller): readonly Story[] =>
  told(teller).map(({ id, title, about }) => ({ id, title, about }));
