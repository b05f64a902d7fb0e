import type { ChildOnDay } from '../../child/care-history.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { MeasureContext, Population, StockMeasure, Verdict } from '../measure.ts';

/** Every headline counts the same children: all in care at the end of the day, save short breaks. */
export const lookedAfter = ({ shortBreaks }: ChildOnDay): Verdict =>
  shortBreaks ? 'short-breaks' : 'counts';

export const claNumber: StockMeasure = {
  id: 'cla-number',
  version: 1,
  kind: 'stock',
  title: 'Children looked after',
  question: 'where',
  definition:
    'Children with an open period of care at the end of the day, each counted once. Children looked after only in a ' +
    'series of short breaks are left out; unaccompanied asylum-seeking children are included. A child whose care ended ' +
    'that day is not counted; one whose care started that day is.',
  source: 'Department for Education, children looked after in England: headline number',
  certainty: { mark: 'confirmed', says: 'Counted as the Department for Education counts its headline.' },
  unit: 'children',
  polarity: 'context',
  disclosure: 'suppress-small',
  fields: ['DECOM', 'DEC', 'REC', 'LS'],
  numerator: 'Looked after',
  denominator: null,
  breakdowns: ALL_DIMENSIONS,
  judge: lookedAfter,
};

const populationOn = ({ asOf }: AuthorityOnDay, { population }: MeasureContext): Population | undefined =>
  population?.(asOf);

export const claRate: StockMeasure = {
  id: 'cla-rate-10k',
  version: 1,
  kind: 'stock',
  title: 'Children looked after per 10,000 children',
  question: 'where',
  definition:
    'Children looked after for every 10,000 children aged 0 to 17 who live in the authority. The population is the ' +
    'Office for National Statistics mid-year estimate (30 June) before the day counted.',
  source: 'Department for Education, children looked after in England: rate per 10,000',
  certainty: {
    mark: 'confirmed',
    says: 'Published rates come out the same when worked out with the mid-year before.',
  },
  unit: 'per-10000',
  polarity: 'context',
  disclosure: 'suppress-small',
  fields: ['DECOM', 'DEC', 'REC', 'LS', 'population estimate'],
  numerator: 'Looked after',
  denominator: 'Children aged 0 to 17 who live in the authority',
  breakdowns: [],
  judge: lookedAfter,
  remarks: (_, authority, context) => {
    const population = populationOn(authority, context);
    if (population === undefined) return [];
    const estimate = `The population is the mid-${population.midYear} estimate.`;
    return population.note === undefined ? [estimate] : [estimate, population.note];
  },
};

export const uascNumber: StockMeasure = {
  id: 'uasc-number',
  version: 1,
  kind: 'stock',
  title: 'Unaccompanied asylum-seeking children',
  question: 'where',
  definition:
    'Children looked after at the end of the day who are unaccompanied asylum-seekers: those in the return’s UASC ' +
    'table whose status had not ceased by then.',
  source: 'Department for Education, children looked after in England; Kent County Council, 2016',
  certainty: {
    mark: 'established practice',
    says: 'The return says when the status ceased, not when it began: a child counts from the start of care.',
  },
  unit: 'children',
  polarity: 'context',
  disclosure: 'suppress-small',
  fields: ['DECOM', 'DEC', 'LS', 'DUC'],
  numerator: 'Unaccompanied asylum-seeking children',
  denominator: null,
  breakdowns: ALL_DIMENSIONS.filter((id) => id !== 'uasc'),
  judge: (child) => (child.shortBreaks ? 'short-breaks' : child.uasc ? 'counts' : 'does-not-count'),
};
