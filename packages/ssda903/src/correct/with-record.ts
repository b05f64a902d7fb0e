/** What is held of a child once a decision taken here, and no row of a return, has changed the record. */
import { type ChildFact, type ChildRecord, type Episode, episodesFromTimelines } from '@rightplace/domain';
import {
  EPISODE_IN_CELLS,
  enteredWith,
  FACT_IN_CELLS,
  HEADER_IN_CELLS,
  removedWith,
  withRemoved,
} from '../accept/entered-here.ts';
import { HEADER_RULES, headerDetailsOf } from '../accept/header-details.ts';
import type { HeldChild, HeldEpisode, HeldFact } from '../accept/held.ts';
import { asSaid } from '../accept/left-open.ts';
import { byStart, sameEpisode, sameFact } from '../accept/row-items.ts';
import { headerOf } from '../accept/same-child.ts';
import { ENTERED_HERE, loose, removedBefore, withEpisode, withFact } from './changed-items.ts';

/**
 * The same child as the record is to have it. What is said otherwise is remembered as entered here, so that a return that
 * repeats what returns had said takes nothing of it back; what no return told of is added as entered here, and what is no
 * longer there is remembered as removed. Whatever is as it was is the very object that was held.
 */
export const withRecord = (held: HeldChild, record: ChildRecord): HeldChild => {
  const episodes = episodesFromTimelines(record);
  const kept = new Set<HeldEpisode | HeldFact>();
  const saidEpisodes = episodes.map((episode): HeldEpisode => {
    const before = held.episodes.find((each) => byStart(each.episode, episode) === 0);
    if (before === undefined)
      return { episode, ...ENTERED_HERE, ...removedBefore(held, 'episode', EPISODE_IN_CELLS.keyOf(episode)) };
    kept.add(before);
    return sameEpisode(before.episode, episode) ? before : saidOtherwise(before, episode);
  });
  const facts = record.facts.map((fact): HeldFact => {
    const before = held.facts.find((each) => each.fact.kind === fact.kind && each.fact.key === fact.key);
    if (before === undefined) return { fact, ...ENTERED_HERE, ...removedBefore(held, fact.kind, fact.key) };
    kept.add(before);
    return sameFact(before.fact, fact) ? before : withFact(before, fact);
  });
  const gone = [
    ...held.episodes
      .filter((each) => !kept.has(each))
      .map((each) => removedWith(EPISODE_IN_CELLS, 'episode', { ...each, item: asSaid(each) })),
    ...held.facts
      .filter((each) => !kept.has(each))
      .map((each) => removedWith(FACT_IN_CELLS, each.fact.kind, { ...each, item: each.fact })),
  ].filter((one) => one !== undefined);
  const there = new Set([
    ...episodes.map((episode: Episode) => `episode ${EPISODE_IN_CELLS.keyOf(episode)}`),
    ...record.facts.map(({ kind, key }: ChildFact) => `${kind} ${key}`),
  ]);
  const removed = gone.reduce(
    withRemoved,
    (held.removed ?? []).filter(({ kind, keys }) => !there.has(`${kind} ${keys[0]}`)),
  );
  const { removed: _, ...rest } = held;
  return {
    ...rest,
    ...detailsOf(held, record),
    episodes: saidEpisodes,
    facts,
    ...(removed.length === 0 ? {} : { removed }),
  };
};

/** Its end is known by now, whatever it had been taken to be. */
const saidOtherwise = (before: HeldEpisode, episode: Episode): HeldEpisode => {
  const { isLeftOpen: _, ...said } = withEpisode(loose(before), episode);
  return said;
};

const detailsOf = (
  held: HeldChild,
  { details }: ChildRecord,
): Pick<HeldChild, 'details' | 'headerEntered'> => {
  const [was, is] = [headerDetailsOf(held.details), headerDetailsOf(details)];
  if (HEADER_RULES.isSame(was, is)) return { details };
  const entered = enteredWith(HEADER_IN_CELLS, { item: was, ...headerOf(held) }, is);
  return { details, ...(entered === undefined ? {} : { headerEntered: entered }) };
};
