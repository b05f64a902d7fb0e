import type { ChildOnDay } from '../child/care-history.ts';
import type { Episode } from '../child/episode.ts';
import type { Located, MeasureContext } from '../measure/measure.ts';
import { onceFor } from '../measure/once-for.ts';
import { milesBetween } from './distance.ts';

/** Where a child is from and where they usually live. */
export interface Journey {
  readonly home: Located;
  readonly placement: Located;
}

/** Undefined when either end is not recorded or not found. */
export const findJourney = (
  { usual }: Pick<ChildOnDay, 'usual'>,
  { locate }: Pick<MeasureContext, 'locate'>,
): Journey | undefined => {
  if (locate === undefined || usual.homePostcode === null || usual.postcode === null) return undefined;
  const home = locate(usual.homePostcode);
  const placement = locate(usual.postcode);
  return home === undefined || placement === undefined ? undefined : { home, placement };
};

/** Miles in a straight line from home to the usual placement; undefined when either is not known. */
export const findMilesFromHome = (
  { usual }: Pick<ChildOnDay, 'usual'>,
  { locate }: Pick<MeasureContext, 'locate'>,
): number | undefined => {
  if (locate === undefined) return undefined;
  const known = milesBy(locate);
  const miles = known.get(usual);
  if (miles !== undefined || known.has(usual)) return miles;
  const journey = findJourney({ usual }, { locate });
  const found = journey === undefined ? undefined : milesBetween(journey.home, journey.placement);
  known.set(usual, found);
  return found;
};

/** A series asks of the same few thousand episodes some hundred thousand times. */
const milesBy = onceFor(
  (_: NonNullable<MeasureContext['locate']>) => new WeakMap<Episode, number | undefined>(),
);
