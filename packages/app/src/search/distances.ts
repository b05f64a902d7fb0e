import {
  type Answers,
  type ChildRecord,
  episodesFromTimelines,
  milesBetween,
  SCHOOL_POSTCODE,
} from '@rightplace/domain';
import { locateBySector } from '../reference/sectors.ts';
import type { PlaceOfOffer } from './offer-places.ts';

/** How far a home is, in whole miles in a straight line; undefined where either end is not known. */
export interface Distances {
  readonly fromFamilyHome: number | undefined;
  readonly fromHomeNow: number | undefined;
  readonly fromSchool: number | undefined;
}

const textOf = (answer: Answers[string] | undefined): string | undefined =>
  typeof answer === 'string' && answer !== '' ? answer : undefined;

const miles = (from: string | null | undefined, to: string | undefined): number | undefined => {
  const a = from === null || from === undefined ? undefined : locateBySector(from);
  const b = to === undefined ? undefined : locateBySector(to);
  return a === undefined || b === undefined ? undefined : Math.round(milesBetween(a, b));
};

/**
 * How far a home is from where the child’s family lives, from where the child lives now and, as the request says, from school, by
 * the middle of the postcodes’ sectors.
 */
export const distancesOf = (
  child: ChildRecord,
  request: Answers,
): ((postcode: string | undefined) => Distances) => {
  const episodes = episodesFromTimelines(child);
  const last = episodes.at(-1);
  const family = episodes.findLast(({ homePostcode }) => homePostcode !== null)?.homePostcode;
  return (to) => ({
    fromFamilyHome: miles(family, to),
    fromHomeNow: miles(last?.dec === null ? last.postcode : undefined, to),
    fromSchool: miles(textOf(request[SCHOOL_POSTCODE]), to),
  });
};

/** Of each offer, by its number. */
export const distancesTo = (
  child: ChildRecord,
  request: Answers,
  places: ReadonlyMap<number, PlaceOfOffer>,
): ReadonlyMap<number, Distances> => {
  const distances = distancesOf(child, request);
  return new Map([...places].map(([number, { postcode }]) => [number, distances(postcode)]));
};
