import {
  type ChildFact,
  type ChildId,
  type CollectionYear,
  collectionYearEnd,
  collectionYearPeriod,
  type Episode,
  findFactAsOf,
  findFactPeriod,
  findFactYear,
} from '@rightplace/domain';
import { headerDetailsOf, knowsNothing } from '../accept/header-details.ts';
import type { HeldChild, Reported } from '../accept/held.ts';
import { asSaid } from '../accept/left-open.ts';

/** What of one child belongs in a collection year's return, as it was then. */
export interface ChildOfYear {
  readonly id: ChildId;
  readonly held: HeldChild;
  readonly hasHeader: boolean;
  /** A return of the year gave that Header row: it is written as it was. Otherwise it says what the year asks for. */
  readonly headerReported: boolean;
  readonly episodes: readonly Episode[];
  readonly facts: readonly ChildFact[];
}

export type Choice = 'as-reported' | 'unlabelled' | 'by-dates';

/**
 * Which rows are of the year:
 * - when some return of that year was taken in, what it held, and what was entered here and falls in the year;
 * - else, when a return was taken in that did not say its year, all that it held;
 * - else, what falls in the year.
 */
const choose = (children: Iterable<HeldChild>, year: CollectionYear): Choice => {
  let choice: Choice = 'by-dates';
  for (const { headerYears, headerUnlabelled, episodes, facts } of children) {
    for (const { years, unlabelled } of [
      { years: headerYears, unlabelled: headerUnlabelled },
      ...episodes,
      ...facts,
    ]) {
      if (years.includes(year)) return 'as-reported';
      if (unlabelled === true) choice = 'unlabelled';
    }
  }
  return choice;
};

/**
 * For the rules, which look at a year as it is and not at files given back: a return whose year was told from its dates is
 * that year's, and no other's.
 */
export const choiceForRules = (children: Iterable<HeldChild>, year: CollectionYear): Choice =>
  choose(children, year) === 'as-reported' ? 'as-reported' : 'by-dates';

const isReported = (choice: Choice, { years, unlabelled }: Reported, year: CollectionYear): boolean =>
  choice === 'as-reported' ? years.includes(year) : choice === 'unlabelled' && unlabelled === true;

const isChosen = (
  choice: Choice,
  reported: Reported,
  year: CollectionYear,
  fallsIn: () => boolean,
): boolean =>
  isReported(choice, reported, year) || ((choice === 'by-dates' || reported.years.length === 0) && fallsIn());

export const childrenOfYear = (
  children: ReadonlyMap<ChildId, HeldChild>,
  year: CollectionYear,
  choice: Choice = choose(children.values(), year),
): readonly ChildOfYear[] => {
  return [...children]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, held]) => childOfYear(id, held, choice, year))
    .filter(({ hasHeader, episodes, facts }) => hasHeader || episodes.length > 0 || facts.length > 0);
};

const childOfYear = (id: ChildId, held: HeldChild, choice: Choice, year: CollectionYear): ChildOfYear => {
  const episodes = held.episodes
    .filter((h) => isChosen(choice, h, year, () => fallsIn(h.episode, year)))
    .map((h) => episodeAsThen(isReported(choice, h, year) ? asSaid(h) : h.episode, h, choice, year));
  const hasEpisodes = episodes.length > 0;
  const facts = held.facts
    .filter((h) => isChosen(choice, h, year, () => factFallsIn(h.fact, year, hasEpisodes)))
    .map((h) => factAsThen(h.fact, h, choice, year));
  const header: Reported = held.headerUnlabelled
    ? { years: held.headerYears, unlabelled: true }
    : { years: held.headerYears };
  const isNamed = !knowsNothing(headerDetailsOf(held.details)) && (hasEpisodes || facts.length > 0);
  return {
    id,
    held,
    hasHeader: isChosen(choice, header, year, () => isNamed),
    headerReported: isReported(choice, header, year),
    episodes,
    facts,
  };
};

const fallsIn = ({ decom, dec }: Episode, year: CollectionYear): boolean => {
  const { starts, ends } = collectionYearPeriod(year);
  return decom < ends && (dec === null || dec >= starts);
};

const factFallsIn = (fact: ChildFact, year: CollectionYear, hasEpisodes: boolean): boolean => {
  const ofYear = findFactYear(fact);
  if (ofYear !== undefined) return ofYear === year;
  // A decision never closed, or a social worker who stays on, outlasts care: the return tells of them only with episodes.
  if (!hasEpisodes) return false;
  if (fact.kind === 'uasc') return true;
  const period = findFactPeriod(fact);
  if (period === undefined) return false;
  const { starts, ends } = collectionYearPeriod(year);
  return period.starts < ends && (period.ends === null || period.ends >= starts);
};

/** The year's return could not have known an end that came after it and that only a later return told. */
const toldLater = (choice: Choice, { years }: Reported, year: CollectionYear): boolean =>
  choice === 'by-dates' || (choice === 'as-reported' && (years.at(-1) ?? Number.POSITIVE_INFINITY) > year);

const episodeAsThen = (
  episode: Episode,
  reported: Reported,
  choice: Choice,
  year: CollectionYear,
): Episode => {
  const endedLater = episode.dec !== null && episode.dec > collectionYearEnd(year);
  if (!endedLater || !toldLater(choice, reported, year)) return episode;
  return { ...episode, dec: null, rec: null, reasonPlaceChange: null };
};

const factAsThen = (fact: ChildFact, reported: Reported, choice: Choice, year: CollectionYear): ChildFact => {
  // DUC is often a date to come (the eighteenth birthday), so a later one is no sign of being told later.
  if (fact.kind === 'uasc' || !toldLater(choice, reported, year)) return fact;
  return findFactAsOf(fact, collectionYearEnd(year)) ?? fact;
};
