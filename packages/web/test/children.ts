/** Invented children and the people who work with them, for tests of the pages. */
export {
  aChild,
  aChildrenWorld,
  anEpisode,
  type ChildrenWorld,
  worker,
} from '../../app/test/children-world.ts';
