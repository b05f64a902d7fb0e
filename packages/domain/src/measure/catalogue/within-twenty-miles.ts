import type { ChildOnDay } from '../../child/care-history.ts';
import { findJourney, findMilesFromHome } from '../../placement/miles-from-home.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { MeasureContext, StockMeasure } from '../measure.ts';
import { sentenceCount } from '../words.ts';

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
