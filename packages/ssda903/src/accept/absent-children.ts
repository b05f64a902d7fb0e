import { type ChildId, type CollectionYear, collectionYearLabel } from '@rightplace/domain';
import { counted } from '../set-aside.ts';
import type { HeldChild } from './held.ts';
import { hasRows, type PreparedReturn } from './prepared-return.ts';

/** Children held from a year's return who are not in it any more are left as they are: a part may have been given. */
export const absentNotes = (
  prepared: readonly PreparedReturn[],
  held: ReadonlyMap<ChildId, HeldChild>,
  numbers: ReadonlyMap<string, number>,
): readonly string[] =>
  prepared
    .filter(({ isLabelled }) => isLabelled)
    .flatMap((one) => {
      let absent = 0;
      for (const [id, child] of held) {
        if (wasInAny(child, (year) => year === one.year) && !isIn(one, numbers.get(id))) absent++;
      }
      if (absent === 0) return [];
      const children = counted(absent, 'child', 'children');
      return [
        `${children} held from the return for ${collectionYearLabel(one.year)} ${absent === 1 ? 'is' : 'are'} not in it now: left as held.`,
      ];
    });

/**
 * Children whom the newest return with episodes, given or held, does not have, though an older one left an episode of
 * theirs open. They may still be looked after, or have left in a year whose return is missing.
 */
export const leftOpenAndAbsent = (
  children: ReadonlyMap<ChildId, HeldChild>,
  prepared: readonly PreparedReturn[],
  numbers: ReadonlyMap<string, number>,
): readonly ChildId[] => {
  let newest = Number.NEGATIVE_INFINITY;
  for (const { year, episodes } of prepared) if (episodes.length > 0) newest = Math.max(newest, year);
  for (const { episodes } of children.values())
    for (const { years } of episodes) newest = Math.max(newest, years.at(-1) ?? newest);
  return [...children].flatMap(([id, child]) => {
    const last = child.episodes.at(-1);
    const lastSaid = last?.years.at(-1);
    if (last?.episode.dec !== null || lastSaid === undefined || lastSaid >= newest) return [];
    const isInNewer =
      wasInAny(child, (year) => year > lastSaid) ||
      prepared.some((one) => one.year > lastSaid && isIn(one, numbers.get(id)));
    return isInNewer ? [] : [id];
  });
};

const wasInAny = (
  { headerYears, episodes, facts }: HeldChild,
  isOne: (year: CollectionYear) => boolean,
): boolean =>
  headerYears.some(isOne) ||
  episodes.some(({ years }) => years.some(isOne)) ||
  facts.some(({ years }) => years.some(isOne));

const isIn = ({ headers, episodes, facts }: PreparedReturn, number: number | undefined): boolean => {
  if (number === undefined) return false;
  return [headers, episodes, ...[...facts.values()].map(({ files }) => files)].some((files) =>
    hasRows(files, number),
  );
};
