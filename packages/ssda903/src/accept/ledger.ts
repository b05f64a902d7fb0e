import { type ChildId, type ChildRecord, timelinesFromEpisodes } from '@rightplace/domain';
import type { HeldChild } from './held.ts';

/** One child's record as the returns tell it: what every measure is a function of. */
export const recordFromHeld = (id: ChildId, { details, episodes, facts }: HeldChild): ChildRecord => ({
  id,
  details,
  facts: facts.map(({ fact }) => fact),
  ...timelinesFromEpisodes(episodes.map(({ episode }) => episode)),
});

/** The children of a ledger, straight from returns and with no database. */
export const ledgerFromHeld = (children: ReadonlyMap<ChildId, HeldChild>): readonly ChildRecord[] =>
  Array.from(children, ([id, held]) => recordFromHeld(id, held));
