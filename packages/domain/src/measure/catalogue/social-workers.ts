import { socialWorkersBetween } from '../../child/social-worker.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { StockMeasure } from '../measure.ts';

const MANY = 3;

export const socialWorkerChanges: StockMeasure = {
  id: 'sw-changes',
  version: 1,
  kind: 'stock',
  title: 'Three or more social workers in the year',
  question: 'know',
  definition:
    'Of children looked after at the end of the day, the share who had three or more social workers in the twelve months to ' +
    'it. The social worker with whom the twelve months began counts as one, and so does the present one; one who came back ' +
    'counts once. Children on series of short breaks are left out.',
  source: 'Department for Education, stability measures for children looked after: social workers',
  certainty: {
    mark: 'established practice',
    says:
      'Social workers are told apart by their registration numbers. A child of whom no social worker is recorded in the time ' +
      'is in the number it is out of, and told apart.',
  },
  unit: 'percent',
  polarity: 'lower is better',
  disclosure: 'suppress-small',
  fields: ['SW_ID', 'SW_DECOM', 'SW_DEC', 'DECOM', 'DEC', 'LS'],
  numerator: 'Three or more social workers',
  denominator: 'Looked after',
  breakdowns: ALL_DIMENSIONS,
  judge: ({ shortBreaks, history }, { twelveMonthsFrom, asOf }) => {
    if (shortBreaks) return 'short-breaks';
    const { length } = socialWorkersBetween(history.facts, twelveMonthsFrom, asOf);
    if (length === 0) return 'not-recorded';
    return length >= MANY ? 'counts' : 'does-not-count';
  },
};
