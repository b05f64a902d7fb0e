import type { ChildOnDay } from '../../child/care-history.ts';
import { milesBetween } from '../../placement/distance.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Located, MeasureContext, StockMeasure } from '../measure.ts';
import { sentenceCount } from '../words.ts';

interface Journey {
  readonly home: Located;
  readonly placement: Located;
}

/** Where the child is from and where they usually live, when both can be found. */
const findJourney = ({ usual }: ChildOnDay, { locate }: MeasureContext): Journey | undefined => {
  if (locate === undefined || usual.homePostcode === null || usual.postcode === null) return undefined;
  const home = locate(usual.homePostcode);
  const placement = locate(usual.postcode);
  return home === undefined || placement === undefined ? undefined : { home, placement };
};

/** Miles in a straight line from home to the usual placement; undefined when either is not known. */
export const findMilesFromHome = (child: ChildOnDay, context: MeasureContext): number | undefined => {
  const journey = findJourney(child, context);
  return journey === undefined ? undefined : milesBetween(journey.home, journey.placement);
};

const isProvisional = (child: ChildOnDay, context: MeasureContext): boolean => {
  const journey = findJourney(child, context);
  return journey?.home.source === 'sector' || journey?.placement.source === 'sector';
};

export const within20Miles: StockMeasure = {
  id: 'within-20-miles',
  version: 1,
  kind: 'stock',
  title: 'Living within 20 miles of home',
  question: 'where',
  definition:
    'Of children looked after at the end of the day whose distance is known, the share whose usual placement is 20 ' +
    'miles or less from home in a straight line between postcodes. Unaccompanied asylum-seeking children have no home ' +
    'to measure from and are left out, as are children whose home or placement postcode is not recorded or not found.',
  source:
    'Kent County Council, sufficiency progress report 2016; Department for Education, children looked after',
  certainty: { mark: 'established practice', says: 'Of children whose distance is known.' },
  unit: 'percent',
  polarity: 'higher is better',
  disclosure: 'suppress-small',
  fields: ['DECOM', 'DEC', 'LS', 'HOME_POST', 'PL_POST', 'DUC'],
  numerator: 'Within 20 miles of home',
  denominator: 'Distance from home known',
  breakdowns: ALL_DIMENSIONS.filter((id) => id !== 'uasc'),
  judge: (child, _, context) => {
    if (child.shortBreaks) return 'short-breaks';
    if (child.uasc) return 'uasc';
    const miles = findMilesFromHome(child, context);
    if (miles === undefined) return 'distance-not-known';
    return miles <= 20 ? 'counts' : 'does-not-count';
  },
  remarks: (children, _, context) =>
    sentenceCount(children.filter((child) => isProvisional(child, context)).length, {
      one: 'Provisional: for one child the distance is between centres of postcode sectors, not postcodes.',
      many: (n) =>
        `Provisional: for ${n} children the distance is between centres of postcode sectors, not postcodes.`,
    }),
};
