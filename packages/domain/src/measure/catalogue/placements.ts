import { codesInGroup } from '../../child/code-list.ts';
import { isFosterCare, PLACEMENT_TYPES } from '../../placement/placement-type.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { StockMeasure } from '../measure.ts';

const CUTS = ALL_DIMENSIONS.filter((id) => id !== 'placement-type' && id !== 'placement-group');
const CHILDRENS_HOMES: readonly string[] = codesInGroup(PLACEMENT_TYPES, 'childrens-home');

export const fosterShare: StockMeasure = {
  id: 'foster-share',
  version: 1,
  kind: 'stock',
  title: 'Living with foster carers',
  question: 'where',
  definition:
    'Of children looked after at the end of the day, the share in foster care, with relatives or friends or with other ' +
    'carers (U1 to U6). A child away on a temporary stay is counted where they usually live.',
  source:
    'Worcestershire Children First, placements paper 2023; Department for Education, children looked after',
  certainty: { mark: 'confirmed', says: 'Counted by the placement code of the usual placement.' },
  unit: 'percent',
  polarity: 'higher is better',
  disclosure: 'suppress-small',
  fields: ['DECOM', 'DEC', 'LS', 'PLACE'],
  numerator: 'In foster care',
  denominator: 'Looked after',
  breakdowns: CUTS,
  judge: ({ shortBreaks, usual }) =>
    shortBreaks ? 'short-breaks' : isFosterCare(usual.place) ? 'counts' : 'does-not-count',
};

export const residentialShare: StockMeasure = {
  id: 'residential-share',
  version: 1,
  kind: 'stock',
  title: 'Living in children’s homes',
  question: 'where',
  definition:
    'Of children looked after at the end of the day, the share in children’s homes (K2). Secure homes (K1), residential ' +
    'care homes (R1) and residential schools (S1) are not among them. A child away on a temporary stay is counted ' +
    'where they usually live.',
  source: 'Worcestershire Children First, placements paper 2023',
  certainty: {
    mark: 'local',
    says: 'Authorities differ on what counts as residential. Read it beside foster care: a fall in fostering is no gain when this rises.',
  },
  unit: 'percent',
  polarity: 'lower is better',
  disclosure: 'suppress-small',
  fields: ['DECOM', 'DEC', 'LS', 'PLACE'],
  numerator: 'In a children’s home',
  denominator: 'Looked after',
  breakdowns: CUTS,
  judge: ({ shortBreaks, usual }) =>
    shortBreaks ? 'short-breaks' : CHILDRENS_HOMES.includes(usual.place) ? 'counts' : 'does-not-count',
};
