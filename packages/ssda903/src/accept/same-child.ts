import { sameEntered, sameRemoved } from './entered-here.ts';
import { sameHeader } from './header-details.ts';
import type { HeldChild, HeldEpisode, HeldFact, Reported } from './held.ts';
import { asSaid } from './left-open.ts';
import { sameEpisode, sameFact } from './row-items.ts';

/** When two that say the same are known to be said by the same returns, or entered here. */
type SaidBy = (a: Reported, b: Reported) => boolean;

const sameReturns: SaidBy = (a, b) =>
  a.unlabelled === b.unlabelled &&
  sameEntered(a.entered, b.entered) &&
  (a.years === b.years ||
    (a.years.length === b.years.length && a.years.every((year, i) => year === b.years[i])));

/** No return is known to say less than it did, except of what was entered here whoever says it. */
const noFewerReturns: SaidBy = (a, b) =>
  b.entered?.isWhole === true ||
  ((a.unlabelled !== true || b.unlabelled === true) && a.years.every((year) => b.years.includes(year)));

/** Whether the same is held of a child, and known to be said by the same returns or entered here. */
export const isSameChild = (a: HeldChild, b: HeldChild): boolean =>
  isSame(a, b, sameReturns) && sameRemoved(a.removed ?? [], b.removed ?? []);

/** Whether the same is held of a child as before, though more returns may be known to say it. */
export const tellsTheSame = (before: HeldChild, after: HeldChild): boolean =>
  isSame(before, after, noFewerReturns);

const isSame = (a: HeldChild, b: HeldChild, saidBy: SaidBy): boolean =>
  sameHeader(a.details, b.details) &&
  saidBy(headerOf(a), headerOf(b)) &&
  a.episodes.length === b.episodes.length &&
  a.facts.length === b.facts.length &&
  a.episodes.every((held, i) => {
    const other = b.episodes[i];
    return other !== undefined && isSameEpisode(held, other, saidBy);
  }) &&
  sameFacts(a.facts, b.facts, saidBy);

export const headerOf = (child: HeldChild): Reported => ({
  years: child.headerYears,
  ...(child.headerUnlabelled === true ? { unlabelled: true } : {}),
  ...(child.headerEntered === undefined ? {} : { entered: child.headerEntered }),
});

/** Said the same, and seen the same: an end that was taken may have been told since, or moved. */
const isSameEpisode = (a: HeldEpisode, b: HeldEpisode, saidBy: SaidBy): boolean =>
  saidBy(a, b) && sameEpisode(a.episode, b.episode) && sameEpisode(asSaid(a), asSaid(b));

/** In whatever order: a store may give them in another. */
const sameFacts = (a: readonly HeldFact[], b: readonly HeldFact[], saidBy: SaidBy): boolean => {
  const areSame = (held: HeldFact | undefined, other: HeldFact | undefined): boolean =>
    held !== undefined && other !== undefined && saidBy(held, other) && sameFact(held.fact, other.fact);
  if (a.every((held, i) => areSame(held, b[i]))) return true;
  const keyOf = ({ fact }: HeldFact): string => `${fact.kind} ${fact.key}`;
  const byKey = new Map(b.map((held) => [keyOf(held), held]));
  return a.every((held) => areSame(held, byKey.get(keyOf(held))));
};
