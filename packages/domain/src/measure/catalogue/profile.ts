import type { ChildOnDay } from '../../child/care-history.ts';
import { findCodeGroup } from '../../child/code-list.ts';
import { isFosterCare, isPlacedForAdoption } from '../../placement/placement-type.ts';
import { PROVIDER_TYPES } from '../../placement/provider-type.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { DIMENSIONS } from '../dimensions.ts';
import type { StockMeasure, Verdict } from '../measure.ts';
import { onceFor } from '../once-for.ts';
import { asShare } from './kinds.ts';

const FIELDS = ['DECOM', 'DEC', 'LS', 'PLACE', 'PLACE_PROVIDER'];

/** Whether the carer's provider is of the group; a foster placement whose provider nobody recorded is not a no. */
const isProvidedBy = ({ usual: { provider } }: ChildOnDay, group: 'in-house' | 'external'): Verdict => {
  if (provider === null) return 'not-recorded';
  return findCodeGroup(PROVIDER_TYPES, provider) === group ? 'counts' : 'does-not-count';
};

export const uascShare: StockMeasure = {
  ...asShare,
  id: 'uasc-share',
  title: 'Unaccompanied asylum-seeking children, as a share',
  question: 'where',
  definition:
    'Of children looked after at the end of the day, the share who are unaccompanied asylum-seekers: those in the ' +
    'return’s UASC table whose status had not ceased by then.',
  source: 'West Sussex strategy 2018–2021, theme g; Kent County Council, 2016; Department for Education',
  certainty: {
    mark: 'established practice',
    says: 'The return says when the status ceased, not when it began: a child counts from the start of care.',
  },
  polarity: 'context',
  fields: ['DECOM', 'DEC', 'LS', 'DUC'],
  numerator: 'Unaccompanied asylum-seeking children',
  judge: ({ shortBreaks, uasc }) => (shortBreaks ? 'short-breaks' : uasc ? 'counts' : 'does-not-count'),
};

const IN_HOUSE = {
  ...asShare,
  question: 'where',
  source: 'Kent County Council, sufficiency progress report 2016, Measure 5',
  polarity: 'higher is better',
  fields: [...FIELDS, 'DUC'],
  numerator: 'With this authority’s own foster carers',
} as const;

export const inhouseFosterShare: StockMeasure = {
  ...IN_HOUSE,
  id: 'inhouse-foster-share',
  title: 'Foster placements that are in-house',
  definition:
    'Of children in foster care (U1 to U6) at the end of the day, unaccompanied asylum-seeking children left out, the ' +
    'share placed with this authority’s own carers (PR1). A child away on a temporary stay is counted where they ' +
    'usually live.',
  certainty: {
    mark: 'local',
    says: 'Out of children in foster care; some authorities take all children looked after, which is a figure of its own. Relatives and friends whom the authority approved count as in-house.',
  },
  denominator: 'In foster care',
  judge: (child) => {
    if (child.shortBreaks) return 'short-breaks';
    if (child.uasc) return 'unaccompanied';
    return isFosterCare(child.usual.place) ? isProvidedBy(child, 'in-house') : 'not-in-foster-care';
  },
};

export const inhouseFosterShareOfAll: StockMeasure = {
  ...IN_HOUSE,
  id: 'inhouse-foster-share-of-all',
  title: 'Children with in-house foster carers',
  definition:
    'Of children looked after at the end of the day, unaccompanied asylum-seeking children left out, the share in ' +
    'foster care (U1 to U6) with this authority’s own carers (PR1).',
  certainty: {
    mark: 'local',
    says: 'Out of all children looked after, and not only of those in foster care. Relatives and friends whom the authority approved count as in-house.',
  },
  judge: (child) => {
    if (child.shortBreaks) return 'short-breaks';
    if (child.uasc) return 'unaccompanied';
    return isFosterCare(child.usual.place) ? isProvidedBy(child, 'in-house') : 'does-not-count';
  },
};

export const ifaShare: StockMeasure = {
  ...asShare,
  id: 'ifa-share',
  title: 'Foster placements with independent agencies',
  question: 'where',
  definition:
    'Of children in foster care (U1 to U6) at the end of the day, the share with carers of a private or voluntary ' +
    'agency (PR4 or PR5). A child away on a temporary stay is counted where they usually live.',
  source: 'Worcestershire Children First, placements paper 2023; Kent County Council, 2016',
  certainty: {
    mark: 'local',
    says: 'Read it beside children’s homes: a fall in agency fostering is no gain when children’s homes rise. Unaccompanied asylum-seeking children are in it.',
  },
  polarity: 'lower is better',
  fields: FIELDS,
  numerator: 'With an independent agency',
  denominator: 'In foster care',
  judge: (child) => {
    if (child.shortBreaks) return 'short-breaks';
    return isFosterCare(child.usual.place) ? isProvidedBy(child, 'external') : 'not-in-foster-care';
  },
};

export const familyBasedShare: StockMeasure = {
  ...asShare,
  id: 'family-based-share',
  title: 'Living in a family',
  question: 'where',
  definition:
    'Of children looked after at the end of the day, the share in foster care (U1 to U6), placed for adoption (A codes) ' +
    'or with their own parents (P1). A child away on a temporary stay is counted where they usually live.',
  source: 'Worcestershire Children First, placements paper 2023, beside the share in foster care',
  certainty: { mark: 'stated', says: 'Foster care, adoption and parents together, by placement code.' },
  polarity: 'higher is better',
  fields: ['DECOM', 'DEC', 'LS', 'PLACE'],
  numerator: 'In a family',
  judge: ({ shortBreaks, usual: { place } }) => {
    if (shortBreaks) return 'short-breaks';
    const inFamily = isFosterCare(place) || isPlacedForAdoption(place) || place === 'P1';
    return inFamily ? 'counts' : 'does-not-count';
  },
};

/** A return alone says nothing of disability: nought of everyone would then look like a figure. */
const recordsDisability = onceFor(({ inCare }: AuthorityOnDay): boolean =>
  inCare.some(({ history: { disabilities } }) => disabilities !== undefined && disabilities.length > 0),
);

export const claWithDisability: StockMeasure = {
  ...asShare,
  id: 'cla-with-disability',
  title: 'Children with a disability',
  question: 'where',
  definition:
    'Of children looked after at the end of the day, the share for whom any disability is recorded (a code of the ' +
    'children in need census other than none). Children of whom nothing is recorded stay in the whole, and are told apart.',
  source: 'Ofsted inspection lists (Annex A) and the sector’s analysis of them',
  certainty: {
    mark: 'established practice',
    says: 'The looked-after return holds no disability: what is counted is what this record says.',
  },
  polarity: 'context',
  fields: ['disability codes'],
  numerator: 'With a disability',
  judge: (child, authority) => {
    if (child.shortBreaks) return 'short-breaks';
    if (!recordsDisability(authority)) return 'kept-of-nobody';
    const key = DIMENSIONS.disability.keyOf(child);
    if (key === 'disabled') return 'counts';
    return key === 'none' ? 'does-not-count' : 'not-recorded';
  },
};

export const PROFILE: readonly StockMeasure[] = [
  uascShare,
  inhouseFosterShare,
  inhouseFosterShareOfAll,
  ifaShare,
  familyBasedShare,
  claWithDisability,
];
